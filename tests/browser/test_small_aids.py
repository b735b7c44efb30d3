"""The walk asks of an aid only what it has: the specimens, which are small, are walked through too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.site import build_site
from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import crossed
from tests.browser.test_thread import missing
from tests.browser.walk import KeyboardWalk, Walk, words_of
from tests.conftest import ROOT
from tests.site_examples import write_aids

SPECIMENS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests" / "specimens").glob("*.md"))
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build the specimens; give the address of the site."""
    folder = tmp_path_factory.mktemp("specimens")
    assert build_site(write_aids(folder / "aids", **SPECIMENS), folder / "out").ok
    return served(folder / "out")


@pytest.mark.parametrize(("name", "way"), crossed([*SPECIMENS], (Walk, KeyboardWalk), every=3))
def test_a_small_aid_is_walked_through_to_its_summary(
    name: str, way: type[Walk], address: str, visit: Visitor
) -> None:
    aid = compile_aid(SPECIMENS[name]).aid
    assert aid is not None
    seen = visit(f"{address}aids/{name}/")
    walk = way(seen.page, Answers(aid))
    walk.to_summary()
    assert missing(walk.answers.said, words_of(seen.page.locator("#summary"))) == []
    assert seen.complaints == []
