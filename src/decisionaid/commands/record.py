"""The commands ``decisionaid record check | text | fhir | prsb | migrate``: what patients saved, read and handed on.

Layer 5. Records are read one by one. One that cannot be read is named with the reason and set aside; the
others go on. What is made goes to standard output, or into a folder; all else goes to standard error.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.disk.aid_library import AidLibrary
    from decisionaid.disk.record_inputs import Given
    from decisionaid.model.words import AidWords
    from decisionaid.record.recovered import Recovered

_FAULTS: Final = {
    "not_ours": "this is not a file that was saved from a decision aid",
    "too_large": "this is too large to be one that was saved from a decision aid",
    "damaged": "this is damaged, and the answers in it cannot be read",
    "newer": "this is from a newer version of these pages and cannot be read here",
    "two": "there are two saved files or more in this one, and whose answers they are cannot be told",
}
_NAMED: Final = 8
"""Parts that were not recognised, and that a message names."""

_INPUTS = click.argument(
    "inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
_AIDS = click.option(
    "--aids", "places", multiple=True, type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A built site, a project or a folder of aids with the words of the aids; can be given again. "
    "Without it: build/site and this folder.",
)  # fmt: skip
_OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False),
    help="A folder for one new file each. Without it: standard output.",
)  # fmt: skip
_ASIDE = click.option(
    "--set-aside", "aside", type=click.Path(path_type=Path, file_okay=False),
    help="A folder for a copy of what could not be read, with reasons.ndjson.",
)  # fmt: skip


@dataclass
class _Run:
    """One run over all inputs, and what came of it."""

    library: AidLibrary
    out: Path | None
    aside: Path | None
    ending: str
    counts: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)

    def words_for(self, read: Recovered) -> AidWords | None:
        """Return the words that the person saw."""
        aid = read.record.aid
        return self.library.words_of(aid.id, aid.source_sha256)

    def write(self, given: Given, text: str) -> None:
        """Write what was made of a record."""
        if self.out is None:
            click.echo(text)
            return
        path = self.out / self._free_name(given.name, self.ending)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(f"{text}\n")
        except FileExistsError:
            raise Stop(f"'{path.as_posix()}' is there already: name a new folder") from None

    def note(self, given: Given, message: str) -> None:
        """Say something about one input."""
        click.echo(f"{given.name}: {message}", err=True)

    def set_aside(self, given: Given, reason: str) -> None:
        """Name an input that could not be read, and keep a copy where that was asked for."""
        self.counts["set aside"] += 1
        self.note(given, reason)
        if self.aside is None:
            return
        name = self._free_name(given.name, Path(given.name).suffix or ".txt")
        (self.aside / name).write_bytes(given.data)
        line = json.dumps({"input": given.name, "file": name, "reason": reason})
        with (self.aside / "reasons.ndjson").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _free_name(self, name: str, ending: str) -> str:
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(name.replace(", line ", "-line-")).name)
        stem = re.sub(r"\.(html?|json|txt|eml)$", "", plain, flags=re.IGNORECASE).strip(".-")[:100]
        names = (f"{stem or 'record'}{end}{ending}" for end in _ends())
        free = next(each for each in names if each not in self.taken)
        self.taken.add(free)
        return free


def _ends() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


@click.group(epilog="Example: decisionaid record text my-answers-knee.html")
def record() -> None:
    """Read records that patients saved: check them, and turn them into text, FHIR or PRSB headings."""


@record.command(epilog="Example: decisionaid record check saved/ --aids build/site")
@_INPUTS
@_AIDS
@_ASIDE
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="json: one line for each record.")  # fmt: skip
def check(
    inputs: tuple[Path, ...], places: tuple[Path, ...], aside: Path | None, form: str
) -> None:
    """Say of each record if it is as it was saved, and if its aid has all that it names.

    INPUT is a file, a folder, a token, or - for standard input.
    """
    from decisionaid.record.against import unknown_in  # noqa: PLC0415

    def checked(run: _Run, given: Given, read: Recovered) -> None:
        words = run.words_for(read)
        unknown = unknown_in(read.record, words) if words else ()
        found = [
            *(["changed or cut since it was saved"] if read.is_altered else []),
            *([f"not recognised: {_few(read.left)}"] if read.left else []),
            *([f"not in the aid: {_few(unknown)}"] if unknown else []),
        ]
        run.counts["sound" if not found else "with faults"] += 1
        aid = read.record.aid
        if form == "json":
            data = {
                "input": given.name, "record": read.record.id, "rev": read.record.rev, "aid": aid.id,
                "version": aid.version, "words_found": words is not None,
                "altered": read.is_altered, "left_out": list(read.left), "unknown": list(unknown),
            }  # fmt: skip
            click.echo(json.dumps(data, ensure_ascii=False))
            return
        missing = "" if words else "; the words of its aid were not found"
        click.echo(f"{given.name}: {'; '.join(found) or 'sound'} ({aid.id} {aid.version}{missing})")

    _over(inputs, places, None, aside, "", checked)


@record.command(epilog="Example: decisionaid record text saved/anna.html --aids build/site")
@_INPUTS
@_AIDS
@_OUT
@_ASIDE
@click.option("--form", type=click.Choice(("short", "long")), default="short", show_default=True,
              help="short: at most 900 ASCII characters.")  # fmt: skip
def text(
    inputs: tuple[Path, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None, form: str
) -> None:  # fmt: skip
    """Write each record as plain text for the clinical record, the same as the clinician's page copies.

    INPUT is a file, a folder, a token, or - for standard input. Several records are parted by an empty line.
    """
    from decisionaid.record.text_form import record_text  # noqa: PLC0415

    def made(read: Recovered, words: AidWords | None) -> str:
        return record_text(read.record, words, "long" if form == "long" else "short")

    def written(run: _Run, given: Given, read: Recovered) -> None:
        if out is None and run.counts["read"]:
            click.echo()
        _made(run, given, read, made)

    _over(inputs, places, out, aside, ".txt", written)


@record.command(epilog="Example: decisionaid record fhir saved/ --aids build/site --out fhir/")
@_INPUTS
@_AIDS
@_OUT
@_ASIDE
def fhir(
    inputs: tuple[Path, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None
) -> None:
    """Write each record as a FHIR R4 document, one line of JSON each.

    INPUT is a file, a folder, a token, or - for standard input. It says what one person stated, and orders nothing.
    """
    from decisionaid.record.fhir import fhir_text  # noqa: PLC0415

    def written(run: _Run, given: Given, read: Recovered) -> None:
        _made(run, given, read, lambda read, words: fhir_text(read.record, words))

    _over(inputs, places, out, aside, ".json", written)


@record.command(epilog="Example: decisionaid record prsb saved/ --aids build/site --out prsb/")
@_INPUTS
@_AIDS
@_OUT
@_ASIDE
def prsb(
    inputs: tuple[Path, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None
) -> None:
    """Write each record under PRSB's headings for shared decision making, one line of JSON each.

    INPUT is a file, a folder, a token, or - for standard input. What is mandatory there and missing is named.
    """
    from decisionaid.record.prsb import prsb_document, prsb_text  # noqa: PLC0415

    def written(run: _Run, given: Given, read: Recovered) -> None:
        _document, missing = prsb_document(read.record, run.words_for(read))
        run.note(given, f"missing, and mandatory: {'; '.join(missing)}")
        _made(run, given, read, lambda read, words: prsb_text(read.record, words))

    _over(inputs, places, out, aside, ".json", written)


@record.command(epilog="Example: decisionaid record migrate old/ --out new/")
@_INPUTS
@_OUT
@_ASIDE
def migrate(inputs: tuple[Path, ...], out: Path | None, aside: Path | None) -> None:
    """Write each record as JSON in the format of today, one line each.

    INPUT is a file, a folder, a token, or - for standard input. The files themselves stay as they are.
    """
    from decisionaid.record.migrated import migrated  # noqa: PLC0415

    def written(run: _Run, given: Given, read: Recovered) -> None:
        _made(run, given, read, lambda read, _words: migrated(read))

    _over(inputs, (), out, aside, ".json", written)


def _made(
    run: _Run, given: Given, read: Recovered, make: Callable[[Recovered, AidWords | None], str]
) -> None:
    if read.is_altered:
        run.note(
            given, "something in it was changed or lost: what could be read is in what was made"
        )
    if read.left:
        run.note(given, f"not recognised, and left out: {_few(read.left)}")
    run.counts["with faults" if read.is_altered or read.left else "sound"] += 1
    run.counts["read"] += 1
    run.write(given, make(read, run.words_for(read)))


def _over(
    inputs: tuple[Path, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None,
    ending: str, do: Callable[[_Run, Given, Recovered], None],
) -> None:  # fmt: skip
    """Go through all inputs, and leave with the exit code that what was found gives."""
    from decisionaid.commands.progress import showing  # noqa: PLC0415
    from decisionaid.disk.aid_library import AidLibrary  # noqa: PLC0415
    from decisionaid.disk.record_inputs import STDIN, places_in, records_in  # noqa: PLC0415
    from decisionaid.record.recovered import Recovered  # noqa: PLC0415

    gone = [each for each in inputs if str(each) != STDIN and not each.exists()]
    if gone:
        raise Stop(f"there is no file or folder '{gone[0].as_posix()}'")
    for folder in filter(None, (out, aside)):
        folder.mkdir(parents=True, exist_ok=True)
    run = _Run(AidLibrary(places or (Path("build/site"), Path())), out, aside, ending)
    files = places_in(inputs)
    stdin = sys.stdin.buffer
    with showing(sys.stderr, "Reading") as progress:
        for done, path in enumerate(files):
            progress(done, len(files), path.name)
            for given in records_in(path, stdin):
                if isinstance(given.read, Recovered):
                    do(run, given, given.read)
                else:
                    run.set_aside(given, _FAULTS[given.read])
    _leave(run)


def _leave(run: _Run) -> None:
    counts = {name: run.counts[name] for name in ("sound", "with faults", "set aside")}
    if sum(counts.values()) != 1:
        said = ", ".join(f"{name}: {number}" for name, number in counts.items())
        click.echo(f"Records {said}", err=True)
    is_clean = counts["sound"] > 0 and sum(counts.values()) == counts["sound"]
    sys.exit(CLEAN if is_clean else FOUND)


def _few(parts: Any) -> str:  # noqa: ANN401 - a tuple or a list of texts
    names = list(dict.fromkeys(parts))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
