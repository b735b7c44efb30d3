"""What ``--fix`` mends: each certain edit, alone and exactly; and what it leaves to a person."""

from __future__ import annotations

import re

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.compiler.fixes import applied, mend
from decisionaid.diagnostics import Code, Diagnostic, Edit, Harm, Severity, worst_first
from decisionaid.disk.outcome_forms import in_form
from decisionaid.read.spelling import is_slip
from decisionaid.text import Source, Span
from tests.conftest import ROOT

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

CARPAL = in_form(
    Source("index.md", (ROOT / "aids/carpal-tunnel/index.md").read_text(encoding="utf-8")), "long"
)
"""In the long form, in which each fault stands on a line of its own."""
EARS = (ROOT / "aids/acute-otitis-media-antibiotics/index.md").read_text(encoding="utf-8")

MENDED = {
    "tab": ("| splint | 46 of 86 |", "| splint\t|\t46 of 86 |", "| splint | 46 of 86 |"),
    "non-breaking space": ("- Time: 18 months", "- Time: 18\u00a0months", "- Time: 18 months"),
    "soft hyphen": ("What do I do?", "What do I d\u00ado?", "What do I do?"),
    "curly quotes": ('name="surgery"', "name=“surgery”", 'name="surgery"'),
    "role": ("{.outcomes}", "{.outcoems}", "{.outcomes}"),
    "option in a table": ("| surgery | 62 of 78 |", "| sugery | 62 of 78 |", None),
    "field": ("- Source: gerritsen-2002", "- Sorce: gerritsen-2002", None),
    "capital of a field": ("- Time: 3 months", "- time: 3 months", None),
    "source": ("- Source: gerritsen-2002", "- Source: geritsen-2002", None),
    "attribute": ("series=much-better", "seris=much-better", None),
    "head key": ("\nfunding:", "\nfundign:", None),
    "head value": ("status: demonstration", "status: demonstratoin", None),
    "long dashes above the head": ("---\ndecisionaid", "\u2014\u2014\ndecisionaid", None),
    "empty lines above the head": ("---\ndecisionaid", "\n\n---\ndecisionaid", None),
    "bullet": ("- Your fingers", "\u2022 Your fingers", None),
    "heading without a space": ("### Carpal tunnel", "###Carpal tunnel", None),
    "section without its brace": (" {.outcomes}", "", None),
    "round brackets": ('{#surgery name="surgery"}', '(#surgery name="surgery")', None),
    "words without quotes": ('name="a wrist splint"', "name=a wrist splint", None),
    "box ticked in capitals": ("- [x] ", "- [X] ", None),
    "curly quotes in the head": (
        '"What shall I do about my carpal tunnel syndrome?"',
        "\u201cWhat shall I do about my carpal tunnel syndrome?\u201d",
        None,
    ),
    "id": (" {#always-numb}", "", " {#your-fingers-are-numb-all-the-time}"),
    "id in a brace": (
        "{#daily .experience}",
        "{.experience}",
        "{#what-do-people-say-it-is-like .experience}",
    ),
}
"""The words of the aid, the fault put in their place, and what mending makes of it (None: the words)."""


@pytest.mark.parametrize("kind", MENDED)
def test_a_certain_fault_is_mended_and_nothing_else_changes(kind: str) -> None:
    before, wrong, after = MENDED[kind]
    assert before in CARPAL
    source = Source("index.md", CARPAL.replace(before, wrong, 1), "carpal-tunnel")
    mended = mend(source)
    assert mended.text == CARPAL.replace(before, after or before, 1)
    assert len(mended.mended) >= 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(line_end: str) -> None:
    wrong = CARPAL.replace("{.outcomes}", "{.outcoems}", 1).replace("\n", line_end)
    assert mend(Source("index.md", wrong)).text == CARPAL.replace("\n", line_end)


def test_an_unclosed_brace_is_closed() -> None:
    wrong = CARPAL.replace('name="a wrist splint"}', 'name="a wrist splint"', 1)
    assert mend(Source("index.md", wrong)).text == CARPAL


def test_a_value_cut_by_a_comma_or_a_colon_is_quoted_whole() -> None:
    wrong = EARS.replace("plain: middle ear infection}", "plain: ear infection, mild, short}", 1)
    assert wrong != EARS
    text = mend(Source("index.md", wrong)).text
    assert 'plain: "ear infection, mild, short"}' in text
    colon = EARS.replace("\nfunding: ", "\nfunding: one: ", 1)
    assert '\nfunding: "one: ' in mend(Source("index.md", colon)).text


LEFT = {
    "a figure": ("62 of 78", "62 off 78"),
    "another source": ("- Source: gerritsen-2002", "- Source: gerritsen-2003"),
    "an option that is not one": ("| surgery | 62 of 78 |", "| no-surgery | 62 of 78 |"),
    "a short word": ("| splint | 46 of 86 |", "| slit | 46 of 86 |"),
    "a number with a space without width": ("62 of 78", "6\u200b2 of 78"),
    "a certainty": ("- Certainty: moderate:", "- Certainty: moderat:"),
    "wording": ("What do I do?", "What should I do?"),
    "a time": ("- Time: 3 months", "- Time: 3 month"),
}


@pytest.mark.parametrize("kind", LEFT)
def test_what_is_not_certain_is_left_to_a_person(kind: str) -> None:
    before, wrong = LEFT[kind]
    assert before in CARPAL
    text = CARPAL.replace(before, wrong, 1)
    mended = mend(Source("index.md", text, "carpal-tunnel"))
    assert (mended.text, mended.mended, mended.difference) == (text, (), "")


def test_an_edit_that_bares_another_fault_is_not_written_and_the_others_are() -> None:
    # with the key spelt right, its value would be refused
    wrong = re.sub(r"review: [0-9-]+", "reveiw: soon", CARPAL, count=1)
    text = wrong.replace("{.outcomes}", "{.outcoems}", 1)
    mended = mend(Source("index.md", text))
    assert mended.text == wrong


def test_mending_makes_explicit_what_was_read_already() -> None:
    wrong = CARPAL.replace("| surgery | 62 of 78 |", "| sugery |\u00a062 of 78 |", 1)
    wrong = wrong.replace("{#always-numb}", "", 1).replace("{.outcomes}", "{.outcoems}", 1)
    mended = mend(Source("index.md", wrong))
    assert compile_aid(mended.text).aid == compile_aid(wrong).aid
    assert len(mended.mended) == 4


def test_no_real_aid_needs_mending() -> None:
    for path in sorted((ROOT / "aids").glob("*/index.md")):
        text = path.read_text(encoding="utf-8")
        assert mend(Source("index.md", text, path.parent.name)).text == text


def test_edits_that_overlap_are_a_fault_of_the_caller() -> None:
    edits = [Edit(Span.on_line(1, 1, 4), "x"), Edit(Span.on_line(1, 2, 3), "y")]
    with pytest.raises(ValueError, match="overlap"):
        applied("word\n", edits)


def test_edits_are_put_in_by_characters_whatever_ends_the_lines() -> None:
    text = "é\U0001f469 a\r\nb\rc d\n"
    edits = [
        Edit(Span.on_line(1, 4, 5), "x"),
        Edit(Span.on_line(2, 1, 1), "y"),
        Edit(Span.on_line(3, 2, 3), ""),
    ]
    assert applied(text, edits) == "é\U0001f469 x\r\nyb\rcd\n"


@pytest.mark.parametrize(
    ("word", "near", "slip"),
    [
        ("antibitoics", "antibiotics", True),
        ("surgry", "surgery", True),
        ("Surgery", "surgery", True),
        ("untreated", "treated", False),
        ("asymptomatic", "symptomatic", False),
        ("smith-2018", "smith-2019", False),
        ("not", "now", False),
        ("watch-now", "watchnow", False),
    ],
)
def test_a_slip_is_told_from_another_word(word: str, near: str, *, slip: bool) -> None:
    assert is_slip(word, near, [near]) is slip


def test_a_word_that_is_like_two_others_is_no_slip() -> None:
    assert not is_slip("statims", "statins", ["statins", "statinx"])


def test_the_worst_for_patients_comes_first() -> None:
    def told(
        line: int, severity: Severity, harm: Harm = Harm.LEAVES_OUT, *, unsafe: bool = False
    ) -> Diagnostic:
        code = Code("DA300", "name", severity, "why", kind="auto", harm=harm)
        return Diagnostic(code, "a.md", Span.on_line(line, 1, 2), "m", "h", unsafe=unsafe)

    notice, warning = told(1, Severity.NOTICE), told(2, Severity.WARNING)
    late, error = told(5, Severity.ERROR), told(3, Severity.ERROR)
    unsafe = told(4, Severity.ERROR, unsafe=True)
    found = worst_first([notice, warning, late, error, unsafe])
    assert found == [unsafe, error, late, warning, notice]
    ranked = [told(9 - number, Severity.WARNING, harm) for number, harm in enumerate(Harm)]
    assert worst_first([*reversed(ranked), error]) == [error, *ranked]
