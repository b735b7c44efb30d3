"""Turn the folder of one aid into the files of its place on the site, all in memory.

Layer 4. Reads ``aids/<slug>/index.md`` and the pictures the aid shows; writes nothing.
What comes from a folder is untrusted: sizes are capped before anything is read, pictures are known
by their first bytes, and no path leads out of the folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Code, Diagnostic
from decisionaid.disk.documents import read_documents
from decisionaid.disk.picture_size import MOST_POINTS, size_of
from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.model.aid import Aid, Dates
from decisionaid.model.base import Part
from decisionaid.model.clock import Clock, clock_of
from decisionaid.model.ended import without_figures
from decisionaid.model.prose import Picture
from decisionaid.model.quality import Quality
from decisionaid.model.words import AidWords
from decisionaid.quality import assess
from decisionaid.read import read_aid
from decisionaid.read.faults import (
    BAD_FOLDER,
    BAD_PICTURE,
    MISSING_PICTURE,
    MISSING_SUCCESSOR,
    NOT_TEXT,
)
from decisionaid.read.text.characters import MAX_BYTES, decode
from decisionaid.render import (
    ADDRESSES,
    AidCard,
    Figures,
    SiteView,
    aid_page_of,
    aid_words,
    body_of,
    card_of,
    page_context,
    render_evidence_page,
    render_grid,
    render_large_print,
    render_quality_page,
    render_withdrawn,
    table_of,
)
from decisionaid.render.pages.environment import OwnTheme
from decisionaid.rules.clock import RULES as CLOCK_RULES
from decisionaid.text import Path as PartPath
from decisionaid.text import Source, Span

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_PICTURE_BYTES: Final = 1_000_000
"""The largest picture, in bytes: a patient may be on a slow phone."""

_START: Final = Span.on_line(1, 1, 1)
# By number: once a waiver has ended, a finding of any rule may keep the page.
_ON_DATES: Final = frozenset(each.code.number for each in CLOCK_RULES)
_KINDS: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}


@dataclass(frozen=True)
class View:
    """What the pages of a build have in common; see ``SiteView`` and ``compile_aid``."""

    today: date | None = None
    live: bool = False
    handbook: bool = False
    absent: frozenset[str] = frozenset()
    """Slugs of aids without a page, to which no link may lead."""
    theme: OwnTheme = ()
    """Templates that go before ours."""

    def site(self, base: str) -> SiteView:
        """Return the site as a page sees it that lies ``base`` away from its root."""
        return SiteView(base, self.live, self.handbook, self.today, self.theme)


@dataclass(frozen=True)
class AidFiles:
    """One aid as it will be published. ``card`` None: it has errors, and then there are no files."""

    slug: str
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    card: AidCard | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    """Content by path beneath the site's root, with forward slashes."""
    successor: str = ""
    """Slug of the aid that it sends its readers to, being withdrawn."""
    clock: Clock | None = None
    """How it stands against its dates, with errors too; None: it could not be read."""
    dates: Dates | None = None


def read_source(path: Path, slug: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read a source, no more of it than the reader takes.

    Findings: DA001 where the bytes are not UTF-8, with the text up to the first of them, and for what
    is no plain file.
    """
    data = read_plain(path, MAX_BYTES + 4)
    if data is None:
        return Source(path.as_posix(), "", slug), (_no_file(path),)
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


def _no_file(path: Path) -> Diagnostic:
    message = "this is no file but a folder, a pipe, a device or a link that leads nowhere"
    return Diagnostic(NOT_TEXT, path.as_posix(), _START, message, "put the text itself here")


def check_folder(path: Path) -> Diagnostic | None:
    """Return what is wrong with the name and the place of an aid's file, before it is read (DA042)."""
    folder = path.parent
    if path.name == "index.md" and folder.name:
        return _folder_fault(folder, folder.parent)
    return _link_fault(path, folder.parent)


def named_beside(aid: Aid | None) -> tuple[str, ...]:
    """Return the names of the files in its folder that an aid speaks of: pictures and documents."""
    if aid is None:
        return ()
    pictures = (picture.file for _path, picture in _pictures_of(aid, ()))
    documents = (each.document for each in aid.development)
    successor = _successor(aid)
    others = (*documents, f"../{successor}/index.md" if successor else "")
    return tuple(dict.fromkeys(name for name in (*pictures, *others) if name))


def compile_file(path: Path, *, today: date | None = None) -> tuple[Source, Compiled]:
    """Compile one file; its pictures are looked for beside it.

    Findings: those of ``compile_aid``, DA040, DA041, DA043 and DA044.

    Raises:
        OSError: the file cannot be read.
    """
    source, compiled, _beside = _compile(path, today)
    return source, compiled


def assessed(path: Path, *, today: date | None = None) -> tuple[Source, Compiled, Quality | None]:
    """Compile one file, and say how it stands against the standards; None: it cannot be read.

    Findings: those of ``compile_file``.

    Raises:
        OSError: the file cannot be read.
    """
    source, compiled, beside = _compile(path, today)
    return source, compiled, _quality(compiled, beside)


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
    source, compiled, beside = _compile(path, view.today)
    aid = compiled.aid
    if aid is None:
        return AidFiles(slug, source, compiled.diagnostics)
    clock = clock_of(aid, view.today)
    plain = AidFiles(slug, source, compiled.diagnostics, clock=clock, dates=aid.dates)
    if not compiled.has_page:
        return plain
    card = card_of(aid, clock)
    found = compiled.diagnostics
    if not clock.shows_figures:
        aid, found = without_figures(aid), tuple(map(_without_words, found))
    quality = _assessed(aid, found, compiled, beside)
    if clock.state == "withdrawn":
        files = _withdrawn_pages(aid, quality, aids, view)
        return replace(plain, card=card, files=files, successor=_successor(aid))
    files = _pages(aid, quality, view)
    files |= {f"aids/{slug}/{name}": data for name, data in beside.pictures.items()}
    return replace(plain, card=card, files=files)


@dataclass(frozen=True)
class _Beside:
    """What an aid names in its folder: pictures, and the hashes of documents, by their names."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)


def _compile(path: Path, today: date | None) -> tuple[Source, Compiled, _Beside]:
    """Compile a file and read what it names in its folder."""
    source, faults = read_source(path, Path(os.path.realpath(path)).parent.name)
    compiled = compile_aid(source, today=today)
    if faults:
        return source, replace(compiled, aid=None, diagnostics=faults), _Beside()
    aid = compiled.aid
    if aid is None or not ("![" in source.text or aid.development or aid.withdrawn):
        return source, compiled, _Beside()
    folder, name = path.parent, source.name
    pictures, found = (
        _read_pictures(folder, aid, compiled, name) if "![" in source.text else ({}, [])
    )
    documents, lost = read_documents(folder, aid.development, compiled.spans, name)
    gone = _missing_successor(folder, aid, compiled)
    every = sorted((*compiled.diagnostics, *found, *lost, *gone), key=lambda each: each.sort_key)
    return source, replace(compiled, diagnostics=tuple(every)), _Beside(pictures, documents)


def _successor(aid: Aid) -> str:
    """Return the slug of the aid of this site that takes the place of a withdrawn one; mostly empty."""
    instead = aid.withdrawn.instead if aid.status == "withdrawn" and aid.withdrawn else None
    return instead if instead and SLUG.fullmatch(instead) else ""


def _missing_successor(folder: Path, aid: Aid, compiled: Compiled) -> Iterator[Diagnostic]:
    successor = _successor(aid)
    if successor and not (folder.parent / successor / "index.md").is_file():
        yield Diagnostic(
            MISSING_SUCCESSOR,
            compiled.source.name,
            compiled.spans.nearest(("withdrawn", "instead")),
            f"there is no aid '{successor}' beside this one",
            "name the folder of another aid, or an address that begins with https, "
            "or take 'instead' out",
        )


def _title_of(slug: str, aids: Path, view: View) -> str | None:
    """Return the title of an aid that has a page, to name it in a link; None: it has none."""
    path = aids / slug / "index.md"
    if not slug or slug in view.absent or _folder_fault(path.parent, aids) or not path.is_file():
        return None
    source, faults = read_source(path, slug)
    other = None if faults else read_aid(source).aid
    return other.title if other else None


def _without_words(diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic for the quality page of an aid that has ended: its words may quote figures."""
    code = diagnostic.code
    return diagnostic if code.number in _ON_DATES else replace(diagnostic, message=code.why)


def _quality(compiled: Compiled, beside: _Beside) -> Quality | None:
    if compiled.aid is None:
        return None
    return _assessed(compiled.aid, compiled.diagnostics, compiled, beside)


def _assessed(
    aid: Aid, found: Sequence[Diagnostic], compiled: Compiled, beside: _Beside
) -> Quality:
    return assess(
        aid,
        found,
        spans=compiled.spans,
        sha256=compiled.sha256,
        documents=beside.documents,
        context=compiled.context,
    )


def _pages(aid: Aid, quality: Quality, view: View) -> dict[str, bytes]:
    site, place, sha256 = view.site("../../"), f"aids/{aid.slug}", quality.sha256
    # Put into words once, for all pages and the words.
    figures = Figures(aid, clock_of(aid, view.today))
    table = table_of(figures)
    context = page_context(aid, site, sha256, figures, table)
    body = body_of(context)
    texts = {
        f"{place}/index.html": aid_page_of(context, body),
        f"{place}/large-print.html": render_large_print(context, body),
        f"{place}/grid.html": render_grid(aid, site, figures, table),
        f"{place}/evidence.html": render_evidence_page(aid, site, figures),
        f"{place}/quality.html": render_quality_page(aid, quality, site),
        f"{place}/quality.json": _quality_json(quality),
        f"{place}/aid.json": _as_json(aid, sha256, aid_words(aid, sha256, figures)),
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}


def _withdrawn_pages(aid: Aid, quality: Quality, aids: Path, view: View) -> dict[str, bytes]:
    """Return one plain page at every address the aid had, and its data for the clinician's page."""
    page = render_withdrawn(aid, view.site("../../"), _title_of(_successor(aid), aids, view))
    figures = Figures(aid, clock_of(aid, view.today))
    texts = dict.fromkeys(ADDRESSES, page) | {
        "quality.json": _quality_json(quality),
        "aid.json": _as_json(aid, quality.sha256, aid_words(aid, quality.sha256, figures)),
    }
    return {f"aids/{aid.slug}/{name}": text.encode("utf-8") for name, text in texts.items()}


def _quality_json(quality: Quality) -> str:
    return f"{quality.model_dump_json(indent=1)}\n"


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
    return _link_fault(folder / "index.md", aids)


def _link_fault(path: Path, aids: Path) -> Diagnostic | None:
    if not leads_out(path, aids):
        return None
    name = path.as_posix()
    message = "the file is a link to a place outside the folder of aids"
    return Diagnostic(BAD_FOLDER, name, _START, message, f"put the file itself at '{name}'")


def _read_pictures(
    folder: Path, aid: Aid, compiled: Compiled, name: str
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the pictures by the name the aid gives them, and what is wrong with the others."""
    pictures: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    told = {each.span for each in compiled.diagnostics}
    for path, picture in _pictures_of(aid, ()):
        span = compiled.spans.nearest(path)
        found = _read_picture(folder, picture.file)
        if isinstance(found, bytes):
            pictures[picture.file] = found
        elif span not in told:  # a picture that could not be read was reported, and has no name
            code, message, advice = found
            faults.append(Diagnostic(code, name, span, message, advice))
    return pictures, faults


def _read_picture(folder: Path, file: str) -> bytes | tuple[Code, str, str]:
    path, kind = folder / file, _KINDS.get(Path(file).suffix.lower())
    beside = f"put the picture beside the aid, for instance in '{folder.name}/images/'"
    if leads_out(path, folder):
        return BAD_PICTURE, f"the picture '{file}' lies outside the aid's folder", beside
    data = read_plain(path, MAX_PICTURE_BYTES + 1)
    if data is None:
        return MISSING_PICTURE, f"there is no picture '{file}'", beside
    if len(data) > MAX_PICTURE_BYTES:
        message = f"the picture '{file}' is larger than {MAX_PICTURE_BYTES // 1000} kB"
        return BAD_PICTURE, message, "save it smaller"
    if kind is None or picture_kind(data) != kind:
        message = f"the picture '{file}' is not what its name says"
        return BAD_PICTURE, message, "use a .png, .jpg or .webp picture, named for what it is"
    size = size_of(data)
    if size is not None and not all(0 < side <= MOST_POINTS for side in size):
        message = f"the picture '{file}' is {size[0]:,} by {size[1]:,} points"
        return BAD_PICTURE, message, f"save it with at most {MOST_POINTS:,} points on each side"
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
