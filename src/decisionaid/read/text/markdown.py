"""Set up the Markdown parser: CommonMark, tables as raw lines, figure names, and quick ways.

Layer 2. Two parsers are made once: one for blocks, which leaves inline text unread, and one for
inline text, used where a text has any mark at all. The block rules added here come before the
parser's own and take only what those would read the same way; a test holds that.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from decisionaid.model.prose import FIGURE_NAME

MAX_NESTING = 60
"""Levels that the parser follows; it gives back nothing of what lies deeper."""

_STARTS = r"[^\s#>\-*+_=~`<|0-9]"
"""A character that begins no block but a paragraph."""

_QUIET = re.compile(_STARTS)
_FLAT_ITEM = re.compile(f"- {_STARTS}")
_FLAT_HEADING = re.compile(r"(#{1,3}) ([^\s#](?:[^\n]*[^\s#])?)[ ]*$", re.MULTILINE)


def _rows(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines of a table, from one that begins with ``|`` to the next blank line or block."""
    if state.sCount[start] - state.blkIndent >= 4 or not _begins(state, start, "|"):
        return False
    if silent:
        return True
    stops = state.md.block.ruler.getRules("blockquote")
    silent = True  # from here on rules are only asked
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if not _begins(state, line, "|") and any(rule(state, line, end, silent) for rule in stops):
            break
        line += 1
    _push(state, "rows", start, line)
    return True


def _plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a paragraph whose lines all begin with what begins no other block."""
    if silent or state.level:
        return False
    line = start
    while line < end and not state.isEmpty(line):
        if not _QUIET.match(state.src, state.bMarks[line]):
            return False
        line += 1
    token = _push(state, "words", start, line)
    token.content = state.src[state.bMarks[start] : state.eMarks[line - 1]].rstrip()
    return True


def _flat_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a list of one-line items that ends at a blank line and a line that is no item."""
    if silent or state.level:
        return False
    line = start
    while line < end and not state.isEmpty(line):
        if state.sCount[line] or not _FLAT_ITEM.match(state.src, state.bMarks[line]):
            return False
        line += 1
    after = state.skipEmptyLines(line)
    if after < end and (state.sCount[after] or _begins(state, after, "-")):
        return False
    _push(state, "flat_list", start, line)
    return True


def _plain_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001 - the parser's form
    """Take a heading of level 1 to 3 without indentation and closing marks."""
    if silent or state.level:
        return False
    found = _FLAT_HEADING.match(state.src, state.bMarks[start], state.eMarks[start])
    if found is None:
        return False
    token = _push(state, "words", start, start + 1)
    token.tag, token.markup, token.content = f"h{len(found[1])}", found[1], found[2]
    return True


def _begins(state: StateBlock, line: int, mark: str) -> bool:
    return state.src.startswith(mark, state.bMarks[line] + state.tShift[line])


def _push(state: StateBlock, kind: str, start: int, end: int) -> Token:
    token = state.push(kind, "", 0)
    token.map = [start, end]
    state.line = end
    return token


def _figure_name(state: StateInline, silent: bool) -> bool:
    """Take ``[[outcome/option]]``."""
    if not state.src.startswith("[[", state.pos):
        return False
    found = FIGURE_NAME.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("figure_name", "", 0)
        token.content = found[0]
        token.meta = {"outcome": found[1], "option": found[2]}
    state.pos = found.end()
    return True


def _any_address(url: str) -> bool:  # noqa: ARG001 - the parser asks; the reader judges links itself
    return True


def _block_parser(*, quick: bool = True) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.disable(["inline", "text_join", "reference"], ignoreInvalid=True)
    stops = ["paragraph", "reference"]
    parser.block.ruler.before("code", "rows", _rows, {"alt": stops})
    if quick:
        parser.block.ruler.before("rows", "plain_paragraph", _plain_paragraph)
        parser.block.ruler.before("plain_paragraph", "plain_heading", _plain_heading)
        parser.block.ruler.before("rows", "flat_list", _flat_list)
    return parser


def _inline_parser(*, links: bool) -> MarkdownIt:
    # Looking for images and links is by far the dearest part, and images within words are refused.
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.disable(["image"] if links else ["image", "link"])
    parser.inline.ruler.before("link", "figure_name", _figure_name)
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser


_BLOCKS = _block_parser()
_BLOCKS_BY_THE_BOOK = _block_parser(quick=False)
_INLINE = _inline_parser(links=True)
_INLINE_WITHOUT_LINKS = _inline_parser(links=False)


def parse_blocks(text: str, *, quick: bool = True) -> list[Token]:
    """Return the block tokens of a text; ``quick`` False leaves out the quick ways."""
    return (_BLOCKS if quick else _BLOCKS_BY_THE_BOOK).parse(text)


def parse_inline(text: str) -> list[Token]:
    """Return the inline tokens of a paragraph's text."""
    tokens: list[Token] = []
    parser = _INLINE if "](" in text else _INLINE_WITHOUT_LINKS
    parser.inline.parse(text, parser, {}, tokens)
    return tokens
