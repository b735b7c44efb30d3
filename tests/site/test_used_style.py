"""A page's style is without the rules that can match nothing on it, and with all others."""

import re
from pathlib import Path

import pytest

from decisionaid.site import assets, build_site
from decisionaid.site.used_style import used_style
from tests.conftest import ROOT
from tests.site_examples import DAY, GOOD, write_aids

PAGE = '<html class="no-js"><p class="a b">class=&quot;gone&quot;</p><svg class=icon><p id="d">'
SCRIPT = 'e.classList.toggle("raised",n)'

STAYS = {
    "without a class": "p{margin:0}",
    "a class of the page": ".a{margin:0}",
    "two of the page": ".a.b>p{margin:0}",
    "without quotes": ".icon{margin:0}",
    "a class that a script gives": ".raised{margin:0}",
    "not a class": ".a:not(.gone){margin:0}",
    "one of several": ":is(.a,.gone) p{margin:0}",
    "not one that holds another": ":is(.a,:not(:has(.gone))) p{margin:0}",
    "a number like a class": "p{margin:.5rem}",
    "signs in words": '.a:after{content:"} .gone{; "}',
    "signs in other quotes": ".a:after{content:'} .gone{; '}",
    "by an attribute": "[data-print=summary] p{margin:0}",
    "paper": "@page{size:A4;@bottom-left{content:counter(page)}}",
    "an order of layers": "@layer base,components;",
    "an empty layer has its place": "@layer base{}",
}
GOES = {
    "a class that is not there": (".gone{margin:0}", ""),
    "beside one that is": (".a.gone,.a .gone,.gone>.a{margin:0}", ""),
    "one of two selectors": (".a,.gone{margin:0}", ".a{margin:0}"),
    "has one that is not there": (".a:has(>.gone) p{margin:0}", ""),
    "in a medium": ("@media print{.gone{margin:0}.a{margin:0}}", "@media print{.a{margin:0}}"),
    "all of a medium": ("@media print{.gone{margin:0}}p{margin:0}", "p{margin:0}"),
    "all of a layer": ("@layer base{@media print{.gone{margin:0}}}", "@layer base{}"),
}


@pytest.mark.parametrize("style", STAYS.values(), ids=STAYS)
def test_what_may_match_stays_byte_for_byte(style: str) -> None:
    assert used_style(style, PAGE, SCRIPT) == style


@pytest.mark.parametrize(("style", "kept"), GOES.values(), ids=GOES)
def test_what_cannot_match_goes(style: str, kept: str) -> None:
    assert used_style(style, PAGE, SCRIPT) == kept


@pytest.mark.parametrize("name", [name for name in assets() if name.endswith(".css")])
def test_a_sheet_whose_classes_are_all_there_stays_byte_for_byte(name: str) -> None:
    style = assets()[name].decode().strip()
    every = " ".join(re.findall(r"\.([A-Za-z][\w-]*)", style))
    assert used_style(style, f'<p class="{every}">', "") == style


def test_scripts_write_each_class_in_one_piece() -> None:
    """A class that a script puts together would not be found in it, and its rules would go."""
    theme = ROOT / "src/decisionaid/theme"
    scripts = [*theme.glob("scripts/**/*.ts"), *theme.glob("components/*/*.ts")]
    given = re.compile(
        r"""\bclass: (?!"[^"]*"[ ,}])|classList\.(?!remove)\w+\([^"]|className|["']class["']"""
    )
    found = {path.name: given.findall(path.read_text(encoding="utf-8")) for path in scripts}
    assert len(found) > 50
    assert {name: each for name, each in found.items() if each} == {}


def test_a_page_holds_no_style_of_parts_that_it_does_not_have(tmp_path: Path) -> None:
    build_site(write_aids(tmp_path / "aids", good=GOOD), tmp_path / "out", today=DAY)
    page = (tmp_path / "out" / "aids" / "good" / "index.html").read_text(encoding="utf-8")
    evidence = (tmp_path / "out" / "aids" / "good" / "evidence.html").read_text(encoding="utf-8")
    assert ".care-card{" in page, "its script gives no class, the page has it"
    assert ".stands{" in page, "its script makes it"
    assert ".rank-move{" not in page, "it has nothing to put in order"
    assert ".tree{" not in page
    assert ".stands{" not in evidence
    assert ".step-nav" not in evidence
