"""Make sure that no character of an aid, and no name of a file, breaks what a command says.

Layer 5. A stream may hold few characters: an old encoding, such as that of a file to which Windows
sends what is said. What it cannot hold is written as JSON writes it, so that programs read it too.
Where a file or a folder is to be named, ``-`` stands for a stream, and never for a file of that name.
"""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from decisionaid.commands.stop import Stop

if TYPE_CHECKING:
    from click import Context, Parameter

STREAM: Final = "-"
"""What names standard output in the place of a file; no file and no folder is made of it."""

_NAME: Final = "decisionaid.escape"


def escaped(error: UnicodeError) -> tuple[str, int]:
    r"""Return what is written for characters that a stream cannot hold, such as ``\\u2212``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = "".join(
        f"\\u{int.from_bytes(pair, 'big'):04x}"
        for character in error.object[error.start : error.end]
        for pair in _units(character)
    )
    return units, error.end


def _units(character: str) -> list[bytes]:
    data = character.encode("utf-16-be", "surrogatepass")
    return [data[:2], data[2:]] if len(data) > 2 else [data]


def hold_everything() -> None:
    """Let standard output and standard error take any character, in the encoding that they have."""
    codecs.register_error(_NAME, escaped)
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(errors=_NAME)


def unless_stream(_context: Context, _option: Parameter, place: Path | None) -> Path | None:
    """Return where something is to be written; None: standard output, which ``-`` names too."""
    return None if place == Path(STREAM) else place


def never_stream(_context: Context, option: Parameter, place: Path | None) -> Path | None:
    """Return where something is to be written that is never for standard output.

    Raises:
        Stop: it is to go there.
    """
    if place == Path(STREAM):
        raise Stop(f"{option.opts[0]} needs a name of its own: this never goes to standard output")
    return place
