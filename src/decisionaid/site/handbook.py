"""Build the handbook around the aids with MkDocs, when MkDocs is installed.

Layer 4. Only this module and ``mkdocs_plugin`` know MkDocs; aids are built without either.
"""

from __future__ import annotations

import logging
import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from decisionaid.disk.plain_files import aid_folders, read_plain

CONFIGURATION: Final = "mkdocs.yml"

_DATE: Final = re.compile(rb"^dates:.*(?:\n[ \t]+.*)*", re.MULTILINE)
_STARTED: Final = re.compile(rb"(?:dates:)?[\s{]*(?:published|evidence):")
_DAY: Final = re.compile(rb"\d{4}-\d\d-\d\d")
_HEAD_BYTES: Final = 16_384


class HandbookError(Exception):
    """MkDocs refused to build the handbook; the message has its words."""


def why_left_out(project: Path) -> str | None:
    """Say why a project's handbook cannot be built, or return None when it can."""
    if not (project / CONFIGURATION).is_file():
        return f"there is no {CONFIGURATION} in '{project.as_posix()}'"
    if find_spec("mkdocs") is None or find_spec("material") is None:
        return "MkDocs with Material is not installed (pip install 'decisionaid[site]')"
    return None


def build_handbook(project: Path, out: Path) -> None:
    """Build the handbook of a project into ``out``, which MkDocs empties first; no aids.

    Raises:
        HandbookError: MkDocs, or one of its checks, refused.
    """
    quiet_and_reproducible(project / "aids")
    from mkdocs.commands.build import build  # noqa: PLC0415 - an extra, and slow to load
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    heard = _Heard()
    log = logging.getLogger("mkdocs")
    log.addHandler(heard)
    log.propagate = False
    try:
        config = load_config(str(project / CONFIGURATION), site_dir=str(out.resolve()), strict=True)
        ours = config.plugins.get("decisionaid")
        if ours is not None:
            ours.config["build_aids"] = False
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        raise HandbookError("\n".join([*heard.lines, str(error)])) from error
    finally:
        log.removeHandler(heard)


def quiet_and_reproducible(aids: Path) -> None:
    """Silence Material's banner, and date the build by the newest aid when nothing else does."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(newest_date(aids)))


def newest_date(aids: Path) -> int:
    """Return the newest date in the ``dates`` of any aid's head that is not a review or an end.

    In seconds since 1970 in UTC; 0 when there is none. MkDocs writes it where it would else write
    the time of the build.
    """
    from datetime import UTC, datetime  # noqa: PLC0415

    days = [day for folder in _folders(aids) for day in _days(folder / "index.md")]
    if not days:
        return 0
    return int(datetime.fromisoformat(max(days)).replace(tzinfo=UTC).timestamp())


def _folders(aids: Path) -> list[Path]:
    return aid_folders(aids) if aids.is_dir() else []


def _days(source: Path) -> list[str]:
    """Return when an aid was published and its evidence gathered, without compiling it."""
    line = _DATE.search(read_plain(source, _HEAD_BYTES) or b"")
    if line is None:
        return []
    parts = [part for part in re.split(rb"[,\n]", line[0]) if _STARTED.match(part)]
    return [found[0].decode("ascii") for part in parts if (found := _DAY.search(part))]


class _Heard(logging.Handler):
    """Keeps what MkDocs warns of, so that it can be told in one piece."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())
