"""The labels of the ids that a record uses, worked out from the words of its aid.

Layer 2. The same as ``record/labels.ts`` in the browser, which puts them into each record: a token
carries none, since its reader works them out again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from decisionaid.model.record import MAX_LABELS
from decisionaid.model.words import AidWords, CheckWords, QuestionWords
from decisionaid.outside.clean import line

Named = Sequence[tuple[str, str]]
"""Ids and their words."""

_VALUES: Final = ("order", "value", "chosen", "answer")


def labels_of(said: Mapping[str, Any], words: AidWords) -> dict[str, str]:
    """Return the labels by their places; ``said`` is a record as data, without its labels."""
    labels: dict[str, str] = {}

    def add(part: str, named: Named, ids: Sequence[str | None]) -> None:
        for name, text in named:
            if name in ids and text:
                labels[f"{part}/{name}"] = line(text)

    def answers(part: str, asked: Sequence[QuestionWords | CheckWords], named: Named) -> None:
        for answer in said[part]:
            # A fact that nobody judged is said nowhere.
            if part == "knowledge" and answer["state"] == "unanswered":
                continue
            add(part, named, [answer["id"]])
            found = next((each for each in asked if each.id == answer["id"]), None)
            if found is not None:
                add(f"{part}/{answer['id']}", answers_to(found), _ids_in(answer))

    add("leaning", items(words.options), [said["leaning"]["option"]])
    add("stratum", items(words.strata), [said["stratum"]["stratum"]])
    add("red_flags", items(words.red_flags), said["red_flags"])
    answers("values", words.questions, [(each.id, each.title) for each in words.questions])
    answers("knowledge", words.checks, [(each.id, each.statement) for each in words.checks])
    return dict(list(labels.items())[:MAX_LABELS])


def items(all_: Sequence[Any]) -> Named:
    """Return ids and words of what has both."""
    return [(each.id, each.text) for each in all_]


def answers_to(asked: QuestionWords | CheckWords) -> Named:
    """Return what can be answered, by id, in an order that a page and published words share."""
    if isinstance(asked, CheckWords):
        return items(asked.answers)
    if asked.places:
        return [(f"{index - 3}", text) for index, text in enumerate(asked.places)]
    match asked.kind:
        case "picks":
            return sorted(items(asked.items))
        case "importance":
            return []
        case _:
            return items(asked.items)


def _ids_in(answer: Mapping[str, Any]) -> list[str]:
    """Return the value of an answer as the ids of items, or of a place on a scale."""
    if "blocks" in answer:
        return [each for block in answer["blocks"] for each in block["items"]]
    found = (answer.get(name) for name in _VALUES)
    ids = (each for value in found for each in (value if isinstance(value, list) else [value]))
    return [str(each) for each in ids if each is not None]
