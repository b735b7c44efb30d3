"""The plain and the easy words of an aid: which parts can have both, and the aid in easy words.

Layer 1. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from decisionaid.model.aid import Aid
from decisionaid.model.easy import Easy, Worded
from decisionaid.model.prose import Prose
from decisionaid.text import Path

W = TypeVar("W", bound=Worded)


class _Parts(NamedTuple):
    """Where a section keeps its parts, and where each keeps its name and its plain words."""

    field: str
    name: str
    plain: str


_PARTS: Final[Mapping[str, _Parts]] = MappingProxyType(
    {
        "options": _Parts("options", "name", "body"),
        "values": _Parts("questions", "title", "question"),
        "knowledge": _Parts("checks", "statement", "body"),
    }
)
"""By role of the section. Parts of other sections are figures, fields and items, which have one wording."""


class TwoWordings(NamedTuple):
    """What stands at ``path``: its name, which both wordings share, its plain words and its easy ones."""

    path: Path
    name: str
    role: str
    """Of its section."""
    plain: Prose
    easy: Easy | None

    @property
    def is_section(self) -> bool:
        """Whether it is a whole section, and no part of one."""
        return len(self.path) == len(("sections", 0))


def wordings_of(aid: Aid) -> Iterator[TwoWordings]:
    """Yield all that can have easy words, in the order of the source."""
    for number, section in enumerate(aid.sections):
        path: Path = ("sections", number)
        yield TwoWordings(path, section.heading, section.role, section.body, section.easy)
        if section.role in _PARTS:
            parts = _PARTS[section.role]
            for index, part in enumerate(vars(section)[parts.field]):
                said = vars(part)
                at = (*path, parts.field, index)
                yield TwoWordings(at, said[parts.name], section.role, said[parts.plain], part.easy)


def has_easy_words(aid: Aid) -> bool:
    """Tell whether any part of an aid has easy words."""
    return any(each.easy is not None for each in wordings_of(aid))


def in_easy_words(aid: Aid) -> Aid:
    """Return an aid as those meet it who read the easy words wherever there are some."""
    sections = []
    for section in aid.sections:
        changed: dict[str, Any] = {}
        if section.role in _PARTS:
            field, _name, plain = _PARTS[section.role]
            changed[field] = tuple(_easy(part, plain) for part in vars(section)[field])
        sections.append(_easy(section.model_copy(update=changed), "body"))
    return aid.model_copy(update={"sections": tuple(sections)})


def _easy(part: W, plain: str) -> W:
    if part.easy is None:
        return part
    return part.model_copy(update={plain: part.easy.prose, "easy": None})
