"""Make catalogues for a test."""

from __future__ import annotations

from pathlib import Path


def folder_of(place: Path, formats: str = "en-GB", **catalogues: str) -> Path:
    """Write catalogues, each by its language; all have the same ``formats.txt``."""
    for language, text in catalogues.items():
        folder = place / language.replace("_", "-")
        folder.mkdir()
        (folder / "words.ftl").write_text(text, encoding="utf-8")
        (folder / "formats.txt").write_text(f"{formats}\n", encoding="utf-8")
    return place
