"""Make one file of an aid, or of the clinician's page: it works from a disk and as an attachment.

Layer 4, on a page that ``first_view`` has written. All that the page would fetch stands in it: scripts in the
templates from which they are copied, pictures as ``data:``, what the clinician's page asks for in blocks of data.
Its policy names the hash of each script, and lets in nothing from anywhere.
"""

from __future__ import annotations

import base64
import html
import mimetypes
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup, escape

from decisionaid.disk.aid_folder import AidFiles
from decisionaid.disk.aid_pages import View
from decisionaid.language import Words, words_in
from decisionaid.render import render_clinician_page
from decisionaid.site.first_view import POLICY, hash_of, text_between_tags, with_first_view

_PART: Final = re.compile(r"(<script\b[^>]*>.*?</script>|<style>.*?</style>)", re.DOTALL)
_FETCHED: Final = re.compile(r"""<script src=["']?([^"'\s>]+)["']?(?: defer)?></script>""")
_RUNS: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PICTURE: Final = re.compile(r"""(<img\b[^>]*?\ssrc=)["']?([^"'\s>]+)["']?""")
_LINK: Final = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HREF: Final = re.compile(r"""\shref=(?:"([^"]*)"|([^"'\s>]+))""")
_OUTSIDE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_CLINICIAN: Final = re.compile(r"""(?<=data-clinician=)["']?[^"'\s>]+["']?""")
_ID: Final = re.compile(r"""(?<=\sid=)(["']?)([\w-]+)\1""")

_MESSAGES: Final = re.compile(
    r"""(?=<script type=["']?application/json["']? id=["']?messages["']?>)"""
)
"""Behind what the page shows, and before any script that changes it."""

AS_MADE: Final = "as-made.js"
EVIDENCE: Final = "evidence.html"
_INSIDE: Final = "evidence-inside"
_START: Final = re.compile(rf"""<details\b[^>]*\sid=["']?{_INSIDE}["']?>""")
_MARK: Final = "evidence-"
"""Before the names of places that are on both pages, such as that of a source."""


@dataclass(frozen=True)
class _Page:
    """The page that becomes a file, and what is beside it."""

    name: str
    files: Mapping[str, bytes]
    """All that it may fetch, by path beneath the site's root."""
    words: Words
    site: str
    """The address of the site, ending in a slash; empty: links to its other pages lead nowhere."""

    def path(self, address: str) -> str:
        """Return where an address leads, beneath the site's root."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.name), address))

    def data(self, address: str) -> bytes:
        """Return a file by its address.

        Raises:
            ValueError: nothing stands there, and the file would not be whole.
        """
        if (found := self.files.get(self.path(address))) is None:
            raise ValueError(f"the page asks for '{address}', which is not among its files")
        return found


def file_of_aid(aid: AidFiles, assets: Mapping[str, bytes], language: str, site: str = "") -> bytes:
    """Return an aid as one file; its files come from a ``View`` for one file.

    ``assets`` are by name. ``site`` is the address to which its links lead; empty: they are said to lead nowhere.
    """
    name = f"aids/{aid.slug}/index.html"
    files = {**aid.files, **{f"assets/{each}": data for each, data in assets.items()}}
    page = _Page(name, files, words_in(language), site)
    text = with_first_view(aid.files[name], assets).decode("utf-8")
    text = _CLINICIAN.sub(f'"{escape(site)}clinician/"' if site else '""', text)
    return _whole(page, _own_places(text))


def file_for_clinician(
    aids: Sequence[AidFiles], assets: Mapping[str, bytes], view: View, site: str = ""
) -> bytes:
    """Return the clinician's page with the words of aids as one file; arguments as for an aid."""
    own = replace(view, offline=False).site("../")
    cards = [aid.card for aid in aids if aid.card]
    data = {
        f"../{name}": content
        for aid in aids
        for name, content in sorted(aid.files.items())
        if name.endswith(("/aid.json", "/practice.json")) or "/versions/" in name
    }
    blocks = Markup("").join(map(_block, data, data.values()))
    markup = render_clinician_page(cards, own).replace(
        '<script type="application/json" id="known-aids">',
        f'{blocks}<script type="application/json" id="known-aids">',
        1,
    )
    files = {f"assets/{each}": content for each, content in assets.items()}
    page = _Page("clinician/index.html", files, words_in(own.language), site)
    return _whole(page, with_first_view(markup.encode("utf-8"), assets).decode("utf-8"))


def _block(address: str, content: bytes) -> Markup:
    """Return data that the page asks for by an address; nothing in it can end the element."""
    text = content.decode("utf-8").strip()
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    data = Markup(text)  # noqa: S704 - no sign of HTML is left in it
    return Markup('<script type="application/json" data-file="{}">{}</script>\n').format(
        address, data
    )


def _whole(page: _Page, text: str) -> bytes:
    """Put into a page what it would fetch, and name it in the policy."""
    text = _MESSAGES.sub(lambda _: _as_made(page), text, count=1)
    text = _FETCHED.sub(
        lambda found: f"<script>{text_between_tags(page.data(found[1]))}</script>", text
    )
    text = _outside_scripts(
        text, lambda part: _PICTURE.sub(lambda found: _inlined(page, found), part)
    )
    text = _outside_scripts(text, lambda part: _LINK.sub(lambda found: _led(page, found), part))
    scripts = dict.fromkeys(hash_of(each) for each in _RUNS.findall(text))
    return POLICY.sub(lambda found: _policy(found[0], list(scripts)), text, count=1).encode("utf-8")


def _as_made(page: _Page) -> Markup:
    """Return what lets the file, when it is saved as it stands, begin as it was made."""
    script = posixpath.relpath(f"assets/{AS_MADE}", posixpath.dirname(page.name))
    words = page.words.say("saved_again")
    return Markup(
        '<template id="made-anew"><p class="message">{}</p></template>\n<script src="{}"></script>\n'
    ).format(words, script)


def _policy(written: str, scripts: Sequence[str]) -> str:
    """Return the policy of a page in one file: what stands in it, under its hash, and nothing else."""
    said = dict(part.split(" ", 1) for part in html.unescape(written).split("; "))
    said |= {
        "script-src": " ".join(scripts),
        "img-src": "data:",
        "connect-src": "'none'",
        "worker-src": "'none'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in said.items())


def _outside_scripts(text: str, change: Callable[[str], str]) -> str:
    """Change what is neither script nor style."""
    parts = _PART.split(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


def _inlined(page: _Page, found: re.Match[str]) -> str:
    address = html.unescape(found[2])
    if _OUTSIDE.match(address):
        return found[0]
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    kind = "image/webp" if address.endswith(".webp") else kind
    data = base64.b64encode(page.data(address)).decode("ascii")
    return f'{found[1]}"data:{kind};base64,{data}"'


def _led(page: _Page, found: re.Match[str]) -> str:
    """Return a link as it leads from the file: into it, to the site, or nowhere, which is said."""
    href = _HREF.search(found[1])
    address = html.unescape(href[1] or href[2] or "") if href else "#"
    if address.startswith("#") or _OUTSIDE.match(address) or not href:
        return found[0]
    target, _, place = address.partition("#")
    if target == EVIDENCE:
        return _to(found, href, f"#{_MARK}{place}" if place else f"#{_INSIDE}")
    if page.site:
        there = page.path(target) + ("/" if target.endswith("/") else "")
        whole = there.removesuffix("index.html").removeprefix("./")
        return _to(found, href, f"{page.site}{whole}" + (f"#{place}" if place else ""))
    return f"<span>{found[2]} {escape(page.words.say('not_inside'))}</span>"


def _to(found: re.Match[str], href: re.Match[str], address: str) -> str:
    said = found[1].replace(href[0], f' href="{escape(address)}"', 1)
    return f"<a{said}>{found[2]}</a>"


def _own_places(text: str) -> str:
    """Give the places of the evidence names of their own: some are on the page of the aid too."""
    found = _START.search(text)
    if found is None:
        return text
    end = text.index("</details>", found.end())
    inside = text[found.end() : end]
    inside = _ID.sub(rf'"{_MARK}\2"', inside)
    inside = re.sub(r"""(?<=\shref=)(["']?)#([\w-]+)\1""", rf'"#{_MARK}\2"', inside)
    return text[: found.end()] + inside + text[end:]
