"""What a patient stated: ``decisionaid.record/1``, the one format that travels.

Layer 1. The JSON Schema of ``Record`` is the contract between the two languages: the
browser's types and its import validator are generated from it. Every text is capped,
because a record that comes back is untrusted. Not answered, not sure, does not apply
and would rather not say stay apart and never become numbers: an answer has a value, and
only an answer has one, else the record is refused. Longer than 300 lines: the format is read as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import (
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

from decisionaid.model.base import Id, Part
from decisionaid.model.clock_state import ClockState

MAX_RECORD_BYTES = 196_608
"""The largest record that is read, as JSON in UTF-8."""

Line = Annotated[str, StringConstraints(max_length=300)]
"""One line of a person's own words."""

LongText = Annotated[str, StringConstraints(max_length=1500)]
"""A few sentences of a person's own words."""

Instant = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")
]
"""A time in UTC, to the second."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hex digits of a SHA-256."""

ItemKey = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=129),
]
"""``heading-id/item-id``."""

Place = Annotated[
    str,
    StringConstraints(
        pattern=r"^(leaning|stratum|red_flags|values|knowledge)/[a-z0-9-]{1,64}(/[a-z0-9-]{1,64})?$"
    ),
]
"""Where an id stands: its part of the record and the id, and behind them an item of what it names."""

MAX_LABELS = 120
"""The most labels that a record carries."""

PartName = Literal[
    "filled_in_by",
    "stratum",
    "communication",
    "red_flags",
    "values",
    "what_matters",
    "own_concerns",
    "knowledge",
    "questions",
    "leaning",
    "readiness",
    "ideas",
]
"""A part of a record that a person can choose not to share."""

Communication = Literal[
    "large_print", "easy_read", "audio", "language", "sign_language", "read_to_me"
]
"""How a person likes to get information."""

State = Literal[
    "answered",
    "unsure",
    "not_applicable",
    "prefer_not_to_say",
    "unreadable",
    "crossed_out",
    "unanswered",
]
"""``unreadable`` and ``crossed_out``: something stands on paper, and whoever typed it in cannot say what."""

Unclear = Literal["unreadable", "crossed_out"]

PaperPlace = Annotated[
    str,
    StringConstraints(
        pattern=r"^(filled_in_by/(role|helper|view)|what_matters|leaning/(stage|role)"
        r"|(communication|red_flags|questions|ideas|own_concerns|own_questions|own_ideas)"
        r"/[a-z0-9_-]{1,64}(/[a-z0-9-]{1,64})?)$"
    ),
]
"""A box to tick, a line of words or a fixed question on paper: what has no state of its own in a record."""


def _tied(schema: dict[str, Any], part: type[Stated]) -> None:
    """Say in a JSON Schema too that the value is there when answered, and only then."""
    is_list = schema["properties"][part.VALUE].get("type") == "array"
    filled = {"minItems": 1} if is_list else {"not": {"type": "null"}}
    empty = {"maxItems": 0} if is_list else {"type": "null"}
    schema["if"] = {"properties": {"state": {"const": "answered"}}, "required": ["state"]}
    schema["then"] = {"properties": {part.VALUE: filled}, "required": [part.VALUE]}
    schema["else"] = {"properties": {part.VALUE: empty}}


class Stated(Part):
    """What a person said about one thing, or that they did not; has a value only when answered."""

    model_config = ConfigDict(json_schema_extra=_tied)

    VALUE: ClassVar[str]
    """The name of the field that holds the answer."""

    state: State = "unanswered"

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        has_value = getattr(self, self.VALUE) not in (None, ())
        if has_value != (self.state == "answered"):
            said = "a value" if has_value else "no value"
            raise ValueError(f"the state is '{self.state}', and there is {said} in '{self.VALUE}'")
        return self


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
    computes: Literal["none", "arithmetic-display"] = "none"
    """What the page could work out of answers, see ``model.aid.Computes``; nothing that it did is in the record."""
    clock: ClockState | None = None
    """How the aid stood against its own dates when the person used it; None: not known, as on a device
    whose date was wrong, or the file is older."""


class FilledInBy(Part):
    """Who filled it in; ``helper`` is free words such as "my daughter", never required."""

    role: Literal["patient", "patient_with_help", "carer", "helper", "unanswered"] = "unanswered"
    """``carer`` answers for the person; ``helper`` for themselves: then nothing here is the person's."""
    helper: Line = ""
    view: LongText = ""
    """What whoever helps thinks, in words of their own: it stands among nothing that the person said."""


class StratumAnswer(Stated):
    """Which group of readers is true; ``stratum`` is its id, only when answered."""

    VALUE = "stratum"

    stratum: Id | None = None


class ImportanceAnswer(Stated):
    """0 (not at all) to 10 (as much as can be); ``value`` only when answered."""

    VALUE = "value"

    kind: Literal["importance"] = "importance"
    id: Id
    wording: Digest
    """The question's wording as the person saw it."""
    value: Annotated[int, Field(ge=0, le=10)] | None = None


class BalanceAnswer(Stated):
    """-3 (the first pole) to 3 (the second); 0 means both the same, not "not sure"."""

    VALUE = "value"

    kind: Literal["balance"] = "balance"
    id: Id
    wording: Digest
    value: Annotated[int, Field(ge=-3, le=3)] | None = None


class RankingAnswer(Stated):
    """The person's order, most important first, as item ids; empty unless answered."""

    VALUE = "order"

    kind: Literal["ranking"] = "ranking"
    id: Id
    wording: Digest
    order: Annotated[
        tuple[Id, ...], Field(max_length=20, json_schema_extra={"uniqueItems": True})
    ] = ()

    @model_validator(mode="after")
    def _holds_each_once(self) -> Self:
        if len(set(self.order)) < len(self.order):
            raise ValueError("an item stands twice in 'order'")
        return self


class ChoiceAnswer(Stated):
    """The item chosen; ``chosen`` only when answered."""

    VALUE = "chosen"

    kind: Literal["choice"] = "choice"
    id: Id
    wording: Digest
    chosen: Id | None = None


class Pick(Part):
    """One pick out of a block, or why there is none; ``item`` only when answered."""

    state: State
    item: Id | None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.item is not None) != (self.state == "answered"):
            raise ValueError(f"the state is '{self.state}', and the item is {self.item!r}")
        return self


class PickedBlock(Part):
    """A few items that stood together, and what was picked of them.

    That one item is both, or that a pick is none of the items, is no fault: such a block counts for nothing.
    """

    items: Annotated[tuple[Id, ...], Field(max_length=5)]
    """In the order in which they stood."""
    most: Pick
    least: Pick


class PicksAnswer(Stated):
    """Picks of what matters most and least; as soon as anything is said in one block, all are here."""

    VALUE = "blocks"

    kind: Literal["picks"] = "picks"
    id: Id
    wording: Digest
    blocks: Annotated[tuple[PickedBlock, ...], Field(max_length=12)] = ()


ValuesAnswer = Annotated[
    ImportanceAnswer | BalanceAnswer | RankingAnswer | ChoiceAnswer | PicksAnswer,
    Field(discriminator="kind"),
]


class OwnConcern(Stated):
    """Something else that matters to the person, in their own words, rated as the aid's questions are.

    It has no id: no aid has figures about it. The same words may stand twice; both are theirs.
    """

    VALUE = "value"

    text: Line
    value: Annotated[int, Field(ge=0, le=10)] | None = None


class Noted(Part):
    """What the page pointed out beside the answers, in the words that the person saw; it weighs nothing."""

    kind: Literal["alike", "apart", "order", "circle", "highest", "toward"]
    """Not settled yet: all ratings alike, two answers apart, an order against a rating, picks that no
    order fits. Beside a leaning: what is highest for them, or an answer that points to another option."""
    text: LongText


class KnowledgeAnswer(Stated):
    """What the person believes about one fact; whether it is right is the aid's to say."""

    VALUE = "answer"

    id: Id
    wording: Digest
    answer: Id | None = None


class QuestionToAsk(Part):
    """A question for the visit: one of the aid's (``id``), or own words (``id`` None)."""

    id: ItemKey | Id | None = None
    text: Line


class Leaning(Stated):
    """Where the person leans now; ``option`` only when the state is ``answered``."""

    # Its other fields hold whatever became of this one, so its schema does not tie them together.
    model_config = ConfigDict(json_schema_extra=None)

    VALUE = "option"

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


class ReadinessAnswer(Stated):
    """One of four short questions on feeling sure, informed, clear about what matters, and supported."""

    VALUE = "yes"

    id: Literal["sure", "informed", "clear", "supported"]
    yes: bool | None = None
    """Only when answered."""


class TakenIdea(Part):
    """A goal or action the person took from the aid's examples (``id``), or wrote (``id`` None)."""

    id: ItemKey | None = None
    text: Line


class UnclearPlace(Part):
    """One place on paper that holds something nobody can be sure of."""

    place: PaperPlace
    state: Unclear


class FromPaper(Part):
    """That a record was typed in from a form on paper, and by whom."""

    typed_by: Literal[
        "receptionist", "nurse", "doctor", "other_staff", "someone_else", "unanswered"
    ] = "unanswered"
    words: Line = ""
    """Who it was, in words; never required."""
    written: Annotated[
        str, StringConstraints(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", max_length=10)
    ] = ""
    """The day that stands on the paper; empty: none does. ``day`` of the record is that of the typing."""
    unclear: Annotated[tuple[UnclearPlace, ...], Field(max_length=120)] = ()


class Record(Part):
    """What one person stated about one decision, at one time."""

    format: Literal["decisionaid.record/1"]
    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    """128 random bits, made when the person first saves; names a record, not a person."""
    rev: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """Counts the saves of this record."""
    created: Instant
    updated: Instant
    day: Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")] = ""
    """The day of the last save where the person was; empty: not known."""
    stage: Literal["prepared"] = "prepared"
    """Prepared by the person alone; nothing here has been agreed with anybody."""
    aid: AidReference
    kept_back: Annotated[
        tuple[PartName, ...], Field(max_length=12, json_schema_extra={"uniqueItems": True})
    ] = ()
    """The parts that the person chose not to share: each is empty here, whatever they answered."""
    paper: FromPaper | None = None
    """None: the person put it on the screen themselves, and the record does not name this field."""
    filled_in_by: FilledInBy = FilledInBy()
    stratum: StratumAnswer = StratumAnswer()
    """The group of readers that the person says is true, where the aid has groups."""
    communication: Annotated[
        tuple[Communication, ...],
        Field(max_length=6),
    ] = ()
    """How the person likes to get information."""
    red_flags: Annotated[tuple[Id, ...], Field(max_length=30)] = ()
    """The warning signs the person ticked."""
    values: Annotated[tuple[ValuesAnswer, ...], Field(max_length=40)] = ()
    what_matters: LongText = ""
    """What matters most, in the person's own words."""
    own_concerns: Annotated[tuple[OwnConcern, ...], Field(max_length=5)] = ()
    """What else matters to the person, beside the aid's questions."""
    knowledge: Annotated[tuple[KnowledgeAnswer, ...], Field(max_length=40)] = ()
    questions: Annotated[tuple[QuestionToAsk, ...], Field(max_length=30)] = ()
    leaning: Leaning = Leaning()
    readiness: Annotated[tuple[ReadinessAnswer, ...], Field(max_length=4)] = ()
    ideas: Annotated[tuple[TakenIdea, ...], Field(max_length=30)] = ()
    noted: Annotated[tuple[Noted, ...], Field(max_length=20)] = ()
    """What the person saw as worth talking about: not settled yet, or against their leaning."""
    words: Annotated[
        dict[Place, Line],
        Field(max_length=MAX_LABELS, json_schema_extra={"additionalProperties": False}),
    ] = Field(default={})
    """The labels of the ids above, as the person saw them: with them a record can be read alone."""
    crc32: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    """Of the record without this field, as JSON with sorted keys and no spaces: finds damage, not tampering.

    All zeros where it did not fit when the record was read."""

    @model_serializer(mode="wrap")
    def _without_no_paper(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = serialize(self)
        return {name: value for name, value in data.items() if (name, value) != ("paper", None)}

    @model_validator(mode="after")
    def _answers_once(self) -> Self:
        for name in ("values", "knowledge", "readiness"):
            ids = [answer.id for answer in getattr(self, name)]
            if len(set(ids)) < len(ids):
                raise ValueError(f"a question is answered twice in '{name}'")
        return self

    @model_validator(mode="after")
    def _holds_nothing_that_is_kept_back(self) -> Self:
        if len(set(self.kept_back)) < len(self.kept_back):
            raise ValueError("a part stands twice in 'kept_back'")
        for name in self.kept_back:
            if getattr(self, name) != type(self).model_fields[name].default:
                raise ValueError(f"'{name}' is kept back, and holds something")
        if any(is_told_by(self.kept_back, noted.kind) for noted in self.noted):
            raise ValueError("'noted' tells of a part that is kept back")
        if any(is_label_of(self.kept_back, place) for place in self.words):
            raise ValueError("'words' names what is in a part that is kept back")
        return self


ALTERED: Final = "0" * 8
"""The check number of a record in which something was changed or lost on the way, once it was read."""

ON_LEANING: Final = ("highest", "toward")
"""What the page points out beside a leaning alone."""

QUOTING: Final = "alike"
"""What the page points out and may quote own concerns in: all that have the same number."""


def is_told_by(kept_back: Sequence[str], kind: str) -> bool:
    """Return whether a sentence of this kind would, or could, tell what is in a part that is kept back."""
    return (
        "values" in kept_back
        or ("leaning" in kept_back and kind in ON_LEANING)
        or ("own_concerns" in kept_back and kind == QUOTING)
    )


def is_label_of(kept_back: Sequence[str], place: str) -> bool:
    """Return whether a label would name what is in a part that is kept back."""
    return place.partition("/")[0] in kept_back
