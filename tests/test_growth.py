"""Hold that compiling grows in step with the source, whatever its shape.

CPU time at two sizes gives an exponent: 1 is in step, 2 is a square. Time itself is never judged, so
a busy machine cannot fail this; a shape is measured again when it looks worse than it is.
"""

import math
from collections.abc import Callable

import pytest

from decisionaid.compiler import compile_aid
from tests.cpu_time import MAX_EXPONENT, slope, taken
from tests.read.families import HEADS, MARKDOWN, OWN

TRIES = 6
SMALL, TIMES = 5_000, 5

FAMILIES = {
    f"{kind}: {name}": family
    for kind, families in (("Markdown", MARKDOWN), ("own", OWN), ("head", HEADS))
    for name, family in families.items()
}


def _cpu(source: str, rounds: int) -> float:
    best = math.inf
    for _ in range(rounds):
        with taken() as time:
            compile_aid(source, rules=())
        best = min(best, time.seconds)
    return best


def exponent(family: Callable[[int], str], tries: int) -> float:
    """Return the smallest exponent measured, and stop at the first that is good enough."""
    small, large = family(SMALL), family(SMALL * TIMES)
    found = math.inf
    for _ in range(tries):
        costs = max(_cpu(small, 2), 1e-4), _cpu(large, 1)
        found = min(found, slope(*costs, len(large) / len(small)))
        if found <= MAX_EXPONENT:
            break
    return found


@pytest.mark.long
@pytest.mark.parametrize("name", FAMILIES)
def test_compiling_grows_in_step_with_the_source(name: str) -> None:
    assert exponent(FAMILIES[name], TRIES) <= MAX_EXPONENT


@pytest.mark.parametrize("name", FAMILIES)
def test_no_shape_of_source_is_a_fault_of_ours(name: str) -> None:
    codes = {each.code.number for each in compile_aid(FAMILIES[name](2_000)).diagnostics}
    assert "DA099" not in codes


def test_the_measure_tells_a_square_from_a_line() -> None:
    assert slope(2.0, 10.0, 5) == pytest.approx(1)
    assert slope(2.0, 50.0, 5) == pytest.approx(2)
