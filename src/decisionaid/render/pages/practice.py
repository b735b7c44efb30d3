"""Made-up records of a demonstration aid, for clinicians to practise with.

Layer 2. What is said in them is invented, and says so itself: their own words stand in the catalogue, and
their answers go by the places of questions in the aid, not by what anybody would answer. The day is that on
which the aid came out, so the same aid gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from decisionaid.language import Words
from decisionaid.model.canonical import record_checksum
from decisionaid.model.made_up import made_up_id
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords, CheckWords, LabelledItem, QuestionWords, reference_to

FORMAT: Final = "decisionaid.examples/1"

_NO_DAY: Final = "2026-01-01"
"""For an aid that does not say when it came out."""

_READINESS: Final = ("sure", "informed", "clear", "supported")

Data = dict[str, Any]


@dataclass(frozen=True)
class _Example:
    """What one of them says; all else is left unanswered."""

    key: str
    name: str
    said: Data = field(default_factory=dict)
    """Parts of the record."""
    rev: int = 1
    """Above 1: the same person, some days later."""


def practice_json(words: AidWords, own: Words, page: Words) -> str:
    """Return the examples of an aid as they are published.

    They say what they say in the language of the aid, and are named in that of the clinician's ``page``.
    """
    examples = [
        {"name": page.say(each.name), "record": _record(each, words)}
        for each in _examples(words, own)
    ]
    return f"{json.dumps({'format': FORMAT, 'examples': examples}, ensure_ascii=False)}\n"


def _record(example: _Example, words: AidWords) -> Data:
    day = words.came_out or _NO_DAY
    hour = 8 + example.rev
    data: Data = {
        "format": "decisionaid.record/1",
        "id": made_up_id(f"{words.id} {example.key}"),
        "rev": example.rev,
        "created": f"{day}T09:00:00Z",
        "updated": f"{day}T{hour:02}:00:00Z",
        "day": day,
        "aid": reference_to(words).model_dump(mode="json"),
        "crc32": "0" * 8,
        **example.said,
        "values": _asked(words.questions, example.said.get("values", [])),
        "knowledge": _asked(words.checks, example.said.get("knowledge", [])),
        "readiness": _felt(example.said.get("readiness", [])),
    }
    whole: Data = Record.model_validate_json(json.dumps(data)).model_dump(mode="json")
    return whole | {"crc32": record_checksum(whole)}


def _asked(all_: Sequence[QuestionWords | CheckWords], said: Sequence[Data]) -> list[Data]:
    """Return an answer to each question, as a page hands it over: to the others there is none."""
    given = {each["id"]: each for each in said}
    return [given.get(each.id, _state(each, "unanswered")) for each in all_]


def _felt(said: Sequence[Data]) -> list[Data]:
    given = {each["id"]: each for each in said}
    return [given.get(each, {"id": each, "state": "unanswered"}) for each in _READINESS]


def _examples(words: AidWords, say: Words) -> Iterator[_Example]:
    rated, balances = _of(words, "importance"), _of(words, "balance")
    first, last = words.options[0].id, words.options[-1].id
    yield _Example(
        "clear",
        "practice_clear",
        {
            "filled_in_by": {"role": "patient"},
            "what_matters": say.say("practice_clear_words"),
            "values": [_rated(each, 9 - 2 * n) for n, each in enumerate(rated[:3])],
            "knowledge": [_answer(each, is_right=True) for each in words.checks[:2]],
            "questions": _questions(words, say.say("practice_clear_question")),
            "leaning": _leaning(last, "leaning", "together"),
            "readiness": _ready(yes=("sure", "informed", "clear", "supported")),
        },
    )
    unsure: Data = {
        "filled_in_by": {"role": "patient"},
        "values": [_state(each, "unsure") for each in (*rated[:3], *balances[:1])],
        "questions": _questions(words, say.say("practice_unsure_question")),
        "leaning": {"state": "unsure", "stage": "want_advice", "role": "unsure"},
        "readiness": _ready(no=("sure",), unsure=("informed", "clear")),
    }
    yield _Example("unsure", "practice_unsure", unsure)
    later = unsure | {
        "what_matters": say.say("practice_later_words"),
        "values": [_rated(each, 8 - n) for n, each in enumerate(rated[:2])]
        + [_state(each, "unsure") for each in balances[:1]],
        "leaning": _leaning(first, "leaning", "together"),
        "readiness": _ready(yes=("clear",), no=("sure",)),
    }
    yield _Example("unsure", "practice_later", later, rev=2)
    if words.checks:
        yield _Example(
            "belief",
            "practice_belief",
            {
                "filled_in_by": {"role": "patient"},
                "values": [_rated(each, 8 - n) for n, each in enumerate(rated[:2])],
                "knowledge": [_answer(each, is_right=False) for each in words.checks[:1]]
                + [_state(each, "unsure") for each in words.checks[1:2]],
                "leaning": _leaning(last, "leaning", "together"),
                "readiness": _ready(yes=("informed", "sure")),
            },
        )
    yield _Example(
        "helper",
        "practice_helper",
        {
            "filled_in_by": {
                "role": "patient_with_help",
                "helper": say.say("practice_helper_who"),
                "view": say.say("practice_helper_view"),
            },
            "communication": ["large_print", "read_to_me"],
            "what_matters": say.say("practice_helper_words"),
            "values": [_rated(each, 7 + n) for n, each in enumerate(rated[:2])],
            "leaning": _leaning(first, "need_time", "together"),
            "readiness": _ready(yes=("clear",), no=("supported",)),
        },
    )
    if pull := next(_pulls(words, balances), None):
        question, value, option = pull
        yield _Example(
            "pull",
            "practice_pull",
            {
                "filled_in_by": {"role": "patient"},
                "what_matters": say.say("practice_pull_words"),
                "values": [_rated(each, 6) for each in rated[:2]] + [_balance(question, value)],
                "leaning": _leaning(option, "decided_for_now", "myself"),
                "readiness": _ready(yes=("sure", "clear")),
            },
        )
    if words.red_flags:
        yield _Example(
            "sign",
            "practice_sign",
            {
                "filled_in_by": {"role": "patient"},
                "communication": ["easy_read", "language"],
                "red_flags": [words.red_flags[0].id],
                "leaning": {"state": "prefer_not_to_say", "stage": "want_advice"},
                "readiness": _ready(no=("sure", "informed", "clear", "supported")),
            },
        )


def _of(words: AidWords, kind: str) -> list[QuestionWords]:
    return [each for each in words.questions if each.kind == kind and not each.sensitive]


def _named(asked: QuestionWords | CheckWords) -> Data:
    kind = {"kind": asked.kind} if isinstance(asked, QuestionWords) else {}
    return {"id": asked.id, "wording": asked.wording, **kind}


def _state(asked: QuestionWords | CheckWords, state: str) -> Data:
    return _named(asked) | {"state": state}


def _rated(question: QuestionWords, value: int) -> Data:
    return _state(question, "answered") | {"value": value}


def _balance(question: QuestionWords, value: int) -> Data:
    return _state(question, "answered") | {"value": value}


def _answer(check: CheckWords, *, is_right: bool) -> Data:
    answers: tuple[LabelledItem, ...] = check.answers
    given = next((each.id for each in answers if (each.id in check.correct) == is_right), None)
    if given is None:
        return _state(check, "unsure")
    return _state(check, "answered") | {"answer": given}


def _questions(words: AidWords, own: str) -> list[Data]:
    asked: list[Data] = [{"id": each.id, "text": each.text} for each in words.to_ask[:1]]
    return [*asked, {"id": None, "text": own}]


def _leaning(option: str, stage: str, role: str) -> Data:
    return {"state": "answered", "option": option, "stage": stage, "role": role}


def _ready(
    yes: tuple[str, ...] = (), no: tuple[str, ...] = (), unsure: tuple[str, ...] = ()
) -> list[Data]:
    said: list[Data] = [{"id": each, "state": "answered", "yes": True} for each in yes]
    said += [{"id": each, "state": "answered", "yes": False} for each in no]
    return said + [{"id": each, "state": "unsure"} for each in unsure]


def _pulls(
    words: AidWords, balances: list[QuestionWords]
) -> Iterator[tuple[QuestionWords, int, str]]:
    """Yield a balance, an end of it, and an option that this end does not point to."""
    for question in balances:
        for value, pole in zip((-3, 3), question.items, strict=False):
            others = [each.id for each in words.options if each.id not in pole.toward]
            if pole.toward and others:
                yield question, value, others[0]


def has_practice(status: str) -> bool:
    """Return whether an aid has examples to practise with: nobody's answers are invented for another."""
    return status == "demonstration"
