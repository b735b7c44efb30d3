"""An aid that has ended holds no figures, wherever they stood, and keeps what is none."""

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.ended import without_figures
from decisionaid.model.figure import OutOfDate
from decisionaid.model.prose import inlines_of, plain_text
from decisionaid.model.sections import (
    CompareSection,
    KnowledgeSection,
    PlanSection,
    RedFlagsSection,
    UncertainSection,
)
from decisionaid.model.sections import TestSection as SectionOnTest
from tests.conftest import ROOT
from tests.rules.examples import SPECIMEN, whole_source


def an_aid(fragment: str = "") -> Aid:
    """Return the specimen of the rule pages with another piece in it; its figures are made up."""
    text = whole_source(fragment) if fragment else SPECIMEN.read_text(encoding="utf-8")
    aid = compile_aid(text).aid
    assert aid is not None
    return aid


def words_of(aid: Aid, role: str) -> list[str]:
    section = next(each for each in aid.sections if each.role == role)
    return [plain_text(each) for each in inlines_of(section.body)]


def test_every_cell_is_out_of_date_and_nothing_is_said_of_it() -> None:
    ended = without_figures(an_aid())
    assert ended.outcomes
    for outcome in ended.outcomes:
        assert {type(cell.figure) for cell in outcome.cells} == {OutOfDate}
        assert outcome.out_of_date
        assert (outcome.comparisons, outcome.people, outcome.certainty) == ((), None, None)


def test_ids_labels_times_and_sources_stay() -> None:
    aid = an_aid()
    ended = without_figures(aid)
    pairs = list(zip(aid.outcomes, ended.outcomes, strict=True))
    assert all(
        (a.id, a.label, a.time, a.sources) == (b.id, b.label, b.time, b.sources) for a, b in pairs
    )
    assert ended.values_questions == aid.values_questions
    assert list(ended.of(PlanSection)) == list(aid.of(PlanSection))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Most people feel better within 6 weeks.", True),
        ("Most people feel better within 6 weeks. {source=example-2024}", False),
        ("It is made up. {source=example-2024}", True),
        ("About 20 in 100 people have it.", False),
        ("About 20 % of people have it.", False),
        ("About 20 out of every 100 people have it.", False),
    ],
)
def test_words_go_that_have_a_source_and_a_digit_or_give_a_share(words: str, kept: bool) -> None:
    aid = an_aid(f"## What is the example condition? {{.condition}}\n\n{words}\n")
    said = words_of(aid, "condition")
    assert words_of(without_figures(aid), "condition") == (said if kept else [""])


def test_a_cell_of_words_with_a_source_and_a_digit_goes() -> None:
    aid = an_aid()
    table = next(aid.of(CompareSection))
    row = table.rows[0]
    first = row.cells[0].content
    assert first is not None
    inlines = ({"kind": "text", "text": "It takes 6 weeks."},)
    changed = row.model_copy(
        update={
            "sources": ("example-2024",),
            "cells": (
                row.cells[0].model_copy(
                    update={"content": type(first).model_validate({"inlines": inlines})}
                ),
            ),
        }
    )
    section = table.model_copy(update={"rows": (changed,)})
    ended = without_figures(aid.model_copy(update={"sections": (section,)}))
    content = next(ended.of(CompareSection)).rows[0].cells[0].content
    assert content is not None
    assert [each.kind for each in vars(content)["inlines"]] == ["out-of-date"]


def test_warning_signs_stay_whatever_they_say() -> None:
    flags = (
        "## If you need help now {.red-flags when=now}\n\nCall for help. {source=example-2024}\n\n"
        "- You have a fever of 39 °C or 102 °F. {#fever source=example-2024}\n"
    )
    aid = an_aid(flags)
    assert list(without_figures(aid).of(RedFlagsSection)) == list(aid.of(RedFlagsSection))


def test_facts_to_check_that_rest_on_figures_go() -> None:
    aid = an_aid()
    outcome = aid.outcomes[0]
    facts = f"""## Check the facts {{.knowledge}}

### Most people get better. {{#better about={outcome.id}}}

- [x] True {{#true}}
- [ ] False {{#false}}

They do.

### You can change your mind. {{#mind}}

- [x] True {{#yes}}
- [ ] False {{#no}}

You can.

### Few get worse. {{#worse}}

- [x] True {{#right}}
- [ ] False {{#wrong}}

[[{outcome.id}/{outcome.cells[0].option}]].
"""
    ended = without_figures(an_aid(facts))
    section = next(ended.of(KnowledgeSection))
    assert [check.id for check in section.checks] == ["mind"]


def test_a_test_loses_its_four_cells_and_keeps_what_happens_next() -> None:
    aid = compile_aid((ROOT / "tests" / "specimens" / "test.md").read_text(encoding="utf-8")).aid
    assert aid is not None
    before, after = next(aid.of(SectionOnTest)), next(without_figures(aid).of(SectionOnTest))
    assert [type(cell) for cell in after.cells] == [OutOfDate] * 4
    assert after.out_of_date
    assert [each.id for each in after.results] == [each.id for each in before.results]


def test_what_nobody_knows_loses_only_items_with_figures() -> None:
    unknown = """## What nobody knows {.uncertain}

- If 20 in 100 people need more. {#need}
- Who gains most. {#who}
"""
    section = next(without_figures(an_aid(unknown)).of(UncertainSection))
    assert [item.id for item in section.items] == ["who"]


def test_doing_it_twice_changes_nothing_more() -> None:
    once = without_figures(an_aid())
    assert without_figures(once) == once
