"""The command ``decisionaid check``: say all that is wrong with aids, and mend what is certain.

Layer 5. What is found goes to standard output, and only that; what was done is said on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import rich_click as click

from decisionaid.commands.aids import TODAY, day, exit_code, sources_in
from decisionaid.commands.on_terminal import reported
from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.compiler.fixes import Mended
    from decisionaid.diagnostics import Diagnostic
    from decisionaid.disk.cache import Cache
    from decisionaid.site import Progress
    from decisionaid.text import Source

FORMATS: Final = ("text", "json", "sarif", "github")
PROFILES: Final = (
    "house", "ipdas-minimum", "ipdas-all", "nice-essential", "nice-enhanced", "his", "hca", "pif",
)  # fmt: skip
"""The names of ``rules.standards.PROFILES``, written here so that help need not load them."""

_MANY: Final = 20
"""Aids from which on a terminal shows how far the check has come."""


@click.command(epilog="Example: decisionaid check aids/knee-pain --format json")
@click.argument("places", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE or FOLDER]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="text for people, json for programs, sarif and github for code hosts.")  # fmt: skip
@click.option("--profile", type=click.Choice(PROFILES), metavar="NAME",
              help="Only the rules that one published standard asks for, with all that could mislead "
              f"or cannot be read: {', '.join(PROFILES)}.")  # fmt: skip
@click.option("--long/--short", "long", default=None,
              help="Each message in full, or each kind once. Without either: each kind once where "
              "there are many.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--fix", is_flag=True, help="Mend what is certain; never a figure, never wording.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--outcomes", "outcomes", type=click.Choice(("table", "long")),
              help="With --fix or --diff: write outcomes as tables, or each under a heading. "
              "The aid stays the same.")  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Compile every aid, and remember nothing.")
@TODAY
def check(  # noqa: PLR0913 - they are the options
    places: Sequence[Path], form: str, profile: str | None, today: datetime | None,
    outcomes: Literal["table", "long"] | None, long: bool | None,
    *, strict: bool, fix: bool, diff: bool, no_cache: bool,
) -> None:  # fmt: skip
    """Check aids and places, and say everything that is wrong with them, most harmful to patients first.

    Without a file or folder: the folder aids, and the places in the folder overlays.
    """
    from decisionaid.diagnostics import worst_first  # noqa: PLC0415
    from decisionaid.diagnostics.code_frame import printable  # noqa: PLC0415

    by = day(today)
    paths, local = _apart(places)
    if long is not None and form != "text":
        raise Stop(f"--long and --short go with text: '{form}' always holds everything")
    if outcomes and not (fix or diff):
        raise Stop("--outcomes goes with --fix, or with --diff to see what would change")
    if outcomes and _in_form(paths, outcomes, write=fix and not diff):
        sys.exit(FOUND)
    sources, diagnostics, lengths = _checked(paths, by, None if no_cache else _cache())
    if diff:
        sys.exit(_show_difference(paths, diagnostics, by))
    if fix and _mend(paths, diagnostics, by):
        sources, diagnostics, lengths = _checked(paths, by, None)
    if local:
        from decisionaid.commands.place import checked_places  # noqa: PLC0415

        more, told = checked_places(local, by)
        sources, diagnostics = sources | more, [*diagnostics, *told]
    found = worst_first(_of_profile(diagnostics, profile))
    click.echo(reported(found, sources, form, long=long), nl=False)
    if form == "text" and len(paths) < _MANY:
        for name, length in lengths.items():
            click.echo(f"{printable(name)}: {printable(length)}.", err=True)
    if hidden := len(diagnostics) - len(found):
        click.echo(
            f"Not shown, because '{profile}' does not ask for it: {hidden}. "
            "To see everything, leave --profile out.",
            err=True,
        )
    code = exit_code(found, strict=strict)
    if code != exit_code(found, strict=False):
        click.echo("There is no error. Warnings fail here because of --strict.", err=True)
    sys.exit(code)


def _apart(places: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the sources of aids and the files of places that are meant."""
    from decisionaid.disk.place_files import ENDING, place_files  # noqa: PLC0415

    if not places:
        return sources_in([Path("aids")]), place_files(Path())
    local = [each for each in places if each.suffix == ENDING and each.is_file()]
    others = [each for each in places if each not in local]
    return sources_in(others), local


def _checked(
    paths: Sequence[Path], today: date, cache: Cache | None
) -> tuple[dict[str, Source], list[Diagnostic], dict[str, str]]:
    """Check every aid; also return the sources that diagnostics are about, and how long aids are, by name."""
    from decisionaid.disk.checking import check_file  # noqa: PLC0415

    sources: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    lengths: dict[str, str] = {}
    with _progress(len(paths)) as told:
        for done, path in enumerate(paths):
            told(done, len(paths), path.parent.name)
            source, found, length = check_file(path, today=today, cache=cache)
            if length:
                lengths[source.name] = length
            if found:
                sources[source.name] = source
                diagnostics += found
    if cache:
        cache.tidy()
    return sources, diagnostics, lengths


@contextmanager
def _progress(count: int) -> Iterator[Progress]:
    if count < _MANY or not sys.stderr.isatty():
        yield lambda _done, _total, _name: None
        return
    from decisionaid.commands.progress import showing  # noqa: PLC0415

    with showing(sys.stderr, "Checking") as told:
        yield told


def _cache() -> Cache | None:
    from decisionaid.disk.cache import Cache, cache_folder, fingerprint  # noqa: PLC0415

    folder = cache_folder()
    return Cache(folder, fingerprint()) if folder else None


def _of_profile(diagnostics: list[Diagnostic], profile: str | None) -> list[Diagnostic]:
    """Keep what a profile asks for, what could mislead a patient, and what could not be read."""
    if profile is None:
        return diagnostics
    from decisionaid.rules.standards import rules_of  # noqa: PLC0415

    asked = rules_of(profile)
    return [
        each
        for each in diagnostics
        if each.unsafe or each.code.number in asked or each.code.number.startswith(("DA0", "DP"))
    ]


def _mendings(
    paths: Sequence[Path], diagnostics: Sequence[Diagnostic], today: date
) -> Iterator[tuple[Path, Mended]]:
    """Yield what can be mended, file by file."""
    from decisionaid.compiler.fixes import mend  # noqa: PLC0415
    from decisionaid.disk.source_file import read_source  # noqa: PLC0415

    able = {each.source for each in diagnostics if each.edits}
    for path in paths:
        if path.as_posix() in able:
            source, faults = read_source(path, path.resolve().parent.name)
            mended = mend(source, today=today)
            if not faults and mended.mended:
                yield path, mended


def _show_difference(paths: Sequence[Path], diagnostics: Sequence[Diagnostic], today: date) -> int:
    from decisionaid.diagnostics.code_frame import visible  # noqa: PLC0415

    count = files = 0
    for _path, mended in _mendings(paths, diagnostics, today):
        count, files = count + len(mended.mended), files + 1
        difference = mended.difference
        # A pipe gets the very characters, so that the difference can be applied.
        click.echo(visible(difference) if sys.stdout.isatty() else difference, nl=False)
    if not count:
        click.echo("There is nothing that --fix would change.", err=True)
        return CLEAN
    click.echo(f"--fix would mend {_faults(count, files)}. Nothing is changed yet.", err=True)
    return FOUND


def _in_form(paths: Sequence[Path], form: Literal["table", "long"], *, write: bool) -> bool:
    """Write the outcomes of aids in one form; or show what would change, and say if anything would."""
    from decisionaid.diagnostics.code_frame import visible  # noqa: PLC0415
    from decisionaid.disk.outcome_forms import in_form  # noqa: PLC0415
    from decisionaid.disk.replace_text import ChangedError, replace_text  # noqa: PLC0415
    from decisionaid.disk.source_file import read_source  # noqa: PLC0415
    from decisionaid.exchange.outcome_sheet import difference  # noqa: PLC0415

    shown = False
    for path in paths:
        source, faults = read_source(path, path.resolve().parent.name)
        text = source.text if faults else in_form(source, form)
        if text == source.text:
            click.echo(f"{path.as_posix()}: its outcomes stay as they are written.", err=True)
        elif write:
            try:
                replace_text(path, source.text, text)
            except ChangedError:
                message = f"'{path.as_posix()}' has changed in between. Check it again."
                raise Stop(message) from None
            click.echo(f"Wrote the outcomes of {path.as_posix()} anew.", err=True)
        else:
            told = difference(source, text).replace("(sheet)", f"(--outcomes {form})")
            click.echo(visible(told) if sys.stdout.isatty() else told, nl=False)
            shown = True
    return shown


def _mend(paths: Sequence[Path], diagnostics: Sequence[Diagnostic], today: date) -> bool:
    """Write what can be mended; return whether anything was."""
    from decisionaid.disk.replace_text import ChangedError, replace_text  # noqa: PLC0415

    count = files = 0
    for path, mended in _mendings(paths, diagnostics, today):
        try:
            replace_text(path, mended.source.text, mended.text)
        except ChangedError:
            message = f"'{path.as_posix()}' has changed in between. Check it again."
            raise Stop(message) from None
        count, files = count + len(mended.mended), files + 1
    if count:
        click.echo(f"Mended {_faults(count, files)}.", err=True)
    return count > 0


def _faults(count: int, files: int) -> str:
    return f"{count} fault{'s' * (count != 1)} in {files} file{'s' * (files != 1)}"
