"""What the answers mean, as the page says it: the facts of each option, and what is not settled."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.browser.test_side_by_side import go_to, say
from tests.english import script_texts
from tests.our_aids import CARPAL, EARS, KNEE, SLUGS, STATINS
from tests.render.test_implied_rows import implied

SAYS = script_texts("aid")
# The marks and the names as the scripts find them: label, figures, where options stand.
READ = """(rows) => rows.map((row) => {
  const part = (name) => row.querySelector(`th [data-${name}]`)?.textContent.trim() ?? "";
  const label = row.querySelector("th").firstChild.textContent.trim();
  return {
    about: row.dataset.about.split(" "),
    label: part("time") ? `${label}, ${part("time")}` : label,
    frame: part("frame"),
    cells: [...row.querySelectorAll("td")].map((cell) => ({
      figure: row.classList.contains("of-outcome") ? cell.lastElementChild.firstChild.textContent : "",
      stands: cell.dataset.stands ?? "unsaid",
    })),
  };
})"""


def part(page: Page) -> Locator:
    """Return the part under the table."""
    return page.locator("#side-by-side .implications")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_has_the_rows_that_the_scripts_are_tried_on(
    slug: str, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(slug)).page
    read = page.locator("#side-by-side tr[data-about]").evaluate_all(READ)
    rows = implied(site.aids[slug])["rows"]
    assert isinstance(rows, list)
    expected = [{**each, "about": list(each["about"])} for each in rows]
    for each in expected:
        del each["mostIs"]
    assert read == expected


def test_nothing_answered_says_what_will_stand_there_and_no_more(
    site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(EARS)).page
    step = go_to(page, "side-by-side")
    expect(step).to_contain_text(
        "Here you see what each option does for what you say matters to you."
    )
    expect(part(page)).to_be_hidden()
    expect(step.locator(".stands").filter(visible=True)).to_have_count(0)


def test_each_option_has_its_facts_in_the_options_order(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS)).page
    say(
        page,
        {
            "values.less-pain": "9",
            "values.fewer-side-effects": "4",
            "values.clear-ears": "unsure",
            "values.calm-days": "not_applicable",
        },
    )
    step = go_to(page, "side-by-side")
    names = [option.name for option in site.aids[EARS].options]
    expect(part(page).locator("h3")).to_have_text(names)
    most, unsaid = SAYS["stands.most"], SAYS["stands.unsaid"]
    expect(part(page).locator("h3 + *")).to_contain_text([most, unsaid, most])
    expect(part(page)).to_contain_text("You are not sure: Clear ears later on")
    expect(part(page)).to_contain_text("Does not apply to you: Calm days and nights")
    expect(part(page)).to_contain_text("Not answered: Waiting or starting")
    side_effects = step.locator('tr[data-about="side-effects"] td')
    expect(side_effects.locator(".stands")).to_have_text(
        ["○ " + SAYS["stands.fewest"], "● " + most]
    )
    # A changed answer changes the words, and what was typed elsewhere stays.
    page.locator("[name=what_matters]").evaluate("area => area.value = 'My own words'")
    page.locator("[name=what_matters]").dispatch_event("input")
    say(page, {"values.less-pain": "1"})
    expect(part(page)).to_contain_text("What matters most to you: Fewer side effects.")
    expect(page.locator("[name=what_matters]")).to_have_value("My own words")


def test_what_is_not_settled_stands_above_the_table(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(STATINS)).page
    say(page, {"values.avoid-cvd": "7", "values.avoid-diabetes": "7"})
    unsettled = go_to(page, "side-by-side").locator(".unsettled")
    expect(unsettled).to_contain_text("Not settled yet: you said 7 out of 10")
    say(page, {"values.avoid-diabetes": "6"})
    expect(unsettled).to_be_empty()
    page = visit(site.aid_address(CARPAL)).page
    say(page, {"values.operation-or-not": "-2", "values.splint-or-needle": "-1"})
    unsettled = go_to(page, "side-by-side").locator(".unsettled")
    expect(unsettled).to_contain_text("point to different options")


def test_unsure_of_all_is_said_and_nothing_else(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(STATINS)).page
    asked = site.aids[STATINS].values_questions
    say(page, {f"values.{each.id}": "unsure" for each in asked})
    go_to(page, "side-by-side")
    titles = "; ".join(each.title for each in asked if not each.sensitive)
    expect(part(page)).to_have_text(f"You are not sure: {titles}")


@pytest.mark.parametrize(
    ("place", "option", "other"),
    [("-2", "exercise-weight", "knee-replacement"), ("2", "knee-replacement", "exercise-weight")],
)
def test_a_leaning_against_an_answer_is_pointed_at_both_ways_round(
    place: str, option: str, other: str, site: Site, visit: Visitor
) -> None:
    page = visit(site.aid_address(KNEE)).page
    say(page, {"values.operation-or-not": place})
    go_to(page, "now")
    tension = page.locator("#now .tension")
    expect(tension).to_be_hidden()
    say(page, {"leaning": option})
    expect(tension).to_contain_text("On “Operation or no operation” you said:")
    expect(tension.locator("p").last).to_have_text(SAYS["tension.free"])
    expect(page.locator("#status")).to_contain_text(SAYS["tension.free"])
    for settled in (other, "unsure", "prefer_not_to_say"):
        say(page, {"leaning": settled})
        expect(tension).to_be_hidden()


def test_a_leaning_that_does_least_for_what_is_highest_has_its_fact(
    site: Site, visit: Visitor
) -> None:
    seen = visit(site.aid_address(EARS))
    page = seen.page
    say(page, {"values.less-pain": "9", "leaning": "watch"})
    go_to(page, "now")
    tension = page.locator("#now .tension")
    expect(tension).to_contain_text(
        "What matters most to you: Less pain. Still in pain after 2 to 3 days:"
    )
    printed = seen.printed_text()
    assert SAYS["implies.heading"] in printed
    assert SAYS["tension.free"] in printed
    say(page, {"values.less-pain": "2", "values.fewer-side-effects": "9"})
    expect(tension).to_be_hidden()
    say(page, {"leaning": "now"})
    expect(tension).to_contain_text("What matters most to you: Fewer side effects.")


def test_without_scripts_the_table_is_as_it_was(site: Site, visit: Visitor) -> None:
    page = visit(site.aid_address(EARS), java_script_enabled=False).page
    expect(page.locator("#side-by-side .side-table")).to_be_visible()
    expect(part(page)).to_be_hidden()
    expect(page.locator("#now .tension")).to_be_hidden()
