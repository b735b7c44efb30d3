"""From bytes to text that can be read: UTF-8, no control characters, plain white space.

Layer 2. Every change keeps each character's place: a tab or an odd space becomes one plain space.
"""

from __future__ import annotations

import re

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import NOT_TEXT, ODD_WHITE_SPACE, TAB, TOO_LARGE
from decisionaid.read.ledger import Ledger
from decisionaid.read.text.pasted import pasted_rows
from decisionaid.text import BYTE_ORDER_MARK, MARK_IN_BYTES, Source, Span, lines_in

MAX_BYTES = 512 * 1024
"""The largest source that is read, in bytes of UTF-8; the longest real aids are a tenth of it."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2061-\u206f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""Control characters, line separators, overrides of the writing direction, halves of characters, unseen letters."""

_ODD_SPACE = re.compile(
    f"[\u00a0\u00ad\u1680\u2000-\u200b\u202f\u205f\u2060\u3000{BYTE_ORDER_MARK}]"
)
"""Spaces that are not the plain one, among them those without width and the soft hyphen."""

_WITHOUT_WIDTH = f"\u00ad\u200b\u2060{BYTE_ORDER_MARK}"

_NAMES = {
    "\u00a0": "a non-breaking space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a space without width",
    "\u202f": "a narrow non-breaking space",
    "\u2060": "a joiner without width",
    BYTE_ORDER_MARK: "a byte order mark",
}


def decode(data: bytes, name: str, slug: str) -> tuple[Source, Span | None]:
    """Return the text of a file, and the place of its first byte that is not UTF-8, or None.

    A byte order mark at the start is dropped. Bytes beyond ``MAX_BYTES`` are cut off, and one more
    is kept so that the size is still seen to be too large.
    """
    data = data[: MAX_BYTES + 4].removeprefix(MARK_IN_BYTES)
    try:
        return Source(name, data.decode("utf-8"), slug), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at_end = error.start >= MAX_BYTES
        source = Source(name, data.decode("utf-8", "replace"), slug)
        lines = lines_in(before)
        column = len(lines[-1]) + 1
        return source, None if at_end else Span.on_line(len(lines), column, column + 1)


def too_large(ledger: Ledger) -> bool:
    """Report a source that is larger than ``MAX_BYTES``."""
    text = ledger.source.text
    if len(text) <= MAX_BYTES // 4 or len(text.encode("utf-8", "replace")) <= MAX_BYTES:
        return False
    ledger.fault(
        TOO_LARGE,
        Span.on_line(1, 1, 1),
        f"the file is larger than {MAX_BYTES // 1024} KB, the most that is read",
        "shorten the aid, or make two aids of it",
    )
    return True


def plain_lines(ledger: Ledger) -> list[str]:
    """Return the lines with plain white space, and report what had to be replaced.

    Faults: DA001 for a control character, DA032 for a tab, DA037 for an odd space; one for each line.
    """
    lines = list(ledger.source.lines)
    # The first line is "---": no place in it is ever needed.
    lines[0] = lines[0].removeprefix(BYTE_ORDER_MARK)
    if all(map(str.isprintable, lines)):  # quicker than to search them, and as sure
        return lines
    for at in pasted_rows(lines, ledger):
        lines[at] = ""
    return [
        _plain(line, number, ledger) if must_be_plain(line) else line
        for number, line in enumerate(lines, 1)
    ]


def _plain(line: str, number: int, ledger: Ledger) -> str:
    if found := _CONTROL.search(line):
        ledger.fault(
            NOT_TEXT,
            Span.on_line(number, found.start() + 1, found.start() + 2),
            f"a character that cannot be shown (U+{ord(found[0]):04X}) stands here",
            "delete it and type the words again",
        )
        line = _CONTROL.sub(" ", line)
    if "\t" in line:
        at = line.index("\t")
        ledger.fault(
            TAB,
            Span.on_line(number, at + 1, at + 2),
            "a tab stands here",
            "put spaces in its place",
            edits=[
                Edit(Span.on_line(number, found.start() + 1, found.end() + 1), " ")
                for found in re.finditer("\t", line)
            ],
        )
        line = line.replace("\t", " ")
    if found := _ODD_SPACE.search(line):
        name = _NAMES.get(found[0], "an odd space")
        ledger.fault(
            ODD_WHITE_SPACE,
            Span.on_line(number, found.start() + 1, found.start() + 2),
            f"{name} (U+{ord(found[0]):04X}) stands here and is read as a plain space",
            "delete it, and write the word in one"
            if found[0] in _WITHOUT_WIDTH
            else "delete it and type a space",
            edits=_plain_spaces(line, number),
        )
        line = _ODD_SPACE.sub(" ", line)
    return line


def _plain_spaces(line: str, number: int) -> list[Edit]:
    """Return edits that make each odd space a plain one, and take out what has no width.

    None at all when one without width stands within a number, which a person has to look at.
    """
    edits: list[Edit] = []
    for found in _ODD_SPACE.finditer(line):
        unseen = found[0] in _WITHOUT_WIDTH
        if unseen and re.search(r"\d", line[max(0, found.start() - 1) : found.end() + 1]):
            return []
        span = Span.on_line(number, found.start() + 1, found.end() + 1)
        edits.append(Edit(span, "" if unseen else " "))
    return edits


def must_be_plain(text: str) -> bool:
    """Tell whether a line holds what ``plain_lines`` replaces; none of it is printable."""
    return "\t" in text or any(pattern.search(text) for pattern in (_CONTROL, _ODD_SPACE))


def has_control(text: str) -> bool:
    """Tell whether a text, such as one made by an escape in quotes, holds a control character."""
    return _CONTROL.search(text) is not None or "\n" in text
