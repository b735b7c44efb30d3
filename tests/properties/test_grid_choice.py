"""Where no row is marked, the one-page grid of any aid has room and is silent on no option."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings

from decisionaid.compiler import compile_aid
from decisionaid.model.figure import NUMERIC
from decisionaid.model.grid import MOST_ROWS, MOST_WORDS, grid_rows, height_of, room_of, words_of
from decisionaid.model.outcome import Outcome
from decisionaid.model.sides import BOTH_SIDES, shows
from tests.properties.random_aids import DrawnAid, aids, source_of


@pytest.mark.long
@settings(max_examples=60, phases=(Phase.generate, Phase.shrink))
@given(aids())
def test_the_grid_has_room_and_shows_what_the_aid_shows_of_each_option(drawn: DrawnAid) -> None:
    compiled = compile_aid(source_of(drawn))
    aid = compiled.aid
    assert aid is not None
    rows = grid_rows(aid)
    told = {each.code.number for each in compiled.diagnostics}
    has_room = height_of(rows) <= room_of(aid, rows) and len(rows) <= MOST_ROWS
    assert has_room or told & {"DA862"}
    chosen = [row.part for row in rows if isinstance(row.part, Outcome)]
    for outcome in chosen:
        group = [each for each in aid.outcomes if each.label == outcome.label]
        assert any(isinstance(cell.figure, NUMERIC) for each in group for cell in each.cells)
    if len(rows) == MOST_ROWS or words_of(rows) > MOST_WORDS - 80 or "DA863" in told:
        return  # what else the aid says has no room, or its author is told
    measured = [
        each
        for each in aid.outcomes
        if not each.more
        and not each.estimate_of
        and any(isinstance(cell.figure, NUMERIC) for cell in each.cells)
    ]
    for option in (each for each in aid.options if each.offered):
        for side, _ in BOTH_SIDES:
            of_all = any(shows(each, option.id, side) for each in measured)
            assert any(shows(each, option.id, side) for each in chosen) == of_all
