"""Find the files of places.

Layer 4, light: a check of aids that have not changed loads this and no compiler.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = "overlays"
"""Where the files of places lie, beside the folder of aids."""

ENDING: Final = ".yaml"


def place_files(project: Path) -> list[Path]:
    """Return the files of places of a project, in order of their names."""
    folder = project / FOLDER
    return sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []


def beside(path: Path) -> Path:
    """Return the folder of aids that a place's file speaks of."""
    return path.absolute().parent.parent / "aids"
