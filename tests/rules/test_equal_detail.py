"""Options get as many words, lists and pictures as one another."""

from __future__ import annotations

import pytest

from decisionaid.diagnostics import Finding
from decisionaid.model.aid import Aid
from decisionaid.model.figure import NotApplicable
from decisionaid.model.prose import Block, ItemList, ListItem, Picture, Prose
from decisionaid.model.sections import (
    CellWords,
    CompareCell,
    CompareRow,
    CompareSection,
    Option,
    OptionsSection,
)
from decisionaid.rules import RuleContext, equal_detail
from tests.rules.example_aid import OPTIONS, prose

PICTURE = Picture(file="images/a.png", description="A picture")
LIST = ItemList(items=(ListItem(blocks=prose("One thing.")),))


def said(count: int) -> Prose:
    return prose(" ".join(["word"] * count))


def cell(option: str, count: int | None) -> CompareCell:
    """Return a cell with so many words; None: not applicable."""
    if count is None:
        return CompareCell(option=option, content=NotApplicable(reason="it is not"))
    [words] = said(count)
    assert words.kind == "paragraph"
    return CompareCell(option=option, content=CellWords(inlines=words.inlines))


def aid_with(bodies: tuple[Prose, ...], *rows: tuple[int | None, ...], **option: object) -> Aid:
    """Return an aid with these texts under its options, and rows of so many words."""
    options = tuple(
        Option.model_validate({"id": each, "name": each, "body": body} | option)
        for each, body in zip(OPTIONS, bodies, strict=True)
    )
    compare = CompareSection(
        heading="C",
        rows=tuple(
            CompareRow(id=f"r{number}", question="What?", cells=tuple(map(cell, OPTIONS, row)))
            for number, row in enumerate(rows)
        ),
    )
    return Aid(
        slug="a", title="A", sections=(OptionsSection(heading="O", options=options), compare)
    )


def found(aid: Aid) -> list[tuple[str, Finding]]:
    context = RuleContext()
    return [
        (rule.code.number, finding)
        for rule in equal_detail.RULES
        for finding in rule.check(aid, context)
    ]


@pytest.mark.parametrize(("least", "most"), [(40, 40), (40, 50), (1, 10), (0, 0)])
def test_about_as_many_words_are_enough(least: int, most: int) -> None:
    assert found(aid_with((said(least), said(most)))) == []


def test_the_shorter_option_is_named_with_how_many_words_to_aim_for() -> None:
    [(number, finding)] = found(aid_with((said(40), said(51))))
    assert number == "DA204"
    assert finding.path == ("sections", 0, "options", 0)
    assert finding.also == (("sections", 0, "options", 1),)
    assert "51 words on 'treatment' and 40 on 'as-now'" in finding.message
    assert "(41 words or more)" in finding.help
    assert "(50 or fewer)" in finding.help


def test_all_counts_are_named_with_a_range_in_which_one_round_makes_all_alike() -> None:
    counts = (80, 44, 41, 40, 20)
    options = tuple(
        Option(id=f"o{n}", name=f"Option {n}", body=said(count)) for n, count in enumerate(counts)
    )
    aid = Aid(slug="a", title="A", sections=(OptionsSection(heading="O", options=options),))
    [(_number, finding)] = found(aid)
    assert finding.message == (
        "the options have, in all, 80 words on 'Option 0', 44 on 'Option 1', 41 on 'Option 2', "
        "40 on 'Option 3' and 20 on 'Option 4'"
    )
    assert finding.help == (
        "between 36 and 44 words on each are alike: say less of 'Option 0', more of 'Option 4'"
    )
    alike = [
        each.model_copy(update={"body": said(n)})
        for each, n in zip(options, (44, 44, 41, 40, 36), strict=True)
    ]
    section = OptionsSection(heading="O", options=tuple(alike))
    assert found(aid.model_copy(update={"sections": (section,)})) == []


def test_cells_count_towards_the_words_of_an_option() -> None:
    assert found(aid_with((said(40), said(30)), (2, 11))) == []


def test_a_row_is_unequal_on_its_own() -> None:
    [(_number, finding)] = found(aid_with((said(60), said(60)), (10, 21), (10, 12)))
    assert finding.path == ("sections", 1, "rows", 0, "cells", 0)
    assert "the row 'What?'" in finding.message


def test_a_cell_that_does_not_apply_is_as_short_as_it_is() -> None:
    assert found(aid_with((said(100), said(100)), (None, 20))) == []


def test_what_is_not_offered_is_not_compared() -> None:
    assert found(aid_with((said(10), said(90)), kind="comparator")) == []


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ((), (), []),
        ((PICTURE,), (PICTURE,), []),
        ((PICTURE,), (), ["DA208"]),
        ((PICTURE,), (PICTURE, PICTURE), ["DA208"]),
        ((LIST,), (), ["DA208"]),
        ((LIST,), (LIST, LIST), []),
        ((PICTURE, LIST), (), ["DA208", "DA208"]),
    ],
)
def test_pictures_are_as_many_and_a_list_is_not_alone(
    first: tuple[Block, ...], second: tuple[Block, ...], numbers: list[str]
) -> None:
    assert [number for number, _finding in found(aid_with((first, second)))] == numbers


def test_the_option_without_a_picture_is_named() -> None:
    [(_number, finding)] = found(aid_with(((PICTURE,), ())))
    assert finding.path == ("sections", 0, "options", 1)
    assert finding.message == "the option 'as-now' has 1 picture, and 'treatment' has none"
    assert finding.help == "give 'treatment' as many too, or take it away from 'as-now'"
