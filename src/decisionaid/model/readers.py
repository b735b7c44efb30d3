"""Which readers a part of an aid is for: everybody, or some of the groups that the aid tells apart.

Layer 1. An option is for the group that it names, and an outcome for the groups that have a row of
it. An outcome that can happen with options for some groups alone, such as a harm of an operation
that only they can have, is for those groups. What is asked about such things alone is for them too,
and what weighs several things is for those whom two of them concern.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from decisionaid.model.aid import Aid
from decisionaid.model.figure import CANNOT_HAPPEN
from decisionaid.model.outcome import Outcome
from decisionaid.model.sections import TestSection, ValuesQuestion, items_of

Groups = tuple[str, ...]
"""Ids of groups in the order of the head; empty: everybody."""


@dataclass(frozen=True)
class Readers:
    """For whom the options, the outcomes and the tests of an aid are."""

    aid: Aid
    _known: dict[str, Groups] = field(default_factory=dict, repr=False)

    def of(self, name: str) -> Groups:
        """Return for whom the part with this id is; what has no id of these is for everybody."""
        if name not in self._known:
            self._known[name] = self._of(name)
        return self._known[name]

    def of_all(self, names: Iterable[str]) -> Groups:
        """Return for whom something is that is about several parts: for whoever one of them is for."""
        found = [self.of(each) for each in names]
        if not found or () in found:
            return ()
        return self._in_order({group for groups in found for group in groups})

    def of_question(self, question: ValuesQuestion) -> Groups | None:
        """Return for whom a question is; None: two of its items are for no group, so nobody can weigh them."""
        items = items_of(question)
        whole = self.of_all((*question.about, *(each for item in items for each in item.about)))
        if not items or not self.aid.strata:
            return whole
        every = [self.of_all(item.about or item.toward) for item in items]
        two = {
            each.id
            for each in self.aid.strata
            if sum(not groups or each.id in groups for groups in every) > 1
        }
        return (self._in_order(two) or (whole if question.about else ())) if two else None

    def _of(self, name: str) -> Groups:
        if not self.aid.strata:
            return ()
        option = self.aid.option(name)
        if option is not None:
            return self._in_order({option.stratum} - {None})
        outcome = self.aid.outcome(name)
        if outcome is not None:
            return self._of_outcome(outcome)
        return self.of_all(
            test.option
            for test in self.aid.of(TestSection)
            if test.option and any(result.id == name for result in test.results)
        )

    def _of_outcome(self, outcome: Outcome) -> Groups:
        if outcome.stratum:
            rows = (each for each in self.aid.outcomes if each.label == outcome.label)
            return self._in_order({each.stratum for each in rows} - {None})
        options = {each.id for each in self.aid.options}
        return self.of_all(
            cell.option
            for cell in outcome.cells
            if cell.option in options and not isinstance(cell.figure, CANNOT_HAPPEN)
        )

    def _in_order(self, groups: set[str] | set[str | None]) -> Groups:
        every = tuple(each.id for each in self.aid.strata)
        found = tuple(each for each in every if each in groups)
        return () if len(found) == len(every) else found
