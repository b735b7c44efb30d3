"""Rules on published comparisons (DA318, DA319): what was looked for, and figures that agree.

Layer 2. A page shows a published difference beside the figures of the options and never works one
out, so the three must agree as far as their printed digits let them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from decisionaid.diagnostics import Finding, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Figure, Frequency, NotFound
from decisionaid.model.outcome import Outcome, PublishedDifference
from decisionaid.model.sections import CompareSection
from decisionaid.rules.places import outcomes_of, sections_of
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.text import Path


@rule(
    "DA318",
    "not-found-in-published",
    Severity.WARNING,
    why="'not found' is honest in a draft; in a published aid a reader is left without what may exist",
)
def not_found_in_published(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A published aid has no figure, comparison or words that its authors have yet to find."""
    if aid.status != "published":
        return
    for path, section in sections_of(aid, CompareSection):
        for number, row in enumerate(section.rows):
            for place, cell in enumerate(row.cells):
                if isinstance(cell.content, NotFound):
                    yield _to_find((*path, "rows", number, "cells", place), row.question)
    for path, outcome in outcomes_of(aid):
        for number, figure in enumerate(outcome.cells):
            if isinstance(figure.figure, NotFound):
                yield _to_find((*path, "cells", number), outcome.label)
        for number, comparison in enumerate(outcome.comparisons):
            if isinstance(comparison, NotFound):
                yield _to_find((*path, "comparisons", number), outcome.label)


def _to_find(path: Path, words: str) -> Finding:
    return Finding(
        path,
        f"something of '{words}' was not found, and the aid is published",
        "look it up in the source; if nobody measured it, write 'not known: reason' "
        "(of a comparison: 'not reported'); or allow: "
        '{DA318: "the source cannot be had; name, date"}',
    )


@rule(
    "DA319",
    "difference-disagrees",
    Severity.ERROR,
    why="a reader subtracts the two figures; when the difference beside them says otherwise, one of "
    "the three is wrong",
)
def difference_disagrees(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A published difference of people agrees with the two figures it stands beside."""
    for path, outcome in outcomes_of(aid):
        for number, comparison in enumerate(outcome.comparisons):
            if not isinstance(comparison, PublishedDifference) or comparison.adjusted:
                continue
            pair = _figures(outcome, comparison)
            if comparison.of is None or pair is None or _agree(comparison, pair):
                continue
            cells = {cell.option: place for place, cell in enumerate(outcome.cells)}
            yield Finding(
                (*path, "comparisons", number),
                f"{comparison.amount} {comparison.word} in {comparison.of} cannot be the difference "
                f"between {_written(pair[0])} and {_written(pair[1])}",
                "compare the three numbers with the source, and correct what was mistyped; "
                "if the source adjusted its difference, write ', adjusted' at the end",
                also=tuple(
                    (*path, "cells", cells[option])
                    for option in (comparison.option, comparison.against)
                ),
            )


def _figures(
    outcome: Outcome, difference: PublishedDifference
) -> tuple[Frequency | Counted, Frequency | Counted] | None:
    """Return the shares of the two options; None where one has none, or one that counts nobody."""
    first, second = (
        cell.figure if (cell := outcome.cell(option)) else None
        for option in (difference.option, difference.against)
    )
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
    slack = _half_a_digit(difference.amount) / of + sum(_slack(figure) for figure in pair)
    return abs(apart - signed) <= slack


def _slack(figure: Frequency | Counted) -> Decimal:
    """Return how far a printed share can be from the true one; people who were counted are exact."""
    return Decimal(0) if isinstance(figure, Counted) else _half_a_digit(figure.n) / figure.of


def _half_a_digit(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def _written(figure: Figure) -> str:
    match figure:
        case Frequency(n=n, of=of):
            return f"{n} in {of}"
        case Counted(n=count, of=group):
            return f"{count} of {group}"
        case _:
            return figure.kind


RULES: tuple[Rule, ...] = (not_found_in_published, difference_disagrees)
