"""What a test finds is a tree for everyone: on a phone, in forced colours, on paper, without script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from decisionaid.site import build_site
from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, crossed
from tests.browser.visit import Visit
from tests.browser.walk import Walk
from tests.conftest import ROOT
from tests.render.test_screening import SCREENING, specimen, spoken

NAMES = ("screening", "test")
WIDTHS = (320, 390, 1280)

PLACES = """() => Object.fromEntries([...document.querySelectorAll(".tree caption, .tree-branch > th,"
  + " .tree-branch .tree-total .tree-number, .tree-branch .tree-leaf .tree-number")]
  .map((one, at) => [at, one.getBoundingClientRect()])
  .map(([at, box]) => [at, [box.left, box.right, box.top, box.bottom]]))"""
"""The caption, then for each branch its words, its total and its two leaves: left, right, top, bottom."""

LINES = """() => [...document.querySelectorAll(".tree-branch, .tree-branch .tree-leaf")].map((one) => {
  const line = getComputedStyle(one, "::before");
  const sides = ["Top", "Bottom", "Left", "Right"];
  return sides.filter((side) => parseFloat(line[`border${side}Width`]) >= 1
    && line[`border${side}Style`] === "solid").length;
})"""
"""How many sides of each joint are drawn; a border stays in forced colours and on paper."""


@pytest.fixture(scope="module")
def tests_site(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> Site:
    """Build the two whole aids on tests."""
    folder = tmp_path_factory.mktemp("tests")
    for name in NAMES:
        place = folder / "aids" / name
        place.mkdir(parents=True)
        source = (ROOT / "tests" / "specimens" / f"{name}.md").read_text(encoding="utf-8")
        (place / "index.md").write_text(source, encoding="utf-8")
    built = build_site(folder / "aids", folder / "out")
    assert built.ok, built.diagnostics
    return Site(folder / "out", served(folder / "out"), {name: specimen(name) for name in NAMES})


def places(seen: Visit) -> Mapping[str, tuple[float, float, float, float]]:
    found: dict[str, Any] = seen.page.evaluate(PLACES)
    names = ("start", *(f"{branch} {part}" for branch in ("yes", "no") for part in PARTS))
    return dict(zip(names, found.values(), strict=True))


PARTS = ("words", "total", "has", "not")


def at_tree(visit: Visitor, site: Site, name: str, **options: Any) -> Visit:
    seen = visit(f"{site.aid_address(name)}#compare", **options)
    expect(seen.page.locator(".tree")).to_be_visible()
    return seen


@pytest.mark.parametrize(("name", "width"), crossed(NAMES, (320, 1280), every=4))
def test_an_aid_on_a_test_can_be_walked_without_fault(
    name: str, width: int, tests_site: Site, visit: Visitor
) -> None:
    seen = visit(tests_site.aid_address(name), width=width)
    walk = Walk(seen.page, Answers(tests_site.aids[name]))
    faults = {}
    for step in walk.steps:
        walk.expect_at(step)
        if step == "values":
            question = tests_site.aids[name].values_questions[0]
            seen.page.locator(f"input[name='values.{question.id}'][value='7']").check(force=True)
        faults[step] = [*faults_of(seen), *spaced_faults(seen)]
        if step != "summary":
            walk.go_on(step)
    assert {step: found for step, found in faults.items() if found} == {}
    expect(seen.page.locator("#summary")).to_contain_text("7 of 10")
    assert seen.complaints == []


@pytest.mark.parametrize("name", NAMES)
def test_the_evidence_page_of_a_test_is_without_fault(
    name: str, tests_site: Site, visit: Visitor
) -> None:
    seen = visit(f"{tests_site.aid_address(name)}evidence.html", width=320)
    assert list(faults_of(seen)) == []


@pytest.mark.parametrize("name", NAMES)
def test_on_a_wide_screen_each_branch_stands_above_its_two_leaves(
    name: str, tests_site: Site, visit: Visitor
) -> None:
    at = places(at_tree(visit, tests_site, name, width=1280))
    for branch in ("yes", "no"):
        left, right, _top, bottom = at[f"{branch} total"]
        middle = (left + right) / 2
        assert at["start"][3] < at[f"{branch} words"][2]
        assert at[f"{branch} has"][2] > bottom
        assert at[f"{branch} has"][0] < middle < at[f"{branch} not"][1]
    assert at["yes total"][1] < at["no total"][0]
    assert at["yes total"][2] == at["no total"][2]


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("name", NAMES)
def test_on_a_phone_each_branch_is_indented_below_the_one_before(
    name: str, width: int, tests_site: Site, visit: Visitor
) -> None:
    at = places(at_tree(visit, tests_site, name, width=width))
    tops = [top for _left, _right, top, _bottom in at.values()]
    assert tops == sorted(tops)
    for branch in ("yes", "no"):
        lefts = [at[each][0] for each in ("start", f"{branch} words", f"{branch} has")]
        assert lefts[0] < lefts[1] < lefts[2]
        assert at[f"{branch} has"][0] == at[f"{branch} not"][0]


@pytest.mark.parametrize("width", WIDTHS)
def test_right_to_left_the_tree_is_mirrored(width: int, tests_site: Site, visit: Visitor) -> None:
    seen = at_tree(visit, tests_site, "screening", width=width)
    before = places(seen)
    seen.page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    after = places(seen)
    assert seen.overflow() == 0
    if width < 1000:
        assert after["yes words"][1] > after["yes has"][1]
    else:
        assert before["yes total"][1] < before["no total"][0]
        assert after["no total"][1] < after["yes total"][0]


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}, {"color_scheme": "dark"}])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_joint_of_the_tree_is_drawn(
    options: dict[str, str], width: int, tests_site: Site, visit: Visitor
) -> None:
    seen = at_tree(visit, tests_site, "screening", width=width, **options)
    assert seen.page.evaluate(LINES) == [2] * 6
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate(LINES) == [2] * 6


@pytest.mark.parametrize("name", NAMES)
def test_the_looks_of_a_tree_leave_the_table_a_table(
    name: str, tests_site: Site, visit: Visitor
) -> None:
    seen = at_tree(visit, tests_site, name, width=320)
    table = seen.page.locator(".part-test").get_by_role("table")
    rows = table.get_by_role("row")
    expect(rows).to_have_count(4)
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader")).to_have_count(3)
    for at in (1, 2, 3):
        expect(rows.nth(at).get_by_role("cell")).to_have_count(3)


def test_a_screen_reader_is_given_each_number_of_the_tree_once(
    tests_site: Site, visit: Visitor
) -> None:
    seen = at_tree(visit, tests_site, "screening", width=320)
    read = seen.page.locator(".part-test table").aria_snapshot()
    sentences = [
        line.split("- paragraph: ")[1] for line in read.splitlines() if "- paragraph" in line
    ]
    assert sentences == spoken(SCREENING)
    # What only eyes are given is not read as well.
    assert "missed by the test" not in read


@pytest.mark.parametrize(("name", "with_script"), crossed(NAMES, (True, False), begin=3, every=4))
def test_the_tree_is_on_screen_and_on_paper_with_or_without_script(
    name: str, with_script: bool, tests_site: Site, visit: Visitor
) -> None:
    seen = at_tree(visit, tests_site, name, java_script_enabled=with_script)
    numbers = {"screening": ("8", "70", "2", "920"), "test": ("19", "5")}[name]
    leaves = seen.page.locator(".tree-branch .tree-leaf:not(.unknown) .tree-number")
    assert leaves.all_inner_texts() == list(numbers)
    pages = [page for page in seen.printed() if "says yes" in page]
    (tree,) = [page for page in pages if "false alarms" in page]
    for number in numbers:
        assert f" {number} " in tree
    assert "so these are false alarms" not in tree  # what is heard is not printed as well
    for words in seen.page.locator(".result h3").all_inner_texts():
        assert words in " ".join(seen.printed())


def test_a_link_to_what_is_found_for_nothing_leads_to_its_outcome(
    tests_site: Site, visit: Visitor
) -> None:
    seen = at_tree(visit, tests_site, "screening", width=390)
    seen.page.locator(".result-links a").first.click()
    expect(seen.page.locator("#outcome-treated-for-nothing")).to_be_in_viewport()
    expect(seen.page.locator("#compare")).to_be_visible()
