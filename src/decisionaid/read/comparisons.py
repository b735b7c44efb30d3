"""Read the ``Difference`` field: a published comparison of two options.

Layer 2. Pure. Such as ``now against watch: risk ratio 0.70 (0.57 to 0.86)``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, cast

from decisionaid.model.outcome import (
    Comparison,
    NotClear,
    NotReported,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.read.measures import NUMBER, after

_N = f"({NUMBER})"
_ENDS = r"(?: \({n} ({w}) to {n} ({w})\))?(, adjusted)?"
_PAIR = re.compile(r"([^\s:]+) against ([^\s:]+): *(.*)")
_RATIO = re.compile(
    rf"(risk ratio|odds ratio|hazard ratio|rate ratio) {_N}(?: \({_N} to {_N}\))?(, adjusted)?"
)
_AMOUNT = re.compile(
    rf"{_N} (fewer|more) in (10000|1000|100|10){_ENDS.format(n=_N, w='fewer|more')}"
)
_POINTS = re.compile(
    rf"{_N} points? (lower|higher|better|worse)"
    rf"{_ENDS.format(n=_N, w='lower|higher|better|worse')}"
)
_AXES = {"fewer": 0, "more": 0, "lower": 1, "higher": 1, "better": 2, "worse": 2}

FORM = (
    "write 'now against watch: risk ratio 0.70 (0.57 to 0.86)', or 'not clear: reason', "
    "or 'not reported'"
)
ENDS_FORM = "write each end with its word: '48 fewer in 1000 (69 fewer to 22 fewer)'"


def pair_of(text: str) -> tuple[str, str] | None:
    """Return the two options a comparison names, or None when it names none."""
    found = _PAIR.fullmatch(text)
    return (found[1], found[2]) if found else None


def read_comparison(text: str) -> Comparison | str:
    """Return the comparison, or how to write it."""
    if text == "not reported":
        return NotReported()
    if reason := after(text, "not clear"):
        return NotClear(reason=reason)
    found = _PAIR.fullmatch(text)
    if found is None:
        return FORM
    return _published(found[1], found[2], found[3])


def _published(option: str, against: str, measure: str) -> Comparison | str:
    if found := _RATIO.fullmatch(measure):
        return PublishedRatio(
            option=option,
            against=against,
            measure=cast("Any", found[1]),
            value=Decimal(found[2]),
            low=Decimal(found[3]) if found[3] else None,
            high=Decimal(found[4]) if found[4] else None,
            adjusted=found[5] is not None,
        )
    if found := _AMOUNT.fullmatch(measure):
        amount, word, of, *ends, adjusted = found.groups()
    elif found := _POINTS.fullmatch(measure):
        amount, word, *ends, adjusted = found.groups()
        of = None
    else:
        return ENDS_FORM if re.search(r"fewer|more|points", measure) else FORM
    low, high = _end(ends[0], ends[1], word), _end(ends[2], ends[3], word)
    if isinstance(low, str) or isinstance(high, str):
        return "both ends of the interval go along one line: lower and higher, or better and worse"
    return PublishedDifference(
        option=option,
        against=against,
        amount=Decimal(amount),
        word=cast("Any", word),
        of=int(of) if of else None,
        low=low,
        high=high,
        adjusted=adjusted is not None,
    )


def _end(amount: str | None, word: str | None, main: str) -> Decimal | str | None:
    """An end relative to the main word: negative on the other side; text when it cannot be so."""
    if amount is None or word is None:
        return None
    if _AXES[word] != _AXES[main]:
        return word
    return Decimal(amount) if word == main else -Decimal(amount)
