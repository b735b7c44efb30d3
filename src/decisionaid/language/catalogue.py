"""Find and read the catalogues: ``locale/<language>/*.ftl``, and ``formats.txt`` beside them.

Layer 0. English is the one that all others are held against. ``formats.txt`` holds the tag under
which CLDR keeps the numbers, dates and lists that go with the words, such as ``en-GB``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from decisionaid.language.formats import Formats
from decisionaid.language.patterns import CatalogueError, Pattern, patterns_in, places_of

FOLDER: Final = Path(__file__).resolve().parents[1] / "locale"
ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one language says, by the names of messages, and how it writes numbers and dates."""

    language: str
    messages: Mapping[str, Pattern]
    formats: Formats


def catalogue_of(language: str, *, isolates: bool, folder: Path | None = None) -> Catalogue:
    """Return the catalogue for a language tag: its own, else that of English.

    ``folder`` None: the catalogues that are part of this program. ``isolates`` as in ``patterns_in``.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    place = folder or FOLDER
    return _read(place, _name_in(place, language) or ENGLISH, isolates)


def has_full_catalogue(language: str, folder: Path | None = None) -> bool:
    """Return whether all words of a page can be said in this language."""
    place = folder or FOLDER
    name = _name_in(place, language)
    return name is not None and not missing_from(name, place)


@cache
def missing_from(language: str, folder: Path) -> tuple[str, ...]:
    """Return the messages that a catalogue lacks, or in which it asks for other values than English."""
    english, own = _read(folder, ENGLISH, False), _read(folder, language, False)  # noqa: FBT003
    return tuple(
        name
        for name, pattern in english.messages.items()
        if name not in own.messages or not places_of(own.messages[name]) <= places_of(pattern)
    )


@cache
def _name_in(folder: Path, language: str) -> str | None:
    """Return the name of the catalogue for a tag, the nearest first: ``cy-GB``, then ``cy``."""
    parts = language.split("-")
    names = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if (folder / name.lower()).is_dir()), None)


@cache
def _read(folder: Path, language: str, isolates: bool) -> Catalogue:
    place = folder / language.lower()
    messages: dict[str, Pattern] = {}
    for file in sorted(place.glob("*.ftl")):
        for name, pattern in patterns_in(file.read_text(encoding="utf-8"), isolates=isolates):
            if name in messages:
                raise CatalogueError(f"{file.name}: the message {name} stands twice")
            messages[name] = pattern
    formats = Formats((place / "formats.txt").read_text(encoding="utf-8").strip())
    return Catalogue(language, MappingProxyType(messages), formats)
