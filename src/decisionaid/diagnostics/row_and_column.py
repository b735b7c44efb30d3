"""Say what to write in a row of a table of outcomes, where a help speaks of the lines of one outcome.

Layer 0. Rules know an outcome and not how it was written, so their helps offer lines: ``'- Time: ...'``
and ``'| tablets | ... |'``. In a table the same words stand in the cell of a row and a column.
"""

from __future__ import annotations

import re

_FIELD = re.compile(r"'- (?P<name>[A-Z][a-z]+(?: [a-z]+)?):(?: (?P<words>[^']*))?'")
_FIGURE = re.compile(r"'\| (?P<name>[a-z][a-z0-9-]*|\.\.\.) \| (?P<words>[^'|]+) \|'")
_LINES = (
    (re.compile(r"\badd a line: "), "write "),
    (re.compile(r"\bhas a line of its own above the table: "), "has a column of its own: "),
    (re.compile(r"\badd the line with the difference: "), "write the difference: "),
    (re.compile(r"\badd the line (?=with|of)"), "write the cell "),
    (re.compile(r"\bwrite a line for each option\b"), "write it into the cell of each option"),
    (re.compile(r"\b(?:this|that) line\b"), "this cell"),
    (re.compile(r"\bthe line '(?P<name>[A-Z][a-z ]+):?'"), r"the column '\g<name>'"),
    (re.compile(r"\beach line\b"), "each cell"),
)
_FOR_ALL = ("Time", "People", "Source", "Certainty", "Said as", "Scale", "Matters from", "Count")
"""Fields that often hold for all rows of a table."""


def in_row(help_: str) -> str:
    """Return a help for a row, which the message names; one that speaks of no line stays as it is."""
    named: list[str] = []

    def cell(found: re.Match[str]) -> str:
        name, words = found["name"], found["words"] or ""
        again = name in named[-1:]
        named.append(name)
        if not words:
            return f"the column '{name}'"
        return f"'{words}'" if again else f"'{words}' in the column '{name}'"

    said = _FIGURE.sub(cell, _FIELD.sub(cell, help_))
    for pattern, into in _LINES:
        said = pattern.sub(into, said)
    if said == help_:
        return help_
    both = any(name in _FOR_ALL for name in named)
    above = "; what is the same in all rows can stand above the table" if both else ""
    return f"in its row, {said}{above}"
