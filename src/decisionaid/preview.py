"""Answer with the site as it is now: pages made from their sources when they are asked for.

Layer 5. None can be stale; only the handbook is written, to a folder that its owner takes away.
"""

from __future__ import annotations

import html
import mimetypes
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from tempfile import mkdtemp
from typing import Final
from urllib.parse import unquote

from decisionaid.aid_folder import SLUG, AidFiles, View, aid_files, aid_folders
from decisionaid.diagnostics import Severity
from decisionaid.handbook import CONFIGURATION, HandbookError, build_handbook, why_left_out
from decisionaid.render import AidCard
from decisionaid.report import as_text
from decisionaid.site import aids_of, assets, site_files

PROBLEM_STYLE: Final = """\
main { margin: 2rem auto; padding: 0 1rem; max-width: 72rem; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid; font-size: 0.9rem; line-height: 1.5; }
"""

_PROBLEM: Final = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/aid.css">
<link rel="stylesheet" href="/__problem.css">
<script src="/__reload.js" defer></script>
</head>
<body>
<main id="main">
<h1>{title}</h1>
<p>{words}</p>
<pre tabindex="0">{report}</pre>
</main>
</body>
</html>
"""
Stamp = dict[str, tuple[int, int]]
"""Time of change and size of files, by path."""


@dataclass(frozen=True)
class Answer:
    """What a browser gets."""

    body: bytes
    kind: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""


class Preview:
    """The site as it is now, by address; safe to ask from several threads."""

    def __init__(self, project: Path, handbook: Path) -> None:
        """Look at a project; its handbook is built into folders within ``handbook``."""
        self.project = project
        self.aids = aids_of(project)
        self._room = handbook
        self.handbook = handbook
        self.without_handbook = why_left_out(project)
        self.handbook_fault = ""
        self._known: dict[str, tuple[Stamp, AidFiles]] = {}
        self._lock = threading.Lock()

    def answer(self, address: str) -> Answer:
        """Return what stands at an address such as ``/aids/knee-pain/``."""
        parts = [unquote(part) for part in address.strip("/").split("/")]
        if address.startswith("//") or any(
            part in {"..", "."} or "\\" in part or "\0" in part for part in parts
        ):
            return _not_found()
        if not address.endswith("/") and not Path(parts[-1]).suffix:
            return self._with_slash(f"{address}/")
        name = "/".join([*parts, "index.html"] if address.endswith("/") else parts).lstrip("/")
        if parts[0] == "aids" and len(parts) > 1 and SLUG.fullmatch(parts[1]):
            return self._of_aid(parts[1], name)
        return self._of_site(name)

    def _with_slash(self, address: str) -> Answer:
        """Lead to a page whose address was written without its last slash."""
        there = self.answer(address).status is HTTPStatus.OK
        return Answer(b"", status=HTTPStatus.FOUND, location=address) if there else _not_found()

    def stamps(self) -> tuple[Stamp, Stamp]:
        """Return the state of the files of aids and pages, and of the handbook's files."""
        ours = stamp_of(self.aids, Path(__file__).parent / "_static")
        return ours, stamp_of(self.project / "site", self.project / CONFIGURATION)

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

    def problems(self) -> Iterator[AidFiles]:
        """Yield each aid of which something must be said, in order of their names."""
        for folder in aid_folders(self.aids):
            aid = self._aid(folder)
            if aid.diagnostics:
                yield aid

    @property
    def _view(self) -> View:
        return View(live=True, handbook=self.without_handbook is None)

    def _aid(self, folder: Path) -> AidFiles:
        """Return an aid, compiled again only when a file of it has changed."""
        now = stamp_of(folder)
        with self._lock:
            known = self._known.get(folder.name)
            if known is None or known[0] != now:
                known = now, aid_files(folder, self.aids, self._view)
                self._known[folder.name] = known
        return known[1]

    def _of_aid(self, slug: str, name: str) -> Answer:
        folder = self.aids / slug
        if not (folder / "index.md").is_file():
            return _not_found()
        aid = self._aid(folder)
        if aid.card is None:
            return _problem_of(aid)
        data = aid.files.get(name)
        return Answer(data, kind_of(name)) if data is not None else _not_found()

    def _of_site(self, name: str) -> Answer:
        loaded = assets()
        if name.startswith("assets/") and name.removeprefix("assets/") in loaded:
            return Answer(loaded[name.removeprefix("assets/")], kind_of(name))
        made = site_files(self._cards(), self._view)
        if name in made:
            return Answer(made[name], kind_of(name))
        return self._of_handbook(name)

    def _cards(self) -> list[AidCard]:
        every = (self._aid(folder) for folder in aid_folders(self.aids))
        return [aid.card for aid in every if aid.card is not None]

    def _of_handbook(self, name: str) -> Answer:
        if self.handbook_fault:
            return problem("The handbook could not be built", "MkDocs said:", self.handbook_fault)
        path = (self.handbook / name).resolve()
        if not path.is_relative_to(self.handbook.resolve()) or not path.is_file():
            return _not_found()
        data = path.read_bytes()
        if name.endswith(".html"):
            data = data.replace(b"</head>", b'<script src="/__reload.js" defer></script></head>', 1)
        return Answer(data, kind_of(name))


def kind_of(name: str) -> str:
    """Return the media type of a file by its name."""
    kinds = {".js": "text/javascript", ".webp": "image/webp", ".json": "application/json"}
    kind = (
        kinds.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    )
    written = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if written else kind


def stamp_of(*places: Path) -> Stamp:
    """Return when each file beneath some folders was changed, and how long it is."""
    stamp: Stamp = {}
    for place in places:
        for path in (place, *place.rglob("*")):
            try:
                seen = path.stat()
            except OSError:  # gone again, or a link that leads nowhere
                continue
            if path.is_file():
                stamp[path.as_posix()] = (seen.st_mtime_ns, seen.st_size)
    return stamp


def problem(title: str, words: str, report: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Return a page that says what is wrong, as text only."""
    page = _PROBLEM.format(
        title=html.escape(title), words=html.escape(words), report=html.escape(report)
    )
    return Answer(page.encode("utf-8"), status=status)


def _problem_of(aid: AidFiles) -> Answer:
    first = sorted(aid.diagnostics, key=lambda each: each.code.severity is not Severity.ERROR)
    report = as_text(first, {aid.source.name: aid.source}, colour=False)
    return problem(
        f"The aid '{aid.slug}' has errors",
        "It has no page until they are mended. This page follows when you save.",
        report,
    )


def _not_found() -> Answer:
    return problem(
        "There is no such page", "Start again from the home page.", "/", HTTPStatus.NOT_FOUND
    )
