"""What matters to the person, as pieces of the record text: by their own number, then the other kinds; states by name.

Layer 2. The same as ``handover/text-matters.ts`` in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from decisionaid.model.record import (
    BalanceAnswer,
    ChoiceAnswer,
    ImportanceAnswer,
    PicksAnswer,
    RankingAnswer,
    ValuesAnswer,
)
from decisionaid.outside.tables import filled, table
from decisionaid.record.picked import picked_order
from decisionaid.record.text_pieces import Piece, Source, few, giving, shorter

_KINDS: Final = ("importance", "ranking", "picks", "balance", "choice")
_STATES: Final = ("unanswered", "open", "not_applicable", "prefer_not_to_say", "unsure")
"""In the order in which their names give way."""


def matter_pieces(source: Source) -> list[Piece]:
    """Return the answers, by the person's own number."""
    said = sorted(_said_in(source), key=lambda each: -each[0])
    low: int = table("record-text")["low"]
    return [
        # The last goes first.
        giving(text, "low" if 0 <= n <= low else "matters", len(said) - 1 - index)
        for index, (n, text) in enumerate(said)
    ]


def _said_in(source: Source) -> Iterator[tuple[int, str]]:
    """Yield answers in words; -1 for what is not rated, which stands behind."""
    messages = table("record-text")["matters"]
    answered = [each for each in source.record.values if each.state == "answered"]
    for kind in _KINDS:
        for answer in (each for each in answered if each.kind == kind):
            value = answer.value if isinstance(answer, ImportanceAnswer) else None
            yield -1 if value is None else value, _in_words(answer, source)
    for own in source.record.own_concerns:
        if own.text and own.state in ("answered", "unanswered"):
            title = source.quote(own.text)
            if own.value is None:
                yield -1, filled(messages["own_open"], title=title)
            else:
                yield own.value, filled(messages["rated"], title=title, n=own.value)


def _in_words(answer: ValuesAnswer, source: Source) -> str:
    messages = table("record-text")["matters"]
    place = f"values/{answer.id}"
    title = source.named(place)

    def in_order(order: Iterable[tuple[str, int]]) -> str:
        return ", ".join(
            filled(messages["place"], n=n, item=source.named(f"{place}/{id_}")) for id_, n in order
        )

    match answer:
        case ImportanceAnswer(value=value):
            return filled(messages["rated"], title=title, n=value or 0)
        case RankingAnswer(order=order):
            items = in_order((id_, index + 1) for index, id_ in enumerate(order))
            return filled(messages["ranked"], title=title, items=items)
        case PicksAnswer(blocks=blocks):
            picked = picked_order(blocks)
            message = messages["picked" if picked.counted else "picked_none"]
            items = in_order(picked.places)
            return filled(message, title=title, n=picked.counted, of=len(blocks), items=items)
        case BalanceAnswer():
            return _balance(answer, title, source)
        case ChoiceAnswer(chosen=chosen):
            item = source.named(f"{place}/{chosen}")
            return filled(messages["chosen"], title=title, item=item)


def _balance(answer: BalanceAnswer, title: str, source: Source) -> str:
    messages = table("record-text")["matters"]
    value = answer.value or 0
    questions = source.words.questions if source.words else ()
    poles = next((each.items for each in questions if each.id == answer.id), None)
    if poles is None and value != 0:
        item = source.named(f"values/{answer.id}/{value}")
        return filled(messages["chosen"], title=title, item=item)
    side = 0 if value < 0 else 1
    pole = poles[side].text if poles and side < len(poles) else ""
    return filled(messages[f"balance_{min(abs(value), 3)}"], title=title, pole=source.text(pole))


def state_pieces(source: Source) -> list[Piece]:
    """Return what has no answer, by the reason: no reason is ever taken for another."""
    pieces = []
    for index, state in enumerate(_STATES):
        titles = [
            source.named(f"values/{each.id}")
            for each in source.record.values
            if state in _reasons(each, source)
        ]
        own = [
            source.quote(each.text)
            for each in source.record.own_concerns
            if each.text and each.state == state != "unanswered"
        ]
        items = [*titles, *own]
        if items:
            message = table("record-text")["states"][state]
            forms = [
                filled(message, items=few(items, source.names)),
                filled(message, items=len(items)),
            ]
            left = "unsure" if state == "unsure" else "titles"
            pieces.append(shorter(forms, [left, "states"], index))
    return pieces


def _reasons(answer: ValuesAnswer, source: Source) -> set[str]:
    if answer.state == "unanswered":
        # A file without the answer to a sensitive question does not tell if there was one: neither do we.
        questions = source.words.questions if source.words else ()
        is_open = any(each.id == answer.id and each.sensitive for each in questions)
        return {"open" if is_open else "unanswered"}
    if not isinstance(answer, PicksAnswer):
        return {answer.state}
    picks = {pick.state for block in answer.blocks for pick in (block.most, block.least)}
    return {answer.state} | (picks - {"unanswered"})
