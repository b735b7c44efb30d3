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
    NotKnown,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.shares import count_of, fits, percent_of, share_words
from decisionaid.read.ledger import quoted
from decisionaid.read.measures import NUMBER, after

DENOMINATORS = ("10", "100", "1000", "10000")
MAX_CELL = 600
"""Characters of one cell; a reason takes a sentence."""

_N = f"({NUMBER})"
_WHOLE = r"([0-9]{1,9})"
_COUNT = r"([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})"
_OF = r"(10000|1000|100|10)"
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
        across=cast("Any", m[5]),
    )


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (
            rf"{_N} in {_OF}{_CI}",
            lambda m: Frequency(n=Decimal(m[1]), of=int(m[2]), low=_d(m[3]), high=_d(m[4])),
        ),
        (rf"{_WHOLE} of {_WHOLE}", lambda m: Counted(n=int(m[1]), of=int(m[2]))),
        (rf"fewer than {_N} in {_OF}", lambda m: FewerThan(n=Decimal(m[1]), of=int(m[2]))),
        (
            rf"{_N} in {_OF} each year{_CI}",
            lambda m: Rate(n=Decimal(m[1]), of=int(m[2]), low=_d(m[3]), high=_d(m[4])),
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
        (rf"{_N} (fewer|more) in {_OF}{_both('fewer|more')}", _difference_in),
        (rf"{_N} to {_N} (?:(fewer|more) )?in {_OF} across (studies|years)", _spread),
        (r"reference", lambda _: ReferenceCell()),
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
    return _near_miss(text)


def _in_words(m: re.Match[str]) -> str:
    return (
        "write how many of how many, as the source prints it; if it prints no number: "
        f"'not found: the source says only {m[0].lower()}'"
    )


def _as_usual(m: re.Match[str]) -> str:
    """Write ``1 in 20`` out of a usual denominator."""
    n, of = Decimal(m[1]), int(m[2])
    counted = f"for people who were counted write '{m[1]} of {m[2]}'"
    if not of or n > of:
        return f"a frequency is in 10, 100, 1000 or 10000; {counted}"
    return f"write '{share_words(n, of)}': a frequency is in 10, 100, 1000 or 10000; {counted}"


def _with_percentage(m: re.Match[str]) -> str:
    """Say of ``911 of 1217 (81.4 %)`` what to write, and if its two numbers fit together."""
    n, of, percent = int(m[1].replace(",", "")), int(m[2].replace(",", "")), Decimal(m[3])
    alone = f"write the count alone: '{n} of {of}'; the page works out the share"
    if not of or n > of or fits(percent, n, of):
        return alone
    count = count_of(percent, of)
    other = "" if count is None else f", and {percent} % would be '{count} of {of}'"
    return (
        f"{n} of {of} is {percent_of(n, of, percent)} %, not {percent} %: look in the source which "
        f"number is right; '{n} of {of}' is written without a percentage{other}"
    )


_NEAR: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"{_COUNT} ?(?:/|of|out of) ?{_COUNT},? ?[(=]? ?{_N} ?%\)?"), _with_percentage),
    (
        re.compile(
            r"(?i:(?:very )?(?:rare(?:ly)?|(?:un)?common|(?:un)?likely|often|sometimes|seldom))"
        ),
        _in_words,
    ),
    (
        re.compile(rf"{_N} ?(?:%|per ?cent) \({_N} ?%? ?(?:to|-|–) ?{_N} ?%?\)"),
        "write it as '{1} in 100 ({2} to {3})'",
    ),
    (
        re.compile(rf"(?i:(risk|odds|hazard|rate) ratio|[ROH]R):? ?{_N}.*"),
        (
            "a comparison has a line of its own above the table: "
            "'- Difference: its-id against other-id: risk ratio {2} (... to ...)'"
        ),
    ),
    (
        re.compile(r"(not known|not found|not applicable|no difference shown):?"),
        "write the reason behind a colon: '{1}: reason'",
    ),
    (
        re.compile(r"(?i:(not known|not found|not applicable|no difference shown|reference))\b.*"),
        "write it in small letters with a colon and the reason: 'not known: reason'",
    ),
    (
        re.compile(r"(?i:n/?a|none|unknown|no data|not available|-+|–|—|\?+|\.\.\.|…)"),
        (
            "write 'not known: reason' if nobody measured it, 'not found: reason' if you have not got "
            "it, or 'not applicable: reason' if it cannot happen"
        ),
    ),
    (
        re.compile(rf"(.*)\({_N} ?[-–—−] ?{_N}\)"),
        "write the interval with the word 'to': '({2} to {3})'",
    ),
    (re.compile(rf"{_N} ?(?:%|per ?cent)"), "write it as '{1} in 100'"),
    (
        re.compile(rf"(?:<|(?i:less|fewer) than) ?{_N} ?(?:%|per ?cent)"),
        "write it as 'fewer than {1} in 100'",
    ),
    (
        re.compile(rf"(?:<|(?i:less than)) ?{_N} ?(?:/|in|of|out of) ?{_OF}"),
        "write it as 'fewer than {1} in {2}'",
    ),
    (re.compile(r"(.*[0-9]),([0-9]{3}.*)"), "write numbers without a comma: '{1}{2}'"),
    (re.compile(r"(.*)95 ?% ?CI:? ?(.*)"), "write the interval alone: '90 in 1000 (80 to 101)'"),
    (
        re.compile(rf"{_N} ?(?:/|out of) ?{_OF}(?: .*)?"),
        "write '{1} in {2}' for a frequency as printed, or '{1} of {2}' for people who were counted",
    ),
    (
        re.compile(rf"{_N} ?(?:/|out of) ?{_WHOLE}(?: .*)?"),
        "write '{1} of {2}' for people who were counted",
    ),
    (
        re.compile(rf"{_N} in {_WHOLE}\b.*"),
        _as_usual,
    ),
    (
        re.compile(r"[+−–-] ?[0-9].*"),
        "write a word in place of the sign: '12 points lower', '20 fewer in 1000'",
    ),
    (
        re.compile(rf"{_N} points? (lower|higher)\b.*"),
        "each end of the interval has its word: '12 points lower (15 lower to 10 lower)'",
    ),
    (
        re.compile(rf"{_N} (fewer|more) in\b.*"),
        "each end of the interval has its word: '20 fewer in 1000 (30 fewer to 10 fewer)'",
    ),
    (re.compile(rf"{_N}"), "say of how many: '{1} in 100', or 'points' of a scale: '{1} points'"),
)


def _near_miss(text: str) -> Miss:
    message = f"{quoted(text)} is not a figure that can be read"
    for pattern, fix in _NEAR:
        if (found := pattern.fullmatch(text)) and not isinstance(fix, str):
            return Miss(message, fix(found))
        if found and isinstance(fix, str):
            return Miss(message, fix.format(found[0], *(part or "" for part in found.groups())))
    return Miss(
        message,
        "write it as '12 in 100', '12 of 96', '32.7 points', 'not known: reason' "
        "or another form of the format's table of figures",
    )
