"""The HTML of a step into the sentences that are heard, in order; the browser's twin is ``scripts/aloud``.

Layer 2. Which elements make a pause, which are never heard and where a sentence ends stand in one table
that both read. Only pages that our own templates wrote come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any, Final

from decisionaid.outside.tables import filled, table
from decisionaid.render.listening.said import Listening

_VOID: Final = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_TABLE: Final[dict[str, Any]] = table("listening")
_BLOCKS: Final = frozenset(_TABLE["blocks"])
_PARTS: Final = frozenset(_TABLE["parts"])
_HEADINGS: Final = frozenset(_TABLE["headings"])
_HEADING_CLASSES: Final = frozenset(_TABLE["heading_classes"])
_STOP: Final = re.compile(_TABLE["stop"])

RECORDING: Final = ("never", "on_screen_alone")
"""What is left out of a recording: nobody can press a button in it, and what a place says ages within weeks."""
SCREEN: Final = ("never", "of_the_person", "on_paper_alone")
"""What is not read from a page on a screen, where nothing was answered."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence; ``is_heading``: a rest stands before and after it; ``begins``: it is the first of its block."""

    text: str
    is_heading: bool = False
    begins: bool = True


@dataclass(slots=True)
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The names in its class."""
        return frozenset(self.attributes.get("class", "").split())

    def inside(self) -> Iterator[Element]:
        """Yield all elements within, in order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.inside()


def elements_of(html: str) -> Element:
    """Return the elements of a page, or a part of one, under one root."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def heard_in(
    element: Element, listening: Listening, silent: Sequence[str] = RECORDING
) -> list[Heard]:
    """Return the sentences of an element, with nothing folded; ``silent``: the lists of what is left out."""
    walk = _Walk(listening, tuple(silent))
    walk.element(element)
    walk.flush()
    return walk.heard


class _Reader(HTMLParser):
    """Makes elements of HTML whose tags are all closed, as our templates close them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class _Walk:
    """Goes through elements as a reader does, and collects what is heard."""

    def __init__(self, listening: Listening, silent: tuple[str, ...]) -> None:
        self.heard: list[Heard] = []
        self._listening = listening
        self._silent = silent
        self._raw: list[str] = []
        self._is_heading = False
        self._column = ""

    def element(self, element: Element) -> None:
        if is_silent(element, self._silent) or _is_bare_number(element):
            return
        if element.tag == "table":
            self._table(element)
            return
        is_block = element.tag in _BLOCKS or not _PARTS.isdisjoint(element.classes)
        before = self._is_heading
        if is_block:
            self.flush()
            # What stands beside a heading in one block is none.
            self._is_heading = element.tag in _HEADINGS or not _HEADING_CLASSES.isdisjoint(
                element.classes
            )
        self._inside(element)
        if is_block:
            self.flush()
            self._is_heading = before

    def flush(self) -> None:
        """End a block: its words become sentences."""
        raw = "".join(self._raw)
        self._raw = []
        begins = True
        for part in sentences(raw, self._listening.unbroken):
            text = " ".join(part.split())
            if self._column:
                text = filled(self._listening.cell, column=self._column, words=text)
                self._column = ""
            said = self._listening.heard(text)
            # A heading and the name of the table below it are often the same.
            is_again = begins and bool(self.heard) and self.heard[-1].text == said
            if any(map(str.isalnum, said)) and not is_again:
                self.heard.append(Heard(said, self._is_heading, begins))
                begins = False

    def _inside(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._raw.append(child)
            elif child.tag == "img":
                self.flush()
                self._raw.append(child.attributes.get("alt", ""))
                self.flush()
            elif child.tag == "br":
                self._raw.append(" ")
            else:
                self.element(child)

    def _table(self, whole: Element) -> None:
        self.flush()
        columns: list[str] | None = None
        for each in whole.inside():
            if each.tag == "caption":
                self.element(each)
            if each.tag != "tr" or is_silent(each, self._silent):
                continue
            cells = [cell for cell in each.children if isinstance(cell, Element)]
            if columns is None and all(cell.tag == "th" or not self._plain(cell) for cell in cells):
                columns = [self._plain(cell) for cell in cells]
                continue
            at = 0
            for cell in cells:
                named = columns[at] if columns and at < len(columns) else ""
                self._column = named if cell.tag == "td" else ""
                self.element(cell)
                self._column = ""
                at += int(cell.attributes.get("colspan", "1"))

    def _plain(self, element: Element) -> str:
        """Return the words of a head of a column."""
        walk = _Walk(self._listening, self._silent)
        walk.element(element)
        walk.flush()
        return " ".join(each.text for each in walk.heard)


def sentences(raw: str, unbroken: Sequence[str]) -> Iterator[str]:
    """Yield the sentences of a text: a small letter begins none, and behind a short form none ends."""
    begin = 0
    for stop in _STOP.finditer(raw):
        end = stop.end()
        rest = raw[end:].lstrip()
        if not rest or rest[0] != rest[0].upper():
            continue
        if any(f" {raw[begin:end]}".endswith((f" {short}", f"({short}")) for short in unbroken):
            continue
        yield raw[begin:end]
        begin = end
    if raw[begin:].strip():
        yield raw[begin:]


def is_silent(element: Element, names: Sequence[str]) -> bool:
    """Return whether an element is in one of these lists of what is not heard."""
    for tags, classes, attributes in map(_silent_of, names):
        if element.tag in tags or not classes.isdisjoint(element.classes):
            return True
        for name, value in attributes:
            if name in element.attributes and value in ("", element.attributes[name]):
                return True
    return False


@cache
def _silent_of(name: str) -> tuple[frozenset[str], frozenset[str], tuple[tuple[str, str], ...]]:
    listed = _TABLE[name]
    pairs = tuple(
        (key, value) for key, _, value in (each.partition("=") for each in listed["attributes"])
    )
    return frozenset(listed["tags"]), frozenset(listed["classes"]), pairs


def _is_bare_number(element: Element) -> bool:
    """Return whether this is a mark of a scale between its ends, which are said with their words."""
    if element.tag != "label" or element.classes:
        return False
    return "".join(_texts(element)).strip().isdigit()


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child)
