"""A thousand records that somebody has changed, each with its verdict: both languages come to the same.

The golden file holds what was changed in one sound record, and what becomes of it; `tests/runtime` makes the
same changes and reads it too.
"""

import json
import random
from collections.abc import Iterator
from typing import Any, Final

import pytest

from decisionaid.model.canonical import record_checksum
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.written import written_today
from tests.conftest import Golden
from tests.cpu_time import taken
from tests.record.test_cases import SOUND, verdict_on

MANY: Final = 1000
SLOWEST: Final = 2.0
"""Seconds for one record on a slow machine that has other work."""

HURT: Final = '<img src=x onerror="window.hurt=1">'
NEW: Final[tuple[Any, ...]] = (
    None, True, 0, 1, -1, 7, 11, 1.5, 1e30, "", "x", "7", "answered", "unanswered", "unsure",
    "not_applicable", "prefer_not_to_say", "carer", "healthcare_professional", "work", "__proto__", "constructor",
    "../../x", "//host/a", HURT, "\u202e\u2066\u0000\u200b", "x" * 301, "x" * 1501, "\ud800",
    [], {}, [{}], [[]], [None], ["a", "a"], ["work", "sleep"], ["leaning", "values"], ["__proto__"],
    {"__proto__": {"hurt": 1}}, {"id": "a"}, {"state": "answered"}, [7] * 50,
)  # fmt: skip
NAMES: Final = ("__proto__", "constructor", "toString", "extra", "id", "state", "value", "option")

Way = tuple[str | int, ...]


def ways(data: Any, way: Way = ()) -> Iterator[Way]:  # noqa: ANN401
    """Yield the way to each part of a record."""
    if way:
        yield way
    parts = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for name, part in parts:
        yield from ways(part, (*way, name))


def changed(data: Any, change: list[Any]) -> None:  # noqa: ANN401
    """Change one part: take it out, say it again, or put something in its place."""
    how, way, *new = change
    *above, last = way
    for name in above:
        data = data[name]
    if how == "out":
        del data[last]
    elif how == "again":
        data.append(json.loads(json.dumps(data[last])))
    else:
        data[last] = json.loads(json.dumps(new[0]))


def part_at(data: Any, way: Way) -> Any:  # noqa: ANN401
    for name in way:
        data = data[name]
    return data


def change_in(data: Any, rng: random.Random) -> list[Any]:  # noqa: ANN401
    """Return a change that can be made to this record."""
    way = rng.choice(list(ways(data)))
    above = part_at(data, way[:-1])
    how = rng.random()
    if how < 0.15:
        return ["out", way]
    if how < 0.3 and isinstance(above, list):
        return ["again", way]
    if how < 0.4 and isinstance(above, dict):
        return ["in", (*way[:-1], rng.choice(NAMES)), rng.choice(NEW)]
    return ["in", way, rng.choice(NEW)]


def mutated() -> Iterator[tuple[list[Any], bool, str]]:
    """Yield changes, whether the check number was made to fit, and the text of the record."""
    rng = random.Random(14)  # noqa: S311 - the same each time
    for number in range(MANY):
        data = json.loads(SOUND)
        changes = []
        for _ in range(rng.randint(1, 8)):
            changes.append(change_in(data, rng))
            changed(data, changes[-1])
        is_sealed = number % 4 > 0
        if is_sealed:
            data["crc32"] = record_checksum(data)
        yield changes, is_sealed, json.dumps(data)


def named(left: Any) -> list[str]:  # noqa: ANN401
    """Return in which parts something was left out: in which order it is found, and so its number, differs."""
    return sorted({each.partition("/")[0] for each in left})


@pytest.mark.long
def test_a_thousand_are_read_alike_in_both_languages(golden: Golden) -> None:
    rows = []
    for changes, is_sealed, text in mutated():
        with taken() as time:
            verdict = verdict_on(text)
        assert time.seconds < SLOWEST
        verdict["left"] = named(verdict.get("left", []))
        rows.append(json.dumps({"changes": changes, "is_sealed": is_sealed, **verdict}))
    golden("records/mutated.json", "[\n" + ",\n".join(rows) + "\n]\n")


@pytest.mark.long
@pytest.mark.parametrize("nth", [4, pytest.param(1, marks=pytest.mark.soak)])
def test_what_is_read_of_them_is_written_and_read_again_as_it_was(nth: int) -> None:
    texts = [text for _changes, _is_sealed, text in mutated()][::nth]
    kept = [each for text in texts if isinstance(each := recovered(text), Recovered)]
    assert len(kept) > len(texts) // 3
    for each in kept:
        again = recovered(written_today(each))
        assert isinstance(again, Recovered)
        assert (again.left, again.is_altered) == ((), each.is_altered or each.left != ())
        assert HURT not in written_today(each).replace(json.dumps(HURT)[1:-1], "")
