"""The whole thread: through an aid on a phone, a file handed over, a page for the clinician."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import expect

from decisionaid.model.canonical import record_checksum
from tests.browser.answers import Answers, Choose
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare
from tests.browser.handed_over import HandedOver
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import UNFOLD, Visit
from tests.browser.walk import KeyboardWalk, Walk, words_of
from tests.english import script_texts
from tests.our_aids import EARS, KNEE, SLUGS

RAISED = script_texts("aid")["care.raised"]


def missing(texts: Sequence[str], shown: str) -> list[str]:
    """Return the texts that are not shown."""
    return [text for text in texts if text not in shown]


def with_file(visit: Visitor, site: Site, path: Path) -> Visit:
    """Open a saved file on the clinician's page, and all that is folded on its sheet."""
    seen = visit(f"{site.address}clinician/", width=1280, height=900)
    seen.page.locator("#record-file").set_input_files(path)
    expect(seen.page.locator("#sheet h2").first).to_be_visible()
    seen.page.evaluate(UNFOLD)
    return seen


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_said_reaches_the_clinician_on_one_a4_page(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    handed = handed_over(slug)
    said = handed.answers.said
    assert missing(said, handed.summary) == []

    assert re.fullmatch(rf"my-answers-{slug}-\d{{4}}-\d\d-\d\d\.html", handed.file.name)
    file = visit(handed.file.as_uri())
    assert missing(said, words_of(file.page.locator("body"))) == []
    assert (file.complaints, file.overflow()) == ([], 0)

    sheet = with_file(visit, site, handed.file)
    assert missing(said, words_of(sheet.page.locator("#sheet"))) == []
    (printed,) = sheet.printed()
    assert missing([each.statement for each in handed.answers.said_of_checks[:1]], printed) == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=0))
def test_by_keyboard_alone_the_same_reaches_the_clinician(
    slug: str, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    seen = visit(site.aid_address(slug))
    walk = KeyboardWalk(seen.page, Answers(site.aids[slug]))
    walk.to_summary()
    said = walk.answers.said
    assert missing(said, words_of(seen.page.locator("#summary"))) == []
    sheet = with_file(visit, site, walk.save(tmp_path))
    assert missing(said, words_of(sheet.page.locator("#sheet"))) == []
    assert walk.faults == []


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=3))
def test_answers_stay_through_a_reload_at_any_step(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    page = visit(site.aid_address(slug)).page
    handed_over(slug).resume(page)
    walk = Walk(page, Answers(site.aids[slug]))
    for step in ("summary", "values", "now"):
        page.goto(f"{site.aid_address(slug)}#{step}")
        page.reload()
        walk.expect_at(step)
        walk.expect_kept()


def test_back_the_steps_menu_and_the_browsers_back_all_lead_to_a_step(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    walk = Walk(page, Answers(site.aids[EARS]))
    walk.go_on("start")
    walk.expect_at("options")
    assert page.url.endswith("#options")
    walk.go_on("options")
    walk.step("compare").locator("[data-back]").click()
    walk.expect_at("options")
    page.locator(".steps-menu summary").click()
    page.locator('.steps-menu a[href="#now"]').click()
    walk.expect_at("now")
    page.go_back()
    walk.expect_at("options")


def test_a_wide_window_lists_the_steps_and_where_one_is(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS), width=1280, height=900).page
    walk = Walk(page, Answers(site.aids[EARS]))
    rail = page.locator("nav.rail")
    rail.locator('a[href="#values"]').click()
    walk.expect_at("values")
    expect(rail.locator("[aria-current=step]")).to_have_attribute("href", "#values")
    walk.answer("values")
    expect(rail.locator("li:has([href='#values']) .rail-state")).to_have_text("You are here")
    walk.go_on("values")
    expect(rail.locator("li:has([href='#values']) .rail-state")).to_contain_text("of 7 answered")
    expect(rail.locator("li:has([href='#compare']) .rail-state")).to_have_text("")


def test_a_knowledge_check_says_what_the_aid_says_only_once_answered(
    site: Site, visit: Visitor
) -> None:
    answers = Answers(site.aids[EARS])
    page = visit(f"{site.aid_address(EARS)}#facts").page
    feedback = page.locator(f"[data-feedback={answers.checks[1].id}]")
    expect(feedback).to_be_hidden()
    Walk(page, answers).answer("facts")
    expect(feedback).to_be_visible()
    expect(feedback).to_contain_text("196 of 1,000")


def test_a_warning_sign_raises_what_to_do(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    card = page.locator("[data-care-card]").first
    expect(card).to_contain_text("999")
    expect(card).not_to_have_class(re.compile("raised"))
    walk = Walk(page, Answers(site.aids[EARS]))
    walk.act(Choose("red_flags", walk.answers.flags[0].id))
    expect(card).to_have_class(re.compile("raised"))
    expect(page.get_by_role("status")).to_have_text(RAISED)
    assert (card.locator("h2").text_content() or "").strip() in seen.printed_text()


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_who_ticked_a_warning_sign_is_told_what_to_do_to_the_end(
    slug: str, site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    seen = visit(f"{site.aid_address(slug)}#summary")
    handed_over(slug).resume(seen.page)
    card = seen.page.locator("[data-care-card] > p, [data-care-card] > .plain-words > p").first
    told = (card.text_content() or "").split(". ")[0]
    flags = seen.page.locator("#summary [data-part=flags]")
    expect(flags).to_contain_text(told)
    assert words_of(flags).count("999") == 1
    seen.page.evaluate("() => { print = () => {}; }")
    seen.page.locator("[data-print-summary]").click()
    assert told in seen.printed_text()


def test_nothing_has_to_be_answered(site: Site, visit: Visitor, tmp_path: Path) -> None:
    page = visit(site.aid_address(EARS)).page
    walk = Walk(page, Answers(site.aids[EARS]))
    page.goto(f"{site.aid_address(EARS)}#summary")
    expect(page.locator("#summary")).to_contain_text("You have not answered yet")
    sheet = with_file(visit, site, walk.save(tmp_path))
    expect(sheet.page.locator("#sheet")).to_contain_text("Has not said which option")


def test_what_has_no_room_on_the_sheet_is_one_click_away_and_prints(
    site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver], tmp_path: Path
) -> None:
    text = handed_over(EARS).file.read_text(encoding="utf-8")
    start = '<script type="application/json" id="decisionaid-record">'
    record = json.loads(text.partition(start)[2].partition("</script>")[0])
    stock = [{"id": f"stock-{n}", "text": f"Made-up question {n}?"} for n in range(9)]
    own: list[dict[str, str | None]] = [{"id": None, "text": f"My own {n}?"} for n in range(3)]
    record["questions"] = [*stock, *own]
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**record, "crc32": record_checksum(record)}), encoding="utf-8")
    seen = with_file(visit, site, file)
    questions = seen.page.locator('[data-part="questions"]')
    shown = questions.locator("li:visible")
    expect(shown).to_have_count(12)
    fold = questions.locator("summary")
    expect(fold).to_have_text("and 9 from the aid’s list")
    fold.press("Enter")
    expect(shown).to_have_text([f"My own {n}?" for n in range(3)])
    printed = "".join(seen.printed())
    assert missing([f"Made-up question {n}?" for n in range(9)], printed) == []


def test_each_row_of_figures_on_the_sheet_stands_with_all_that_it_is_read_with(
    site: Site, visit: Visitor, handed_over: Callable[[str], HandedOver]
) -> None:
    handed = handed_over(KNEE)
    words = json.loads((site.folder / "aids" / KNEE / "aid.json").read_text("utf-8"))["words"]
    seen = with_file(visit, site, handed.file)
    seen.page.set_viewport_size({"width": 320, "height": 700})
    assert seen.overflow() == 0
    rows = seen.page.locator(".sheet-facts > .sheet-row").all()
    assert 2 <= len(rows) <= 3
    others = seen.page.locator(".sheet-others")
    read_behind = others.inner_text()
    behind = others.locator("h4").first.text_content() or "no heading"
    printed = bare("".join(seen.printed()))
    assert bare(behind) not in printed
    by_label = {each["label"]: each for each in words["facts"]}
    whole = others.locator(".sheet-row").all()
    assert len(rows) + len(whole) == len(words["facts"])
    for row in [*rows, *whole]:
        fact = by_label[row.locator("h4").inner_text()]
        shown = words_of(row)
        near = [fact["label"], fact["measured"], fact["better"], fact["sure"]]
        figures = [
            text
            for each in fact["figures"]
            for text in (each["option"], each["said"], each["range"])
        ]
        assert missing([*near, *figures], shown) == []
        # Its source, and notes that have no room beside it, stand behind the fold, and on paper with it.
        rest = [fact["source"], *fact["notes"]]
        assert missing(rest, shown if row in whole else f"{shown} {read_behind}") == []
        if row in rows:
            assert missing([bare(each) for each in (*near, *rest)], printed) == []
