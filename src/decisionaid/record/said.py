"""What a record says, as places in lists and as texts: one walk that writes a record and reads one.

Layer 2. The lists are those of the model and of the words of the aid, in their order, so a number is all
that has to be carried. In reading, what is given in is nothing, and each place and text comes from the
coder. The same as ``record/said.ts``: the order of the lines is the format ``decisionaid.compact/1``.
Longer than 300 lines: the order of its lines is the format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args

from decisionaid.model.record import Communication, PartName
from decisionaid.model.words import AidWords, LabelledItem, QuestionWords
from decisionaid.outside.bytes import Coder, DamagedError
from decisionaid.outside.clean import line
from decisionaid.record.labels import answers_to

Data = Mapping[str, Any]

PART_NAMES: Final[tuple[str, ...]] = get_args(PartName)

_STATES: Final = ("unanswered", "unsure", "not_applicable", "prefer_not_to_say")
_STATUSES: Final = ("draft", "demonstration", "published", "withdrawn")
_CLOCKS: Final = (None, "current", "due", "overdue", "expired", "withdrawn")
_COMPUTES: Final = ("none", "arithmetic-display")
_ROLES: Final = ("unanswered", "patient", "patient_with_help", "carer")
_UNCLEAR: Final = ("unreadable", "crossed_out")
_TYPED_BY: Final = (
    "unanswered", "receptionist", "nurse", "doctor", "other_staff", "someone_else",
)  # fmt: skip
_COMMUNICATION: Final[tuple[str, ...]] = get_args(Communication)
_STAGES: Final = (
    "unanswered", "decided_for_now", "leaning", "need_time", "want_advice", "want_other_help",
    "rather_not_decide",
)  # fmt: skip
_DECIDERS: Final = ("unanswered", "myself", "together", "clinician", "someone_else", "unsure")
_READINESS: Final = ("sure", "informed", "clear", "supported")
_KINDS: Final = ("alike", "apart", "order", "circle", "highest", "toward")
_RATINGS: Final = tuple(range(11))
_PLACES: Final = tuple(range(-3, 4))
_MOST_CONCERNS, _MOST_OWN, _MOST_NOTED, _MOST_BLOCKS, _MOST_IN_BLOCK = 5, 30, 20, 12, 5
"""The limits of the model."""

PAPER_TEXTS: Final = 2
"""Texts of who typed it in, and of the day on the paper: first in the layout that has them."""


def unclear_places(words: AidWords) -> Iterable[str]:
    """Yield what a form on paper asks that has no state of its own in a record, in the order of a token."""
    yield from ("filled_in_by/role", "filled_in_by/helper", "filled_in_by/view")
    yield from (f"communication/{each}" for each in _COMMUNICATION)
    yield from (f"red_flags/{each.id}" for each in words.red_flags)
    yield "what_matters"
    yield from (f"own_concerns/{n}" for n in range(1, _MOST_CONCERNS + 1))
    yield from (f"questions/{each.id}" for each in words.to_ask)
    yield from (f"own_questions/{n}" for n in (1, 2, 3))
    yield from ("leaning/stage", "leaning/role")
    yield from (f"ideas/{each.id}" for each in words.ideas)
    yield "own_ideas/1"


def is_wide(data: Data) -> bool:
    """Return whether a record says what the first layout of a token has no place for."""
    return data.get("paper") is not None or _part(data.get("filled_in_by"), "role") == "helper"


def walked(
    coder: Coder, words: AidWords, days: Sequence[str], given: Data | None, *, wide: bool
) -> dict[str, Any]:
    """Return all that a record says but what names it, and its labels.

    Args:
        coder: what is written to, or read from.
        words: those of the text of the aid that the record was made with.
        days: none, the day by UTC, and the days beside it.
        given: the record that is written, as data; None: it is read.
        wide: whether it is the layout that knows of paper and of a helper's own record.

    Raises:
        DamagedError: something is none of its list, or no more can be read.
    """
    return _Walk(coder, words, given or {}, wide).all(days)


@dataclass
class _Walk:
    coder: Coder
    words: AidWords
    given: Data
    wide: bool

    @property
    def states(self) -> tuple[str, ...]:
        """What can stand in the place of an answer."""
        return (*_STATES, *_UNCLEAR) if self.wide else _STATES

    def all(self, days: Sequence[str]) -> dict[str, Any]:
        """Walk through all parts, in the order in which they are carried."""
        aid = self.given.get("aid")
        made: dict[str, Any] = {
            "aid": {
                "status": self.one(_STATUSES, _part(aid, "status")),
                "clock": self.one(_CLOCKS, _part(aid, "clock")),
                "computes": self.one(_COMPUTES, _part(aid, "computes")),
            },
            "day": self.one(days, self.given.get("day")),
        }
        kept_back = self.listed_in("kept_back")
        any_kept = self.one((False, True), bool(kept_back))
        made["kept_back"] = self.ticked(PART_NAMES, kept_back) if any_kept else []
        if self.wide and (paper := self.paper(self.given.get("paper"))) is not None:
            made["paper"] = paper
        for name, (empty, make) in self.parts().items():
            made[name] = empty if name in made["kept_back"] else make()
        noted = self.listed_in("noted")
        made["noted"] = [
            {
                "kind": self.one(_KINDS, _part(each, "kind")),
                "text": self.coder.seen(_text(each, "text")),
            }
            for each in self.many(_MOST_NOTED, noted)
        ]
        return made

    def parts(self) -> dict[str, tuple[Any, Callable[[], Any]]]:
        """Return each part that can be kept back: what it is then, and how else it is walked through."""
        words, given = self.words, self.given
        leaning, stratum, filled = (
            given.get(name) for name in ("leaning", "stratum", "filled_in_by")
        )
        nobody = {"role": "unanswered", "helper": "", "view": ""}
        nothing = {
            "state": "unanswered",
            "option": None,
            "stage": "unanswered",
            "role": "unanswered",
        }
        return {
            "filled_in_by": (
                nobody,
                lambda: {
                    "role": self.one(
                        (*_ROLES, "helper") if self.wide else _ROLES, _part(filled, "role")
                    ),
                    "helper": self.coder.own(_text(filled, "helper")),
                    "view": self.coder.own(_text(filled, "view")),
                },
            ),
            "communication": (
                [],
                lambda: self.ticked(_COMMUNICATION, self.listed_in("communication")),
            ),
            "stratum": (
                {"state": "unanswered", "stratum": None},
                lambda: self.answer("stratum", _ids(words.strata), stratum),
            ),
            "red_flags": (
                [],
                lambda: self.ticked(_ids(words.red_flags), self.listed_in("red_flags")),
            ),
            "values": ([], self.values),
            "what_matters": ("", lambda: self.coder.own(_text(given, "what_matters"))),
            "own_concerns": (
                [],
                lambda: [
                    {
                        "text": self.coder.own(_text(each, "text")),
                        **self.answer("value", _RATINGS, each),
                    }
                    for each in self.many(_MOST_CONCERNS, self.listed_in("own_concerns"))
                ],
            ),
            "knowledge": ([], self.knowledge),
            "questions": ([], lambda: self.listed("questions", words.to_ask)),
            "ideas": ([], lambda: self.listed("ideas", words.ideas)),
            "leaning": (
                nothing,
                lambda: {
                    **self.answer("option", _ids(words.options), leaning),
                    "stage": self.one(_STAGES, _part(leaning, "stage")),
                    "role": self.one(_DECIDERS, _part(leaning, "role")),
                },
            ),
            "readiness": (
                [],
                lambda: [
                    {"id": name, **self.answer("yes", (True, False), said)}
                    for name, said in self.asked("readiness", _READINESS)
                ],
            ),
        }

    def paper(self, said: Data | None) -> dict[str, Any] | None:
        """Walk through where a record came from, its words first of all: they are not the person's."""
        is_from_paper = self.one((False, True), said is not None)
        words = self.coder.own(_text(said, "words"))
        written = self.coder.own(_text(said, "written"))
        if not is_from_paper:
            if words or written:
                raise DamagedError
            return None
        typed_by = self.one(_TYPED_BY, _part(said, "typed_by") or "unanswered")
        given = {each["place"]: each["state"] for each in _part(said, "unclear") or ()}
        found = [
            (each, self.one(("", *_UNCLEAR), given.get(each, "")))
            for each in unclear_places(self.words)
        ]
        unclear = [{"place": place, "state": state} for place, state in found if state]
        return {"typed_by": typed_by, "words": words, "written": written, "unclear": unclear}

    def one(self, all_: Sequence[Any], value: object) -> Any:  # noqa: ANN401
        """Walk through one of several values."""
        return all_[self.coder.at(len(all_), _place(all_, value))]

    def listed_in(self, name: str) -> list[Any]:
        """Return a list that is written; nothing in reading."""
        found: list[Any] = self.given.get(name, [])
        return found

    def ticked(self, all_: Sequence[str], given: Sequence[Any]) -> list[str]:
        """Walk through boxes, one after the other."""
        return [each for each in all_ if self.one((False, True), each in given)]

    def many(self, most: int, given: Sequence[Any]) -> Iterable[Any]:
        """Walk through how many there are; return what is written of each."""
        count = self.coder.at(most + 1, len(given))
        return [given[at] if at < len(given) else None for at in range(count)]

    def answer(self, name: str, all_: Sequence[Any], said: Data | None) -> dict[str, Any]:
        """Walk through an answer or a state."""
        states = len(self.states)
        state = _part(said, "state")
        place = _place(
            all_ if state == "answered" else self.states,
            _part(said, name if state == "answered" else "state"),
        )
        is_value = state == "answered" and place >= 0
        found = self.coder.at(states + len(all_), states + place if is_value else place)
        if found < states:
            return {"state": self.states[found], name: None}
        return {"state": "answered", name: all_[found - states]}

    def asked(self, name: str, ids: Sequence[str]) -> Iterable[tuple[str, Data | None]]:
        """Yield those questions that the record has at all, with what is written of each."""
        given = {each["id"]: each for each in reversed(self.listed_in(name))}
        is_whole = self.one((False, True), all(each in given for each in ids))
        for each in ids:
            if is_whole or self.one((False, True), each in given):
                yield each, given.get(each)

    def values(self) -> list[dict[str, Any]]:
        """Walk through the answers on what matters."""
        asked = {each.id: each for each in self.words.questions}
        return [
            {"id": name, "kind": asked[name].kind, "wording": asked[name].wording}
            | self.value_of(asked[name], said)
            for name, said in self.asked("values", list(asked))
        ]

    def value_of(self, asked: QuestionWords, said: Data | None) -> dict[str, Any]:
        """Walk through one of them."""
        ids = _ids(asked.items)
        match asked.kind:
            case "importance":
                return self.answer("value", _RATINGS, said)
            case "balance":
                return self.answer("value", _PLACES, said)
            case "choice":
                return self.answer("chosen", ids, said)
            case "ranking":
                return self.ordered(ids, said)
            case "picks":
                return self.picked([name for name, _ in answers_to(asked)], said)

    def counted(self, count: int, most: int, said: Data | None) -> tuple[str, int]:
        """Walk through a state, or how many there are."""
        given = {"state": _part(said, "state"), "count": count}
        found = self.answer("count", range(1, most + 1), given)
        return found["state"], found["count"] or 0

    def ordered(self, ids: Sequence[str], said: Data | None) -> dict[str, Any]:
        """Walk through an order: each item is one of those that are left."""
        given = _part(said, "order") or []
        state, count = self.counted(len(given), len(ids), said)
        left, order = list(ids), []
        for at in range(count):
            place = _place(left, given[at] if at < len(given) else None)
            order.append(left.pop(self.coder.at(len(left), place)))
        return {"state": state, "order": order}

    def picked(self, ids: Sequence[str], said: Data | None) -> dict[str, Any]:
        """Walk through blocks, and what was picked in each."""
        given = _part(said, "blocks") or []
        state, count = self.counted(len(given), _MOST_BLOCKS, said)
        blocks = []
        for at in range(count):
            block = given[at] if at < len(given) else None
            items = [
                self.one(ids, each)
                for each in self.many(_MOST_IN_BLOCK, _part(block, "items") or [])
            ]
            most = self.answer("item", items, _part(block, "most"))
            least = self.answer("item", items, _part(block, "least"))
            blocks.append({"items": items, "most": most, "least": least})
        return {"state": state, "blocks": blocks}

    def knowledge(self) -> list[dict[str, Any]]:
        """Walk through what the person believes."""
        asked = {each.id: each for each in self.words.checks}
        return [
            {"id": name, "wording": asked[name].wording}
            | self.answer("answer", _ids(asked[name].answers), said)
            for name, said in self.asked("knowledge", list(asked))
        ]

    def listed(self, name: str, items: Sequence[LabelledItem]) -> list[dict[str, Any]]:
        """Walk through ticked items of the aid, and own words."""
        given = self.listed_in(name)
        ids = {each["id"] for each in given}
        own = [each for each in given if each["id"] is None]
        return [
            *(
                {"id": each.id, "text": line(each.text)}
                for each in items
                if self.one((False, True), each.id in ids)
            ),
            *(
                {"id": None, "text": self.coder.own(_text(each, "text"))}
                for each in self.many(_MOST_OWN, own)
            ),
        ]


def _part(data: Data | None, name: str) -> Any:  # noqa: ANN401
    return None if data is None else data.get(name)


def _text(data: Data | None, name: str) -> str:
    found = _part(data, name)
    return found if isinstance(found, str) else ""


def _place(all_: Sequence[Any], value: object) -> int:
    """Return where a value stands: -1 where it does not. True is no number here, nor 1 a yes."""
    return next(
        (at for at, each in enumerate(all_) if each == value and type(each) is type(value)), -1
    )


def _ids(items: Sequence[LabelledItem]) -> list[str]:
    return [each.id for each in items]
