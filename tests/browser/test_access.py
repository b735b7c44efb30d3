"""The pages can be used by everyone: small screens, screen readers, forced colours, paper."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Page, ViewportSize, expect

from decisionaid.model.aid import Aid
from decisionaid.model.figure import Frequency
from decisionaid.render.pages.page import notice
from decisionaid.render.pages.steps import steps_of
from decisionaid.serve import Server
from decisionaid.serve.preview import Preview
from decisionaid.site import build_site
from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare, unread
from tests.browser.handed_over import HandedOver
from tests.browser.probes import drawn_faults, faults_of, first_and_last_figure, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.walk import Walk
from tests.conftest import ROOT
from tests.english import ENGLISH
from tests.our_aids import EARS, KNEE, SLUGS, aid_of, in_arabic
from tests.site_examples import BROKEN, GOOD, write_aids

WIDTHS = (320, 1280)

# Answers whose ring stands elsewhere in its frame once they are chosen.
MOVED = """(answers) => answers.filter((answer) => {
  const input = answer.querySelector("input");
  const place = () => input.getBoundingClientRect().left - answer.getBoundingClientRect().left;
  const before = place();
  input.click();
  return Math.abs(place() - before) > 1;
}).map((answer) => answer.innerText)"""


def draws_people(aid: Aid) -> bool:
    """Return whether a figure of an aid is drawn as people."""
    figures = (cell.figure for outcome in aid.outcomes for cell in outcome.cells)
    return any(isinstance(figure, Frequency) for figure in figures)


DRAWING_PEOPLE = [slug for slug in SLUGS if draws_people(aid_of(slug))]


ANSWERED, UNANSWERED = 4, 0
"""Which pair of aid and width each run begins with, in each of the two states."""


def test_in_each_run_axe_looks_at_each_step_in_one_of_the_states() -> None:
    steps = [step.id for step in steps_of(aid_of(EARS))]
    now = [
        tuple(each.values)
        for begin in (ANSWERED, UNANSWERED)
        for each in every_other(crossed(SLUGS, WIDTHS, begin=begin, every=8))
        if not each.marks
    ]
    assert sorted(int(str(width)) for _slug, width, _nth in now) == [*WIDTHS]
    found = [for_axe(str(slug), steps, int(str(nth))) for slug, _width, nth in now]
    assert set().union(*found) == {*steps}


def every_other(pairs: Sequence[ParameterSet]) -> Sequence[ParameterSet]:
    """Return each pair of aid and width with how many steps go by from one for axe to the next.

    One aid is looked at in each state, every other step of it: each step once in a run.
    `make soak` has axe look at each step of each pair.
    """
    now = [pytest.param(*pair.values, 2) for pair in pairs if not pair.marks]
    return [*now, *(pytest.param(*pair.values, 1, marks=pytest.mark.soak) for pair in pairs)]


def for_axe(slug: str, steps: Sequence[str], nth: int) -> set[str]:
    """Return every step, or every other one, beginning with another in the next aid."""
    return {*steps[SLUGS.index(slug) % nth :: nth]}


@pytest.mark.parametrize(
    ("slug", "width", "nth"), every_other(crossed(SLUGS, WIDTHS, begin=ANSWERED, every=8))
)
def test_each_step_is_without_fault(
    slug: str, width: int, nth: int, site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(slug), width=width)
    walk = Walk(seen.page, Answers(site.aids[slug]))
    assert walk.steps == site.steps(slug)
    faults = {}
    for step in walk.steps:
        walk.expect_at(step)
        walk.answer(step)
        open_all(seen.page)
        looked_at = step in for_axe(slug, walk.steps, nth)
        faults[step] = list(seen.axe_faults()) if looked_at else []
        # Back in its own width at last.
        for other in sorted(WIDTHS, key=lambda each: each == width):
            seen.page.set_viewport_size(ViewportSize(width=other, height=844))
            faults[step] += [f"{other}: {each}" for each in drawn_faults(seen)]
            faults[step] += [f"{other}: {each}" for each in spaced_faults(seen)]
        if step != "summary":
            walk.go_on(step)
    assert {place: found for place, found in faults.items() if found} == {}


def test_an_answer_that_is_chosen_moves_none_of_its_words(site: Site, visit: Visitor) -> None:
    """The thicker border takes from the room between the words and the frame."""
    seen = visit(site.aid_address(KNEE))
    moved = {}
    for step in ("values", "facts", "now"):
        seen.page.evaluate("step => { location.hash = step; }", step)
        expect(seen.page.locator(f"#{step}")).to_be_visible()
        moved[step] = seen.page.locator(f"#{step} .answer").filter(visible=True).evaluate_all(MOVED)
    assert {step: found for step, found in moved.items() if found} == {}


@pytest.mark.parametrize(
    ("slug", "width", "nth"), every_other(crossed(SLUGS, WIDTHS, begin=UNANSWERED, every=8))
)
def test_each_step_is_without_fault_before_anything_is_answered(
    slug: str, width: int, nth: int, site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(slug), width=width)
    faults = {}
    for step in site.steps(slug):
        seen.page.goto(f"{site.aid_address(slug)}#{step}")
        expect(seen.page.locator(f"#{step}")).to_be_visible()
        looked_at = step in for_axe(slug, site.steps(slug), nth)
        faults[step] = [*(seen.axe_faults() if looked_at else ()), *drawn_faults(seen)]
    assert {place: found for place, found in faults.items() if found} == {}


OTHER_PAGES = ("", "clinician/", "plan/", "plan/prepare/", "plan/letter/")
PAGES_OF_AIDS = (
    *(f"aids/{s}/evidence.html" for s in SLUGS),
    *(f"aids/{s}/{name}.html" for s in SLUGS[:2] for name in ("from-paper", "invitation")),
)


# The pages of each aid are alike.
@pytest.mark.parametrize(
    ("path", "width"),
    [*crossed(OTHER_PAGES, WIDTHS), *crossed(PAGES_OF_AIDS, WIDTHS, every=4)],
)
def test_each_other_page_is_without_fault(
    path: str, width: int, site: Site, visit: Visitor
) -> None:
    seen = visit(site.address + path, width=width)
    assert list(drawn_faults(seen)) == []
    open_all(seen.page)
    assert list(seen.axe_faults()) == []
    for each in WIDTHS:
        seen.page.set_viewport_size(ViewportSize(width=each, height=844))
        assert list(drawn_faults(seen)) == [], each
        assert list(spaced_faults(seen)) == [], each
    assert seen.complaints == []


@pytest.mark.parametrize("width", by_turns(WIDTHS))
def test_the_home_page_with_nothing_found_is_without_fault(
    width: int, site: Site, visit: Visitor
) -> None:
    seen = visit(site.address, width=width)
    seen.page.get_by_role("searchbox").fill("no such words anywhere")
    expect(seen.page.get_by_role("status")).to_contain_text("No aid matches")
    assert list(faults_of(seen)) == []


@pytest.mark.parametrize("width", by_turns(WIDTHS, begin=1))
def test_the_clinicians_page_with_a_sheet_or_a_fault_is_without_fault(
    width: int, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    seen = visit(f"{site.address}clinician/", width=width)
    seen.page.locator("#record-file").set_input_files(handed_over(KNEE).file)
    expect(seen.page.locator("#sheet h2").first).to_be_visible()
    assert list(faults_of(seen)) == []
    seen.page.locator("#record-file").set_input_files(
        {"name": "other.html", "mimeType": "text/html", "buffer": b"<p>hello</p>"}
    )
    expect(seen.page.locator("main")).to_contain_text("not a file that was saved")
    assert list(faults_of(seen)) == []
    assert list(spaced_faults(seen)) == []


@pytest.mark.parametrize("width", by_turns(WIDTHS))
def test_messages_about_kept_answers_are_without_fault(
    width: int, site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(EARS), width=width)
    Walk(seen.page, Answers(site.aids[EARS])).answer("start")
    seen.page.evaluate(
        "() => { for (const key of Object.keys(sessionStorage)) sessionStorage[key] = '{'; }"
    )
    seen.page.reload()
    expect(seen.page.get_by_text("could not be read", exact=False).first).to_be_visible()
    assert list(faults_of(seen)) == []
    seen.page.locator("[data-clear]").filter(visible=True).last.click()
    assert list(faults_of(seen)) == []


@pytest.mark.parametrize("width", by_turns(WIDTHS, begin=1))
def test_a_saved_file_is_without_fault(
    width: int, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    seen = visit(handed_over(EARS).file.as_uri(), width=width)
    assert list(faults_of(seen)) == []
    assert list(spaced_faults(seen)) == []


@pytest.mark.parametrize("width", by_turns(WIDTHS))
def test_the_preview_of_a_broken_aid_and_of_no_page_is_without_fault(
    width: int, visit: Visitor, tmp_path: Path
) -> None:
    aids = write_aids(tmp_path / "aids", bad=BROKEN, good=GOOD)
    with previewed(aids.parent) as address:
        for path, words in {
            "aids/bad/": "has errors",
            "nowhere/": "no such page",
            "aids/good/": "Example condition",
        }.items():
            seen = visit(address + path, width=width)
            expect(seen.page.locator("h1").first).to_contain_text(words)
            assert list(faults_of(seen)) == [], path
            # A page that is not there is told of as such, once.
            lost = [each for each in seen.complaints if "404" not in each]
            assert (lost, list(seen.strangers(address))) == ([], [])
            seen.page.context.close()


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    """Serve a project as ``decisionaid serve`` does, without a handbook; give the address."""
    with Server(Preview(project, project / "handbook"), 0) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.changes.close()
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("slug", by_turns(DRAWING_PEOPLE, begin=1))
def test_people_and_outlines_differ_in_forced_colours(
    slug: str, site: Site, visit: Visitor
) -> None:
    for scheme in ("light", "dark"):
        seen = visit(
            f"{site.aid_address(slug)}#compare", forced_colors="active", color_scheme=scheme
        )
        affected, spared = first_and_last_figure(seen.page)
        assert abs(affected - spared) > 30, scheme


@pytest.mark.parametrize("slug", by_turns(DRAWING_PEOPLE, begin=2))
def test_people_and_outlines_differ_on_paper_that_has_no_backgrounds(
    slug: str, site: Site, visit: Visitor
) -> None:
    """Browsers print no backgrounds unless they are told to."""
    page = visit(f"{site.aid_address(slug)}#compare").page
    page.emulate_media(media="print")
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("*, ::before, ::after { background: none !important }");
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    affected, spared = first_and_last_figure(page)
    assert abs(affected - spared) > 30


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=2, at_once=2))
def test_without_script_everything_can_be_read_and_filled_in(
    slug: str, site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(slug), java_script_enabled=False)
    open_all(seen.page)  # a person can: they need no script
    for step in site.steps(slug):
        expect(seen.page.locator(f"#{step}")).to_be_visible()
    assert list(unread(site.aids[slug], seen.page.locator("body").inner_text())) == []
    controls = seen.page.locator("form :is(input:not([type=hidden], .js-only *), textarea)")
    # A place for something of one's own shows once the one before it has words, by its style alone.
    places = controls.and_(seen.page.locator(".own-concern [type=text]"))
    for place in places.all():
        place.fill("Made-up words")
    expect(controls.filter(visible=False)).to_have_count(0)
    answers = Answers(site.aids[slug])
    names = {name for name in controls.evaluate_all("all => all.map(one => one.name)") if name}
    for actions in answers.by_step.values():
        for action in actions:
            # What goes into the summary is asked only where a script makes one.
            if hasattr(action, "name") and not action.name.startswith("share."):
                assert action.name in names
    expect(seen.page.locator(".js-only").filter(visible=True)).to_have_count(0)
    assert seen.overflow() == 0


@pytest.mark.parametrize(("slug", "with_script"), crossed(SLUGS, (True, False), every=4))
def test_the_printed_aid_holds_every_figure_and_every_source(
    slug: str, with_script: bool, site: Site, visit: Visitor
) -> None:
    aid = site.aids[slug]
    seen = visit(f"{site.aid_address(slug)}#values", java_script_enabled=with_script)
    text = seen.printed_text()
    assert list(unread(aid, text)) == []
    printed = bare(text)
    for source in aid.sources:
        place = source.doi or source.url
        assert bare(source.title or "") in printed, source.id
        assert bare(place or "") in printed, source.id
    assert bare(notice(ENGLISH, aid.status)) in printed


@pytest.mark.parametrize("slug", SLUGS)
def test_the_evidence_page_holds_every_figure_and_every_source(
    slug: str, site: Site, visit: Visitor
) -> None:
    aid = site.aids[slug]
    text = visit(f"{site.aid_address(slug)}evidence.html").page.locator("body").inner_text()
    assert [
        fault for fault in unread(aid, text) if fault.split("/")[0] in outcomes(site, slug)
    ] == []
    for source in aid.sources:
        assert bare(source.title or "") in bare(text), source.id


def outcomes(site: Site, slug: str) -> set[str]:
    """Return the ids of the outcomes of an aid."""
    return {outcome.id for outcome in site.aids[slug].outcomes}


def open_all(page: Page) -> None:
    """Open every disclosure of the page."""
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")


@pytest.mark.parametrize("width", by_turns(WIDTHS))
def test_a_page_from_right_to_left_fits(
    width: int, site: Site, visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    slug, steps = EARS, site.steps(EARS)
    place = tmp_path / "aids" / slug
    shutil.copytree(ROOT / "aids" / slug, place)
    source = (place / "index.md").read_text(encoding="utf-8")
    (place / "index.md").write_text(in_arabic(source), encoding="utf-8")
    build_site(tmp_path / "aids", tmp_path / "out")
    seen = visit(f"{served(tmp_path / 'out')}aids/{slug}/", width=width)
    assert seen.page.locator("html").get_attribute("dir") == "rtl"
    for step in steps:
        seen.page.goto(f"{seen.page.url.partition('#')[0]}#{step}")
        expect(seen.page.locator(f"#{step}")).to_be_visible()
        assert seen.overflow() == 0, step
        # Whatever is cut off at the start of a line can not be scrolled to.
        assert (
            seen.page.evaluate(
                "() => [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility()"
                " && one.getBoundingClientRect().width > 1"
                " && !one.closest('.visually-hidden, svg, .scroll')"
                " && one.getBoundingClientRect().left < -1).length"
            )
            == 0
        ), step
