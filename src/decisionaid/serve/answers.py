"""What a browser gets from the preview: a file, or a page that says what is wrong.

Layer 5.
"""

from __future__ import annotations

import html
import mimetypes
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final

from decisionaid.diagnostics import worst_first
from decisionaid.diagnostics.formats import as_text
from decisionaid.disk.aid_folder import AidFiles
from decisionaid.serve.workbench import FILES

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
style-src 'self'; img-src data:; connect-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/__problem.css">
<script src="/__reload.js" defer></script>
</head>
<body>
<main id="main">
<h1>{title}</h1>
<p>{words}</p>
{report}
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Answer:
    """What a browser gets."""

    body: bytes
    kind: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""
    framed: bool = True
    """Whether a page of ours may show it in a frame."""


def kind_of(name: str) -> str:
    """Return the media type of a file by its name."""
    kinds = {".js": "text/javascript", ".webp": "image/webp", ".json": "application/json"}
    kind = (
        kinds.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    )
    written = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if written else kind


def own_file(name: str) -> Answer:
    """Return a file that the workbench loads.

    Raises:
        OSError: the browser's code was not bundled.
    """
    return Answer((FILES / name).read_bytes(), kind_of(name))


def problem(title: str, words: str, report: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Return a page that says what is wrong, as text only."""
    return _said(title, words, _pre(report), status)


def _pre(report: str) -> str:
    return f'<pre tabindex="0">{html.escape(report)}</pre>'


def _said(title: str, words: str, markup: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    page = _PROBLEM.format(title=html.escape(title), words=html.escape(words), report=markup)
    return Answer(page.encode("utf-8"), status=status)


def problem_of(aid: AidFiles) -> Answer:
    """Return the page that stands in the place of an aid with errors."""
    report = as_text(worst_first(aid.diagnostics), {aid.source.name: aid.source}, colour=False)
    # The list stands beside this page in the workbench, so here it is folded away.
    return _said(
        f"The aid '{aid.slug}' has errors",
        "It has no page until they are mended. This page follows when you save.",
        f'<p><a href="/__workbench/{aid.slug}/" target="_top">What is wrong, and what to write</a></p>\n'
        f"<details><summary>The same as text</summary>\n{_pre(report)}\n</details>",
    )


def not_found() -> Answer:
    """Return the page of an address at which there is nothing."""
    return problem(
        "There is no such page", "Start again from the home page.", "/", HTTPStatus.NOT_FOUND
    )
