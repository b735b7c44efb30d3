"""What bare figures in a table may not be taken for: a clear difference, or one out of as many people.

Layer 2. The step "side by side" and the one-page grid say it in the same short words, and nowhere
do figures that chance may have set apart stand without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.model.claims import caution_of, printed_without_range
from decisionaid.model.outcome import Outcome, PublishedDifference, PublishedRatio
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.printed_comparisons import printed_without_its_range
from decisionaid.render.words.phrases import capital


def cautions_of(outcome: Outcome, figures: Figures) -> Iterator[str]:
    """Yield what has to be said beside the figures of a row."""
    words = figures.words
    if of := figures.apart(outcome):
        yield words.say("caution_whole", of=of, whole=figures.whole)
    printed = tuple(printed_without_range(outcome))
    for each in printed:
        yield _printed(outcome, each, figures)
    caution = caution_of(outcome)
    if caution and not (printed and caution in ("no-range", "partly-no-range")):
        yield words.say(f"caution_{caution}")


def _printed(
    outcome: Outcome, comparison: PublishedRatio | PublishedDifference, figures: Figures
) -> str:
    """Say what is printed of two options without a range."""
    of = figures.out_of.get(outcome.id, 0)
    return figures.words.say(
        "caution_printed",
        option=capital(figures.naming.inside(comparison.option)),
        against=figures.naming.inside(comparison.against),
        said=printed_without_its_range(comparison, figures.words, of),
    )
