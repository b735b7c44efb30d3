"""Run a command in a process of its own and say what it cost."""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KIB_IN_RSS_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
"""`ru_maxrss` is in bytes on macOS and in KiB elsewhere."""


@dataclass(frozen=True)
class Cost:
    """What one process cost, with all those it started."""

    cpu_seconds: float
    """User and system time."""
    peak_mib: float
    """The largest resident memory of any one of the processes."""
    output: str
    """What it printed."""


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder; a command that fails is a CalledProcessError.

    A small process stands between: what it waited for is this command and nothing else.
    """
    between = (sys.executable, "-m", "bench.measure", *map(str, command))
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        between,
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        raise subprocess.CalledProcessError(done.returncode, between)
    output, _, numbers = done.stdout.rstrip("\n").rpartition("\n")
    cpu, peak = numbers.split()
    return Cost(float(cpu), float(peak), output)


def main() -> int:
    """Run the command given; print its output, then CPU seconds and peak MiB on the last line."""
    done = subprocess.run(sys.argv[1:], check=False, stdout=subprocess.PIPE, text=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = used.ru_maxrss * KIB_IN_RSS_UNIT / 1024
    sys.stdout.write(f"{done.stdout}\n{used.ru_utime + used.ru_stime:.4f} {peak:.1f}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
