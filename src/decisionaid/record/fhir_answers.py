"""The answers of a record as items of a FHIR R4 QuestionnaireResponse, as ``handover/fhir-answers.ts`` writes them.

Layer 2. Link ids are the places of our own ids. The five states stay apart: an answer is a code of the aid, not
sure, does not apply and would rather not say are codes of their own, and what was not answered or not shared has
no answer and says which. None of them is a number. What could not be read on paper or is crossed out there
has no answer either, and says that. What could not be read on paper, or is crossed out there, has
no answer either, and says that. Longer than 300 lines: each part of a record is written in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from decisionaid.model.record import (
    BalanceAnswer,
    ChoiceAnswer,
    ImportanceAnswer,
    PicksAnswer,
    QuestionToAsk,
    RankingAnswer,
    Record,
    TakenIdea,
    ValuesAnswer,
)
from decisionaid.model.words import AidWords
from decisionaid.outside.clean import line
from decisionaid.outside.tables import filled, table
from decisionaid.record.from_paper import UNCLEAR
from decisionaid.record.named import names_of, words_then

Item = dict[str, Any]
Coding = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Given:
    record: Record
    words: AidWords | None
    named: Callable[[str], str]

    def coded(self, place: str) -> Coding:
        """Return what has an id in the aid."""
        return aid_coding(self.record.aid.id, place, self.named(place))

    def rated(self, place: str, value: int | None) -> Coding:
        """Return a number of the person's own, as a code: nothing adds it up."""
        return rating(self.record.aid.id, place, value)


def answer_items(record: Record, words: AidWords | None) -> list[Item]:
    """Return an item for each part of a record."""
    names = names_of(record, words)
    given = _Given(record, words_then(record, words), lambda place: line(names(place)))
    items: list[Item] = []
    for part in table("fhir")["order"]:
        if part in record.kept_back:
            items.append(head(part) | _without_answer(table("fhir")["not_shared"]))
        else:
            items += _WRITERS[part](given)
    return items


def head(link: str) -> Item:
    """Return link id and text of what every aid asks."""
    return {"linkId": link, "text": table("fhir")["parts"][link]["text"]}


def standard(code: str, display: str) -> Coding:
    """Return a code that all aids share."""
    return {"system": table("fhir")["codes"], "code": code, "display": display}


def state_coding(state: str) -> Coding:
    """Return the code of what stands in the place of an answer."""
    return standard(f"state/{state}", table("fhir")["states"][state])


def fixed_coding(link: str, value: str) -> Coding:
    """Return the code of an answer that all aids share."""
    return standard(f"{link}/{value}", table("fhir")["parts"][link]["codes"].get(value, value))


def aid_coding(aid: str, place: str, display: str) -> Coding:
    """Return a code of one aid."""
    return {"system": filled(table("fhir")["aid_codes"], id=aid), "code": place, "display": display}


def rating(aid: str, place: str, value: int | None) -> Coding:
    """Return a number of 0 to 10 as a code."""
    said = "null" if value is None else str(value)
    return aid_coding(aid, f"{place}/{said}", filled(table("fhir")["rating"], n=said))


def yes_no(answer: str) -> Coding:
    """Return yes or no as a code."""
    return standard(f"yes_no/{answer}", table("fhir")["yes_no"][answer])


def balance_words(value: int, poles: Sequence[str]) -> str:
    """Return a place between two ends, in words."""
    side = 0 if value < 0 else 1
    pole = line(poles[side]) if side < len(poles) else ""
    return filled(table("fhir")["balance"][min(abs(value), 3)], pole=pole)


def _group(part: str, items: list[Item]) -> list[Item]:
    """Return a group that has something in it."""
    return [head(part) | {"item": items}] if items else []


def _without_answer(state: str) -> Item:
    return {"extension": [{"url": table("fhir")["state"], "valueCode": state}]}


def _chosen(item: Item, state: str, coding: Coding) -> Item:
    """Return one answer, or the state in its place."""
    if state in ("unanswered", *UNCLEAR):
        return item | _without_answer(state)
    answer = coding if state == "answered" else state_coding(state)
    return item | {"answer": [{"valueCoding": answer}]}


def _several(item: Item, codings: Iterable[Coding]) -> list[Item]:
    answers = [{"valueCoding": each} for each in codings]
    return [item | {"answer": answers}] if answers else []


def _texts(link: str, given: Iterable[str]) -> list[Item]:
    answers = [{"valueString": each} for each in given if each]
    return [head(link) | {"answer": answers}] if answers else []


def _unclear(given: _Given, place: str) -> str:
    """Return what became of a place on paper that has no state of its own; empty: nothing."""
    paper = given.record.paper
    found = (each.state for each in paper.unclear if each.place == place) if paper else ()
    return next(iter(found), "")


def _written(given: _Given, link: str, text: str) -> list[Item]:
    """Return own words, or what became of them on paper."""
    state = _unclear(given, link)
    return [head(link) | _without_answer(state)] if state and not text else _texts(link, [text])


def _fixed_choice(given: _Given, link: str, value: str) -> Item:
    if value == "unanswered":
        return head(link) | _without_answer(_unclear(given, link) or value)
    return head(link) | {"answer": [{"valueCoding": fixed_coding(link, value)}]}


def _filled_in_by(given: _Given) -> list[Item]:
    who = given.record.filled_in_by
    items = [
        _fixed_choice(given, "filled_in_by/role", who.role),
        *_written(given, "filled_in_by/helper", who.helper),
        *_written(given, "filled_in_by/view", who.view),
    ]
    return [head("filled_in_by") | {"item": items}]


def _stratum(given: _Given) -> list[Item]:
    said = given.record.stratum
    return [_chosen(head("stratum"), said.state, given.coded(f"stratum/{said.stratum}"))]


def _communication(given: _Given) -> list[Item]:
    likes = (fixed_coding("communication", each) for each in given.record.communication)
    return _several(head("communication"), likes)


def _red_flags(given: _Given) -> list[Item]:
    signs = (given.coded(f"red_flags/{each}") for each in given.record.red_flags)
    return _several(head("red_flags"), signs)


def _values(given: _Given) -> list[Item]:
    return _group("values", [_value_item(given, answer) for answer in given.record.values])


def _what_matters(given: _Given) -> list[Item]:
    return _written(given, "what_matters", given.record.what_matters)


def _own_concerns(given: _Given) -> list[Item]:
    return [
        head("own_concerns")
        | {
            "item": [
                *_texts("own_concerns/text", [own.text]),
                _chosen(
                    head("own_concerns/rating"), own.state, given.rated("own_concerns", own.value)
                ),
            ]
        }
        for own in given.record.own_concerns
    ]


def _knowledge(given: _Given) -> list[Item]:
    items = []
    for said in given.record.knowledge:
        place = f"knowledge/{said.id}"
        item = {"linkId": place, "text": given.named(place)}
        items.append(_chosen(item, said.state, given.coded(f"{place}/{said.answer}")))
    return _group("knowledge", items)


def _questions(given: _Given) -> list[Item]:
    return _grouped("questions", given, given.record.questions)


def _ideas(given: _Given) -> list[Item]:
    return _grouped("ideas", given, given.record.ideas)


def _grouped(part: str, given: _Given, said: Sequence[QuestionToAsk | TakenIdea]) -> list[Item]:
    """Return own words, and what comes from the aid."""
    aid = given.record.aid.id
    theirs = [
        aid_coding(aid, f"{part}/{each.id}", each.text or each.id)
        for each in said
        if each.id is not None
    ]
    items = [
        *_texts(f"{part}/own", [each.text for each in said if each.id is None]),
        *_several(head(f"{part}/aid"), theirs),
    ]
    return _group(part, items)


def _leaning(given: _Given) -> list[Item]:
    said = given.record.leaning
    items = [
        _chosen(head("leaning/option"), said.state, given.coded(f"leaning/{said.option}")),
        _fixed_choice(given, "leaning/stage", said.stage),
        _fixed_choice(given, "leaning/role", said.role),
    ]
    return [head("leaning") | {"item": items}]


def _readiness(given: _Given) -> list[Item]:
    items = [
        _chosen(head(f"readiness/{each.id}"), each.state, yes_no("yes" if each.yes else "no"))
        for each in given.record.readiness
    ]
    return _group("readiness", items)


_WRITERS: Final[dict[str, Callable[[_Given], list[Item]]]] = {
    "filled_in_by": _filled_in_by,
    "stratum": _stratum,
    "communication": _communication,
    "red_flags": _red_flags,
    "values": _values,
    "what_matters": _what_matters,
    "own_concerns": _own_concerns,
    "knowledge": _knowledge,
    "questions": _questions,
    "leaning": _leaning,
    "readiness": _readiness,
    "ideas": _ideas,
}


def _value_item(given: _Given, answer: ValuesAnswer) -> Item:
    place = f"values/{answer.id}"
    item: Item = {"linkId": place, "text": given.named(place)}
    items: list[Item]
    match answer:
        case ImportanceAnswer(state=state, value=value):
            return _chosen(item, state, given.rated(place, value))
        case BalanceAnswer(state=state, value=value):
            coding = given.coded(f"{place}/{value}") | {"display": _balance(given, answer)}
            return _chosen(item, state, coding)
        case ChoiceAnswer(state=state, chosen=chosen):
            return _chosen(item, state, given.coded(f"{place}/{chosen}"))
        case RankingAnswer(order=order):
            items = [
                _chosen(_place(place, n), "answered", given.coded(f"{place}/{id_}"))
                for n, id_ in enumerate(order, 1)
            ]
        case PicksAnswer(blocks=blocks):
            items = [
                _chosen(_end(place, n, end), pick.state, given.coded(f"{place}/{pick.item}"))
                for n, block in enumerate(blocks, 1)
                for end, pick in (("most", block.most), ("least", block.least))
            ]
    state_item = {"linkId": f"{place}/state", "text": item["text"]}
    return item | {"item": items or [_chosen(state_item, answer.state, given.coded(place))]}


def _place(place: str, n: int) -> Item:
    return {"linkId": f"{place}/{n}", "text": filled(table("fhir")["place"], n=n)}


def _end(place: str, n: int, end: str) -> Item:
    return {"linkId": f"{place}/{n}/{end}", "text": filled(table("fhir")[end], n=n)}


def _balance(given: _Given, answer: BalanceAnswer) -> str:
    value = answer.value or 0
    questions = given.words.questions if given.words else ()
    poles = next((each.items for each in questions if each.id == answer.id), None)
    if poles is None and value != 0:
        return given.named(f"values/{answer.id}/{value}")
    return balance_words(value, [each.text for each in poles or ()])
