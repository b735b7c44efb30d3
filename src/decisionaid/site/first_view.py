"""Put into a page what its first view waits for: its style, and scripts that are not deferred.

Layer 4, the last step before a page is written. A browser shows nothing until it has these, and to
fetch them costs a slow network one more round trip. In the page they stand under their hashes in its
security policy, so that a byte more or less is refused. Of the style a page holds what can match on it
(``used_style``). A script stands in the head, where it goes before
all words, or is the last of the page, where no word waits for it.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Mapping
from typing import Final

from decisionaid.site.packed import packed
from decisionaid.site.used_style import used_style

_BODY: Final = "<body>"
_SHEET: Final = re.compile(r'<link rel="stylesheet" href="(?:\.\./)*assets/([a-z-]+\.css)">\n')
_SCRIPT: Final = re.compile(r'<script src="(?:\.\./)*assets/([a-z-]+\.js)"></script>')
_RUN: Final = re.compile(r'<script src="(?:\.\./)*assets/([a-z-]+\.js)"')
_LAST: Final = re.compile(rf"{_SCRIPT.pattern}(?=\s*</body>\s*</html>\s*\Z)")
POLICY: Final = re.compile(r'(?<=http-equiv="Content-Security-Policy" content=")[^"]*')
_ENDS: Final = re.compile(r"</(?:style|script)|<!--|[\r\0]", re.IGNORECASE)


def with_first_view(page: bytes, assets: Mapping[str, bytes]) -> bytes:
    """Return a page that is shown before it has fetched anything; ``assets`` are by name.

    Raises:
        ValueError: an asset cannot stand in a page, or the page has no policy to name it in.
    """
    page_text = page.decode("utf-8")
    head, body, rest = page_text.partition(_BODY)
    sheets = [found[1] for found in _SHEET.finditer(head)]
    run = "".join(assets[name].decode() for name in _RUN.findall(page_text) if name in assets)
    style = used_style("".join(text_between_tags(assets[name]) for name in sheets), page_text, run)
    scripts: list[str] = []

    def written(found: re.Match[str]) -> str:
        scripts.append(text_between_tags(assets[found[1]]))
        return f"<script>{scripts[-1]}</script>"

    once = iter((f"<style>{style}</style>\n",))
    head = _SHEET.sub(lambda _: next(once, ""), head)
    head = _SCRIPT.sub(written, head)
    # Nothing that an author wrote stands behind the last script, so no words of theirs are taken for it.
    words, last, end = _parted(rest)
    last = _SCRIPT.sub(written, last)
    head, count = POLICY.subn(lambda found: _naming(found[0], style, scripts), head, count=1)
    if not count:
        message = "a page without a security policy cannot hold a style or a script"
        raise ValueError(message)
    return f"{head}{body}{packed(words)}{last}{packed(end)}".encode()


def with_first_views(files: Mapping[str, bytes], assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files by path, with the first view in each page among them."""
    return {
        name: with_first_view(data, assets) if name.endswith(".html") else data
        for name, data in files.items()
    }


def _parted(rest: str) -> tuple[str, str, str]:
    """Return a page's words, the script that is its last, and what ends the page; no script: empty."""
    found = _LAST.search(rest)
    return (rest[: found.start()], found[0], rest[found.end() :]) if found else (rest, "", "")


def text_between_tags(data: bytes) -> str:
    """Return what will stand between two tags; nothing in it may end them, or be read as another sign."""
    text = data.decode("utf-8").strip()
    if _ENDS.search(text):
        message = "a style or a script that would end its own element cannot stand in a page"
        raise ValueError(message)
    return text


def _naming(written: str, style: str, scripts: list[str]) -> str:
    """Return the policy with the hashes of what stands in the page; no style comes from elsewhere.

    Its quotes stand as they are: between double ones they need no other spelling.
    """
    policy = html.unescape(written)
    if style:
        policy = policy.replace("style-src 'self'", f"style-src {hash_of(style)}")
    hashes = "".join(f" {hash_of(script)}" for script in scripts)
    return policy.replace("script-src 'self'", f"script-src 'self'{hashes}")


def hash_of(text: str) -> str:
    """Return the hash of what stands between two tags, as a policy names it."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
