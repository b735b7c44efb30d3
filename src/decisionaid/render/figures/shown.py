"""The one source of every figure's words: what a cell says on the page, in prose and in tables.

Layer 2. A cell becomes a number in large words, what happens, the other frame computed from the
same whole numbers, an interval in words, a drawing where one can be made, and one sentence that
holds all of it for those who listen. People are drawn only where shares of people were printed;
scores, changes, differences, ranges and rates are drawn on a track, events not at all.
Shares are whole numbers in the large words; all other numbers keep the digits of their source
(see ``numerals.number``). Not known is said, never drawn, never zero.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
    OutOfDate,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.model.shares import scaled
from decisionaid.render.figures.drawings import Drawing, drawing_of
from decisionaid.render.figures.icons import DOTS, IconArray
from decisionaid.render.figures.spoken import Speaker, aside
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import capital, number, sentence, small
from decisionaid.render.words.wording import Naming, gap, time_words


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
    drawing: Drawing | None = None
    spoken: str = ""
    """One whole sentence with option, number, of how many and time: what is read aloud."""


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

    @property
    def reference(self) -> str | None:
        """Id of the option that differences are measured from; None where the row has none."""
        cells = self.outcome.cells
        return next((each.option for each in cells if isinstance(each.figure, ReferenceCell)), None)

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.naming, self.outcome, self.option_id)


def shown(
    cell: Cell,
    outcome: Outcome,
    naming: Naming,
    denominator: int,
    beside: Sequence[Outcome] = (),
) -> ShownFigure:
    """Return the words of one cell; ``denominator`` 0 where the row has no shares of people.

    ``beside``: the rows that its drawing is to be compared with.
    """
    place = _Place(naming, outcome, cell.option, denominator)
    if cell.figure is None:
        what = gap("figure")
        spoken = place.speaker.labelled(what)
        return ShownFigure(cell.option, "gap", say("gap"), what, spoken=spoken)
    figure = _SHOWN[type(cell.figure)](cell.figure, place)
    drawing = drawing_of(cell.figure, outcome, beside)
    return figure if drawing is None else replace(figure, drawing=drawing)


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
        # Of 9,999.5 in 10,000 both halves would round upwards: one says of the other what it is not.
        few = say("fewer_than", share=_share(1, denominator))
        most = say("more_than", share=_share(denominator - 1, denominator))
        large, rest = (most, few) if whole else (few, most)
        # An empty drawing would look like nobody, a full one like everybody.
        return _with_frames(place, large, rest, interval, None)
    # Taken from the number shown, not rounded by itself: both halves of 2.5 would go upwards.
    large, rest = _share(whole, denominator), _share(denominator - whole, denominator)
    if n * denominator % of:
        # Nobody counted 79 of 100 in "62 of 78", and nobody printed 44 of 100 in "43.8 in 100".
        large, rest = say("about", share=large), say("about", share=rest)
    drawn = None
    if denominator <= DOTS:
        things = place.outcome.count is not None
        drawn = IconArray(whole, denominator, things, _needs_dots(place.outcome, denominator))
    return _with_frames(place, large, rest, interval, drawn)


def _needs_dots(outcome: Outcome, denominator: int) -> bool:
    """Return whether an option of a row would be less than one of a hundred figures, or all but it."""
    each = denominator // 100
    shares = (cell.figure for cell in outcome.cells)
    found = (
        scaled(share.n, share.of, denominator)
        for share in shares
        if isinstance(share, Frequency | Counted)
    )
    return any(0 < n < each or denominator - each < n < denominator for n in found)


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
    spoken = place.speaker.share(large, what, interval, other)
    option = place.option_id
    number_ = capital(large)
    return ShownFigure(
        option, "figure", large, what, number_, other, interval, drawn, spoken=spoken
    )


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
    said = say("spoken_rate", rate=large, many=place.many)
    return _measured(place, large, what, said, _from_to(figure.low, figure.high))


def _events(figure: Events, place: _Place) -> ShownFigure:
    word = say("event") if figure.events == 1 else say("many_events")
    large = say("events", n=number(figure.events), events=word)
    in_group = {"many": place.many, "people": number(figure.people or 0)}
    ending = "alone" if figure.people is None else "in"
    what = say(f"events_{ending}", **in_group).removesuffix(".")
    said = say(f"spoken_events_{ending}", events=large, **in_group)
    return _measured(place, large, what, said)


def _score(figure: Score, place: _Place) -> ShownFigure:
    large = _points(figure.points)
    interval = _from_to(figure.low, figure.high)
    said = say("spoken_score", points=large, range=aside(small(interval)))
    if scale := place.outcome.scale:
        low, high = number(scale.low), number(scale.high)
        better = say(f"spoken_scale_{scale.better}")
        said += say("spoken_scale", low=low, high=high, better=better)
    spoken = place.speaker.labelled(said)
    what = say("score_what")
    return ShownFigure(place.option_id, "figure", large, what, large, range=interval, spoken=spoken)


def _change(figure: Change, place: _Place) -> ShownFigure:
    large = say("change", points=_points(figure.points), word=figure.word)
    what = say("change_what")
    said = f"{large} {what}"
    return _measured(place, large, what, said, _from_to(figure.low, figure.high))


def _measured(place: _Place, large: str, what: str, said: str, interval: str = "") -> ShownFigure:
    """Return a number that is no share of people; ``said`` is how it is said aloud."""
    spoken = place.speaker.labelled(said, small(interval))
    return ShownFigure(place.option_id, "figure", large, what, large, range=interval, spoken=spoken)


def _from_to(low: Decimal | None, high: Decimal | None) -> str:
    return "" if low is None or high is None else say("range", low=number(low), high=number(high))


def _points(points: Decimal) -> str:
    return say("one_point") if points == 1 else say("points", n=number(points))


def _difference(figure: DifferenceFrom, place: _Place) -> ShownFigure:
    large = _by(figure.amount, figure.word, figure.of)
    reference = place.reference
    if reference is None:
        what = say("difference_alone")
    else:
        name, said_as = "difference_what", place.outcome.said_as
        if figure.of is not None:
            name = "difference_what_said" if said_as else "difference_what_share"
        what = say(
            name,
            many=place.many,
            happens=said_as.happens if said_as else "",
            option=place.naming.inside(reference),
        )
    interval = _bounds(figure.low, figure.high, figure.of)
    return _measured(place, large, what, f"{large} {what}", interval)


def _by(amount: Decimal, word: str, of: int | None) -> str:
    if of is None:
        return say("difference_points", points=_points(amount), word=word)
    return say("difference_share", n=number(amount), word=word, of=number(of))


def _bounds(low: Bound | None, high: Bound | None, of: int | None) -> str:
    if low is None or high is None:
        return ""
    clear = low.word == high.word and low.amount and high.amount
    return say(
        "bounds" if clear else "bounds_not_clear",
        low=_by(low.amount, low.word, of),
        high=_by(high.amount, high.word, of),
    )


def _spread(figure: Spread, place: _Place) -> ShownFigure:
    low, high, of = number(figure.low), number(figure.high), number(figure.of)
    across = say(f"spread_{figure.across}")
    said_as = place.outcome.said_as
    if figure.word is not None:
        large = say("spread_difference", low=low, high=high, word=figure.word, of=of)
        what = place.many
        if place.reference is not None:
            option = place.naming.inside(place.reference)
            what = say("difference_what_share", many=place.many, option=option)
        return _measured(place, large, what, f"{large} {what}", across)
    large = say("spread", low=low, high=high, of=of)
    if said_as is None:
        return _measured(place, large, place.many, f"{large} {place.many}", across)
    what = say("share_what", many=place.many, happens=said_as.happens)
    spoken = place.speaker.share(large, what, across, "")
    return ShownFigure(place.option_id, "figure", large, what, large, range=across, spoken=spoken)


def _no_difference(figure: NoDifferenceShown, place: _Place) -> ShownFigure:
    return _in_place_of_number(figure, place, "words", "no_difference", "no_difference_words")


def _reference(_figure: ReferenceCell, place: _Place) -> ShownFigure:
    spoken = place.speaker.labelled(say("spoken_reference"))
    what = say("reference_words")
    return ShownFigure(place.option_id, "words", say("reference"), what, spoken=spoken)


def _not_known(figure: NotKnown, place: _Place) -> ShownFigure:
    if place.outcome.direction == "about-the-study":
        name = "not_known_study"
    elif place.option_id in place.naming.as_now:
        name = "not_known_now_scale" if place.outcome.scale else "not_known_now"
    else:
        name = "not_known_words"
    return _in_place_of_number(figure, place, "unknown", "not_known", name)


def _not_found(figure: NotFound, place: _Place) -> ShownFigure:
    return _in_place_of_number(figure, place, "unknown", "not_found", "not_found_words")


def _not_applicable(figure: NotApplicable, place: _Place) -> ShownFigure:
    short, words = "not_applicable_short", "not_applicable_words"
    return _in_place_of_number(figure, place, "words", short, words)


def _out_of_date(_figure: OutOfDate, place: _Place) -> ShownFigure:
    spoken = place.speaker.labelled(say("spoken_out_of_date"))
    short, what = say("out_of_date_short"), say("out_of_date")
    return ShownFigure(place.option_id, "unknown", short, what, spoken=spoken)


def _in_place_of_number(
    figure: NoDifferenceShown | NotKnown | NotFound | NotApplicable,
    place: _Place,
    look: str,
    short: str,
    words: str,
) -> ShownFigure:
    """Return the words that stand where there is no number, with the author's reason."""
    what = say(words, reason=sentence(figure.reason))
    spoken = place.speaker.labelled(say(f"spoken_{words}"), figure.reason)
    return ShownFigure(place.option_id, look, say(short), what, spoken=spoken)


def _in_words(figure: InWords, place: _Place) -> ShownFigure:
    what = sentence(figure.text)
    spoken = place.speaker.labelled(what)
    return ShownFigure(place.option_id, "words", figure.text, what, spoken=spoken)


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
    OutOfDate: _out_of_date,
    InWords: _in_words,
}
