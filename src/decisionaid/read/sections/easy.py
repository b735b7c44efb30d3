"""Read easy words: ``### Heading {.easy}`` with short lines below it, each with a picture at most.

Layer 2. Faults: DA012, DA028, DA029, DA030 and those of prose.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisionaid.model.easy import Easy, EasyLine
from decisionaid.model.prose import Paragraph as Words
from decisionaid.model.prose import Picture
from decisionaid.read.faults import BAD_FIELD_VALUE, DUPLICATE_FIELD, MISPLACED
from decisionaid.read.ledger import Ledger, quoted
from decisionaid.read.sections.drafts import Draft, EasyDraft, Outline, Part
from decisionaid.read.sections.reading import Reader
from decisionaid.read.sections.roles import EASY, EASY_PARTS, is_easy
from decisionaid.read.text.attributes import check_allowed, split_attributes
from decisionaid.read.text.blocks import Block, ItemList, Paragraph, list_span
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path, Span

MOST_LINES = 20
"""Lines of one wording; more are no short wording, and the page has to be bounded."""


def begin_easy(section: Draft | Outline, heading: Passage, ledger: Ledger) -> EasyDraft | None:
    """Return the easy words that begin at a heading of a section, or below the title; None: it is another one.

    Those that stand where none can be are read, told of, and belong to nothing.
    """
    if not is_easy(heading.text):
        return None
    words, attributes = split_attributes(heading, ledger)
    check_allowed(attributes, EASY, ledger)
    easy = EasyDraft(words)
    is_answered = any(name.text == "answered" for name in attributes.classes.values())
    if isinstance(section, Outline):
        _begin_opening(section, easy, ledger, is_answered=is_answered)
        return easy
    part = section.parts[-1] if section.parts else None
    owner = section if part is None else part
    if part is not None and section.role not in EASY_PARTS:
        ledger.fault(
            MISPLACED,
            words.span(),
            f"easy words stand below {quoted(part.words.text)}, which has one wording",
            f"put them above the first '### ' of the section {quoted(section.words.text)}, as its own",
        )
    elif is_answered:
        _begin_answered(section, part, easy, ledger)
    elif owner.easy is not None:
        _twice(owner.words.text, owner.easy, easy, ledger)
    else:
        owner.easy = easy
    return easy


def _begin_opening(outline: Outline, easy: EasyDraft, ledger: Ledger, *, is_answered: bool) -> None:
    if is_answered:
        _of_no_fact(easy, ledger)
    elif outline.easy is not None:
        _twice(outline.title, outline.easy, easy, ledger)
    else:
        outline.easy = easy


def _twice(name: str, first: EasyDraft, again: EasyDraft, ledger: Ledger) -> None:
    ledger.fault(
        DUPLICATE_FIELD,
        again.words.span(),
        f"{quoted(name)} has easy words twice",
        "put all its easy words below one heading",
        also=(first.words.span(),),
    )


def _of_no_fact(easy: EasyDraft, ledger: Ledger) -> None:
    ledger.fault(
        MISPLACED,
        easy.words.span(),
        "'.answered' stands on easy words that belong to no fact to check",
        "write '{.easy}' alone, or put it below the fact that is answered",
    )


def _begin_answered(section: Draft, part: Part | None, easy: EasyDraft, ledger: Ledger) -> None:
    """Take the easy words of what a fact to check shows once it is answered."""
    if part is None or section.role != "knowledge":
        _of_no_fact(easy, ledger)
    elif part.answered is not None:
        ledger.fault(
            DUPLICATE_FIELD,
            easy.words.span(),
            f"what is said once {quoted(part.words.text)} is answered has easy words twice",
            "put all of them below one heading",
            also=(part.answered.words.span(),),
        )
    else:
        part.answered = easy


def read_easy(
    reader: Reader, draft: EasyDraft | None, path: Path, name: str = "easy"
) -> Easy | None:
    """Return the easy words of the part at ``path``, or None where it has none; ``name`` is their field."""
    if draft is None:
        return None
    at = (*path, name)
    reader.span(at, draft.words)
    heading = read_words(draft.words, reader.ledger, "the heading of easy words")
    lines = _Lines(reader, at)
    lines.read(draft.blocks)
    if not lines.found:
        reader.ledger.fault(
            BAD_FIELD_VALUE,
            draft.words.span(),
            "no words stand below this heading of easy words",
            "write one idea in a short sentence below it, or delete the heading",
        )
    return Easy(heading=heading, lines=tuple(lines.found))


_Waiting = tuple[Picture, Span]
"""A picture whose words have not come yet, and where it stands."""


class _Lines:
    """The lines of one wording as they are found."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self.reader = reader
        self.path = path
        self.found: list[EasyLine] = []

    def read(
        self, blocks: Sequence[Block], waiting: _Waiting | None = None, *, in_list: bool = False
    ) -> None:
        """Add a line for each paragraph and each item of a list; ``waiting`` belongs to the first."""
        for block in blocks:
            if isinstance(block, ItemList):
                self._list(block, waiting, in_list=in_list)
                waiting = None
            elif isinstance(block, Paragraph):
                waiting = self._paragraph(block, waiting)
            else:  # a table
                self.reader.prose.read([block], self.path)
        self._without_words(waiting)

    def _paragraph(self, block: Paragraph, waiting: _Waiting | None) -> _Waiting | None:
        """Return the picture that waits for the words below it."""
        at = (*self.path, "lines", len(self.found))
        for read in self.reader.prose.read([block], (*at, "words")):
            if isinstance(read, Picture):
                self._without_words(waiting)
                return read, block.words.span()
            if isinstance(read, Words) and self._has_room(block):
                self.reader.span(at, block.words)
                picture = waiting[0] if waiting else None
                self.found.append(EasyLine(words=read, picture=picture))
        return None

    def _list(self, block: ItemList, waiting: _Waiting | None, *, in_list: bool) -> None:
        if block.numbered or in_list:
            self.reader.ledger.fault(
                MISPLACED,
                list_span(block),
                "a numbered list stands in easy words"
                if block.numbered
                else "a list within a list stands in easy words",
                "say the order in words: 'First, ...'; begin each line with '- ', or make it a paragraph",
            )
        for item in block.items:
            self.read(item.blocks, waiting, in_list=True)
            waiting = None

    def _has_room(self, block: Paragraph) -> bool:
        if len(self.found) == MOST_LINES:
            self.reader.ledger.fault(
                MISPLACED,
                block.words.span(),
                f"easy words have at most {MOST_LINES} lines, and this is one more",
                "say it in fewer lines, or make two sections of it",
            )
            self.found.append(EasyLine(words=Words(inlines=())))  # told once
        return len(self.found) < MOST_LINES

    def _without_words(self, waiting: _Waiting | None) -> None:
        if waiting is not None:
            self.reader.ledger.fault(
                MISPLACED,
                waiting[1],
                "no words stand below this picture in easy words",
                "write the line that it shows right below it; each line has one picture at most",
            )
