"""Keep pages on the device of who opened them: a worker for each folder, with a list of what it holds.

Layer 4, after ``first_view``: the list has the hashes of the very bytes that are written. A version is the hash
of the list, stands in each page that asks to be kept, and is taken by a browser whole or not at all
(``theme/scripts/offline/keeper.ts``). An aid has a worker of its own, so that a change of one is no download of
another; so have the clinician's page and the pages around a plan.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from decisionaid.disk.aid_folder import AidFiles
from decisionaid.language import Words, words_in
from decisionaid.render import STAMP

WORKER: Final = "worker.js"
"""Beside the pages that it keeps; in ``_static`` without its list."""

_STAMPED: Final = re.compile(rf'(?<=data-version=)"?{STAMP}"?(?=>)'.encode())
_LOADED: Final = re.compile(r"""<(?:script|img)\b[^>]*?\ssrc=["']?([^"'\s>]+)""")
_WORDS: Final = re.compile(r"aids/[^/]+/aid\.json")
_OTHER_WORDS: Final = re.compile(r"aids/[^/]+/(?:practice|versions/[^/]+)\.json")
_FOR_PLANS: Final = re.compile(r"aids/[^/]+/plan-words\.js")
"""What pages of other folders ask for, beneath the site's root."""
_ADDRESS: Final = re.compile(r"[a-z]+:|//|data:", re.IGNORECASE)

Hashes = dict[str, str]
"""Of files, by their paths beneath the site's root."""


class Workers:
    """Writes the workers of one site, aid after aid, and then those of its other pages."""

    def __init__(self, worker: bytes, loaded: Mapping[str, bytes], *, offline: bool) -> None:
        """Take the worker without its list, and what pages load, by name; not ``offline``: nothing is kept."""
        self._worker = worker
        self._offline = offline
        self._known = hashes_of({f"assets/{name}": data for name, data in loaded.items()})

    def of_aid(self, aid: AidFiles, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files of an aid as they are written; without errors a worker is among them."""
        if aid.card is None:
            return dict(files)
        folder, hashes = f"aids/{aid.slug}", hashes_of(files)
        self._known |= {name: each for name, each in hashes.items() if _is_asked_for(name)}
        if not self._offline:
            return {**files, f"{folder}/{WORKER}": farewell(self._worker)}
        words, has_ended = words_in(aid.card.language), not (aid.clock and aid.clock.shows_figures)
        known = {**self._known, **hashes}
        return with_worker(
            folder, files, known, self._worker, words=words, is_aid=True, has_ended=has_ended
        )

    def of_site(self, files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
        """Return the pages of the whole site; behind all aids, since they ask for the words of each."""
        if not self._offline:
            last = farewell(self._worker)
            return {**files, f"plan/{WORKER}": last, f"clinician/{WORKER}": last}
        words, known = words_in(language), {**self._known, **hashes_of(files)}

        def named(pattern: re.Pattern[str]) -> set[str]:
            return {name for name in known if pattern.fullmatch(name)}

        kept = with_worker(
            "clinician", files, known, self._worker, words=words,
            whole=named(_WORDS), asked=named(_OTHER_WORDS),
        )  # fmt: skip
        return with_worker("plan", kept, known, self._worker, words=words, asked=named(_FOR_PLANS))


def _is_asked_for(name: str) -> bool:
    """Whether pages of another folder may ask for a file of an aid."""
    return any(each.fullmatch(name) for each in (_WORDS, _OTHER_WORDS, _FOR_PLANS))


def hashes_of(files: Mapping[str, bytes]) -> Hashes:
    """Return the hash of each file, as a worker compares it."""
    return {name: hashlib.sha256(data).hexdigest()[:32] for name, data in files.items()}


def with_worker(  # noqa: PLR0913 - each is a part of what a worker is made of
    folder: str,
    files: Mapping[str, bytes],
    known: Mapping[str, str],
    worker: bytes,
    *,
    words: Words,
    is_aid: bool = False,
    has_ended: bool = False,
    whole: Collection[str] = (),
    asked: Collection[str] = (),
) -> dict[str, bytes]:
    """Return files with the worker of a folder, and its version in the pages that ask for it.

    Args:
        folder: where the worker stands, beneath the site's root; it keeps all pages in there.
        files: by path, as they will be written; those outside the folder stay as they are.
        known: hashes of files that pages load, wherever they are.
        worker: the worker without its list.
        words: in the language of the pages.
        is_aid: the pages are those of an aid.
        has_ended: the aid is not to be used any more.
        whole: what is kept besides the pages and what they load, by path.
        asked: what is kept only once a page has asked for it.
    """
    pages = {
        name: data
        for name, data in files.items()
        if name.startswith(f"{folder}/") and name.endswith(".html")
    }
    loaded = {each for name, data in pages.items() for each in _loaded_by(name, data, known)}
    wanted = {name: known[name] for name in sorted((loaded | set(whole)) - set(asked))}
    held: dict[str, object] = {
        "version": STAMP,
        "ended": has_ended,
        "whole": _beside(folder, hashes_of(pages) | wanted),
        "asked": _beside(folder, {name: known[name] for name in asked}),
        "words": _said(words, is_aid=is_aid, has_ended=has_ended),
    }
    # Of all that is held and of the worker itself, with the place of the version still empty.
    version = hashlib.sha256(_script(held, worker)).hexdigest()[: len(STAMP)]
    stamped = {name: _STAMPED.sub(version.encode(), data) for name, data in pages.items()}
    held |= {"version": version, "whole": _beside(folder, hashes_of(stamped) | wanted)}
    return {**files, **stamped, f"{folder}/{WORKER}": _script(held, worker)}


def farewell(worker: bytes) -> bytes:
    """Return the worker of a folder that is kept no longer: it takes away what is on devices, and itself."""
    said = dict.fromkeys(("elsewhere", "gone", "newer", "take"), "")
    held = {"version": "", "ended": False, "whole": {}, "asked": {}, "words": said}
    return _script(held, worker)


def _script(held: Mapping[str, object], worker: bytes) -> bytes:
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"const HELD={text};\n".encode() + worker


def _said(words: Words, *, is_aid: bool, has_ended: bool) -> dict[str, str]:
    newer = "offline_ended" if has_ended else "offline_newer" if is_aid else "offline_newer_page"
    take = "offline_take_ended" if has_ended else "offline_take"
    return {
        "elsewhere": words.say("offline_elsewhere"),
        "gone": words.say("offline_gone" if is_aid else "offline_gone_page"),
        "newer": words.say(newer),
        "take": words.say(take),
    }


def _loaded_by(name: str, page: bytes, known: Mapping[str, str]) -> Iterable[str]:
    """Yield what a page loads, at once or later, by path: scripts, in templates too, and pictures."""
    for address in _LOADED.findall(page.decode("utf-8")):
        if not _ADDRESS.match(address):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
            if path in known:
                yield path


def _beside(folder: str, hashes: Mapping[str, str]) -> Hashes:
    """Return hashes by addresses as they are from the folder."""
    return {posixpath.relpath(name, folder): each for name, each in sorted(hashes.items())}
