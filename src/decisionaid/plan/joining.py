"""Join what two copies of a plan say, entry by entry, so that in whatever order copies are joined the same comes of it.

Layer 2. The same as ``plan/joining.ts``. Lists come to all entries of both, and what holds one thing to the one that
sorts last. What was written at one visit stays in its order as long as one copy only went on from the other; where both
went on from it, the visit is marked, and from then on ids and words decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from decisionaid.plan.merged_order import (
    NOWHERE,
    PLACED,
    in_order,
    key_of,
    name_of,
    once,
    place_of,
    sorts_as,
)
from decisionaid.plan.reading import HEAD

_GROWING: Final = ("asked",)
"""What is one thing and has entries of its own: what is said in it later stands behind it."""
_MARKS: Final = {
    "mine": (("said", "not_asked", "accepted", "declined"), {"yes": "accepted", "no": "declined"}),
    "agreed": (("not_asked", "yes", "no"), {"yes": "yes", "no": "no"}),
}
"""What marks what the person answered: what holds where nobody wrote down when, the last of these before all; and how
an answer is marked."""
_ANSWERED: Final = "answered"
_NAMES: Final = ("there", "may_share", "pulls_against", "conditions")
"""Lists of names that only grow: both copies' names hold."""
_LAST_HOLDS: Final = (
    "became", "budgets", "confidence", "did", "importance", "looked", "reviews", "said",
)  # fmt: skip
"""Lists of which the last entry holds: where both copies went on from one visit, somebody has to choose."""
_PREPARED: Final = "communication"
"""What is no history: the sheet that was filled in last says it. So it is with which needs come first."""

Data = dict[str, Any]


class Joining:
    """Two copies on their way to one."""

    def __init__(
        self, first: Data, second: Data, *, is_first_part: bool, is_second_part: bool
    ) -> None:
        """A part has some entries of a visit, and of one thing may say less than the plan."""
        self._copies = (first, second)
        self._parts = (is_first_part, is_second_part)
        self._days: dict[str, str] = {}
        for visit in (*first.get("visits", ()), *second.get("visits", ())):
            self._days[visit["id"]] = max(self._days.get(visit["id"], ""), visit["on"])
        self._apart = {
            visit["id"]
            for copy in self._copies
            for visit in copy.get("visits", ())
            if visit.get("apart")
        }
        self._disputed: set[str] = set()

    @property
    def disputed(self) -> tuple[str, ...]:
        """Places in which both say another thing, as paths."""
        return tuple(sorted(self._disputed))

    def whole(self) -> Data:
        """Return what they come to, with the head of one of them."""
        known = {*self._apart}
        made = self._joined(*self._copies, "")
        if self._apart != known:
            # What was joined before a visit was found to be apart has to be put in order anew.
            made = self._joined(*self._copies, "")
        visits = [
            visit | ({"apart": True} if visit["id"] in self._apart else {})
            for visit in made.get("visits", ())
        ]
        return self._prepared_last(made | ({"visits": visits} if visits else {}))

    def _prepared_last(self, made: Data) -> Data:
        """Return the same with what the last sheet says: how the person likes information, and what comes first."""
        copies = self._whole_copies()
        said = [self._sheet(copy) for copy in copies]
        # Where neither has a sheet that the other has not, what says something holds.
        last = max(
            said, key=lambda each: (each[0], bool(each[1]), bool(each[2]), sorts_as(each[1:]))
        )
        _, ways, first = last
        kept = {name: part for name, part in made.items() if name != _PREPARED}
        if len({sorts_as(each[1]) for each in said}) > 1 and self._is_forked():
            self._disputed.add(_PREPARED)
        needs = [
            {name: part for name, part in need.items() if name != "first"}
            | ({"first": True} if need["id"] in first else {})
            for need in made.get("needs", ())
        ]
        return kept | ({_PREPARED: ways} if ways else {}) | ({"needs": needs} if needs else {})

    def _whole_copies(self) -> Sequence[Data]:
        """Return the copies that are no part, or both where both are."""
        whole = [copy for copy, part in zip(self._copies, self._parts, strict=True) if not part]
        return whole or self._copies

    @staticmethod
    def _sheet(copy: Data) -> tuple[list[str], list[str], list[str]]:
        sheets = [
            [visit["on"], visit["id"]]
            for visit in copy.get("visits", ())
            if visit["kind"] == "preparation" and "record" not in visit
        ]
        first = sorted(need["id"] for need in copy.get("needs", ()) if need.get("first"))
        return max(sheets, default=["", ""]), copy.get(_PREPARED, []), first

    def _is_forked(self) -> bool:
        one, other = ({visit["id"] for visit in copy.get("visits", ())} for copy in self._copies)
        return bool(one - other) and bool(other - one)

    def _joined(self, first: Data, second: Data, path: str) -> Data:
        made: Data = {}
        for name in dict.fromkeys((*first, *second)):
            if not path and name in HEAD:
                made[name] = first.get(name, second.get(name))
                continue
            here = f"{path}/{name}" if path else name
            one, other = first.get(name), second.get(name)
            if _is_entries(one) or _is_entries(other):
                made[name] = self._list(one or [], other or [], here)
            elif one == other or one is None or other is None:
                made[name] = other if one is None else one
            elif name in _NAMES and isinstance(one, list):
                made[name] = _all_names(one, other)
            elif name in _GROWING:
                made[name] = self._joined(one, other, here)
            elif path and name in _MARKS:
                continue
            else:
                made[name] = self._one_of(one, other, here)
        self._mark(made, first, second, path)
        return made

    def _one_of(self, one: Any, other: Any, here: str) -> Any:  # noqa: ANN401 - JSON of any form
        """Return the one of two things that stays, and name the place where somebody has to choose."""
        if here == _PREPARED or (here.startswith("needs/") and here.endswith("/first")):
            return one
        # Ticked in both copies it is one thing all the same; the name says nothing that somebody has to choose.
        if here.startswith("needs/") and here.endswith("/visit"):
            return min(one, other, key=sorts_as)
        # A role that nobody had said is no other one.
        if here.startswith("people/") and here.endswith("/role") and "other" in (one, other):
            return other if one == "other" else one
        if self._parts[0] != self._parts[1]:
            # The goal of a step is named in a request as it stands by now.
            if not here.endswith("/goal"):
                self._disputed.add(here)
            return other if self._parts[0] else one
        self._disputed.add(here)
        return max(one, other, key=sorts_as)

    def _mark(self, made: Data, first: Data, second: Data, path: str) -> None:
        """Mark what was asked by what the person answered last, and where nobody wrote down when, by the no.

        A question that nobody has asked is no answer, and leaves that of the other copy.
        """
        name = "agreed" if path.endswith("/asked") else "mine"
        answered = [each.get(_ANSWERED, []) for each in (first, second)]
        given = [each[name] for each in (first, second) if name in each]
        ranks, marks = _MARKS[name]
        if made.get(_ANSWERED):
            made[name] = marks[made[_ANSWERED][-1]["answer"]]
        elif given:
            made[name] = max(given, key=ranks.index)
        is_told = all(answered) and answered[0][-1]["visit"] != answered[1][-1]["visit"]
        if len({*given} - {"not_asked"}) > 1 and not is_told:
            self._disputed.add(f"{path}/{name}")

    def _list(self, one: Sequence[Any], other: Sequence[Any], path: str) -> list[Any]:
        found: dict[str, Any] = {}
        for each in (*one, *other):
            key, name = key_of(each), name_of(each)
            if key is not None and name in found and found[name] != each:
                found[name] = self._joined(found[name], each, f"{path}/{key}")
            else:
                found[name] = each
        places = {name: place_of(each, self._days) for name, each in found.items()}
        last = path.rsplit("/", 1)[-1]
        if last in PLACED:
            return [found[name] for name in sorted(places, key=places.__getitem__)]
        written = [[name_of(each) for each in copy] for copy in (one, other)]
        groups: dict[tuple[str, str], list[str]] = {}
        for name in sorted(places, key=places.__getitem__):
            on, visit, _ = places[name]
            groups.setdefault((on, visit), []).append(name)
        made: list[str] = []
        for (_, visit), names in groups.items():
            of_visit = {*names}
            said = [once([name for name in copy if name in of_visit]) for copy in written]
            if visit == NOWHERE:
                made += in_order(names, said)
            else:
                made += self._at(visit, names, said, path if last in _LAST_HOLDS else "")
        return [found[name] for name in made]

    def _at(
        self, visit: str, names: Sequence[str], said: Sequence[Sequence[str]], path: str
    ) -> Sequence[str]:
        """Return what was said at a visit in its order; ``names``: as ids and words put it."""
        one, other = said
        more = ({*one} - {*other}, {*other} - {*one})
        if not (more[0] and more[1]) and any(self._parts):
            # A part has some of the entries; which it has not says nothing.
            if visit in self._apart:
                return names
            if more[0] or more[1]:
                return one if more[0] else other
            return (
                max(one, other, key=sorts_as)
                if all(self._parts)
                else other
                if self._parts[0]
                else one
            )
        if other[: len(one)] == one and visit not in self._apart:
            return other
        if one[: len(other)] == other and visit not in self._apart:
            return one
        is_other = one and other and one[-1] != other[-1]
        is_news = visit not in self._apart or (more[0] and more[1])
        if path and is_other and is_news:
            self._disputed.add(path)
        self._apart.add(visit)
        return names


def _all_names(one: list[str], other: list[str]) -> list[str]:
    """Return the names of both; in the order of a copy that has them all."""
    names = {*one, *other}
    whole = [each for each in (one, other) if {*each} == names]
    return max(whole, key=sorts_as) if whole else sorted(names)


def _is_entries(value: object) -> bool:
    """Whether it is a list of entries; a list of names, such as the options that were shown, is one thing."""
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)
