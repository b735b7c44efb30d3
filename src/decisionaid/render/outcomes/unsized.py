"""Say that options differ, where a source says no more: a P value alone, or "significant" alone.

Layer 2. Neither how large the difference is nor which way it goes is told: bare figures beside it
may look like both, and the source tested only if chance explains them.
"""

from __future__ import annotations

from typing import Final

from decisionaid.model.claims import claim_of
from decisionaid.model.outcome import Differ, Outcome
from decisionaid.render.words.phrases import capital, unstopped
from decisionaid.render.words.wording import Naming

PAIR: Final = 2


def differ_words(said: Differ, outcome: Outcome, naming: Naming) -> str:
    """Tell that the source found a difference."""
    is_unsure = claim_of(said, outcome.certainty) == "very-unsure"
    pair = _pair_of(said, outcome)
    if pair is None:
        return naming.words.say("differ_groups_very_unsure" if is_unsure else "differ_groups")
    option, against = (naming.inside(each) for each in pair)
    name = "very_unsure" if is_unsure else "differ"
    return naming.words.say(name, option=option, against=against)


def differ_as_printed(said: Differ, naming: Naming) -> str:
    """Write what the source prints of it."""
    words = naming.words
    if said.option is None or said.against is None:
        first = words.say("differ_groups_printed")
    else:
        option, against = capital(naming.inside(said.option)), naming.inside(said.against)
        first = words.say("differ_printed", option=option, against=against)
    if not said.reason:
        return first
    return words.say("two_sentences", a=first, b=capital(unstopped(said.reason)))


def _pair_of(said: Differ, outcome: Outcome) -> tuple[str, str] | None:
    """Return the two options that differ; None where it is said of more, or of fewer than two."""
    if said.option is not None and said.against is not None:
        return said.option, said.against
    measured = outcome.with_own_figures
    return (measured[1], measured[0]) if len(measured) == PAIR else None
