"""Every gap that a template leaves is named with its line, and an aid without gaps is left in peace."""

from __future__ import annotations

import re

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.compiler.starter import NAMES, Beginning, starter
from decisionaid.rules import RuleContext
from decisionaid.rules.unwritten import RULES
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.site_examples import DAY


@pytest.mark.parametrize("template", NAMES)
def test_every_gap_of_a_new_aid_is_named_on_its_line(template: str) -> None:
    text = starter(Beginning(), today=DAY, template=template)
    lines = text.splitlines()
    found = compile_aid(Source("index.md", text, "one"), RULES).diagnostics
    named = {each.span.line for each in found if "[Write " in lines[each.span.line - 1]}
    assert named == {number for number, line in enumerate(lines, 1) if "[Write " in line}
    rows = [each for each in found if "looked up" in each.message]
    compared = re.findall(r"^\| [A-Z].*\{#.*not looked up yet", text, re.MULTILINE)
    outcomes = re.findall(r"^\| .*#(?:benefit|harm) \.", text, re.MULTILINE)
    assert len(rows) == len(compared) + len(outcomes) + ("{.test " in text)


@pytest.mark.parametrize("template", NAMES)
def test_in_a_draft_a_gap_is_a_warning_and_in_a_demonstration_an_error(template: str) -> None:
    text = starter(Beginning(), today=DAY, template=template)
    assert compile_aid(Source("index.md", text, "one"), RULES).ok
    shown = text.replace("status: draft", "status: demonstration")
    assert not compile_aid(Source("index.md", shown, "one"), RULES).ok


def test_the_example_of_a_gap_is_offered_as_text() -> None:
    text = starter(Beginning(), today=DAY)
    helps = [each.help for each in compile_aid(Source("index.md", text, "one"), RULES).diagnostics]
    assert "put your own words in its place, for instance: 'Less aching'" in helps


@pytest.mark.parametrize("slug", sorted(path.name for path in (ROOT / "aids").glob("*-*")))
def test_our_own_aids_have_no_gap(slug: str) -> None:
    aid = compile_aid((ROOT / "aids" / slug / "index.md").read_text("utf-8")).aid
    assert aid is not None
    assert list(RULES[0].check(aid, RuleContext())) == []


def test_a_question_that_has_a_name_and_asks_nothing_is_a_gap() -> None:
    text = "---\ndecisionaid: 1\n---\n\n# Title\n\n## What matters {.values}\n\n### Less pain {#q .importance}\n"
    (found,) = compile_aid(Source("index.md", text, "one"), RULES).diagnostics
    assert (found.code.number, found.span.line) == ("DA113", 9)
    assert found.message == "nobody has written this yet: the question of 'Less pain'"


@pytest.mark.parametrize("asked", ["Less pain\n\nHow much?", "How much does pain matter?"])
def test_a_question_may_be_its_own_heading(asked: str) -> None:
    name, _, below = asked.partition("\n\n")
    head = "---\ndecisionaid: 1\n---\n\n# Title\n\n## What matters {.values}\n\n"
    text = f"{head}### {name} {{#q .importance}}\n\n{below}\n"
    assert compile_aid(Source("index.md", text, "one"), RULES).diagnostics == ()


LEFT = {
    "It aches.[1]": "the mark of a footnote is left: [1]",
    "It aches [2, 4-6].": "the mark of a footnote is left: [2, 4-6]",
    "It aches. [JE: check this]": "a note is left: [JE: check this]",
    "It aches [citation needed].": "a note is left: [citation needed]",
    "[pain/treatment] ache.": (
        "the name of a figure stands in one bracket, and is shown as it is: [pain/treatment]"
    ),
    "[Write where people find help. You can ask.": (
        "words that told you what to write are left: [Write where people find help. You can ask."
    ),
}
"""What stands in brackets and was meant for nobody, with what is said of it."""


@pytest.mark.parametrize("words", LEFT)
def test_a_note_or_a_mark_in_brackets_is_named(words: str) -> None:
    text = f"---\ndecisionaid: 1\n---\n\n# Title\n\n{words}\n"
    (found,) = compile_aid(Source("index.md", text, "one"), RULES).diagnostics
    assert (found.code.number, found.message, found.span.line) == ("DA113", LEFT[words], 7)


@pytest.mark.parametrize(
    "words", ["It aches [at night].", "[[pain/treatment]]", "[words](https://example.org/a)"]
)
def test_brackets_that_a_reader_is_meant_to_see_are_left_in_peace(words: str) -> None:
    text = f"---\ndecisionaid: 1\n---\n\n# Title\n\n{words}\n"
    found = compile_aid(Source("index.md", text, "one"), RULES).diagnostics
    assert [each for each in found if each.code.number == "DA113"] == []
