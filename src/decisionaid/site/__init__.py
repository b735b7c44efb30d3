"""Build the site: every aid's pages, the home page, the clinician's page and what they load.

Layer 4, the only module that writes the site. A file is written whole or not at all, and only when its
bytes change; one aid is in memory at a time. The same sources give the same bytes.
Longer than 300 lines: what is written, and what is taken away, stands in one place.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from jinja2 import TemplateError

from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.aid_folder import AidFiles, aid_files
from decisionaid.disk.aid_pages import View
from decisionaid.disk.plain_files import aid_folders
from decisionaid.disk.plan_examples import PLAN_EXAMPLES, plan_examples_of
from decisionaid.disk.source_file import SLUG
from decisionaid.disk.write_whole import write_whole
from decisionaid.language import words_in
from decisionaid.model.place import Place
from decisionaid.model.record import Record
from decisionaid.model.schema import schema_text
from decisionaid.render import (
    KEEP_WORDS,
    AidCard,
    keep_words_script,
    place_script,
    render_clinician_page,
    render_home,
    render_letter,
    render_near,
    render_plan_page,
    render_prepare,
)
from decisionaid.site import hosting
from decisionaid.site.first_view import with_first_views
from decisionaid.site.offline import WORKER, Workers
from decisionaid.site.own_theme import Theme, lost_words
from decisionaid.text import Source

Progress = Callable[[int, int, str], None]
"""Told before each aid: how many are done, how many there are, and the slug."""

STATIC: Final = Path(__file__).parents[1] / "_static"
SCHEMA: Final = "schema/record-1.json"
"""Where the record's JSON Schema stands; a folder that has it was made by a build."""

NEAR: Final = "plan/near/index.html"
"""The list of the place, for readers without a script."""
PLAN_KEEP_WORDS: Final = f"plan/{KEEP_WORDS}"
"""What is said of a plan that is kept on a device; not where many people use it."""
PLACE_DATA: Final = "plan/place.js"
"""The same as data, for the plan page."""

_OURS: Final = (
    "index.html", "large-print.html", "from-paper.html", "invitation.html",
    "grid.html", "evidence.html", "quality.html", "quality.json",
    "aid.json", "audio.txt", "audio-easy.txt", "worker.js", "words.js", "aloud-words.js", "keep-words.js",
    "back-words.js", "plan-words.js", "practice.json", "questionnaire.json",
    "images/*", "versions/*.json",
)  # fmt: skip
"""What an earlier build may have left in the folder of an aid."""


class SiteError(Exception):
    """The caller asked for something that cannot be done; the message is for people."""


@dataclass
class Built:
    """What a build made. Paths are beneath the site's root, with forward slashes."""

    pages: list[str] = field(default_factory=list)
    cards: list[AidCard] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Slugs of the aids that have errors, and so no page."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    """The sources that diagnostics are about, by name."""

    @property
    def ok(self) -> bool:
        """Whether every aid has its page."""
        return not self.refused

    def add(self, aid: AidFiles) -> None:
        """Note what came of an aid."""
        if aid.card is None:
            self.refused.append(aid.slug)
        else:
            self.cards.append(aid.card)
        if aid.diagnostics:
            self.diagnostics += aid.diagnostics
            self.sources[aid.source.name] = replace(aid.source)  # the text alone, without its lines


def build_site(  # noqa: PLR0913 - each is a part of what is built
    folder: Path,
    out: Path,
    *,
    today: date | None = None,
    progress: Progress | None = None,
    live: bool = False,
    handbook: bool = False,
    theme: Theme | None = None,
    place: Place | None = None,
    offline: bool = True,
    kiosk: bool = False,
) -> Built:
    """Build all aids of a folder into ``out``, which is made when it is missing.

    An aid with errors gets no page, an earlier page of it goes, and the others are built.

    Args:
        folder: the folder of aids, or a project that has one called ``aids``.
        out: the site's root; files that are not ours stay as they are.
        today: for the rules about dates; None leaves those rules silent.
        progress: told before each aid.
        live: let pages load the script that reloads them while they are being written.
        handbook: the handbook stands beside the aids, so that pages may lead to it.
        theme: templates and custom properties in the place of ours.
        place: a place without errors, which adds what can be had there; None: pages say nothing local.
        offline: pages are kept on the device of who opened them; False: on none, and what an earlier
            build left on one goes. It is False too while pages are being written, and for a kiosk.
        kiosk: for devices that many people use: nothing is kept, and all goes when nobody is there.

    Raises:
        SiteError: there are no aids, the browser's code was not bundled, ``out`` lies in ``folder``,
            words of an earlier text cannot be read, or the theme fails, or takes away what every page has to say.
        OSError: a file cannot be read or written.
    """
    aids = aids_of(folder)
    _check_places(aids, out)
    theme = theme or Theme()
    offline = offline and not live and not kiosk
    view = View(
        today=today,
        live=live,
        handbook=handbook,
        theme=theme.templates,
        place=place,
        offline=offline,
        kiosk=kiosk,
    )
    loaded = assets(theme.style)
    workers = Workers(worker_script(), loaded, offline=offline)
    built, folders = Built(), aid_folders(aids)
    sent_on: list[tuple[str, Path]] = []
    for done, each in enumerate(folders):
        if progress:
            progress(done, len(folders), each.name)
        aid = themed_files(each, aids, view, theme)
        if aid.unreadable:
            names = ", ".join(f"'{(each / name).as_posix()}'" for name in aid.unreadable)
            raise SiteError(
                f"These hold no words of an earlier text of '{aid.slug}': {names}. Records of that text "
                "could not be read. Put back what decisionaid release wrote, or take the file out."
            )
        built.add(aid)
        built.pages += _write_all(out, workers.of_aid(aid, with_first_views(aid.files, loaded)))
        _remove_stale(
            out / "aids" / each.name,
            out,
            {*aid.files, f"aids/{each.name}/{WORKER}"} if aid.files else set(),
        )
        if aid.successor:
            sent_on.append((aid.successor, each))
    absent = replace(view, absent=frozenset(built.refused))
    for each in (each for successor, each in sent_on if successor in absent.absent):
        # Once more, so that no link leads to nothing.
        again = aid_files(each, aids, absent)
        _write_all(out, workers.of_aid(again, with_first_views(again.files, loaded)))
    _remove_other_aids(out, {each.name for each in folders})
    _write_all(out, {f"assets/{name}": data for name, data in loaded.items()})
    _write_all(out, hosting.in_site())
    if place is None:
        _remove_place(out)
    with speaking_of(theme):
        files = site_files(built.cards, view)
    language = view.site("").language
    built.pages += _write_all(out, workers.of_site(with_first_views(files, loaded), language))
    for absent_file in {PLAN_EXAMPLES, PLAN_KEEP_WORDS} - files.keys():
        (out / absent_file).unlink(missing_ok=True)
    return built


def themed_files(folder: Path, aids: Path, view: View, theme: Theme) -> AidFiles:
    """Return the files of an aid as ``aid_files`` does, with what every page has to say.

    Raises:
        SiteError: the theme fails, or takes away what every page has to say.
        OSError: the source cannot be read.
    """
    with speaking_of(theme):
        aid = aid_files(folder, aids, view)
    if theme.templates and aid.card and (lost := list(lost_words(aid.files, aid.card))):
        raise SiteError(f"The theme takes away what every page has to say. {lost[0]}")
    return aid


@contextmanager
def speaking_of(theme: Theme) -> Iterator[None]:
    """Say of a theme's template that fails that it does; one of ours that fails is our own fault."""
    try:
        yield
    except TemplateError as error:
        if not theme.templates:
            raise
        raise SiteError(f"A template of the theme fails: {error}") from error


def aids_of(folder: Path) -> Path:
    """Return the folder of aids: ``aids`` in a project, or the folder itself.

    Raises:
        SiteError: there is no aid in it.
    """
    aids = folder / "aids" if (folder / "aids").is_dir() else folder
    if not aids.is_dir() or not aid_folders(aids):
        raise SiteError(
            f"There are no aids in '{folder.as_posix()}'. Make one with: decisionaid new first-aid"
        )
    return aids


def assets(style: str = "") -> dict[str, bytes]:
    """Return what pages load, by name; ``style`` are rules to put behind the style of every page.

    Raises:
        SiteError: the browser's code was not bundled.
    """
    if not (STATIC / "aid.js").is_file():
        raise SiteError(
            "The scripts and styles of the pages are missing. In a clone of the project, run: "
            "make bundle. Otherwise install decisionaid again."
        )
    found = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file()}
    # No page loads it: it is written beside the pages that it keeps, with a list of what it holds.
    del found[WORKER]
    return found | {"page.css": found["page.css"] + style.encode("utf-8")}


def worker_script() -> bytes:
    """Return the worker that keeps pages on a device, without the list of what it holds."""
    return (STATIC / WORKER).read_bytes()


def site_files(cards: list[AidCard], view: View) -> dict[str, bytes]:
    """Return the pages of the whole site and what stands beside them, by path."""
    examples = plan_examples_of(cards, view.site("").language)
    texts = {
        SCHEMA: schema_text(Record),
        "clinician/index.html": render_clinician_page(cards, view.site("../")),
        "index.html": render_home(cards, view.site("")),
        "plan/index.html": render_plan_page(cards, view.site("../"), has_examples=bool(examples)),
        "plan/letter/index.html": render_letter(view.site("../../")),
        "plan/prepare/index.html": render_prepare(view.site("../../")),
        "plan/prepare/large-print.html": render_prepare(view.site("../../"), large=True),
    }
    if not view.kiosk:
        texts[PLAN_KEEP_WORDS] = keep_words_script(words_in(view.site("").language), of_plan=True)
    if examples:
        texts[PLAN_EXAMPLES] = examples
    if view.place:
        texts[NEAR] = render_near(view.place, view.site("../../"))
        texts[PLACE_DATA] = place_script(view.place)
    return {name: text.encode("utf-8") for name, text in texts.items()}


def write_hosting(folder: Path) -> None:
    """Write what web servers read that take their headers from outside the site."""
    _write_all(folder, hosting.beside_site())


def write_gallery(out: Path) -> None:
    """Write the galleries of figures and of answers, for the handbook."""
    # Its examples are compiled: a build without a handbook does not wait for that.
    from decisionaid.site import gallery, gallery_answers  # noqa: PLC0415

    pages = {
        gallery.PAGE: gallery.gallery_page(),
        gallery_answers.PAGE: gallery_answers.answers_page(),
    }
    _write_all(out, {name: text.encode("utf-8") for name, text in pages.items()})


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give an empty folder to build into, and make ``out`` equal to it when all went well.

    Raises:
        SiteError: ``out`` holds something that no build has made.
    """
    if out.exists() and any(out.iterdir()) and not (out / SCHEMA).is_file():
        raise SiteError(
            f"'{out.as_posix()}' holds files that no build has made. "
            "Name another folder with --out, or empty that one."
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield new
        _mirror(new, out)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_new_aid(folder: Path, slug: str, text: str) -> Path:
    """Write the source of a new aid; return its path.

    Raises:
        SiteError: the slug will not do, or there is such an aid already.
    """
    if not SLUG.fullmatch(slug) or len(slug) > 64:
        raise SiteError(
            f"'{slug}' cannot be part of an address. "
            "Use small letters, digits and single hyphens, such as 'knee-pain'."
        )
    path = folder / slug / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise SiteError(f"'{path.as_posix()}' is there already and stays as it is.") from None
    return path


def _check_places(aids: Path, out: Path) -> None:
    """Keep a build from writing over what it reads."""
    if out.resolve().is_relative_to(aids.resolve()) or (out / "aids").resolve() == aids.resolve():
        raise SiteError(
            f"The site cannot go to '{out.as_posix()}', where the aids are. "
            "Name another folder with --out."
        )


def _write_all(out: Path, files: dict[str, bytes]) -> list[str]:
    """Write files by path; return the paths of the pages among them."""
    for name, data in files.items():
        _write(out / name, data)
    return [name for name in files if name.endswith(".html")]


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and leave one alone that is the same already."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def _remove_stale(folder: Path, out: Path, kept: set[str]) -> None:
    """Delete what an earlier build wrote for an aid and this one did not."""
    for pattern in _OURS:
        for path in folder.glob(pattern):
            if path.is_file() and path.relative_to(out).as_posix() not in kept:
                path.unlink()
    for empty in (folder / "images", folder / "versions", folder):
        if empty.is_dir() and not any(empty.iterdir()):
            empty.rmdir()


def _remove_other_aids(out: Path, slugs: set[str]) -> None:
    """Delete the pages of aids that are no more."""
    for folder in sorted((out / "aids").glob("*")):
        if folder.is_dir() and folder.name not in slugs:
            _remove_stale(folder, out, set())


def _remove_place(out: Path) -> None:
    """Delete the list of a place for which the site is built no longer."""
    for name in (NEAR, PLACE_DATA):
        (out / name).unlink(missing_ok=True)
    for folder in ((out / NEAR).parent, (out / PLACE_DATA).parent):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _mirror(new: Path, out: Path) -> None:
    """Make ``out`` equal to ``new``, touching only what differs."""
    names = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    for name in sorted(names):
        _write(out / name, (new / name).read_bytes())
    for path in sorted(out.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(out) not in names:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
