"""Say how heavy a built page is, with everything that its HTML makes a browser load."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 9  # what `gzip -9` gives, as a host does for files that it compresses once


@dataclass(frozen=True)
class Weight:
    """Bytes of a page and of what it loads, each file compressed by itself."""

    requests: int
    raw: int
    gzipped: int
    html_gzipped: int
    """Of `gzipped`, the page alone."""


class Loaded(HTMLParser):
    """Collect the addresses that a page loads by itself: styles, scripts and images.

    What stands in a template is loaded when a script of the page wants it, and listed apart.
    """

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.wanted_later: list[str] = []
        self._templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element loads."""
        given = dict(attrs)
        self._templates += tag == "template"
        addresses = self.wanted_later if self._templates else self.addresses
        if tag in {"script", "img"} and (address := given.get("src")):
            addresses.append(address)
        if tag == "link" and given.get("rel") in {"stylesheet", "icon"}:
            addresses.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        """Note where a template ends."""
        self._templates -= tag == "template"


def loaded_files(page: Path, site: Path) -> Iterator[Path]:
    """Yield the page and each file of the site that it loads, once each.

    What a script asks for later, such as the index of a search, is not counted.
    """
    yield page
    yield from _files(_read(page).addresses, page, site)


def files_wanted_later(page: Path, site: Path) -> Iterator[Path]:
    """Yield each file that waits in a template of the page until a person begins."""
    yield from _files(_read(page).wanted_later, page, site)


def _read(page: Path) -> Loaded:
    reader = Loaded()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader


def _files(addresses: list[str], page: Path, site: Path) -> Iterator[Path]:
    for address in dict.fromkeys(addresses):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        base = site if parts.path.startswith("/") else page.parent
        yield base / unquote(parts.path.lstrip("/"))


def weigh(page: Path, site: Path) -> Weight:
    """Return the weight of a page; a file that it names and that is not there is an OSError."""
    files = list(loaded_files(page, site))
    compressed = [gzipped(path) for path in files]
    raw = sum(path.stat().st_size for path in files)
    return Weight(len(files), raw, sum(compressed), compressed[0])


def gzipped(path: Path) -> int:
    """Return how many bytes of a file a host sends."""
    return len(gzip.compress(path.read_bytes(), LEVEL, mtime=0))
