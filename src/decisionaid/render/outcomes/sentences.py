"""Say how options compare, from published comparisons only: nothing is ever subtracted here.

Layer 2. A gist ("fewer children ...") is said only where the source's whole interval lies on one
side of no difference, and in the words of its certainty (GRADE level); with very low certainty, or
where the interval includes no difference, the page says that nobody can tell.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from decisionaid.model.figure import Counted, FewerThan, Frequency, NotFound
from decisionaid.model.outcome import (
    OPPOSITE,
    Certainty,
    Comparison,
    MattersFrom,
    NotClear,
    NotReported,
    Outcome,
    PublishedDifference,
    PublishedRatio,
    is_clear,
)
from decisionaid.model.shares import rounds_to_all_or_none, scaled
from decisionaid.render.figures.differences import adds_up, rescaled
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import as_printed, capital, listed, number, sentence
from decisionaid.render.words.wording import Naming

YOU = frozenset({"adult", "man", "person", "woman"})
"""Who is counted when the reader may be one of them; of others, such as children, "any one" is said."""


def comparison_lines(
    outcome: Outcome, naming: Naming, shares: int = 0, differences: int = 0
) -> tuple[str, ...]:
    """Say each published comparison of an outcome in words.

    ``shares`` and ``differences`` are the numbers of people out of which the row shows its shares
    and its differences; 0: as printed.
    """
    return tuple(
        _Sentence(outcome, naming, shares, differences).of(each) for each in outcome.comparisons
    )


def comparison_as_printed(comparison: Comparison, naming: Naming) -> str:
    """Write a comparison the way its source printed it."""
    match comparison:
        case PublishedRatio():
            return say(
                "ratio",
                option=capital(naming.inside(comparison.option)),
                against=naming.inside(comparison.against),
                measure=comparison.measure,
                value=as_printed(comparison.value),
                range=_range_as_printed(comparison),
                adjusted=say("adjusted") if comparison.adjusted else "",
            )
        case PublishedDifference():
            return say(
                "difference_as_printed",
                option=capital(naming.inside(comparison.option)),
                against=naming.inside(comparison.against),
                value=_amount_as_printed(comparison),
                range=_range_as_printed(comparison),
                adjusted=say("adjusted") if comparison.adjusted else "",
            )
        case NotClear(reason=reason):
            return say("not_clear", reason=sentence(reason))
        case NotFound(reason=reason):
            return say("comparison_not_found", reason=sentence(reason))
        case NotReported():
            return say("none_printed")


def no_one_can_tell(outcome: Outcome, naming: Naming, denominator: int = 0) -> str:
    """Say that an average is not a forecast; empty where no people are counted.

    It names the numbers that the page shows for the first option with a share of people, out of
    ``denominator`` (0: as printed), and that option where another one shows other numbers.
    """
    shares = [
        (cell.option, cell.figure)
        for cell in outcome.cells
        if isinstance(cell.figure, Frequency | Counted | FewerThan)
    ]
    if outcome.count or not shares:
        return ""
    one, _ = naming.counted()
    you = "_you" if one in YOU else ""
    if not any(0 < share.n < share.of for _, share in shares):
        return ""  # everybody, or nobody, is in one group
    option, first = shares[0]
    if isinstance(first, FewerThan):
        return say(f"which_group{you}", one=one)
    of = denominator or first.of
    n = scaled(first.n, first.of, of)
    if n in (0, of) or rounds_to_all_or_none(first.n, first.of, of):
        return say(f"which_group{you}", one=one)
    same = all(
        not isinstance(each, FewerThan) and scaled(each.n, each.of, of) == n for _, each in shares
    )
    return say(
        f"one_of{you}{'' if same else '_with'}",
        one=one,
        option=naming.inside(option),
        n=number(n),
        rest=number(of - n),
    )


def about_the_same(outcome: Outcome, naming: Naming, denominator: int) -> tuple[str, ...]:
    """Say which shares differ and still look the same out of ``denominator``; mostly nothing."""
    shown: dict[int, list[tuple[str, Fraction]]] = {}
    for cell in outcome.cells:
        if isinstance(cell.figure, Frequency | Counted) and denominator:
            share = Fraction(cell.figure.n) / cell.figure.of
            whole = scaled(cell.figure.n, cell.figure.of, denominator)
            shown.setdefault(whole, []).append((naming.inside(cell.option), share))
    return tuple(
        say("about_the_same", options=listed([name for name, _ in alike]))
        for alike in shown.values()
        if len({share for _, share in alike}) > 1
    )


class _Sentence:
    """Words for the comparisons of one row."""

    def __init__(self, outcome: Outcome, naming: Naming, shares: int, differences: int) -> None:
        self.outcome = outcome
        self.naming = naming
        self.shares = shares
        self.differences = differences
        self.level = _level(outcome)

    def of(self, comparison: Comparison) -> str:
        match comparison:
            case NotClear(reason=reason):
                return say("not_clear", reason=sentence(reason))
            case NotFound(reason=reason):
                return say("comparison_not_found", reason=sentence(reason))
            case NotReported():
                return say("not_reported")
            case _:
                pass
        words = {
            "option": self.naming.inside(comparison.option),
            "against": self.naming.inside(comparison.against),
        }
        if comparison.low is None or comparison.high is None:
            return say("no_range", **words)
        if not is_clear(comparison):
            return say("could_not_tell", **words)
        if self.level == "very-low":
            return say("very_unsure", **words)
        if isinstance(comparison, PublishedRatio):
            return self._ratio(comparison.low > 1, words)
        if comparison.of is None:
            return self._points(comparison, words)
        return self._share(comparison, words)

    def _ratio(self, is_more: bool, words: dict[str, str]) -> str:
        side = "more" if is_more else "fewer"
        if self.outcome.said_as is None:
            return say(f"often_{side}_{self.level}", **words)
        return say(f"people_{side}_{self.level}", **self._happens(), **words)

    def _share(self, printed: PublishedDifference, words: dict[str, str]) -> str:
        shown = rescaled(printed, self.differences or printed.of or 0)
        low, high = _ends(shown)
        of = number(shown.of or 0)
        name = "share" if self.outcome.said_as else "often_share"
        said = [
            say(
                f"{name}_{shown.word}_{self.level}",
                n=number(shown.amount),
                of=of,
                **self._happens(),
                **words,
            ),
            say(f"could_be_{shown.word}", low=number(low), high=number(high), of=of),
        ]
        if self.shares and not adds_up(self.outcome, printed, self.shares):
            said.append(say("adjusted_apart" if printed.adjusted else "rounded_apart"))
        return " ".join(said)

    def _points(self, difference: PublishedDifference, words: dict[str, str]) -> str:
        if difference.word in ("better", "worse") and self.outcome.scale is None:
            # Nothing says which end of the scale is good, so only the distance is told.
            points = _points(difference.amount)
            return say(f"points_apart_{self.level}", points=points, **words)
        low, high = _ends(difference)
        said = [
            say(f"points_{self.level}", amount=_amount(difference.amount, difference), **words),
            say("could_be_points", low=_amount(low, difference), high=_amount(high, difference)),
        ]
        matters = self.outcome.matters_from
        if isinstance(matters, MattersFrom):
            said.append(say(_size(low, high, matters.points)))
        return " ".join(said)

    def _happens(self) -> dict[str, str]:
        _, many = self.naming.counted(self.outcome)
        said_as = self.outcome.said_as
        return {"many": many, "happens": said_as.happens if said_as else ""}


def _level(outcome: Outcome) -> str:
    """Return the GRADE level; what was not graded, or is not known, claims nothing beyond the studies."""
    certainty = outcome.certainty
    return certainty.level if isinstance(certainty, Certainty) else "not-graded"


def _ends(difference: PublishedDifference) -> tuple[Decimal, Decimal]:
    """Return the smaller and the larger end; both lie on the side that the word names."""
    low, high = sorted(end for end in (difference.low, difference.high) if end is not None)
    return low, high


def _size(low: Decimal, high: Decimal, matters_from: Decimal) -> str:
    """Return what is said of an interval beside the smallest difference that people notice."""
    if high < matters_from:
        return "too_small"
    return "noticed" if low >= matters_from else "may_be_too_small"


def _amount(amount: Decimal, difference: PublishedDifference) -> str:
    if amount == 1:
        return say(f"amount_{difference.word}_one")
    return say(f"amount_{difference.word}", n=number(amount))


def _points(points: Decimal) -> str:
    return say("one_point") if points == 1 else say("points", n=number(points))


def _amount_as_printed(difference: PublishedDifference) -> str:
    written = as_printed(abs(difference.amount))
    if difference.of is not None:
        of = number(difference.of)
        return say("difference_share", n=written, word=difference.word, of=of)
    points = say("one_point") if written == "1" else say("points", n=written)
    return say("difference_points", points=points, word=difference.word)


def _range_as_printed(comparison: PublishedRatio | PublishedDifference) -> str:
    if comparison.low is None or comparison.high is None:
        return ""
    low, high = (_end_as_printed(end, comparison) for end in (comparison.low, comparison.high))
    return say("range_as_printed", low=low, high=high)


def _end_as_printed(end: Decimal, comparison: PublishedRatio | PublishedDifference) -> str:
    """Return an end of a range; that of a difference says on which side it lies."""
    if isinstance(comparison, PublishedRatio):
        return as_printed(end)
    word = OPPOSITE[comparison.word] if end < 0 else comparison.word
    return f"{as_printed(abs(end))} {word}"
