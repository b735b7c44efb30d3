"""Folders of small aids for the tests of building and serving."""

from datetime import date
from pathlib import Path

from decisionaid.compiler.starter import Beginning, starter

DAY = date(2026, 3, 1)
GOOD = starter(
    Beginning(title="Example condition: what can I do?", condition="Example condition"), today=DAY
)
"""A draft without figures: warnings, and a page."""

BROKEN = GOOD.replace("{.options}", "{.optoins}")
"""A misspelt role: an error, and no page."""

PICTURE = GOOD.replace(
    "[Write a few short sentences",
    "![A made-up picture](images/knee.png)\n\n[Write a few short sentences",
)

PNG = b"\x89PNG\r\n\x1a\n" + b"made up"


def write_aids(folder: Path, **sources: str) -> Path:
    """Write aids into ``folder``; underscores in their names become hyphens."""
    for name, text in sources.items():
        path = folder / name.replace("_", "-") / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file beneath a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
