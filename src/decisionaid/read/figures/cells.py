"""Read the cell of an outcome, such as ``111 in 1000 (90 to 137)``, into a figure.

Layer 2. Pure. One line of the grammar is one entry of ``_FORMS``; nothing is guessed, and what
comes near is answered with the way to write it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from decisionaid.model.figure import (
    Bound,
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    Rate,
    ReferenceCell,
    Score,
    ShareInWords,
    Spread,
)
from decisionaid.read.figures.cell_hints import hint
from decisionaid.read.figures.fractions_in_words import FRACTIONS
from decisionaid.read.figures.measures import NUMBER, OF, after
from decisionaid.read.ledger import quoted

MAX_CELL = 600
"""Characters of one cell; a reason takes a sentence."""

ABOUT = "about "
"""What reviews print before a number that they worked out; it changes no number, and the page rounds too."""

_ABOUT_SO_MANY = (Frequency, Rate, Score, Change, DifferenceFrom, Spread)
"""What may have it: nobody counts about 12 of 50 people."""

_N = f"({NUMBER})"
_WHOLE = r"(0|[1-9][0-9]{0,8})"
_CI = rf"(?: \({_N} to {_N}\))?"


@dataclass(frozen=True)
class Miss:
    """A cell that could not be read, and how to write it."""

    message: str
    fix: str


def _both(word: str) -> str:
    return rf"(?: \({_N} ({word}) to {_N} ({word})\))?"


def _d(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _bound(amount: str | None, word: str | None) -> Bound | None:
    return None if amount is None else Bound(amount=Decimal(amount), word=cast("Any", word))


def _signed(amount: str | None, word: str | None, main: str) -> Decimal | None:
    """An end of an interval relative to the main word: negative on the other side."""
    if amount is None:
        return None
    return Decimal(amount) if word == main else -Decimal(amount)


def _difference(m: re.Match[str]) -> DifferenceFrom:
    return DifferenceFrom(
        amount=Decimal(m[1]),
        word=cast("Any", m[2]),
        low=_bound(m[3], m[4]),
        high=_bound(m[5], m[6]),
    )


def _difference_in(m: re.Match[str]) -> DifferenceFrom:
    return DifferenceFrom(
        amount=Decimal(m[1]),
        word=cast("Any", m[2]),
        of=int(m[3]),
        low=_bound(m[4], m[5]),
        high=_bound(m[6], m[7]),
    )


def _change(m: re.Match[str]) -> Change:
    # The signs are ours, so the ends stand in their order whichever way they were printed.
    ends = sorted(
        end for end in (_signed(m[3], m[4], m[2]), _signed(m[5], m[6], m[2])) if end is not None
    )
    return Change(
        points=Decimal(m[1]),
        word=cast("Any", m[2]),
        low=ends[0] if ends else None,
        high=ends[1] if ends else None,
    )


def _spread(m: re.Match[str]) -> Spread:
    return Spread(
        low=Decimal(m[1]),
        high=Decimal(m[2]),
        word=cast("Any", m[3]),
        of=int(m[4]),
        across=cast("Any", m[5] or "not-said"),
    )


def _rate(m: re.Match[str]) -> Rate:
    return Rate(
        n=Decimal(m[1]),
        of=int(m[3]),
        counts="people" if m[2] else "events",
        low=_d(m[4]),
        high=_d(m[5]),
    )


def _fraction(m: re.Match[str]) -> ShareInWords:
    return ShareInWords(share=FRACTIONS[m[2]], word=cast("Any", m[1]))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (
            rf"{_N} in {OF}{_CI}",
            lambda m: Frequency(n=Decimal(m[1]), of=int(m[2]), low=_d(m[3]), high=_d(m[4])),
        ),
        (rf"{_WHOLE} of {_WHOLE}", lambda m: Counted(n=int(m[1]), of=int(m[2]))),
        (rf"fewer than {_N} in {OF}", lambda m: FewerThan(n=Decimal(m[1]), of=int(m[2]))),
        (
            rf"{_N}( people)? in {OF} each year{_CI}",
            _rate,
        ),
        (
            rf"{_WHOLE} events?(?: in {_WHOLE} people)?",
            lambda m: Events(events=int(m[1]), people=int(m[2]) if m[2] else None),
        ),
        (
            rf"{_N} points?{_CI}",
            lambda m: Score(points=Decimal(m[1]), low=_d(m[2]), high=_d(m[3])),
        ),
        (
            rf"{_N} points? \(sd {_N}, n {_WHOLE}\)",
            lambda m: Score(points=Decimal(m[1]), sd=_d(m[2]), people=int(m[3])),
        ),
        (rf"{_N} points? (better|worse){_both('better|worse')}", _change),
        (rf"{_N} points? (lower|higher){_both('lower|higher')}", _difference),
        (rf"{_N} (fewer|more) in {OF}{_both('fewer|more')}", _difference_in),
        (
            rf"{_N} to {_N} (?:(fewer|more) )?in {OF} (?:across (studies|years)|as printed)",
            _spread,
        ),
        (rf"(?:(about|almost|fewer than|more than) )?({'|'.join(FRACTIONS)})", _fraction),
        (r"reference", lambda _: ReferenceCell()),
        (r"not in this study", lambda _: NotInStudy()),
    )
)

_REASONS: dict[str, Callable[[str], Figure]] = {
    "no difference shown": lambda reason: NoDifferenceShown(reason=reason),
    "not known": lambda reason: NotKnown(reason=reason),
    "not found": lambda reason: NotFound(reason=reason),
    "not applicable": lambda reason: NotApplicable(reason=reason),
}


def read_figure(text: str) -> Figure | Miss:
    """Return the figure a cell says, or why it says none."""
    if len(text) > MAX_CELL:
        return Miss(
            f"this cell has more than {MAX_CELL} characters",
            "shorten it; what needs more words goes into 'Note:'",
        )
    for opening, make_reason in _REASONS.items():
        reason = after(text, opening)
        if reason:
            return make_reason(reason)
    for pattern, make in _FORMS:
        if found := pattern.fullmatch(text):
            return make(found)
    bare = text.removeprefix(ABOUT)
    figure = read_figure(bare) if bare != text and not bare.startswith(ABOUT) else None
    return (
        figure
        if isinstance(figure, _ABOUT_SO_MANY)
        else _of_another_whole(text) or _near_miss(text)
    )


_ANOTHER_WHOLE = re.compile(r"(\d[^a-z]* (?:in|of) [^a-z]*(?:\([^()]*\))?) of the ([^\W\d].{0,60})")


def _of_another_whole(text: str) -> Frequency | Counted | None:
    """Read a share of something else than the aid's people; None: it is none."""
    found = _ANOTHER_WHOLE.fullmatch(text)
    share = read_figure(found[1]) if found else None
    if found is None or not isinstance(share, Frequency | Counted):
        return None
    return share.model_copy(update={"whole": found[2]})


def _near_miss(text: str) -> Miss:
    return Miss(f"{quoted(text)} is not a figure that can be read", hint(text, _is_figure))


def _is_figure(text: str) -> bool:
    """Return whether a cell can be read, and is not more people than there are."""
    for pattern, make in _FORMS:
        if found := pattern.fullmatch(text):
            figure = make(found)
            return not isinstance(figure, Frequency | Counted | FewerThan) or figure.n <= figure.of
    return False
