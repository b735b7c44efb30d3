"""Read blocks into prose: paragraphs, lists, subheadings and pictures.

Layer 2. Faults: DA018, DA019, DA022, DA030 and those of inlines and braces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from decisionaid.model import prose
from decisionaid.model.prose import FigureName, Inline, Picture, Prose, Subheading
from decisionaid.read.faults import MISPLACED, UNSUPPORTED_MARKDOWN
from decisionaid.read.ledger import Ledger, quoted
from decisionaid.read.names import Names
from decisionaid.read.text.attributes import Allowed, check_allowed, split_attributes
from decisionaid.read.text.blocks import Block, Heading, ItemList, ListItem, Paragraph, Table
from decisionaid.read.text.inlines import read_inlines, read_words
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path, Span

_PICTURE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)\)")
_FILE = re.compile(r"images/[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.(?:png|jpg|jpeg|webp)")
_SOURCED = Allowed(
    "a paragraph",
    id=False,
    keys=("source",),
    instead="begin the line with '### ' if it is a heading, or with '- ' if it is an item of a list; "
    "otherwise ",
)
_SOURCED_ITEM = Allowed(
    "an item of a list in prose",
    id=False,
    keys=("source",),
    instead="begin the line with '### ' in place of '- ' if it is a part of its own; if readers answer it, "
    "give its section a role such as {.red-flags} or {.questions}; otherwise ",
)
_BARE = Allowed(
    "a subheading",
    id=False,
    classes=("easy",),
    instead="give the section above it the role it belongs to, such as {.options} or {.outcomes}; "
    "otherwise ",
)


class ProseReader:
    """Read prose of one aid; figure names and sources are checked against its names."""

    def __init__(self, ledger: Ledger, names: Names) -> None:
        """Keep where to report and what is known."""
        self.ledger = ledger
        self.names = names

    def read(self, blocks: Sequence[Block], path: Path, *, subheadings: bool = False) -> Prose:
        """Return the prose of some blocks; ``path`` is where it stands in the aid."""
        found: list[prose.Block] = []
        for block in blocks:
            at = (*path, len(found))
            match block:
                case Paragraph(words=words):
                    self.ledger.spans.put(at, words.span())
                    found.append(self._paragraph(words, at))
                case ItemList():
                    line, column = block.place
                    self.ledger.spans.put(at, Span.on_line(line, column, column + 1))
                    found.append(self._list(block, at))
                case Heading(words=words):
                    self.ledger.spans.put(at, words.span())
                    found.extend(self._subheading(words, allowed=subheadings))
                case Table():
                    self.ledger.fault(
                        MISPLACED,
                        block.whole,
                        "a table stands where only words can be",
                        "put it into a section of its own, such as '{.compare}', or write a list",
                    )
        return tuple(found)

    def _paragraph(self, words: Passage, path: Path) -> prose.Block:
        if picture := self._picture(words):
            return picture
        bare, attributes = split_attributes(words, self.ledger, prose=True)
        check_allowed(attributes, _SOURCED, self.ledger)
        sources = self.names.sources_in(attributes.value("source"), (*path, "sources"))
        return prose.Paragraph(inlines=self.inlines(bare), sources=sources)

    def inlines(self, words: Passage) -> tuple[Inline, ...]:
        """Return inlines, their figure names checked."""
        inlines = read_inlines(words, self.ledger)
        if "[[" in words.text:
            self._check_names(inlines, words, 0)
        return inlines

    def _check_names(self, inlines: Sequence[Inline], words: Passage, start: int) -> int:
        for inline in inlines:
            if isinstance(inline, FigureName):
                written = f"[[{inline.outcome}/{inline.option}]]"
                start = max(words.text.find(written, start), 0)
                self.names.check_figure(words.cut(start, start + len(written)))
                start += len(written)
            elif isinstance(inline, prose.Emphasis | prose.Link):
                start = self._check_names(inline.inlines, words, start)
        return start

    def _list(self, block: ItemList, path: Path) -> prose.ItemList:
        items = [
            self._item(item, (*path, "items", number)) for number, item in enumerate(block.items)
        ]
        return prose.ItemList(numbered=block.numbered, items=tuple(items))

    def _item(self, item: ListItem, path: Path) -> prose.ListItem:
        self.ledger.spans.put(path, Span.on_line(*item.place, item.place[1] + 1))
        sources: tuple[str, ...] = ()
        blocks = list(item.blocks)
        if blocks and isinstance(blocks[0], Paragraph):
            bare, attributes = split_attributes(blocks[0].words, self.ledger, prose=True)
            check_allowed(attributes, _SOURCED_ITEM, self.ledger)
            sources = self.names.sources_in(attributes.value("source"), (*path, "sources"))
            blocks[0] = Paragraph(bare)
        return prose.ListItem(blocks=self.read(blocks, (*path, "blocks")), sources=sources)

    def _subheading(self, words: Passage, *, allowed: bool) -> list[prose.Block]:
        bare, attributes = split_attributes(words, self.ledger)
        if not allowed:
            self.ledger.fault(
                MISPLACED,
                words.span(),
                f"the heading {quoted(bare.text)} stands where no '###' can be",
                "write a paragraph, or put it into a section of its own with '##'",
            )
        else:
            check_allowed(attributes, _BARE, self.ledger)
        return [Subheading(text=read_words(bare, self.ledger, "a heading"))]

    def _picture(self, words: Passage) -> Picture | None:
        if not words.text.startswith("!["):
            return None
        found = _PICTURE.fullmatch(words.text)
        if found is None:
            return None
        description = " ".join(found[1].split())
        if not _FILE.fullmatch(found[2]) or not description:
            self.ledger.fault(
                UNSUPPORTED_MARKDOWN,
                words.span(),
                f"this picture cannot be shown: {quoted(found[2])}"
                if description
                else "this picture has no description",
                "write '![what the picture shows](images/name.png)'; png, jpg and webp are read",
            )
            return Picture(file="images/missing.png", description=description)
        return Picture(file=found[2], description=description)
