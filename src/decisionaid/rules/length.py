"""The rule on length (DA865): a patient gets through an aid in one sitting.

Layer 2. How long an aid is is reckoned in ``model.length``; this says what makes it long.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.length import (
    MOST_SCREENS,
    MOST_WORDS,
    Length,
    LongPart,
    easy_length_of,
    length_of,
)
from decisionaid.rules.rule import Rule, RuleContext, rule

_SURE = 1.03
"""What is reckoned is within some hundredths of what is measured; what may be short enough is let pass."""
_NAMED = 3
"""Parts that a message names."""


@rule(
    "DA865",
    "path-too-long",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="people stop before the end of a long aid, and what is not read helps nobody",
)
def path_too_long(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The way through the aid takes at most 20 screens of a phone and 1,800 words, nothing unfolded."""
    lengths = ((length_of(aid), "this aid"), (easy_length_of(aid), "this aid in easy words"))
    for length, of_what in lengths:
        if length is not None and (
            length.words > MOST_WORDS * _SURE or length.screens > MOST_SCREENS * _SURE
        ):
            yield _too_long(length, of_what)


def _too_long(length: Length, of_what: str) -> Finding:
    first, *others = length.longest(_NAMED)
    return Finding(
        first.path,
        f"the way through {of_what} is {length}; {MOST_SCREENS} screens and {MOST_WORDS:,} words are "
        f"what a person gets through. Most words take {_named([first, *others])}",
        _advice(length),
        also=tuple(part.path for part in others),
    )


def _named(parts: list[LongPart]) -> str:
    named = [f"'{part.name}' ({part.words})" for part in parts]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _advice(length: Length) -> str:
    """Say what to do about the step that is longest."""
    longest = max(length.steps, key=lambda each: each.words)
    ways = {
        "compare": "mark fewer rows '.grid' (the others fold)",
        "values": "ask fewer questions about what matters",
        "options": "say in fewer words what each option is",
        "start": "say in fewer words what the aid is about, or put it below '## ... {.condition}', which folds",
    }
    first = ways.get(longest.step, "say it in fewer words")
    return f"{first}; shorten what is named; or set this aside where the aid is read together"


RULES: tuple[Rule, ...] = (path_too_long,)
