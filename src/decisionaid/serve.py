"""Show the site in a browser while it is written: what changes is made anew, and the page reloads.

Layer 5. Pages of aids are made from their sources when they are asked for, so none can be stale; only
the handbook is written, to a folder that goes away afterwards. Answers this machine alone.
"""

from __future__ import annotations

import errno
import html
import json
import mimetypes
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Final
from urllib.parse import unquote, urlsplit

from decisionaid.aid_folder import SLUG, AidFiles, View, aid_files, aid_folders
from decisionaid.handbook import CONFIGURATION, HandbookError, build_handbook, why_left_out
from decisionaid.render import AidCard
from decisionaid.report import as_text
from decisionaid.site import SiteError, aids_of, assets, site_files

LOOK_EVERY: Final = 0.3
"""Seconds between two looks at the files."""

HOSTS: Final = frozenset({"127.0.0.1", "localhost"})
"""Names under which we answer: a page elsewhere could make its own name lead here."""

RELOAD: Final = """\
"use strict";
if (!window.decisionaidReloads) {
  window.decisionaidReloads = true;
  let seen = "";
  new EventSource("/__changes").onmessage = ({ data }) => {
    if (seen && data !== seen) location.reload();
    seen = data;
  };
}
"""

_PROBLEM: Final = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/aid.css">
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
_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_PORTS_TO_TRY: Final = 50

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
        if not address.endswith("/") and not Path(parts[-1]).suffix and parts[-1] != "":
            return Answer(b"", status=HTTPStatus.MOVED_PERMANENTLY, location=f"{address}/")
        name = "/".join([*parts, "index.html"] if address.endswith("/") else parts).lstrip("/")
        if parts[0] == "aids" and len(parts) > 1 and SLUG.fullmatch(parts[1]):
            return self._of_aid(parts[1], name)
        return self._of_site(name)

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
    report = as_text(aid.diagnostics, {aid.source.name: aid.source}, colour=False)
    return problem(
        f"The aid '{aid.slug}' has errors",
        "It has no page until they are mended. This page follows when you save.",
        report,
    )


def _not_found() -> Answer:
    return problem(
        "There is no such page", "Start again from the home page.", "/", HTTPStatus.NOT_FOUND
    )


class Changes:
    """Counts the changes that browsers are told of."""

    def __init__(self) -> None:
        """Start at the first state."""
        self.number = 1
        self.closed = False
        self._condition = threading.Condition()

    def tell(self) -> None:
        """Wake everybody who waits: something has changed."""
        with self._condition:
            self.number += 1
            self._condition.notify_all()

    def close(self) -> None:
        """Wake everybody who waits: it is over."""
        with self._condition:
            self.closed = True
            self._condition.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the number of the state, once it differs from ``seen`` or time is up."""
        with self._condition:
            self._condition.wait_for(lambda: self.closed or self.number != seen, seconds)
            return self.number


class Server(ThreadingHTTPServer):
    """Answers browsers on this machine."""

    daemon_threads = True
    # A port that another program listens on must be refused, not shared.
    allow_reuse_port = False

    def __init__(self, preview: Preview, port: int) -> None:
        """Listen on a port; 0 takes a free one.

        Raises:
            SiteError: the port is taken; the message names one that is not.
        """
        self.preview = preview
        self.changes = Changes()
        try:
            super().__init__(("127.0.0.1", port), _Asked)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
            raise SiteError(_port_advice(port)) from None

    @property
    def address(self) -> str:
        """Where the site is, for a browser."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def watch(self, told: Callable[[list[AidFiles]], None], stop: threading.Event) -> None:
        """Look at the files until ``stop``; tell the browsers, and ``told`` of problems that are new."""
        ours, theirs = self.preview.stamps()
        if self.preview.without_handbook is None:
            self.preview.build_handbook()
            self.changes.tell()
        while not stop.wait(LOOK_EVERY):
            new_ours, new_theirs = self.preview.stamps()
            if new_theirs != theirs and self.preview.without_handbook is None:
                self.preview.build_handbook()
            if (new_ours, new_theirs) != (ours, theirs):
                ours, theirs = new_ours, new_theirs
                told(list(self.preview.problems()))
                self.changes.tell()

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet when a browser goes away in the middle of an answer."""
        del request, client_address


class _Asked(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "decisionaid"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a page, a file, or the stream of changes."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        address = urlsplit(self.path).path
        if host not in HOSTS:
            words = "This preview answers under 127.0.0.1 and localhost only."
            self._send(problem("Not here", words, "", HTTPStatus.MISDIRECTED_REQUEST))
        elif address == "/__changes":
            self._stream()
        elif address == "/__reload.js":
            self._send(Answer(RELOAD.encode(), "text/javascript; charset=utf-8"))
        else:
            self._send(self._answer(address))

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self.do_GET()

    def _answer(self, address: str) -> Answer:
        try:
            return self.server.preview.answer(address)
        except (OSError, SiteError) as error:
            return problem("This page cannot be shown", "The reason:", str(error))
        except Exception as error:  # noqa: BLE001 - a preview goes on
            words = (
                "This is a fault of decisionaid, not of the aid. Please report it with these words."
            )
            fault = f"{type(error).__name__}: {error}"
            return problem("A fault of our own", words, fault, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Content-Security-Policy", policy_of(answer))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _stream(self) -> None:
        """Tell the number of the state at once and at each change, until the browser goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        changes, seen = self.server.changes, 0
        while self.command != "HEAD" and not changes.closed:
            number = changes.wait(seen, 15)
            line = f"data: {json.dumps(number)}\n\n" if number != seen else ": still here\n\n"
            self.wfile.write(line.encode())
            self.wfile.flush()
            seen = number
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is given
        """Say nothing of each request."""


def policy_of(answer: Answer) -> str:
    """Return the policy of a page, from the page itself, with what only a header can say."""
    found = _POLICY.search(answer.body[:4096].decode("utf-8", "replace"))
    policy = html.unescape(found[1]) if found else "default-src 'none'"
    return f"{policy}; frame-ancestors 'none'"


def _port_advice(port: int) -> str:
    """Say that a port is taken, and which one is free."""
    for other in range(port + 1, min(port + _PORTS_TO_TRY, 65536)):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", other)) != 0:
                return f"Port {port} is taken. Try: decisionaid serve --port {other}"
    return f"Port {port} is taken. Name another with --port."


def serve(
    project: Path,
    port: int,
    *,
    started: Callable[[Server], None],
    told: Callable[[list[AidFiles]], None],
) -> None:
    """Serve a project until Ctrl-C.

    Args:
        project: the folder that has ``aids`` and, when there is a handbook, ``mkdocs.yml``.
        port: 0 takes a free one.
        started: told once browsers are answered.
        told: given the aids with problems, at first and after each change.

    Raises:
        SiteError: there are no aids, or the port is taken.
    """
    stop = threading.Event()
    with TemporaryDirectory(prefix="decisionaid-") as handbook:
        preview = Preview(project, Path(handbook))
        assets()
        with Server(preview, port) as server:
            watcher = threading.Thread(target=server.watch, args=(told, stop), daemon=True)
            started(server)
            told(list(preview.problems()))
            watcher.start()
            try:
                server.serve_forever(poll_interval=0.1)
            except KeyboardInterrupt:
                pass
            finally:
                stop.set()
                server.changes.close()
