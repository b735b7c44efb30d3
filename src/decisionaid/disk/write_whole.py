"""Write a file of ours whole or not at all.

Layer 4. Whoever reads it meanwhile sees what was there before.
"""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in a folder that is there.

    Raises:
        OSError: it cannot be written; then what was there stays. It names the file, not the part that is
            written beside it first.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        part.unlink(missing_ok=True)
