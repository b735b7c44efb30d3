"""Ask a rendered page what a reader would: headings, names of controls, cells of tables."""

from __future__ import annotations

import json
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode


class Page:
    """A parsed page."""

    def __init__(self, html: str) -> None:
        """Parse the page."""
        self.tree = LexborHTMLParser(html)

    def all(self, selector: str) -> list[LexborNode]:
        """Return the elements that match."""
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        """Return the only element that matches."""
        (found,) = self.all(selector)
        return found

    def texts(self, selector: str) -> list[str]:
        """Return the words of the elements that match."""
        return [text(node) for node in self.all(selector)]

    def attributes(self, selector: str, name: str) -> list[str]:
        """Return an attribute of the elements that match."""
        return [node.attributes.get(name) or "" for node in self.all(selector)]

    def json(self, selector: str) -> Any:  # noqa: ANN401
        """Return the data of a data block."""
        return json.loads(self.one(selector).text())


def text(node: LexborNode) -> str:
    """Return the words of an element on one line."""
    return " ".join(node.text(separator="").split())
