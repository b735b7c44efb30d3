"""The words of every text of an aid that records may have been made with, by the hash of the text.

Layer 4. Today's are made from the aid; those of earlier texts lie in the folder ``versions`` beside it,
where ``decisionaid release`` put them. What comes from a folder is untrusted: each file is read within
bounds, checked, and published as it was read or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.model.aid import Aid
from decisionaid.model.clock import Clock
from decisionaid.model.words import AidWords
from decisionaid.render import aid_words

FOLDER: Final = "versions"
MAX_BYTES: Final = 4_000_000
"""The largest file of words, in bytes: ours have a hundredth."""

_NAME: Final = re.compile(r"([0-9a-f]{16})\.json", re.ASCII)


@dataclass(frozen=True, slots=True)
class Versions:
    """What was found in the folder of an aid."""

    words: dict[str, AidWords]
    """By the hash of the text, in order of it."""
    unreadable: tuple[str, ...] = ()
    """Names of files that are not what they should be."""


def words_now(aid: Aid, sha256: str) -> AidWords:
    """Return the words of the text as it is, whatever the day: of one text they are always the same."""
    return aid_words(aid, sha256)


def words_text(words: AidWords) -> str:
    """Return words as they are frozen and published."""
    return f"{words.model_dump_json()}\n"


def released(folder: Path, slug: str) -> Versions:
    """Return the words that lie in the folder of an aid.

    Raises:
        OSError: a file cannot be read.
    """
    place = folder / FOLDER
    if not place.is_dir() or leads_out(place, folder):
        return Versions({}, (FOLDER,) if place.is_dir() else ())
    words: dict[str, AidWords] = {}
    unreadable: list[str] = []
    for path in sorted(place.iterdir()):
        if path.name.startswith("."):
            continue
        found = _words_in(path, folder, slug)
        if found is None:
            unreadable.append(f"{FOLDER}/{path.name}")
        else:
            words[found.source_sha256] = found
    return Versions(words, tuple(unreadable))


def _words_in(path: Path, folder: Path, slug: str) -> AidWords | None:
    name = _NAME.fullmatch(path.name)
    data = None if name is None or leads_out(path, folder) else read_plain(path, MAX_BYTES + 1)
    if name is None or data is None or len(data) > MAX_BYTES:
        return None
    try:
        words = AidWords.model_validate_json(data)
    except ValidationError:
        return None
    return words if (words.id, words.source_sha256) == (slug, name[1]) else None


def version_files(
    aid: Aid, sha256: str, clock: Clock, frozen: dict[str, AidWords]
) -> dict[str, bytes]:
    """Return the words of all texts of an aid, by path beneath the site's root.

    What was released goes before what is made today: other words of ours would not fit the records that
    were made with them. Of an aid that has ended or is withdrawn no figure is published any more.
    """
    every = {sha256: words_now(aid, sha256)} | frozen
    shown = {
        name: words if clock.shows_figures else _without_figures(words)
        for name, words in sorted(every.items())
    }
    return {
        f"aids/{aid.slug}/{FOLDER}/{name}.json": words_text(words).encode("utf-8")
        for name, words in shown.items()
    }


def _without_figures(words: AidWords) -> AidWords:
    """Return words without what is said of figures; what could be answered stays, or records would not fit."""
    checks = tuple(
        each.model_copy(update={"explanation": words.gone if each.explanation else ""})
        for each in words.checks
    )
    return words.model_copy(update={"facts": (), "until": "", "checks": checks})
