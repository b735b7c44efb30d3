"""Say in plain words why YAML cannot be read, and mend what is certain so that the rest is looked at too.

Layer 2. Faults: DA004, DA009; of a place DP001, DP104.
"""

from __future__ import annotations

import re

import yaml

from decisionaid.diagnostics import Edit
from decisionaid.read.ledger import Ledger, quoted, to_paste
from decisionaid.text import Span

_KEY_AND_VALUE = re.compile(r"(\s*(?:- )?[A-Za-z0-9_-]+: +)(\S.*?)\s*$")


def repair(error: yaml.MarkedYAMLError, lines: list[str], first_line: int, ledger: Ledger) -> bool:
    """Quote a value that holds a colon, in ``lines``; False: that is not what is wrong."""
    # title: Ear infection: what helps      <- the second colon ends the title
    mark = error.problem_mark
    if mark is None or "mapping values are not allowed" not in str(error.problem):
        return False
    found = _KEY_AND_VALUE.match(lines[mark.line]) if mark.line < len(lines) else None
    if found is None or found[2][0] in "\"'{[":
        return False
    if mark.line and _uneven(_indent(lines[mark.line]), lines[mark.line - 1]):
        return False
    safe = found[2].replace("\\", "\\\\").replace('"', '\\"')
    span = Span.on_line(
        first_line + mark.line, found.start(2) + 1, found.start(2) + 1 + len(found[2])
    )
    ledger.fault(
        ledger.keys.unvalued,
        span,
        f"the colon inside {quoted(found[2])} ends the value",
        f'put the value in quotes: {found[1].strip()} "{found[2].replace(chr(34), chr(39))}"',
        edits=() if " #" in found[2] else (Edit(span, f'"{safe}"'),),  # what follows is a note
    )
    lines[mark.line] = f'{found[1]}"{safe}"'
    return True


def report(error: yaml.MarkedYAMLError, lines: list[str], first_line: int, ledger: Ledger) -> None:
    """Report why a head, or a place, cannot be read."""
    mark = error.problem_mark or error.context_mark
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column + 1 if mark and mark.line < len(lines) else len(lines[row]) + 1
    problem = f"{error.problem} {error.context}"
    span = Span.on_line(first_line + row, column, column + 1)
    if (plain := _plainly(lines, row, first_line)) is not None:
        place, message, fix = plain
        ledger.fault(ledger.keys.unreadable, place, message, fix)
        return
    for sign, message, fix in _PROBLEMS:
        if sign in problem:
            ledger.fault(ledger.keys.unreadable, span, message, fix)
            return
    ledger.fault(
        ledger.keys.unreadable,
        span,
        f"{ledger.keys.what} cannot be read from here: {quoted(lines[row])}",
        "write each line as 'key: value', with the keys of one level in one column",
    )


_GLUED = re.compile(r"\s*(?:- )?([A-Za-z-]+):([^\s:/].*)")
_QUOTES_WITHIN = re.compile(r"\s*(?:- )?[A-Za-z-]+: +\"(.*\".*)\"\s*$")
_SINGLE_WITHIN = re.compile(r".*: +'([^']*\w'\w[^']*)'.*")


def _plainly(lines: list[str], row: int, first_line: int) -> tuple[Span, str, str] | None:
    """Return place, message and fix of what a line shows by itself; None: the parser's words are as good.

    The parser sees a fault only where it can go no further, which may be a line below.
    """
    for at in (row, row - 1):
        if at < 0 or at >= len(lines):
            continue
        line = lines[at]
        span = Span.on_line(
            first_line + at, len(line) - len(line.lstrip()) + 1, len(line.rstrip()) + 1
        )
        if found := _GLUED.fullmatch(line.rstrip()):
            fix = f"write '{found[1]}: {to_paste(found[2])}'"
            return span, f"no space stands behind the colon of '{found[1]}'", fix
        if found := _QUOTES_WITHIN.match(line):
            fix = f'write single ones within: "{to_paste(found[1].replace(chr(34), chr(39)))}"'
            return span, "quotes stand within quotes, and end the value early", fix
        if found := _SINGLE_WITHIN.match(line):
            fix = f'put the value in straight double quotes: "{to_paste(found[1])}"'
            return span, "an apostrophe ends this value early", fix
        if line.count("{") > line.count("}") and not lines[min(at + 1, len(lines) - 1)].startswith(
            "  }"
        ):
            return span, "a brace is opened and not closed in this line", "put '}' at its end"
        above = lines[at - 1] if at else ""
        indent = len(line) - len(line.lstrip())
        if at == row and line.strip() and _uneven(indent, above):
            fix = f"begin it below the first letter of the line above, with {_indent(above)} spaces"
            return span, "this line is moved in otherwise than the line above", fix
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _uneven(indent: int, above: str) -> bool:
    """Whether a line is moved in by one space more or less than a line that holds a value."""
    _, colon, value = above.partition(":")
    return bool(colon and value.strip()) and abs(indent - _indent(above)) == 1


_PROBLEMS = (
    (
        "cannot start any token",
        "a value cannot begin with this character",
        "put the value in straight double quotes",
    ),
    (
        "quoted scalar",
        "a quote is opened and not closed",
        'close it with a straight double quote: "..."',
    ),
    (
        "flow mapping",
        "a brace is opened and not closed, or a comma is missing before this",
        "write {name: one value, other: another}, and put values with a comma in quotes",
    ),
    (
        "flow sequence",
        "a square bracket is opened and not closed",
        "put a value that begins with '[' in quotes",
    ),
    (
        "mapping values are not allowed",
        "a colon stands where no key can be",
        'put the value in quotes: "..."',
    ),
    (
        "could not find expected ':'",
        "this line has no key",
        "write it as 'key: value', or indent it if it goes on from the line above",
    ),
)
