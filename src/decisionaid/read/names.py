"""What can be named in an aid: options, outcomes, sources and strata; and whether a name is known.

Layer 2. An unknown name is reported with the nearest known one, and reading goes on with that, so
that one misspelling is one fault. Faults: DA017, DA018, DA019.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from decisionaid.diagnostics import Code, Edit
from decisionaid.read.faults import (
    BAD_FIELD_VALUE,
    UNKNOWN_ID,
    UNKNOWN_OPTION,
    UNKNOWN_SOURCE,
)
from decisionaid.read.ledger import Ledger, one_of, quoted
from decisionaid.read.suggest_ids import is_id
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path, Span


@dataclass
class Names:
    """The names of one aid."""

    ledger: Ledger
    sources: dict[str, None] = field(default_factory=dict)
    strata: dict[str, None] = field(default_factory=dict)
    options: dict[str, None] = field(default_factory=dict)
    """Options a person could have, in order; ``comparators`` are apart."""
    comparators: dict[str, None] = field(default_factory=dict)
    not_offered: set[str] = field(default_factory=set)
    outcomes: dict[str, str] = field(default_factory=dict)
    """Outcomes with their direction."""
    others_about: list[str] = field(default_factory=list)
    """Rows of ``.compare`` and results of a test, which a value can be about too."""
    figures: dict[str, set[str]] = field(default_factory=dict)
    """For each outcome the options that have a line of their own."""
    labels: dict[str, str] = field(default_factory=dict)
    """Names of options and outcomes, and short names and titles of sources, in small letters, with the id."""
    made: dict[str, str] = field(default_factory=dict)
    """Ids that were made up because none was written, with the words they were made of."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Badly formed ids with those made of them."""

    def seal(self) -> None:
        """Gather what is looked up often, once all names are in."""
        self._all_options = dict.fromkeys([*self.options, *self.comparators])
        self._linked = dict.fromkeys([*self.outcomes, *self.others_about])

    def one(
        self,
        name: Passage,
        known: Collection[str],
        what: str,
        code: Code,
        also: Sequence[Span] = (),
        taken: Collection[str | None] = (),
    ) -> str | None:
        """Return a known name, or the nearest to it, or None; the latter two are reported.

        What is ``taken`` stands there once already, so it cannot have been meant.

        A badly formed id was reported where it was given, so its names elsewhere are not.
        """
        if name.text in known:
            return name.text
        renamed = self.renamed.get(name.text)
        if renamed in known:
            return renamed
        message = f"no {what} has the id {quoted(name.text)}"
        labelled = self.labels.get(" ".join(name.text.casefold().split()))
        if labelled in known and labelled not in taken:
            fix = f"write its id: '{labelled}'"
            edits = self.ledger.respelt(name.span(), name.text, labelled, known)
            self.ledger.fault(code, name.span(), message, fix, edits=edits)
            return labelled
        if (line := self.ledger.lost_ids.get(name.text)) is not None:
            fix = f"mend line {line} first: this id stands there, where it has no meaning"
            self.ledger.fault(code, name.span(), message, fix, also)
            return None
        near = self.ledger.nearest(name.text, known)
        if near in taken:
            near = None
        left = [each for each in known if each not in taken]
        fix = f"did you mean '{near}'?" if near else self._one_of(name.text, left, what)
        if known and not left:
            fix = f"each {what} of the aid stands here already: take this out"
        edits = self.ledger.respelt(name.span(), name.text, near, known)
        self.ledger.fault(code, name.span(), message, fix, () if near else also, edits)
        return near

    def _one_of(self, name: str, known: Collection[str], what: str) -> str:
        """Say which ids there are, and that a part may have lost or changed the one that is named."""
        if not known:
            return f"the aid has no {what} yet: write one, or take this out"
        fix = f"write one of: {one_of(known)}"
        without = [each for each in self.made if each in known]
        if is_id(name) and len(without) == 1:
            return f"{fix}; or give {quoted(self.made[without[0]])} this id: {{#{name}}}"
        if is_id(name) and what == "option":
            return f"{fix}; or, if one of these had this id before, give it back to it"
        return fix

    def option(
        self,
        name: Passage,
        *,
        comparators: bool = False,
        also: Sequence[Span] = (),
        taken: Collection[str | None] = (),
    ) -> str | None:
        """Return an option's id; ``also`` is what is not read when there is none."""
        if not comparators and name.text in self.comparators:
            message = f"'{name.text}' is a comparator, which nobody can choose"
            self.ledger.fault(UNKNOWN_OPTION, name.span(), message, "take it out here", also)
            return None
        known = self._all_options if comparators else self.options
        return self.one(name, known, "option", UNKNOWN_OPTION, also, taken)

    def option_called(self, words: str) -> str | None:
        """Return the id of an option by its id or its name, or None; nothing is reported."""
        words = " ".join(words.split())
        found = words if words in self._all_options else self.labels.get(words.casefold())
        return found if found in self._all_options else None

    def pair_example(self, otherwise: str) -> str:
        """Return two options of the aid as a comparison names them, to be pasted."""
        first, *rest = self._all_options or [""]
        return f"{rest[0]} against {first}" if rest else otherwise

    def many(self, value: Passage | None) -> list[Passage]:
        """Return the names of a list such as ``watch, delayed``."""
        if value is None:
            return []
        found = list(value.split(","))
        if any(not each.text for each in found):
            fix = 'write the ids with one comma between them: "first-id, second-id"'
            self.ledger.fault(
                BAD_FIELD_VALUE, value.span(), f"{quoted(value.text)} is not a list of ids", fix
            )
        return [each for each in found if each.text]

    def sources_in(self, value: Passage | None, path: Path | None) -> tuple[str, ...]:
        """Return the ids of sources that a value lists; ``path`` is marked when none can be read."""
        found = self.many(value)
        known = [self.one(each, self.sources, "source", UNKNOWN_SOURCE) for each in found]
        return self._kept(known, found, path)

    def about(self, value: Passage | None, path: Path) -> tuple[str, ...]:
        """Return what a value or a check is about."""
        found = self.many(value)
        kept: list[str | None] = []
        for each in found:
            if self.outcomes.get(each.text) == "about-the-study":
                self.ledger.fault(
                    UNKNOWN_ID,
                    each.span(),
                    f"'{each.text}' is about the study, and nothing that matters can be about it",
                    "take it out, or name an outcome that people feel",
                )
                kept.append(None)
            else:
                kept.append(self.one(each, self._linked, "outcome, row or test result", UNKNOWN_ID))
        return self._kept(kept, found, path)

    def toward(self, value: Passage | None, path: Path) -> tuple[str, ...]:
        """Return the options that an answer points to."""
        found = self.many(value)
        kept: list[str | None] = []
        for each in found:
            if each.text in self.not_offered:
                message = f"'{each.text}' is not offered, so no answer can point to it"
                self.ledger.fault(UNKNOWN_OPTION, each.span(), message, "take it out here")
                kept.append(None)
            else:
                kept.append(self.option(each))
        return self._kept(kept, found, path)

    def _kept(
        self, kept: Iterable[str | None], found: list[Passage], path: Path | None
    ) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(each for each in kept if each is not None))
        if found and not names and path is not None:
            self.ledger.unread.add(path)
        return names

    def check_figure(self, name: Passage) -> None:
        """Check a figure name such as ``[[pain-2-3d/now]]``."""
        outcome, _, option = name.text.strip("[]").partition("/")
        if option in self.outcomes and outcome in self._all_options:
            turned = f"[[{option}/{outcome}]]"
            self.ledger.fault(
                UNKNOWN_ID,
                name.span(),
                "the option stands before the outcome",
                f"write the outcome first: {turned}",
                edits=(Edit(name.span(), turned),),
            )
            return
        if outcome not in self.outcomes:
            part = name.cut(2, 2 + len(outcome))
            self.one(part, self.outcomes, "outcome", UNKNOWN_ID)
            return
        part = name.cut(3 + len(outcome), len(name.text) - 2)
        if self.option(part, comparators=True) is None:
            return
        if part.text in self.comparators and part.text not in self.figures.get(outcome, ()):
            message = f"the outcome '{outcome}' has no figure for '{part.text}'"
            self.ledger.fault(
                UNKNOWN_ID, part.span(), message, "name an option with a figure there"
            )
