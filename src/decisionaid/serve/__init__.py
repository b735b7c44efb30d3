"""Show the site in a browser while it is written: a page reloads when what it is made from changes.

Layer 5. Answers this machine alone.
"""

from __future__ import annotations

import errno
import html
import json
import re
import socket
import threading
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlsplit

from decisionaid.serve.answers import PROBLEM_STYLE, Answer, own_file, problem
from decisionaid.serve.changes import Changes, Told
from decisionaid.serve.local import LocalPlace
from decisionaid.serve.looks import LOOK_EVERY, Looks
from decisionaid.serve.preview import Preview
from decisionaid.site import SiteError, assets

HOSTS: Final = frozenset({"127.0.0.1", "localhost"})
"""Names under which we answer: a page elsewhere could make its own name lead here."""

OWN_FILES: Final = {
    "/__workbench.js": "workbench.js",
    "/__workbench.css": "workbench.css",
}
"""What the workbench loads, by address."""

RELOAD: Final = """\
"use strict";
// In a frame, the workbench sees to it.
if (window.top === window && !window.decisionaidReloads) {
  window.decisionaidReloads = true;
  let seen = "";
  new EventSource("/__changes").onmessage = ({ data }) => {
    if (seen && data !== seen) location.reload();
    seen = data;
  };
}
"""

_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_PORTS_TO_TRY: Final = 50


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
        # Before anybody is answered: what changes from then on is told.
        self._looks = Looks(preview.stamp)
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

    def watch(self, told: Told, stop: threading.Event) -> None:
        """Look at the files until ``stop``; tell the browsers of each change, and then ``told``.

        What takes seconds has a thread of its own, so that a change of an aid never waits for it:
        to build the handbook, and to read every aid for the first time, or anew on another day.
        """
        others = [
            threading.Thread(target=self._watch_handbook, args=(stop,), daemon=True),
            threading.Thread(target=self._tell_of_days, args=(told, stop), daemon=True),
        ]
        for other in others:
            other.start()
        while not stop.wait(LOOK_EVERY):
            before, now = self._looks.stamp, self._looks.again()
            if now != before:
                self.changes.tell()
                changed = self.preview.changed(before, now)
                told(changed, first=False)
                self._tell_of_place()
                for aid in changed:
                    self._looks.watch(self.preview.aids / aid.slug)
        for other in others:
            other.join()

    def _tell_of_place(self) -> None:
        if self.preview.local:
            self.preview.local.tell(self.preview.today())

    def _tell_of_days(self, told: Told, stop: threading.Event) -> None:
        """Tell of every aid, and again when another day begins: it may bring banners with it."""
        day = self.preview.today()
        told(list(self.preview.every_aid()), first=True)
        while not stop.wait(LOOK_EVERY):
            if (now := self.preview.today()) != day:
                day = now
                self.changes.tell()
                told(list(self.preview.every_aid()), first=True)
                self._tell_of_place()

    def _watch_handbook(self, stop: threading.Event) -> None:
        """Build the handbook, and build it again when it changes."""
        if self.preview.without_handbook is not None:
            return
        looks = Looks(self.preview.handbook_stamp)
        before = None
        while not stop.is_set():
            now = looks.again()
            if now != before:
                self.preview.build_handbook()
                self.changes.tell()
                before = now
            stop.wait(LOOK_EVERY)

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
        elif address in OWN_FILES:
            self._send(own_file(OWN_FILES[address]))
        elif address == "/__problem.css":
            self._send(Answer(PROBLEM_STYLE.encode(), "text/css; charset=utf-8"))
        else:
            self._send(self._answer(address, urlsplit(self.path).query))

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self.do_GET()

    def _answer(self, address: str, query: str) -> Answer:
        try:
            return self.server.preview.answer(address, query)
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
    ancestors = "'self'" if answer.framed else "'none'"
    return f"{policy}; frame-ancestors {ancestors}"


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
    today: Callable[[], date | None],
    started: Callable[[Server], None],
    told: Told,
    local: LocalPlace | None = None,
) -> None:
    """Serve a project until Ctrl-C.

    Args:
        project: the folder that has ``aids`` and, when there is a handbook, ``mkdocs.yml``.
        port: 0 takes a free one.
        today: the day that the dates of aids are held against; asked again and again.
        started: told once browsers are answered.
        told: given every aid at first and on a new day, and after each change those that changed.
        local: the place that the site is for; None: for none.

    Raises:
        SiteError: there are no aids, or the port is taken.
    """
    stop = threading.Event()
    with TemporaryDirectory(prefix="decisionaid-") as handbook:
        preview = Preview(project, Path(handbook), today, local)
        assets()
        with Server(preview, port) as server:
            watcher = threading.Thread(target=server.watch, args=(told, stop), daemon=True)
            try:
                started(server)
                watcher.start()
                server.serve_forever(poll_interval=0.1)
            except KeyboardInterrupt:
                pass
            finally:
                stop.set()
                server.changes.close()
