"""Shares of people in words: how many of how many, the other frame, and people as a drawing.

Layer 2. Both frames are computed from the same whole numbers. What is not zero is never written as
zero, nor as everybody.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from decisionaid.language import Words
from decisionaid.model.figure import Counted, FewerThan, Frequency, ShareInWords
from decisionaid.model.shares import (
    in_plain,
    printed_to,
    rounds_to_all_or_none,
    scaled,
    scaled_up,
)
from decisionaid.render.figures.icons import DOTS, IconArray
from decisionaid.render.figures.pictures import needs_dots
from decisionaid.render.figures.shown_figure import Place, Said, ShownFigure
from decisionaid.render.words.phrases import capital
from decisionaid.render.words.wording import gap


def frequency(figure: Frequency, place: Place) -> ShownFigure:
    """Say a share that was printed; out of more people than it was printed for, "about" stands before it."""
    denominator = place.denominator or figure.of
    ends = _ends(figure, denominator, place)
    interval = place.said("range", low=ends[0], high=ends[1]) if ends else Said()
    is_exact = denominator <= printed_to(figure.n, figure.of)
    shown = _of_people(figure.n, figure.of, denominator, place, interval, is_exact=is_exact)
    return (
        replace(shown, ends=place.words.say("ends", low=ends[0], high=ends[1])) if ends else shown
    )


def counted(figure: Counted, place: Place) -> ShownFigure:
    """Say a share that was counted.

    ``0 of 100`` of 35 people, none of whom had it, would say more than anybody saw: "about" stands
    before it, and nothing is drawn, which would look like nobody or like everybody.
    """
    denominator = place.denominator or 100
    beyond = figure.n in {0, figure.of} and figure.of < denominator
    shown = _of_people(figure.n, figure.of, denominator, place, Said(), is_exact=not beyond)
    return replace(shown, array=None) if beyond else shown


def fewer_than(figure: FewerThan, place: Place) -> ShownFigure:
    """Say a share of which only a bound was printed; where it is not whole, the next one that is true."""
    denominator = place.denominator or figure.of
    bound = scaled_up(figure.n, figure.of, denominator)
    large = _bounded("fewer_than", bound, denominator, place)
    rest = _bounded("more_than", denominator - bound, denominator, place)
    # Nothing is drawn: an empty drawing would look like nobody.
    return _with_frames(place, large, rest, Said(), None)


def fraction(figure: ShareInWords, place: Place) -> ShownFigure:
    """Say a share that its source says in words; nothing is drawn, and no number is made of it."""
    words, said_as = place.words, place.outcome.said_as
    large = fraction_words(words, figure)
    happens = said_as.happens if said_as else gap(words, "said_as")
    what = words.say("fraction_what", many=place.many, happens=happens)
    without = place.said("fraction_without_number")
    number = capital(large)
    return ShownFigure(
        place.option_id,
        "figure",
        large,
        what,
        said=words.say("number_what", number=number, what=what),
        number=number,
        range=without.first,
        range_inside=without.inside,
        spoken=place.speaker.share(large, what, without.inside, ""),
    )


def fraction_words(words: Words, figure: ShareInWords) -> str:
    """Write ``two-thirds`` or ``more than half``."""
    said = words.say("fraction", share=figure.share)
    if figure.word is None:
        return said
    return words.say(_NEAR[figure.word], fraction=said)


_NEAR = {
    "about": "fraction_about",
    "almost": "fraction_almost",
    "fewer than": "fraction_fewer-than",
    "more than": "fraction_more-than",
}


def share_words(words: Words, n: Decimal | int, of: int, denominator: int) -> str:
    """Write ``159 of 1,000``; what is not zero is never written as zero, nor as everybody."""
    whole = scaled(n, of, denominator)
    if n > 0 and whole == 0:
        return words.say("fewer_than", share=_share(words, 1, denominator))
    if n < of and whole == denominator:
        return words.say("more_than", share=_share(words, denominator - 1, denominator))
    return _share(words, whole, denominator)


def _share(words: Words, n: int, of: int) -> str:
    return words.say("share", n=n, of=of)


def _bounded(name: str, n: int, of: int, place: Place) -> Said:
    """Say ``about``, ``fewer_than`` or ``more_than`` a share."""
    share = _share(place.words, n, of)
    say = place.words.say
    return Said(say(f"{name}_first", share=share), say(name, share=share))


def _of_people(
    n: Decimal | int,
    of: int,
    denominator: int,
    place: Place,
    interval: Said,
    *,
    is_exact: bool = True,
) -> ShownFigure:
    whole = scaled(n, of, denominator)
    if rounds_to_all_or_none(n, of, denominator):
        # Of 9,999.5 in 10,000 both halves would round upwards: one says of the other what it is not.
        few = _bounded("fewer_than", 1, denominator, place)
        most = _bounded("more_than", denominator - 1, denominator, place)
        large, rest = (most, few) if whole else (few, most)
        # An empty drawing would look like nobody, a full one like everybody.
        return _with_frames(place, large, rest, interval, None)
    # Taken from the number shown, not rounded by itself: both halves of 2.5 would go upwards.
    halves = whole, denominator - whole
    if n * denominator % of or not is_exact:
        # Nobody counted 79 of 100 in "62 of 78", and nobody printed 44 of 100 in "43.8 in 100",
        # nor 60 of 100 in "6 in 10".
        large, rest = (_bounded("about", each, denominator, place) for each in halves)
    else:
        shares = [_share(place.words, each, denominator) for each in halves]
        large, rest = (Said(each, each) for each in shares)
    drawn = None
    if denominator <= DOTS and (place.pictures is None or place.pictures.people):
        things = place.outcome.count is not None
        dots = needs_dots(place.outcome, denominator) or bool(
            place.pictures and place.pictures.dots
        )
        drawn = IconArray(whole, denominator, things, dots)
    return _with_frames(place, large, rest, interval, drawn)


def _with_frames(
    place: Place, large: Said, rest: Said, interval: Said, drawn: IconArray | None
) -> ShownFigure:
    words, said_as = place.words, place.outcome.said_as
    if said_as is None:
        what, other = words.say("what_missing", many=place.many, gap=gap(words, "said_as")), Said()
    else:
        what = words.say("share_what", many=place.many, happens=said_as.happens)
        other = Said(
            words.say("share_other", share=rest.first, otherwise=said_as.otherwise),
            words.say("share_other", share=rest.inside, otherwise=said_as.otherwise),
        )
    return ShownFigure(
        place.option_id,
        "figure",
        large.inside,
        what,
        said=words.say("number_what", number=large.first, what=what),
        number=large.first,
        other=other.first,
        other_inside=other.inside,
        range=interval.first,
        range_inside=interval.inside,
        array=drawn,
        spoken=place.speaker.share(large.inside, what, interval.inside, other.inside),
    )


def _ends(figure: Frequency, denominator: int, place: Place) -> tuple[str, str] | None:
    if figure.low is None or figure.high is None:
        return None
    ends = figure.low, figure.high
    if (
        figure.low != figure.high
        and len({scaled(end, figure.of, denominator) for end in ends}) == 1
    ):
        # Both would be written alike, as if nothing was unsure: their decimals tell them apart.
        low, high = (str(place.words.number(in_plain(end, figure.of, denominator))) for end in ends)
    else:
        low, high = (_end(place.words, end, figure.of, denominator) for end in ends)
    return low, high


def _end(words: Words, value: Decimal, of: int, denominator: int) -> str:
    if rounds_to_all_or_none(value, of, denominator):
        return share_words(words, value, of, denominator)
    return words.number(scaled(value, of, denominator))
