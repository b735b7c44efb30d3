"""Find and read the catalogues: ``locale/<language>/*.ftl``, and ``formats.txt`` beside them.

Layer 0. English is the one that all others are held against, and what another catalogue lacks is said
in English. ``formats.txt`` holds the tag under which CLDR keeps the numbers, dates and lists that go
with the words, such as ``en-GB``; see ``formats``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from decisionaid.language.formats import CatalogueError, Formats
from decisionaid.language.patterns import (
    Pattern,
    patterns_in,
    places_of,
    texts_in,
    words_chosen,
)

FOLDER: Final = Path(__file__).resolve().parents[1] / "locale"
WORDS_OF_A_SENTENCE: Final = 4
"""So many words are alike in no two languages; our own choice."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")

ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one language says, by the names of messages, and how it writes numbers and dates."""

    language: str
    messages: Mapping[str, Pattern]
    formats: Formats


def catalogue_of(language: str, *, isolates: bool, folder: Path | None = None) -> Catalogue:
    """Return the catalogue for a language tag: its own, with English for what it lacks.

    ``folder`` None: the catalogues that are part of this program. ``isolates`` as in ``patterns_in``.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    place = folder or FOLDER
    own = _read(place, _name_in(place, language), isolates=isolates)
    lacks = missing_from(own.language, place)
    if not lacks:
        return own
    english = _english(place, isolates=isolates)
    messages = {**own.messages, **{name: english[name] for name in lacks}}
    return Catalogue(own.language, MappingProxyType(messages), own.formats)


def has_full_catalogue(language: str, folder: Path | None = None) -> bool:
    """Return whether all words of a page can be said in this language; of English, nothing is read."""
    place = folder or FOLDER
    name = _name_in(place, language)
    if name == ENGLISH:
        return language.lower().split("-")[0] == ENGLISH
    return not missing_from(name, place)


@cache
def missing_from(language: str, folder: Path) -> tuple[str, ...]:
    """Return the messages of English that a catalogue lacks, or does not say for the same values.

    A sentence that stands there in English is lacking as well; the names of sources may be as they are.
    A message may leave a place out (Arabic says "two" without its number), but has none that English
    does not fill, and where English chooses between words, such as ``fewer`` and ``more``, so does it.
    """
    if language == ENGLISH:
        return ()
    english = _english(folder, isolates=False)
    own = _read(folder, language, isolates=False).messages
    return tuple(
        name
        for name, said in english.items()
        if name not in own
        or not places_of(own[name]) <= places_of(said)
        or not words_chosen(own[name]) >= words_chosen(said)
        or (own[name] == said and _is_sentence(said) and not name.endswith("_source"))
    )


def _is_sentence(said: Pattern) -> bool:
    """Return whether a message has so many words that no two languages have them alike."""
    return len(_WORD.findall(" ".join(texts_in(said)))) >= WORDS_OF_A_SENTENCE


@cache
def _name_in(folder: Path, language: str) -> str:
    """Return the name of the catalogue for a tag, the nearest first: ``cy-GB``, ``cy``, then English."""
    parts = language.lower().split("-")
    names = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name and (folder / name).is_dir()), ENGLISH)


def _english(folder: Path, *, isolates: bool) -> Mapping[str, Pattern]:
    """Return the messages of English: those of the folder, else our own."""
    place = folder if (folder / ENGLISH).is_dir() else FOLDER
    return _read(place, ENGLISH, isolates=isolates).messages


@cache
def _read(folder: Path, language: str, *, isolates: bool) -> Catalogue:
    place = folder / language
    messages: dict[str, Pattern] = {}
    for file in sorted(place.glob("*.ftl")):
        for name, pattern in _patterns_of(file, isolates=isolates):
            if name in messages:
                raise CatalogueError(f"{language}/{file.name}: the message {name} stands twice")
            messages[name] = pattern
    return Catalogue(language, MappingProxyType(messages), _formats_of(place))


def _patterns_of(file: Path, *, isolates: bool) -> Iterator[tuple[str, Pattern]]:
    try:
        yield from patterns_in(file.read_text(encoding="utf-8"), isolates=isolates)
    except (CatalogueError, OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{file.parent.name}/{file.name}: {error}") from error


def _formats_of(place: Path) -> Formats:
    try:
        return Formats.read((place / "formats.txt").read_text(encoding="utf-8"))
    except (CatalogueError, OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{place.name}/formats.txt: {error}") from error
