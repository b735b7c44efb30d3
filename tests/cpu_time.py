"""The processor time that something takes: what else the machine does, and the rubbish of other tests, do not count."""

import gc
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MAX_EXPONENT = 1.2
"""What grows in step with its size has 1, a square 2."""


@dataclass
class Taken:
    """Seconds of processor time, known when the block has ended."""

    seconds: float = math.nan


@contextmanager
def taken() -> Iterator[Taken]:
    """Measure a block, in which no rubbish is collected: that takes longer, the more tests have run before."""
    found = Taken()
    was_on = gc.isenabled()
    gc.disable()
    start = time.process_time()
    try:
        yield found
    finally:
        found.seconds = time.process_time() - start
        if was_on:
            gc.enable()


def slope(small: float, large: float, times: float) -> float:
    """Return the power of the size with which a cost grows, for a size so many times as large."""
    return math.log(large / small) / math.log(times)
