"""Find marks that a word processor, or its way into Markdown, leaves in words, where readers would see them.

Layer 2. Words struck out, the marks of a review, of a comment and of a footnote, raised and lowered
letters, and codes of fields. Each was meant for the author, or shows nothing here of what it meant;
one behind a backslash is meant to be seen. Faults: DA022.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from decisionaid.read.faults import UNSUPPORTED_MARKDOWN
from decisionaid.read.ledger import Ledger, quoted
from decisionaid.text import Span

_RAISED: Final = dict(zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True))
_LOWERED: Final = dict(zip("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋", strict=True))

Says = Callable[[re.Match[str]], tuple[str, str]]
"""What a mark is, and what to do."""


def _always(message: str, help_: str) -> Says:
    return lambda _: (message, help_)


def _comment(found: re.Match[str]) -> tuple[str, str]:
    return (
        "the mark of a comment in a word processor is left",
        f"take it out; if readers are to see it, write '\\{found[0]}'",
    )


def _letters(what: str, letters: dict[str, str]) -> Says:
    def says(found: re.Match[str]) -> tuple[str, str]:
        before, inside, after = found["before"], found["inside"], found["after"]
        help_ = "take the marks out, and say in words what they mean"
        if all(each in letters for each in inside):
            anew = f"{before}{''.join(letters[each] for each in inside)}{after}"
            help_ = f"write '{anew}'; if it is the mark of a footnote, take it out"
        return f"marks of {what} letters stand here, and readers would see them", help_

    return says


_FIELDS: Final = (
    r"HYPERLINK|PAGEREF|NOTEREF|REF|TOC|SEQ|CITATION|ADDIN|MERGEFIELD|PAGE|INCLUDEPICTURE"
)

_IN_ALL: Final[tuple[tuple[re.Pattern[str], Says], ...]] = (
    (
        re.compile(r"(?<!\\)\{(?:\+\+|--|~~|>>|==)(?:[^{}]{0,400}\})?"),
        _always(
            "the marks of a review are left, and readers would see them",
            "take out what was deleted or said of it, and the marks around what stays",
        ),
    ),
    (
        re.compile(
            r"(?<![\\~/])~~(?!~)(?:[^~]{1,200}~~(?!~))?|\w[\u0335\u0336](?:\w?[\u0335\u0336])*"
        ),
        _always(
            "words are struck out here, and readers would see them",
            "take the words out with their marks, or the marks alone if the words are to stay",
        ),
    ),
    (
        re.compile(r"(?<!\\)\[\^[^\[\]\s]{1,60}\]:?|(?<![\\\w])\^\[[^\[\]]{0,200}\]"),
        _always(
            "the mark of a footnote is left",
            "take it out; put what it says into the text, and name a source at the end of the "
            "paragraph: {source=its-id}",
        ),
    ),
    (
        re.compile(
            r"(?P<before>[^\W_]{1,20})(?<!\\)~(?!~)(?P<inside>[^\W_]{1,20}|\d{0,9}[+-])~(?!~)"
            r"(?P<after>[^\W_]{0,20})"
        ),
        _letters("lowered", _LOWERED),
    ),
    (
        re.compile(
            r"(?P<before>[^\W_]{1,20})(?<!\\)\^(?P<inside>[+-]?[^\W_]{1,20}|\d{0,9}[+-])\^"
            r"(?P<after>[^\W_]{0,20})"
        ),
        _letters("raised", _RAISED),
    ),
    (
        re.compile(
            rf"(?<!\\)\{{ ?(?:{_FIELDS}) [^{{}}\n]{{1,300}}\}}|\bADDIN (?:ZOTERO|EN|CSL)\S*"
        ),
        _always(
            "the code of a field in a word processor is left",
            "write the words that it showed, and an address as '[words](https://...)'",
        ),
    ),
    (
        re.compile(r"Error! (?:Reference source|Bookmark|Hyperlink)[^.\n]{0,40}\."),
        _always(
            "a word processor did not find what it was to show here",
            "write what this refers to, or take it out",
        ),
    ),
)
_IN_BODY: Final[tuple[tuple[re.Pattern[str], Says], ...]] = (
    (re.compile(r"(?<![\\\[])\[[A-Z]{1,4}[1-9]\d{0,2}(?:R[1-9])?\](?![\[(\]])"), _comment),
    (
        re.compile(
            r"(?<!\\)\[[^\[\]\n]{0,200}\]\{\.(?:underline|ul|mark|smallcaps|insertion|deletion"
            r"|comment-start|comment-end|paragraph-insertion|paragraph-deletion|anchor)\b[^{}\n]{0,300}\}"
        ),
        _always(
            "marks of underlining or of a review are left, and readers would see them",
            "take the brackets and the brace out, and what was deleted or said of it",
        ),
    ),
    (
        re.compile(r"(?<![\\=\w])==(?=[^\s=])[^=\n]{1,200}(?<=\S)==(?![=\w])"),
        _always(
            "marks of highlighting stand here, and readers would see them",
            "take the marks '==' out",
        ),
    ),
    (
        re.compile(r"(?<!\\)\[-?@[\w:.-]{2,80}[^\[\]\n]{0,100}\]"),
        _always(
            "the mark of a reference is left, and readers would see it",
            "take it out, and name the source at the end of the paragraph: {source=its-id}",
        ),
    ),
)
"""In the head, square brackets hold lists."""

_ANY: Final = re.compile(r"[~^@{}\[\u0335\u0336]|==|Error!|ADDIN")
_ADDRESS: Final = re.compile(r"(?:://|\]\()\S*$")


def report_left_marks(lines: list[str], first_line: int, ledger: Ledger, *, body: bool) -> None:
    """Report each mark once, the first that is found at a place."""
    kinds = (*_IN_ALL, *_IN_BODY) if body else _IN_ALL
    for number, line in enumerate(lines, first_line):
        if _ANY.search(line):
            for found, says in _marks(line, kinds):
                message, help_ = says(found)
                ledger.fault(
                    UNSUPPORTED_MARKDOWN,
                    Span.on_line(number, found.start() + 1, found.end() + 1),
                    f"{message}: {quoted(found[0])}",
                    help_,
                )


def _marks(
    line: str, kinds: tuple[tuple[re.Pattern[str], Says], ...]
) -> Iterator[tuple[re.Match[str], Says]]:
    taken = bytearray(len(line))
    for pattern, says in kinds:
        for found in pattern.finditer(line):
            start, end = found.span()
            if any(taken[start:end]):
                continue
            if _ADDRESS.search(line[max(start - 400, 0) : start]):
                continue  # it is part of an address
            taken[start:end] = b"x" * (end - start)
            yield found, says
