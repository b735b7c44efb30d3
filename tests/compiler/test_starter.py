"""A new aid: each template compiles as a draft, its gaps are marked and listed, and no figure is made up."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from decisionaid.commands.new import TEMPLATES
from decisionaid.compiler import Compiled, compile_aid
from decisionaid.compiler.starter import FOLDER, NAMES, Beginning, starter, templates, title_for
from decisionaid.diagnostics import Severity
from decisionaid.disk.aid_folder import aid_files
from decisionaid.disk.aid_pages import View
from decisionaid.model.figure import NotFound
from decisionaid.model.sections import TestSection as WhatATestFinds
from decisionaid.rules import RULES
from decisionaid.text import Source
from tests.site_examples import DAY

WHOLE = Beginning(
    title="Example condition: what can I do?",
    question="Should I have the example treatment?",
    condition="Example condition",
    who_for="Adults with the example condition",
    first_option="Carry on",
    second_option="Example treatment",
    author="Example team",
)
GAP = re.compile(r"\[Write [^\]]+\]")
BEGINNINGS = {"nothing said": Beginning(), "all said": WHOLE}


@cache
def compiled(template: str, begin: Beginning = WHOLE) -> Compiled:
    return compile_aid(Source("index.md", starter(begin, today=DAY, template=template), "one"))


def test_the_names_the_files_and_what_is_offered_agree() -> None:
    files = {path.stem for path in FOLDER.glob("*.md")} - {"head"}
    assert list(templates()) == list(NAMES) == list(TEMPLATES)
    assert files == set(NAMES)


@pytest.mark.parametrize("begin", BEGINNINGS.values(), ids=BEGINNINGS)
@pytest.mark.parametrize("template", NAMES)
def test_a_draft_compiles_and_what_it_lacks_are_gaps_and_nothing_else(
    template: str, begin: Beginning
) -> None:
    made = compiled(template, begin)
    assert made.ok, made.diagnostics
    gaps = {rule.code.number for rule in RULES if rule.gap}
    others = [each for each in made.diagnostics if each.code.number not in gaps]
    assert others == []
    assert all(each.help for each in made.diagnostics)


@pytest.mark.parametrize("template", NAMES)
def test_what_is_missing_is_listed_with_what_to_write(template: str) -> None:
    missing = {each.code.number for each in compiled(template, Beginning()).diagnostics}
    assert {
        "DA101",
        "DA103",
        "DA303",
        "DA505",
        "DA305",
        "DA308",
        "DA501",
        "DA601",
        "DA602",
    } <= missing


@pytest.mark.parametrize("template", NAMES)
def test_what_was_said_is_no_longer_missing(template: str) -> None:
    missing = {each.code.number for each in compiled(template).diagnostics}
    assert missing & {"DA101", "DA102", "DA602"} == set()


@pytest.mark.parametrize("template", NAMES)
def test_a_draft_has_no_figure(template: str) -> None:
    made = compiled(template)
    assert made.aid is not None
    kinds = {
        cell.figure.kind
        for outcome in made.aid.outcomes
        for cell in outcome.cells
        if cell.figure is not None
    }
    assert kinds == {"not-found"}
    body = (FOLDER / f"{template}.md").read_text("utf-8")
    without_notes = re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL)
    assert re.findall(r"\d+", without_notes) == []


@pytest.mark.parametrize("template", NAMES)
def test_every_template_is_of_the_kind_it_says_and_doing_nothing_new_comes_first(
    template: str,
) -> None:
    made, known = compiled(template, Beginning()), templates()[template]
    assert made.aid is not None
    assert made.aid.kind == known.kind
    assert [option.name for option in made.aid.options] == [known.first, known.second]
    assert made.aid.options[0].kind in {"as-now", "wait"}
    tests = [section for section in made.aid.sections if isinstance(section, WhatATestFinds)]
    assert len(tests) == (known.kind in {"test", "screening"})
    for each in tests:
        assert each.option == made.aid.options[1].id
        assert {result.kind for result in each.results} == {"positive", "negative", "overdiagnosis"}


@pytest.mark.parametrize("template", NAMES)
def test_every_gap_of_a_draft_stands_on_its_page_and_no_note_does(
    template: str, tmp_path: Path
) -> None:
    folder = tmp_path / "aids" / "one"
    folder.mkdir(parents=True)
    text = starter(Beginning(), today=DAY, template=template)
    (folder / "index.md").write_text(text, encoding="utf-8")
    made = aid_files(folder, tmp_path / "aids", View())
    words = spaced(made.files["aids/one/index.html"] + made.files["aids/one/evidence.html"])
    notes = re.findall(r"<!--(.*?)-->", text, re.DOTALL)
    gaps = GAP.findall(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))
    assert len(gaps) >= 15
    assert [gap for gap in gaps if gap not in words] == []
    assert notes
    assert "square brackets" not in words
    assert "[Missing: who this is for]" in words
    assert {"aids/one/grid.html", "aids/one/large-print.html"} <= set(made.files)


@pytest.mark.parametrize("template", NAMES)
def test_the_grid_of_a_new_draft_says_when_its_rows_come(template: str, tmp_path: Path) -> None:
    folder = tmp_path / "aids" / "one"
    folder.mkdir(parents=True)
    text = starter(WHOLE, today=DAY, template=template)
    for filled in (text, text.replace("| not found: not looked up yet |", "| Once a day. |", 1)):
        (folder / "index.md").write_text(filled, encoding="utf-8")
        files = aid_files(folder, tmp_path / "aids", View()).files
        empty = "Nothing can be compared here yet." in spaced(files["aids/one/grid.html"])
        assert empty == (filled is text)


def spaced(page: bytes) -> str:
    return " ".join(LexborHTMLParser(page).root.text().split())  # type: ignore[union-attr]


@pytest.mark.parametrize("template", NAMES)
def test_nothing_that_was_said_is_lost(template: str) -> None:
    aid = compiled(template).aid
    assert aid is not None
    assert aid.condition is not None
    assert aid.update is not None
    assert (
        Beginning(
            title=aid.title,
            question=aid.question or "",
            condition=aid.condition.plain,
            who_for=aid.who_for or "",
            first_option=aid.options[0].name,
            second_option=aid.options[1].name,
            author=aid.update.owner or "",
        )
        == WHOLE
    )


def test_a_title_is_offered_for_a_condition() -> None:
    assert title_for("knee pain") == "Knee pain: what can I do?"
    assert title_for("") == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [("Wait", "Wait"), ("Harm", "Benefit"), ("...", "???"), ("x" * 200, "x" * 200), ("Yes", "No")],
)
def test_options_get_ids_of_their_own(first: str, second: str) -> None:
    for template in NAMES:
        made = compiled(template, Beginning(first_option=first, second_option=second))
        assert made.ok, (template, made.diagnostics)
        assert made.aid is not None
        assert len({option.id for option in made.aid.options}) == 2


HOSTILE = 'a "quote" \\ {.options} # <b>x</b> | --- \n: {{ 7*7 }} {title} [[x/y]] $first <!-- $'


@pytest.mark.parametrize("template", NAMES)
def test_what_is_typed_for_a_new_aid_cannot_change_its_structure(template: str) -> None:
    words = {name: HOSTILE for name, value in vars(Beginning()).items() if value == ""}
    begin = Beginning(**words, further_options=(HOSTILE, HOSTILE))
    made = compiled(template, begin)
    assert made.aid is not None
    assert [each for each in made.diagnostics if each.code.severity is Severity.ERROR] == []
    assert len(made.aid.options) == 4
    assert made.aid.question is not None
    assert made.aid.question.startswith('a "quote" \\')
    plain = compiled(template, Beginning()).aid
    assert plain is not None
    assert [each.role for each in made.aid.sections] == [each.role for each in plain.sections]


def test_a_draft_begun_on_29_february_is_due_on_the_28th() -> None:
    text = starter(Beginning(), today=date(2028, 2, 29))
    assert "review: 2030-02-28\n  expires: 2031-02-28" in text


@pytest.mark.parametrize("template", NAMES)
def test_nobody_has_looked_for_evidence_on_the_day_a_draft_is_begun(template: str) -> None:
    made = compiled(template)
    assert made.aid is not None
    assert (made.aid.dates.published, made.aid.dates.evidence) == (DAY, None)
    (said,) = (each for each in made.diagnostics if each.code.number == "DA505")
    assert "when the evidence was gathered" in said.message
    text = starter(WHOLE, today=DAY, template=template)
    later = text.replace("# evidence: the day on which you last looked", "evidence: 2026-02-27 #")
    assert "DA505" not in {each.code.number for each in compile_aid(later).diagnostics}


def test_a_template_that_does_not_exist_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        starter(Beginning(), today=DAY, template="poem")


@pytest.mark.parametrize("template", NAMES)
def test_each_further_option_has_its_part_its_column_and_its_lines(template: str) -> None:
    begin = Beginning(
        first_option="Carry on", second_option="Tablets", further_options=("A cream", "A cream")
    )
    made = compiled(template, begin)
    assert made.aid is not None
    assert [each.id for each in made.aid.options] == [
        "carry-on", "tablets", "a-cream", "a-cream-option",
    ]  # fmt: skip
    assert not [each for each in made.diagnostics if each.code.severity is Severity.ERROR]
    ids = {each.id for each in made.aid.options}
    for outcome in made.aid.outcomes:
        assert {cell.option for cell in outcome.cells} == ids
        assert {cell.figure for cell in outcome.cells} == {NotFound(reason="not looked up yet")}
