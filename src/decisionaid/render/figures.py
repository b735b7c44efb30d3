"""The one source of every figure's words: what a cell says on the page, in prose and in tables.

Layer 2. A cell becomes a number in large words, what happens, the other frame computed from the
same whole numbers, an interval in words, and a drawing where shares of people can be drawn.
Events, rates, scores, differences and ranges get no drawing of people, since none is counted.
Not known is said, never drawn, never zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from decisionaid.model.figure import (
    Bound,
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
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.render.denominators import scaled
from decisionaid.render.icons import IconArray
from decisionaid.render.messages import say
from decisionaid.render.numerals import capital, number, sentence, small
from decisionaid.render.wording import Naming, gap, time_words


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure in words.

    ``short`` stands in a table. ``look`` is ``figure``, ``words``, ``unknown`` or ``gap``.
    """

    option: str
    """Id of the option."""
    look: str
    short: str
    what: str
    """Under the number; or all the words where there is no number."""
    number: str = ""
    other: str = ""
    """The other frame: how many it does not happen to."""
    range: str = ""
    array: IconArray | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands: its outcome, option and denominator."""

    naming: Naming
    outcome: Outcome
    option_id: str
    denominator: int

    @property
    def many(self) -> str:
        return self.naming.counted(self.outcome)[1]


def shown(cell: Cell, outcome: Outcome, naming: Naming, denominator: int) -> ShownFigure:
    """Return the words of one cell; ``denominator`` 0 where the row has no shares of people."""
    place = _Place(naming, outcome, cell.option, denominator)
    if cell.figure is None:
        what = gap("figure")
        return ShownFigure(cell.option, "gap", say("gap"), what)
    return _SHOWN[type(cell.figure)](cell.figure, place)


def sentence_of(figure: ShownFigure, outcome: Outcome, naming: Naming) -> str:
    """Return a figure as a sentence without its full stop, so that an author's sentence can hold it."""
    option = naming.inside(figure.option)
    label, time = naming.label(outcome), time_words(outcome.time)
    if figure.other:
        first = say(
            "share_sentence",
            option=option,
            share=figure.short,
            what=figure.what,
            time=naming.for_group(time, outcome),
            other=small(figure.other),
        )
    else:
        # What begins a sentence of its own needs a full stop before it.
        between = ". " if figure.what[:1].isupper() else " "
        said = between.join(words for words in (figure.number, figure.what) if words)
        first = say("labelled", label=label, option=option, figure=said.removesuffix("."))
    return ". ".join(words for words in (first, figure.range) if words)


def share_words(n: Decimal | int, of: int, denominator: int) -> str:
    """Write ``159 of 1,000``; what is not zero is never written as zero, nor as everybody."""
    whole = scaled(n, of, denominator)
    if n > 0 and whole == 0:
        return say("fewer_than", share=_share(1, denominator))
    if n < of and whole == denominator:
        return say("more_than", share=_share(denominator - 1, denominator))
    return _share(whole, denominator)


def _share(n: int, of: int) -> str:
    return say("share", n=number(n), of=number(of))


def _frequency(figure: Frequency, place: _Place) -> ShownFigure:
    denominator = place.denominator or figure.of
    return _of_people(figure.n, figure.of, denominator, place, _interval(figure, denominator))


def _counted(figure: Counted, place: _Place) -> ShownFigure:
    return _of_people(figure.n, figure.of, place.denominator or 100, place, "")


def _of_people(
    n: Decimal | int, of: int, denominator: int, place: _Place, interval: str
) -> ShownFigure:
    whole = scaled(n, of, denominator)
    if _would_mislead(n, of, denominator):
        large, rest = share_words(n, of, denominator), share_words(of - n, of, denominator)
        # An empty drawing would look like nobody, a full one like everybody.
        return _with_frames(place, large, rest, interval, None)
    # Taken from the number shown, not rounded by itself: both halves of 2.5 would go upwards.
    large, rest = _share(whole, denominator), _share(denominator - whole, denominator)
    if n * denominator % of:
        # Nobody counted 79 of 100 in "62 of 78", and nobody printed 44 of 100 in "43.8 in 100".
        large, rest = say("about", share=large), say("about", share=rest)
    return _with_frames(place, large, rest, interval, IconArray(whole, denominator))


def _would_mislead(n: Decimal | int, of: int, denominator: int) -> bool:
    """Return whether a share that is not zero (or not all) would round to it."""
    whole = scaled(n, of, denominator)
    return (n > 0 and whole == 0) or (n < of and whole == denominator)


def _with_frames(
    place: _Place, large: str, rest: str, interval: str, drawn: IconArray | None
) -> ShownFigure:
    said_as = place.outcome.said_as
    if said_as is None:
        what, other = f"{place.many} {gap('said_as')}", ""
    else:
        what = say("share_what", many=place.many, happens=said_as.happens)
        other = say("share_other", share=capital(rest), otherwise=said_as.otherwise)
    option = place.option_id
    return ShownFigure(option, "figure", large, what, capital(large), other, interval, drawn)


def _interval(figure: Frequency, denominator: int) -> str:
    if figure.low is None or figure.high is None:
        return ""
    low = _end(figure.low, figure.of, denominator)
    high = _end(figure.high, figure.of, denominator)
    return say("range", low=low, high=high)


def _end(value: Decimal, of: int, denominator: int) -> str:
    if _would_mislead(value, of, denominator):
        return share_words(value, of, denominator)
    return number(scaled(value, of, denominator))


def _fewer_than(figure: FewerThan, place: _Place) -> ShownFigure:
    denominator = max(place.denominator, figure.of)
    bound = scaled(figure.n, figure.of, denominator)
    large = say("fewer_than", share=_share(bound, denominator))
    rest = say("more_than", share=_share(denominator - bound, denominator))
    # Nothing is drawn: an empty drawing would look like nobody.
    return _with_frames(place, large, rest, "", None)


def _rate(figure: Rate, place: _Place) -> ShownFigure:
    large = say("rate", n=number(figure.n), of=number(figure.of))
    what = say("rate_what", many=place.many)
    ends = (figure.low, figure.high)
    return ShownFigure(place.option_id, "figure", large, what, large, range=_from_to(ends))


def _events(figure: Events, place: _Place) -> ShownFigure:
    word = say("event") if figure.events == 1 else say("many_events")
    large = say("events", n=number(figure.events), events=word)
    if figure.people is None:
        what = say("events_alone", many=place.many)
    else:
        what = say("events_in", people=number(figure.people), many=place.many)
    return ShownFigure(place.option_id, "figure", large, what.removesuffix("."), large)


def _score(figure: Score, place: _Place) -> ShownFigure:
    large = _points(figure.points)
    ends = (figure.low, figure.high)
    return ShownFigure(
        place.option_id, "figure", large, say("score_what"), large, range=_from_to(ends)
    )


def _change(figure: Change, place: _Place) -> ShownFigure:
    large = say("change", points=_points(figure.points), word=figure.word)
    ends = (figure.low, figure.high)
    return ShownFigure(
        place.option_id, "figure", large, say("change_what"), large, range=_from_to(ends)
    )


def _from_to(ends: tuple[Decimal | None, Decimal | None]) -> str:
    low, high = ends
    return "" if low is None or high is None else say("range", low=number(low), high=number(high))


def _points(points: Decimal) -> str:
    return say("one_point") if points == 1 else say("points", n=number(points))


def _difference(figure: DifferenceFrom, place: _Place) -> ShownFigure:
    large = _by(figure.amount, figure.word, figure.of)
    reference = next(
        (cell.option for cell in place.outcome.cells if isinstance(cell.figure, ReferenceCell)),
        None,
    )
    if reference is None:
        what = say("difference_alone")
    else:
        name = "difference_what" if figure.of is None else "difference_what_share"
        what = say(name, many=place.many, option=place.naming.inside(reference))
    interval = _bounds(figure.low, figure.high, figure.of)
    return ShownFigure(place.option_id, "figure", large, what, large, range=interval)


def _by(amount: Decimal, word: str, of: int | None) -> str:
    if of is None:
        return say("difference_points", points=_points(amount), word=word)
    return say("difference_share", n=number(amount), word=word, of=number(of))


def _bounds(low: Bound | None, high: Bound | None, of: int | None) -> str:
    if low is None or high is None:
        return ""
    words = say("bounds", low=_by(low.amount, low.word, of), high=_by(high.amount, high.word, of))
    if low.word != high.word or not low.amount or not high.amount:
        return f"{words}. {say('could_not_tell_here')}"
    return words


def _spread(figure: Spread, place: _Place) -> ShownFigure:
    low, high, of = number(figure.low), number(figure.high), number(figure.of)
    across = say(f"spread_{figure.across}")
    if figure.word is not None:
        large = say("spread_difference", low=low, high=high, word=figure.word, of=of)
        what = place.many
    else:
        large = say("spread", low=low, high=high, of=of)
        said_as = place.outcome.said_as
        what = (
            say("share_what", many=place.many, happens=said_as.happens) if said_as else place.many
        )
    return ShownFigure(place.option_id, "figure", large, what, large, range=across)


def _no_difference(figure: NoDifferenceShown, place: _Place) -> ShownFigure:
    what = say("no_difference_words", reason=sentence(figure.reason))
    return ShownFigure(place.option_id, "words", say("no_difference"), what)


def _reference(_figure: ReferenceCell, place: _Place) -> ShownFigure:
    return ShownFigure(place.option_id, "words", say("reference"), say("reference_words"))


def _not_known(figure: NotKnown, place: _Place) -> ShownFigure:
    if place.outcome.direction == "about-the-study":
        name = "not_known_study"
    elif place.option_id in place.naming.as_now:
        name = "not_known_now_scale" if place.outcome.scale else "not_known_now"
    else:
        name = "not_known_words"
    what = say(name, reason=sentence(figure.reason))
    return ShownFigure(place.option_id, "unknown", say("not_known"), what)


def _not_found(figure: NotFound, place: _Place) -> ShownFigure:
    what = say("not_found_words", reason=sentence(figure.reason))
    return ShownFigure(place.option_id, "unknown", say("not_found"), what)


def _not_applicable(figure: NotApplicable, place: _Place) -> ShownFigure:
    what = say("not_applicable_words", reason=sentence(figure.reason))
    return ShownFigure(place.option_id, "words", say("not_applicable_short"), what)


def _in_words(figure: InWords, place: _Place) -> ShownFigure:
    return ShownFigure(place.option_id, "words", figure.text, sentence(figure.text))


_SHOWN: dict[type[Figure], Callable[[Any, _Place], ShownFigure]] = {
    Frequency: _frequency,
    Counted: _counted,
    FewerThan: _fewer_than,
    Rate: _rate,
    Events: _events,
    Score: _score,
    Change: _change,
    DifferenceFrom: _difference,
    Spread: _spread,
    NoDifferenceShown: _no_difference,
    ReferenceCell: _reference,
    NotKnown: _not_known,
    NotFound: _not_found,
    NotApplicable: _not_applicable,
    InWords: _in_words,
}
