"""A site with a place and without: what is added, and that nothing else is another byte."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from decisionaid.disk.places import compile_place_file
from decisionaid.language import words_in
from decisionaid.model.place import MAX_LOCAL_LINE, Place, Service
from decisionaid.render import place_script, render_aid_page, render_near
from decisionaid.render.pages.local import local_view
from decisionaid.render.pages.page import SiteView
from decisionaid.site import build_site
from tests.conftest import ROOT, Golden, HtmlFaults
from tests.our_aids import KNEE, SLUGS, aid_of
from tests.rules.place_examples import SPECIMEN, compiled_place

# Both sites are built by one worker, once.
pytestmark = pytest.mark.xdist_group("places-pages")
TODAY = date(2026, 11, 29)
CHANGED = {"index.html", "large-print.html", "from-paper.html", "invitation.html"}
"""The pages of an aid on which a place says something."""

Tree = Mapping[str, bytes]


def town() -> Place:
    """Return the demonstration place, which must have no errors."""
    compiled = compile_place_file(ROOT / "overlays/example-town.yaml", ROOT / "aids", today=TODAY)
    assert compiled.ok, compiled.diagnostics
    assert compiled.place is not None
    return compiled.place


def built(folder: Path, place: Place | None) -> Tree:
    assert build_site(ROOT / "aids", folder, today=TODAY, place=place).ok
    paths = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in paths}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tree, Tree]:
    """Return the site with the place, and without any."""
    folder = tmp_path_factory.mktemp("places")
    return built(folder / "with", town()), built(folder / "without", None)


@pytest.mark.long
def test_only_the_aid_its_forms_the_home_page_the_plan_and_the_list_differ(
    sites: tuple[Tree, Tree],
) -> None:
    local, plain = sites
    differ = {name for name in plain if local[name] != plain[name]}
    pages = {f"aids/{slug}/{name}" for slug in SLUGS for name in CHANGED}
    workers = {name for name in plain if name.endswith("/worker.js")} - {"clinician/worker.js"}
    # The sheet before a visit names the version of the folder that it is kept with, and whom to ring.
    kept = workers | {"plan/prepare/index.html", "plan/prepare/large-print.html"}
    assert differ == pages | {"index.html", "plan/index.html", "plan/letter/index.html"} | kept
    assert local.keys() - plain.keys() == {"plan/near/index.html", "plan/place.js"}


@pytest.mark.long
def test_letters_are_from_whom_the_place_names(sites: tuple[Tree, Tree]) -> None:
    place = town()
    own = next(each for each in place.contacts if each.id == place.letters_from)
    gaps = (f'value="{own.name}"', f'value="{own.phone}"')
    letters = ["plan/letter/index.html", *(f"aids/{slug}/invitation.html" for slug in SLUGS)]
    local, plain = sites
    for name in letters:
        text = local[name].decode("utf-8")
        for gap in gaps:
            assert text.count(gap) == 1, name
            text = text.replace(f" {gap}", "")
        # Nothing else of the letter is another: both stand in gaps that can be written over.
        assert text == plain[name].decode("utf-8"), name


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("surgerry", "there is no contact 'surgerry' in the list"),
        ("The Surgery", "'The Surgery' is not an id"),
    ],
)
def test_whom_letters_are_from_has_to_be_in_the_list(wrong: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "example-town.yaml"
    text = (ROOT / "overlays/example-town.yaml").read_text("utf-8")
    path.write_text(text.replace("letters-from: surgery", f"letters-from: {wrong}"), "utf-8")
    found = compile_place_file(path, ROOT / "aids", today=TODAY)
    assert not found.ok
    (only,) = (each for each in found.diagnostics if said in each.message)
    assert wrong in found.source.lines[only.span.line - 1]


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_words_hashes_tokens_and_what_travels_are_the_same_bytes(
    slug: str, sites: tuple[Tree, Tree]
) -> None:
    local, plain = sites
    for name in (
        "aid.json",
        "words.js",
        "audio.txt",
        "questionnaire.json",
        "evidence.html",
        "grid.html",
        "quality.html",
    ):
        assert local[f"aids/{slug}/{name}"] == plain[f"aids/{slug}/{name}"]
    pages = [site[f"aids/{slug}/index.html"].decode() for site in sites]
    hashes = [re.findall(r'data-sha256="([0-9a-f]{16})"', page) for page in pages]
    assert hashes[0] == hashes[1]
    assert len(hashes[0]) == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_without_what_it_adds_the_page_is_the_one_without_a_place(slug: str) -> None:
    aid, site = aid_of(slug), SiteView("../../", today=TODAY)
    local = render_aid_page(aid, replace(site, place=town()), "0" * 16)
    plain = render_aid_page(aid, site, "0" * 16)
    kept = local
    for added in (
        r'<p class="local-line">.*?</p>\n',
        r'<details class="more prose" data-local>\n<summary><h2>In Example Town</h2>.*?</details>\n',
        r'<link rel="stylesheet" href="[./]*assets/local\.css">\n',
        r'<script src="[./]*assets/local\.js" defer></script>\n',
    ):
        kept, count = re.subn(added, "", kept, flags=re.DOTALL)
        assert count >= 1, added
    assert kept == plain


@pytest.mark.parametrize("slug", SLUGS)
def test_every_option_that_is_offered_has_one_short_line_and_no_other_has_any(slug: str) -> None:
    aid, place = aid_of(slug), town()
    view = local_view(words_in(aid.language), aid, place, TODAY)
    assert view is not None
    assert set(view.lines) == {each.id for each in aid.options if each.offered}
    for line in view.lines.values():
        assert len(f"{place.name}: {line.words}") <= MAX_LOCAL_LINE
        assert line.mark.words == "Checked 10 November 2026."


def test_of_an_aid_that_the_place_does_not_know_nothing_is_said() -> None:
    place = town().model_copy(update={"aids": ()})
    assert local_view(words_in("en-GB"), aid_of(KNEE), place, TODAY) is None


def test_providers_stand_in_the_order_of_their_names_whoever_waits_least() -> None:
    view = local_view(words_in("en-GB"), aid_of(KNEE), town(), TODAY)
    assert view is not None
    (choice,) = view.choices
    names = [each.name for each in choice.providers]
    assert names == sorted(names)
    assert [each.weeks for each in choice.providers] == ["31", "", "18"]
    assert choice.providers[1].wait is not None
    assert choice.providers[1].wait.words == "Wait: not known"


def test_the_list_is_the_same_for_readers_without_script(golden: Golden) -> None:
    page = render_near(town(), SiteView("../../", today=TODAY))
    golden("places/near.html", page)
    assert page.index("Money and benefits advice") < page.index("Sunday walk")
    assert page.count("Ring before you go.</strong>") >= 1


def test_the_data_for_the_plan_page_holds_only_what_may_be_shown(golden: Golden) -> None:
    place = town()
    draft = place.services[0].model_copy(update={"id": "draft", "unsettled": ("kind",)})
    script = place_script(place.model_copy(update={"services": (*place.services, draft)}))
    data = json.loads(script.partition("{detail:")[2].removesuffix("}));\n"))
    golden("places/example-town.json", data)
    assert Place.model_validate_json(json.dumps(data)).services == place.settled
    assert "draft" not in {each["id"] for each in data["services"]}


@pytest.mark.long
def test_a_place_of_2000_services_costs_the_page_of_an_aid_nothing(tmp_path: Path) -> None:
    place = town()
    one = place.services[0]
    many: list[Service] = [
        one.model_copy(update={"id": f"s-{n}", "name": f"Service {n}"}) for n in range(1996)
    ]
    large = place.model_copy(update={"services": (*place.services, *many)})
    pages = [built(tmp_path / str(n), each) for n, each in enumerate((place, large))]
    name = f"aids/{KNEE}/index.html"
    assert pages[0][name] == pages[1][name]
    assert pages[0]["index.html"] == pages[1]["index.html"]
    assert len(pages[1]["plan/place.js"]) > 50 * len(pages[0]["plan/place.js"])


@pytest.mark.long
def test_pages_with_a_place_are_valid(
    sites: tuple[Tree, Tree], tmp_path: Path, html_faults: HtmlFaults
) -> None:
    paths = []
    for number, name in enumerate(
        ("plan/near/index.html", f"aids/{KNEE}/index.html", "index.html")
    ):
        path = tmp_path / f"{number}.html"
        path.write_bytes(sites[0][name])
        paths.append(path)
    assert html_faults(*paths) == []


@pytest.mark.long
def test_a_site_that_is_built_without_its_place_has_no_list_any_more(tmp_path: Path) -> None:
    with_place = built(tmp_path, town())
    assert "plan/place.js" in with_place
    left = built(tmp_path, None)
    assert not [name for name in left if name.startswith(("plan/near/", "plan/place"))]


@pytest.mark.parametrize(("written", "shown"), [("GBP", "£4.50"), ("EUR", "EUR 4.50")])
def test_what_a_service_costs_is_in_the_money_of_the_place(written: str, shown: str) -> None:
    text = SPECIMEN.read_text("utf-8").replace("country: GB", f"country: GB\ncurrency: {written}")
    place = compiled_place(text).place
    assert place is not None
    assert place.currency == written
    page = render_near(place, SiteView("../../", today=TODAY))
    assert f"{shown} for each" in page
    assert f'"currency":"{written}"' in place_script(place)
