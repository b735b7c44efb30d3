"""Read the source of an aid from its folder, and say if folder and file will do.

Layer 4. What comes from a folder is untrusted: no more is read than the reader takes, and no link
leads out of the folder.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.read.faults import BAD_FOLDER, NOT_TEXT
from decisionaid.read.text.characters import MAX_BYTES, decode
from decisionaid.text import Source, Span

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_START: Final = Span.on_line(1, 1, 1)


def read_source(path: Path, slug: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read a source, no more of it than the reader takes.

    Findings: DA001 where the bytes are not UTF-8, with the text up to the first of them, and for what
    is no plain file.
    """
    data = read_plain(path, MAX_BYTES + 4)
    if data is None:
        return Source(path.as_posix(), "", slug), (_no_file(path),)
    source, fault = decode(data, path.as_posix(), slug)
    if fault is None:
        return source, ()
    found = Diagnostic(
        NOT_TEXT,
        source.name,
        fault,
        "the file is not text in UTF-8 from here on",
        "save it again with the encoding UTF-8",
    )
    return source, (found,)


def _no_file(path: Path) -> Diagnostic:
    message = "this is no file but a folder, a pipe, a device or a link that leads nowhere"
    return Diagnostic(NOT_TEXT, path.as_posix(), _START, message, "put the text itself here")


def check_folder(path: Path) -> Diagnostic | None:
    """Return what is wrong with the name and the place of an aid's file, before it is read (DA042)."""
    folder = path.parent
    if path.name == "index.md" and folder.name:
        return folder_fault(folder, folder.parent)
    return _link_fault(path, folder.parent)


def folder_fault(folder: Path, aids: Path) -> Diagnostic | None:
    """Return what is wrong with the name of an aid's folder, or with its place in ``aids`` (DA042)."""
    name = (folder / "index.md").as_posix()
    if not SLUG.fullmatch(folder.name) or len(folder.name) > 64:
        return Diagnostic(
            BAD_FOLDER,
            name,
            _START,
            f"the folder's name '{folder.name}' cannot be part of an address",
            "use small letters, digits and single hyphens, such as 'knee-pain'",
        )
    return _link_fault(folder / "index.md", aids) or _second_name(folder, aids)


def _second_name(folder: Path, aids: Path) -> Diagnostic | None:
    """Refuse a link to the text of another folder: one text would be two aids, each with its answers."""
    name = (folder / "index.md").as_posix()
    real, home = os.path.realpath(name), Path(os.path.realpath(aids), folder.name)
    if Path(real).is_relative_to(home):
        return None
    message = f"the file is a link to that of the folder '{Path(real).parent.name}'"
    fix = f"take the folder '{folder.name}' out, or put a text of its own at '{name}'"
    return Diagnostic(BAD_FOLDER, name, _START, message, fix)


def _link_fault(path: Path, aids: Path) -> Diagnostic | None:
    if not leads_out(path, aids):
        return None
    name = path.as_posix()
    message = "the file is a link to a place outside the folder of aids"
    return Diagnostic(BAD_FOLDER, name, _START, message, f"put the file itself at '{name}'")
