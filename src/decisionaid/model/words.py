"""What the clinician's page needs to know about an aid to show a record beside it.

Layer 1. Built from an aid (``render.pages.aid_words``), published inside ``aid.json``; the browser's
types come from its JSON Schema. Everything is text, ready to be shown.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from decisionaid.model.base import Part
from decisionaid.model.clock_state import ClockState


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
    """A pole, a ranked item or a choice, and the rows that it is about."""

    about: tuple[str, ...] = ()


class QuestionWords(Part):
    """A values question: its short title, the question in full, its items or end labels."""

    id: str
    kind: Literal["importance", "balance", "ranking", "choice"]
    title: str
    question: str
    wording: str
    items: tuple[QuestionItem, ...] = ()
    """Poles, ranked items or choices; for importance the two end labels, ids ``low`` and ``high``."""
    about: tuple[str, ...] = ()
    """Ids of the rows that the question is about: outcomes, and rows of the comparison."""


class CheckWords(Part):
    """A knowledge check: statement, answers, which is right, and the aid's own words on it."""

    id: str
    statement: str
    wording: str
    answers: tuple[LabelledItem, ...] = ()
    correct: tuple[str, ...] = ()
    explanation: str = ""
    """The aid's explanation with each figure in brief: "159 of 1,000 with watching"."""


class FactWords(Part):
    """One row for the table of facts: the outcome and a short figure for each option, in option order."""

    id: str
    label: str
    """The outcome, and the group of people where it is about one."""
    time: str
    """When it was measured; empty when the label says it already."""
    figures: tuple[str, ...]
    """One text for each of ``options``; never empty: not known is said in words."""


class AidWords(Part):
    """All the words about one aid that the clinician's page shows."""

    id: str
    version: str
    title: str
    question: str
    language: str
    evidence: str = ""
    status: Literal["draft", "demonstration", "published", "withdrawn"]
    clock: ClockState = "current"
    """How the aid stood when the site was built."""
    clock_words: str = ""
    """What a clinician has to know of that: late, out of date, or withdrawn and why; mostly empty."""
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
    """The key outcomes (not ``.more``), at most eight."""
