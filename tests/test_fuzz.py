"""Throw random and mutated sources at the compiler: no exception, no lost word, the same result twice.

What has a page has its pages written too. Seeded, so a failure comes back; the message holds the seed.
"""

import random
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics.formats import as_text
from decisionaid.disk.aid_pages import View, pages_of, withdrawn_pages
from decisionaid.model.ended import without_figures
from decisionaid.quality import assess
from tests.read.examples import head_and_sections, sources
from tests.read.lost import lost_words
from tests.rules.examples import SPECIMEN

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


_WORDS = re.compile(
    r"^#{1,3} (?P<heading>.+?)(?: \{|$)"
    r"|^\| (?P<cell>[^|{]+?) (?:\{[^}]*\} )?\|"
    r"|\| (?P<figure>[^|]+?) \|$"
    r"|^- (?:\[[ x]\] |[A-Z][a-z ]+: )?(?P<item>[^{\n]+?)(?: \{|$)"
    r"|^ *[a-z-]+: (?P<value>[^{\n]+)$"
    r'|[{,][a-z -]+[:=]"? ?(?P<part>[^,{}"]+)'
    r"|\{#(?P<id>[a-z0-9-]+)"
    r"|^(?P<prose>[A-Z][^\n|#]+)$",
    re.MULTILINE,
)
"""Names, labels, words, values and ids of a source."""

LENGTHS = (0, 1, 2, 3, 12, 40, 63, 64, 65, 120, 299, 300, 301, 1_000, 5_000, 20_000)
LETTERS = (
    "a",
    "a ",
    "word ",
    "W",
    "9",
    "1 in ",
    "é",
    "漢",
    "ﷺ ",
    "🙂",
    "e\u0301",
    "-a",
    "a.",
    "a. ",
    "a-",
)


def _stretch(rng: random.Random, text: str) -> str:
    """Put a text of some length in the place of one of the author's, or behind it."""
    found = rng.choice(list(_WORDS.finditer(text)) or [None])
    if found is None:
        return text
    start, end = found.span(found.lastgroup or 0)
    long = (rng.choice(LETTERS) * 20_000)[: rng.choice(LENGTHS)]
    return text[: rng.choice((start, end))] + long + text[end:]


CHANGES = (
    _insert, _insert, _insert_line, _insert_line, _delete, _delete_line, _repeat_lines,
    _swap_lines, _indent, _misspell,
)  # fmt: skip
SOURCES = sources()
TODAY = date(2026, 11, 22)
WHOLE = (*SOURCES, SPECIMEN.read_text(encoding="utf-8"))


def check(source: str, seed: object) -> None:
    """Fail when compiling breaks or loses a word, or when the pages cannot be written."""
    compiled = compile_aid(source, today=TODAY)
    broken = [each.message for each in compiled.diagnostics if each.code.number == "DA099"]
    assert broken == [], f"seed {seed}"
    assert lost_words(source, compiled) == [], f"seed {seed}"
    lines = len(source.splitlines()) + 2
    assert all(1 <= each.span.line <= lines for each in compiled.diagnostics), f"seed {seed}"
    said = as_text(compiled.diagnostics, {compiled.source.name: compiled.source}, colour=False)
    assert said, f"seed {seed}"
    if compiled.has_page:
        assert written(compiled), f"seed {seed}"


def written(compiled: Compiled) -> dict[str, bytes]:
    """Return the pages of an aid and its data, as a build writes them."""
    aid, view = compiled.aid, View(today=TODAY)
    assert aid is not None
    quality = assess(aid, compiled.diagnostics, spans=compiled.spans, sha256=compiled.sha256)
    if aid.status == "withdrawn":
        return withdrawn_pages(without_figures(aid), quality, view, None)
    return pages_of(aid, quality, view)


def stretched(rng: random.Random) -> str:
    """Return a whole aid, of which some texts have another length."""
    text = rng.choice(WHOLE)
    for _ in range(rng.randint(1, 3)):
        text = _stretch(rng, text)
    return text


# The first hundred with each commit, three hundred in `make test`, the others in `make soak`.
SEEDS = (
    range(100),
    range(100, 300),
    range(300, 500),
    *(range(n, n + 1_000) for n in range(1_000, 9_000, 1_000)),
)


@pytest.mark.long
@pytest.mark.parametrize("nth", [5, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("length", [0, 64, 5_000])
def test_each_name_and_word_of_an_aid_may_have_any_length(length: int, nth: int) -> None:
    """Every fifth in `make test`, beginning with another for each length; each in `make soak`."""
    text = SPECIMEN.read_text(encoding="utf-8")
    for found in [*_WORDS.finditer(text)][length % nth :: nth]:
        start, end = found.span(found.lastgroup or 0)
        check(text[:start] + "a" * length + text[end:], found[0])


@pytest.mark.parametrize(
    "seeds",
    [
        range(5),
        pytest.param(range(5, 20), marks=pytest.mark.long),
        pytest.param(range(20, 600), marks=[pytest.mark.long, pytest.mark.soak]),
    ],
    ids=repr,
)
def test_names_and_words_of_every_length_break_no_rule_and_no_page(seeds: range) -> None:
    for seed in seeds:
        check(stretched(random.Random(seed)), seed)  # noqa: S311 - not for secrets


@pytest.mark.parametrize(
    "seeds",
    [
        SEEDS[0],
        pytest.param(SEEDS[1], marks=pytest.mark.long),
        *(pytest.param(each, marks=[pytest.mark.long, pytest.mark.soak]) for each in SEEDS[2:]),
    ],
    ids=repr,
)
def test_mutated_sources_break_nothing_and_lose_nothing(seeds: range) -> None:
    for seed in seeds:
        check(mutated(random.Random(seed)), seed)  # noqa: S311 - not for secrets


_PIECES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=40)
Soup = Callable[[list[str], str], None]


def below_a_head(pieces: list[str], glue: str) -> None:
    check(f"---\ndecisionaid: 1\n---\n\n# Title\n\n{glue.join(pieces)}\n", pieces)


def in_the_head(pieces: list[str], glue: str) -> None:
    check(f"---\ndecisionaid: 1\nfunding: {glue.join(pieces)}\n---\n\n# Title\n", pieces)


def in_every_section(pieces: list[str], glue: str) -> None:
    head, sections = head_and_sections(SOURCES[0])
    soup = glue.join(pieces)
    section = sections[len(soup) % len(sections)]
    check(f"{head}{section}\n{soup}\n", pieces)


@pytest.mark.long
@pytest.mark.parametrize("examples", [100, pytest.param(1_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    ("soup", "far"),
    [(below_a_head, "\n\n"), (in_the_head, "\n  "), (in_every_section, "\n\n")],
    ids=["below a head", "in the head", "in every section"],
)
def test_soup_of_marks_breaks_nothing_and_loses_nothing(
    soup: Soup, far: str, examples: int
) -> None:
    glue = st.sampled_from(("", " ", "\n", far))
    settings(max_examples=examples)(given(_PIECES, glue)(soup))()


@pytest.mark.long
@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_give_diagnostics_and_no_exception(data: bytes) -> None:
    for source in (data, b"---\ndecisionaid: 1\n---\n# T\n" + data):
        codes = {each.code.number for each in compile_aid(source).diagnostics}
        assert "DA099" not in codes
        assert codes or source is not data
