"""The site that a measurement looks at."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from decisionaid.site import build_site
from decisionaid.today import latest_today


@contextmanager
def built(site: Path | None) -> Iterator[Path]:
    """Give a built site; without one, the aids of this project are built into a folder that goes again."""
    if site is not None:
        yield site
        return
    with TemporaryDirectory() as folder:
        build_site(Path(), Path(folder), today=latest_today())
        yield Path(folder)
