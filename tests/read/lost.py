"""Find words of a source that are neither in the aid nor on a line that a diagnostic names.

Independent of the reader: it knows the words of the format, not how they are read.
"""

import re
from collections.abc import Iterator

from decisionaid.compiler import Compiled

_WORD = re.compile(r"[^\W_]{2,}")
_OF_THE_FORMAT = frozenset(
    """
    option options figure others source time people count fit certainty said as difference groups
    scale matters from note chosen goal action review not offered about toward series stratum name
    when who estimate of more sensitive against risk ratio odds hazard adjusted points point
    reference fewer than across studies years each year events event lifetime known found
    applicable clear reported different grid lower higher better worse is in to at sd no shown agree
    date other good bad neutral the study high moderate low very graded experience involves easy answered
    """.split()  # noqa: SIM905 - words in lines are easier to read than a list of them
)
"""Words that say what something is and stand in the aid as its shape."""


def lost_words(source: str, compiled: Compiled) -> list[tuple[int, str]]:
    """Return words that got lost, with their lines."""
    if compiled.aid is None:
        return [] if compiled.diagnostics else [(1, "the whole aid")]
    lines = re.split(r"\r\n|\r|\n", source)
    named = _named_lines(compiled)
    named |= _below_easy(lines, named)
    kept = set(_words(compiled.aid.model_dump(mode="json")))
    return [
        (number, word)
        for number, line in _body(lines)
        if number not in named
        for word in _WORD.findall(_as_text(line))
        if word.lower() not in kept and word.lower() not in _OF_THE_FORMAT
    ]


def _named_lines(compiled: Compiled) -> set[int]:
    return {
        line
        for each in compiled.diagnostics
        for span in (each.span, *each.also)
        for line in range(span.line, span.end_line + 1)
    }


def _below_easy(lines: list[str], named: set[int]) -> set[int]:
    """The lines below a heading of easy words that is named: it has no place, and they go with it."""
    below, is_named = set(), False
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            is_named = number in named and ".easy" in line
        elif is_named:
            below.add(number)
    return below


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield from (word.lower() for word in _WORD.findall(part))
    elif isinstance(part, dict):
        for each in part.values():
            yield from _words(each)
    elif isinstance(part, list):
        for each in part:
            yield from _words(each)
    elif part is not None:
        yield from _words(str(part))


def _body(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines behind the head, those of comments left out."""
    start = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    open_comment = False
    for number, line in enumerate(lines[start + 1 :], start + 2):
        begins = line.lstrip().startswith("<!--")
        rest = line.partition("-->")
        if open_comment or begins:
            open_comment = not rest[1]
            continue
        yield number, line


def _as_text(line: str) -> str:
    """A line without what stands for other characters, and without braces of one id.

    The ids of a scale's ends are no part of the model: only translations hold on to them.
    """
    return re.sub(r"&#?\w+;|(?<=\S)%[0-9A-F]{2}|\\|\{#[\w-]+\}", " ", line)
