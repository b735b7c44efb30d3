"""Numbers that are no shares of people in words: scores, changes, differences, ranges, rates, events.

Layer 2. They keep the digits of their source (see ``Formats.number``).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from decisionaid.language import Shown, Value, Words
from decisionaid.model.claims import claim_of_cell
from decisionaid.model.figure import (
    Bound,
    Change,
    DifferenceFrom,
    Events,
    Rate,
    Score,
    Spread,
)
from decisionaid.render.figures.shown_figure import Place, Said, ShownFigure
from decisionaid.render.words.wording import aside


def rate(figure: Rate, place: Place) -> ShownFigure:
    """Say events in people over years, or people with a first event."""
    say = place.words.say
    large = say("rate", n=figure.n, of=figure.of)
    form = "" if figure.counts == "events" else "_people"
    what = say(f"rate{form}_what", many=place.many)
    heard = say(f"spoken_rate{form}", rate=large, many=place.many)
    return _measured(place, large, what, heard, _from_to(place, figure.low, figure.high))


def events(figure: Events, place: Place) -> ShownFigure:
    """Say events, of which one of those counted can have more than one."""
    say, many = place.words.say, place.many
    large = say("events", n=figure.events)
    if figure.people is None:
        what = say("events_alone", many=many)
        short = say("events_alone_short", events=large, many=many)
        said = say("events_alone_said", events=large, many=many)
        heard = say("spoken_events_alone", events=large, many=many)
    else:
        one, _ = place.naming.counted(place.outcome)
        counted: dict[str, Value] = {"people": figure.people, "one": one, "many": many}
        what = say("events_in", **counted)
        short = say("events_in_short", events=large, **counted)
        said = say("events_in_said", events=large, **counted)
        heard = say("spoken_events_in", events=large, **counted)
    spoken = place.speaker.labelled(heard)
    return ShownFigure(
        place.option_id, "figure", short, what, said=said, number=large, spoken=spoken
    )


def score(figure: Score, place: Place) -> ShownFigure:
    """Say a mean on a scale, and which end of the scale is good."""
    words = place.words
    large = words.say("points", n=figure.points)
    interval = _from_to(place, figure.low, figure.high)
    heard = aside(words, words.say("spoken_score", points=large), interval.inside)
    if scale := place.outcome.scale:
        name = f"spoken_scale_{scale.better}"
        heard = words.say(name, said=heard, low=scale.low, high=scale.high)
    what = words.say("score_what")
    return ShownFigure(
        place.option_id,
        "figure",
        large,
        what,
        said=words.say("number_what", number=large, what=what),
        number=large,
        range=interval.first,
        range_inside=interval.inside,
        ends=interval.ends,
        spoken=place.speaker.labelled(heard),
    )


def change(figure: Change, place: Place) -> ShownFigure:
    """Say a mean change since the start."""
    say = place.words.say
    large = say("change", n=figure.points, word=figure.word)
    what = say("change_what")
    return _measured(place, large, what, None, _from_to(place, figure.low, figure.high))


def difference(figure: DifferenceFrom, place: Place) -> ShownFigure:
    """Say a difference from the option that the row is measured from."""
    say, reference = place.words.say, place.reference
    large = difference_words(place.words, figure.amount, figure.word, figure.of)
    what = say("difference_alone") if reference is None else _than_with(reference, figure, place)
    return _measured(place, large, what, None, _bounds(figure, place))


def _than_with(reference: str, figure: DifferenceFrom | Spread, place: Place) -> str:
    say, said_as, option = place.words.say, place.outcome.said_as, place.naming.inside(reference)
    if figure.of is None:
        return say("difference_what", option=option)
    if said_as is None:
        return say("difference_what_share", many=place.many, option=option)
    return say("difference_what_said", many=place.many, happens=said_as.happens, option=option)


def spread(figure: Spread, place: Place) -> ShownFigure:
    """Say a range across studies or years, or one of which the source does not say more."""
    words, said_as = place.words, place.outcome.said_as
    across = place.said(f"spread_{figure.across}")
    times = Decimal(place.denominator or figure.of) / figure.of if figure.word is None else 1
    low, high = (Decimal(f"{(each * times).normalize():f}") for each in (figure.low, figure.high))
    of = place.denominator or figure.of if figure.word is None else figure.of
    values: dict[str, Value] = {"low": low, "high": high, "of": of}
    if figure.word is not None:
        large = words.say("spread_difference", word=figure.word, **values)
        what = (
            words.say("difference_what_unsaid", many=place.many)
            if place.reference is None
            else _than_with(place.reference, figure, place)
        )
        return _measured(place, large, what, None, across)
    large = words.say("spread", **values)
    if said_as is None:
        return _measured(place, large, place.many, None, across)
    what = words.say("share_what", many=place.many, happens=said_as.happens)
    return ShownFigure(
        place.option_id,
        "figure",
        large,
        what,
        said=words.say("number_what", number=large, what=what),
        number=large,
        range=across.first,
        range_inside=across.inside,
        spoken=place.speaker.share(large, what, across.inside, ""),
    )


def difference_words(words: Words, amount: Decimal | Shown, word: str, of: int | None) -> str:
    """Write ``16 points better`` or ``48 fewer in 1,000``; ``of`` None: points."""
    if of is None:
        return words.say("difference_points", n=amount, word=word)
    return words.say("difference_share", n=amount, word=word, of=of)


def _measured(
    place: Place, large: str, what: str, heard: str | None, interval: Said
) -> ShownFigure:
    """Return a number that is no share of people; ``heard`` None: it is said aloud as it is read."""
    said = place.words.say("number_what", number=large, what=what)
    spoken = place.speaker.labelled(said if heard is None else heard, interval.inside)
    return ShownFigure(
        place.option_id,
        "figure",
        large,
        what,
        said=said,
        number=large,
        range=interval.first,
        range_inside=interval.inside,
        ends=interval.ends,
        spoken=spoken,
    )


def _from_to(place: Place, low: Decimal | None, high: Decimal | None) -> Said:
    if low is None or high is None:
        return Said()
    return _with_ends(place, "range", place.words.number(low), place.words.number(high))


def _bounds(figure: DifferenceFrom, place: Place) -> Said:
    low, high = figure.low, figure.high
    if low is None or high is None:
        return place.said("difference_no_range")
    words = place.words
    is_open = claim_of_cell(figure, place.outcome.certainty) == "open"
    # Where both ends lie on one side, the side is said once, behind the second.
    one_side = low.word == high.word
    said = place.said(
        "bounds_not_clear" if is_open else "bounds",
        low=words.number(low.amount) if one_side else _bound(words, low, figure.of),
        high=_bound(words, high, figure.of),
    )
    short = (words.say("end_printed", n=each.amount, word=each.word) for each in (low, high))
    return replace(said, ends=words.say("ends", low=next(short), high=next(short)))


def _with_ends(place: Place, name: str, low: str, high: str) -> Said:
    said = place.said(name, low=low, high=high)
    return replace(said, ends=place.words.say("ends", low=low, high=high))


def _bound(words: Words, bound: Bound, of: int | None) -> str:
    return difference_words(words, bound.amount, bound.word, of)
