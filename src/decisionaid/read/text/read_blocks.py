"""From the lines of the body to its blocks: headings, paragraphs, lists and tables, with places.

Layer 2. Inline marks are not read here. Whatever an aid has no place for (code, quotes, rules, HTML)
is a diagnostic, and so is every line that the Markdown parser did not give back (it drops text
beyond its own limits). Faults: DA020, DA021, DA022, DA034.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import LOST_TEXT, RAW_HTML, TOO_DEEP, UNSUPPORTED_MARKDOWN
from decisionaid.read.ledger import Ledger, quoted, to_paste
from decisionaid.read.text.blocks import (
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Table,
    line_span,
)
from decisionaid.read.text.markdown import MAX_NESTING, parse_blocks
from decisionaid.read.text.passages import Passage, Place
from decisionaid.text import Span

MAX_LEVELS = 3
"""Lists within one another; a reader does not follow more."""

_REFUSED = {
    "code_block": (
        "indented text, which Markdown reads as code,",
        "take away the spaces before it",
    ),
    "fence": ("a block of code", "take out the lines with ```; write plain paragraphs"),
    "blockquote_open": ("a quotation with '>'", "take away the '>' and write a plain paragraph"),
    "hr": ("a line across the page", "delete it; headings part the sections"),
}
_GLUED = re.compile(r"(#{1,3})[^\s#]")
_EMPTY_ITEM = re.compile(r"\s*([-*+]|\d{1,9}[.)])\s*$")


def read_blocks(
    lines: list[str], first_line: int, ledger: Ledger, tokens: list[Token] | None = None
) -> list[Block]:
    """Return the blocks of the body; ``first_line`` is the number of its first line.

    ``tokens`` None: the lines are parsed here.
    """
    tokens = parse_blocks("\n".join(lines)) if tokens is None else tokens
    return _Builder(lines, first_line, ledger).build(tokens)


class _Builder:
    """Turn parser tokens into blocks, and keep count of the lines that came back."""

    def __init__(self, lines: list[str], first_line: int, ledger: Ledger) -> None:
        self.lines = lines
        self.first_line = first_line
        self.ledger = ledger
        self.seen = [not line.strip() for line in lines]
        self.too_deep: int | None = None

    def build(self, tokens: list[Token]) -> list[Block]:
        blocks: list[Block] = []
        stack: list[list[Block]] = [blocks]
        lists: list[ItemList] = []
        skipping = 0
        for position, token in enumerate(tokens):
            kind = token.type
            if skipping:
                skipping += token.nesting if token.type.startswith("blockquote") else 0
                self._see(token)
            elif kind == "blockquote_open":
                self._refuse(token)
                skipping = 1
            elif kind.endswith("list_open"):
                lists.append(self._open_list(token, len(lists)))
                stack[-1].append(lists[-1])
            elif kind.endswith("list_close"):
                lists.pop()
            elif kind == "list_item_open":
                item = ListItem(self._item_place(token, lists[-1].numbered))
                lists[-1].items.append(item)
                stack.append(item.blocks)
            elif kind == "list_item_close":
                stack.pop()
            else:
                stack[-1].extend(self._leaf(tokens, position, nested=len(stack) > 1))
        self._report_unseen()
        return blocks

    def _leaf(self, tokens: list[Token], position: int, *, nested: bool) -> Iterator[Block]:
        token = tokens[position]
        kind = token.type
        if kind in {"words", "inline"}:
            opening = tokens[position - 1] if kind == "inline" else token
            yield from self._words(token, opening, nested=nested)
        elif kind == "flat_list":
            yield self._flat_list(token)
        elif kind == "rows":
            self._see(token)
            first, last = self._lines_of(token)
            yield Table([(self.first_line + at, self.lines[at]) for at in range(first, last)])
        elif kind == "html_block":
            self._see(token)
            self._refuse_html(token)
        elif kind in _REFUSED:
            self._refuse(token)

    def _words(self, token: Token, opening: Token, *, nested: bool) -> Iterator[Block]:
        self._see(opening)
        passage = self._passage(token)
        if not opening.tag.startswith("h"):
            yield from self._glued(passage) or [Paragraph(passage)]
            return
        span = passage.span()
        level = int(opening.tag[1])
        if opening.markup in {"=", "-"}:
            self._report(
                span, "a heading made by underlining", "write '## ' before its words instead"
            )
        elif nested:
            self._report(
                span, "a heading inside a list", "put a blank line and no spaces before it"
            )
        elif level > 3:
            self._report(
                span, "a heading of a level below '###'", "write a paragraph, or use '###'"
            )
            if "{#" in passage.text:  # it was meant as a part, which others name
                yield Heading(3, passage)
        elif not passage.text:
            first, _ = self._lines_of(opening)
            span = line_span(self.first_line + first, self.lines[first])
            self._report(span, "a heading without words", "write its words, or delete the line")
        else:
            yield Heading(level, passage)

    def _glued(self, passage: Passage) -> list[Block]:
        """Read ``###Tablets`` as the heading it was meant to be; an empty list: it is a paragraph."""
        found = _GLUED.match(passage.text) if passage.text.startswith("#") else None
        if found is None:
            return []
        line, _, rest = passage.text.partition("\n")
        at = passage.span(len(found[1]), len(found[1]))
        self.ledger.fault(
            UNSUPPORTED_MARKDOWN,
            passage.span(0, len(line)),
            f"no space stands behind '{found[1]}', so this is no heading",
            f"write '{found[1]} {to_paste(line[len(found[1]) :])}'",
            edits=(Edit(at, " "),),
        )
        heading = Heading(len(found[1]), passage.cut(len(found[1]), len(line)))
        return [heading, Paragraph(passage.cut(len(line) + 1))] if rest.strip() else [heading]

    def _passage(self, token: Token) -> Passage:
        """Find each line of the parser's text at the end of its raw line."""
        first, _ = self._lines_of(token)
        places: list[Place] = []
        content = token.content.split("\n")
        for offset, given in enumerate(content):
            raw = self.lines[first + offset]
            text = given.rstrip()
            column = len(raw.rstrip()) - len(text)
            if not raw.startswith(text, column):  # '## Heading ##': the closing marks are not words
                column = max(raw.rfind(text), 0)
            places.append((self.first_line + first + offset, column + 1))
        return Passage(token.content, tuple(places))

    def _flat_list(self, token: Token) -> ItemList:
        self._see(token)
        first, last = self._lines_of(token)
        whole = ItemList(numbered=False, place=(self.first_line + first, 1))
        for at in range(first, last):
            number = self.first_line + at
            passage = Passage(self.lines[at][2:].rstrip(), ((number, 3),))
            whole.items.append(ListItem((number, 1), [Paragraph(passage)]))
        return whole

    def _open_list(self, token: Token, depth: int) -> ItemList:
        first, _ = self._lines_of(token)
        line = self.lines[first]
        numbered = token.type == "ordered_list_open"
        span = line_span(self.first_line + first, line)
        if depth >= MAX_LEVELS and self.too_deep is None:
            self.too_deep = first
            message = f"this list stands in {depth} others, and {MAX_LEVELS} levels are the most"
            self.ledger.fault(TOO_DEEP, span, message, "make it a list or paragraphs of its own")
        if not numbered and token.markup != "-":
            self._report(span, f"a list with '{token.markup}'", "begin each item with '- '")
        start = token.attrGet("start")
        if numbered and start not in (None, 1):
            self._report(span, f"a numbered list that begins with {start}", "begin it with '1. '")
        return ItemList(numbered, (span.line, span.column))

    def _item_place(self, token: Token, numbered: bool) -> Place:
        first, _ = self._lines_of(token)
        span = line_span(self.first_line + first, self.lines[first])
        if numbered and token.markup == ")":
            self._report(span, "a numbered list with ')'", "write '1. ' before an item")
        return span.line, span.column

    def _refuse(self, token: Token) -> None:
        self._see(token)
        what, fix = _REFUSED[token.type]
        first, last = self._lines_of(token)
        self._report(self._span(first, last), what, fix)

    def _refuse_html(self, token: Token) -> None:
        first, last = self._lines_of(token)
        span = self._span(first, last)
        self.ledger.fault(
            RAW_HTML,
            span,
            f"HTML stands here: {quoted(self.lines[first])}",
            "write it in Markdown; '<' alone is written '&lt;'",
        )

    def _report(self, span: Span, what: str, fix: str) -> None:
        self.ledger.fault(UNSUPPORTED_MARKDOWN, span, f"{what} has no place in an aid", fix)

    def _report_unseen(self) -> None:
        """Report lines with words that the parser did not give back."""
        for at, seen in enumerate(self.seen):
            if seen:
                continue
            line = self.lines[at]
            span = line_span(self.first_line + at, line)
            if _EMPTY_ITEM.match(line):
                self._report(
                    span, "a list item without words", "write its words, or delete the line"
                )
            else:
                self.ledger.fault(
                    LOST_TEXT,
                    span,
                    f"this line is not read: {quoted(line)}",
                    f"write it outside lists and quotations; {MAX_NESTING} levels are the most",
                )

    def _span(self, first: int, last: int) -> Span:
        start = line_span(self.first_line + first, self.lines[first])
        while last - 1 > first and not self.lines[last - 1].strip():
            last -= 1
        end = line_span(self.first_line + last - 1, self.lines[last - 1])
        return Span(start.line, start.column, end.end_line, end.end_column)

    def _see(self, token: Token) -> None:
        if token.map is None or token.type in {"blockquote_open", "bullet_list_open"}:
            return
        if token.nesting > 0 and token.type not in {"paragraph_open", "heading_open"}:
            return
        first, last = self._lines_of(token)
        self.seen[first:last] = [True] * (last - first)

    def _lines_of(self, token: Token) -> tuple[int, int]:
        first, last = token.map or [0, 0]
        return first, min(last, len(self.lines))
