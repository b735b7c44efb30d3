"""Read the examples of a rule page, and set a fragment into the specimen.

What a page shows is what is compiled. An example is a whole source when it starts with ``---``;
otherwise it is a piece of one, and takes the place of the same piece of ``specimen.md``:

- a head between two lines of dashes takes the place of the head;
- lines of the head (``funding: none``) take the place of those keys; a comment line with a key
  (``# funding: ...``) takes it out;
- headings take the place of all that stands under them, and of what stands between them. A heading
  is the same when its id is, or its role, or, failing both, its words. One that the specimen does not
  have goes to the end.

Lines of the head may be followed by headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SPECIMEN = Path(__file__).with_name("specimen.md")
EXAMPLE_NAME = "aids/example/index.md"

_FENCE = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#{1,3}) +(.*)$")
_KEY = re.compile(r"^(?:# ?)?([a-z][a-z-]*):")
_BRACE = re.compile(r"\{([^}]*)\}?\s*$")


@dataclass(frozen=True)
class RulePage:
    """One page: its text, the example that is refused, the message, and the one that is right."""

    path: Path
    text: str
    wrong: str
    message: str
    right: str

    @property
    def number(self) -> str:
        """The code, which is the name of the file."""
        return self.path.stem

    def with_message(self, message: str) -> str:
        """Return the page with another message."""
        old, new = (f"```diagnostic\n{each}```" for each in (self.message, message))
        return self.text.replace(old, new)


def read_rule_page(path: Path) -> RulePage:
    """Read a page; its two examples and its message stand under their headings, in this order."""
    text = path.read_text(encoding="utf-8")
    blocks = [(found[1], found[2]) for found in _FENCE.finditer(text)]
    names = [name for name, _block in blocks]
    assert names == ["aid", "diagnostic", "aid"], f"{path.name}: blocks are {names}"
    wrong, message, right = (block for _name, block in blocks)
    return RulePage(path, text, wrong, message, right)


def whole_source(example: str) -> str:
    """Return the source that an example stands for."""
    specimen = SPECIMEN.read_text(encoding="utf-8")
    if example.startswith("---\n") and example.endswith("\n---\n"):
        return example + specimen.split("---\n", 2)[2]
    if example.startswith("---"):
        return example
    lines = example.splitlines(keepends=True)
    headings = (n for n, line in enumerate(lines) if _level(line) and not _KEY.match(line))
    start = next(headings, len(lines))
    keys, rest = "".join(lines[:start]).strip("\n"), "".join(lines[start:])
    if keys:
        specimen = _with_keys(specimen, keys + "\n")
    return _with_headings(specimen, rest) if rest else specimen


def _with_keys(specimen: str, example: str) -> str:
    _start, head, body = specimen.split("---\n", 2)
    wanted = {found[1] for line in example.splitlines() if (found := _KEY.match(line))}
    kept: list[str] = []
    place: int | None = None
    dropped = False
    for line in head.splitlines(keepends=True):
        found = _KEY.match(line)
        if found or not line.startswith((" ", "\t")):
            dropped = found is not None and found[1] in wanted
        if dropped and place is None:
            place = len(kept)
        if not dropped:
            kept.append(line)
    kept.insert(len(kept) if place is None else place, example)
    return f"---\n{''.join(kept)}---\n{body}"


def _with_headings(specimen: str, example: str) -> str:
    lines = specimen.splitlines(keepends=True)
    headings = [line for line in example.splitlines() if _HEADING.match(line)]
    places = [place for heading in headings if (place := _find(lines, heading)) is not None]
    if not places:
        return f"{specimen}\n{example}"
    first, end = min(places), max(_end(lines, place) for place in places)
    return "".join([*lines[:first], example.rstrip("\n"), "\n\n", *lines[end:]])


def _end(lines: list[str], last: int) -> int:
    """Where a named piece ends: at the next heading of its level or above.

    The title ends at the next heading, since everything stands under it.
    """
    level = _level(lines[last])
    for number in range(last + 1, len(lines)):
        found = _level(lines[number])
        if found and (found <= level or level == 1):
            return number
    return len(lines)


def _find(lines: list[str], heading: str) -> int | None:
    wanted = _names(heading)
    for names in wanted:
        for number, line in enumerate(lines):
            if _level(line) == _level(heading) and names in _names(line):
                return number
    return None


def _names(heading: str) -> list[str]:
    """What a heading may be known by: the title by its level, others by id, by role, by words."""
    found = _HEADING.match(heading.rstrip("\n"))
    assert found is not None, heading
    if len(found[1]) == 1:
        return ["title"]
    brace = _BRACE.search(found[2])
    marks = brace[1].split() if brace else []
    words = _BRACE.sub("", found[2]).strip()
    ids = [mark for mark in marks if mark.startswith("#")]
    roles = [mark for mark in marks if mark.startswith(".")] if len(found[1]) == 2 else []
    return [*ids, *roles, words]


def _level(line: str) -> int:
    found = _HEADING.match(line.rstrip("\n"))
    return len(found[1]) if found else 0
