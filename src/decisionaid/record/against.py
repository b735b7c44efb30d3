"""What a record names that the words of its aid do not have: then it was altered, or is of another text.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decisionaid.model.record import (
    BalanceAnswer,
    ChoiceAnswer,
    ImportanceAnswer,
    PicksAnswer,
    RankingAnswer,
    Record,
    ValuesAnswer,
)
from decisionaid.model.words import AidWords, LabelledItem


def unknown_in(record: Record, words: AidWords) -> tuple[str, ...]:
    """Return the paths of ids, kinds and wordings that these words, those of the record's hash, do not have."""
    return tuple(dict.fromkeys(_unknown(record, words)))


def _unknown(record: Record, words: AidWords) -> Iterator[str]:
    for part, used, items in (
        ("leaning", [record.leaning.option], words.options),
        ("stratum", [record.stratum.stratum], words.strata),
        ("red_flags", record.red_flags, words.red_flags),
        ("questions", [each.id for each in record.questions], words.to_ask),
        ("ideas", [each.id for each in record.ideas], words.ideas),
    ):
        yield from _beside(part, used, items)
    questions = {each.id: each for each in words.questions}
    for answer in record.values:
        asked = questions.get(answer.id)
        if asked is None or (asked.kind, asked.wording) != (answer.kind, answer.wording):
            yield f"values/{answer.id}"
        else:
            yield from _beside(f"values/{answer.id}", _items_in(answer), asked.items)
    checks = {each.id: each for each in words.checks}
    for said in record.knowledge:
        check = checks.get(said.id)
        if check is None or check.wording != said.wording:
            yield f"knowledge/{said.id}"
        else:
            yield from _beside(f"knowledge/{said.id}", [said.answer], check.answers)


def _beside(part: str, used: Iterable[str | None], items: Iterable[LabelledItem]) -> Iterator[str]:
    known = {None, *(item.id for item in items)}
    return (f"{part}/{each}" for each in used if each not in known)


def _items_in(answer: ValuesAnswer) -> list[str]:
    match answer:
        case RankingAnswer(order=order):
            return list(order)
        case ChoiceAnswer(chosen=chosen) if chosen is not None:
            return [chosen]
        case PicksAnswer(blocks=blocks):
            picks = [pick.item for block in blocks for pick in (block.most, block.least)]
            return [*(id_ for block in blocks for id_ in block.items), *filter(None, picks)]
        case ImportanceAnswer() | BalanceAnswer() | ChoiceAnswer():
            return []
