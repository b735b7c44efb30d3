"""Say how options compare, from published comparisons only: nothing is ever subtracted here.

Layer 2. What a comparison may claim stands in ``model.claims``. A gist ("fewer children ...") is said
in the words of its certainty (GRADE level), and only where the claim is clear; what is printed
without a range is told as printed, with a word on the range.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from decisionaid.model.claims import claim_of
from decisionaid.model.figure import Counted, FewerThan, Frequency, NotFound
from decisionaid.model.outcome import (
    Certainty,
    Comparison,
    Differ,
    MattersFrom,
    NotClear,
    NotReported,
    Outcome,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.model.shares import rounds_to_all_or_none, scaled
from decisionaid.render.figures.differences import adds_up, rescaled
from decisionaid.render.outcomes.printed_comparisons import printed_without_its_range
from decisionaid.render.outcomes.unsized import differ_words
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.wording import Naming


def comparison_lines(outcome: Outcome, naming: Naming, denominator: int = 0) -> tuple[str, ...]:
    """Say each published comparison of an outcome in words.

    ``denominator`` is the number of people out of which the row is shown; 0: as printed.
    """
    return tuple(_Sentence(outcome, naming, denominator).of(each) for each in outcome.comparisons)


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
    # Of others, such as children, "any one" is said.
    you = "_you" if one in naming.words.say("counted_as_you").splitlines() else ""
    if not any(0 < share.n < share.of for _, share in shares):
        return ""  # everybody, or nobody, is in one group
    option, first = shares[0]
    if isinstance(first, FewerThan):
        return naming.words.say(f"which_group{you}", one=one)
    of = denominator or first.of
    n = scaled(first.n, first.of, of)
    if n in (0, of) or rounds_to_all_or_none(first.n, first.of, of):
        return naming.words.say(f"which_group{you}", one=one)
    same = all(
        not isinstance(each, FewerThan) and scaled(each.n, each.of, of) == n for _, each in shares
    )
    return naming.words.say(
        f"one_of{you}{'' if same else '_with'}",
        one=one,
        option=naming.inside(option),
        n=n,
        rest=of - n,
    )


def about_the_same(outcome: Outcome, naming: Naming, denominator: int) -> tuple[str, ...]:
    """Say which shares differ and still look the same out of ``denominator``; mostly nothing."""
    words = naming.words
    shown: dict[int, list[tuple[str, Fraction]]] = {}
    for cell in outcome.cells:
        if isinstance(cell.figure, Frequency | Counted) and denominator:
            share = Fraction(cell.figure.n) / cell.figure.of
            whole = scaled(cell.figure.n, cell.figure.of, denominator)
            shown.setdefault(whole, []).append((naming.inside(cell.option), share))
    return tuple(
        words.say("about_the_same", options=words.listed([name for name, _ in alike]))
        for alike in shown.values()
        if len({share for _, share in alike}) > 1
    )


class _Sentence:
    """Words for the comparisons of one row."""

    def __init__(self, outcome: Outcome, naming: Naming, denominator: int) -> None:
        self.outcome = outcome
        self.naming = naming
        self.say = naming.words.say
        self.denominator = denominator
        self.level = _level(outcome)

    def of(self, comparison: Comparison) -> str:
        match comparison:
            case Differ():
                return differ_words(comparison, self.outcome, self.naming)
            case NotClear(reason=reason):
                return self.say("not_clear", reason=sentence(self.naming.words, reason))
            case NotFound():
                return self.say("comparison_not_found_short")
            case NotReported():
                return self.say("not_reported")
            case _:
                pass
        words = {
            "option": self.naming.inside(comparison.option),
            "against": self.naming.inside(comparison.against),
        }
        match claim_of(comparison, self.outcome.certainty):
            case "no-range":
                return self._without_range(comparison, words)
            case "open":
                return self.say("could_not_tell", **words)
            case "very-unsure":
                return self.say("very_unsure", **words)
            case _:
                pass
        if isinstance(comparison, PublishedRatio):
            return self._ratio(comparison, words)
        if comparison.of is None:
            return self._points(comparison, words)
        return self._share(comparison, words)

    def _without_range(
        self, comparison: PublishedRatio | PublishedDifference, words: dict[str, str]
    ) -> str:
        """Tell what was printed as the source's own word, and that nobody knows its range."""
        if (
            isinstance(comparison, PublishedDifference)
            and comparison.of is not None
            and self.outcome.said_as is not None
        ):
            shown = rescaled(comparison, self.denominator)
            printed = self.say(
                "printed_happens",
                n=shown.amount,
                of=shown.of or 0,
                word=shown.word,
                **self._happens(),
                **words,
            )
        else:
            said = printed_without_its_range(comparison, self.naming.words, self.denominator)
            printed = self.say("printed_compared", said=said, **words)
        return self.naming.words.joined("after_one_another", [printed, self.say("no_range")])

    def _ratio(self, ratio: PublishedRatio, words: dict[str, str]) -> str:
        side = "more" if ratio.low is not None and ratio.low > 1 else "fewer"
        if self.outcome.said_as is None:
            return self.say(f"often_{side}_{self.level}", **words)
        return self.say(f"people_{side}_{self.level}", **self._happens(), **words)

    def _share(self, printed: PublishedDifference, words: dict[str, str]) -> str:
        shown = rescaled(printed, self.denominator or printed.of or 0)
        low, high = _ends(shown)
        of = shown.of or 0
        graded = f"{shown.word}_{self.level}"
        said = [
            self.say(
                f"share_{graded}" if self.outcome.said_as else f"often_share_{graded}",
                n=shown.amount,
                of=of,
                **self._happens(),
                **words,
            ),
            self.say(f"could_be_{shown.word}", low=low, high=high, of=of),
        ]
        if self.denominator and not adds_up(self.outcome, printed, self.denominator):
            said.append(self.say("adjusted_apart" if printed.adjusted else "rounded_apart"))
        return self.naming.words.joined("after_one_another", said)

    def _points(self, difference: PublishedDifference, words: dict[str, str]) -> str:
        if difference.word in ("better", "worse") and self.outcome.scale is None:
            # Nothing says which end of the scale is good, so only the distance is told.
            points = self.say("points", n=difference.amount)
            return self.say(f"points_apart_{self.level}", points=points, **words)
        low, high = _ends(difference)
        said = [
            self.say(
                f"points_{self.level}", amount=self._amount(difference.amount, difference), **words
            ),
            # The side that both ends lie on is said once, behind the second.
            self.say("could_be_points", low=low, high=self._amount(high, difference)),
        ]
        matters = self.outcome.matters_from
        if isinstance(matters, MattersFrom):
            said.append(self.say(_size(low, high, matters.points)))
        return self.naming.words.joined("after_one_another", said)

    def _amount(self, amount: Decimal, difference: PublishedDifference) -> str:
        return self.say("difference_points", n=amount, word=difference.word)

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
