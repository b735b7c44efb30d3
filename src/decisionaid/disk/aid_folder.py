"""Turn the folder of one aid into the files of its place on the site, all in memory.

Layer 4. Compiles ``aids/<slug>/index.md``, looks at what the aid names beside it, and has its pages
written in memory; writes no file. The only module that knows all of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.aid_pages import View, pages_of, withdrawn_pages
from decisionaid.disk.documents import read_documents
from decisionaid.disk.pictures import pictures_of, read_pictures
from decisionaid.disk.plan_examples import plan_examples_with
from decisionaid.disk.source_file import SLUG, folder_fault, read_source
from decisionaid.disk.versions import FOLDER, released, version_files
from decisionaid.language import Words, words_in
from decisionaid.model.addresses import other_aid
from decisionaid.model.aid import Aid, Dates
from decisionaid.model.clock import Clock, clock_of
from decisionaid.model.ended import without_figures
from decisionaid.model.length import Length, length_of
from decisionaid.model.quality import Quality
from decisionaid.model.words import AidWords
from decisionaid.quality import assess
from decisionaid.read import read_aid
from decisionaid.read.faults import MISSING_SUCCESSOR
from decisionaid.render import AidCard, card_of
from decisionaid.rules.clock import RULES as CLOCK_RULES
from decisionaid.rules.links import links_of
from decisionaid.text import Source

# By number: once a waiver has ended, a finding of any rule may keep the page.
_ON_DATES: Final = frozenset(each.code.number for each in CLOCK_RULES)


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
    length: Length | None = None
    """How long it is for a patient, with errors too; None: it could not be read."""
    unreadable: tuple[str, ...] = ()
    """Names of files in its folder that should be words of earlier texts, and are none."""


def named_beside(aid: Aid | None) -> tuple[str, ...]:
    """Return the names of the files in its folder that an aid speaks of: pictures and documents."""
    if aid is None:
        return ()
    pictures = (picture.file for _path, picture in pictures_of(aid))
    documents = (each.document for each in aid.development)
    successor = _successor(aid)
    others = (*documents, f"../{successor}/index.md" if successor else "", *_linked_aids(aid))
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
    refused = folder_fault(folder, aids)
    if refused is not None:
        return AidFiles(slug, Source(path.as_posix(), "", slug), (refused,))
    source, compiled, beside = _compile(path, view.today)
    aid = compiled.aid
    if aid is None:
        return AidFiles(slug, source, compiled.diagnostics)
    clock = clock_of(aid, view.today)
    plain = AidFiles(
        slug, source, compiled.diagnostics, clock=clock, dates=aid.dates, length=length_of(aid)
    )
    if not compiled.has_page:
        return plain
    frozen = released(folder, slug)
    versions = version_files(aid, compiled.sha256, clock, frozen.words)
    hashes = tuple(Path(name).stem for name in versions)
    card = replace(
        card_of(aid, clock), versions=hashes, plan_examples=plan_examples_with(aid, compiled.sha256)
    )
    plain = replace(plain, card=card, unreadable=frozen.unreadable)
    found = compiled.diagnostics
    if not clock.shows_figures:
        aid, found = without_figures(aid), tuple(map(_without_words, found))
    quality = _assessed(aid, found, compiled, beside, words_in(aid.language))
    if clock.state == "withdrawn":
        title = _title_of(_successor(aid), aids, view)
        files = withdrawn_pages(aid, quality, view, title, versions.values())
        return replace(plain, files=files | versions, successor=_successor(aid))
    published = versions[f"aids/{slug}/{FOLDER}/{compiled.sha256}.json"]
    words = AidWords.model_validate_json(published)
    files = pages_of(aid, quality, view, words, versions.values())
    files |= {f"aids/{slug}/{name}": data for name, data in beside.pictures.items()}
    return replace(plain, files=files | versions)


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
    links = "](../" in source.text
    if aid is None or not ("![" in source.text or aid.development or aid.withdrawn or links):
        return source, compiled, _Beside()
    folder, name = path.parent, source.name
    pictures, found = (
        read_pictures(folder, aid, compiled, name) if "![" in source.text else ({}, [])
    )
    documents, lost = read_documents(folder, aid.development, compiled.spans, name)
    gone = _missing_successor(folder, aid, compiled)
    absent = _missing_aids(folder, aid, compiled)
    every = sorted(
        (*compiled.diagnostics, *found, *lost, *gone, *absent), key=lambda each: each.sort_key
    )
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


def _linked_aids(aid: Aid) -> tuple[str, ...]:
    """Return the sources of other aids of the site to which an aid links, as named from its folder."""
    slugs = (other_aid(link.address) for _path, link in links_of(aid))
    return tuple(f"../{slug}/index.md" for slug in dict.fromkeys(slugs) if slug)


def _missing_aids(folder: Path, aid: Aid, compiled: Compiled) -> Iterator[Diagnostic]:
    for path, link in links_of(aid):
        slug = other_aid(link.address)
        if slug and not (folder.parent / slug / "index.md").is_file():
            yield Diagnostic(
                MISSING_SUCCESSOR,
                compiled.source.name,
                compiled.spans.nearest(path),
                f"the link leads to '{link.address}', and there is no aid '{slug}' beside this one",
                "name the folder of another aid, or write an address that begins with https",
            )


def _title_of(slug: str, aids: Path, view: View) -> str | None:
    """Return the title of an aid that has a page, to name it in a link; None: it has none."""
    path = aids / slug / "index.md"
    if not slug or slug in view.absent or folder_fault(path.parent, aids) or not path.is_file():
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
    aid: Aid,
    found: Sequence[Diagnostic],
    compiled: Compiled,
    beside: _Beside,
    words: Words | None = None,
) -> Quality:
    """Hold an aid against the standards; ``words`` None: it is said in English, for authors."""
    return assess(
        aid,
        found,
        spans=compiled.spans,
        sha256=compiled.sha256,
        documents=beside.documents,
        context=compiled.context,
        words=words,
    )
