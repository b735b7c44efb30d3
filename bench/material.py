"""Build the text of the same aids with MkDocs, Material and its search, as plain pages."""

import re
import sys
from pathlib import Path

from bench.measure import Cost, run

BRACES = re.compile(r" ?\{[#.][^}\n]*\}")
CONFIGURATION = """site_name: Same text
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [tables]
docs_dir: pages
site_dir: site
"""


def write_pages(aids: Path, folder: Path) -> None:
    """Write each aid as a Markdown page: its head and its ids left out, its words kept."""
    pages = folder / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (pages / "index.md").write_text("# All\n\nThe same text.\n", encoding="utf-8")
    for aid in sorted(aids.glob("*/index.md")):
        page = pages / f"{aid.parent.name}.md"
        page.write_text(as_plain_markdown(aid.read_text(encoding="utf-8")), encoding="utf-8")


def as_plain_markdown(source: str) -> str:
    """Return the words of an aid as Markdown that any reader knows."""
    _, _, body = source.partition("\n---\n")
    return BRACES.sub("", body)


def build(folder: Path) -> Cost:
    """Build what ``write_pages`` wrote; return the cost with Python's start and all imports."""
    return run((sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"), folder)
