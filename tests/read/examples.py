"""Sources for the tests of reading: the example with every form of the format, and the aids."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (Path(__file__).resolve().parent / "example.md").read_text(encoding="utf-8")
"""A whole aid about an example condition; all its figures are made up."""


def sources() -> list[str]:
    """Return the example and the sources of all aids."""
    files = sorted((ROOT / "aids").glob("*/index.md"))
    return [EXAMPLE, *(file.read_text(encoding="utf-8") for file in files)]


def head_and_sections(source: str) -> tuple[str, list[str]]:
    """Part a source into its head with title and opening, and its sections."""
    first, *rest = re.split(r"^(?=## )", source, flags=re.MULTILINE)
    return first, rest
