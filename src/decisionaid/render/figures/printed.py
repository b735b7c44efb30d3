"""Write a figure the way its source printed it, digits and all.

Layer 2. Shown on the evidence page beside the figure as the aid shows it.
"""

from __future__ import annotations

from decimal import Decimal

from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    InWords,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotKnown,
    OutOfDate,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import as_printed, number, sentence


def printed(figure: Figure | None) -> str:
    """Return the figure as printed; None: it is missing."""
    match figure:
        case None:
            return say("gap")
        case Frequency(n=n, of=of, low=low, high=high):
            return say("as_in", n=as_printed(n), of=number(of)) + _range(low, high)
        case Counted(n=n, of=of):
            return say("share", n=number(n), of=number(of))
        case FewerThan(n=n, of=of):
            return say("fewer_than", share=say("as_in", n=as_printed(n), of=number(of)))
        case Rate(n=n, of=of, low=low, high=high):
            return say("rate", n=as_printed(n), of=number(of)) + _range(low, high)
        case Events(events=events, people=None):
            return say("events_printed", n=number(events))
        case Events(events=events, people=int() as people):
            return say("events_in_printed", n=number(events), people=number(people))
        case _:
            return _measured(figure)


def _measured(figure: Figure) -> str:
    match figure:
        case Score(points=points, low=low, high=high):
            return say("points", n=as_printed(points)) + _range(low, high) + _spread_of(figure)
        case Change(points=points, word=word, low=low, high=high):
            words = say("points", n=as_printed(points))
            return say("change", points=words, word=word) + _range(low, high)
        case DifferenceFrom():
            return _difference(figure)
        case Spread(low=low, high=high, of=of, across=across, word=word):
            span = say("as_range", low=as_printed(low), high=as_printed(high))
            less = f" {word}" if word else ""
            return say("as_in", n=span + less, of=number(of)) + say(f"across_{across}")
        case _:
            return _said(figure)


def _said(figure: Figure) -> str:
    match figure:
        case ReferenceCell():
            return say("reference")
        case NoDifferenceShown(reason=reason):
            return say("with_reason", words=say("no_difference"), reason=sentence(reason))
        case NotKnown(reason=reason):
            return say("with_reason", words=say("not_known"), reason=sentence(reason))
        case NotFound(reason=reason):
            return say("with_reason", words=say("not_found"), reason=sentence(reason))
        case NotApplicable(reason=reason):
            return say("with_reason", words=say("not_applicable_short"), reason=sentence(reason))
        case OutOfDate():
            return say("out_of_date")
        case InWords(text=text):
            return text
        case _:
            return ""


def _range(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return ""
    return say("range_as_printed", low=as_printed(low), high=as_printed(high))


def _spread_of(score: Score) -> str:
    parts = []
    if score.sd is not None:
        parts.append(say("sd", sd=as_printed(score.sd)))
    if score.people is not None:
        parts.append(say("group_of", n=number(score.people)))
    return f" ({', '.join(parts)})" if parts else ""


def _difference(figure: DifferenceFrom) -> str:
    def ends(amount: Decimal, word: str) -> str:
        return f"{as_printed(amount)} {word}"

    if figure.of is None:
        points = say("points", n=as_printed(figure.amount))
        words = say("difference_points", points=points, word=figure.word)
    else:
        words = say(
            "difference_share", n=as_printed(figure.amount), word=figure.word, of=number(figure.of)
        )
    if figure.low is None or figure.high is None:
        return words
    low, high = figure.low, figure.high
    return words + say(
        "range_as_printed", low=ends(low.amount, low.word), high=ends(high.amount, high.word)
    )
