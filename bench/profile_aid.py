"""Show where the time goes when one aid is compiled, assessed, and all its pages are rendered.

Run by hand: ``python -m bench.profile_aid --help``.
"""

import cProfile
import pstats
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import rich_click as click

from bench.generate import example_aid, slug
from decisionaid.disk.aid_folder import aid_files
from decisionaid.disk.aid_pages import View
from decisionaid.today import latest_today


@click.command(
    epilog="Example: python -m bench.profile_aid aids/knee-osteoarthritis/index.md --sort tottime"
)
@click.argument(
    "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
@click.option("--sort", type=click.Choice(["cumulative", "tottime", "ncalls"]),
              default="cumulative", show_default=True, help="What to put first.")  # fmt: skip
@click.option("--lines", type=click.IntRange(1), default=40, show_default=True,
              help="How many functions to show.")  # fmt: skip
def main(path: Path | None, sort: str, lines: int) -> None:
    """Profile the compiling and rendering of one aid: PATH, or a generated one.

    It is what a build does for each aid: the aid page, its large print, the one-page grid, the evidence
    page, the page on how it was checked, and the data beside them.
    """
    with folder_of(path) as folder:
        # Once before: imports, patterns and templates are paid for once, not for each aid.
        build(folder)
        profile = cProfile.Profile()
        profile.runcall(build, folder)
    pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats(sort).print_stats(lines)


@contextmanager
def folder_of(path: Path | None) -> Iterator[Path]:
    """Give the folder of the aid to profile; without a path that of a generated one."""
    if path is not None:
        yield path.resolve().parent
        return
    with TemporaryDirectory() as aids:
        folder = Path(aids) / slug(1)
        folder.mkdir()
        (folder / "index.md").write_text(example_aid(1), encoding="utf-8")
        yield folder


def build(folder: Path) -> None:
    """Compile an aid and make every file of it, in memory."""
    if aid_files(folder, folder.parent, View(today=latest_today(), handbook=True)).card is None:
        raise click.ClickException("the aid has errors: run `decisionaid check`")


if __name__ == "__main__":
    main()
