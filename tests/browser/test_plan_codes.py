"""Codes of plans from paper: printed, seen as cameras see them, and opened again on the page of a plan."""

import json
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.code import read_plan_code, short_code
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.short import PlanShort, review_from_paper
from decisionaid.plan.snapshots import apart_in, held_of
from decisionaid.plan.standing import stage_of
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text as written
from tests.browser.conftest import Visitor
from tests.browser.desk import as_file, paste
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_prepare import ADDRESS, fill, fill_all, plan_in, save
from tests.browser.tokens import as_cameras_see, codes_in
from tests.browser.two_people import open_plan, plan_file, saved
from tests.browser.visit import Visit
from tests.english import script_texts
from tests.plans import plan_data, plan_named, plan_of, plan_text

SAYS = script_texts("plan")
REVIEW_DAY = "2027-03-02T10:00:00"
NO_PRINTER = "() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }"
LARGE = "(large) => document.documentElement.classList.toggle('large-copy', large)"
SQUARE_MM = "() => document.querySelector('#paper .square-code').getBoundingClientRect().width"
MM = 96 / 25.4
KNEE = "knee-agreed"


@pytest.fixture
def plan(site: Site, visit: Visitor) -> Visit:
    """Look at the page of a plan on the day of a review; it prints nothing."""
    seen = visit(f"{site.address}plan/", width=1280, height=800)
    seen.page.evaluate(NO_PRINTER)
    seen.page.clock.set_fixed_time(REVIEW_DAY)
    seen.page.locator("h1").click()
    return seen


def printed(page: Page) -> bytes:
    """Return what the page prints."""
    return page.pdf(prefer_css_page_size=True)


def begin(page: Page) -> None:
    """The person and their physiotherapist are here, and the person types."""
    page.locator(".answer", has_text="Me").first.click()
    page.locator(".answer", has_text="First contact physiotherapist").click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()


def type_code(page: Page, code: str) -> None:
    page.locator("#code").fill(code)
    page.locator("[data-code] button").click()


def short_of(plan: Plan) -> PlanShort:
    short = read_plan_code(short_code(plan).code)
    assert isinstance(short, PlanShort)
    return short


@pytest.mark.parametrize("is_large", by_turns([False, True], begin=1))
def test_the_code_of_a_printed_copy_is_read_by_others(is_large: bool, plan: Visit) -> None:
    open_plan(plan.page, KNEE)
    press = "[data-print-large]" if is_large else "#print-copy"
    plan.page.locator("#part-copy").click()
    plan.page.locator(press).click()
    sheets = printed(plan.page)
    count = len(pypdfium2.PdfDocument(sheets))
    assert count == (2 if is_large else 1)
    code = short_code(plan_named(KNEE)).code
    found = {name: codes_in(picture) for name, picture in as_cameras_see(sheets, count - 1)}
    assert found == {name: [code] for name in found}
    assert len(found) == 12
    plan.page.emulate_media(media="print")
    # In large print there is room for more.
    assert plan.page.evaluate(SQUARE_MM) == pytest.approx((50 if is_large else 45) * MM, abs=1)
    assert SAYS["code.what"] in (plan.page.locator("#paper").text_content() or "")


@pytest.mark.parametrize("way", by_turns(["picture", "typed", "pasted"]))
def test_a_review_from_paper_is_what_the_paper_says(way: str, plan: Visit) -> None:
    page = plan.page
    whole = plan_named(KNEE)
    if way == "picture":
        open_plan(page, KNEE)
        page.locator("#part-copy").click()
        pictures = dict(as_cameras_see(printed(page)))
        page.locator("[data-clear]").click()
        page.locator("#picture").set_input_files(as_file(pictures["blurred at 200"]))
    elif way == "typed":
        type_code(page, short_code(whole).code.lower())
    else:
        paste(page, short_code(whole).code)
    expect(page.locator("[data-paper]")).to_contain_text(
        "Review from paper, save 2", timeout=20_000
    )
    expect(page.locator("[data-line]")).to_contain_text("from paper, save 2")
    expect(page.locator("#part-visit")).to_have_count(0)
    begin(page)
    expect(page.locator(".look-then")).to_contain_text("by the spring (1 March 2027)")
    expect(page.locator(".look-row").nth(2)).to_contain_text(
        "GP · 4 December 2026 · They have been asked"
    )
    assert page.locator(".plan-agreed, [data-rail]").count() == 0
    made = saved(page)
    wanted = review_from_paper(short_of(whole), made.visits[-1], made.updated)
    assert made.visits[-1].kind == "review"
    # Saving counts, and notes who has a copy.
    same = {"rev": wanted.rev, "copies": (), "crc32": ""}
    assert made.model_copy(update=same) == wanted.model_copy(update=same)
    assert plan.complaints == []


def test_what_is_said_at_a_paper_comes_to_its_plan(plan: Visit) -> None:
    page = plan.page
    whole = plan_named(KNEE)
    type_code(page, short_code(whole).code)
    begin(page)
    page.locator(".look-today .answer", has_text="Part of the way").click()
    page.get_by_label("How it went, in my words").fill("To the school gate.")
    page.locator("#f-look-ask-link-words").fill("Nobody has rung.")
    page.locator("#f-review-when").select_option(index=2)
    alone = saved(page)
    page.locator("#record-file").set_input_files(plan_file(plan_text("two-conditions")))
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["note.other"])
    page.locator("#record-file").set_input_files(plan_file(plan_text(KNEE)))
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["paper.found"])
    expect(page.locator("[data-paper]")).to_have_count(0)
    both = saved(page)
    assert (alone.part, both.part) == ("paper_review", None)
    found = merged(whole, alone)
    assert isinstance(found, Merged)
    assert found.disputed == ()
    assert both.goals == found.plan.goals
    assert both.actions == found.plan.actions
    assert both.about_me == whole.about_me
    last = both.goals[0].looked[-1]
    assert (last.status, last.said and last.said.words) == ("partly", "To the school gate.")
    # Only words were written of it: it stands as it stood on the paper.
    (asked,) = [each for each in both.actions if each.id == "ask-link"]
    assert [each.status for each in asked.did] == ["asked", "asked"]
    assert both.reviews[-1].visit == alone.visits[-1].id
    # The review that stood on the paper was known, so the new one is in its place.
    assert both.reviews[-1].after == (whole.reviews[-1].visit,)
    assert apart_in(both) == ()


@pytest.mark.parametrize("how", ["written again at one visit", "put together, both hold"])
def test_a_review_at_a_paper_is_in_the_place_of_all_that_stood_on_it(how: str, plan: Visit) -> None:
    page = plan.page
    data = plan_data(KNEE)
    (first,) = data["reviews"]
    if how == "written again at one visit":
        # The plan was saved in between.
        data["reviews"].append(first | {"after": [first["visit"]], "sooner_if": "It swells"})
    else:
        at = {"kind": "visit", "there": ["me", "gp"], "typed_by": "gp"}
        for id_, on in (("v-03-aa", "2026-12-08"), ("v-03-bb", "2026-12-09")):
            data["visits"].append({"id": id_, "on": on, **at})
            data["reviews"].append(first | {"visit": id_, "after": [first["visit"]]})
    whole = plan_of(data)
    assert apart_in(whole) == (() if how == "written again at one visit" else ("reviews",))
    type_code(page, short_code(whole).code)
    begin(page)
    page.locator("#f-review-when").select_option(index=2)
    alone = saved(page)
    found = merged(whole, alone)
    assert isinstance(found, Merged)
    assert apart_in(found.plan) == ()
    assert [each.visit for each in held_of(found.plan, found.plan.reviews)] == [alone.visits[-1].id]
    # What another copy wrote after that stood on no paper.
    later = plan_data_of(whole)
    later["reviews"].append(whole_review(later))
    both = merged(plan_of(later), alone)
    assert isinstance(both, Merged)
    assert apart_in(both.plan) == ("reviews",)
    assert plan.complaints == []


def whole_review(data: dict[str, Any]) -> dict[str, Any]:
    """Return one more review, of the last visit that a copy had."""
    last: dict[str, Any] = data["reviews"][-1]
    return last | {"after": [last["visit"]], "sooner_if": "I fall"}


def test_a_review_from_paper_is_no_plan_when_its_file_is_opened_alone(plan: Visit) -> None:
    page = plan.page
    type_code(page, short_code(plan_named(KNEE)).code)
    begin(page)
    page.locator(".look-today .answer", has_text="Part of the way").click()
    page.get_by_label("How it went, in my words").fill("To the school gate.")
    alone = written(saved(page))
    # What was saved of today is today's, and no last time.
    then = page.locator(".look-then").first
    assert "gate" not in (then.text_content() or "")
    expect(page.locator(".look-today [data-today]").first).to_contain_text("To the school gate.")
    page.locator("[data-clear]").click()
    page.locator("#record-file").set_input_files(plan_file(alone))
    expect(page.locator("[data-paper] h2")).to_have_text("Review from paper")
    assert page.locator(".plan-parts button").count() == 2
    begin(page)
    assert "gate" not in (then.text_content() or "")
    page.locator("#f-learnt").fill("Rest")
    page.locator("section[aria-labelledby=look-learnt] .plan-add button").click()
    # Its plan comes behind it, and nothing that was said is lost.
    page.locator("#record-file").set_input_files(plan_file(plan_text(KNEE)))
    expect(page.locator("[data-problem]")).to_contain_text(SAYS["paper.found"])
    assert page.locator(".plan-parts button").count() > 2
    expect(page.locator(".note", has_text=SAYS["part_of.paper_review"])).to_have_count(0)
    made = saved(page)
    assert made.part is None
    assert made.goals[0].looked[-1].said is not None
    assert [each.words for each in made.learnt] == ["Rest"]
    assert plan.complaints == []


def test_a_plan_that_comes_before_anything_was_said_stands_as_it_is(plan: Visit) -> None:
    page = plan.page
    type_code(page, short_code(plan_named(KNEE)).code)
    expect(page.locator("[data-paper]")).to_be_visible()
    open_plan(page, KNEE)
    expect(page.locator("[data-paper]")).to_have_count(0)
    expect(page.locator("#part-review")).to_have_attribute("aria-current", "page")
    page.locator("#part-copy").click()
    made = saved(page)
    assert made.model_copy(update={"rev": 2, "updated": "", "crc32": ""}) == plan_named(
        KNEE
    ).model_copy(update={"updated": "", "crc32": ""})


def test_a_paper_beside_a_plan_changes_nothing(plan: Visit) -> None:
    page = plan.page
    open_plan(page, KNEE)
    before = page.locator("#paper").inner_text()
    newer = plan_of(plan_data(KNEE) | {"rev": 7})
    for code, says in (
        (short_code(plan_named(KNEE)).code, SAYS["paper.beside"]),
        (
            short_code(newer).code,
            "The paper is of save 7, and the plan that is open here is of save 2",
        ),
        (short_code(plan_named("two-conditions")).code, SAYS["note.other"]),
        (short_code(plan_named(KNEE)).code[:-4] + "0000", SAYS["fault.damaged"]),
    ):
        type_code(page, code)
        expect(page.locator("[data-problem]")).to_contain_text(says)
        assert page.locator("#paper").inner_text() == before


def test_a_copy_of_a_review_from_paper_says_what_it_is(plan: Visit) -> None:
    type_code(plan.page, short_code(plan_named(KNEE)).code)
    begin(plan.page)
    assert faults_of(plan) == []
    plan.page.locator("#part-copy").click()
    sheet = plan.page.locator("#paper")
    assert SAYS["paper.sheet"] in (sheet.text_content() or "")
    assert sheet.locator(".square-code").count() == 0
    # What a code on paper does not hold, the sheet does not claim: it says where that stands.
    expect(sheet.locator(".copy-worse")).to_contain_text(SAYS["paper.worse"])
    # Who does it and when is what stood on the paper, and not that nobody does.
    assert "7 December 2026" in (sheet.text_content() or "")
    # Signs of an aid stand on it, so what the aid is stands there too.
    notice = plan.page.locator(".note", has_text="Demonstration, not for clinical use.")
    expect(notice).to_have_count(1)
    for side in plan.printed():
        assert "Demonstration, not for clinical use." in side
    assert SAYS["copy.nobody"] not in (sheet.text_content() or "")
    assert [*faults_of(plan), *spaced_faults(plan)] == []


def with_many(actions: int, goals: int, rng: Random) -> dict[str, Any]:
    """Return a plan with so many more actions and goals, in words of many lengths."""
    data = plan_data(KNEE)
    words = (
        "walk",
        "to",
        "the school",
        "with",
        "my grandson",
        "and rest",
        "at the bench",
        "each day",
    )

    def said(most: int) -> dict[str, str]:
        text = " ".join(rng.choice(words) for _ in range(rng.randint(2, most)))
        return {"words": text, "by": "me", "visit": "visit"}

    data["goals"] += [{"id": f"g{n}", "said": said(12), "mine": "said"} for n in range(goals)]
    deed = {"visit": "visit", "status": "planned", "who": "daughter", "when": {"on": "2027-01-10"}}
    data["actions"] += [
        {"id": f"a{n}", "said": said(20), "mine": "said", "did": [deed]} for n in range(actions)
    ]
    return data


def test_what_has_no_room_in_the_code_is_counted_and_stands_on_the_paper(plan: Visit) -> None:
    data = with_many(15, 3, Random(1))  # noqa: S311
    made = short_code(plan_of(data))
    assert made.left.actions > 1
    plan.page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    plan.page.locator("#part-copy").click()
    caption = plan.page.locator(".plan-copy figcaption")
    expect(caption).to_contain_text(f"No room in it for: {made.left.actions} steps")
    words = plan.page.locator(".plan-copy").inner_text()
    assert all(action["said"]["words"] in words for action in data["actions"])
    plan.page.locator("[data-clear]").click()
    type_code(plan.page, made.code)
    expect(plan.page.locator("[data-paper]")).to_contain_text(f"{made.left.actions} steps")


def test_a_copy_is_one_side_or_says_that_it_goes_on(plan: Visit) -> None:
    page = plan.page
    rng = Random(2)  # noqa: S311
    seen = []
    for actions, goals in ((0, 0), (1, 1), (2, 0), (2, 1), (3, 1), (4, 2), (8, 3)):
        data = with_many(actions, goals, rng)
        page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
        page.locator("#part-copy").click()
        copy = page.locator("#paper .copy")
        for is_large in (False, True):
            page.evaluate(LARGE, is_large)
            sides = len(pypdfium2.PdfDocument(printed(page)))
            page.emulate_media(media="print")
            more = copy.locator(".copy-sides:visible").all_inner_texts()
            page.emulate_media(media="null")
            seen.append((sides, bool(more)))
            assert more or sides == 1, (actions, goals, is_large)
            # A third side is never a surprise.
            assert more == [SAYS["copy.sides_more"]] or sides <= 2, (actions, goals, is_large)
        # No word of the plan gives way.
        words = copy.text_content() or ""
        for each in chain(data["goals"], data["actions"]):
            assert each["said"]["words"] in words
        page.locator("[data-clear]").click()
    assert seen[:2] == [(1, False), (2, True)]
    assert seen[-2:] == [(2, True), (3, True)]


def test_a_printed_preparation_is_opened_from_its_picture(
    site: Site, visit: Visitor, plan: Visit, tmp_path: Path
) -> None:
    seen = visit(site.address + ADDRESS)
    seen.page.evaluate(NO_PRINTER)
    fill(seen.page)
    seen.page.locator("[data-print=sheet]").click()
    seen.page.wait_for_function("() => window.printed === 1")
    sheets = printed(seen.page)
    assert len(pypdfium2.PdfDocument(sheets)) == 1
    pictures = dict(as_cameras_see(sheets))
    codes = {name: codes_in(picture) for name, picture in pictures.items()}
    assert len({*chain(*codes.values())}) == 1
    assert {len(each) for each in codes.values()} == {1}
    seen.page.locator("[data-show-code]").click()
    typed = seen.page.locator("[data-token]")
    expect(typed).to_be_visible()
    assert typed.inner_text().replace(" ", "").replace("\n", "") == codes["clean at 150"][0]
    wanted = plan_in(save(seen.page, tmp_path)).plan
    plan.page.locator("#picture").set_input_files(as_file(pictures["blurred at 150"]))
    expect(plan.page.locator("[data-rail=home]")).to_contain_text("Pain", timeout=20_000)
    plan.page.locator("#part-copy").click()
    made = saved(plan.page)
    same = {"rev": 1, "updated": "", "crc32": ""}
    assert made.model_copy(update=same) == wanted.model_copy(update=same)
    assert seen.complaints == plan.complaints == []


def test_a_preparation_that_is_too_long_for_a_code_says_so(site: Site, visit: Visitor) -> None:
    seen = visit(site.address + ADDRESS)
    seen.page.evaluate(NO_PRINTER)
    rng = Random(3)  # noqa: S311
    fill_all(seen.page)
    for field in seen.page.locator("form textarea").all():
        if field.is_visible():
            field.fill("".join(rng.choice("abcdefghijklmnopqrstuvwxyz ") for _ in range(290)))
    seen.page.locator("[data-show-code]").click()
    expect(seen.page.locator("[data-told]")).to_contain_text("too long for a code")
    expect(seen.page.locator("[data-show-code]")).to_have_attribute("aria-expanded", "false")
    seen.page.locator("[data-print=sheet]").click()
    seen.page.wait_for_function("() => window.printed === 1")
    assert seen.page.locator("[data-sheet-code] svg").count() == 0


def test_a_code_never_outlives_what_it_says(site: Site, visit: Visitor) -> None:
    seen = visit(site.address + ADDRESS)
    fill(seen.page)
    expect(seen.page.locator("[data-sheet-code] svg")).to_have_count(1)
    seen.page.evaluate("""() => {
      const one = document.querySelector("[name=matters]");
      one.value = "Something else";
      one.dispatchEvent(new Event("input", { bubbles: true }));
      window.left = document.querySelector("[data-sheet-code]").childElementCount;
    }""")
    assert seen.page.evaluate("window.left") == 0


def test_a_full_plan_goes_on_in_a_new_one(plan: Visit) -> None:
    page = plan.page
    data = plan_data(KNEE)
    data["visits"] += [data["visits"][-1] | {"id": f"v-{n}"} for n in range(38)]
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    page.locator("[data-follow]").click()
    expect(page.locator("#begin-title")).to_be_focused()
    begin(page)
    made = saved(page)
    assert made.follows == data["id"]
    assert made.id != data["id"]
    assert stage_of(made) == "draft"
    assert [goal.id for goal in made.goals] == ["school"]
    assert [action.id for action in made.actions] == ["days", "show", "ask-link"]
    assert made.if_worse == plan_named(KNEE).if_worse
    assert len(made.visits) < 5
