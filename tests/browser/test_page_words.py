"""What an aid's page says of its aid is what its ``aid.json`` says, as far as the page has it.

A record is made from the one and read beside the other.
"""

import json
import subprocess
from typing import Any

import pytest

import hatch_build
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.conftest import ROOT
from tests.our_aids import SLUGS

BUNDLER = ("node_modules/esbuild/bin/esbuild", "scripts/patient/page-words.ts")
OPTIONS = ("--bundle", "--format=iife", "--global-name=pageWords")
ONLY_PUBLISHED = {"clock_words", "came_out", "facts", "gone", "later", "until"}


@pytest.fixture(scope="module")
def reader() -> str:
    """Return a script that reads a page: what the page's own script does when it is first asked."""
    done = subprocess.run(
        [hatch_build.node(), *BUNDLER, *OPTIONS],
        cwd=ROOT / hatch_build.THEME,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def names(items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return ids and words of items, and nothing else of them."""
    return [(item["id"], item["text"]) for item in items]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_and_its_data_say_the_same_of_the_aid(
    slug: str, reader: str, site: Site, visit: Visitor
) -> None:
    published = json.loads((site.folder / "aids" / slug / "aid.json").read_text("utf-8"))["words"]
    page = visit(site.aid_address(slug)).page
    page.evaluate(f"() => {{ {reader}; globalThis.read = pageWords; }}")
    read = page.evaluate("() => read.pageOf(document.getElementById('aid')).words")

    assert set(published) - set(read) == ONLY_PUBLISHED
    for name in set(read) - {"questions", "checks"}:
        assert read[name] == published[name], name
    for mine, theirs in zip(read["questions"], published["questions"], strict=True):
        for name in ("id", "kind", "title", "wording", "about"):
            assert mine[name] == theirs[name]
        assert theirs["question"].startswith(mine["question"].split(" [", 1)[0])
        if mine["kind"] in {"ranking", "choice"}:
            assert names(mine["items"]) == names(theirs["items"])
        if mine["kind"] == "balance":
            assert [item["text"] for item in mine["items"]] == theirs["places"]
        if mine["kind"] == "ranking":
            assert [{**each, "toward": []} for each in mine["items"]] == theirs["items"]
    for mine, theirs in zip(read["checks"], published["checks"], strict=True):
        assert mine == {name: theirs[name] for name in mine}
