"""What must be readable of each figure of an aid, worked out apart from the code that writes it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    InWords,
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
from decisionaid.model.prose import plain_text
from decisionaid.model.sections import CellWords, CompareSection

DENOMINATORS = (10, 100, 1000, 10000)


def bare(text: str) -> str:
    """Return a text without what a printed page changes: spaces, line ends, ligatures, capitals."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text)).casefold()


def unread(aid: Aid, text: str) -> Sequence[str]:
    """Return what a page's text does not say of the aid's figures and its comparison in words."""
    found = bare(text)
    return [
        f"{place}: {' | '.join(ways)}"
        for place, ways in [*figures(aid), *words(aid)]
        if not any(bare(way) in found for way in ways)
    ]


def figures(aid: Aid) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each cell of each outcome with the ways in which a page may say it."""
    for outcome in aid.outcomes:
        for cell in outcome.cells:
            assert cell.figure is not None
            yield f"{outcome.id}/{cell.option}", ways_to_say(cell.figure)


def words(aid: Aid) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each cell of the comparison in words."""
    for section in aid.of(CompareSection):
        for row in section.rows:
            for cell in row.cells:
                match cell.content:
                    case CellWords(inlines=inlines):
                        yield f"{row.id}/{cell.option}", [plain_text(inlines)]
                    case NotKnown(reason=reason) | NotFound(reason=reason):
                        yield f"{row.id}/{cell.option}", [reason]
                    case NotApplicable(reason=reason):
                        yield f"{row.id}/{cell.option}", [reason]


def ways_to_say(figure: Figure) -> Sequence[str]:
    """Return the ways: one must be on the page."""
    match figure:
        case Frequency(n=n, of=of) | Counted(n=n, of=of):
            return [share(n, of, base) for base in DENOMINATORS]
        case FewerThan(n=n, of=of):
            return [f"fewer than {round(n * base / of):,} of {base:,}" for base in DENOMINATORS]
        case Rate(n=n, of=of):
            return [f"{n} of {of:,}", f"{n} in {of:,}", f"{n} for every {of:,}"]
        case Events(events=events):
            return [f"{events:,} event"]
        case Score(points=points) | Change(points=points):
            return [f"{points} point", f"{points.normalize():f} point"]
        case DifferenceFrom(amount=amount, word=word, of=None):
            return [f"{amount} points {word}", f"{amount.normalize():f} points {word}"]
        case DifferenceFrom(amount=amount, word=word, of=of):
            return [
                f"{plain(amount * base / (of or base))} {word} in {base:,}" for base in DENOMINATORS
            ]
        case Spread(low=low, high=high, of=of):
            return [
                f"{plain(low * base / of)} to {plain(high * base / of)}" for base in DENOMINATORS
            ]
        case _:
            return in_words(figure)


def in_words(figure: Figure) -> Sequence[str]:
    """Return the ways to say what has no number."""
    match figure:
        case ShareInWords(share=share_of, word=word):
            return [f"{word or ''} {share_of} of"]
        case ReferenceCell():
            # In a figure of its own, or in the line of all options without a number.
            return ["counted from here", "measured from"]
        case InWords(text=text):
            return [text]
        case OutOfDate():
            return ["This figure is out of date."]
        case NotInStudy():
            return ["not studied here"]
        case _:
            return [str(getattr(figure, "reason", ""))]


def plain(value: Decimal) -> str:
    """Write a number without a needless end."""
    return f"{value.normalize():f}"


def share(n: Decimal | int, of: int, base: int) -> str:
    """Return a share of people out of another number; what is not zero, or not all, never looks so."""
    whole = round(n * base / of)
    if n > 0 and whole == 0:
        return f"fewer than 1 of {base:,}"
    if n < of and whole == base:
        return f"more than {base - 1:,} of {base:,}"
    return f"{whole:,} of {base:,}"
