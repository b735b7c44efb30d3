"""Answer with the site as it is now: pages made from their sources when they are asked for.

Layer 5. None can be stale; only the handbook is written, to a folder that its owner takes away.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from http import HTTPStatus
from pathlib import Path
from stat import S_ISDIR
from tempfile import mkdtemp
from urllib.parse import parse_qs, unquote

from decisionaid.compiler.explain import all_codes, explain
from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.aid_folder import AidFiles, aid_files
from decisionaid.disk.aid_pages import View
from decisionaid.disk.plain_files import aid_folders
from decisionaid.disk.source_file import SLUG, read_source
from decisionaid.model.place import Place
from decisionaid.read.faults import INTERNAL_FAULT
from decisionaid.render import AidCard
from decisionaid.serve.answers import Answer, kind_of, not_found, problem, problem_of
from decisionaid.serve.local import LocalPlace
from decisionaid.serve.workbench import workbench_list, workbench_page
from decisionaid.site import STATIC, aids_of, assets, site_files, worker_script
from decisionaid.site.first_view import with_first_views
from decisionaid.site.handbook import CONFIGURATION, HandbookError, build_handbook, why_left_out
from decisionaid.site.offline import WORKER, farewell
from decisionaid.text import Span

Stamp = dict[str, tuple[int, int]]
"""Time of change and size of files, by path."""


class Preview:
    """The site as it is now, by address; safe to ask from several threads."""

    def __init__(
        self,
        project: Path,
        handbook: Path,
        today: Callable[[], date | None] = lambda: None,
        local: LocalPlace | None = None,
    ) -> None:
        """Look at a project; its handbook is built into folders within ``handbook``.

        ``today`` is asked again and again, since a preview may be open past midnight; None leaves
        the rules about dates silent. ``local`` is the place that the site is for; None: for none.
        """
        self.project = project
        self.today = today
        self.local = local
        self.aids = aids_of(project)
        self._room = handbook
        self.handbook = handbook
        self.without_handbook = why_left_out(project)
        self.handbook_fault = ""
        self._known: dict[str, tuple[Stamp, date | None, Place | None, AidFiles]] = {}
        # One for each aid: while one is compiled, the others are answered.
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def answer(self, address: str, query: str = "") -> Answer:
        """Return what stands at an address such as ``/aids/knee-pain/``; a view of it in ``query``."""
        parts = [unquote(part) for part in address.strip("/").split("/")]
        if address.startswith("//") or any(
            part in {"..", "."} or "\\" in part or "\0" in part for part in parts
        ):
            return not_found()
        if not address.endswith("/") and not Path(parts[-1]).suffix:
            return self._with_slash(f"{address}/")
        name = "/".join([*parts, "index.html"] if address.endswith("/") else parts).lstrip("/")
        if parts[0].startswith("__") and address.endswith("/"):
            return self._of_ours(parts, query)
        if parts[-1] == WORKER:
            # A page of an earlier build at this address goes from the device: a preview is always new.
            return Answer(farewell(worker_script()), kind_of(name))
        if parts[0] == "aids" and len(parts) > 1 and SLUG.fullmatch(parts[1]):
            return self._of_aid(parts[1], name)
        return self._of_site(name)

    def _with_slash(self, address: str) -> Answer:
        """Lead to a page whose address was written without its last slash."""
        there = self.answer(address).status is HTTPStatus.OK
        return Answer(b"", status=HTTPStatus.FOUND, location=address) if there else not_found()

    def stamp(self) -> Stamp:
        """Return the state of the files that aids and their pages are made of."""
        return stamp_of(self.aids, STATIC, *([self.local.path] if self.local else []))

    def handbook_stamp(self) -> Stamp:
        """Return the state of the files that the handbook is made of."""
        return stamp_of(self.project / "site", self.project / CONFIGURATION)

    def build_handbook(self) -> None:
        """Build the handbook anew, or keep the words of why it could not be built."""
        old, new = self.handbook, Path(mkdtemp(dir=self._room))
        try:
            build_handbook(self.project, new)
        except HandbookError as error:
            self.handbook_fault = str(error)
            return
        self.handbook, self.handbook_fault = new, ""
        if old != self._room:
            shutil.rmtree(old, ignore_errors=True)

    def every_aid(self) -> Iterator[AidFiles]:
        """Yield each aid as it is now, in order of their names."""
        for folder in aid_folders(self.aids):
            yield self._aid(folder)

    def changed(self, old: Stamp, new: Stamp) -> list[AidFiles]:
        """Return the aids of which a file changed between two stamps, in order of their names."""
        paths = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
        start = len(self.aids.as_posix()) + 1
        names = {path[start:].split("/", 1)[0] for path in paths}
        return [self._aid(each) for each in aid_folders(self.aids) if each.name in names]

    @property
    def _view(self) -> View:
        today = self.today()
        place = self.local.now(today) if self.local else None
        return View(today=today, live=True, handbook=self.without_handbook is None, place=place)

    def _aid(self, folder: Path) -> AidFiles:
        """Return an aid, compiled again only when a file of it has changed, or on another day."""
        now, view = stamp_of(folder), self._view
        with self._locks[folder.name]:
            known = self._known.get(folder.name)
            is_same = known and known[:2] == (now, view.today) and known[2] is view.place
            if known is None or not is_same:
                known = now, view.today, view.place, self._made(folder, view)
                self._known[folder.name] = known
        return known[3]

    def _made(self, folder: Path, view: View) -> AidFiles:
        """Make the files of an aid; a fault of our own is said as such, and the other aids go on."""
        try:
            return aid_files(folder, self.aids, view)
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - a preview goes on
            source, _faults = read_source(folder / "index.md", folder.name)
            message = f"making the page failed inside decisionaid ({type(error).__name__}: {error})"
            help_ = "report this with the file; the aid is not to blame"
            start = Span.on_line(1, 1, 1)
            found = Diagnostic(INTERNAL_FAULT, source.name, start, message, help_)
            return AidFiles(folder.name, source, (found,))

    def _of_ours(self, parts: list[str], query: str) -> Answer:
        """Return a page of the preview's own: the workbench, or what a code means."""
        match parts:
            case ["__workbench"]:
                return Answer(workbench_list(self.every_aid(), self.today()), framed=False)
            case ["__workbench", slug] if SLUG.fullmatch(slug):
                folder = self.aids / slug
                if (folder / "index.md").is_file():
                    asked, view = parse_qs(query).get("view", [""])[0], self._view
                    page = workbench_page(self._aid(folder), asked, view)
                    return Answer(page, framed=False)
            case ["__explain", code] if code in all_codes():
                return problem(f"What {code} means", "From the handbook:", explain(code))
        return not_found()

    def _of_aid(self, slug: str, name: str) -> Answer:
        folder = self.aids / slug
        if not (folder / "index.md").is_file():
            return not_found()
        aid = self._aid(folder)
        if aid.card is None:
            return problem_of(aid)
        data = aid.files.get(name)
        return not_found() if data is None else _shown(name, data, assets())

    def _of_site(self, name: str) -> Answer:
        loaded = assets()
        if name.startswith("assets/") and name.removeprefix("assets/") in loaded:
            return Answer(loaded[name.removeprefix("assets/")], kind_of(name))
        made = site_files(self._cards(), self._view)
        if name in made:
            return _shown(name, made[name], loaded)
        return self._of_handbook(name)

    def _cards(self) -> list[AidCard]:
        return [aid.card for aid in self.every_aid() if aid.card is not None]

    def _of_handbook(self, name: str) -> Answer:
        if self.handbook_fault:
            return problem("The handbook could not be built", "MkDocs said:", self.handbook_fault)
        path = (self.handbook / name).resolve()
        if not path.is_relative_to(self.handbook.resolve()) or not path.is_file():
            return not_found()
        data = path.read_bytes()
        if name.endswith(".html"):
            data = data.replace(b"</head>", b'<script src="/__reload.js" defer></script></head>', 1)
        return Answer(data, kind_of(name))


def _shown(name: str, data: bytes, loaded: Mapping[str, bytes]) -> Answer:
    """Return a file as a build writes it."""
    return Answer(with_first_views({name: data}, loaded)[name], kind_of(name))


def stamp_of(*places: Path) -> Stamp:
    """Return when each file beneath some folders was changed, and how long it is."""
    stamp: Stamp = {}
    left = [place.as_posix() for place in places]
    while left:
        path = left.pop()
        try:
            seen = os.stat(path)  # noqa: PTH116 - looked at three times a second; a Path costs as much again
            if S_ISDIR(seen.st_mode):
                left += (each.path for each in os.scandir(path) if not _leads_round(each))
            else:
                stamp[path] = (seen.st_mtime_ns, seen.st_size)
        except OSError:  # gone again, or a link that leads nowhere
            continue
    return stamp


def _leads_round(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link to a folder, which may hold itself."""
    return entry.is_symlink() and entry.is_dir()
