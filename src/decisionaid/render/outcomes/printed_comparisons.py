"""Write a published comparison with its digits, as its source printed it.

Layer 2. Whole on the evidence page and on the clinician's sheet, shortly on the one-page grid.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from decisionaid.language import Words
from decisionaid.model.claims import claim_of, printed_with_range
from decisionaid.model.figure import NotFound
from decisionaid.model.outcome import (
    OPPOSITE,
    Comparison,
    Differ,
    NotClear,
    NotReported,
    Outcome,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.render.figures.differences import rescaled
from decisionaid.render.figures.measured import difference_words
from decisionaid.render.figures.printed import with_range
from decisionaid.render.outcomes.unsized import differ_as_printed
from decisionaid.render.words.phrases import capital, sentence
from decisionaid.render.words.wording import Naming


def comparison_as_printed(comparison: Comparison, naming: Naming) -> str:
    """Write a comparison the way its source printed it."""
    words = naming.words
    match comparison:
        case PublishedRatio(measure=measure, value=value):
            said = words.say(
                "ratio_printed", measure=measure.replace(" ", "-"), value=words.as_printed(value)
            )
        case PublishedDifference(amount=amount, word=word, of=of):
            said = difference_words(words, words.as_printed(abs(amount)), word, of)
        case Differ():
            return differ_as_printed(comparison, naming)
        case NotClear(reason=reason):
            return words.say("not_clear", reason=sentence(words, reason))
        case NotFound(reason=reason):
            return words.say("comparison_not_found", reason=sentence(words, reason))
        case NotReported():
            return words.say("none_printed")
    said = with_range(words, said, _ends_as_printed(words, comparison))
    if comparison.adjusted:
        said = words.say("adjusted_printed", said=said)
    return words.say(
        "compared_printed",
        option=capital(naming.inside(comparison.option)),
        against=naming.inside(comparison.against),
        said=said,
    )


def unsaid_ranges(outcome: Outcome, naming: Naming, denominator: int) -> Iterator[str]:
    """Yield each comparison whose range its sentence does not say: only a difference is so clear.

    ``denominator`` is the number of people out of which the row is shown; 0: as printed.
    """
    for each in printed_with_range(outcome):
        if isinstance(each, PublishedRatio):
            yield comparison_as_printed(each, naming)
        elif claim_of(each, outcome.certainty) != "clear":
            yield comparison_as_printed(rescaled(each, denominator), naming)


def compared_shortly(
    comparison: PublishedRatio | PublishedDifference,
    naming: Naming,
    denominator: int,
    *,
    named: bool,
) -> str:
    """Write a comparison with its range in as few words as a table has room for.

    ``denominator`` is the number of people out of which the row is shown; 0: as printed. ``named``
    False: the row has two figures, so that against which an option was held need not be said.
    """
    words = naming.words
    shown = comparison
    if isinstance(shown, PublishedDifference):
        shown = rescaled(shown, denominator)
    said = printed_without_its_range(comparison, words, denominator)
    if ends := _ends_shortly(words, shown):
        low, high = ends
        said = words.say("with_note", words=said, note=words.say("ends", low=low, high=high))
    if comparison.adjusted:
        said = words.say("adjusted_printed", said=said)
    option = naming.inside(comparison.option)
    if not named:
        return words.say("compared_two", option=option, said=said)
    against = naming.inside(comparison.against)
    return words.say("compared_printed", option=capital(option), against=against, said=said)


def printed_without_its_range(
    comparison: PublishedRatio | PublishedDifference, words: Words, differences: int = 0
) -> str:
    """Write the ratio or the difference alone, out of ``differences`` people (0: as printed)."""
    if isinstance(comparison, PublishedRatio):
        measure = comparison.measure.replace(" ", "-")
        return words.say("ratio_printed", measure=measure, value=words.as_printed(comparison.value))
    shown = rescaled(comparison, differences)
    return difference_words(words, abs(shown.amount), shown.word, shown.of)


def _ends_as_printed(
    words: Words, comparison: PublishedRatio | PublishedDifference
) -> tuple[str, str] | None:
    if comparison.low is None or comparison.high is None:
        return None
    low, high = (
        _end_as_printed(words, end, comparison) for end in (comparison.low, comparison.high)
    )
    return low, high


def _ends_shortly(
    words: Words, comparison: PublishedRatio | PublishedDifference
) -> tuple[str, str] | None:
    """Return the ends of a range; the word for a side that both lie on stands once, behind the second."""
    low, high = comparison.low, comparison.high
    if low is None or high is None:
        return None
    same = isinstance(comparison, PublishedDifference) and low >= 0 and high >= 0
    first = words.as_printed(low) if same else _end_as_printed(words, low, comparison)
    return first, _end_as_printed(words, high, comparison)


def _end_as_printed(
    words: Words, end: Decimal, comparison: PublishedRatio | PublishedDifference
) -> str:
    """Return an end of a range; that of a difference says on which side it lies."""
    if isinstance(comparison, PublishedRatio):
        return words.as_printed(end)
    word = OPPOSITE[comparison.word] if end < 0 else comparison.word
    return words.say("end_printed", n=words.as_printed(abs(end)), word=word)
