"""One run over much that people sent, for ``decisionaid record`` and ``decisionaid plan``.

Layer 5. What was sent is read one by one. What cannot be read is named with the reason and set aside; the
others go on. What is made goes to standard output, or into a folder; all else goes to standard error.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Protocol, TypeVar

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop
from decisionaid.commands.streams import never_stream, unless_stream

if TYPE_CHECKING:
    from decisionaid.disk.given import Given

INPUTS = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), callback=unless_stream,
    help="A folder for one new file each. Without it, or with -: standard output.",
)  # fmt: skip
ASIDE = click.option(
    "--set-aside", "aside", type=click.Path(path_type=Path, file_okay=False), callback=never_stream,
    help="A folder for a copy of what could not be read, with reasons.ndjson.",
)  # fmt: skip
FORMAT = click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="json: one line for each.",
)  # fmt: skip

UNREAD: Final = {
    "no_file": "this is a pipe, a device or a link that leads nowhere, and was not read: - reads standard input",
    "not_readable": "this could not be read: the system does not allow it, or the disk is at fault",
    "too_large": "this is too large to be one that was saved from a decision aid",
}
NAMED: Final = 8
"""Parts that a message names."""
_TOLD: Final = 50
"""Things of one file between two words on how far it is."""
_MOST_SHOWN: Final = 400
"""Characters of the name of an input that are shown."""
_MOST_SAID: Final = 4000
"""Characters of a message."""

_IN_LINES: Final = ", line "
"""What stands before the number of a line in the name of what was sent."""
_ENDS: Final = re.compile(r"\.(html?|json|ndjson|jsonl|txt|eml)$", re.IGNORECASE)
_MOST_STEM, _MOST_ENDING = 100, 20
"""Characters of a new file's name, and of its ending."""

Read = TypeVar("Read")
Found = TypeVar("Found")


class Kept(Protocol):
    """What was read of something, and what it lacks."""

    @property
    def left(self) -> tuple[str, ...]:
        """Parts that were left out, as paths."""

    @property
    def is_altered(self) -> bool:
        """Whether something was changed or lost since it was saved."""


@dataclass
class Run:
    """One run over all inputs, and what came of it."""

    what: str
    """What was sent, such as ``Records``."""
    out: Path | None = None
    aside: Path | None = None
    ending: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)

    def over(
        self, inputs: Sequence[str], given_in: Callable[[str, BinaryIO], Iterator[Given[Read]]],
        is_token: Callable[[str], bool] | None = None,
    ) -> Iterator[Given[Read]]:  # fmt: skip
        """Yield what the inputs hold, and show how far it has come.

        ``is_token`` says of an input that is no place whether it has a token; None: nothing here takes tokens.
        """
        from decisionaid.commands.progress import showing  # noqa: PLC0415

        places = _places(inputs, is_token)
        for folder in filter(None, (self.out, self.aside)):
            folder.mkdir(parents=True, exist_ok=True)
        with showing(sys.stderr, "Reading") as progress:
            for done, place in enumerate(places):
                name = shown_name(place)[-40:]
                progress(done, len(places), name)
                for number, given in enumerate(given_in(place, sys.stdin.buffer), 1):
                    if number % _TOLD == 0:
                        progress(done, len(places), f"{name}, number {number:,}")
                    yield given

    def sound(
        self, all_: Iterable[Given[Any]], kind: type[Found], reason: Callable[[Any], str]
    ) -> Iterator[tuple[Given[Any], Found]]:
        """Yield those of which something was read, and set the others aside; ``reason`` says why."""
        for given in all_:
            if isinstance(given.read, kind):
                yield given, given.read
            else:
                self.set_aside(given, reason(given.read))

    def note(self, given: Given[Any], message: str) -> None:
        """Say something about one input."""
        click.echo(f"{shown_name(given.name)}: {_line(message, _MOST_SAID)}", err=True)

    def count(self, *, is_sound: bool) -> None:
        """Count an input that was read."""
        self.counts["sound" if is_sound else "with faults"] += 1

    def judge(self, given: Given[Any], faults: Sequence[str]) -> None:
        """Count an input that was read, and say what is not as it should be."""
        self.count(is_sound=not faults)
        for each in faults:
            self.note(given, each)

    def parting(self) -> str:
        """Return what parts the next text from the one before it on standard output."""
        return "\n" if self.out is None and self.counts["written"] else ""

    def write(self, given: Given[Any], made: str | bytes) -> None:
        """Write what was made of an input; the ends of lines in bytes stay as they are."""
        self.counts["written"] += 1
        if self.out is None:
            click.echo(made, nl=False)
            return
        data = made.encode("utf-8") if isinstance(made, str) else made
        path = self.out / self._free_name(given.name, self.ending)
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            there = shown_name(path.as_posix())
            raise Stop(f"'{there}' is there already: name a new folder") from None

    def set_aside(self, given: Given[Any], reason: str) -> None:
        """Name an input that could not be read, and keep a copy where that was asked for."""
        self.counts["set aside"] += 1
        self.note(given, reason)
        if self.aside is None:
            return
        # Of a pipe or a device there is nothing to copy.
        name = self._kept(self.aside, given) if given.data else None
        line = json.dumps({"input": given.name, "file": name, "reason": reason})
        with (self.aside / "reasons.ndjson").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _kept(self, aside: Path, given: Given[Any]) -> str:
        """Write a copy beside what is there already: the folder may hold what was set aside before, or the inputs."""
        while True:
            suffix = Path(given.name.partition(_IN_LINES)[0]).suffix
            name = self._free_name(given.name, suffix or ".txt")
            try:
                with (aside / name).open("xb") as file:
                    file.write(given.data)
            except FileExistsError:
                continue
            return name

    def _free_name(self, name: str, ending: str) -> str:
        place, _, line = name.partition(_IN_LINES)
        own = _ENDS.sub("", _plain(Path(place).name)).strip(".-")[:_MOST_STEM] or "input"
        stem = f"{own}-line-{line}" if line.isdecimal() else own
        ends = chain([""], (f"-{number}" for number in count(2)))
        names = (f"{stem}{end}{_plain(ending)[:_MOST_ENDING]}" for end in ends)
        # Some systems take two names that differ in capitals for one.
        free = next(each for each in names if each.lower() not in self.taken)
        self.taken.add(free.lower())
        return free

    def leave(self) -> None:
        """Leave with the exit code that what was found gives."""
        counts = {name: self.counts[name] for name in ("sound", "with faults", "set aside")}
        if sum(counts.values()) != 1:
            said = ", ".join(f"{name}: {number}" for name, number in counts.items())
            click.echo(f"{self.what} {said}", err=True)
        sys.stdout.flush()
        is_clean = counts["sound"] > 0 and sum(counts.values()) == counts["sound"]
        sys.exit(CLEAN if is_clean else FOUND)


def _places(inputs: Sequence[str], is_token: Callable[[str], bool] | None) -> list[str]:
    from decisionaid.disk.given import KINDS, places_in  # noqa: PLC0415

    try:
        places = places_in(inputs, is_token or (lambda _: False))
    except FileNotFoundError as error:
        no_token = ", and it is no token" if is_token else ""
        name = shown_name(str(error))
        raise Stop(f"there is no file or folder '{name}'{no_token}") from None
    if not places:
        raise Stop(f"no file there has a name that ends in {', '.join(KINDS)}")
    return places


def faults_of(read: Kept) -> list[str]:
    """Return what something that was read lacks, for the person who hands it on."""
    return [
        *(["something in it was changed or lost since it was saved"] if read.is_altered else []),
        *([f"not recognised, and left out: {few(read.left)}"] if read.left else []),
    ]


def shown_name(name: str) -> str:
    """Return a name of a file on one line: it may hold line ends, and signs that a terminal obeys."""
    return _line(name, _MOST_SHOWN)


def few(parts: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are."""
    names = list(dict.fromkeys(parts))
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _line(text: str, most: int) -> str:
    from decisionaid.outside.clean import line  # noqa: PLC0415

    return line(text, most)


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name)
