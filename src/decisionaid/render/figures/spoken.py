"""Say a figure as one sentence, which is what a screen reader reads in place of the picture.

Layer 2. The sentence names the option, the number, of how many, and the time, because a person
who listens does not see the heading, the number and the drawing together. The group of readers a
row is about stands in the heading right above and is not said again with each figure.
"""

from __future__ import annotations

from dataclasses import dataclass

from decisionaid.model.outcome import Lifetime, Outcome, TimePoint
from decisionaid.render.words.messages import say
from decisionaid.render.words.numerals import small
from decisionaid.render.words.wording import Naming, time_words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Makes the sentence for one option's figure of one outcome."""

    naming: Naming
    outcome: Outcome
    option_id: str

    def share(self, share: str, what: str, interval: str, other: str) -> str:
        """Say how many of how many it happens to, and to how many it does not, in one sentence."""
        first = say(
            "spoken_share",
            option=self._option,
            share=share,
            what=what,
            time=self._time,
            range=aside(small(interval)),
        )
        return f"{first}{say('spoken_other', other=small(other)) if other else ''}."

    def labelled(self, said: str, note: str = "") -> str:
        """Say the outcome and the option first, then what was found, and a note in brackets."""
        # "Still in pain after 2 to 3 days" needs no second "at 2 to 3 days".
        time = "" if self._is_in_label() else self._time
        return say(
            "spoken_labelled",
            label=self.outcome.label,
            time=time,
            option=self._option,
            found=f"{said.removesuffix('.')}{aside(note)}",
        )

    @property
    def _option(self) -> str:
        name = self.naming.inside(self.option_id)
        mark = self.naming.marks.get(self.option_id, "")
        return f"{name}{aside(mark)}"

    @property
    def _time(self) -> str:
        words = time_words(self.outcome.time)
        # Only our own words are sure to go on with a sentence.
        if isinstance(self.outcome.time, TimePoint | Lifetime):
            return f" {words}"
        return aside(words)

    def _is_in_label(self) -> bool:
        words = time_words(self.outcome.time).removeprefix(say("at_time", time="")).strip()
        return isinstance(self.outcome.time, TimePoint) and words in self.outcome.label


def aside(words: str) -> str:
    """Return words in brackets after a space; nothing when there are none."""
    words = words.strip().removesuffix(".")
    return f" ({words})" if words else ""
