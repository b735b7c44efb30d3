"""Set up the templates: always escaped, strict about names, with room for a site's own theme.

Layer 2. A theme overlay is a folder with the same layout as ``theme``; a template there takes the
place of ours, which it can still extend under the prefix ``decisionaid/``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from decisionaid.render.icons import DOT_ROWS, FIGURES
from decisionaid.render.messages import MESSAGES

EVIDENCE = "evidence.html"
"""The evidence page, as seen from its aid page."""

THEME = Path(__file__).resolve().parent.parent / "theme"


@cache
def templates(overlay: Path | None = None) -> Environment:
    """Return the templates, each compiled once; ``overlay`` is a folder that goes before ours."""
    ours = FileSystemLoader(THEME)
    loaders = [FileSystemLoader(overlay)] if overlay else []
    environment = Environment(
        loader=ChoiceLoader([*loaders, ours, PrefixLoader({"decisionaid": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    # As attributes: Jinja looks for those first, and a page names hundreds of messages.
    environment.globals["m"] = SimpleNamespace(**MESSAGES)
    environment.globals["evidence"] = EVIDENCE
    environment.globals["icons"] = FIGURES
    environment.globals["dots"] = DOT_ROWS
    return environment
