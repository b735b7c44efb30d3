"""Rules on the one-page grid (DA862 to DA864): the rows an author marks have room on one sheet, both sides on it.

Layer 2. They look at rows marked ``.grid``; where none is marked, the rows are chosen so that they fit
and show both sides, and what then does not fit, or is missing, has no room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import TO_FIND_OUT
from decisionaid.model.grid import (
    MOST_ROWS,
    MOST_WORDS,
    GridRow,
    grid_rows,
    height_of,
    marked_rows,
    room_of,
    words_of,
)
from decisionaid.model.grid_choice import has_figure
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import OptionsSection
from decisionaid.model.sides import BOTH_SIDES, Side, shows
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import one_of_these, quoted, sections_of
from decisionaid.text import Path

_SIDES = {"good": "a good thing that may happen", "bad": "a bad thing that may happen"}


@rule(
    "DA862",
    "grid-does-not-fit",
    Severity.ERROR,
    kind="auto",
    harm=Harm.HARD_TO_USE,
    why="the grid is one sheet of A4 that two people read together in a visit; nothing on it is cut off, and "
    "with more than eight rows nobody gets to the end",
)
def grid_does_not_fit(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The rows of the one-page grid have room on one sheet, and eight are the most that are read together."""
    rows = grid_rows(aid)
    room, height = room_of(aid, rows), height_of(rows)
    if len(rows) > MOST_ROWS:
        yield Finding(
            rows[MOST_ROWS].path,
            f"{len(rows)} rows are marked for the one-page grid, and {MOST_ROWS} have a place",
            f"take '.grid' out of the braces of {len(rows) - MOST_ROWS} of them",
            also=tuple(row.path for row in rows[:MOST_ROWS]),
        )
    elif height > room and all(map(_is_whole, rows)):
        yield _too_tall(rows, room, height) if rows and room > 0 else _head_too_tall(aid)


def _is_whole(row: GridRow) -> bool:
    """Whether a row says all that it must; how tall it is nobody knows before."""
    outcome = row.part
    return not isinstance(outcome, Outcome) or None not in (outcome.time, outcome.certainty)


def _too_tall(rows: Sequence[GridRow], room: float, height: float) -> Finding:
    """Name the row that takes most of the room."""
    tallest = max(rows, key=lambda row: row.height)
    marked = tallest.part.grid
    if isinstance(tallest.part, Outcome):
        name, advice = tallest.part.label, "take '.grid' out of its brace, or out of another row"
    else:
        name = tallest.part.question
        advice = "say it in fewer words, or take '.grid' out of its brace"
    if not marked:
        advice = "say it in fewer words, or write '.grid' into the braces of the rows that go there"
    return Finding(
        tallest.path,
        f"the rows {'marked ' if marked else ''}for the one-page grid take {round(height)} mm and "
        f"there are {int(room)} mm; {quoted([name])} takes most, {round(tallest.height)} mm",
        advice,
    )


def _head_too_tall(aid: Aid) -> Finding:
    """Say that no row has room below what stands on every sheet, at the longest of its words."""
    heads: list[tuple[str, Path]] = [(aid.title, ("title",)), (aid.question or "", ("question",))]
    for path, section in sections_of(aid, OptionsSection):
        heads += [
            (option.name, (*path, "options", number))
            for number, option in enumerate(section.options)
        ]
    words, path = max(heads, key=lambda each: len(each[0]))
    return Finding(
        path,
        "the one-page grid has no room for any row below its title, the question and the names of the options",
        f"say this in fewer words than {len(words):,} characters: {_cut(words)}",
    )


def _cut(words: str) -> str:
    return quoted([words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"])


_SHOWN = 60
"""Characters of long words that a message shows."""


@rule(
    "DA863",
    "grid-one-sided",
    Severity.ERROR,
    kind="auto",
    harm=Harm.LEANS,
    why="a page with good things alone, or bad things alone, tells the person what to choose",
)
def grid_one_sided(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Good and bad outcomes both stand on the one-page grid, where the aid has both."""
    rows = grid_rows(aid)
    key = [each for each in aid.outcomes if not each.more and each.is_readable]
    if not any(row.part.grid for row in rows):
        key = [
            each for each in key if has_figure(aid, each)
        ]  # DA314 says that the others have none
    for direction, words in _SIDES.items():
        missing = [each for each in key if each.direction == direction]
        stand = [row.part for row in rows if row.direction == direction]
        with_figures = [each for each in missing if has_figure(aid, each)]
        unknown = bool(with_figures) and not any(has_figure(aid, each) for each in stand)
        if rows and missing and (unknown or not stand):
            which = " with a figure" if stand else ""
            yield Finding(
                rows[0].path,
                f"the one-page grid has no row{which} for {words}, and the aid has such outcomes",
                _advice(with_figures or missing),
            )
            return
    yield from _one_sided_of(aid, rows, key)


def _one_sided_of(aid: Aid, rows: Sequence[GridRow], key: Sequence[Outcome]) -> Iterator[Finding]:
    """Find an option of which the grid shows one side alone, though its marks are mixed or all the same."""
    marked = [row.part for row in rows if isinstance(row.part, Outcome)]
    if len(marked) < 2 and any(row.part.grid for row in rows):
        return  # of one outcome the author decides; what is chosen without marks shows all that it can
    for option in aid.options:
        for side, other in BOTH_SIDES:
            if not option.offered or any(shows(each, option.id, side) for each in marked):
                continue
            missing = [each for each in key if _says(each, option.id, side)]
            if missing and any(shows(each, option.id, other) for each in marked):
                yield Finding(
                    rows[0].path,
                    f"the one-page grid says what is {other} about '{option.name}', and nothing that is {side}",
                    _advice(missing),
                )
                return


def _says(outcome: Outcome, option: str, side: Side) -> bool:
    """Whether an outcome shows the side by more than that nobody knows."""
    unknown = isinstance(outcome.figure(option), TO_FIND_OUT)
    return not unknown and shows(outcome, option, side)


@rule(
    "DA864",
    "grid-too-long-to-read",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="the grid is read aloud in a visit, and there are about three minutes for it",
)
def grid_too_long_to_read(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The rows marked for the one-page grid can be read aloud in about three minutes."""
    rows = marked_rows(aid)
    if words_of(rows) > MOST_WORDS:
        longest = max(rows, key=lambda row: row.words)
        yield Finding(
            longest.path,
            f"the one-page grid has about {words_of(rows)} words, and {MOST_WORDS} can be read "
            "aloud in three minutes; this row has most",
            "say it in fewer words, or take '.grid' out of its brace",
        )


def _advice(missing: Sequence[Outcome]) -> str:
    names = one_of_these([outcome.label for outcome in missing])
    return f"write '.grid' into the brace of one of these: {names}"


RULES: tuple[Rule, ...] = (
    grid_does_not_fit,
    grid_one_sided,
    grid_too_long_to_read,
)
