"""Show how far a build or a check has come, on a terminal only.

Layer 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from decisionaid.site import Progress


@contextmanager
def showing(stream: TextIO, doing: str) -> Iterator[Progress]:
    """Give what is told of progress, such as ``Building``; in a pipe it says nothing."""
    if not stream.isatty():
        yield lambda _done, _total, _name: None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to load, for terminals only
    from rich.progress import BarColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f} of {task.total:.0f}"),
    )
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task(doing, total=1)

        def told(done: int, total: int, name: str) -> None:
            bar.update(task, description=f"{doing} {name}", completed=done, total=max(total, 1))

        yield told
