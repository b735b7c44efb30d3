"""The plain and the easy words of an aid: which parts can have both, and the aid in easy words.

Layer 1. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from decisionaid.model.aid import Aid
from decisionaid.model.easy import Easy, Worded
from decisionaid.model.prose import Paragraph, Prose, Text, plain_text
from decisionaid.model.sections import KnowledgeCheck
from decisionaid.text import Path

W = TypeVar("W", bound=Worded)

HEAD: Final = "head"
"""In the place of a role: of the head of the aid."""


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
    """Of its section; ``head`` for what stands in the head, and right below the title."""
    plain: Prose
    easy: Easy | None
    easy_path: Path
    """Where its easy words stand."""

    @property
    def is_section(self) -> bool:
        """Whether it is a whole section, and no part of one."""
        return len(self.path) == len(("sections", 0))

    @property
    def is_later(self) -> bool:
        """Whether it is shown only once a fact is answered."""
        return self.path[-1] == "explanation"


def wordings_of(aid: Aid) -> Iterator[TwoWordings]:
    """Yield all that can have easy words, in the order of the source."""
    for field, name in (("who_for", "for"), ("not_for", "not-for")):
        said = vars(aid)
        plain = _prose(said[field]) if said[field] else ()
        yield TwoWordings((field,), name, HEAD, plain, said[f"{field}_easy"], (f"{field}_easy",))
    yield TwoWordings(
        ("opening",), aid.title, HEAD, aid.opening, aid.opening_easy, ("opening_easy",)
    )
    for number, section in enumerate(aid.sections):
        path: Path = ("sections", number)
        easy_path = (*path, "easy")
        yield TwoWordings(
            path, section.heading, section.role, section.body, section.easy, easy_path
        )
        if section.role in _PARTS:
            parts = _PARTS[section.role]
            for index, part in enumerate(vars(section)[parts.field]):
                said = vars(part)
                at = (*path, parts.field, index)
                name, easy_path = said[parts.name], (*at, "easy")
                yield TwoWordings(at, name, section.role, said[parts.plain], part.easy, easy_path)
                if isinstance(part, KnowledgeCheck):
                    yield TwoWordings(
                        (*at, "explanation"),
                        name,
                        section.role,
                        part.explanation,
                        part.easy_explanation,
                        (*at, "easy_explanation"),
                    )


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
    head: dict[str, Any] = {"sections": tuple(sections)}
    for field in ("who_for", "not_for"):
        easy: Easy | None = vars(aid)[f"{field}_easy"]
        if easy is not None:
            lines = (plain_text(line.words.inlines) for line in easy.lines)
            head |= {field: " ".join(lines), f"{field}_easy": None}
    if aid.opening_easy is not None:
        head |= {"opening": aid.opening_easy.prose, "opening_easy": None}
    return aid.model_copy(update=head)


def in_plain_words(aid: Aid) -> Aid:
    """Return an aid as if it had no easy words."""
    sections = []
    for section in aid.sections:
        changed: dict[str, Any] = {"easy": None}
        if section.role in _PARTS:
            field = _PARTS[section.role].field
            changed[field] = tuple(map(_plain, vars(section)[field]))
        sections.append(section.model_copy(update=changed))
    head = {"who_for_easy": None, "not_for_easy": None, "opening_easy": None}
    return aid.model_copy(update={"sections": tuple(sections), **head})


def _prose(words: str) -> Prose:
    return (Paragraph(inlines=(Text(text=words),)),)


def _plain(part: W) -> W:
    more = {"easy_explanation": None} if isinstance(part, KnowledgeCheck) else {}
    return part.model_copy(update={"easy": None, **more})


def _easy(part: W, plain: str) -> W:
    changed: dict[str, Any] = {}
    if part.easy is not None:
        changed = {plain: part.easy.prose, "easy": None}
    if isinstance(part, KnowledgeCheck) and part.easy_explanation is not None:
        changed |= {"explanation": part.easy_explanation.prose, "easy_explanation": None}
    return part.model_copy(update=changed) if changed else part
