"""What a figure is in words, and where it stands.

Layer 2.
"""

from __future__ import annotations

from dataclasses import dataclass

from decisionaid.language import Words
from decisionaid.model.figure import ReferenceCell
from decisionaid.model.outcome import Outcome
from decisionaid.render.figures.drawings import Drawing
from decisionaid.render.figures.icons import IconArray
from decisionaid.render.figures.pictures import Pictures
from decisionaid.render.figures.spoken import Speaker
from decisionaid.render.words.phrases import capital
from decisionaid.render.words.wording import Naming, time_words


@dataclass(frozen=True, slots=True)
class Said:
    """Words of ours that begin a line, and the same inside a sentence; without a full stop."""

    first: str = ""
    inside: str = ""
    ends: str = ""
    """The two ends alone, where it is a range."""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure in words.

    ``short`` stands in a table. ``look`` is ``figure``, ``words``, ``unknown`` or ``gap``.
    """

    option: str
    """Id of the option."""
    look: str
    short: str
    what: str
    """Under the number; or all the words where there is no number."""
    said: str = ""
    """Number and words as they go on with "With ...:"; empty where there is the other frame."""
    number: str = ""
    other: str = ""
    """The other frame: how many it does not happen to."""
    other_inside: str = ""
    """The same inside a sentence."""
    range: str = ""
    range_inside: str = ""
    ends: str = ""
    """The range as it stands in brackets behind ``short``; empty where there is none."""
    array: IconArray | None = None
    drawing: Drawing | None = None
    spoken: str = ""
    """One whole sentence with option, number, of how many and time: what is read aloud."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its outcome, option and denominator."""

    naming: Naming
    outcome: Outcome
    option_id: str
    denominator: int
    pictures: Pictures | None = None
    """What is drawn in its step; None where it stands by itself."""

    @property
    def words(self) -> Words:
        """The words of the aid's language."""
        return self.naming.words

    @property
    def many(self) -> str:
        """What many of those counted are called."""
        return self.naming.counted(self.outcome)[1]

    @property
    def reference(self) -> str | None:
        """Id of the option that differences are measured from; None where the row has none."""
        cells = self.outcome.cells
        return next((each.option for each in cells if isinstance(each.figure, ReferenceCell)), None)

    @property
    def speaker(self) -> Speaker:
        """Makes the sentence that is read aloud."""
        return Speaker(self.naming, self.outcome, self.option_id)

    def said(self, name: str, **values: str) -> Said:
        """Say a message that has a form for the inside of a sentence, under its name and ``_inside``."""
        say = self.words.say
        return Said(say(name, **values), say(f"{name}_inside", **values))


def sentence_of(
    figure: ShownFigure, outcome: Outcome, naming: Naming, *, starts: bool = True
) -> str:
    """Return a figure as a sentence without its full stop, so that an author's sentence can hold it.

    ``starts``: nothing stands before it; else it stands inside the author's sentence.
    """
    words, option = naming.words, naming.inside(figure.option)
    if figure.other:
        first = words.say(
            "share_sentence" if starts else "share_sentence_inside",
            option=option,
            share=figure.short,
            what=figure.what,
            time=naming.for_group(time_words(words, outcome.time), outcome),
            other=figure.other_inside,
        )
    else:
        begun = capital(outcome.label) if starts else naming.small(outcome.label)
        label = naming.for_group(begun, outcome)
        first = words.say("labelled", label=label, option=option, figure=figure.said)
    return words.say("two_sentences", a=first, b=figure.range) if figure.range else first
