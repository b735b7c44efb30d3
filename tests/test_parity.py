"""A figure is the same wherever an aid says it: page, table, grid, large print, evidence, data."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import pytest

from decisionaid.disk.aid_folder import aid_files
from decisionaid.disk.aid_pages import View, pages_of
from decisionaid.model.aid import Aid
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.quality import assess
from decisionaid.site.gallery import Example, all_examples, compiled
from tests.conftest import ROOT
from tests.our_aids import SLUGS, aid_of
from tests.parity import faults, measured, texts_of

EXAMPLES = list(all_examples())

PLACES = (
    ("index.html", r'<p class="figure-number">'),
    ("large-print.html", r'<p class="figure-number">'),
    ("side by side", r'<td role="cell" class="cell-figure"><span class="cell-option".*?</span> <span>'),
    ("grid.html", r'<td role="cell" class="figure" [^>]*><span class="cell-option".*?</span><span class="cell-words">'),
    ("evidence.html", r">As shown: </span>"),
    ("aid.json", r'"figures":\[\{"option":"[^"]*","said":"'),
)  # fmt: skip


ON_GRID = [slug for slug in SLUGS if any(each[0].grid for each in measured(aid_of(slug)))]
"""Aids that mark a figure for the one-page grid, so that it stands in every file."""


@cache
def published(slug: str) -> tuple[Aid, dict[str, str]]:
    """Return an aid and its files by name."""
    aids = ROOT / "aids"
    files = aid_files(aids / slug, aids, View()).files
    return aid_of(slug), texts_of(files)


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_is_the_same_in_every_file(slug: str) -> None:
    aid, files = published(slug)
    assert faults(aid, files) == []


@pytest.mark.long
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_every_form_of_a_figure_is_the_same_in_every_file(example: Example) -> None:
    """The gallery has every form; a form without a number has no number in any file."""
    made = compiled(example)
    assert made.aid is not None
    quality = assess(made.aid, made.diagnostics, spans=made.spans, sha256=made.sha256)
    assert faults(made.aid, texts_of(pages_of(made.aid, quality, View()))) == []


@pytest.mark.parametrize("slug", ON_GRID)
def test_a_figure_changed_in_the_aid_alone_is_noticed_in_every_file(slug: str) -> None:
    aid, files = published(slug)
    row, option, figure = next(each for each in measured(aid) if each[0].grid)
    one = Decimal(1)
    wrong = figure.model_copy(
        update={"n": one, "points": one, "events": 1, "amount": one, "low": one}
    )
    cells = tuple(
        cell.model_copy(update={"figure": wrong}) if cell.option == option else cell
        for cell in row.cells
    )
    found = faults(with_cells(aid, row, cells), files)
    told = {each.partition(":")[0] for each in found if f"'{option}') says" in each}
    assert {"index.html", "large-print.html", "side by side", "grid.html", "evidence.html"} <= told


def with_cells(aid: Aid, row: Outcome, cells: tuple[Cell, ...]) -> Aid:
    """Return the aid with other cells in one row."""
    changed = row.model_copy(update={"cells": cells})
    sections = [
        section.model_copy(
            update={
                "outcomes": tuple(changed if each is row else each for each in section.outcomes)
            }
        )
        if isinstance(section, OutcomesSection)
        else section
        for section in aid.sections
    ]
    return aid.model_copy(update={"sections": tuple(sections)})


@pytest.mark.long
@pytest.mark.parametrize("slug", ON_GRID)
@pytest.mark.parametrize(("name", "before"), PLACES, ids=[name for name, _ in PLACES])
def test_a_figure_changed_in_one_file_is_noticed(slug: str, name: str, before: str) -> None:
    aid, files = published(slug)
    pattern = re.compile(rf"({before}[^<\d]*)(\d)(?=[\d,]* (?:of|fewer in|more in|point|event))")
    changed, times = pattern.subn(
        lambda m: f"{m[1]}{(int(m[2]) + 3) % 9 + 1}", files[name], count=1
    )
    assert times == 1
    assert faults(aid, files | {name: changed}) != []
