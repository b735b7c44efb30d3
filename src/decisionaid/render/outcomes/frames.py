"""Say under the name of a row what each of its figures counts, so that a table can show bare figures.

Layer 2. A figure on the aid's page says by itself what happens to whom; in a table it is said once
for the row: what happens, of whom, from which option a difference is measured, and which end of a
scale is good. When it was measured, and out of how many, stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.model.figure import (
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    Rate,
    ReferenceCell,
    Score,
    ShareInWords,
    Spread,
)
from decisionaid.model.outcome import Outcome, is_said_by_label
from decisionaid.render.words.wording import Naming


def frame_of(outcome: Outcome, naming: Naming) -> str:
    """Return what a row counts, a sentence for each kind of its figures; empty without figures."""
    frame = _Frame(outcome, naming)
    said = dict.fromkeys(frame.of(cell.figure) for cell in outcome.cells)
    return naming.words.joined("after_one_another", [*filter(None, said), *frame.scale()])


class _Frame:
    """The frame of one row."""

    def __init__(self, outcome: Outcome, naming: Naming) -> None:
        self.outcome = outcome
        self.naming = naming
        self.say = naming.words.say
        self.many = naming.counted(outcome)[1]

    def of(self, figure: Figure | None) -> str:
        match figure:
            case Frequency() | Counted() | FewerThan() | Spread(word=None) | ShareInWords():
                return self._share()
            case DifferenceFrom(of=int()) | Spread():
                return self._difference()
            case DifferenceFrom():
                return self._points_apart()
            case Score():
                return self.say("frame_score")
            case Change():
                return self.say("frame_change")
            case Rate(counts="people"):
                return self.say("frame_rate_people", many=self.many)
            case Rate():
                return self.say("frame_rate", many=self.many)
            case Events():
                return self.say("frame_events", many=self.many)
            case _:
                return ""

    def scale(self) -> Iterator[str]:
        """Yield which end of the scale is good, where there is one."""
        scale = None if self.outcome.out_of_date else self.outcome.scale
        if scale is not None:
            yield self.say(f"frame_scale_{scale.better}", low=scale.low, high=scale.high)

    def _share(self) -> str:
        said_as = self.outcome.said_as
        if is_said_by_label(self.outcome):
            return ""
        if said_as is None:
            return self.say("frame_people", many=self.many)
        return self.say("frame_happens", many=self.many, happens=said_as.happens)

    def _difference(self) -> str:
        reference, said_as = self._reference, self.outcome.said_as
        if not reference:
            return self.say("frame_difference", many=self.many)
        if said_as is None or is_said_by_label(self.outcome):
            return self.say("frame_difference_people", many=self.many, option=reference)
        return self.say(
            "frame_difference_happens",
            many=self.many,
            happens=said_as.happens,
            option=reference,
        )

    def _points_apart(self) -> str:
        reference = self._reference
        if not reference:
            return self.say("frame_points_apart")
        return self.say("frame_difference_points", option=reference)

    @property
    def _reference(self) -> str:
        """The option that differences are measured from; empty where the row has none."""
        cells = self.outcome.cells
        found = (each.option for each in cells if isinstance(each.figure, ReferenceCell))
        return next((self.naming.inside(each) for each in found), "")
