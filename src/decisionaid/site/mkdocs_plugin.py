"""Give MkDocs the finished pages of the aids, and its own pages the policy they need.

Layer 4. ``mkdocs build`` and ``mkdocs serve`` work with it; the pages of aids stay ours, and MkDocs
never parses an aid. MkDocs 1.x is no longer developed, so nothing else of ours depends on it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from decisionaid.diagnostics import Severity
from decisionaid.diagnostics.formats import diagnostic_text
from decisionaid.disk.place_files import ENDING, FOLDER, place_files
from decisionaid.disk.places import compile_place_file
from decisionaid.model.place import Place
from decisionaid.site import Built, SiteError, build_site, write_gallery
from decisionaid.site.handbook import quiet_and_reproducible
from decisionaid.today import chosen_day

OVERRIDES: Final = Path(__file__).parents[1] / "theme" / "material"

_TABLE: Final = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEADING: Final = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")

_RELOAD: Final = b"""\
"use strict";
(async () => {
  if (window.decisionaidReloads) return;
  window.decisionaidReloads = true;
  const asked = async (seen) => Number(await (await fetch(`/livereload/${seen}/1`)).text());
  const first = await asked(0);
  for (;;) {
    if ((await asked(first)) > first) return location.reload();
  }
})();
"""
_INJECTED: Final = re.compile(rb"<script>\s*var livereload = .*?</script>", re.DOTALL)


class Options(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say about the plugin."""

    aids = config_options.Type(str, default="aids")
    """The folder of aids, from the folder of ``mkdocs.yml``."""

    build_aids = config_options.Type(bool, default=True)
    """Whether to write the aids' pages; ``decisionaid build`` writes them itself."""

    today = config_options.Type((str, date), default="")
    """The day that the dates of aids are held against; without it that of the environment, or today."""

    place = config_options.Type(str, default="")
    """The place to build for, as its file in ``overlays`` beside the aids is called; empty: for none."""

    gallery = config_options.Type(bool, default=False)
    """Whether to write the gallery of figures beside the handbook, for those who work on the theme."""


class DecisionAidPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Builds the aids after MkDocs has built the handbook, into the same site."""

    def __init__(self) -> None:
        """Start as for a build."""
        self.log = get_plugin_logger("decisionaid")
        self.serving = False

    def on_startup(self, *, command: str, **_: object) -> None:
        """Note whether pages will be looked at while they are written."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our few template overrides before Material's own, and date the build."""
        quiet_and_reproducible(self._aids(config))
        theme: Any = config.theme
        if str(OVERRIDES) not in theme.dirs:
            theme.dirs.insert(0, str(OVERRIDES))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the site map out unless there is an address to put into it."""
        if not config.site_url or self.serving:
            config.theme.static_templates.discard("sitemap.xml")
            template = files.get_file_from_path("sitemap.xml")
            if template is not None:
                files.remove(template)
        return files

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Wrap tables so that a wide one can be scrolled by keyboard and has a name."""
        return with_table_regions(html, page.title or "")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the gallery, and the aids, the home page and the clinician's page over what MkDocs made."""
        if self.config.gallery:
            write_gallery(Path(config.site_dir))
        if not self.config.build_aids:
            return
        try:
            built = build_site(
                self._aids(config),
                Path(config.site_dir),
                today=self._today(),
                live=self.serving,
                handbook=True,
                place=self._place(config),
            )
        except SiteError as error:
            raise PluginError(str(error)) from error
        self._tell(built)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """Watch the aids, and reload pages by a script that their policy allows."""
        server.watch(str(self._aids(config)))
        if self.config.place:
            server.watch(str(self._place_file(config)))
        app: Any = server.get_app()
        server.set_app(reloading(app))
        return server

    def _aids(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.aids

    def _place_file(self, config: MkDocsConfig) -> Path:
        return self._aids(config).parent / FOLDER / f"{self.config.place}{ENDING}"

    def _place(self, config: MkDocsConfig) -> Place | None:
        """Return the place to build for; one that is not there or has errors ends the build."""
        if not self.config.place:
            return None
        path = self._place_file(config)
        if path not in place_files(path.parent.parent):
            raise PluginError(f"There is no place '{FOLDER}/{path.name}'.")
        compiled = compile_place_file(path, self._aids(config), today=self._today())
        if compiled.ok:
            return compiled.place
        texts = [
            diagnostic_text(each, compiled.source, colour=False) for each in compiled.diagnostics
        ]
        raise PluginError("\n".join([f"The place '{self.config.place}' has errors.", *texts]))

    def _today(self) -> date:
        try:
            return chosen_day(str(self.config.today))
        except ValueError as error:
            raise PluginError(f"The day for the dates of aids: {error}") from error

    def _tell(self, built: Built) -> None:
        """Log what was found; errors that keep an aid from its page end a build, but not a preview."""
        texts = [
            (
                each.code.severity,
                diagnostic_text(each, built.sources.get(each.source), colour=False),
            )
            for each in built.diagnostics
        ]
        for severity, text in texts:
            if severity is Severity.WARNING:
                self.log.warning(text)
            elif severity is Severity.ERROR and (self.serving or not built.refused):
                self.log.error(text)
        if built.refused and not self.serving:
            errors = "\n".join(text for severity, text in texts if severity is Severity.ERROR)
            raise PluginError(f"These aids have errors: {', '.join(built.refused)}\n\n{errors}")


def with_table_regions(page: str, title: str) -> str:
    """Put each plain table into a region that can be focused, named after the heading above it."""
    names: dict[str, int] = {}

    def region(match: re.Match[str]) -> str:
        above = _HEADING.findall(page, 0, match.start())
        name = html.unescape(_TAG.sub("", above[-1])).strip() if above else title
        names[name] = names.get(name, 0) + 1
        number = f" {names[name]}" if names[name] > 1 else ""
        label = html.escape(f"Table{number}: {name}")
        return (
            f'<div class="table-region" role="region" tabindex="0" aria-label="{label}">'
            f'<table class="table">{match[1]}</table></div>'
        )

    return _TABLE.sub(region, page)


WebApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def reloading(serve: WebApp) -> WebApp:
    """Replace the inline script by which MkDocs reloads pages: their policy allows none."""

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/__reload.js":
            start("200 OK", [("Content-Type", "text/javascript; charset=utf-8")])
            return [_RELOAD]
        told: list[Any] = []
        body = serve(environ, lambda *answer: told.append(answer))
        status, headers = told[0][0], list(told[0][1])
        if ("Content-Type", "text/html") in headers:
            page = _INJECTED.sub(b'<script src="/__reload.js" defer></script>', b"".join(body))
            kept = [header for header in headers if header[0] != "Content-Length"]
            start(status, [*kept, ("Content-Length", str(len(page)))])
            return [page]
        start(status, headers)
        return body

    return app
