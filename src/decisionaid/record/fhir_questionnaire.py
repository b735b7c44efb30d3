"""What an aid asks, as a FHIR R4 Questionnaire: link ids and codes are those that ``fhir_answers`` writes.

Layer 2. Published with each aid, so that another system can show the answers of a record, or ask the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from decisionaid.model.canonical import canonical_json
from decisionaid.model.words import AidWords, LabelledItem, QuestionWords
from decisionaid.outside.clean import line
from decisionaid.outside.tables import filled, table
from decisionaid.record.fhir import questionnaire_url, questionnaire_version
from decisionaid.record.fhir_answers import (
    Coding,
    Item,
    aid_coding,
    balance_words,
    fixed_coding,
    head,
    rating,
    state_coding,
    yes_no,
)
from decisionaid.values.picks import blocks_of_picks

_STATUS: Final = {
    "draft": "draft",
    "demonstration": "draft",
    "published": "active",
    "withdrawn": "retired",
}
"""A demonstration is for no patient: the Questionnaire of it is a draft, and experimental."""


_HIDDEN: Final = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"


@dataclass(frozen=True, slots=True)
class AidDates:
    """What the head of an aid says of its dates: when it came out, up to when its evidence goes, its end."""

    published: date | None = None
    evidence: date | None = None
    expires: date | None = None


def questionnaire_text(words: AidWords, dates: AidDates) -> str:
    """Return the Questionnaire as canonical JSON."""
    return canonical_json(questionnaire(words, dates))


def questionnaire(words: AidWords, dates: AidDates) -> dict[str, Any]:
    """Return the Questionnaire of an aid."""
    items = (_WRITERS[part](words) for part in table("fhir")["order"])
    found: dict[str, Any] = {
        "resourceType": "Questionnaire",
        "id": words.id,
        "url": questionnaire_url(words.id),
        "version": questionnaire_version(words.version, words.source_sha256),
        "title": words.title,
        "status": _STATUS[words.status],
        "experimental": words.status in ("draft", "demonstration"),
        "subjectType": ["Patient"],
        "language": words.language,
        "description": words.question,
        "date": _day(dates.published),
        "approvalDate": _day(dates.published),
        "lastReviewDate": _day(dates.evidence),
        "effectivePeriod": {"end": _day(dates.expires)} if dates.expires else None,
        "item": [item for item in items if item],
    }
    return {name: value for name, value in found.items() if value not in ("", None)}


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _choice(item: Item, codings: Iterable[Coding], *, states: bool, repeats: bool = False) -> Item:
    """Return a question with these answers; ``states``: with what may stand in the place of one."""
    given = list(codings)
    if states:
        given += [state_coding(state) for state in table("fhir")["states"]]
    options = [{"valueCoding": each} for each in given]
    more = {"repeats": True} if repeats else {}
    return item | {"type": "choice", "answerOption": options} | more


def _group(part: str, items: Iterable[Item]) -> Item | None:
    inside = [item for item in items if item]
    return head(part) | {"type": "group", "item": inside} if inside else None


def _typed(link: str, kind: str, *, repeats: bool = False) -> Item:
    return head(link) | {"type": kind} | ({"repeats": True} if repeats else {})


def _fixed(link: str, *, repeats: bool = False) -> Item:
    codes = table("fhir")["parts"][link]["codes"]
    codings = (fixed_coding(link, code) for code in codes)
    return _choice(head(link), codings, states=False, repeats=repeats)


def _coded(words: AidWords, part: str, items: Sequence[LabelledItem]) -> list[Coding]:
    return [aid_coding(words.id, f"{part}/{item.id}", line(item.text)) for item in items]


def _filled_in_by(_: AidWords) -> Item | None:
    texts = (_typed("filled_in_by/helper", "string"), _typed("filled_in_by/view", "text"))
    return _group("filled_in_by", [_fixed("filled_in_by/role"), *texts])


def _stratum(words: AidWords) -> Item | None:
    asked = _choice(head("stratum"), _coded(words, "stratum", words.strata), states=True)
    # Without groups nobody is asked; that nobody answered has a place all the same.
    hidden = {"url": _HIDDEN, "valueBoolean": True}
    return asked if words.strata else asked | {"extension": [hidden]}


def _red_flags(words: AidWords) -> Item | None:
    codings = _coded(words, "red_flags", words.red_flags)
    return _choice(head("red_flags"), codings, states=False, repeats=True) if codings else None


def _values(words: AidWords) -> Item | None:
    return _group("values", (_value(words, question) for question in words.questions))


def _value(words: AidWords, question: QuestionWords) -> Item:
    place = f"values/{question.id}"
    item = {"linkId": place, "text": question.title}
    codings = _coded(words, place, question.items)
    inside: list[Item]
    match question.kind:
        case "importance":
            rated = (rating(words.id, place, n) for n in range(11))
            return _choice(item, rated, states=True)
        case "balance":
            poles = [each.text for each in question.items]
            places = (
                aid_coding(words.id, f"{place}/{n}", balance_words(n, poles)) for n in range(-3, 4)
            )
            return _choice(item, places, states=True)
        case "choice":
            return _choice(item, codings, states=True)
        case "ranking":
            inside = [
                _choice(_part(place, str(n), "place", n), codings, states=False)
                for n in range(1, len(codings) + 1)
            ]
        case "picks":
            inside = list(_blocks(words, question))
    state = _choice({"linkId": f"{place}/state", "text": question.title}, (), states=True)
    return item | {"type": "group", "item": [*inside, state]}


def _part(place: str, end: str, message: str, n: int) -> Item:
    return {"linkId": f"{place}/{end}", "text": filled(table("fhir")[message], n=n)}


def _blocks(words: AidWords, question: QuestionWords) -> Iterable[Item]:
    place = f"values/{question.id}"
    by_id = {item.id: item for item in question.items}
    for n, block in enumerate(blocks_of_picks(tuple(by_id)) or (), 1):
        codings = _coded(words, place, [by_id[each] for each in block])
        for end in ("most", "least"):
            yield _choice(_part(place, f"{n}/{end}", end, n), codings, states=True)


def _what_matters(_: AidWords) -> Item | None:
    return _typed("what_matters", "text")


def _own_concerns(words: AidWords) -> Item | None:
    rated = (rating(words.id, "own_concerns", n) for n in range(11))
    items = [
        _typed("own_concerns/text", "string"),
        _choice(head("own_concerns/rating"), rated, states=True),
    ]
    return head("own_concerns") | {"type": "group", "repeats": True, "item": items}


def _knowledge(words: AidWords) -> Item | None:
    items = (
        _choice(
            {"linkId": f"knowledge/{check.id}", "text": line(check.statement)},
            _coded(words, f"knowledge/{check.id}", check.answers),
            states=True,
        )
        for check in words.checks
    )
    return _group("knowledge", items)


def _own_and_given(words: AidWords, part: str, given: Sequence[LabelledItem]) -> Item | None:
    own = _typed(f"{part}/own", "string", repeats=True)
    if not given:
        return _group(part, [own])
    codings = _coded(words, part, given)
    theirs = _choice(head(f"{part}/aid"), codings, states=False, repeats=True)
    return _group(part, [own, theirs])


def _leaning(words: AidWords) -> Item | None:
    option = _choice(head("leaning/option"), _coded(words, "leaning", words.options), states=True)
    return _group("leaning", [option, _fixed("leaning/stage"), _fixed("leaning/role")])


def _readiness(_: AidWords) -> Item | None:
    names = ("sure", "informed", "clear", "supported")
    answers = [yes_no(each) for each in table("fhir")["yes_no"]]
    return _group(
        "readiness", (_choice(head(f"readiness/{each}"), answers, states=True) for each in names)
    )


_WRITERS: Final[dict[str, Callable[[AidWords], Item | None]]] = {
    "filled_in_by": _filled_in_by,
    "stratum": _stratum,
    "communication": lambda _: _fixed("communication", repeats=True),
    "red_flags": _red_flags,
    "values": _values,
    "what_matters": _what_matters,
    "own_concerns": _own_concerns,
    "knowledge": _knowledge,
    "questions": lambda words: _own_and_given(words, "questions", words.to_ask),
    "leaning": _leaning,
    "readiness": _readiness,
    "ideas": lambda words: _own_and_given(words, "ideas", words.ideas),
}
