"""Read what is pasted from a word processor or a spreadsheet: a list, a table.

Layer 2. A bullet at the start of a line is read as the hyphen of a list, which is as wide, so every
place stays true. Rows parted by tabs are not read at all, since their strokes have to be written.
Faults: DA022, DA032.
"""

from __future__ import annotations

import re
from itertools import groupby

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import TAB, UNSUPPORTED_MARKDOWN
from decisionaid.read.ledger import Ledger, to_paste
from decisionaid.text import Span

_BULLET = re.compile(
    "( *)([\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u27a2\u2043\uf0b7\uf0a7])( ?)(?=\\S)"
)
_DASH = re.compile("( *)([\u2010-\u2015\u2212])( )(?=\\S)")
"""A dash may go on from the line above, so it is the mark of an item only where a block begins."""

_ITEM = re.compile(r" *- ")


def with_lists(lines: list[str], first_line: int, ledger: Ledger) -> list[str]:
    """Return the lines of the body with bullets read as hyphens; one fault for each run of them."""
    if all(line.isascii() for line in lines):
        return lines
    read = list(lines)
    marks: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate(lines):
        begins = at == 0 or not lines[at - 1].strip() or _ITEM.match(read[at - 1]) is not None
        found = _BULLET.match(line) or (_DASH.match(line) if begins else None)
        if found is None:
            continue
        marks.append((at, found))
        if found[3]:
            read[at] = f"{found[1]}-{line[found.end(2) :]}"
    for _, run in groupby(enumerate(marks), key=lambda each: each[1][0] - each[0]):
        _report([mark for _, mark in run], first_line, ledger)
    return read


def _report(marks: list[tuple[int, re.Match[str]]], first_line: int, ledger: Ledger) -> None:
    edits = [
        Edit(
            Span.on_line(first_line + at, found.start(2) + 1, found.end(2) + 1),
            "-" if found[3] else "- ",
        )
        for at, found in marks
    ]
    sign = marks[0][1][2]
    shown = f"'{sign}'" if sign.isprintable() else "the bullet of a word processor"
    ledger.fault(
        UNSUPPORTED_MARKDOWN,
        edits[0].span,
        f"a list with {shown} has no place in an aid",
        "begin each item with '- '",
        edits=edits,
    )


def pasted_rows(lines: list[str], ledger: Ledger) -> set[int]:
    """Report rows of a spreadsheet in the body, and return their indexes: nothing else is said of them.

    Two lines or more with as many tabs between words are rows, and so is one below a row.
    """
    marks = [at for at, line in enumerate(lines) if line.rstrip() == "---"]
    body = marks[1] + 1 if len(marks) > 1 else 0
    rows: set[int] = set()
    for tabs, run in groupby(range(body, len(lines)), key=lambda at: _tabs(lines[at])):
        found = list(run)
        among = lines[found[0] - 1].lstrip().startswith("|")
        if tabs and (len(found) > 1 or among):
            _report_rows(found, lines, ledger, begins=not among)
            for at in found if among else ():
                lines[at] = lines[at].replace(
                    "\t", " "
                )  # it stays a row of its table, badly formed
            rows.update(() if among else found)
    return rows


def _tabs(line: str) -> int:
    """Tabs between words, none of them in a row of strokes or behind the mark of an item."""
    words = line.strip()
    return words.count("\t") if "|" not in words and not re.match(r"\S\s", words) else 0


def _report_rows(found: list[int], lines: list[str], ledger: Ledger, *, begins: bool) -> None:
    """Report rows that stand together; ``begins``: no table stands above them, so they need a ruler.

    Figures stand in them, so nobody but the author writes them anew.
    """
    rows = [f"| {' | '.join(map(str.strip, lines[at].split(chr(9))))} |" for at in found]
    ruler = "|---" * (rows[0].count("|") - 1) + "|"
    ledger.fault(
        TAB,
        Span(found[0] + 1, 1, found[-1] + 1, len(lines[found[-1]]) + 1),
        "these rows come from a spreadsheet, with a tab between the columns",
        f"write them with strokes, and below the first its ruler: '{to_paste(rows[0])}', '{to_paste(ruler)}'"
        if begins
        else f"write them with strokes: '{to_paste(rows[0])}'",
    )
