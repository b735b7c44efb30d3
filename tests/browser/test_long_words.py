"""Names of medicines and words of other languages can be longer than a line: none widens a page or is cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from decisionaid.site import build_site
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import by_turns
from tests.browser.test_every_page import NARROW, faults_at_each_step
from tests.rules.examples import SPECIMEN
from tests.site_examples import write_aids

LONG = "Methylprednisoloneaceponatehydrochloride"
ENDS = f"\n\n- {LONG} {{#low}}\n- {LONG} {{#high}}\n"


def lengthened(text: str) -> str:
    """Return an aid with a long word in its options, its questions and all that is answered."""
    head, body = re.split(r"^(?=# )", text, maxsplit=1, flags=re.MULTILINE)
    body = re.sub(r"^(#{2,3} )(?=[A-Z])", rf"\g<1>{LONG} ", body, flags=re.MULTILINE)
    body = re.sub(
        r"^(- (?:\[.\] )?)(?!Goal|Action)(?=[A-Z].*\{#)", rf"\g<1>{LONG} ", body, flags=re.MULTILINE
    )
    asked = re.compile(r"(^### .*\.importance.*\n+[^\n]+\?)\n(?!\n- )", re.MULTILINE)
    return head + asked.sub(lambda found: found[1] + ENDS, body, count=1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """Build an aid of long words; give the address of its folder."""
    folder = tmp_path_factory.mktemp("long")
    text = lengthened(SPECIMEN.read_text(encoding="utf-8"))
    assert text.count(LONG) > 20
    assert build_site(write_aids(folder / "aids", long=text), folder / "out").ok
    return f"{served(folder / 'out')}aids/long/"


@pytest.mark.parametrize("page", by_turns(["index", "grid", "large-print", "evidence"], at_once=2))
def test_no_long_word_makes_a_page_too_wide(page: str, site: str, visit: Visitor) -> None:
    assert faults_at_each_step(visit(f"{site}{page}.html", width=NARROW)) == {}
