"""Draw what is not a share of people: a score, a change, a difference, a range, a rate.

Layer 2. Every drawing is a track that is the same for all options of a row, and ink on it.
A track for a score is the whole scale, one for a range is all people; where neither gives an end,
it goes from zero to the next round number above the largest figure of the row and of the rows
that stand beside it.
A difference starts at "the same", since no source printed how high the other option stands.
Places are percentages of the width, so a drawing fits any column and lines stay as thick as they
are. Words stand beside the drawing as text, which can be enlarged and translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from markupsafe import Markup, escape

from decisionaid.language import Words
from decisionaid.model.figure import Bound, Change, DifferenceFrom, Figure, Rate, Score, Spread
from decisionaid.model.outcome import Outcome, Scale

Form = Literal["bar", "arrow", "range"]
Kind = Literal["score", "change", "points", "people", "range", "rate"]
"""``points`` and ``people`` are differences; a row may hold figures of several kinds."""
LESS = ("lower", "fewer", "worse")
"""The words that lie before "the same"."""

SHORT = Decimal(4)
"""An arrow shorter than this percentage has no room for its head, so a dot is drawn."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What the two ends of a track stand for, in numbers and in words."""

    low: Decimal
    high: Decimal
    start: str
    end: str
    same: Decimal | None = None
    """Where "the same" or "no change" is; None on a track from zero and on a whole scale."""
    middle: str = ""
    """Words for ``same`` where it is not at an end."""

    def place(self, value: Decimal) -> Decimal:
        """Return where a value lies, in percent of the track; outside is at the end."""
        share = (value - self.low) * 100 / (self.high - self.low)
        return min(max(share, Decimal(0)), Decimal(100))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of one figure, below zero where its word says less; ``of`` None for points."""

    kind: Kind
    form: Form
    of: int | None
    at: Decimal | None
    low: Decimal | None
    high: Decimal | None

    @property
    def all(self) -> list[Decimal]:
        return [each for each in (self.at, self.low, self.high) if each is not None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Ink on a track. ``low`` and ``high``: the interval, or the two ends of a range."""

    form: Form
    axis: Axis
    at: Decimal | None
    """The figure itself; None for a range."""
    low: Decimal | None = None
    high: Decimal | None = None


def drawing_of(
    figure: Figure, outcome: Outcome, words: Words, beside: Sequence[Outcome] = ()
) -> Drawing | None:
    """Return the drawing of a figure on the track of its row, or None where nothing can be drawn.

    ``beside``: rows that a reader compares with this one, out of as many people.
    People are drawn by ``icons``; events are not drawn, because how many people had them is not
    known; a bound such as "fewer than 1 in 1,000" is not drawn, because an empty track says zero.
    """
    numbers = _numbers(figure)
    axis = axis_of(outcome, numbers.kind, numbers.of, words, beside) if numbers else None
    if numbers is None or axis is None:
        return None
    return Drawing(numbers.form, axis, numbers.at, numbers.low, numbers.high)


def is_of_people(figure: Figure) -> bool:
    """Return whether what would be drawn on a track are people, or what happens to them."""
    numbers = _numbers(figure)
    return numbers is not None and numbers.kind in ("people", "range", "rate")


def axis_of(
    outcome: Outcome, kind: Kind, of: int | None, words: Words, beside: Sequence[Outcome] = ()
) -> Axis | None:
    """Return the track that all figures of one kind share in a row, in numbers out of ``of`` people.

    Where no scale gives its end, it reaches as far as the longest of the rows ``beside`` it needs:
    85 fewer must not look shorter than the 49 more of the next row. None where there are none,
    where a score has no scale, and where the figures are of several kinds or out of different
    numbers of people: whoever compares two lengths would not see that they are.
    """
    row = list(_of_kind(outcome, kind))
    # Two bars that mean different things would be compared all the same.
    if len({numbers.of for numbers in row}) != 1 or len(list(_drawn(outcome))) != len(row):
        return None
    others: list[_Numbers] = []
    if kind in ("people", "rate"):  # points of two scales are not of one length
        others = [numbers for each in beside for numbers in _of_kind(each, kind)]
    # A page may show a difference out of more people than its source printed.
    ends = [end * _times(of, numbers.of) for numbers in (*row, *others) for end in numbers.all]
    match kind:
        case "score":
            return _whole_scale(outcome.scale, words)
        case "range":
            return _from_zero(Decimal(of or 0), words.number(of or 0), words)
        case "rate":
            end = _round_above(max(ends))
            return _from_zero(end, words.say("as_in", n=end, of=of or 0), words)
        case "people":
            return _from_same(ends, kind, None, words)
        case _:
            return _from_same(ends, kind, outcome.scale, words)


def _drawn(outcome: Outcome) -> Iterator[_Numbers]:
    found = (_numbers(cell.figure) for cell in outcome.cells if cell.figure)
    return (numbers for numbers in found if numbers)


def _of_kind(outcome: Outcome, kind: Kind) -> Iterator[_Numbers]:
    return (numbers for numbers in _drawn(outcome) if numbers.kind == kind)


def _times(of: int | None, printed: int | None) -> Decimal:
    return Decimal(of or 1) / Decimal(printed or 1)


def _whole_scale(scale: Scale | None, words: Words) -> Axis | None:
    if scale is None or scale.low >= scale.high:
        return None
    start, end = _valued(words.number(scale.low), words.number(scale.high), scale, words)
    return Axis(scale.low, scale.high, start, end)


def _from_zero(end: Decimal, said: str, words: Words) -> Axis:
    return Axis(Decimal(0), end, words.number(0), said)


def _from_same(ends: list[Decimal], kind: Kind, scale: Scale | None, words: Words) -> Axis:
    """Return a track with "the same" at one end, or in the middle of a row with figures on both sides."""
    zero = Decimal(0)
    only_more, only_less = min(ends) >= 0 < max(ends), max(ends) <= 0 > min(ends)
    reach = _reach(max(map(abs, ends)), scale, both=not (only_more or only_less))
    less, more = (words.say("axis_end", n=reach, word=word) for word in _WORDS[kind])
    if kind == "points" and scale:
        less, more = _valued(less, more, scale, words)
    none = words.say("axis_no_change" if kind == "change" else "axis_same")
    if only_more:
        return Axis(zero, reach, none, more, zero)
    if only_less:
        return Axis(-reach, zero, less, none, zero)
    return Axis(-reach, reach, less, more, zero, none)


_WORDS: dict[str, tuple[str, str]] = {
    "change": ("worse", "better"),
    "points": ("lower", "higher"),
    "people": ("fewer", "more"),
}


def _valued(low: str, high: str, scale: Scale, words: Words) -> tuple[str, str]:
    """Say at both ends which of them is better."""
    ends = (
        ("axis_better", "axis_worse") if scale.better == "lower" else ("axis_worse", "axis_better")
    )
    return words.say(ends[0], end=low), words.say(ends[1], end=high)


def _reach(most: Decimal, scale: Scale | None, *, both: bool) -> Decimal:
    """Return how far a track goes from "the same": as far as two people can be apart on the scale.

    A track that goes both ways goes half as far, if its figures let it, so that a point is as long
    in every row with that scale: 3 points must not look like the 12 points of the row above.
    """
    span = scale.high - scale.low if scale else Decimal(0)
    if span <= 0 or most > span:
        return _round_above(most)
    return span / 2 if both and most * 2 <= span else span


def _round_above(value: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 5, 10, 20, 50 and so on, or their tenths, that is not below."""
    if value <= 0:
        return Decimal(1)
    step = Decimal(1).scaleb(value.adjusted())
    return next(step * times for times in (1, 2, 5, 10) if step * times >= value)


def _numbers(figure: Figure) -> _Numbers | None:
    """Return the numbers of a figure that is drawn on a track; None for all other kinds."""
    match figure:
        case Score(points=at, low=low, high=high):
            return _Numbers("score", "bar", None, at, low, high)
        case Rate(n=at, of=of, low=low, high=high):
            return _Numbers("rate", "bar", of, at, low, high)
        case Change(points=at, word=word, low=low, high=high):
            ends = (_signed(each, word) for each in (at, low, high))
            return _Numbers("change", "bar", None, *ends)
        case Spread(low=low, high=high, of=of, word=None):
            return _Numbers("range", "range", of, None, low, high)
        case Spread(low=low, high=high, of=of, word=word):
            return _Numbers("people", "range", of, None, _signed(low, word), _signed(high, word))
        case DifferenceFrom(amount=at, word=word, of=of, low=low, high=high):
            kind: Kind = "points" if of is None else "people"
            return _Numbers(kind, "arrow", of, _signed(at, word), _end(low), _end(high))
        case _:
            return None


def _signed(value: Decimal | None, word: str | None) -> Decimal | None:
    return -value if value is not None and word in LESS else value


def _end(bound: Bound | None) -> Decimal | None:
    return _signed(bound.amount, bound.word) if bound else None


def draw_on_track(drawing: Drawing) -> Markup:
    """Return the drawing as inline SVG with the words of its ends under it.

    Under the ink runs a thin line with caps, as far as the figure could be lower or higher.
    "The same" is a line taller than the track: an interval that crosses it includes no difference.
    """
    axis = drawing.axis
    parts = ['<div class="figure-drawing"><svg class="on-track" aria-hidden="true">']
    parts.append('<rect class="track" y="3" width="100%" height="14"/>')
    ends = [end for end in (drawing.low, drawing.high) if end is not None]
    if drawing.form == "arrow":
        parts += [_arrow(axis, each) for each in (drawing.at,) if each is not None]
    elif drawing.form == "range":
        parts.append(_ink(axis, *ends))
    elif drawing.at is not None:
        start = axis.low if axis.same is None else axis.same
        parts.append(_ink(axis, start, drawing.at))
    if drawing.form != "range" and ends:
        low, high = sorted(map(axis.place, ends))
        parts.append(
            f'<line x1="{_percent(low)}" x2="{_percent(high)}" y1="25" y2="25"'
            ' marker-start="url(#cap)" marker-end="url(#cap)"/>'
        )
    if axis.same is not None:
        place = _percent(axis.place(axis.same))
        parts.append(f'<line x1="{place}" x2="{place}" y2="31"/>')
    parts.append('</svg><p class="track-ends">')
    words = (axis.start, axis.middle, axis.end) if axis.middle else (axis.start, axis.end)
    parts += [f"<span>{escape(each)}</span>" for each in words]
    parts.append("</p></div>")
    # Numbers of our own, and words that went through `escape`.
    return Markup("".join(parts))  # noqa: S704


def _ink(axis: Axis, one: Decimal, other: Decimal) -> str:
    low, high = sorted((axis.place(one), axis.place(other)))
    return f'<rect x="{_percent(low)}" width="{_percent(high - low)}" y="3" height="14"/>'


def _arrow(axis: Axis, at: Decimal) -> str:
    start, end = axis.place(axis.same or Decimal(0)), axis.place(at)
    head = "dot" if abs(end - start) < SHORT else "arrow"
    return (
        f'<line class="arrow" x1="{_percent(start)}" x2="{_percent(end)}" y1="10" y2="10"'
        f' marker-end="url(#{head})"/>'
    )


def _percent(place: Decimal) -> str:
    """Write a place with two decimals at most: a hundredth of a percent cannot be seen."""
    return f"{place.quantize(Decimal('0.01')).normalize():f}%"
