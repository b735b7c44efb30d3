"""Show where the time goes when one aid is compiled and its pages are rendered.

Run by hand: ``python -m bench.profile_aid --help``.
"""

import cProfile
import pstats
import sys
from pathlib import Path

import rich_click as click

from bench.generate import example_aid, slug
from decisionaid.compiler import compile_aid
from decisionaid.render import (
    Figures,
    SiteView,
    aid_words,
    render_aid_page,
    render_evidence_page,
)
from decisionaid.text import Source


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
    """Profile the compiling and rendering of one aid: PATH, or a generated one."""
    source = read(path)
    # Once before: imports, patterns and templates are paid for once, not for each aid.
    build(source)
    profile = cProfile.Profile()
    profile.runcall(build, source)
    pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats(sort).print_stats(lines)


def read(path: Path | None) -> Source:
    """Return the source to profile."""
    if path is None:
        return Source(f"aids/{slug(1)}/index.md", example_aid(1), slug(1))
    return Source(path.as_posix(), path.read_text(encoding="utf-8"), path.parent.name)


def build(source: Source) -> None:
    """Compile an aid and render its two pages."""
    compiled = compile_aid(source)
    if compiled.aid is None:
        raise click.ClickException("the aid can not be read: run `decisionaid check`")
    view, figures = SiteView(base="../../", handbook=False), Figures(compiled.aid)
    render_aid_page(compiled.aid, view, compiled.sha256, figures)
    render_evidence_page(compiled.aid, view, figures)
    aid_words(compiled.aid, compiled.sha256, figures)


if __name__ == "__main__":
    main()
