"""Say how options compare, from published comparisons only: nothing is ever subtracted here.

Layer 2. "More" and "fewer" are said only where the source's whole interval lies on one side of
no difference; otherwise the page says that the study could not tell.
"""

from __future__ import annotations

from decimal import Decimal

from decisionaid.model.figure import Counted, FewerThan, Frequency
from decisionaid.model.outcome import (
    Comparison,
    MattersFrom,
    NotClear,
    NotReported,
    Outcome,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.render.messages import say
from decisionaid.render.numerals import as_printed, capital, number, sentence
from decisionaid.render.wording import Naming


def comparison_lines(outcome: Outcome, naming: Naming) -> tuple[str, ...]:
    """Say each published comparison of an outcome in words."""
    return tuple(_comparison(each, outcome, naming) for each in outcome.comparisons)


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
                value=_difference(comparison.amount, comparison, printed=True),
                range=_range_as_printed(comparison),
                adjusted=say("adjusted") if comparison.adjusted else "",
            )
        case NotClear(reason=reason):
            return say("not_clear", reason=sentence(reason))
        case NotReported():
            return say("none_printed")


def is_clear(comparison: PublishedRatio | PublishedDifference) -> bool:
    """Return whether the whole interval lies on one side of no difference; False without an interval."""
    none = Decimal(1) if isinstance(comparison, PublishedRatio) else Decimal(0)
    if comparison.low is None or comparison.high is None:
        return False
    return (comparison.low - none) * (comparison.high - none) > 0


def no_one_can_tell(outcome: Outcome, naming: Naming) -> str:
    """Say that an average is not a forecast; empty where no people are counted."""
    shares = (Frequency, Counted, FewerThan)
    if outcome.count or not any(isinstance(cell.figure, shares) for cell in outcome.cells):
        return ""
    one, _ = naming.counted()
    return say("no_one_can_tell_you") if one == "person" else say("no_one_can_tell", one=one)


def _comparison(comparison: Comparison, outcome: Outcome, naming: Naming) -> str:
    match comparison:
        case NotClear(reason=reason):
            return say("not_clear", reason=sentence(reason))
        case NotReported():
            return say("not_reported")
        case _:
            pass
    words = {
        "option": naming.inside(comparison.option),
        "against": naming.inside(comparison.against),
    }
    pair = say("versus", **words)
    if comparison.low is None or comparison.high is None:
        return say("no_range", pair=pair)
    if not is_clear(comparison):
        return say("could_not_tell", pair=pair)
    if isinstance(comparison, PublishedRatio):
        return _clear_ratio(comparison, outcome, naming, words)
    return _clear_difference(comparison, outcome, naming, words)


def _clear_ratio(
    ratio: PublishedRatio, outcome: Outcome, naming: Naming, words: dict[str, str]
) -> str:
    if outcome.said_as is None:
        return say("clear_ratio_bare", pair=say("versus", **words))
    more = say("more_people" if ratio.value > 1 else "fewer_people")
    _, many = naming.counted(outcome)
    return say("clear_ratio", more=more, many=many, happens=outcome.said_as.happens, **words)


def _clear_difference(
    difference: PublishedDifference, outcome: Outcome, naming: Naming, words: dict[str, str]
) -> str:
    amount = _difference(difference.amount, difference)
    if difference.of is None:
        first = say("clear_points", amount=amount, **words)
    else:
        _, many = naming.counted(outcome)
        happens = outcome.said_as.happens if outcome.said_as else ""
        name = "clear_share" if happens else "clear_share_bare"
        first = capital(say(name, amount=amount, many=many, happens=happens, **words))
    # `is_clear` has seen both ends, and both lie on the side that the word names.
    ends = sorted(end for end in (difference.low, difference.high) if end is not None)
    low, high = (_difference(end, difference) for end in ends)
    said = [first, say("could_be", low=low, high=high)]
    matters = outcome.matters_from
    if isinstance(matters, MattersFrom) and difference.of is None and ends[-1] < matters.points:
        said.append(say("too_small"))
    return " ".join(said)


def _difference(amount: Decimal, difference: PublishedDifference, *, printed: bool = False) -> str:
    written = as_printed(abs(amount)) if printed else number(abs(amount))
    if difference.of is not None:
        return say("difference_share", n=written, word=difference.word, of=number(difference.of))
    points = say("one_point") if written == "1" else say("points", n=written)
    return say("difference_points", points=points, word=difference.word)


def _range_as_printed(comparison: PublishedRatio | PublishedDifference) -> str:
    if comparison.low is None or comparison.high is None:
        return ""
    return say("range_as_printed", low=_signed(comparison.low), high=_signed(comparison.high))


def _signed(value: Decimal) -> str:
    return f"\N{MINUS SIGN}{as_printed(-value)}" if value < 0 else as_printed(value)
