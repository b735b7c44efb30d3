"""How often files are looked at: the clock is made up, so no test waits and none can be too slow."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionaid.serve.looks import LOOK_EVERY, SELDOM, SHARE, Looks, pause_after
from decisionaid.serve.preview import Stamp, stamp_of


class Disk:
    """A folder that takes a made-up time to look at, and counts how often it was looked at."""

    def __init__(self, folder: Path, takes: float) -> None:
        """Begin at second 0."""
        self.folder, self.takes = folder, takes
        self.now, self.looked = 0.0, 0

    def whole(self) -> Stamp:
        """Look at everything."""
        self.now += self.takes
        self.looked += 1
        return stamp_of(self.folder)

    def clock(self) -> float:
        """Tell the time, and how long was spent."""
        return self.now


def names(stamp: Stamp) -> list[str]:
    return sorted(Path(path).relative_to(Path(path).parents[1]).as_posix() for path in stamp)


@pytest.fixture
def aids(tmp_path: Path) -> Path:
    """Give a folder of three aids."""
    for name in ("ears", "knee", "knee-too"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.md").write_text(name, encoding="utf-8")
    return tmp_path


def test_where_a_look_is_cheap_everything_is_looked_at_each_time(aids: Path) -> None:
    disk = Disk(aids, takes=LOOK_EVERY * SHARE / 2)
    looks = Looks(disk.whole, disk.clock, disk.clock)
    for number in range(5):
        assert disk.looked == number + 1
        disk.now += LOOK_EVERY
        looks.again()


def test_where_a_look_is_dear_it_takes_no_more_than_its_share_of_the_time(aids: Path) -> None:
    disk = Disk(aids, takes=0.012)
    looks = Looks(disk.whole, disk.clock, disk.clock)
    while disk.now < 100:
        disk.now += LOOK_EVERY
        looks.again()
    assert disk.looked * disk.takes <= SHARE * 100
    assert disk.looked > 100 / SELDOM


def test_however_dear_a_look_is_no_change_waits_for_longer_than_the_most(aids: Path) -> None:
    assert pause_after(1_000) == SELDOM
    disk = Disk(aids, takes=0.5)
    looks = Looks(disk.whole, disk.clock, disk.clock)
    (aids / "knee" / "index.md").write_text("longer than before", encoding="utf-8")
    before = looks.stamp
    disk.now += SELDOM / 2
    assert looks.again() == before
    disk.now += SELDOM / 2
    assert looks.again() != before


def test_what_is_watched_is_seen_at_once_and_nothing_else_is_lost(aids: Path) -> None:
    disk = Disk(aids, takes=0.5)
    looks = Looks(disk.whole, disk.clock, disk.clock)
    looks.watch(aids / "knee")
    before = looks.stamp
    assert looks.again() == before
    (aids / "knee" / "index.md").write_text("longer than before", encoding="utf-8")
    (aids / "knee-too" / "index.md").write_text("longer than before", encoding="utf-8")
    after = looks.again()
    assert {path for path in after if after[path] != before[path]} == {
        (aids / "knee" / "index.md").as_posix()
    }
    (aids / "knee" / "index.md").rename(aids / "knee" / "other.md")
    assert names(looks.again()) == ["ears/index.md", "knee-too/index.md", "knee/other.md"]
    assert disk.looked == 1


def test_another_folder_can_be_watched_instead_and_one_that_goes_away_is_empty(aids: Path) -> None:
    disk = Disk(aids, takes=0.5)
    looks = Looks(disk.whole, disk.clock, disk.clock)
    looks.watch(aids / "knee")
    looks.watch(aids / "ears")
    (aids / "ears" / "index.md").unlink()
    (aids / "ears").rmdir()
    assert names(looks.again()) == ["knee-too/index.md", "knee/index.md"]
