"""Turn the folder of one aid into the files of its place on the site, all in memory.

Layer 4. Reads ``aids/<slug>/index.md`` and the pictures the aid shows; writes nothing.
What comes from a folder is untrusted: sizes are capped before anything is read, pictures are known
by their first bytes, and no path leads out of the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Code, Diagnostic
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.prose import Picture
from decisionaid.model.words import AidWords
from decisionaid.read.characters import MAX_BYTES, decode
from decisionaid.read.faults import BAD_FOLDER, BAD_PICTURE, MISSING_PICTURE, NOT_TEXT
from decisionaid.render import (
    AidCard,
    Figures,
    SiteView,
    aid_words,
    card_of,
    render_aid_page,
    render_evidence_page,
)
from decisionaid.text import Path as PartPath
from decisionaid.text import Source, Span

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_PICTURE_BYTES: Final = 1_000_000
"""The largest picture, in bytes: a patient may be on a slow phone."""

_START: Final = Span.on_line(1, 1, 1)
_KINDS: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}


@dataclass(frozen=True)
class View:
    """What the pages of a build have in common; see ``SiteView`` and ``compile_aid``."""

    today: date | None = None
    live: bool = False
    handbook: bool = False

    def site(self, base: str) -> SiteView:
        """Return the site as a page sees it that lies ``base`` away from its root."""
        return SiteView(base=base, live=self.live, handbook=self.handbook)


@dataclass(frozen=True)
class AidFiles:
    """One aid as it will be published. ``card`` None: it has errors, and then there are no files."""

    slug: str
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    card: AidCard | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    """Content by path beneath the site's root, with forward slashes."""


def aid_folders(aids: Path) -> list[Path]:
    """Return the folders in ``aids`` that hold an ``index.md``, in order of their names."""
    return sorted(
        (each for each in aids.iterdir() if (each / "index.md").is_file()),
        key=lambda folder: folder.name,
    )


def read_source(path: Path, slug: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read a source, no more of it than the reader takes.

    Findings: DA001 where the bytes are not UTF-8, with the text up to the first of them.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 4)
    source, fault = decode(data, path.as_posix(), slug)
    if fault is None:
        return source, ()
    found = Diagnostic(
        NOT_TEXT,
        source.name,
        fault,
        "the file is not text in UTF-8 from here on",
        "save it again with the encoding UTF-8",
    )
    return source, (found,)


def compile_file(path: Path, *, today: date | None = None) -> tuple[Source, Compiled]:
    """Compile one file; its pictures are looked for beside it.

    Findings: those of ``compile_aid``, DA040 and DA041.

    Raises:
        OSError: the file cannot be read.
    """
    source, compiled, _pictures = _compile(path, today)
    return source, compiled


def aid_files(folder: Path, aids: Path, view: View) -> AidFiles:
    """Compile the aid in ``folder``, which lies in ``aids``, and render its pages.

    Findings: those of ``compile_file``, and DA042 for a folder whose name or place will not do.

    Raises:
        OSError: the source cannot be read.
    """
    slug, path = folder.name, folder / "index.md"
    refused = _folder_fault(folder, aids)
    if refused is not None:
        return AidFiles(slug, Source(path.as_posix(), "", slug), (refused,))
    source, compiled, pictures = _compile(path, view.today)
    if compiled.aid is None or not compiled.ok:
        return AidFiles(slug, source, compiled.diagnostics)
    files = _pages(compiled.aid, compiled.sha256, view)
    files |= {f"aids/{slug}/{name}": data for name, data in pictures.items()}
    return AidFiles(slug, source, compiled.diagnostics, card_of(compiled.aid), files)


def _compile(path: Path, today: date | None) -> tuple[Source, Compiled, dict[str, bytes]]:
    """Compile a file and read the pictures it shows, by the name the aid gives them."""
    source, faults = read_source(path, path.resolve().parent.name)
    compiled = compile_aid(source, today=today)
    if faults:
        return source, replace(compiled, aid=None, diagnostics=faults), {}
    if compiled.aid is None or "![" not in source.text:
        return source, compiled, {}
    pictures, found = _read_pictures(path.parent, compiled.aid, compiled, source.name)
    every = sorted((*compiled.diagnostics, *found), key=lambda each: each.sort_key)
    return source, replace(compiled, diagnostics=tuple(every)), pictures


def _pages(aid: Aid, sha256: str, view: View) -> dict[str, bytes]:
    site, place = view.site("../../"), f"aids/{aid.slug}"
    figures = Figures(aid)  # put into words once, for the two pages and the words
    texts = {
        f"{place}/index.html": render_aid_page(aid, site, sha256, figures),
        f"{place}/evidence.html": render_evidence_page(aid, site, figures),
        f"{place}/aid.json": _as_json(aid, sha256, aid_words(aid, sha256, figures)),
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}


def _as_json(aid: Aid, sha256: str, words: AidWords) -> str:
    """Write what the clinician's page loads; the models write themselves, which costs the least."""
    known = f'"format":"decisionaid.aid/1","sha256":"{sha256}"'
    return f'{{{known},"aid":{aid.model_dump_json()},"words":{words.model_dump_json()}}}\n'


def _folder_fault(folder: Path, aids: Path) -> Diagnostic | None:
    name = (folder / "index.md").as_posix()
    if not SLUG.fullmatch(folder.name) or len(folder.name) > 64:
        return Diagnostic(
            BAD_FOLDER,
            name,
            _START,
            f"the folder's name '{folder.name}' cannot be part of an address",
            "use small letters, digits and single hyphens, such as 'knee-pain'",
        )
    if not (folder / "index.md").resolve().is_relative_to(aids.resolve()):
        return Diagnostic(
            BAD_FOLDER,
            name,
            _START,
            "the file is a link to a place outside the folder of aids",
            f"put the file itself at '{name}'",
        )
    return None


def _read_pictures(
    folder: Path, aid: Aid, compiled: Compiled, name: str
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the pictures by the name the aid gives them, and what is wrong with the others."""
    pictures: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for path, picture in _pictures_of(aid, ()):
        found = _read_picture(folder, picture.file)
        if isinstance(found, bytes):
            pictures[picture.file] = found
        else:
            code, message, advice = found
            faults.append(Diagnostic(code, name, compiled.spans.nearest(path), message, advice))
    return pictures, faults


def _read_picture(folder: Path, file: str) -> bytes | tuple[Code, str, str]:
    path, kind = folder / file, _KINDS.get(Path(file).suffix.lower())
    beside = f"put the picture beside the aid, for instance in '{folder.name}/images/'"
    if not path.resolve().is_relative_to(folder.resolve()):
        return BAD_PICTURE, f"the picture '{file}' lies outside the aid's folder", beside
    if not path.is_file():
        return MISSING_PICTURE, f"there is no picture '{file}'", beside
    if path.stat().st_size > MAX_PICTURE_BYTES:
        message = f"the picture '{file}' is larger than {MAX_PICTURE_BYTES // 1000} kB"
        return BAD_PICTURE, message, "save it smaller"
    data = path.read_bytes()
    if kind is None or picture_kind(data) != kind:
        message = f"the picture '{file}' is not what its name says"
        return BAD_PICTURE, message, "use a .png, .jpg or .webp picture, named for what it is"
    return data


def picture_kind(data: bytes) -> str | None:
    """Return ``PNG``, ``JPEG`` or ``WebP`` by the first bytes, or None."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    return None


def _pictures_of(part: Part, path: PartPath) -> Iterator[tuple[PartPath, Picture]]:
    """Yield each picture of an aid with its path."""
    if isinstance(part, Picture):
        yield path, part
    for name, value in part:
        if isinstance(value, Part):
            yield from _pictures_of(value, (*path, name))
        elif isinstance(value, tuple):
            yield from _pictures_in(value, (*path, name))


def _pictures_in(values: Sequence[object], path: PartPath) -> Iterator[tuple[PartPath, Picture]]:
    for index, value in enumerate(values):
        if isinstance(value, Part):
            yield from _pictures_of(value, (*path, index))
