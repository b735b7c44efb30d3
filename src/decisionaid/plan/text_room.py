"""What gives way in a plan's text for the clinical record: at most 900 signs of ASCII, whatever the plan says.

Layer 2. The same as ``plan/text-room.ts`` in the browser. Where a text is too long, the reasons of decisions give way
first and then what is doubted of them, and the text says that the plan has them; then who suggested what the person
took. Then all own words get shorter, the longest first, option names and telephone numbers last of all, and at last
whole entries give way, the later ones first, as ``theme/schema/plan-text.json`` says; the last line tells what is
missing. Where that is not enough, its ``gives`` are the parts that go altogether, in their order. The last no and the
first warning sign never go, and the last line counts the owners, days and answers that are missing in what went.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from decisionaid.model.plan.plan import Plan
from decisionaid.outside.ascii import cut, quoted, readable, to_ascii
from decisionaid.outside.tables import filled, table
from decisionaid.plan.current import wordings_of
from decisionaid.plan.visits import was_met_with_somebody

_Entry = TypeVar("_Entry")


def with_room(plan: Plan, made: Callable[[Room], str], *, knows_all: bool = True) -> str:
    """Return the text of a plan in the first room in which it is not too long; ``knows_all``: see ``Room``."""
    text = ""
    for limits in _all_limits():
        text = made(Room(plan, limits, knows_all=knows_all))
        if len(text) <= table("plan-text")["most"]:
            break
    return text


def _all_limits() -> Iterator[dict[str, int]]:
    """Return the limits from the widest on, and behind them those under which one part after the other has no room."""
    words = table("plan-text")
    yield from words["limits"]
    limits = words["limits"][-1]
    for gives in words["gives"]:
        limits = limits | gives
        yield limits


class Room:
    """The limits of one text, which cut its words and entries, and what they left out of it."""

    def __init__(self, plan: Plan, limits: dict[str, int], *, knows_all: bool = True) -> None:
        """Take a plan and limits; ``knows_all``: what stands nowhere in the plan is missing, and said to be so."""
        self.plan, self.limits = plan, limits
        self.words: Any = table("plan-text")
        self.says_missing = knows_all and was_met_with_somebody(plan)
        self.is_cut = limits["own"] != self.words["limits"][0]["own"]
        self._left: list[str] = []
        self._reasons_left = 0
        self._marks: list[str] = []
        self._left_marks: Counter[str] = Counter()

    def own(self, words: str, least: int = 0) -> str:
        """Return a person's own words in quotes; ``least``: signs that are kept in any case."""
        return quoted(readable(words), max(self.limits["own"], least))

    def named(self, words: str) -> str:
        """Return what something is called, and a sign for what cannot be written in ASCII."""
        return cut(readable(words), self.limits["names"])

    def name(self, words: str) -> str:
        """Return what somebody is called, or a time; empty: nothing of it can be written in ASCII."""
        return cut(to_ascii(words), self.limits["names"])

    def uncut(self, words: str) -> str:
        """Return an option's name or a telephone number, which is cut when all other words are short."""
        return cut(readable(words), self.limits["call"])

    def marked(self, mark: str, words: str) -> str:
        """Return words that are counted where the entry in which they stand has no room."""
        self._marks.append(mark)
        return words

    def leave_reason(self) -> None:
        """Count a reason that has no room."""
        self._reasons_left += 1

    def part(
        self,
        name: str,
        line: Callable[[Room, _Entry], str],
        entries: Sequence[_Entry],
        goes_first: Callable[[_Entry], bool] | None = None,
    ) -> Sequence[str]:
        """Return the lines of a part, as many as there is room for; the others are counted, and what is in them.

        ``goes_first``: which entries are left out before words get too short. They have to be the last ones then.
        """
        most = self.limits.get(name, len(entries))
        if name == "matters" and most and "most_important" in wordings_of(self.plan):
            # Of two wordings one alone would read as the one that holds: all of them stand there, or none.
            most = len(entries)
        if goes_first and not self.limits["seen"]:
            most = min(most, sum(not goes_first(each) for each in entries))
        lines = []
        for each in entries:
            self._marks = []
            lines.append(line(self, each))
            if len(lines) > most:
                self._left_marks.update(self._marks)
        if len(lines) > most:
            self._left.append(self._counted(self.words["names"][name], len(lines) - most))
        return lines[:most]

    def shortened(self) -> Sequence[str]:
        """Return the last line of a text that was cut, which tells what was left out; none: nothing was cut."""
        if not self.is_cut:
            return ()
        words, many = self.words, self._left_marks
        told = [
            self._counted(said, many[mark]) for mark, said in words["marks"].items() if many[mark]
        ]
        marks = filled(words["left_marks"], items=", ".join(told)) if told else ""
        whys = self._reasons_left
        reasons = [self._counted(words["names"]["reasons"], whys)] if whys else []
        items = ", ".join((*self._left, *reasons))
        left = filled(words["left"], items=items, marks=marks) if items else ""
        return (filled(words["shortened"], mark=table("record-text")["mark"], left=left),)

    def _counted(self, name: str, many: int) -> str:
        return filled(self.words["left_item"], name=name, n=many)
