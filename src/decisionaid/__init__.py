"""Compile structured Markdown into accessible patient decision aids.

The public names are loaded when they are first asked for, so that ``decisionaid --help`` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decisionaid.compiler import compile_aid
    from decisionaid.diagnostics import Diagnostic
    from decisionaid.model.aid import Aid
    from decisionaid.model.record import Record
    from decisionaid.site import build_site

__version__ = "0.1.0"

__all__ = ["Aid", "Diagnostic", "Record", "__version__", "build_site", "compile_aid"]

_HOMES = {
    "Aid": "decisionaid.model.aid",
    "Diagnostic": "decisionaid.diagnostics",
    "Record": "decisionaid.model.record",
    "build_site": "decisionaid.site",
    "compile_aid": "decisionaid.compiler",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'decisionaid' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted(__all__)
