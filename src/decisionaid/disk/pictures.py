"""Read the pictures that an aid shows, from its folder.

Layer 4. What comes from a folder is untrusted: sizes are capped before anything is read, pictures are
known by their first bytes, and no path leads out of the folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from decisionaid.compiler import Compiled
from decisionaid.diagnostics import Code, Diagnostic
from decisionaid.disk.picture_format import MOST_POINTS, kind_of, size_of
from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.prose import Picture
from decisionaid.read.faults import BAD_PICTURE, MISSING_PICTURE
from decisionaid.text import Path as PartPath

MAX_PICTURE_BYTES: Final = 1_000_000
"""The largest picture, in bytes: a patient may be on a slow phone."""
_KINDS: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}


def read_pictures(
    folder: Path, aid: Aid, compiled: Compiled, name: str
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the pictures by the name the aid gives them, and what is wrong with the others."""
    pictures: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    told = {each.span for each in compiled.diagnostics}
    for path, picture in pictures_of(aid):
        span = compiled.spans.nearest(path)
        found = _read_picture(folder, picture.file)
        if isinstance(found, bytes):
            pictures[picture.file] = found
        elif span not in told:  # a picture that could not be read was reported, and has no name
            code, message, advice = found
            faults.append(Diagnostic(code, name, span, message, advice))
    return pictures, faults


def _read_picture(folder: Path, file: str) -> bytes | tuple[Code, str, str]:
    path, kind = folder / file, _KINDS.get(Path(file).suffix.lower())
    beside = f"put the picture beside the aid, for instance in '{folder.name}/images/'"
    if leads_out(path, folder):
        return BAD_PICTURE, f"the picture '{file}' lies outside the aid's folder", beside
    data = read_plain(path, MAX_PICTURE_BYTES + 1)
    if data is None:
        return MISSING_PICTURE, f"there is no picture '{file}'", beside
    if len(data) > MAX_PICTURE_BYTES:
        message = f"the picture '{file}' is larger than {MAX_PICTURE_BYTES // 1000} kB"
        return BAD_PICTURE, message, "save it smaller"
    if kind is None or kind_of(data) != kind:
        message = f"the picture '{file}' is not what its name says"
        return BAD_PICTURE, message, "use a .png, .jpg or .webp picture, named for what it is"
    size = size_of(data)
    if size is not None and not all(0 < side <= MOST_POINTS for side in size):
        message = f"the picture '{file}' is {size[0]:,} by {size[1]:,} points"
        return BAD_PICTURE, message, f"save it with at most {MOST_POINTS:,} points on each side"
    return data


def pictures_of(part: Part, path: PartPath = ()) -> Iterator[tuple[PartPath, Picture]]:
    """Yield each picture of an aid with its path."""
    if isinstance(part, Picture):
        yield path, part
    for name, value in part:
        if isinstance(value, Part):
            yield from pictures_of(value, (*path, name))
        elif isinstance(value, tuple):
            yield from _pictures_in(value, (*path, name))


def _pictures_in(values: Sequence[object], path: PartPath) -> Iterator[tuple[PartPath, Picture]]:
    for index, value in enumerate(values):
        if isinstance(value, Part):
            yield from pictures_of(value, (*path, index))
