"""Read a theme of somebody's own: a folder with templates and custom properties in the place of ours.

Layer 4. The folder is laid out as ``theme`` is. Nothing else may stand in it: no script, no further
style, nothing that is loaded from elsewhere. What keeps a reader safe cannot be replaced: the outline
with the security policy, the notice of what an aid is good for, and the banner of its dates.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, TemplateSyntaxError

from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.language import words_in
from decisionaid.render import AidCard
from decisionaid.render.pages.environment import THEME, OwnTheme, templates
from decisionaid.render.pages.page import notice
from decisionaid.site.theme_properties import PropertyError, style_of

PROPERTIES: Final = "styles/tokens.css"
"""Where custom properties stand, in our theme and in theirs."""

MOST_BYTES: Final = 65_536
"""The largest file."""
MOST_FILES: Final = 200
"""How many files are looked at."""

FIXED: Final = frozenset(
    {
        "layout/base.html", "components/notice/template.html", "components/clock/template.html",
        "layout/gallery.html", "layout/workbench.html", "layout/workbench-list.html",
    }
)  # fmt: skip
"""Templates that stay ours."""

_OUR_SCRIPT: Final = r'src="\{\{ assets \}\}(?:\{\{ script \}\}|[a-z-]+)\.js"'
_SCRIPT: Final = rf'script(?!\s+type="application/json"|\s+{_OUR_SCRIPT})'
_REFUSED: Final = (
    (re.compile(rf"<\s*({_SCRIPT}|style|iframe|object|embed|base|meta)\b", re.IGNORECASE),
     "scripts, styles, frames and the like have no place in a template"),
    (re.compile(r"<[^>]*\s(style|on[a-z]+)\s*=", re.IGNORECASE),
     "styles and scripts inside an element are stopped by the pages' own policy"),
    (re.compile(r"\s(src|srcset|data|poster|action)\s*=\s*[\"']?\s*(https?:)?//", re.IGNORECASE),
     "a page loads nothing from elsewhere"),
)  # fmt: skip
_OUTLINE: Final = re.compile(r'\s*\{%-?\s*extends "(decisionaid/layout/[a-z-]+|layout/base)\.html"')


class OwnThemeError(Exception):
    """A theme cannot be used; the message is for people."""


@dataclass(frozen=True)
class Theme:
    """A theme that may be used."""

    templates: OwnTheme = ()
    """Texts of templates by name."""
    style: str = ""
    """Rules to put behind our style; empty without custom properties."""


def read_theme(folder: Path) -> Theme:
    """Read and check a theme.

    Raises:
        OwnThemeError: something in the folder will not do.
        OSError: a file cannot be read.
    """
    texts = dict(_texts_in(folder))
    properties = texts.pop(PROPERTIES, None)
    if properties is None and not texts:
        raise OwnThemeError(
            f"There is no template and no {PROPERTIES} in the theme '{folder.as_posix()}'."
        )
    for name, text in texts.items():
        _check_template(name, text)
    theme = Theme(tuple(sorted(texts.items())), _style(properties))
    for name in texts:
        _compile(theme.templates, name)
    return theme


def lost_words(files: Mapping[str, bytes], card: AidCard) -> Iterator[str]:
    """Yield what pages of an aid no longer say because of a theme, each with its path."""
    own = words_in(card.language)
    late = own.say(f"clock_{card.banner.state}") if card.banner else ""
    words = [notice(own, card.status), late]
    for name, data in files.items():
        if not name.endswith(".html") or card.withdrawn:
            continue
        page = data.decode("utf-8").partition("<body>")[2]
        for each in words:
            if each and html.escape(each) not in page and each not in page:
                yield f"{name}: '{each}'"


def _texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of each file by its name beneath the folder."""
    if not folder.is_dir():
        raise OwnThemeError(f"There is no folder '{folder.as_posix()}'.")
    for count, path in enumerate(_files_in(folder), 1):
        name = path.relative_to(folder).as_posix()
        if count > MOST_FILES:
            raise OwnThemeError(f"The theme has more than {MOST_FILES} files.")
        if name != PROPERTIES:
            _check_name(name)
        data = None if leads_out(path, folder) else read_plain(path, MOST_BYTES + 1)
        if data is None:
            raise OwnThemeError(f"'{name}' of the theme is no plain file in its folder.")
        if len(data) > MOST_BYTES:
            raise OwnThemeError(f"'{name}' of the theme is larger than {MOST_BYTES // 1024} KiB.")
        try:
            yield name, data.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise OwnThemeError(f"'{name}' of the theme is not text in UTF-8.") from None


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield what stands in a folder, in order; hidden files are the system's or an editor's own."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        linked = [each for each in folders if (Path(place) / each).is_symlink()]
        yield from (
            Path(place) / each for each in sorted([*files, *linked]) if not each.startswith(".")
        )


def _check_name(name: str) -> None:
    if name in FIXED:
        raise OwnThemeError(
            f"'{name}' cannot be replaced: it holds what keeps readers safe, or is no page of theirs."
        )
    known = name.startswith(("layout/", "components/")) and name.endswith(".html")
    if not known or not (THEME / name).is_file():
        raise OwnThemeError(
            f"'{name}' takes the place of nothing. A theme holds {PROPERTIES}, and templates with the "
            "names of ours, such as components/summary/template.html."
        )


def _check_template(name: str, text: str) -> None:
    for pattern, why in _REFUSED:
        if found := pattern.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise OwnThemeError(f"'{name}', line {line}: {why}.")
    page = name.startswith("layout/") and name.count("/") == 1 and name != "layout/body.html"
    if page and not _OUTLINE.match(text):
        raise OwnThemeError(
            f"'{name}' has to begin with {{% extends \"decisionaid/{name}\" %}}, "
            "so that the page keeps its security policy."
        )


def _compile(own_theme: OwnTheme, name: str) -> None:
    try:
        templates(own_theme).get_template(name)
    except TemplateSyntaxError as error:
        raise OwnThemeError(f"'{name}', line {error.lineno}: {error.message}") from None
    except TemplateError as error:
        raise OwnThemeError(f"'{name}': {error}") from None


def _style(properties: str | None) -> str:
    if properties is None:
        return ""
    try:
        return style_of(properties, (THEME / PROPERTIES).read_text(encoding="utf-8"))
    except PropertyError as fault:
        raise OwnThemeError(f"'{PROPERTIES}': {fault}") from None
