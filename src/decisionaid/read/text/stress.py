"""Find stress that opens or ends inside a word or number, and links that do inside a number.

Layer 2. Markdown reads "2*3 tablets and 4*5" as stress and takes the stars away, so that "23" and "45"
are left; and of "199[2](address)" it leaves "1992". Such marks stay as they were written, and are
reported where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that part no words by spaces (Thai, Lao, Burmese, Khmer, Japanese, Chinese)."""

_LETTER = rf"[^\W_{_NO_SPACES}]"
_WORD_BEFORE = re.compile(rf"{_LETTER}$")
_WORD_AFTER = re.compile(_LETTER)
_NUMBER_BEFORE = re.compile(r"\d[.,:/\u2010-\u2015\u2212-]?$|\d[ \n]$")
_NUMBER_AFTER = re.compile(r"[.,:/\u2010-\u2015\u2212-]?\d|[ \n]\d")
"""A number goes on behind the marks: ``1.*5*`` and ``2 *3`` too."""

_AROUND = 20
"""Characters on each side that a message shows."""


@dataclass(frozen=True)
class Inside:
    """Marks that open or end stress inside a word or number, with what stands around them."""

    opens: bool
    before: str
    mark: str
    after: str

    @property
    def is_link(self) -> bool:
        """Whether it is a link, and no stress."""
        return self.mark in _LINK.values()

    @property
    def written(self) -> str:
        """The words with the marks, as they were written."""
        return f"{self.before}{self.mark}{self.after}"

    @property
    def help(self) -> str:
        """What to write instead; never the words without the marks."""
        if self.is_link:
            return "put words between the number and the link, such as '(see [words](address))'"
        escaped = "".join(f"\\{sign}" for sign in self.mark)
        as_marks = f"'{self.before}{escaped}{self.after}'"
        numbers = self.before.rstrip()[-1:].isdigit() and self.after.lstrip()[:1].isdigit()
        if self.mark == "*" and numbers:
            times = f"{self.before}×{self.after}"
            return f"write '{times}' if it means times, or {as_marks} to show the marks"
        return f"put the marks around whole words, or write {as_marks} to show them"


def stress_inside(tokens: Sequence[Token]) -> dict[int, Inside | None]:
    """Return the tokens whose marks are no stress, by their index; None: the fault is at its other end."""
    if not any(token.type in _ENDS for token in tokens):
        return {}
    said, at = "", []
    for token in tokens:
        at.append(len(said))
        said += _said(token)
    found: dict[int, Inside | None] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.type in _OPENS:
            opened.append(index)
        elif token.type in _CLOSES and opened:
            first = opened.pop()
            ends = [_inside(tokens[each], said, at[each]) for each in (first, index)]
            if any(ends):
                found |= {first: ends[0], index: ends[1]}
    return found


_OPENS = frozenset({"em_open", "strong_open", "link_open"})
_CLOSES = frozenset({"em_close", "strong_close", "link_close"})
_LINK = {"link_open": "[", "link_close": "]"}
_ENDS = _OPENS | _CLOSES


def _said(token: Token) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "figure_name":
            return "\ufffc"
        case kind:
            return mark_of(token) if kind in _ENDS else ""


def mark_of(token: Token) -> str:
    """Return the mark that a token stands for; of a link's end without the address."""
    return "" if token.info == "auto" else _LINK.get(token.type) or token.markup


def _inside(token: Token, said: str, at: int) -> Inside | None:
    """Return what is wrong with a mark, or None; further marks beside it stand between no letters."""
    end = at + len(mark_of(token))
    before, after = said[max(at - _AROUND, 0) : at], said[end : end + _AROUND]
    opens = token.type in _OPENS
    left, right = before.rstrip("*_[]"), after.lstrip("*_[]")
    link = token.type in _LINK
    word = not link and (_WORD_BEFORE.search(left) if opens else _WORD_AFTER.match(right))
    number = _NUMBER_BEFORE.search(left) and _NUMBER_AFTER.match(right)
    if not word and not number:
        return None
    return Inside(
        opens,
        _LAST.findall(before)[0].replace("\n", " "),
        mark_of(token),
        _FIRST.findall(after)[0].replace("\n", " "),
    )


_LAST = re.compile(r"\S*\s?$")
_FIRST = re.compile(r"^\s?\S*")
