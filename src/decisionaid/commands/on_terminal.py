"""Say diagnostics on the terminal, in the form that was asked for.

Layer 5. What makes the text is imported when it is needed, so that help is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decisionaid.diagnostics import Diagnostic
    from decisionaid.text import Source


def reported(
    diagnostics: Sequence[Diagnostic],
    sources: dict[str, Source],
    form: str,
    *,
    err: bool = False,
    long: bool | None = None,
) -> str:
    """Return diagnostics as ``text``, ``json``, ``sarif`` or ``github``; ``err``: for standard error.

    ``long``: as text, each in full; False: each kind once; None: each kind once where there are many.
    """
    from decisionaid.diagnostics import by_kind, formats  # noqa: PLC0415

    match form:
        case "json":
            return formats.as_json(diagnostics)
        case "sarif":
            return formats.as_sarif(diagnostics)
        case "github":
            return formats.as_github(diagnostics)
        case _:
            colour = has_colour(sys.stderr if err else sys.stdout)
            if long is False or (long is None and len(diagnostics) > by_kind.FEW):
                return by_kind.as_kinds(diagnostics, sources, colour=colour)
            return formats.as_text(diagnostics, sources, colour=colour)


def has_colour(stream: object) -> bool:
    """Whether to use colour: on a terminal that has it, unless the person said no."""
    isatty = getattr(stream, "isatty", lambda: False)
    return bool(isatty()) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
