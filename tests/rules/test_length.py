"""The way through an aid is as long as a person gets through (DA865)."""

from __future__ import annotations

import re

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Diagnostic
from decisionaid.text import Source
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
BODY = "You take the example treatment each day."


def found(text: str) -> list[Diagnostic]:
    compiled = compile_aid(Source("aids/example/index.md", text, slug="example"))
    return [each for each in compiled.diagnostics if each.code.number == "DA865"]


def with_words(count: int) -> str:
    assert BODY in TEXT
    return TEXT.replace(BODY, " ".join(["You take one tablet each day, and nothing more."] * count))


def test_a_short_aid_is_let_pass() -> None:
    assert found(TEXT) == []


def test_a_long_aid_is_told_how_long_it_is_and_what_makes_it_so() -> None:
    (each,) = found(with_words(200))
    told = re.fullmatch(
        r"the way through this aid is about ([\d.]+) screens of a phone, ([\d,]+) words and (\d+) minutes; "
        r"20 screens and 1,800 words are what a person gets through. Most words take "
        r"'(.*?)' \((\d+)\), '.*?' \(\d+\) and '.*?' \(\d+\)",
        each.message,
    )
    assert told is not None, each.message
    assert float(told[1]) > 20
    assert int(told[2].replace(",", "")) > 1_800
    assert (told[4], int(told[5]) > 1_700) == ("Example treatment", True)
    assert "Example treatment" in TEXT.splitlines()[each.span.line - 1]
    assert len(each.also) == 2
    assert each.help.startswith("say in fewer words what each option is; shorten what is named")


def test_words_and_screens_bound_it_each_by_itself() -> None:
    counts = [len(found(with_words(count))) for count in range(20, 200, 20)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] == 1
