"""What an author's words may be made of: a small closed tree, never HTML.

Layer 1. The reader turns Markdown into this tree and refuses whatever does not fit,
so nothing an author wrote can be dropped on the way to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal

from pydantic import Field

from decisionaid.model.base import Part
from decisionaid.model.figure import OutOfDate

FIGURE_NAME: Final = re.compile(r"\[\[([^\[\]/\n]{1,80})/([^\[\]/\n]{1,80})\]\]")
"""A figure's name as it is written, of bounded length: a text of brackets alone takes no time."""


class Text(Part):
    """Plain words."""

    kind: Literal["text"] = "text"
    text: str


class LineBreak(Part):
    """A line break the author asked for."""

    kind: Literal["break"] = "break"


class FigureName(Part):
    """``[[pain-2-3d/now]]``: the figure of one outcome under one option, shown as a sentence."""

    kind: Literal["figure"] = "figure"
    outcome: str
    option: str


class Emphasis(Part):
    """Stressed words; ``strong`` is the stronger of the two kinds."""

    kind: Literal["emphasis"] = "emphasis"
    strong: bool = False
    inlines: tuple[Inline, ...]


class Link(Part):
    """A link; ``address`` is https, mailto, tel or a page of the site, checked by the reader."""

    kind: Literal["link"] = "link"
    address: str
    inlines: tuple[Inline, ...]


Inline = Annotated[
    Text | LineBreak | FigureName | Emphasis | Link | OutOfDate, Field(discriminator="kind")
]
"""``OutOfDate``: words of an aid that has ended, see ``model.ended``."""
Inlines = tuple[Inline, ...]


class Paragraph(Part):
    """One paragraph; ``sources`` are the ids from a ``{source=...}`` at its end."""

    kind: Literal["paragraph"] = "paragraph"
    inlines: Inlines
    sources: tuple[str, ...] = ()


class ListItem(Part):
    """One item of a list in prose."""

    blocks: tuple[Block, ...]
    sources: tuple[str, ...] = ()


class ItemList(Part):
    """A list in prose; ``numbered`` when the order matters."""

    kind: Literal["list"] = "list"
    numbered: bool = False
    items: tuple[ListItem, ...]


class Subheading(Part):
    """A ``###`` heading inside a section of prose."""

    kind: Literal["subheading"] = "subheading"
    text: str


class Picture(Part):
    """An image beside the aid; ``file`` is a name below the aid's folder, ``description`` its text alternative."""

    kind: Literal["picture"] = "picture"
    file: str
    description: str


Block = Annotated[Paragraph | ItemList | Subheading | Picture, Field(discriminator="kind")]
Prose = tuple[Block, ...]


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words alone; a figure name becomes ``[[outcome/option]]`` as it was written."""
    return "".join(_words(inlines))


def _words(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text
            case LineBreak():
                yield " "
            case FigureName(outcome=outcome, option=option):
                yield f"[[{outcome}/{option}]]"
            case Emphasis(inlines=inner) | Link(inlines=inner):
                yield from _words(inner)
            case OutOfDate():
                pass


def inlines_of(prose: Prose) -> Iterator[Inlines]:
    """Yield the inlines of every paragraph of the prose, lists included, in order."""
    for block in prose:
        match block:
            case Paragraph(inlines=inlines):
                yield inlines
            case ItemList(items=items):
                for item in items:
                    yield from inlines_of(item.blocks)
            case _:
                pass


for _model in (Emphasis, Link, ListItem, ItemList):
    _model.model_rebuild()
