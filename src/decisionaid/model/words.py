"""What the clinician's page needs to know about an aid to show a record beside it.

Layer 1. Built from an aid (``render.pages.aid_words``), published inside ``aid.json``; the browser's
types come from its JSON Schema. Everything is text, ready to be shown.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from decisionaid.model.base import Part
from decisionaid.model.clock_state import ClockState
from decisionaid.model.record import AidReference


def wording_digest(*words: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of the words, joined by line ends.

    A record carries it, so that a later reading can tell whether the question has changed since.
    """
    return sha256("\n".join(words).encode("utf-8")).hexdigest()[:16]


class LabelledItem(Part):
    """An id and its words."""

    id: str
    text: str


class QuestionItem(LabelledItem):
    """A pole, an item to order or to pick, or a choice, the rows that it is about, and where it points."""

    about: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    """Ids of the options that the author says it points to."""


class QuestionWords(Part):
    """A values question: its short title, the question in full, its items or end labels."""

    id: str
    kind: Literal["importance", "balance", "ranking", "choice", "picks"]
    title: str
    question: str
    wording: str
    items: tuple[QuestionItem, ...] = ()
    """Poles, choices, items to order or to pick; for importance the two end labels, ids ``low`` and ``high``."""
    places: tuple[str, ...] = ()
    """Of a balance the words of its seven places, from the first pole to the second: as a record has them."""
    about: tuple[str, ...] = ()
    """Ids of the rows that the question is about: outcomes, and rows of the comparison."""
    sensitive: bool = False
    """Whether an answer is in a file only if the person put it there, so that none may mean not shared."""


class CheckWords(Part):
    """A knowledge check: statement, answers, which is right, and the aid's own words on it."""

    id: str
    statement: str
    wording: str
    answers: tuple[LabelledItem, ...] = ()
    correct: tuple[str, ...] = ()
    explanation: str = ""
    """The aid's explanation, each figure in a whole sentence with its comparator."""


class FactFigure(Part):
    """What one row says of one option, or of what the options are compared with."""

    option: str
    """Its name, and in brackets what sets it apart."""
    said: str
    """The number with what it counts, or why there is none; never empty."""
    range: str = ""
    """How sure the number is, as a sentence without its full stop."""
    sides: tuple[Literal["good", "bad"], ...] = ()
    """Whether the number of an option on offer is better than another of the row, and whether worse.

    No page says it: it is there so that a sheet with a few rows does not show one side alone.
    """


class FactWords(Part):
    """One row of figures with all that they are read with: no figure is to be shown without it."""

    id: str
    label: str
    """The outcome, and the group of people where it is about one."""
    about: tuple[str, ...]
    """Ids by which a question may name this row: its own first, then those of rows that go with it."""
    stratum: str | None = None
    """The group of people that the row is for; None: everybody."""
    direction: Literal["good", "bad", "neutral"]
    """Whether it is good or bad for a person when it happens."""
    more: bool = False
    """Whether it is one of the further rows, which stand in no table of the aid."""
    measured: str
    """When and in whom it was measured."""
    better: str
    """Which way is better."""
    sure: str
    source: str
    notes: tuple[str, ...] = ()
    """What keeps the figures from being compared, and what the source compared."""
    figures: tuple[FactFigure, ...]
    """One for each option in the declared order, then for each comparator that was measured."""


class LaterWords(Part):
    """What a later day makes of an aid that nobody has built again."""

    after: str
    """The last day before that, year-month-day."""
    state: ClockState
    said: str
    """What a clinician has to know of it."""


class AidWords(Part):
    """All the words about one aid that the clinician's page shows."""

    id: str
    version: str
    title: str
    question: str
    language: str
    evidence: str = ""
    status: Literal["draft", "demonstration", "published", "withdrawn"]
    computes: Literal["none", "arithmetic-display"] = "none"
    """What its page works out of answers, see ``model.aid.Computes``."""
    clock: ClockState = "current"
    """How the aid stood when the site was built."""
    clock_words: str = ""
    """What a clinician has to know of that: late, out of date, or withdrawn and why; mostly empty."""
    came_out: str = ""
    """The day before which nobody can have used it, year-month-day; empty when its head says none."""
    later: tuple[LaterWords, ...] = ()
    """What its dates ask to be said on a later day than that of the build, the worst last."""
    until: str = ""
    """Up to which day its figures may be used; stands with them wherever they are shown."""
    gone: str = ""
    """What stands in the place of a figure once the aid has ended."""
    source_sha256: str
    options: tuple[LabelledItem, ...]
    """Offered options only, in the declared order."""
    strata: tuple[LabelledItem, ...] = ()
    """Groups of readers whose figures differ, in what a person says of themselves."""
    red_flags: tuple[LabelledItem, ...] = ()
    questions: tuple[QuestionWords, ...] = ()
    checks: tuple[CheckWords, ...] = ()
    to_ask: tuple[LabelledItem, ...] = ()
    ideas: tuple[LabelledItem, ...] = ()
    """Goals and actions, ids as ``plan-id/item-id``."""
    facts: tuple[FactWords, ...] = ()
    """All that was measured, in the author's order; a sheet shows a few of them."""


def reference_to(words: AidWords) -> AidReference:
    """Return how a record names the aid that it was made with."""
    return AidReference.model_validate(words, from_attributes=True)
