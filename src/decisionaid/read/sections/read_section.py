"""Read the drafts of the outline into sections, each by its role.

Layer 2. The readers of the larger roles stand in modules of their own.
"""

from __future__ import annotations

from typing import Any

from decisionaid.model.prose import Prose
from decisionaid.model.sections import (
    ConditionSection,
    ProseSection,
    QuestionsSection,
    RedFlagsSection,
    Section,
    SupportSection,
    UncertainSection,
)
from decisionaid.read.faults import BAD_FIELD_VALUE, MISPLACED
from decisionaid.read.figures.measures import after
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.drafts import Draft
from decisionaid.read.sections.easy import read_easy
from decisionaid.read.sections.items import read_items
from decisionaid.read.sections.measuring import MeasuresReader
from decisionaid.read.sections.options import read_compare, read_options
from decisionaid.read.sections.outcomes import read_outcomes
from decisionaid.read.sections.plans import read_plan, read_test
from decisionaid.read.sections.questions import read_knowledge, read_values
from decisionaid.read.sections.reading import Reader
from decisionaid.read.sections.roles import Role
from decisionaid.read.text.attributes import Allowed
from decisionaid.read.text.blocks import Block, ItemList, Paragraph
from decisionaid.read.text.inlines import read_words
from decisionaid.text import Path, Span

_FLAG = Allowed("a red flag", keys=("source",))
_UNCERTAIN = Allowed("something nobody knows", keys=("about", "source"))
_QUESTION = Allowed("a question to ask", keys=("source",))


def read_section(reader: Reader, draft: Draft, path: Path, measuring: MeasuresReader) -> Section:
    """Return one section."""
    section = _by_role(reader, draft, path, measuring)
    easy = read_easy(reader, draft.easy, path)
    return section.model_copy(update={"easy": easy}) if easy else section


def _by_role(reader: Reader, draft: Draft, path: Path, measuring: MeasuresReader) -> Section:
    reader.span(path, draft.words)
    heading = read_words(draft.words, reader.ledger, "a heading")
    match draft.role:
        case "options":
            return read_options(reader, draft, heading, path)
        case "compare":
            return read_compare(reader, draft, heading, path)
        case "outcomes":
            return read_outcomes(reader, draft, heading, path, measuring)
        case "test":
            return read_test(reader, draft, heading, path, measuring)
        case "values":
            return read_values(reader, draft, heading, path)
        case "knowledge":
            return read_knowledge(reader, draft, heading, path)
        case "plan":
            return read_plan(reader, draft, heading, path)
        case "red-flags":
            return _red_flags(reader, draft, heading, path)
        case "uncertain":
            return UncertainSection(**_with_items(reader, draft, heading, path, _UNCERTAIN))
        case "questions":
            return QuestionsSection(**_with_items(reader, draft, heading, path, _QUESTION))
        case _:
            return _prose(draft.role, heading, reader.body(draft.blocks, path, subheadings=True))


def _prose(role: Role, heading: str, body: Prose) -> Section:
    if role == "condition":
        return ConditionSection(heading=heading, body=body)
    if role == "support":
        return SupportSection(heading=heading, body=body)
    return ProseSection(heading=heading, body=body)


def _with_items(
    reader: Reader, draft: Draft, heading: str, path: Path, allowed: Allowed
) -> dict[str, Any]:
    lists, rest = _apart(draft.blocks)
    return {
        "heading": heading,
        "body": reader.body(rest, path),
        "items": read_items(reader, lists, allowed, (*path, "items")),
    }


def _apart(blocks: list[Block]) -> tuple[list[ItemList], list[Block]]:
    lists = [block for block in blocks if isinstance(block, ItemList)]
    return lists, [block for block in blocks if not isinstance(block, ItemList)]


def _red_flags(reader: Reader, draft: Draft, heading: str, path: Path) -> RedFlagsSection:
    lists, rest = _apart(draft.blocks)
    reason: str | None = None
    kept: list[Block] = []
    for block in rest:
        said = after(block.words.text, "not applicable") if isinstance(block, Paragraph) else None
        if said is None or not isinstance(block, Paragraph):
            kept.append(block)
            continue
        words = block.words.cut(len(block.words.text) - len(said))
        if not said or reason is not None:
            fix = "write once why there are none: 'not applicable: reason'"
            message = f"{quoted(block.words.text)} gives no reason of its own"
            reader.ledger.fault(BAD_FIELD_VALUE, block.words.span(), message, fix)
            continue
        reader.span((*path, "not_applicable"), words)
        reason = read_words(words, reader.ledger, "a reason")
    if reason is not None and (lists or kept):
        place: Span = draft.words.span()
        message = "this section says that there are no warning signs, and lists some"
        fix = "keep either 'not applicable: reason' or the signs and what to do"
        reader.ledger.fault(MISPLACED, place, message, fix)
    return RedFlagsSection(
        heading=heading,
        when=_when(reader, draft, path),
        body=reader.body(kept, path),
        flags=read_items(reader, lists, _FLAG, (*path, "flags")),
        not_applicable=reason,
    )


def _when(reader: Reader, draft: Draft, path: Path) -> Any:  # noqa: ANN401 - one of two words
    value = draft.attributes.value("when")
    if value is None:
        return "now"
    reader.span((*path, "when"), value)
    if value.text in {"now", "soon"}:
        return value.text
    message = f"{quoted(value.text)} is no value of 'when='"
    reader.ledger.fault(BAD_FIELD_VALUE, value.span(), message, "write 'when=now' or 'when=soon'")
    return "now"
