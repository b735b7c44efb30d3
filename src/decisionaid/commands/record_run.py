"""One run over many records, for ``decisionaid record``: what is written, what is noted, and what is set aside.

Layer 5. Records are read one by one. One that cannot be read is named with the reason and set aside; the
others go on. What is made goes to standard output, or into a folder; all else goes to standard error.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop

if TYPE_CHECKING:
    from decisionaid.disk.aid_library import AidLibrary
    from decisionaid.disk.record_inputs import Given
    from decisionaid.model.words import AidWords
    from decisionaid.record.reading import Fault
    from decisionaid.record.recovered import Recovered
    from decisionaid.record.token import TokenFault

_FAULTS: Final = {
    "not_ours": "this is not a file that was saved from a decision aid",
    "too_large": "this is too large to be one that was saved from a decision aid",
    "damaged": "this is damaged, and the answers in it cannot be read",
    "newer": "this is from a newer version of these pages and cannot be read here",
    "two": "there are two saved files or more in this one, and whose answers they are cannot be told",
}
_TOKEN_FAULTS: Final = {
    "not_ours": "this is no token of a decision aid",
    "plan": "this is the code of a plan, and not of answers from a decision aid",
    "newer": "this token is from a newer version of these pages and cannot be read here",
    "too_large": "this token is too long to be one of ours",
    "damaged": "this token is damaged: a letter is wrong or missing",
    "locked": "this token is locked with a passphrase: open it on the clinician's page",
}
_TOLD: Final = 50
"""Records of one file between two words on how far it is."""
_MOST_SHOWN: Final = 400
"""Characters of the name of an input that are shown."""
_NAMED: Final = 8
"""Parts that were not recognised, and that a message names."""


@dataclass
class Run:
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
        click.echo(f"{shown_name(given.name)}: {message}", err=True)

    def set_aside(self, given: Given, reason: str) -> None:
        """Name an input that could not be read, and keep a copy where that was asked for."""
        self.counts["set aside"] += 1
        self.note(given, reason)
        if self.aside is None:
            return
        name = self._kept(self.aside, given)
        line = json.dumps({"input": given.name, "file": name, "reason": reason})
        with (self.aside / "reasons.ndjson").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _kept(self, aside: Path, given: Given) -> str:
        """Write a copy beside what is there already: the folder may hold what was set aside before, or the inputs."""
        while True:
            name = self._free_name(given.name, Path(given.name).suffix or ".txt")
            try:
                with (aside / name).open("xb") as file:
                    file.write(given.data)
            except FileExistsError:
                continue
            return name

    def _free_name(self, name: str, ending: str) -> str:
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(name.replace(", line ", "-line-")).name)
        stem = re.sub(r"\.(html?|json|txt|eml)$", "", plain, flags=re.IGNORECASE).strip(".-")[:100]
        names = (f"{stem or 'record'}{end}{ending}" for end in _ends())
        free = next(each for each in names if each not in self.taken)
        self.taken.add(free)
        return free


def shown_name(name: str) -> str:
    """Return a name of a file on one line: it may hold line ends, and signs that a terminal obeys."""
    from decisionaid.outside.clean import line  # noqa: PLC0415

    return line(name, _MOST_SHOWN)


def _ends() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


def write_made(
    run: Run, given: Given, read: Recovered, make: Callable[[Recovered, AidWords | None], str]
) -> None:
    """Write what is made of a record, and say what it lacks."""
    if read.is_altered:
        run.note(
            given, "something in it was changed or lost: what could be read is in what was made"
        )
    if read.left:
        run.note(given, f"not recognised, and left out: {few(read.left)}")
    run.counts["with faults" if read.is_altered or read.left else "sound"] += 1
    run.counts["read"] += 1
    run.write(given, make(read, run.words_for(read)))


def over(
    inputs: tuple[str, ...], places: tuple[Path, ...], out: Path | None, aside: Path | None,
    ending: str, do: Callable[[Run, Given, Recovered], None],
) -> None:  # fmt: skip
    """Go through all inputs, and leave with the exit code that what was found gives."""
    from decisionaid.commands.progress import showing  # noqa: PLC0415
    from decisionaid.disk.aid_library import AidLibrary  # noqa: PLC0415
    from decisionaid.disk.record_inputs import places_in, records_in  # noqa: PLC0415
    from decisionaid.record.recovered import Recovered  # noqa: PLC0415

    try:
        files = places_in(inputs)
    except FileNotFoundError as error:
        raise Stop(f"there is no file or folder '{error}', and it is no token") from None
    for folder in filter(None, (out, aside)):
        folder.mkdir(parents=True, exist_ok=True)
    run = Run(AidLibrary(places or (Path("build/site"), Path())), out, aside, ending)
    stdin = sys.stdin.buffer
    with showing(sys.stderr, "Reading") as progress:
        for done, place in enumerate(files):
            progress(done, len(files), shown_name(place)[-40:])
            for number, given in enumerate(records_in(place, stdin, run.library.words_of), 1):
                if number % _TOLD == 0:
                    progress(done, len(files), f"{shown_name(place)[-40:]}, record {number:,}")
                if isinstance(given.read, Recovered):
                    do(run, given, given.read)
                else:
                    run.set_aside(given, _reason(given.read))
    _leave(run)


def _reason(fault: Fault | TokenFault) -> str:
    """Return in plain words why something cannot be read."""
    if isinstance(fault, str):
        return _FAULTS[fault]
    if fault.fault == "no_words":
        return (
            f"this is a token of the aid {fault.aid}, version {fault.version}, saved {fault.updated}, and the "
            "words of that version were not found: name a site that has them with --aids"
        )
    return _TOKEN_FAULTS[fault.fault]


def _leave(run: Run) -> None:
    counts = {name: run.counts[name] for name in ("sound", "with faults", "set aside")}
    if sum(counts.values()) != 1:
        said = ", ".join(f"{name}: {number}" for name, number in counts.items())
        click.echo(f"Records {said}", err=True)
    is_clean = counts["sound"] > 0 and sum(counts.values()) == counts["sound"]
    sys.exit(CLEAN if is_clean else FOUND)


def few(parts: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are."""
    names = list(dict.fromkeys(parts))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
