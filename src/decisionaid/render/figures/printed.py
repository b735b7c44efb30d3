"""Write a figure the way its source printed it, digits and all.

Layer 2. Shown on the evidence page beside the figure as the aid shows it.
"""

from __future__ import annotations

from decimal import Decimal

from decisionaid.language import Words
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
    NotInStudy,
    NotKnown,
    OutOfDate,
    Rate,
    ReferenceCell,
    Score,
    ShareInWords,
    Spread,
)
from decisionaid.render.figures.measured import difference_words
from decisionaid.render.figures.of_people import fraction_words
from decisionaid.render.words.phrases import sentence


def printed(words: Words, figure: Figure | None) -> str:
    """Return the figure as printed; None: it is missing."""
    say, digits = words.say, words.as_printed
    match figure:
        case None:
            return say("gap")
        case Frequency(n=n, of=of, low=low, high=high):
            return with_range(words, say("as_in", n=digits(n), of=of), _ends(words, low, high))
        case Counted(n=n, of=of):
            return say("share", n=n, of=of)
        case FewerThan(n=n, of=of):
            return say("fewer_than", share=say("as_in", n=digits(n), of=of))
        case Rate(n=n, of=of, low=low, high=high, counts=counts):
            name = "rate" if counts == "events" else "rate_people_printed"
            return with_range(words, say(name, n=digits(n), of=of), _ends(words, low, high))
        case Events(events=events, people=None):
            return say("events_printed", n=events)
        case Events(events=events, people=int() as people):
            return say("events_in_printed", n=events, people=people)
        case _:
            return _measured(words, figure)


def _measured(words: Words, figure: Figure) -> str:
    say, digits = words.say, words.as_printed
    match figure:
        case Score(points=points, low=low, high=high):
            said = with_range(words, say("points", n=digits(points)), _ends(words, low, high))
            return _with_people(words, said, figure)
        case Change(points=points, word=word, low=low, high=high):
            said = say("change", n=digits(points), word=word)
            return with_range(words, said, _ends(words, low, high))
        case DifferenceFrom(amount=amount, word=word, of=of):
            said = difference_words(words, digits(amount), word, of)
            return with_range(words, said, _bounds(words, figure))
        case Spread(low=low, high=high, of=of, across=across, word=word):
            values = {"low": digits(low), "high": digits(high), "of": words.number(of)}
            return say(f"spread_printed_{across}", word=word or "share", **values)
        case ShareInWords():
            return fraction_words(words, figure)
        case _:
            return _said(words, figure)


def _said(words: Words, figure: Figure) -> str:
    match figure:
        case ReferenceCell():
            return words.say("reference")
        case NoDifferenceShown(reason=reason):
            return words.say("no_difference_printed", reason=sentence(words, reason))
        case NotKnown(reason=reason):
            return words.say("not_known_printed", reason=sentence(words, reason))
        case NotFound(reason=reason):
            return words.say("not_found_printed", reason=sentence(words, reason))
        case NotInStudy():
            return words.say("not_in_study")
        case NotApplicable(reason=reason):
            return words.say("not_applicable_printed", reason=sentence(words, reason))
        case OutOfDate():
            return words.say("out_of_date")
        case InWords(text=text):
            return text
        case _:
            raise TypeError(f"nobody says how a source prints {type(figure).__name__}")


def with_range(words: Words, said: str, ends: tuple[str, str] | None) -> str:
    """Return what was printed with its range in brackets; ``ends`` None: it has none."""
    if ends is None:
        return said
    low, high = ends
    return words.say("with_range_printed", said=said, low=low, high=high)


def _ends(words: Words, low: Decimal | None, high: Decimal | None) -> tuple[str, str] | None:
    if low is None or high is None:
        return None
    return words.as_printed(low), words.as_printed(high)


def _bounds(words: Words, figure: DifferenceFrom) -> tuple[str, str] | None:
    if figure.low is None or figure.high is None:
        return None
    low, high = (
        words.say("end_printed", n=words.as_printed(each.amount), word=each.word)
        for each in (figure.low, figure.high)
    )
    return low, high


def _with_people(words: Words, said: str, score: Score) -> str:
    notes = []
    if score.sd is not None:
        notes.append(words.say("sd", sd=words.as_printed(score.sd)))
    if score.people is not None:
        notes.append(words.say("group_of", n=score.people))
    return words.say("with_note", words=said, note=words.row(notes)) if notes else said
