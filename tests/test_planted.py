"""Whatever required thing is taken out of a real aid, the compiler refuses it and says where.

The faults are found from the source itself (``tests/planted.py``), so a new line in an aid, or a
new aid, is covered from its first day.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Diagnostic, Severity
from decisionaid.disk.outcome_forms import in_form
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.planted import (
    AidText,
    Planted,
    planted_cells,
    planted_compare,
    planted_fields,
    planted_head,
    planted_ids,
    planted_numbers,
)

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

AIDS = {path.parent.name: path for path in sorted((ROOT / "aids").glob("*/index.md"))}

FAULTS: dict[str, Callable[[AidText], Iterator[Planted]]] = {
    "time, people, source and certainty": planted_fields,
    "cells of outcomes": planted_cells,
    "numbers": planted_numbers,
    "cells that compare": planted_compare,
    "ids": planted_ids,
    "head": planted_head,
}

LEAST = {
    "time, people, source and certainty": 20,
    "cells of outcomes": 60,
    "numbers": 40,
    "cells that compare": 20,
    "ids": 60,
    "head": 30,
}
"""Fewer faults than this in every aid means that the search for them no longer finds them."""


def compiled(slug: str, text: str) -> tuple[Source, Compiled]:
    source = Source(f"aids/{slug}/index.md", text, slug=slug)
    return source, compile_aid(source)


def errors(result: Compiled) -> list[Diagnostic]:
    return [each for each in result.diagnostics if each.code.severity is Severity.ERROR]


def in_long_form(path: Path) -> str:
    """Read an aid; in the long form each thing to take away stands on a line of its own."""
    return in_form(Source(path.name, path.read_text(encoding="utf-8")), "long")


@pytest.mark.parametrize("slug", AIDS)
def test_a_real_aid_has_no_errors(slug: str) -> None:
    _source, result = compiled(slug, AIDS[slug].read_text(encoding="utf-8"))
    assert [(each.span.line, each.message) for each in errors(result)] == []


@pytest.mark.parametrize("nth", [11, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("slug", AIDS)
def test_each_required_thing_taken_away_is_refused_at_its_place(
    slug: str, kind: str, nth: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every eleventh thing in `make test`, beginning with another in each aid; each in `make soak`."""
    begin = list(AIDS).index(slug) % nth
    planted = list(FAULTS[kind](AidText(in_long_form(AIDS[slug]))))[begin::nth]
    missed = [f"{each.what}: {wrong}" for each in planted if (wrong := what_is_wrong(slug, each))]
    refused = sum(1 for each in planted if each.places)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{slug}: {kind}: {refused} taken away and refused, "
            f"{len(planted) - refused} said elsewhere too\n"
        )
    assert missed == []


@pytest.mark.parametrize("kind", FAULTS)
def test_the_search_for_things_to_take_away_finds_many_in_some_aid(kind: str) -> None:
    texts = [in_long_form(path) for path in AIDS.values()]
    found = [len(list(FAULTS[kind](AidText(text)))) for text in texts]
    assert max(found) >= LEAST[kind]


def what_is_wrong(slug: str, planted: Planted) -> str | None:
    """Return in what way the compiler's answer is not what it must be, or None."""
    source, result = compiled(slug, planted.text)
    found = errors(result)
    lines = {each.span.line for each in found if planted.code in (None, each.code.number)}
    told = sorted((each.code.number, each.span.line) for each in found)
    if not planted.places:
        return f"refused, although it is said elsewhere: {told}" if found and planted.only else None
    if result.ok or not found:
        return "not refused"
    for place in planted.places:
        if lines.isdisjoint(place):
            return f"no error on {place}: {told}"
    allowed = {line for place in planted.places for line in place}
    if planted.only and not {each.span.line for each in found} <= allowed:
        return f"an error on another line: {told}"
    for each in found:
        if each.source != source.name:
            return f"another file: {each.source}"
        if not 1 <= each.span.column <= len(source.line(each.span.line)) + 1:
            return f"column {each.span.column} is not on line {each.span.line}"
    return None


@pytest.mark.parametrize("slug", AIDS)
def test_a_line_that_others_covers_is_filled_by_others_when_taken_away(slug: str) -> None:
    """What is not refused then is still said: no option is ever left without an entry."""
    for planted in planted_cells(AidText(in_long_form(AIDS[slug]))):
        if planted.places:
            continue
        _source, result = compiled(slug, planted.text)
        if result.ok:
            assert result.aid is not None
            for outcome in result.aid.outcomes:
                assert all(outcome.cell(option.id) for option in result.aid.options), planted.what
