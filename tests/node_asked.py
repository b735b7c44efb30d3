"""A program in Node that is asked line by line: to start it takes longer than most of its answers do."""

import atexit
import subprocess
from functools import cache
from pathlib import Path
from typing import IO

import hatch_build

THEME = Path(__file__).resolve().parent.parent / hatch_build.THEME


@cache
def _started(program: Path, arguments: tuple[Path, ...]) -> tuple[IO[str], IO[str]]:
    """Start a program, once; it ends when this process does."""
    process = subprocess.Popen(
        [hatch_build.node(), program, *arguments],
        cwd=THEME,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    atexit.register(process.communicate)
    return process.stdin, process.stdout


def answer_of(program: Path, line: str, *arguments: Path) -> str:
    """Return what a program says to a line; empty: it ended, and what it said of that stands on standard error."""
    asked, answers = _started(program, arguments)
    asked.write(f"{line}\n")
    asked.flush()
    return answers.readline()
