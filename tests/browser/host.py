"""A server of built pages that can go away, fail, cut and come back, and send what hosts are told to send."""

import re
import shutil
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

from decisionaid.site import build_site
from decisionaid.site.hosting import COMMON
from tests.browser.folder import FolderHandler
from tests.conftest import ROOT
from tests.our_aids import EARS


class Host(AbstractContextManager["Host"]):
    """A server in a folder below the root of its address, which can go away, fail, and come back."""

    def __init__(self, folder: Path) -> None:
        """Serve what stands in a folder, under `/place/`."""
        self.folder = folder
        self.root = folder.parent
        self.cut: set[str] = set()
        """How addresses end that are cut in the middle."""
        self.fails: set[str] = set()
        """How addresses end that are answered with 500."""
        self.asked: list[str] = []
        self.port = 0
        self._server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        """Where the site is; ends in a slash."""
        return f"http://127.0.0.1:{self.port}/{self.folder.name}/"

    def __enter__(self) -> Self:
        self.up()
        return self

    def __exit__(self, *_: object) -> None:
        self.down()

    def up(self) -> None:
        """Answer again, at the address of before."""
        host = self

        class Handler(FolderHandler):
            def end_headers(self) -> None:
                # A worker goes by these alone, and pages by their own policy too.
                for name, value in COMMON.items():
                    self.send_header(name, value)
                super().end_headers()

            def do_GET(self) -> None:  # noqa: N802 - the name that the server looks for
                host.asked.append(self.path)
                if any(self.path.endswith(each) for each in host.fails):
                    self.send_error(500)
                elif any(self.path.endswith(each) for each in host.cut):
                    data = Path(self.translate_path(self.path)).read_bytes()
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data[: len(data) // 2])
                    self.close_connection = True
                else:
                    super().do_GET()

        answering = partial(Handler, directory=str(self.root))
        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), answering)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()

    def down(self) -> None:
        """Be gone: whoever asks gets no answer."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def changed(
    host: Host,
    tmp_path: Path,
    *changes: tuple[str, str],
    slug: str = EARS,
    today: date | None = None,
) -> None:
    """Put another version of the site in the place of the first: the text of an aid has changed."""
    aids = tmp_path / "aids"
    if not aids.exists():
        shutil.copytree(ROOT / "aids", aids)
    source = aids / slug / "index.md"
    text = source.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    source.write_text(text, "utf-8")
    build_site(aids, host.folder, today=today)


def title_of(slug: str) -> str:
    """Return the line of an aid's source that has its title."""
    found = re.search(r"^# .*$", (ROOT / f"aids/{slug}/index.md").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[0]
