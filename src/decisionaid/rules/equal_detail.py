"""Rules on equal detail (DA204, DA208): each option gets as many words, lists and pictures as the others.

Layer 2. Words are counted in every language that parts them with spaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.prose import Prose, inlines_of, plain_text
from decisionaid.model.sections import CompareCell, Option
from decisionaid.rules.reading_level.sentences import words_in
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.two_wordings import in_both_wordings
from decisionaid.rules.walk import offered_of, rows_of
from decisionaid.text import Path

MOST_TIMES = Decimal("1.25")
"""How many times as many words one option may have as another, in all."""

MOST_TIMES_IN_A_ROW = Decimal("1.5")
"""The same within one row of ``.compare``."""

NOTICED = 10
"""Words; a smaller difference is not seen, however large the ratio is."""


@dataclass(frozen=True)
class _Amount:
    """How many words one option has, and where it stands."""

    name: str
    words: int
    path: Path


@rule(
    "DA204",
    "unequal-length",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="what is described at greater length looks more important, or more thoroughly thought through",
    basis="IPDASi v4, item 2.1.1",
)
@in_both_wordings
def unequal_length(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The offered options have about as many words each, in all and in each row that compares them.

    In all: the text under each option and its cells in ``.compare``. In a row: cells with words; what
    is not known, not found or not applicable is as short as it is.
    """
    offered = {option.id: (path, option) for path, option in offered_of(aid)}
    totals = {each: _words(option.body) for each, (_path, option) in offered.items()}
    rows: list[Finding] = []
    for path, row in rows_of(aid):
        amounts: list[_Amount] = []
        for column, cell in enumerate(row.cells):
            if cell.option in offered:
                words = _cell_words(cell)
                totals[cell.option] += words
                if cell.content is not None and cell.content.kind == "cell-words":
                    at = (*path, "cells", column)
                    amounts.append(_Amount(offered[cell.option][1].name, words, at))
        rows += _unequal(amounts, MOST_TIMES_IN_A_ROW, f"the row '{row.question}' has")
    yield from _unequal(_amounts(offered, totals), MOST_TIMES, "the options have, in all,")
    yield from rows


def _amounts(
    offered: Mapping[str, tuple[Path, Option]], totals: Mapping[str, int]
) -> list[_Amount]:
    return [_Amount(option.name, totals[each], path) for each, (path, option) in offered.items()]


def _unequal(amounts: list[_Amount], most_times: Decimal, what: str) -> Iterator[Finding]:
    if len(amounts) < 2:
        return
    ordered = sorted(amounts, key=lambda each: -each.words)
    most, least = ordered[0], ordered[-1]
    if most.words - least.words < NOTICED or most.words <= most_times * least.words:
        return
    low, high = -(-most.words * 100 // int(most_times * 100)), int(least.words * most_times)
    first, *others = (f"{each.words} words on '{each.name}'" for each in ordered)
    counts = [first, *(each.replace(" words on", " on") for each in others)]
    yield Finding(
        least.path,
        f"{what} {', '.join(counts[:-1])} and {counts[-1]}",
        f"say more of '{least.name}' ({low} words or more), or less of '{most.name}' "
        f"({high} or fewer)"
        if len(ordered) == 2
        else _between(ordered, most_times),
        also=(most.path,),
    )


def _between(ordered: list[_Amount], most_times: Decimal) -> str:
    """Say between how many words all options are alike, so that one round of changes will do.

    Of all such ranges it is the one that most options keep already, and of those the longest.
    """
    ranges = [(-(-each.words * 100 // int(most_times * 100)), each.words) for each in ordered]
    low, high = max(
        ranges, key=lambda ends: sum(ends[0] <= each.words <= ends[1] for each in ordered)
    )
    changes = [
        *(f"less of '{each.name}'" for each in ordered if each.words > high),
        *(f"more of '{each.name}'" for each in ordered if each.words < low),
    ]
    return f"between {low} and {high} words on each are alike: say {', '.join(changes)}"


def _cell_words(cell: CompareCell) -> int:
    content = cell.content
    if content is None:
        return 0
    if content.kind == "cell-words":
        return len(words_in(plain_text(content.inlines)))
    return len(words_in(content.reason))


def _words(prose: Prose) -> int:
    return sum(len(words_in(plain_text(inlines))) for inlines in inlines_of(prose))


@rule(
    "DA208",
    "unequal-pictures",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="a picture or a list draws the eye, and the option that has it seems to be the one that counts",
    basis="IPDASi v4, item 2.1.1",
)
@in_both_wordings
def unequal_pictures(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The offered options have as many pictures each, and all or none of them a list."""
    offered = list(offered_of(aid))
    for kind, one, many in (("picture", "picture", "pictures"), ("list", "list", "lists")):
        counts = [sum(block.kind == kind for block in option.body) for _path, option in offered]
        if not counts or min(counts) == max(counts) or (kind == "list" and min(counts) > 0):
            continue
        most, least = counts.index(max(counts)), counts.index(min(counts))
        more, fewer = offered[most][1].name, offered[least][1].name
        shown = f"{max(counts)} {one if max(counts) == 1 else many}"
        yield Finding(
            offered[least][0],
            f"the option '{more}' has {shown}, and '{fewer}' has {min(counts) or 'none'}",
            f"give '{fewer}' {'a list' if kind == 'list' else 'as many'} too, "
            f"or take {'it' if max(counts) == 1 else 'them'} away from '{more}'",
            also=(offered[most][0],),
        )


RULES: tuple[Rule, ...] = (unequal_length, unequal_pictures)
