"""The part "Near you" of the page of a plan, a request that goes to somebody, and what comes back of it."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from decisionaid.disk.places import compile_place_file
from decisionaid.model.place import Place
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.requests import request_file
from decisionaid.plan.standing import stage_of
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_text
from decisionaid.render import place_script
from decisionaid.site import PLACE_DATA, build_site
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns, crossed
from tests.browser.test_plan_page import (
    KEPT,
    LEAVE,
    NEVER,
    NO_PRINTER,
    PRINTED,
    fill_all,
    read,
    saved,
    text_of,
)
from tests.browser.two_people import TwoPeople, has_class, open_plan, plan_file, tab_to
from tests.browser.visit import Visit, comes_to, sheets_of, words_of
from tests.conftest import ROOT
from tests.english import script_texts
from tests.plans import plan_data

SAYS = script_texts("plan")
DAY = date(2026, 11, 29)
VISIT, LINK, BACK = "2026-12-01T10:00:00", "2026-12-08T10:00:00", "2026-12-15T10:00:00"
ASKS = "I would like to go to a club again."
PERSON = re.compile(r"^\s*(Me|The person who asks)\b")
THEIRS = "What the link worker says"
MANY = 2000
SLOW = 1.0
"""Seconds until a list of many services has answered a sign that was typed, on a slow machine."""
SENT = re.compile(r"\b(sent|send it|has gone|delivered|forwarded|received)\b", re.IGNORECASE)


def town() -> Place:
    """Return the demonstration place."""
    place = compile_place_file(ROOT / "overlays/example-town.yaml", ROOT / "aids", today=DAY).place
    assert place is not None
    return place


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site for the demonstration place."""
    made = tmp_path_factory.mktemp("near")
    assert build_site(ROOT / "aids", made, today=DAY, place=town()).ok
    return made


@pytest.fixture(scope="module")
def local(folder: Path, served: Callable[[Path], str]) -> str:
    """Return the address of the page of a plan on that site."""
    return f"{served(folder)}plan/"


@pytest.fixture(scope="module")
def crowded(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]
) -> str:
    """Return the address of the page of a plan where the place has as many services as it may."""
    made = tmp_path_factory.mktemp("crowded") / "site"
    shutil.copytree(folder, made)
    place = town()
    first = place.services[0]
    services = tuple(
        first.model_copy(update={"id": f"class-{n}", "name": f"Class {n:04}"}) for n in range(MANY)
    )
    full = place.model_copy(update={"services": services})
    (made / PLACE_DATA).write_text(place_script(full), encoding="utf-8")
    return f"{served(made)}plan/"


def at_day(page: Page, when: str) -> None:
    """Let the device have another day; to the page much time has gone by then, and somebody is there."""
    page.clock.set_fixed_time(when)
    page.locator("h1").click()


def begin(page: Page, *, job: str = "", role: str = "", me: bool = True) -> None:
    """Say who is here: the person, and somebody else, who types then."""
    if me:
        page.locator(".answer", has_text=PERSON).first.click()
    if job:
        page.locator("#here-job").fill(job)
        page.locator("#here-role").select_option(role)
        page.get_by_role("button", name="Add", exact=True).click()
    page.locator("#here-typed").select_option(label=job.capitalize() if job else "Me")
    page.locator("[data-begin]").click()


def begun(seen: Visit, name: str = "knee-agreed", on: str = VISIT) -> Page:
    """Open a plan at a visit of the person alone."""
    page = seen.page
    page.evaluate(NO_PRINTER)
    at_day(page, on)
    open_plan(page, name)
    begin(page)
    return page


def to_near(page: Page) -> None:
    """Go to the part, and wait for the list."""
    page.locator("#part-near").click()
    expect(page.locator(".near-service").first).to_be_visible()


def ask(page: Page, *parts: str) -> None:
    """Ask a link worker, with the person's yes, and let them know these parts."""
    page.locator("[data-add=ask]").click()
    page.locator("#f-action-new").fill(ASKS)
    page.locator("[data-block=actions] .plan-add button").click()
    row = page.locator(".plan-row").last
    row.locator(".answer", has_text="Yes").first.click()
    for part in parts:
        row.locator(".answer", has_text=SAYS[f"asked.share_{part}"]).click()
    if "contact" in parts:
        row.get_by_label("How can they reach me?").fill("By telephone, mornings")


def request_of(page: Page) -> str:
    """Return the file of the request that was asked for last."""
    with page.expect_download() as found:
        page.locator("[data-save-request]").last.click()
    return text_of(found.value)


def opened(page: Page, text: str, name: str) -> None:
    """Open a saved file."""
    page.locator("#record-file").set_input_files(plan_file(text, name))


def request_of_knee(address: str, visit: Visitor) -> str:
    """Return a request out of the plan of a knee."""
    page = begun(visit(address, width=1280))
    ask(page, "reason", "contact")
    return request_of(page)


def at_link_worker(visit: Visitor, address: str, request: str, **options: Any) -> Visit:
    """Open a request on another device, a week later."""
    seen = visit(address, **options)
    at_day(seen.page, LINK)
    opened(seen.page, request, "request.html")
    expect(seen.page.locator(".near-request")).to_contain_text(ASKS)
    return seen


def said_in(plan: Plan) -> set[str]:
    """Return all words of a plan that somebody said."""

    def walk(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(walk, value)) if value else set()
        if not isinstance(value, dict):
            return set()
        own = {
            str(value[name]) for name in ("words", "now", "call", "option_name") if value.get(name)
        }
        return own.union(*map(walk, value.values()))

    return walk(json.loads(plan.model_dump_json()))


def answered_by(link: Page) -> str:
    """Let a link worker, with the person, look for something and write to the request; return the file."""
    expect(link.locator(".near-request")).to_contain_text("By telephone, mornings")
    assert link.locator(".plan-parts").count() == 0
    # Whoever reads it is not "me": who was asked, and whose request it is, stand there to be ticked.
    here = link.locator(".plan-begin .answer")
    expect(here).to_have_text(["Link worker", "The person who asks"])
    assert link.locator(".plan-begin input:checked").count() == 0
    expect(link.locator("#here-typed option")).to_have_text(
        ["Choose", "Link worker", "The person who asks"]
    )
    here.first.click()
    here.last.click()
    link.locator("#here-typed").select_option(label="Link worker")
    link.locator("[data-begin]").click()
    expect(link.locator("[data-line]")).to_contain_text("here: link worker, the person who asks")
    link.get_by_label("Where it stands").select_option(label=SAYS["near.state_seen"])
    link.get_by_label(THEIRS).fill("We talked for half an hour.")
    link.locator("[data-take=lunch-club]").click()
    expect(link.locator("#near-lunch-club")).to_be_focused()
    link.get_by_label("What I will do, in my words").fill("Try the lunch club once")
    link.locator("[data-fold=near-add] summary").click()
    link.locator("#f-near-suggest-by").select_option(label="Link worker")
    link.locator("#f-near-suggest").fill("Come along the first time")
    link.locator(".near-mine .plan-add button").last.click()
    comes_to(link, LEAVE, expected=True)
    with link.expect_download() as found:
        link.locator("[data-save-answer]").click()
    comes_to(link, LEAVE, expected=False)
    return text_of(found.value)


def test_a_request_goes_to_a_link_worker_and_comes_back_into_the_plan(
    local: str, visit: Visitor
) -> None:
    mine = visit(local, width=1280)
    page = begun(mine)
    ask(page, "reason", "contact")
    expect(page.locator(".plan-asks summary").last).to_contain_text("Asked of the link worker")
    request = request_of(page)
    theirs = at_link_worker(visit, local, request, width=1280)
    answer = answered_by(theirs.page)
    assert '"asked"' not in answer
    whole = saved(page)
    again = visit(local, width=1280)
    page = again.page
    at_day(page, BACK)
    opened(page, whole, "my-plan.html")
    expect(page.locator("html")).to_have_class(has_class("has-plan"))
    opened(page, answer, "answer.html")
    problem = page.locator("[data-problem]")
    expect(problem).to_contain_text("Link worker wrote something in it on 8 December 2026")
    # Who was asked by the place's name and who answered may be two: they can be told apart.
    workers = page.locator(".plan-begin .answer", has_text="Link worker")
    expect(workers).to_have_text(["Link worker · here on 8 December 2026", "Link worker"])
    begin(page)
    # Where to go has the name by which it is found, whatever the person calls it.
    club_row = page.locator("#paper tr", has_text="Try the lunch club once")
    expect(club_row).to_contain_text("Try the lunch club once Thursday lunch club 01632 960 021")
    # What they answered is seen where what is planned is, and on the copy.
    for place in ("[data-block=actions]", "#paper"):
        expect(page.locator(place)).to_contain_text(SAYS["near.state_seen"])
        expect(page.locator(place)).to_contain_text("Link worker: “We talked for half an hour.”")
        expect(page.locator(place)).to_contain_text(ASKS)
    expect(page.locator(".plan-suggested")).to_contain_text("Come along the first time")
    expect(page.locator("[data-line]")).to_contain_text(SAYS["stage.changed"])
    expect(page.locator("[data-rail=open]")).to_contain_text("Come along the first time")
    made = read(saved(page)).plan
    assert stage_of(made) == "changed"
    asked = next(each for each in made.actions if each.said.words == ASKS)
    assert asked.asked is not None
    assert asked.asked.reason is not None
    assert asked.asked.may_share == ("reason", "contact")
    assert [each.status for each in asked.did][-1] == "seen"
    club = next(each for each in made.actions if each.service)
    assert club.service is not None
    assert club.service.name == "Thursday lunch club"
    assert str(club.service.checked) == "2026-11-10"
    assert (club.mine, club.said.words) == ("said", "Try the lunch club once")
    assert [each.said.words for each in made.actions if each.mine == "not_asked"] == [
        "Come along the first time"
    ]
    for seen in (mine, theirs, again):
        assert seen.complaints == []
        assert seen.strangers(local.removesuffix("plan/")) == []
        assert seen.page.evaluate(KEPT) == [0, 0, 0]


@pytest.mark.parametrize(("part_first", "at_once"), crossed((False, True), (False, True), every=4))
def test_the_plan_is_whole_whichever_of_its_files_is_opened_first(
    local: str, visit: Visitor, tmp_path: Path, *, part_first: bool, at_once: bool
) -> None:
    page = begun(visit(local, width=1280))
    ask(page, "reason", "contact")
    request = request_of(page)
    answer = answered_by(at_link_worker(visit, local, request, width=1280).page)
    whole = saved(page)
    again = visit(local, width=1280)
    page = again.page
    at_day(page, BACK)
    files = [tmp_path / "my-plan.html", tmp_path / "my-answer.html"]
    for file, text in zip(files, (whole, answer), strict=True):
        file.write_text(text, encoding="utf-8")
    names = [str(file) for file in (reversed(files) if part_first else files)]
    if at_once:
        page.locator("#record-file").set_input_files(names)
    else:
        for name in names:
            page.locator("#record-file").set_input_files(name)
            expect(page.locator("[data-where]")).to_be_visible()
    expect(page.locator("[data-problem]")).to_contain_text(
        "Link worker wrote something in it on 8 December 2026"
    )
    expect(page.locator(".note", has_text=SAYS["part_of.addition"])).to_have_count(0)
    begin(page)
    with page.expect_download() as found:
        page.locator("[data-save]").last.click()
    assert found.value.suggested_filename.startswith("my-plan-")
    made = read(text_of(found.value)).plan
    assert made.part is None
    assert any(each.service for each in made.actions)
    assert again.complaints == []


def test_what_somebody_has_is_in_no_field_any_more(local: str, visit: Visitor) -> None:
    link = at_link_worker(visit, local, request_of_knee(local, visit), width=1280).page
    answered_by(link)
    # It stands: what was typed into a field for it would be lost.
    own = link.get_by_label("What I will do, in my words")
    expect(link.locator(".near-mine")).to_contain_text("Try the lunch club once")
    expect(own).to_have_count(0)
    expect(link.locator("[data-save-answer]")).to_be_focused()
    # What is said behind it is seen, and goes into the next file.
    link.get_by_label(THEIRS).fill("They can fetch me.")
    link.locator(".near-mine [id$=-when]").first.select_option(index=2)
    with link.expect_download() as found:
        link.locator("[data-save-answer]").click()
    expect(link.get_by_label(THEIRS)).to_have_value("They can fetch me.")
    assert "They can fetch me." in text_of(found.value)


@pytest.mark.parametrize("way", by_turns(["save-request", "copy-request", "copy"]))
def test_what_was_handed_over_or_copied_is_in_no_field_any_more(
    way: str, local: str, visit: Visitor
) -> None:
    seen = visit(local, width=1280)
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = begun(seen)
    ask(page, "reason")
    row = page.locator(".plan-row").last
    reason = row.get_by_label(SAYS["asked.reason"])
    expect(reason).to_have_value(ASKS)
    press = page.locator(f"[data-{way}]").last
    press.click()
    if way != "save-request":
        expect(press).to_have_text(SAYS["tools.copied"])
    expect(reason).to_have_count(0)
    expect(press).to_be_focused()
    expect(row).to_contain_text(ASKS)
    assert seen.complaints == []


def test_the_file_of_a_request_holds_no_other_words_of_the_plan(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    ask(page)
    bare = request_of(page)
    whole = read(saved(page)).plan
    found = read(bare).plan
    assert said_in(found) == {ASKS}
    others = said_in(whole) - {ASKS}
    assert len(others) > 8
    assert [words for words in sorted(others) if words in bare] == []
    for name in ("knee-osteoarthritis", "daughter", "2027-03-02", "a1b2c3d4e5f60718"):
        assert name not in bare
    cut = request_file(whole, found.actions[0].id)
    assert isinstance(cut, Plan)
    later = {"rev": found.rev, "updated": found.updated, "crc32": found.crc32}
    assert cut.model_copy(update=later) == found


def test_a_request_tells_of_nobody_who_was_there_beside_the_person(
    local: str, visit: Visitor
) -> None:
    page = visit(local, width=1280).page
    page.evaluate(NO_PRINTER)
    at_day(page, VISIT)
    data = plan_data("knee-prepared")
    data["people"][1]["job"] = "My daughter Ann"
    opened(page, json.dumps(data), "my-plan.json")
    TwoPeople(page).begin()
    ask(page, "reason", "contact")
    file = request_of(page)
    assert "Ann" not in file
    found = read(file).plan
    assert [each.there for each in found.visits] == [("me",)]
    assert "Ann" in saved(page)


def test_what_may_be_told_is_ticked_by_nobody_beforehand_and_goes_part_by_part(
    local: str, visit: Visitor
) -> None:
    page = begun(visit(local, width=1280))
    ask(page)
    row = page.locator(".plan-row").last
    assert row.locator("input[type=checkbox]:checked").count() == 0
    text = row.locator(".plan-request")
    assert "WHY" not in text.inner_text()
    row.locator(".answer", has_text="What is hard").click()
    expect(text).to_contain_text("My knee hurts on the hill")
    expect(text).not_to_contain_text("My daughter")
    row.locator(".answer", has_text="What is hard").click()
    expect(text).not_to_contain_text("My knee hurts")


@pytest.mark.parametrize("width", by_turns((390, 1280), begin=1))
def test_who_is_asked_sees_all_that_was_allowed_and_nothing_else(
    width: int, local: str, visit: Visitor
) -> None:
    seen = visit(local, width=1280)
    page = seen.page
    page.evaluate(NO_PRINTER)
    at_day(page, VISIT)
    data = plan_data("knee-agreed")
    data["people"][0] |= {"name": "Sam Example", "contact": "01632 960 002"}
    opened(page, json.dumps(data), "my-plan.json")
    begin(page)
    ask(page, "reason", "contact", "goal", "needs")
    theirs = at_link_worker(visit, local, request_of(page), width=width)
    card = theirs.page.locator(".near-request")
    for said in (
        "Walk my grandson to school and back",
        "My knee hurts on the hill and at night.",
        "Sam Example, 01632 960 002, By telephone, mornings",
    ):
        expect(card).to_contain_text(said)
    kept = [said["words"] for each in data["about_me"] for said in each["said"]]
    assert kept
    for words in kept:
        expect(card).not_to_contain_text(words)
    assert theirs.overflow() == 0
    # Allowed later, it is seen in the plan too, where the request stands on top.
    page.locator(".plan-row").last.locator(".answer", has_text="About me").click()
    to_near(page)
    for words in kept:
        expect(page.locator(".near-request").last).to_contain_text(words)


def test_what_the_plan_holds_nothing_of_is_not_asked_for(local: str, visit: Visitor) -> None:
    page = visit(local, width=1280).page
    page.evaluate(NO_PRINTER)
    at_day(page, VISIT)
    page.locator("[data-new]").click()
    begin(page)
    ask(page)
    row = page.locator(".plan-row").last
    offered = row.locator("input[type=checkbox]")
    assert offered.evaluate_all("all => all.map((each) => each.value)") == ["reason", "contact"]
    page.locator("#f-goal-new").fill("Go to the club")
    page.locator("[data-block=goal] .plan-add button").click()
    row.get_by_label(SAYS["actions.goal"]).select_option(label="Go to the club")
    row.locator(".answer", has_text="My goal").click()
    expect(row.locator("input[value=goal]")).to_be_focused()
    expect(row.locator(".plan-request")).to_contain_text("Go to the club")


@pytest.mark.parametrize("answer", by_turns(["No", ""]))
def test_without_a_yes_there_is_no_text_and_no_file(
    answer: str, local: str, visit: Visitor
) -> None:
    page = begun(visit(local, width=1280))
    ask(page)
    row = page.locator(".plan-row").last
    expect(row.locator("[data-save-request]")).to_be_visible()
    if answer:
        row.get_by_label(answer, exact=True).check()
    else:
        row.locator("[data-unask]").click()
        expect(row.locator("input[type=radio]").first).to_be_focused()
    expect(row.locator("[data-save-request]")).to_have_count(0)
    expect(row.locator(".plan-request")).to_have_count(0)
    to_near(page)
    expect(page.locator(".near-request")).to_have_count(1)
    assert ASKS not in page.locator(".plan-main").inner_text()


def test_who_was_not_asked_yet_has_no_answer_marked(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    page.locator("[data-add=ask]").click()
    page.locator("#f-action-new").fill(ASKS)
    page.locator("[data-block=actions] .plan-add button").click()
    row = page.locator(".plan-row").last
    expect(row.locator(".plan-asks")).to_contain_text(SAYS["asked.not_asked"])
    assert row.locator("input[type=radio]").count() == 2
    assert row.locator("input[type=radio]:checked").count() == 0


def test_a_yes_that_was_handed_over_is_taken_back_and_what_that_does_not_do_is_said(
    local: str, visit: Visitor
) -> None:
    seen = visit(local, width=1280)
    page = begun(seen)
    ask(page, "reason")
    row = page.locator(".plan-row").last
    assert row.locator("[data-take-back]").count() == 0
    request_of(page)
    saved(page)
    page.locator("#part-review").click()
    page.locator("#part-visit").click()
    # What stands is words, and no mark that can be set and does nothing.
    assert row.locator("input[type=radio]").count() == 0
    expect(row).to_contain_text("I said yes: the link worker may be asked.")
    paper = page.locator("#paper tbody tr", has_text=ASKS)
    assert "link worker" in (paper.text_content() or "")
    assert SAYS["copy.nobody"] not in (paper.text_content() or "")
    row.locator("[data-take-back]").click()
    expect(row.locator("[id$=-asked]")).to_be_focused()
    expect(row).to_contain_text("cannot be fetched back")
    expect(row.locator("[data-save-request]")).to_have_count(0)
    row.locator("[data-keep-yes]").click()
    expect(row.locator("[data-save-request]")).to_have_count(1)
    row.locator("[data-take-back]").click()
    assert "I took back my yes to ask the link worker." in (paper.text_content() or "")
    made = read(saved(page)).plan
    asked = made.actions[-1].asked
    assert asked is not None
    assert (asked.agreed, asked.may_share, len(asked.taken_back)) == ("yes", ("reason",), 1)
    assert "TOOK IT BACK" in plan_record_text(made)
    page.locator("#part-copy").click()
    page.locator("#part-visit").click()
    expect(row.locator("[data-keep-yes]")).to_have_count(0)
    expect(row.locator("[data-take-back]")).to_have_count(0)
    to_near(page)
    expect(page.locator(".plan-main")).to_contain_text("I took back my yes to ask the link worker.")
    expect(page.locator(".near-request")).to_have_count(1)
    assert seen.complaints == []


def test_the_lines_for_whoever_asked_say_what_the_link_worker_says(
    local: str, visit: Visitor
) -> None:
    page = begun(visit(local, width=1280))
    ask(page, "reason", "contact")
    theirs = at_link_worker(visit, local, request_of(page), width=1280)
    answer = answered_by(theirs.page)
    lines = theirs.page.locator(".near-back")
    expect(lines).to_contain_text("Link worker: We talked for half an hour.")
    assert answer.count("We talked for half an hour.</") == 1
    theirs.page.get_by_label(THEIRS).fill("We talked twice.")
    theirs.page.keyboard.press("Tab")
    expect(lines).to_contain_text("Link worker: We talked twice.")


def test_a_plan_of_one_agreed_request_is_no_request(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    ask(page)
    request = read(request_of(page)).plan
    assert request.part == "request"
    plain = request.model_copy(update={"part": None})
    seen = visit(local, width=1280)
    opened(seen.page, plan_text(plain), "my-plan.html")
    expect(seen.page.locator(".plan-parts")).to_be_visible()
    expect(seen.page.locator("[data-save-answer]")).to_have_count(0)


def test_somebody_else_who_does_it_can_be_asked(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    expect(page.locator("[data-ask=show]")).to_be_visible()
    assert page.locator("[data-ask=days]").count() == 0
    page.locator("[data-ask=show]").click()
    expect(page.locator("#f-show-to")).to_be_focused()
    expect(page.locator("#f-show-to")).to_have_value("first contact physiotherapist")


def test_the_words_never_say_that_a_request_was_sent(local: str, visit: Visitor) -> None:
    ours = {
        key: text
        for key, text in SAYS.items()
        if key.startswith(("asked", "near", "answer", "seen"))
    }
    assert len(ours) > 80
    assert [key for key, text in ours.items() if SENT.search(text) or NEVER.search(text)] == []
    page = begun(visit(local, width=1280))
    ask(page, "reason")
    text = request_of(page)
    assert not SENT.search(text)
    assert not SENT.search(page.locator("#plan").inner_text())


def test_services_are_found_and_never_ranked(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    to_near(page)

    def names() -> list[str]:
        return page.locator(".near-service h4").all_text_contents()

    every = [
        "Knee class at the leisure centre",
        "Money and benefits advice",
        "Sunday walk",
        "Thursday lunch club",
    ]
    assert names() == every
    page.locator("#near-need").select_option(label="Feeling lonely")
    assert names() == every[2:]
    page.locator(".answer", has_text="Accessible toilet").click()
    assert names() == every[3:]
    page.locator("#near-cost").select_option(label="Free")
    assert names() == []
    expect(page.locator("#near-count")).to_contain_text("What nobody knows does not count as yes")
    expect(page.locator("#status")).to_contain_text("None of 4")
    page.locator("#near-cost").select_option(label="Any")
    page.locator("#near-need").select_option(label="Any")
    page.locator("#near-words").fill("KNEES instructor")
    assert names() == every[:1]
    text = page.locator("#plan").inner_text().lower()
    for word in ("best", "recommend", "suits you", "nearest", "popular"):
        assert word not in text


def test_what_is_stale_says_ring_and_what_is_old_cannot_be_taken(
    local: str, visit: Visitor
) -> None:
    page = begun(visit(local, width=1280))
    to_near(page)
    rows = page.locator(".near-service")
    assert rows.evaluate_all("all => all.map((each) => each.dataset.state)") == [
        "fresh", "stale", "old", "fresh",
    ]  # fmt: skip
    expect(rows.nth(1)).to_contain_text("Ring before you go.")
    expect(rows.nth(1).locator("[data-take]")).to_be_visible()
    expect(rows.nth(2)).to_contain_text("It cannot be put in a plan.")
    assert rows.nth(2).locator("[data-take]").count() == 0
    assert "Ask how long it is now." not in page.locator("#plan").inner_text()
    later = begun(visit(local, width=1280), on="2027-05-11T10:00:00")
    to_near(later)
    assert later.locator(".near-service").nth(3).get_attribute("data-state") == "stale"
    assert later.get_by_text("Ask how long it is now.").count() == 2
    last = begun(visit(local, width=1280), on="2028-05-11T10:00:00")
    to_near(last)
    assert last.locator("[data-take]").count() == 0


def test_a_service_that_is_taken_is_an_action_with_who_and_when(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    to_near(page)
    page.locator("[data-take=lunch-club]").click()
    club_entry = page.locator(".near-service").last
    expect(club_entry).to_contain_text("In my plan.")
    club_entry.get_by_role("button", name="Take it out: Thursday lunch club").click()
    expect(page.locator("#near-lunch-club")).to_be_focused()
    page.locator("[data-take=lunch-club]").click()
    row = page.locator(".near-mine .plan-row").last
    row.get_by_label("Who", exact=True).select_option(label="Me")
    row.get_by_label("By when").select_option(index=1)
    made = saved_at_visit(page)
    club = made.actions[-1]
    assert (club.kind, club.mine, club.did[-1].who) == ("service", "said", "me")
    assert club.did[-1].when is not None
    assert "01632 960 021" in (page.locator("#paper").text_content() or "")


def saved_at_visit(page: Page) -> Plan:
    """Save the plan from the first part of the page."""
    page.locator("#part-visit").click()
    return read(saved(page)).plan


def test_what_a_link_worker_alone_takes_is_suggested(local: str, visit: Visitor) -> None:
    seen = visit(local, width=1280)
    page = seen.page
    at_day(page, LINK)
    open_plan(page, "knee-agreed")
    begin(page, job="link worker", role="link_worker", me=False)
    to_near(page)
    page.locator("[data-take=lunch-club]").click()
    suggested = page.locator(".near-mine .plan-suggested")
    expect(suggested).to_contain_text("Thursday lunch club")
    # Whoever is asked if it is theirs too sees how to get there, and how long it takes.
    page.locator("[data-take=knee-class]").click()
    for said in (SAYS["near.join_referral"], "Wait: about 5 weeks.", "As of 2 November 2026."):
        expect(suggested.last).to_contain_text(said)
    assert "Thursday lunch club" not in (page.locator("#paper").text_content() or "")
    # In the lines for whoever asked it is not told as put in.
    lines = page.locator(".near-back").first
    expect(lines).to_contain_text(
        "the person has not been asked yet: Thursday lunch club, Knee class at the leisure centre."
    )
    expect(lines).not_to_contain_text("Put in the plan")


def says_beside(page: Page, press: str, beside: str, label: str) -> None:
    """Press what hands something over, and look for the words that wait and are not in it."""
    page.locator(press).last.click()
    note = page.locator(f"{beside} [data-left-out]")
    expect(note).to_contain_text(label)
    expect(note).to_be_in_viewport(ratio=0.9)
    expect(page.locator("#status")).to_contain_text(label)


def test_what_is_not_in_an_answer_is_said_beside_its_button(local: str, visit: Visitor) -> None:
    link = at_link_worker(visit, local, request_of_knee(local, visit), width=1280).page
    begin(link, job="link worker", role="link_worker")
    link.locator("[data-fold=near-add] summary").click()
    link.locator("#f-near-suggest-by").select_option(label="Link worker")
    link.locator("#f-near-suggest").fill("Come along once")
    says_beside(link, "[data-save-answer]", ".plan-agreed", "What they suggest")
    expect(link.locator("#status")).to_contain_text(SAYS["tools.saved"])
    expect(link.locator("#f-near-suggest")).to_have_value("Come along once")


@pytest.mark.parametrize("press", by_turns(["[data-save-request]", "[data-copy-request]"]))
def test_what_is_not_in_a_request_is_said_beside_its_button(
    press: str, local: str, visit: Visitor
) -> None:
    seen = visit(local, width=1280, permissions=["clipboard-read", "clipboard-write"])
    page = begun(seen)
    ask(page)
    page.locator("[data-add=own]").click()
    page.locator("#f-action-new").fill("Ask my son")
    label = page.locator("label[for=f-action-new]").text_content() or ""
    says_beside(page, press, ".plan-give", label)


def test_two_lines_go_back_and_hold_nothing_else(local: str, visit: Visitor) -> None:
    seen = visit(local, width=1280, permissions=["clipboard-read", "clipboard-write"])
    page = begun(seen)
    to_near(page)
    asked = "Request to Example Town link workers of 1 December 2026, plan 5f0c7a1b"
    waiting = "Waiting for a first talk"
    page.get_by_label("Where it stands").select_option(label=waiting)
    page.locator("[data-take=lunch-club]").click()
    page.locator("[data-back]").click()
    expect(page.locator("[data-back]")).to_have_text(SAYS["tools.copied"])
    assert page.evaluate("() => navigator.clipboard.readText()").split("\n") == [
        f"{asked}: {waiting} (1 December 2026).",
        "Put in the plan: Thursday lunch club.",
    ]


def test_two_thousand_services_stay_quick(crowded: str, visit: Visitor) -> None:
    page = begun(visit(crowded, width=1280))
    to_near(page)
    rows = page.locator(".near-service")
    expect(rows).to_have_count(20)
    page.locator("#near-more").press("Enter")
    expect(rows).to_have_count(40)
    expect(rows.nth(20).locator("h4")).to_be_focused()
    page.locator("#near-words").click()
    before = time.monotonic()
    page.keyboard.type("class 19")
    expect(rows).to_have_count(20)
    expect(page.locator("#near-count")).to_contain_text("of 2000")
    assert time.monotonic() - before < 8 * SLOW
    longest = page.evaluate(
        """() => { const field = document.querySelector("#near-words"); let most = 0;
        for (const words of ["c", "cl", "class 1", "class 1999"]) {
          field.value = words;
          const before = performance.now(); field.dispatchEvent(new Event("input"));
          most = Math.max(most, performance.now() - before); }
        return most; }"""
    )
    assert longest < SLOW * 1000
    expect(rows).to_have_count(1)


def test_without_a_place_the_part_is_not_there_and_a_request_is_answered_all_the_same(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}plan/", width=1280)
    page = begun(seen)
    assert page.locator("#part-near").count() == 0
    assert "Near you" not in page.locator("body").inner_text()
    ask(page, "reason")
    request = request_of(page)
    link = at_link_worker(visit, f"{site.address}plan/", request, width=1280).page
    link.locator(".answer", has_text="Link worker").click()
    link.locator("#here-typed").select_option(label="Link worker")
    link.locator("[data-begin]").click()
    link.get_by_label("Where it stands").select_option(label=SAYS["near.state_refused"])
    assert link.locator(".near-find").count() == 0
    # Without the person there is nothing that they say: it is suggested to them.
    link.locator("[data-fold=near-add] summary").click()
    expect(link.locator("#f-near-own")).to_have_count(0)
    link.locator("#f-near-suggest-by").select_option(label="Link worker")
    link.locator("#f-near-suggest").fill("Ask at the library")
    link.locator(".near-mine .plan-add button").last.click()
    # What nobody has yet can be taken out again.
    link.locator("#f-near-suggest-by").select_option(label="Link worker")
    link.locator("#f-near-suggest").fill("A slip")
    link.locator(".near-mine .plan-add button").last.click()
    # Read by whoever was asked, "I" is nobody there.
    expect(link.locator(".plan-suggested").first).to_contain_text(
        "Link worker suggests this. The person who asks is not here"
    )
    link.get_by_role("button", name="Take it out: A slip").click()
    expect(link.locator("#near-mine-title")).to_be_focused()
    expect(link.locator(".plan-suggested")).to_have_count(1)
    with link.expect_download() as found:
        link.locator("[data-save-answer]").click()
    answered = read(text_of(found.value)).plan
    assert answered.actions[0].did[-1].status == "refused"
    worker = next(each for each in answered.people if each.role == "link_worker")
    assert answered.actions[1].said.by == answered.visits[-1].typed_by == worker.id
    opened(page, text_of(found.value), "answer.html")
    expect(page.locator("[data-problem]")).to_contain_text("Link worker wrote something in it")
    expect(page.locator(".plan-suggested")).to_contain_text("Link worker suggests this")
    assert stage_of(read(saved(page)).plan) == "changed"
    assert seen.complaints == []


def test_a_hostile_request_is_text_alone(local: str, visit: Visitor) -> None:
    data = plan_data("knee-agreed")
    bad = '"><img src=x onerror=alert(1)>\u202e'
    action = next(each for each in data["actions"] if each.get("asked"))
    action["asked"]["reason"]["words"] = bad
    action["asked"]["to"] = bad
    seen = visit(local, width=320)
    seen.page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    expect(seen.page.locator("html")).to_have_class(has_class("has-plan"))
    begin(seen.page)
    to_near(seen.page)
    assert seen.page.locator("#plan img, #plan script").count() == 0
    assert seen.overflow() == 0
    assert seen.complaints == []


@pytest.mark.parametrize("width", by_turns((320, 390, 1280)))
def test_the_part_and_a_request_are_without_fault(width: int, local: str, visit: Visitor) -> None:
    seen = visit(local, width=width)
    page = begun(seen)
    ask(page, "reason", "contact")
    faults = {"asking": [*faults_of(seen), *spaced_faults(seen)]}
    request = request_of(page)
    to_near(page)
    page.locator("[data-take=knee-class]").click()
    fill_all(page)
    faults["near"] = [*faults_of(seen), *spaced_faults(seen)]
    theirs = at_link_worker(visit, local, request, width=width)
    faults["request"] = [*faults_of(theirs)]
    begin(theirs.page, job="link worker", role="link_worker")
    expect(theirs.page.locator(".near-service").first).to_be_visible()
    fill_all(theirs.page)
    faults["answer"] = [*faults_of(theirs), *spaced_faults(theirs)]
    assert {name: found for name, found in faults.items() if found} == {}


def test_in_forced_colours_what_is_old_is_told_by_a_line_and_in_words(
    local: str, visit: Visitor
) -> None:
    seen = visit(local, width=1280, forced_colors="active")
    page = begun(seen)
    to_near(page)
    old = page.locator(".near-service[data-state=old]")
    style = "(one) => getComputedStyle(one).borderInlineStartStyle"
    assert old.evaluate(style) == "dashed"
    assert page.locator(".near-service").first.evaluate(style) == "none"
    assert faults_of(seen) == []


def test_from_right_to_left_nothing_of_it_is_cut(local: str, visit: Visitor) -> None:
    seen = visit(local, width=320)
    seen.page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    page = begun(seen)
    ask(page, "reason", "contact")
    assert seen.overflow() == 0
    to_near(page)
    fill_all(page)
    assert seen.overflow() == 0
    box = page.locator(".near-service[data-state=old]").bounding_box()
    words = page.locator(".near-service[data-state=old] h4 bdi").bounding_box()
    assert box is not None
    assert words is not None
    assert box["x"] + box["width"] - words["x"] - words["width"] > 8


def test_a_request_on_paper_is_the_request_and_what_was_written_to_it(
    local: str, visit: Visitor
) -> None:
    page = begun(visit(local, width=1280))
    ask(page, "reason")
    theirs = at_link_worker(visit, local, request_of(page), width=1280)
    begin(theirs.page, job="link worker", role="link_worker")
    theirs.page.locator("[data-take=lunch-club]").click()
    (words,) = words_of(sheets_of(theirs))
    for said in ("One request", ASKS, "The person agrees to this request", "Thursday lunch club"):
        assert said in words
    assert "Money and benefits advice" not in words
    assert "My goal" not in words


BY_KEYS = (
    ("#part-near", ("Enter",)),
    ("[id$=-stands]", ("ArrowDown",)),
    ("#near-need", ("=f",)),
    ("#near-words", ("=meal",)),
    ("#near-must", ("Space",)),
    ("[data-take=lunch-club]", ("Enter",)),
)


def test_near_you_goes_by_keys_alone(local: str, visit: Visitor) -> None:
    page = begun(visit(local, width=1280))
    for place, keys in BY_KEYS:
        if place != "#part-near":
            expect(page.locator(".near-service").first).to_be_visible()
        page.locator("h1").click()
        tab_to(page, page.locator(place))
        for key in keys:
            if key.startswith("="):
                page.keyboard.type(key[1:])
            else:
                page.keyboard.press(key)
    assert [each.service.service for each in saved_at_visit(page).actions if each.service] == [
        "lunch-club"
    ]


def test_the_ten_minute_visit_is_the_same_on_a_site_with_a_place(
    local: str, visit: Visitor
) -> None:
    seen = visit(local, width=1280)
    seen.page.evaluate(NO_PRINTER)
    at_day(seen.page, VISIT)
    two = TwoPeople(seen.page)
    two.all_of_it()
    comes_to(seen.page, PRINTED, 1)
    assert seen.complaints == []


def providers_shown(page: Page) -> list[str]:
    """Return the names of who offers it, in the order in which they stand."""
    return page.locator(".near-where li b").all_inner_texts()


BY_NAME = ["Example General Hospital", "Example Independent Clinic", "Next Town Hospital"]


def test_who_offers_an_option_stands_there_with_the_wait_and_its_day(
    local: str, visit: Visitor
) -> None:
    """By name until the person asks for another order, and never remembered."""
    seen = visit(local)
    page = begun(seen, "two-conditions")
    to_near(page)
    box = page.locator(".near-where")
    expect(box.get_by_role("heading")).to_contain_text("Where I can have this: ")
    assert providers_shown(page) == BY_NAME
    # On a phone too its code stands in one line, and a rule tells where the next one begins.
    page.set_viewport_size({"width": 320, "height": 800})
    for code in box.locator(".local-code").all():
        assert code.evaluate("(one) => one.getClientRects().length") == 1
    rule = "(one) => getComputedStyle(one).borderBlockStartWidth"
    assert box.locator("li").nth(1).evaluate(rule) == "1px"
    first = box.locator("li").first
    expect(first).to_contain_text("Wait: about 31 weeks from referral to operation.")
    expect(first).to_contain_text("As of 1 October 2026.")
    expect(box.locator("li").nth(1)).to_contain_text("Wait: not known")
    expect(first).not_to_contain_text(SAYS["near.wait_old"])
    page.get_by_role("button", name="Shortest wait first").click()
    assert providers_shown(page) == ["Next Town Hospital", BY_NAME[0], BY_NAME[1]]
    page.get_by_role("button", name="By postcode").click()
    assert providers_shown(page) == BY_NAME
    page.get_by_role("button", name="Shortest wait first").click()
    page.locator("#part-visit").click()
    to_near(page)
    assert providers_shown(page) == BY_NAME
    assert seen.complaints == []


@pytest.mark.parametrize(
    ("day", "is_old_wait", "is_stale"),
    [("2027-01-01", False, False), ("2027-01-02", True, False), ("2027-06-02", True, True)],
)
def test_an_old_wait_and_an_old_list_say_to_ask(
    day: str, is_old_wait: bool, is_stale: bool, local: str, visit: Visitor
) -> None:
    page = begun(visit(local), "two-conditions", on=f"{day}T10:00:00")
    to_near(page)
    box = page.locator(".near-where")
    assert (SAYS["near.wait_old"] in box.locator("li").first.inner_text()) == is_old_wait
    assert SAYS["near.wait_old"] not in box.locator("li").nth(1).inner_text()
    assert (SAYS["near.where_stale"] in box.inner_text()) == is_stale


def test_of_an_option_that_was_not_decided_no_provider_stands_there(
    local: str, visit: Visitor
) -> None:
    page = begun(visit(local), "knee-agreed")
    to_near(page)
    expect(page.locator(".near-where")).to_have_count(0)


@pytest.mark.parametrize("width", by_turns((320, 1280), begin=1))
def test_providers_are_without_fault(width: int, local: str, visit: Visitor) -> None:
    seen = visit(local, width=width)
    page = begun(seen, "two-conditions")
    to_near(page)
    assert faults_of(seen) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
