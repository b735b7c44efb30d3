"""Finds the words of an aid at a hash: in built sites, and in the sources of aids.

Layer 4. A site has those of today and of every text that was released; a source has its own alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from decisionaid.compiler import compile_aid
from decisionaid.disk.plain_files import read_plain
from decisionaid.disk.source_file import read_source
from decisionaid.model.words import AidWords
from decisionaid.render import aid_words

MOST_BYTES: Final = 8_000_000
"""The largest file of an aid's words that is read."""


class AidLibrary:
    """The words of aids, looked up in folders: sites, projects, or folders of aids."""

    def __init__(self, places: Sequence[Path]) -> None:
        """Take the folders, the first to be asked first."""
        self._places = places
        self._known: dict[tuple[str, str], AidWords | None] = {}
        self._today: dict[str, AidWords | None] = {}

    def words_of(self, aid: str, sha256: str) -> AidWords | None:
        """Return the words of an aid as its text was at a hash; None: nowhere to be found."""
        key = (aid, sha256)
        if key not in self._known:
            found = (words for words in self._all(aid, sha256) if words.source_sha256 == sha256)
            self._known[key] = next(found, None)
        return self._known[key]

    def words_today(self, aid: str) -> AidWords | None:
        """Return the words of an aid as it is now; None: nowhere to be found."""
        if aid not in self._today:
            found = (
                words
                for place in self._places
                for folder in (place / "aids" / aid, place / aid, place)
                for words in (
                    *_published(folder / "aid.json"),
                    *_compiled(folder / "index.md", aid),
                )
                if words.id == aid
            )
            self._today[aid] = next(found, None)
        return self._today[aid]

    def _all(self, aid: str, sha256: str) -> Iterator[AidWords]:
        for place in self._places:
            for folder in (place / "aids" / aid, place / aid, place):
                yield from _published(folder / "versions" / f"{sha256}.json")
                yield from _published(folder / "aid.json")
                yield from _compiled(folder / "index.md", aid)


def _published(path: Path) -> Iterator[AidWords]:
    data = read_plain(path, MOST_BYTES)
    if data is None:
        return
    try:
        yield AidWords.model_validate_json(_words_in(data))
    except (ValidationError, ValueError, RecursionError):
        return


def _words_in(data: bytes) -> bytes:
    """Return the words: all of a frozen version, and a part of ``aid.json``."""
    whole: Any = json.loads(data)
    words = whole.get("words") if isinstance(whole, dict) else None
    return data if words is None else json.dumps(words).encode("utf-8")


def _compiled(path: Path, aid: str) -> Iterator[AidWords]:
    if path.parent.name != aid or not path.is_file():
        return
    compiled = compile_aid(read_source(path, aid)[0])
    if compiled.aid is not None:
        yield aid_words(compiled.aid, compiled.sha256)
