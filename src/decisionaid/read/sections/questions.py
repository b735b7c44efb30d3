"""Read ``.values`` and ``.knowledge``: what people are asked, and what they can check.

Layer 2. Faults: those of items, and DA029, DA030, DA039.
"""

from __future__ import annotations

import re
from typing import Any

from decisionaid.diagnostics import Edit
from decisionaid.model.sections import (
    Answer,
    BalanceQuestion,
    ChoiceQuestion,
    ImportanceQuestion,
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    PicksQuestion,
    RankingQuestion,
    ValuesQuestion,
    ValuesSection,
)
from decisionaid.read.faults import BAD_FIELD_VALUE
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.drafts import Draft, Part
from decisionaid.read.sections.easy import read_easy
from decisionaid.read.sections.items import not_numbered, read_items
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.attributes import Allowed, check_allowed, split_attributes
from decisionaid.read.text.blocks import Block, ItemList, list_span
from decisionaid.read.text.fields import only_paragraph
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path
from decisionaid.values.picks import FEWEST_ITEMS, MOST_ITEMS

_ENDS = Allowed("an end of a scale")
_POLE = Allowed("a pole", keys=("about", "toward", "source"))
_RANKED = Allowed("an item to put in order", keys=("about", "source"))
_PICKED = Allowed("an item to pick", keys=("about", "source"))
_CHOICE = Allowed("an answer", keys=("about", "toward", "source"))
_ANSWER = Allowed("an answer")
_COUNTS = {
    "balance": (
        "end",
        "ends",
        "write two list items, each of which a person may want; ask of more than two with '.ranking'",
    ),
    "ranking": (
        "item to put in order",
        "items to put in order",
        "write two list items or more; ask about one thing alone with '.importance'",
    ),
    "choice": (
        "answer",
        "answers",
        "write each answer that a person may have as a list item, two or more",
    ),
    "picks": (
        "item to pick",
        "items to pick",
        f"write {FEWEST_ITEMS} to {MOST_ITEMS} list items; ask about fewer with '.ranking'",
    ),
}
"""What the items of a kind are called, one and many, and what to write where too few or too many stand."""
_MOST_LISTED = {"balance": 2, "picks": MOST_ITEMS}
_FEWEST_LISTED = {"picks": FEWEST_ITEMS}

_BOX = re.compile(r"(?P<box>\[(?P<mark>[ x])\])(?:\s+|$)")
_NEAR_BOX = re.compile("(?P<box>\\[ *(?P<mark>[xX\u2713\u2714\u2611]?) *\\])\\s*")
"""A box as other programs tick it."""


def read_values(reader: Reader, draft: Draft, heading: str, path: Path) -> ValuesSection:
    """Return a section of values questions."""
    questions = [
        _question(reader, part, (*path, "questions", number))
        for number, part in enumerate(draft.parts)
    ]
    return ValuesSection(
        heading=heading, body=reader.body(draft.blocks, path), questions=tuple(questions)
    )


def _question(reader: Reader, part: Part, path: Path) -> ValuesQuestion:
    reader.span(path, part.words)
    lists = [block for block in part.blocks if isinstance(block, ItemList)]
    prose = [block for block in part.blocks if not isinstance(block, ItemList)]
    value = part.attributes.value("about")
    if value is not None:
        reader.span((*path, "about"), value)
    shared: dict[str, Any] = {
        "id": part.id,
        "title": read_words(part.words, reader.ledger, "the title of a question"),
        "question": reader.prose.read(prose, (*path, "question")),
        "about": reader.names.about(value, (*path, "about")),
        "easy": read_easy(reader, part.easy, path),
        "sensitive": part.attributes.has("sensitive"),
    }
    kind = part.kind or ("choice" if lists else "importance")
    if kind == "importance":
        low, high = _ends(reader, lists, path, part.id)
        return ImportanceQuestion(**shared, low_end=low, high_end=high)
    allowed = {"balance": _POLE, "ranking": _RANKED, "picks": _PICKED}.get(kind, _CHOICE)
    place = (*path, "poles" if kind == "balance" else "items")
    items = read_items(reader, lists, allowed, place, part.id)
    if part.kind:  # where nobody says of what kind it is, nobody can say how many belong to it
        _count(reader, part, kind, lists)
    if kind == "balance":
        return BalanceQuestion(**shared, poles=items)
    if kind == "ranking":
        return RankingQuestion(**shared, items=items)
    if kind == "picks":
        return PicksQuestion(**shared, items=items)
    return ChoiceQuestion(**shared, items=items)


def _ends(
    reader: Reader, lists: list[ItemList], path: Path, scope: str
) -> tuple[str | None, str | None]:
    items: tuple[Item, ...] = read_items(reader, lists, _ENDS, (*path, "ends"), scope)
    if not items:
        return None, None
    if len(items) == 2:
        return items[0].text, items[1].text
    reader.ledger.fault(
        BAD_FIELD_VALUE,
        list_span(lists[0]),
        f"a scale has two ends, and {len(items)} stand here",
        "write two list items, first the low end and then the high one, or none",
    )
    return items[0].text, items[1].text if len(items) > 1 else None


def _count(reader: Reader, part: Part, kind: str, lists: list[ItemList]) -> None:
    """Refuse a question with more or fewer items than it can show: what is left over would be lost."""
    found = sum(len(block.items) for block in lists)
    if _FEWEST_LISTED.get(kind, 2) <= found <= _MOST_LISTED.get(kind, found):
        return
    one, many, fix = _COUNTS[kind]
    reader.ledger.fault(
        BAD_FIELD_VALUE,
        list_span(lists[0]) if lists else part.words.span(),
        f"{quoted(part.words.text)} has {found or 'no'} {one if found == 1 else many}",
        fix,
    )


def read_knowledge(reader: Reader, draft: Draft, heading: str, path: Path) -> KnowledgeSection:
    """Return a section of facts to check."""
    checks = [
        _check(reader, part, (*path, "checks", number)) for number, part in enumerate(draft.parts)
    ]
    return KnowledgeSection(
        heading=heading, body=reader.body(draft.blocks, path), checks=tuple(checks)
    )


def _check(reader: Reader, part: Part, path: Path) -> KnowledgeCheck:
    reader.span(path, part.words)
    first = next((n for n, block in enumerate(part.blocks) if _is_answers(block)), None)
    before = part.blocks if first is None else part.blocks[:first]
    behind = [] if first is None else part.blocks[first + 1 :]
    answers = part.blocks[first] if first is not None else None
    value = part.attributes.value("about")
    if value is not None:
        reader.span((*path, "about"), value)
    return KnowledgeCheck(
        id=part.id,
        statement=read_words(part.words, reader.ledger, "a statement to check"),
        body=reader.body(before, path),
        about=reader.names.about(value, (*path, "about")),
        answers=_answers(reader, answers, (*path, "answers"), part)
        if isinstance(answers, ItemList)
        else (),
        explanation=reader.prose.read(behind, (*path, "explanation")),
        easy=read_easy(reader, part.easy, path),
        easy_explanation=read_easy(reader, part.answered, path, "easy_explanation"),
    )


def _is_answers(block: Block) -> bool:
    """The first list of a check holds its answers."""
    return isinstance(block, ItemList)


def _answers(reader: Reader, block: ItemList, path: Path, part: Part) -> tuple[Answer, ...]:
    not_numbered(reader, block)
    answers: list[Answer] = []
    for item in block.items:
        words = only_paragraph(item, reader.ledger)
        if words is not None:
            answers.append(_answer(reader, words, (*path, len(answers)), part.id))
    right = [number for number, answer in enumerate(answers) if answer.correct]
    if len(right) != 1:
        places = [reader.ledger.spans.nearest((*path, number)) for number in right]
        reader.ledger.fault(
            BAD_FIELD_VALUE,
            places[1] if places else part.words.span(),
            f"one answer is right, and {len(right) or 'none'} of these {'are' if right else 'is'}",
            "begin the right answer with '- [x] ' and the others with '- [ ] '",
            also=places[:1],
        )
    return tuple(answers)


def _answer(reader: Reader, words: Passage, path: Path, scope: str) -> Answer:
    bare, attributes = split_attributes(words, reader.ledger)
    check_allowed(attributes, _ANSWER, reader.ledger)
    found = _BOX.match(bare.text)
    if found is None:
        near = _NEAR_BOX.match(bare.text)
        box = "[x]" if near and near["mark"] else "[ ]"
        reader.ledger.fault(
            BAD_FIELD_VALUE,
            bare.span(),
            f"{quoted(bare.text)} does not say whether it is right",
            "begin the right answer with '- [x] ' and the others with '- [ ] '",
            edits=(Edit(bare.span(*near.span("box")), box),) if near else (),
        )
        found = near
    text = bare.cut(found.end()) if found else bare
    reader.span(path, text)
    return Answer(
        id=reader.ids.take(attributes, text, scope),
        text=read_words(text, reader.ledger, "an answer"),
        correct=bool(found and found["mark"].strip()),
    )
