"""A screen that nobody sees, for programs that cannot do without one."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.browser.engines.engine import MissingError

SIZE = "1400x1200x24"
MANAGER = "openbox"
"""Manages windows: one has the focus only where somebody gives it."""
SECONDS = 20


@contextmanager
def screen() -> Iterator[str]:
    """Start one while the block runs; give its name, for DISPLAY."""
    server = shutil.which("Xvfb")
    if server is None:
        raise MissingError("Xvfb")
    # It takes a number that is free and writes it once it can be used: no other run is met.
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as said:
            number = said.readline().strip()
        try:
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            process.terminate()
            process.wait(SECONDS)


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Run a program while the block runs."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet
    ) as process:
        try:
            yield
        finally:
            ended(process)


def ended(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """End a program that we started, kindly at first."""
    process.terminate()
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
