"""Throw random and mutated sources at the compiler: no exception, no lost word, the same result twice.

Seeded, so a failure comes back; the message holds the seed.
"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionaid.compiler import compile_aid
from tests.read.examples import head_and_sections, sources
from tests.read.lost import lost_words

FRAGMENTS = (
    "{#", "}", "{.options}", '{#a .b c="d"}', "{#x about=“y”}", "{source=nowhere}", "[[", "]]",
    "[[ache-3m/watch]]", "[[a/b]]", "|", "| a | b |", "|---|---|", "| watch | 1 in 100 |", "\\|",
    "- ", "- Time: 3 days", "- Tiem: 3 days", "- [x] True", "1. one", "  - inner", "* star",
    "# Title", "## Section {.outcomes}", "### Part {#part .bad}", "#### Deep", "######",
    "Setext\n===", "---", "***", "```", "~~~", "> quote", "    code", "<b>", "</script>",
    "<script>alert(1)</script>", "<!-- comment -->", "<!--", "-->", "<div\nid=x>", "&amp;", "&#0;",
    "[link](https://example.org)", "[link](javascript:x)", "![image](images/a.png)", "[a]: b",
    "**", "*a", "_a_", "`code`", "\\", "\\*", "  \n", "\t", "\u00a0", "\u200b", "\u202e", "\x00",
    "\x0b", "\x85", "\u2028", "\ud800", "\ufeff", "é", "漢字", "🙂", "ﷺ", "e\u0301", "\r", "\r\n",
    "not known:", "not known: zebra", "12 %", "1 in 50", "999999999999 in 100", "-5 points",
    "title: a: b", "key:", "{a, b}", "&anchor", "*alias", "!!tag", '"', "'", "%YAML", "- - - -",
    "sources:", "status: published", "waivers: {DA204: {by: me}}", "others", "x" * 300,
)  # fmt: skip


def mutated(rng: random.Random) -> str:
    """Return a source made of parts of real ones, changed in a few places."""
    pool = SOURCES
    head, sections = head_and_sections(rng.choice(pool))
    if rng.random() < 0.2:
        sections += head_and_sections(rng.choice(pool))[1]
    text = head + "".join(rng.sample(sections, k=min(len(sections), rng.randint(1, 6))))
    for _ in range(rng.randint(1, 6)):
        text = rng.choice(CHANGES)(rng, text)
    return text


def _insert(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(FRAGMENTS) + text[at:]


def _insert_line(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    lines.insert(rng.randint(0, len(lines)), rng.choice(FRAGMENTS))
    return "\n".join(lines)


def _delete(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 1, 2, 5, 40)) :]


def _delete_line(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def _repeat_lines(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    return "\n".join(lines[: at + rng.randint(1, 5)] + lines[at:])


def _swap_lines(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _indent(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at] = " " * rng.randint(1, 6) + lines[at]
    return "\n".join(lines)


def _misspell(rng: random.Random, text: str) -> str:
    at = rng.randint(0, max(len(text) - 2, 0))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


CHANGES = (
    _insert, _insert, _insert_line, _insert_line, _delete, _delete_line, _repeat_lines,
    _swap_lines, _indent, _misspell,
)  # fmt: skip
SOURCES = sources()


def check(source: str, seed: object) -> None:
    """Fail when compiling breaks, loses a word or is not the same twice."""
    compiled = compile_aid(source)
    broken = [each.message for each in compiled.diagnostics if each.code.number == "DA099"]
    assert broken == [], f"seed {seed}"
    assert lost_words(source, compiled) == [], f"seed {seed}"
    lines = len(source.splitlines()) + 2
    assert all(1 <= each.span.line <= lines for each in compiled.diagnostics), f"seed {seed}"


# The first hundred with each commit, the others in all of them together.
SEEDS = (range(100), range(100, 500), *(range(n, n + 1_000) for n in range(1_000, 9_000, 1_000)))


@pytest.mark.parametrize(
    "seeds",
    [SEEDS[0], *(pytest.param(each, marks=pytest.mark.long) for each in SEEDS[1:])],
    ids=repr,
)
def test_mutated_sources_break_nothing_and_lose_nothing(seeds: range) -> None:
    for seed in seeds:
        check(mutated(random.Random(seed)), seed)  # noqa: S311 - not for secrets


_PIECES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=40)
_MANY = settings(max_examples=300)


@pytest.mark.long
@_MANY
@given(_PIECES, st.sampled_from(("", " ", "\n", "\n\n")))
def test_soup_of_marks_below_a_head_breaks_nothing_and_loses_nothing(
    pieces: list[str], glue: str
) -> None:
    check(f"---\ndecisionaid: 1\n---\n\n# Title\n\n{glue.join(pieces)}\n", pieces)


@pytest.mark.long
@_MANY
@given(_PIECES, st.sampled_from(("", " ", "\n", "\n  ")))
def test_soup_of_marks_in_the_head_breaks_nothing(pieces: list[str], glue: str) -> None:
    check(f"---\ndecisionaid: 1\nfunding: {glue.join(pieces)}\n---\n\n# Title\n", pieces)


@pytest.mark.long
@_MANY
@given(st.binary(max_size=200))
def test_any_bytes_give_diagnostics_and_no_exception(data: bytes) -> None:
    for source in (data, b"---\ndecisionaid: 1\n---\n# T\n" + data):
        codes = {each.code.number for each in compile_aid(source).diagnostics}
        assert "DA099" not in codes
        assert codes or source is not data


@pytest.mark.long
@settings(max_examples=1_000)
@given(_PIECES, st.sampled_from(("", " ", "\n", "\n\n")))
def test_a_thousand_soups_in_every_section_break_nothing_and_lose_nothing(
    pieces: list[str], glue: str
) -> None:
    head, sections = head_and_sections(SOURCES[0])
    soup = glue.join(pieces)
    section = sections[len(soup) % len(sections)]
    check(f"{head}{section}\n{soup}\n", pieces)
