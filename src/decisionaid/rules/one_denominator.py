"""The rule on denominators (DA302): what stands in one row is out of the same number.

Layer 2. What rows share with one another is worked out by the page (``render.figures.denominators``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    DifferenceFrom,
    FewerThan,
    Frequency,
    Rate,
    Spread,
    is_difference,
)
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NUMBERS_UPDATE, figures_of, quoted
from decisionaid.text import Path

OutOf = Frequency | FewerThan | Rate | Spread | DifferenceFrom
"""Figures that are printed out of a number, which stands on the page with them."""


@rule(
    "DA302",
    "unequal-denominators",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="people misjudge which is larger when the denominators differ",
    basis=NUMBERS_UPDATE,
    unsafe=True,
)
def unequal_denominators(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The figures of a row are out of the same number, form by form."""
    rows: dict[tuple[Path, str], list[tuple[Path, OutOf]]] = defaultdict(list)
    for path, _outcome, figure in figures_of(aid):
        if isinstance(figure, OutOf) and figure.of is not None:
            rows[path[:-2], _form(figure)].append((path, figure))
    for cells in rows.values():
        sizes = sorted({figure.of or 0 for _path, figure in cells})
        if len(sizes) < 2:
            continue
        first = cells[0][1].of
        other = next(cell for cell in cells if cell[1].of != first)
        raised = [_raised(figure, sizes[-1]) for _path, figure in (cells[0], other)]
        yield Finding(
            other[0],
            f"this row mixes {quoted(f'out of {size}' for size in sizes)}",
            f"write all of them out of {sizes[-1]}: {quoted(raised)}",
            also=(cells[0][0],),
        )


def _form(figure: OutOf) -> str:
    """Return what may share a row: shares of people, rates, or differences."""
    if isinstance(figure, Rate):
        return "rates"
    if is_difference(figure):
        return "differences"
    return "shares"


def _raised(figure: OutOf, of: int) -> str:
    """Write a figure out of a larger number; exact, because denominators are powers of ten."""
    times = of // max(figure.of or of, 1)

    def up(amount: Decimal) -> str:
        return f"{(amount * times).normalize():f}"

    match figure:
        case FewerThan(n=n):
            return f"fewer than {up(n)} in {of}"
        case Spread(low=low, high=high, word=word):
            return f"{up(low)} to {up(high)}{f' {word}' if word else ''} in {of} {figure.behind}"
        case DifferenceFrom(amount=amount, word=word, low=first, high=last):
            text = f"{up(amount)} {word} in {of}"
            if first is None or last is None:
                return text
            return f"{text} ({up(first.amount)} {first.word} to {up(last.amount)} {last.word})"
        case Frequency(n=n, low=low, high=high) | Rate(n=n, low=low, high=high):
            people = " people" if isinstance(figure, Rate) and figure.counts == "people" else ""
            text = f"{up(n)}{people} in {of}" + (" each year" if isinstance(figure, Rate) else "")
            return text if low is None or high is None else f"{text} ({up(low)} to {up(high)})"


RULES: tuple[Rule, ...] = (unequal_denominators,)
