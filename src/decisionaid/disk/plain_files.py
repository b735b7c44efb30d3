"""Find aids in a folder, and read what lies there: plain files, inside, and no more than asked for.

Layer 4, light. What lies in a folder is untrusted: a pipe would never end, a device may do anything,
a link may lead to somebody's secrets, and a file can become any of them between a look and a read.
So a file is opened without waiting, and looked at then.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def aid_folders(aids: Path) -> list[Path]:
    """Return the folders in ``aids`` that hold an ``index.md``, whatever that is, in order of their names."""
    return sorted(
        (each for each in aids.iterdir() if os.path.lexists(each / "index.md")),
        key=lambda folder: folder.name,
    )


def read_plain(path: Path, most: int) -> bytes | None:
    """Return the first bytes of a file, at most ``most``; None: it is no plain file, or is not there.

    Raises:
        OSError: it cannot be opened or read for another reason.
    """
    file = open_plain(path)
    if file is None:
        return None
    with file:
        return file.read(most)


def open_plain(path: Path) -> BinaryIO | None:
    """Return a file, open to be read; None: it is no plain file, or is not there.

    Raises:
        OSError: it cannot be opened for another reason.
    """
    try:
        number = os.open(path, _FLAGS)
    except OSError:
        if path.is_file():
            raise
        return None
    if stat.S_ISREG(os.fstat(number).st_mode):
        return os.fdopen(number, "rb")
    os.close(number)
    return None


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a path, all links followed, lies outside a folder."""
    # not Path.resolve, which raises for a link that leads to itself
    real, inside = os.path.realpath(path), os.path.realpath(folder)
    return real != inside and not real.startswith(os.path.join(inside, ""))  # noqa: PTH118
