"""Say a figure as one sentence, which is what a screen reader reads in place of the picture.

Layer 2. The sentence names the option, the number, of how many, and the time, because a person
who listens does not see the heading, the number and the drawing together. The group of readers a
row is about stands in the heading right above and is not said again with each figure.
"""

from __future__ import annotations

from dataclasses import dataclass

from decisionaid.language import without_isolates
from decisionaid.model.outcome import Lifetime, Outcome, TimePoint
from decisionaid.render.words.phrases import unstopped
from decisionaid.render.words.wording import Naming, aside, time_amount, time_words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Makes the sentence for one option's figure of one outcome."""

    naming: Naming
    outcome: Outcome
    option_id: str

    def share(self, share: str, what: str, interval: str, other: str) -> str:
        """Say how many of how many it happens to, and to how many it does not, in one sentence.

        ``interval`` and ``other`` as they stand inside a sentence; empty: nothing is said of them.
        """
        say = self.naming.words.say
        said = aside(self.naming.words, self._at_its_time(what), interval)
        if other:
            return say(
                "spoken_share_other", option=self._option, share=share, what=said, other=other
            )
        return say("spoken_share", option=self._option, share=share, what=said)

    def labelled(self, said: str, note: str = "") -> str:
        """Say the outcome and the option first, then what was found, and a note in brackets."""
        words = self.naming.words
        # "Still in pain after 2 to 3 days" needs no second "at 2 to 3 days".
        label = self.outcome.label
        if not self._is_in_label():
            label = self._at_its_time(label)
        found = aside(words, said, note)
        return words.say("spoken_labelled", label=label, option=self._option, found=found)

    @property
    def _option(self) -> str:
        mark = self.naming.marks.get(self.option_id, "")
        return aside(self.naming.words, self.naming.inside(self.option_id), mark)

    def _at_its_time(self, said: str) -> str:
        words, time = self.naming.words, time_words(self.naming.words, self.outcome.time)
        # Only our own words are sure to go on with a sentence.
        if isinstance(self.outcome.time, TimePoint | Lifetime):
            return words.say("said_at", said=said, time=time)
        return aside(words, said, unstopped(time))

    def _is_in_label(self) -> bool:
        time = self.outcome.time
        return isinstance(time, TimePoint) and (
            without_isolates(time_amount(self.naming.words, time)) in self.outcome.label
        )
