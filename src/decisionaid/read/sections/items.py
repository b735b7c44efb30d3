"""Read list items that are answered or stored: flags, answers, questions to ask.

Layer 2. Each has an id, and links to what it is about in its brace.
"""

from __future__ import annotations

from collections.abc import Iterable

from decisionaid.model.sections import Item
from decisionaid.read.faults import UNSUPPORTED_MARKDOWN
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.attributes import Allowed, Attributes, check_allowed, split_attributes
from decisionaid.read.text.blocks import ItemList
from decisionaid.read.text.fields import only_paragraph
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.text import Path, Span


def read_items(
    reader: Reader, blocks: Iterable[ItemList], allowed: Allowed, path: Path, scope: str = ""
) -> tuple[Item, ...]:
    """Return the items of some lists; ``path`` is where the first of them stands."""
    items: list[Item] = []
    for block in blocks:
        not_numbered(reader, block)
        for each in block.items:
            words = only_paragraph(each, reader.ledger)
            if words is not None:
                items.append(_item(reader, words, allowed, (*path, len(items)), scope))
    return tuple(items)


def not_numbered(reader: Reader, block: ItemList) -> None:
    """Refuse a numbered list of items that are answered."""
    if block.numbered:
        line, column = block.place
        reader.ledger.fault(
            UNSUPPORTED_MARKDOWN,
            Span.on_line(line, column, column + 2),
            "this list is numbered, and its items have no order",
            "begin each item with '- '",
        )


def _item(reader: Reader, words: Passage, allowed: Allowed, path: Path, scope: str) -> Item:
    bare, attributes = split_attributes(words, reader.ledger)
    check_allowed(attributes, allowed, reader.ledger)
    reader.ledger.spans.put(path, bare.span())
    return Item(
        id=reader.ids.take(attributes, bare, scope),
        text=read_words(bare, reader.ledger, "a list item that is answered"),
        **read_links(reader, attributes, path),
    )


def read_links(reader: Reader, attributes: Attributes, path: Path) -> dict[str, tuple[str, ...]]:
    """Return ``about``, ``toward`` and ``sources`` from a brace."""
    for key, name in (("about", "about"), ("toward", "toward"), ("source", "sources")):
        value = attributes.value(key)
        if value is not None:
            reader.ledger.spans.put((*path, name), value.span())
    names = reader.names
    return {
        "about": names.about(attributes.value("about"), (*path, "about")),
        "toward": names.toward(attributes.value("toward"), (*path, "toward")),
        "sources": names.sources_in(attributes.value("source"), (*path, "sources")),
    }
