"""What the section readers share: the ledger, the ids, the names and the reader of prose.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from decisionaid.model.prose import Prose
from decisionaid.read.faults import MISPLACED
from decisionaid.read.ids import Ids
from decisionaid.read.ledger import Ledger
from decisionaid.read.names import Names
from decisionaid.read.sections.prose import ProseReader
from decisionaid.read.text.blocks import Block, ItemList, Paragraph, Table, list_span
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path


@dataclass(frozen=True)
class Reader:
    """The tools of reading one aid."""

    ledger: Ledger
    ids: Ids
    names: Names
    prose: ProseReader

    def misplaced(self, block: Block, place: str, fix: str) -> None:
        """Report a block that stands where it has no place."""
        match block:
            case ItemList():
                what, span = "a list", list_span(block)
            case Table():
                what = "a table"
                span = block.whole
            case Paragraph(words=words):
                what, span = "a paragraph", words.span()
            case _:
                what, span = "a heading", block.words.span()
        self.ledger.fault(MISPLACED, span, f"{what} stands {place}, where it has no place", fix)

    def body(self, blocks: Sequence[Block], path: Path, *, subheadings: bool = False) -> Prose:
        """Return the prose under a heading."""
        return self.prose.read(blocks, (*path, "body"), subheadings=subheadings)

    def span(self, path: Path, passage: Passage) -> None:
        """Write down where a part stands."""
        self.ledger.spans.put(path, passage.span())
