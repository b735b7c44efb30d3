"""Read a list of fields, such as ``- Time: 3 days``, into names and values with places.

Layer 2. Only the first colon ends the name. Faults: DA027, DA028, DA029, DA030.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from decisionaid.read.faults import BAD_FIELD_VALUE, DUPLICATE_FIELD, MISPLACED, UNKNOWN_FIELD
from decisionaid.read.ledger import Ledger, quoted, to_paste
from decisionaid.read.text.blocks import ItemList, ListItem, Paragraph, list_span
from decisionaid.read.text.passages import Passage
from decisionaid.text import Span

_NAME = re.compile(r"([^:\n]{1,60}?) ?:(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``value`` is empty when nothing stands behind the colon, which is reported."""

    name: str
    span: Span
    value: Passage

    @property
    def whole(self) -> Span:
        """Where name and value stand."""
        end = self.value.span() if self.value.text else self.span
        return Span(self.span.line, self.span.column, end.end_line, end.end_column)


def only_paragraph(item: ListItem, ledger: Ledger) -> Passage | None:
    """Return the words of an item that is one paragraph; what else stands in it is reported."""
    words: Passage | None = None
    for block in item.blocks:
        if isinstance(block, Paragraph) and words is None:
            words = block.words
            continue
        span = Span.on_line(*item.place, item.place[1] + 1)
        if isinstance(block, Paragraph):
            span = block.words.span()
        elif isinstance(block, ItemList):
            span = list_span(block)
        ledger.fault(
            MISPLACED,
            span,
            "only one paragraph can stand in an item here",
            "write it as an item of its own, without spaces before it",
        )
    return words


def read_fields(
    block: ItemList,
    known: Sequence[str],
    place: str,
    ledger: Ledger,
    repeatable: Sequence[str] = (),
) -> list[Field]:
    """Return the fields of a list in order; ``place`` says in messages whose they are."""
    fields: list[Field] = []
    seen: dict[str, Span] = {}
    for item in block.items:
        words = only_paragraph(item, ledger)
        if words is None:
            continue
        field = _field(words, known, place, ledger)
        if field is None:
            continue
        if field.name in seen and field.name not in repeatable:
            message = f"'{field.name}:' stands twice"
            ledger.fault(
                DUPLICATE_FIELD,
                field.whole,
                message,
                "keep one of the two",
                also=(seen[field.name],),
            )
            continue
        seen[field.name] = field.span
        if not field.value.text:
            message = f"'{field.name}:' has no value"
            ledger.fault(BAD_FIELD_VALUE, field.span, message, "write its value behind the colon")
        _check_quotes(field, ledger)
        fields.append(field)
    return fields


def _check_quotes(field: Field, ledger: Ledger) -> None:
    # - People: "not known: nobody said"      as in the head, where it would be right
    text = field.value.text
    if len(text) > 2 and text[0] == text[-1] == '"' and '"' not in text[1:-1]:
        message = f"the value of '{field.name}:' stands in quotes, which would be shown"
        fix = f"write it without them: '{field.name}: {text[1:-1]}'"
        ledger.fault(BAD_FIELD_VALUE, field.value.span(), message, fix)


_MEANT = {
    "Time": "follow-up timepoint time-point duration when period timeframe timescale length",
    "People": "population participants patients sample who studied n number subjects",
    "Certainty": "grade quality evidence confidence strength sure certain",
    "Source": "reference ref citation study review paper from sources references",
    "Difference": "effect comparison compared result rr or hr ratio relative-risk",
    "Note": "comment remark notes comments footnote",
    "Said as": "outcome wording words in-words",
    "Matters from": "mcid mid minimal-important-difference",
    "Scale": "unit units measure instrument questionnaire",
}
"""What papers and forms call the fields."""

_MARKED = re.compile(r"[*_]{1,3}([^*_:]{1,40}):?[*_]{1,3} ?:? *(.*)", re.DOTALL)


def meant_field(name: str, known: Sequence[str]) -> str | None:
    """Return the field that papers call by this name, or None."""
    word = name.strip().casefold().replace(" ", "-")
    return next((each for each in known if word in _MEANT.get(each, "").split()), None)


def _nearly(text: str, known: Sequence[str]) -> str | None:
    """Return how to write a field without its colon, or in bold; None when it is none."""
    if found := _MARKED.fullmatch(text):
        name = next((each for each in known if each.casefold() == found[1].strip().casefold()), "")
        value = found[2]
    else:
        name = next(
            (each for each in known if text.casefold().startswith(f"{each} ".casefold())), ""
        )
        value = text[len(name) :].lstrip(" -\u2013\u2014=")
    return f"write '- {name}: {to_paste(value)}'" if name and value else None


def _field(words: Passage, known: Sequence[str], place: str, ledger: Ledger) -> Field | None:
    found = _NAME.match(words.text)
    name = found[1] if found else ""
    if found and name in known:
        return Field(name, words.span(0, len(name)), words.cut(found.end()))
    few = ", ".join(f"{each}:" for each in known)
    otherwise = f"write one of: {few}"
    if not found or "*" in name:
        message = f"{quoted(words.text)} is not a field of {place}"
        ledger.fault(UNKNOWN_FIELD, words.span(), message, _nearly(words.text, known) or otherwise)
        return None
    near = meant_field(name, known) or ledger.nearest(name, known)
    fix = f"did you mean '{near}:'?" if near else otherwise
    span = words.span(0, len(name)) if near else words.span()
    edits = ledger.respelt(words.span(0, len(name)), name, near, known)
    message = f"{place} has no field {quoted(name + ':')}"
    ledger.fault(UNKNOWN_FIELD, span, message, fix, edits=edits)
    return Field(near, words.span(0, len(name)), words.cut(found.end())) if near else None
