"""What a person believes of facts, as pieces of the record text: what differs, and what they are not sure of.

Layer 2. The same as ``handover/text-facts.ts`` in the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from decisionaid.model.record import KnowledgeAnswer
from decisionaid.model.words import CheckWords
from decisionaid.outside.tables import filled, table
from decisionaid.record.text_pieces import MANY, Piece, Source, fixed, giving, shorter

_OTHER_STATES: Final = ("not_applicable", "prefer_not_to_say", "unanswered")


@dataclass(frozen=True, slots=True)
class Facts:
    """The pieces, and how many answers differ from the aid."""

    misread: int
    differ: tuple[Piece, ...]
    unsure: tuple[Piece, ...]
    states: tuple[Piece, ...]


def fact_pieces(source: Source) -> Facts:
    """Return what they believe and the aid says otherwise; without the aid's words, what they said."""
    checks = {check.id: check for check in source.words.checks} if source.words else {}
    misread, differ, unsure, right = 0, list[Piece](), list[Piece](), list[Piece]()
    for each in source.record.knowledge:
        check = checks.get(each.id)
        is_known = check is not None and each.answer in {a.id for a in check.answers}
        if each.state == "unsure":
            unsure.append(_unsure(source, each, check))
        elif each.state == "answered" and is_known and check and each.answer in check.correct:
            if source.is_long:
                right.append(fixed(filled(_facts()["agrees"], **_said(source, each))))
        elif each.state == "answered":
            misread += is_known
            explanation = source.text(check.explanation) if check and is_known else ""
            differ.append(_differing(source, each, explanation, MANY - 1 - len(differ)))
    return Facts(misread, (*differ, *right), tuple(unsure), tuple(_states(source)))


def _facts() -> dict[str, str]:
    messages: dict[str, str] = table("record-text")["fact"]
    return messages


def _said(source: Source, each: KnowledgeAnswer) -> dict[str, str]:
    place = f"knowledge/{each.id}"
    return {"statement": source.named(place), "answer": source.named(f"{place}/{each.answer}")}


def _unsure(source: Source, each: KnowledgeAnswer, check: CheckWords | None) -> Piece:
    statement = source.named(f"knowledge/{each.id}")
    plain = filled(_facts()["unsure"], statement=statement)
    known = _right_answer(check, source.text)
    if not known:
        return shorter([plain], ["facts"])
    told = filled(_facts()["unsure_answered"], statement=statement, answer=known)
    return shorter([told, plain], ["figures", "facts"])


def _differing(source: Source, each: KnowledgeAnswer, explanation: str, place: int) -> Piece:
    said = _said(source, each)
    plain = filled(_facts()["thinks"], **said)
    if not explanation:
        return shorter([plain], ["misread"], place)
    told = filled(_facts()["explained"], **said, explanation=explanation)
    return shorter([told, plain], ["figures", "misread"], place)


def _states(source: Source) -> list[Piece]:
    pieces = []
    for state in _OTHER_STATES:
        statements = [
            f"'{source.named(f'knowledge/{each.id}')}'"
            for each in source.record.knowledge
            if each.state == state
        ]
        # What was not answered is most of it, and says little: only the long form has it.
        if statements and (state != "unanswered" or source.is_long):
            message = table("record-text")["states"][state]
            pieces.append(giving(filled(message, items=", ".join(statements)), "facts"))
    return pieces


def _right_answer(check: CheckWords | None, text: Callable[[str], str]) -> str:
    if check is None:
        return ""
    return ", ".join(text(each.text) for each in check.answers if each.id in check.correct)
