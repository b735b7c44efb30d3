"""Rules on published comparisons (DA318, DA319): what was looked for, and figures that agree.

Layer 2. A page shows a published difference beside the figures of the options and never works one
out, so the three must agree as far as their printed digits let them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Frequency, NotFound
from decisionaid.model.outcome import (
    Differ,
    Found,
    Outcome,
    Printed,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.model.sections import TestSection
from decisionaid.model.shares import half_a_digit
from decisionaid.model.waiver import waiver_line
from decisionaid.rules.agreeing import pair_of, points_apart, ratio_at_odds, written
from decisionaid.rules.contradictions import Fault, none_shown, turned
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import (
    comparisons_of,
    figures_of,
    found_of,
    is_published,
    rows_of,
    sections_of,
)
from decisionaid.text import Path


@rule(
    "DA318",
    "not-found-in-published",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEAVES_OUT,
    why="'not found' is honest in a draft; in a published aid a reader is left without what may exist",
    only=is_published,
)
def not_found_in_published(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A published aid has no figure, comparison or words that its authors have yet to find."""
    for path, value, words in _values(aid):
        if isinstance(value, NotFound):
            yield _to_find(path, words)


def _values(aid: Aid) -> Iterator[tuple[Path, object, str]]:
    """Yield each value that can still be to find, its path, and what it is a value of."""
    for path, row in rows_of(aid):
        for column, cell in enumerate(row.cells):
            yield (*path, "cells", column), cell.content, row.question
    for path, test in sections_of(aid, TestSection):
        for number, counted in enumerate(test.cells):
            yield (*path, "cells", number), counted, test.heading
    for path, outcome, figure in figures_of(aid):
        yield path, figure, outcome.label
    for path, outcome, comparison in comparisons_of(aid):
        yield path, comparison, outcome.label


def _to_find(path: Path, words: str) -> Finding:
    return Finding(
        path,
        f"something of '{words}' was not found, and the aid is published",
        "look it up in the source; if nobody measured it, write 'not known: reason' "
        "(of a comparison: 'not reported'); or say in the head below 'waivers:': "
        + waiver_line("DA318", "the source cannot be had, since ..."),
    )


@rule(
    "DA319",
    "difference-disagrees",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a reader compares the two figures; when what stands beside them says otherwise, one of "
    "the three is wrong, and the page contradicts itself",
)
def difference_disagrees(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A published difference points the way of the two figures it stands beside, and agrees with them.

    What the source found is not said by a cell not to have been shown.
    """
    for path, outcome, comparison in found_of(aid):
        if fault := _fault(outcome, comparison):
            cells = [
                ((*path[:-2], "cells", n), cell.option) for n, cell in enumerate(outcome.cells)
            ]
            yield Finding(
                path,
                fault.message,
                fault.help,
                also=tuple(at for at, option in cells if option in fault.options),
            )


def _fault(outcome: Outcome, comparison: Found) -> Fault | None:
    """Return the first of what is wrong: nothing was shown, it points the other way, it is of another size."""
    if fault := none_shown(outcome, comparison):
        return fault
    if isinstance(comparison, Differ):
        return None
    return turned(outcome, comparison) or _of_another_size(outcome, comparison)


def _of_another_size(outcome: Outcome, comparison: Printed) -> Fault | None:
    message = _disagreement(outcome, comparison)
    what = "ratio" if isinstance(comparison, PublishedRatio) else "difference"
    help_ = (
        "compare the three numbers with the source, and correct what was mistyped; "
        f"if the source adjusted its {what}, write ', adjusted' at the end"
    )
    return Fault(message, help_, (comparison.option, comparison.against)) if message else None


def _disagreement(outcome: Outcome, comparison: Printed) -> str | None:
    """Say how a comparison and the two figures disagree; None: they agree, or cannot be compared."""
    first, second = pair_of(outcome, comparison)
    if first is None or second is None:
        return None
    two = f"{written(first)} and {written(second)}"
    if isinstance(comparison, PublishedRatio):
        made = ratio_at_odds(outcome, comparison)
        if made is None:
            return None
        about = "more than 100" if made > 100 else f"about {float(made):.2f}"
        return (
            f"a {comparison.measure} of {comparison.value}{_range_of(comparison)} cannot be that of "
            f"{two}, which make {about}"
        )
    apart = points_apart(outcome, comparison)
    if apart is not None:
        return (
            f"{comparison.amount} points {comparison.word} cannot be the difference between {two}, "
            f"which are {abs(apart)} points apart"
        )
    pair = _figures(outcome, comparison)
    if comparison.adjusted or comparison.of is None or pair is None or _agree(comparison, pair):
        return None
    return f"{comparison.amount} {comparison.word} in {comparison.of} cannot be the difference between {two}"


def _range_of(ratio: PublishedRatio) -> str:
    return "" if ratio.low is None else f" ({ratio.low} to {ratio.high})"


def _figures(
    outcome: Outcome, difference: PublishedDifference
) -> tuple[Frequency | Counted, Frequency | Counted] | None:
    """Return the shares of the two options; None where one has none, or one that counts nobody."""
    first, second = pair_of(outcome, difference)
    if not isinstance(first, Frequency | Counted) or not isinstance(second, Frequency | Counted):
        return None
    return (first, second) if first.of > 0 and second.of > 0 else None


def _agree(
    difference: PublishedDifference, pair: tuple[Frequency | Counted, Frequency | Counted]
) -> bool:
    """Return whether rounding in print explains how far the three are apart."""
    of = difference.of or 1
    apart = pair[0].n / Decimal(pair[0].of) - pair[1].n / Decimal(pair[1].of)
    amount = difference.amount / of
    signed = amount if difference.word == "more" else -amount
    slack = half_a_digit(difference.amount) / of + sum(_slack(figure) for figure in pair)
    return abs(apart - signed) <= slack


def _slack(figure: Frequency | Counted) -> Decimal:
    """Return how far a printed share can be from the true one; people who were counted are exact."""
    return Decimal(0) if isinstance(figure, Counted) else half_a_digit(figure.n) / figure.of


RULES: tuple[Rule, ...] = (not_found_in_published, difference_disagrees)
