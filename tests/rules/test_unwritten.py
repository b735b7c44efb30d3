"""Every gap that a template leaves is named with its line, and an aid without gaps is left in peace."""

from __future__ import annotations

import re

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.rules import RuleContext
from decisionaid.rules.unwritten import RULES
from decisionaid.starter import NAMES, Beginning, starter
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
    outcomes = re.findall(r"^### .*#(?:benefit|harm) \.", text, re.MULTILINE)
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
