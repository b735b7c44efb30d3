"""Lines of the record text, and their pieces, which may give way where there is no room; see ``text_form``.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.tables import table

MANY: Final = 1000
"""Behind the point at which everything of its kind gives way, so many come one after the other."""

_FEW: Final = 3
"""So many names of a list stand where names are cut."""
_ROOM: Final = 100
"""Signs for a name, from which on names are not cut short."""


@dataclass(frozen=True, slots=True)
class Gives:
    """What a step to the next form leaves out, and when."""

    left: str
    order: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line: its forms from the longest; an empty one, or none, leaves it out."""

    forms: tuple[str, ...]
    gives: tuple[Gives, ...] = ()

    def form(self, steps: int) -> str:
        """Return the form after so many steps."""
        return self.forms[steps] if steps < len(self.forms) else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, whose pieces stand in the place ``{items}`` of its message."""

    id: str
    message: str
    join: str
    pieces: tuple[Piece, ...]

    @property
    def whole(self) -> str:
        """All of it, without its message."""
        return self.join.join(filter(None, (piece.form(0) for piece in self.pieces)))


@dataclass(frozen=True, slots=True)
class Source:
    """What the lines are made of: names in ASCII, and how much of own words and of names there is room for."""

    record: Record
    words: AidWords | None
    is_long: bool
    own: float
    names: float
    named: Callable[[str], str]
    """What an id is called, by its place."""
    text: Callable[[str], str]
    """A text of the aid."""
    quote: Callable[[str], str]
    """Their own words, in quotes."""
    first: Callable[[str], str]
    """As much of them as never gives way."""


def fixed(text: str) -> Piece:
    """Return a piece that never gives way."""
    return Piece((text,))


def giving(text: str, left: str, place: int = 0) -> Piece:
    """Return a piece that gives way; ``place`` is its turn among its kind."""
    return Piece((text,), (Gives(left, _order(left, place)),))


def shorter(forms: Sequence[str], lefts: Sequence[str], place: int = 0) -> Piece:
    """Return a piece that is said shorter before it gives way, if it ever does."""
    return Piece(tuple(forms), tuple(Gives(left, _order(left, place)) for left in lefts))


def few(items: Sequence[str], names: float, most: int = _FEW) -> str:
    """Return a list, whole while there is room for names."""
    more = len(items) - most
    if names >= _ROOM or more <= 0:
        return ", ".join(items)
    return f"{', '.join(items[:most])} and {more} more"


def _order(left: str, place: int) -> int:
    at: int = table("record-text")["gives"].index(left)
    return at * MANY + place
