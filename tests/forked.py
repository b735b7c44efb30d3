"""Run a command in a process of its own, within bounds of memory and processor time.

To start Python and to import the product takes longer than most commands do. So one process imports
it, and then makes a copy of itself for each command: the copy is bound, runs the command as
``python -m decisionaid`` does, and ends. Nothing that a command does can reach the next one.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Order:
    """What to run: arguments of the command, and the bounds in bytes and in seconds."""

    folder: str
    arguments: tuple[str, ...]
    memory: int
    seconds: int
    out: str
    """The file that gets what the command says."""
    err: str
    """The file that gets what it complains of."""


def run_bounded(
    folder: Path, *arguments: str, memory: int, seconds: int
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; a signal that ended it is a negative return code."""
    with tempfile.TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "err")
        order = Order(str(folder), arguments, memory, seconds, str(out), str(err))
        code = _ask(order)
        said = [each.read_text(encoding="utf-8") for each in (out, err)]
    return subprocess.CompletedProcess(arguments, code, *said)


def _ask(order: Order) -> int:
    """Have a command run by the process that has imported the product; return its code."""
    asked, answers = _started()
    asked.write(f"{json.dumps(asdict(order))}\n")
    asked.flush()
    return int(answers.readline())


@cache
def _started() -> tuple[IO[str], IO[str]]:
    """Start the process, once; it ends when this one does."""
    command = [sys.executable, "-m", "tests.forked"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdin is not None
    assert process.stdout is not None
    atexit.register(process.communicate)
    return process.stdin, process.stdout


def _serve() -> None:
    """Run what is ordered, line by line, each in a copy of this process."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        copy = os.fork()
        if copy == 0:
            _become(order)
        _, status = os.waitpid(copy, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _become(order: Order) -> NoReturn:
    """Take on the folder, the files and the bounds of an order, run its command, and end."""
    from decisionaid.cli import main  # noqa: PLC0415 - imported before, by the process copied

    os.chdir(order.folder)
    for number, name, mode in (
        (0, os.devnull, os.O_RDONLY),
        (1, order.out, os.O_WRONLY | os.O_CREAT),
        (2, order.err, os.O_WRONLY | os.O_CREAT),
    ):
        os.dup2(os.open(name, mode), number)
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (order.memory, order.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (order.seconds, order.seconds))
        main(order.arguments)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    # All that a command imports when it runs.
    import decisionaid.cli
    import decisionaid.diagnostics.formats
    import decisionaid.disk.checking
    import decisionaid.site  # noqa: F401

    _serve()
