"""A folder whose pages note their own complaints, for engines that tell their driver of none."""

from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tests.browser.folder import FolderHandler

# It stands before the page's policy, so it is there before anything can go wrong, and it changes
# nothing. The names of what is noted are those of the browser.
LISTENER = """<script>{
  const noted = globalThis.complaints = [];
  const note = (kind, words) => noted.push(`${kind}: ${words}`);
  addEventListener("error", ({ message, target }) =>
    note("error", message ?? `not loaded: ${target.src ?? target.href}`), true);
  addEventListener("unhandledrejection", ({ reason }) => note("rejection", reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    note("policy", `${effectiveDirective} ${blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const said = console[kind];
    console[kind] = (...words) => { note(kind, words.join(" ")); said.apply(console, words); };
  }
}</script>"""
HEAD = b"<head>"
COMPLAINTS = "() => globalThis.complaints ?? ['no listener is on this page']"
"""Asks a page for what it noted since it was loaded."""


class NotingHandler(FolderHandler):
    """Serve a folder with the listener in each page."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send a page with the listener at the start of its head, anything else as it is."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        page = path.read_bytes().replace(HEAD, HEAD + LISTENER.encode(), 1)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return BytesIO(page)
