"""Whatever a place or a feed holds: a plain message, a bound on the time, and nothing of it is run or lost."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from decisionaid.compiler.places import CompiledPlace, compile_place
from decisionaid.diagnostics import Severity
from decisionaid.disk.place_import import NoFeedError, import_feed, report
from decisionaid.disk.places import read_place_source
from decisionaid.read.place.read_place import why_not_yaml
from decisionaid.render import place_script, render_near
from decisionaid.render.pages.page import SiteView
from decisionaid.text import Source
from tests.cpu_time import taken
from tests.places.hostile_feeds import GOOD, hostile_feeds
from tests.places.hostile_places import hostile_places
from tests.rules.place_examples import compiled_place, example_aids

MOST_SECONDS = 20.0
"""CPU time, far more than any needs: only what grows without a bound takes longer."""

PLACES = dict(hostile_places())
FEEDS = dict(hostile_feeds())
HARMLESS = {"cut at 220", "a number for name", "a number for the what of a service"}
"""A head that is whole though nothing follows it, and words that are odd and words all the same."""


def test_there_are_enough_of_them() -> None:
    assert len(PLACES) >= 150
    assert len(FEEDS) >= 90


def compiled_file(folder: Path, data: bytes) -> CompiledPlace:
    path = folder / "overlays" / "example-town.yaml"
    path.parent.mkdir()
    path.write_bytes(data)
    source, fault = read_place_source(path)
    if fault is not None:
        return CompiledPlace(None, (fault,), source)
    # Beside aids in which all is sound, so that only the file itself can be at fault.
    return compile_place(source, example_aids())


@pytest.mark.parametrize("name", PLACES)
def test_a_hostile_place_is_refused_in_plain_words(name: str, tmp_path: Path) -> None:
    with taken() as time:
        compiled = compiled_file(tmp_path, PLACES[name])
    assert time.seconds < MOST_SECONDS
    found = compiled.diagnostics
    errors = [each for each in found if each.code.severity is Severity.ERROR]
    assert errors or name in HARMLESS
    for each in found:
        assert each.code.number.startswith("DP"), (each.code.number, each.message)
        assert each.span.line >= 1
        assert each.message
        assert each.help
        assert len(each.message) < 400
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", each.message)


@pytest.mark.parametrize("name", FEEDS)
def test_a_hostile_feed_gives_a_draft_that_can_be_read_or_a_plain_word(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "feed.json"
    path.write_bytes(FEEDS[name])
    with taken() as time:
        found = import_feed(path, "example-town", "2026-05-10", (), None)
        told = report(found, path.name)
    assert time.seconds < MOST_SECONDS
    assert told.startswith("Read ")
    assert found.faults or found.left_out or found.drafts or found.read == 0
    # What comes out is a draft that its owner can go on with: no error but what an owner has to write.
    diagnostics = compiled_place(found.text).diagnostics
    refused = {each.code.number for each in diagnostics if each.code.severity is Severity.ERROR}
    assert refused <= {"DP103", "DP118", "DP124"}, [each.message for each in diagnostics]


def test_markup_in_every_text_is_shown_as_text() -> None:
    text = Path(__file__).parents[1] / "rules" / "place_specimen.yaml"
    nasty = "</script><script>x</script><b>"
    source = re.sub(
        r"(?m)(name|what|each): ([^,{}\n]+)",
        lambda found: f'{found[1]}: "{nasty}"',
        text.read_text(encoding="utf-8"),
    )
    compiled = compiled_place(source)
    assert compiled.place is not None
    assert compiled.ok, compiled.diagnostics
    page = render_near(compiled.place, SiteView("../../"))
    assert "<script>x" not in page
    assert "<b>" not in page
    assert "&lt;/script&gt;&lt;script&gt;x" in page
    assert place_script(compiled.place).count("\n") == 1


@pytest.mark.parametrize("name", PLACES)
def test_an_import_over_a_hostile_draft_leaves_it_sound_or_alone(name: str, tmp_path: Path) -> None:
    text = PLACES[name].decode("utf-8", "replace")
    source = Source("overlays/example-town.yaml", text, "example-town")
    if why_not_yaml(source) is not None:
        return
    path = tmp_path / "feed.json"
    path.write_text(json.dumps([GOOD]), encoding="utf-8")
    try:
        found = import_feed(path, "example-town", "2026-05-10", (), text)
    except NoFeedError:
        return
    assert found.change is not None
    assert why_not_yaml(replace(source, text=found.text)) is None
