"""Put a new text in the place of an aid's source: whole or not at all, and never over a change.

Layer 4, the only module that writes over a source.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp

from decisionaid.text import MARK_IN_BYTES


class ChangedError(Exception):
    """The file is no longer what it was when it was read."""


def replace_text(path: Path, before: str, text: str) -> None:
    """Write ``text`` where ``before`` stands now; a byte order mark and the file's permissions stay.

    Raises:
        ChangedError: the file holds something else by now.
        OSError: the file cannot be read or written.
    """
    path = path.resolve()  # a link goes on being a link
    now = path.read_bytes()
    mark = MARK_IN_BYTES if now.startswith(MARK_IN_BYTES) else b""
    if now.removeprefix(MARK_IN_BYTES) != before.encode("utf-8"):
        raise ChangedError
    number, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(mark + text.encode("utf-8"))
        part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
