"""What a patient stated: ``decisionaid.record/1``, the one format that travels.

Layer 1. The JSON Schema of ``Record`` is the contract between the two languages: the
browser's types and its import validator are generated from it. Every text is capped,
because a record that comes back is untrusted. Not answered, not sure, does not apply
and would rather not say stay apart and never become numbers.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from decisionaid.model.base import Id, Part

MAX_RECORD_BYTES = 65_536
"""The largest record that is read, as JSON in UTF-8."""

Line = Annotated[str, StringConstraints(max_length=300)]
"""One line of a person's own words."""

LongText = Annotated[str, StringConstraints(max_length=1500)]
"""A few sentences of a person's own words."""

Instant = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
"""A time in UTC, to the second."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hex digits of a SHA-256."""

ItemKey = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=129),
]
"""``heading-id/item-id``."""

State = Literal["answered", "unsure", "not_applicable", "prefer_not_to_say", "unanswered"]


class AidReference(Part):
    """Which build of which aid the person used."""

    id: Id
    version: Annotated[str, StringConstraints(max_length=40)]
    source_sha256: Digest
    title: Annotated[str, StringConstraints(max_length=300)]
    language: Annotated[str, StringConstraints(max_length=35)]
    evidence: Annotated[str, StringConstraints(max_length=10)] = ""
    """The date of the evidence, year-month-day; empty when the aid gives none."""
    status: Literal["draft", "demonstration", "published", "withdrawn"] = "published"
    """What the page said of itself when the person used it."""


class FilledInBy(Part):
    """Who filled it in; ``helper`` is free words such as "my daughter", never required."""

    role: Literal["patient", "patient_with_help", "carer", "unanswered"] = "unanswered"
    helper: Line = ""


class ImportanceAnswer(Part):
    """0 (not at all) to 10 (as much as can be); ``value`` only when answered."""

    kind: Literal["importance"] = "importance"
    id: Id
    wording: Digest
    """The question's wording as the person saw it."""
    state: State = "unanswered"
    value: Annotated[int, Field(ge=0, le=10)] | None = None


class BalanceAnswer(Part):
    """-3 (the first pole) to 3 (the second); 0 means both the same, not "not sure"."""

    kind: Literal["balance"] = "balance"
    id: Id
    wording: Digest
    state: State = "unanswered"
    value: Annotated[int, Field(ge=-3, le=3)] | None = None


class RankingAnswer(Part):
    """The person's order, most important first, as item ids; empty unless answered."""

    kind: Literal["ranking"] = "ranking"
    id: Id
    wording: Digest
    state: State = "unanswered"
    order: Annotated[tuple[Id, ...], Field(max_length=20)] = ()


class ChoiceAnswer(Part):
    """The item chosen; ``chosen`` only when answered."""

    kind: Literal["choice"] = "choice"
    id: Id
    wording: Digest
    state: State = "unanswered"
    chosen: Id | None = None


ValuesAnswer = Annotated[
    ImportanceAnswer | BalanceAnswer | RankingAnswer | ChoiceAnswer, Field(discriminator="kind")
]


class KnowledgeAnswer(Part):
    """What the person believes about one fact; whether it is right is the aid's to say."""

    id: Id
    wording: Digest
    state: State = "unanswered"
    answer: Id | None = None


class QuestionToAsk(Part):
    """A question for the visit: one of the aid's (``id``), or own words (``id`` None)."""

    id: ItemKey | Id | None = None
    text: Line


class Leaning(Part):
    """Where the person leans now; ``option`` only when the state is ``answered``."""

    state: State = "unanswered"
    option: Id | None = None
    stage: Literal[
        "unanswered",
        "decided_for_now",
        "leaning",
        "need_time",
        "want_advice",
        "want_other_help",
        "rather_not_decide",
    ] = "unanswered"
    role: Literal["unanswered", "myself", "together", "clinician", "someone_else", "unsure"] = (
        "unanswered"
    )
    """How the person wants the decision to be made."""


class ReadinessAnswer(Part):
    """One of four short questions on feeling sure, informed, clear about what matters, and supported."""

    id: Literal["sure", "informed", "clear", "supported"]
    state: State = "unanswered"
    yes: bool | None = None
    """Only when answered."""


class TakenIdea(Part):
    """A goal or action the person took from the aid's examples (``id``), or wrote (``id`` None)."""

    id: ItemKey | None = None
    text: Line


class Record(Part):
    """What one person stated about one decision, at one time."""

    format: Literal["decisionaid.record/1"] = "decisionaid.record/1"
    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    """128 random bits, made when the person first saves; names a record, not a person."""
    rev: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """Counts the saves of this record."""
    created: Instant
    updated: Instant
    stage: Literal["prepared"] = "prepared"
    """Prepared by the person alone; nothing here has been agreed with anybody."""
    aid: AidReference
    filled_in_by: FilledInBy = FilledInBy()
    communication: Annotated[
        tuple[
            Literal["large_print", "easy_read", "audio", "language", "sign_language", "read_to_me"],
            ...,
        ],
        Field(max_length=6),
    ] = ()
    """How the person likes to get information."""
    red_flags: Annotated[tuple[Id, ...], Field(max_length=30)] = ()
    """The warning signs the person ticked."""
    values: Annotated[tuple[ValuesAnswer, ...], Field(max_length=40)] = ()
    what_matters: LongText = ""
    """What matters most, in the person's own words."""
    knowledge: Annotated[tuple[KnowledgeAnswer, ...], Field(max_length=40)] = ()
    questions: Annotated[tuple[QuestionToAsk, ...], Field(max_length=30)] = ()
    leaning: Leaning = Leaning()
    readiness: Annotated[tuple[ReadinessAnswer, ...], Field(max_length=4)] = ()
    ideas: Annotated[tuple[TakenIdea, ...], Field(max_length=30)] = ()
    crc32: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    """Of the record without this field, as JSON with sorted keys and no spaces: finds damage, not tampering."""
