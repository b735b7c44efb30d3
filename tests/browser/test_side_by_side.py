"""What the person said puts rows first and opens their own figures; no option ever moves."""

import random
from collections.abc import Mapping, Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.side_by_side import TableView, table_of
from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.walk import Walk, words_of
from tests.english import say as say_page
from tests.english import script_texts
from tests.our_aids import EARS, KNEE, SLUGS

SAYS = script_texts("aid")
STEP = "#side-by-side"
# A row names itself first, then the rows that go with it.
NAMES = """rows => rows.map(({ dataset }) => dataset.about.split(" ")[0])"""
# Every set of options that the page shows, in the order in which it shows them.
OPTIONS = """() => [
  [...document.querySelectorAll("#side-by-side thead th")].map((th) => th.textContent),
  ...[...document.querySelectorAll("#side-by-side tbody tr")].map((row) =>
    [...row.querySelectorAll(".cell-option")].map((name) => name.textContent)),
  [...document.querySelectorAll("[name=leaning]")].map(({ value }) => value),
  ...[...document.querySelectorAll(".figures")].map((row) =>
    [...row.querySelectorAll(".figure-option")].map((name) => name.textContent)),
].map(String)"""
# Answer at random: some names, and of each one of its values.
ANSWER = """(chances) => {
  const next = () => chances.pop();
  const groups = Map.groupBy(document.querySelectorAll("#aid [type=radio]"), ({ name }) => name);
  for (const inputs of groups.values()) {
    if (next() < 0.4) continue;
    const input = inputs[Math.floor(next() * inputs.length)];
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


TABLE = f"What this means for you {say_page('side_intro')}"
"""Where the table begins in the words of a printed page."""


def table(site: Site, slug: str) -> TableView:
    """Return the table as the author wrote it."""
    return table_of(Figures(site.aids[slug]))


def names(page: Page) -> Sequence[str]:
    """Return the names of the rows that are seen, from the top."""
    rows = page.locator(f"{STEP} tr[data-about]").filter(visible=True)
    found: list[str] = rows.evaluate_all(NAMES)
    return found


def say(page: Page, answers: Mapping[str, str]) -> None:
    """Give answers, wherever they are asked for."""
    for name, value in answers.items():
        page.locator(f'input[name="{name}"][value="{value}"]').evaluate("input => input.click()")


def show_all(step: Locator) -> None:
    """Show the rows of which nothing was said too; the focus goes to the first of them."""
    step.locator("[data-all-rows]").press("Enter")
    expect(step.locator("tr.put-away th").first).to_be_focused()


def go_to(page: Page, step: str) -> Locator:
    """Go to a step as a link would."""
    page.evaluate("(step) => { location.hash = step; }", step)
    section = page.locator(f"#{step}")
    expect(section).to_be_visible()
    return section


def test_what_matters_comes_first_and_there_is_a_way_back(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    declared = [row.id for row in table(site, EARS).rows]
    step = go_to(page, "side-by-side")
    # Nothing is rated yet, so the rows stand behind a button.
    assert names(page) == []
    expect(step.locator("[data-orders]")).to_be_hidden()

    # It is sorted on the return, and that is what is said of this step.
    go_to(page, "values")
    say(page, {"values.fewer-side-effects": "8", "values.less-pain": "3"})
    go_to(page, "side-by-side")
    assert set(names(page)) == {"side-effects", *(each for each in declared if "pain-" in each)}
    show_all(step)
    expect(step.locator("[data-all-rows]")).to_be_hidden()
    expect(page.locator("#status")).to_have_text(SAYS["side.in_your_order"])
    pain = [name for name in declared if name.startswith("pain-")]
    first = ["side-effects", *pain]
    assert names(page) == [*first, *(name for name in declared if name not in first)]
    expect(step.locator("[data-about=side-effects] th")).to_contain_text("you said 8 out of 10")

    step.get_by_label("The order of the aid").focus()
    page.keyboard.press("Space")
    assert names(page) == declared
    expect(page.locator("#status")).to_have_text(SAYS["side.in_authors_order"])
    page.keyboard.press("ArrowUp")
    assert names(page)[0] == "side-effects"
    # How the table is shown is no answer: nothing of it is kept.
    assert "side-orders" not in page.evaluate("() => Object.values(sessionStorage).join()")


def test_with_nothing_said_a_line_stands_in_the_place_of_a_table_without_rows(
    site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.aid_address(EARS)}#side-by-side")
    page = seen.page
    # What is said of the person, and not of what matters to them, opens no row.
    say(page, {"filled_in_by.role": "carer"})
    step = go_to(page, "side-by-side")
    line = step.get_by_text(SAYS["summary.none_short"])
    expect(line).to_be_visible()
    expect(step.locator("table")).to_be_hidden()
    assert list(seen.axe_faults(STEP)) == []
    printed = seen.printed_text()
    assert (
        SAYS["summary.none_short"]
        not in printed.partition(TABLE)[2].partition("Check the facts")[0]
    )
    show_all(step)
    expect(step.locator("table")).to_be_visible()
    expect(line).to_be_hidden()
    page.reload()
    step = go_to(page, "side-by-side")
    expect(line).to_be_visible()
    say(page, {"values.less-pain": "9"})
    step = go_to(page, "side-by-side")
    expect(step.locator("table")).to_be_visible()
    expect(line).to_be_hidden()
    assert names(page)
    # Whoever is not sure of all that is asked has answered.
    page.locator("[data-clear]").filter(visible=True).first.click()
    page.get_by_role("button", name=SAYS["clear.yes"]).click()
    say(page, {"values.less-pain": "unsure"})
    step = go_to(page, "side-by-side")
    expect(line).to_be_hidden()


def test_a_changed_answer_moves_the_rows_on_return(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    say(page, {"values.less-pain": "9"})
    step = go_to(page, "side-by-side")
    expect(step.locator("[data-about^=pain-24h] th")).to_contain_text("you said 9 out of 10")
    assert names(page)[0] == "pain-24h"
    go_to(page, "side-by-side").get_by_role("link", name="Say or change").click()
    say(page, {"values.less-pain": "unsure", "values.fewer-side-effects": "1"})
    step = go_to(page, "side-by-side")
    assert names(page)[0] == "side-effects"
    expect(step.locator("[data-about^=pain-24h] th")).to_contain_text("you are not sure")


@pytest.mark.parametrize("slug", by_turns(SLUGS, at_once=2))
def test_options_keep_their_order_whatever_is_said(slug: str, site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(slug), width=1280).page
    before = page.evaluate(OPTIONS)
    chance = random.Random(slug)  # noqa: S311 - the same answers on every run
    rows = sorted(row.id for row in table(site, slug).rows)
    orders = set()
    for _ in range(12):
        page.evaluate(ANSWER, [chance.random() for _ in range(400)])
        go_to(page, "side-by-side")
        after = page.evaluate(OPTIONS)
        assert sorted(after) == sorted(before)
        shown = page.locator(f"{STEP} tr[data-about]").evaluate_all(NAMES)
        assert sorted(shown) == rows
        orders.add(tuple(shown))
        go_to(page, "values")
    asked = {row for each in site.aids[slug].values_questions for row in each.about} & set(rows)
    assert len(orders) > min(3, max(len(asked) - 1, 0))


def test_a_chosen_group_stands_first_and_the_others_behind_a_disclosure(
    site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(EARS), width=1280)
    page = seen.page
    compare = go_to(page, "compare")
    blocks = compare.locator(".strata").first.locator("[data-stratum]")
    expect(blocks.nth(0)).to_be_visible()
    expect(blocks.nth(1)).to_be_visible()
    say(page, {"stratum": "not-unwell"})
    mine, other = blocks.nth(0), blocks.nth(1)
    expect(mine).to_have_attribute("data-stratum", "not-unwell")
    expect(mine).to_contain_text(SAYS["strata.mine"])
    expect(other).to_be_hidden()
    compare.locator(".strata-others summary").first.press("Enter")
    expect(other).to_be_visible()

    step = go_to(page, "side-by-side")
    show_all(step)
    assert "distress-day3-unwell" not in names(page)
    assert "distress-day3-not-unwell" in names(page)
    step.get_by_label(say_page("side_groups_all")).check()
    assert "distress-day3-unwell" in names(page)
    step.get_by_label(say_page("side_groups_mine")).check()
    assert "distress-day3-unwell" not in names(page)

    for state in ("unsure", "prefer_not_to_say"):
        say(page, {"stratum": state})
        assert "distress-day3-unwell" in names(page)
        assert page.locator(".strata-others").count() == 0
    assert seen.complaints == []


def test_paper_has_the_figures_of_the_other_groups_too(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    say(seen.page, {"stratum": "unwell"})
    printed = seen.printed_text()
    assert SAYS["strata.mine"] in printed
    for option, share in (
        ("Back-up prescription", "190 of 1,000"),
        ("straight away", "150 of 1,000"),
    ):
        assert option in printed
        assert share in printed.partition(TABLE)[0]
        assert share in printed.partition(TABLE)[2]


def test_paper_has_the_rows_in_the_persons_order(site: Site, visit: Visitor) -> None:
    seen = visit(site.aid_address(EARS))
    say(seen.page, {"values.fewer-side-effects": "7"})
    # What writes it is fetched when a person begins; what is said after that is on paper too.
    expect(go_to(seen.page, "side-by-side")).to_contain_text("you said 7 out of 10")
    go_to(seen.page, "values")
    say(seen.page, {"values.fewer-side-effects": "8"})
    rows = seen.printed_text().partition(TABLE)[2]
    assert "you said 8 out of 10" in rows
    assert rows.index("Being sick") < rows.index("Still in pain after 24 hours")


def test_own_words_have_a_row_and_clearing_leaves_none_of_them(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    go_to(page, "side-by-side")
    expect(page.locator("[data-own-row]")).to_be_hidden()
    go_to(page, "values").locator("[name=what_matters]").fill(f"{OWN_WORDS}\nAnd a second line.")
    row = go_to(page, "side-by-side").locator("[data-own-row]")
    expect(row.locator("th")).to_contain_text(OWN_WORDS)
    expect(row).not_to_contain_text("second line")
    expect(row.locator("td").first).to_contain_text("Ask about this")
    go_to(page, "now")
    page.locator("[data-clear]").filter(visible=True).last.click()
    page.get_by_role("button", name="Yes, clear them").click()
    expect(page.locator("[name=what_matters]")).to_have_value("")
    assert "fuss" not in page.content()


def test_without_script_the_table_stands_in_the_authors_order(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS), java_script_enabled=False).page
    assert names(page) == [row.id for row in table(site, EARS).rows]
    expect(page.locator("[data-orders]")).to_be_hidden()
    expect(page.locator("[data-own-row]")).to_be_hidden()
    expect(page.locator(".strata [data-stratum]").filter(visible=True)).to_have_count(4)


def test_a_sensitive_answer_is_handed_over_only_when_its_box_is_ticked(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(KNEE)).page
    walk = Walk(page, Answers(site.aids[KNEE]))
    question = next(each for each in walk.answers.choices if each.sensitive)
    chosen = question.items[1]
    say(page, {f"values.{question.id}": chosen.id})
    # What is not shared may be named there, and what was answered is not.
    assert f"{question.title}: {chosen.text}" not in words_of(go_to(page, "summary"))
    box = go_to(page, "values").locator(f'[name="share.{question.id}"]')
    expect(box).not_to_be_checked()
    box.check()
    expect(page.locator("#summary")).not_to_be_visible()
    assert f"{question.title}: {chosen.text}" in words_of(go_to(page, "summary"))
    values = go_to(page, "values")
    values.get_by_role("button", name=f"Clear this answer: {question.title}").click()
    expect(box).not_to_be_checked()
    assert question.title not in words_of(go_to(page, "summary"))
