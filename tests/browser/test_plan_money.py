"""Money in a plan: typed by keyboard, summed to the penny, on a side of its own, and last time beside today."""

import json
import random
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.text import plan_record_text
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of, spaced_faults
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.two_people import open_plan, plan_file
from tests.browser.visit import Visit, comes_to, sheets_of, words_of
from tests.english import script_texts
from tests.plans import plan_data, plan_named

SAYS = script_texts("plan")

VISIT = "2027-05-03T10:00:00"
"""On the device of a clinic, at the day on which the money of the example is looked at again."""
NO_PRINTER = "() => { window.print = () => undefined; }"
FOLD = "[data-fold=money]"
LEAVE = """() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }))"""
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>\u202e{amount}%s'


@pytest.fixture
def money(site: Site, visit: Visitor) -> Visit:
    """Look at the page of a plan in a wide window, which prints nothing."""
    seen = visit(f"{site.address}plan/", width=1280, height=800)
    seen.page.evaluate(NO_PRINTER)
    seen.page.clock.set_fixed_time(VISIT)
    # To the page much time has gone by: somebody is there.
    seen.page.locator("h1").click()
    return seen


def begin(page: Page, name: str = "budget") -> None:
    """Open a plan and begin a visit: the person is here, and types."""
    open_plan(page, name)
    start(page)


def start(page: Page) -> None:
    """Say that the person is here, and types."""
    page.locator(".answer", has_text="Me").first.click()
    page.locator("#here-typed").select_option(label="Me")
    page.locator("[data-begin]").click()


def open_fold(page: Page, name: str = "money") -> None:
    """Unfold a fold."""
    page.locator(f"#{name}-fold").click()
    expect(page.locator(f"[data-fold={name}]")).to_have_attribute("open", "")


def begin_money(page: Page, state: str = "Proposed") -> None:
    """Begin money in a plan that has none."""
    open_fold(page)
    page.locator("#f-money-state").select_option(label=state)
    page.locator("[data-money-begin]").click()
    expect(page.locator("#f-money-amount")).to_be_visible()


def put(page: Page, field: str, words: str) -> None:
    """Fill a field in and leave it."""
    page.locator(f"#f-money-{field}").fill(words)
    page.locator(f"#f-money-{field}").blur()


def add_line(page: Page, what: str, each: str, times: str) -> None:
    """Add a line."""
    more = page.get_by_role("button", name="Add another line")
    if more.count():
        more.click()
    for name, words in (("what", what), ("each", each), ("times", times)):
        put(page, f"new-{name}", words)
    page.locator("[data-money-add]").click()


def saved(page: Page) -> Plan:
    """Return the plan in the file that the page saves, which has to be sound."""
    with page.expect_download() as found:
        page.locator("[data-save]").first.click()
    read = read_plan(Path(found.value.path()).read_text("utf-8"))
    assert isinstance(read, PlanRead), read
    assert (read.left, read.is_altered) == ((), False)
    return read.plan


def budget_of(page: Page) -> Budget:
    """Return the last budget of what the page saves."""
    return saved(page).budgets[-1]


def in_words(pence: int) -> str:
    """Return a sum as the page shows it, by Python's own reckoning."""
    return f"£{pence // 100:,}.{pence % 100:02}"


def test_who_has_no_money_sees_one_closed_line(money: Visit) -> None:
    begin(money.page, "knee-agreed")
    fold = money.page.locator(FOLD)
    expect(fold).not_to_have_attribute("open", "")
    box = fold.bounding_box()
    assert box is not None
    assert box["height"] <= 60
    assert "Money" not in (money.page.locator("#paper").text_content() or "")
    open_fold(money.page)
    assert fold.locator("input, textarea").count() == 0
    assert fold.locator("select").evaluate_all("all => all.map((one) => one.value)") == [""]


def test_a_budget_by_keyboard_alone(money: Visit) -> None:
    page = money.page
    begin(page, "knee-agreed")
    keys = page.keyboard
    page.locator("#money-fold").focus()
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Prop")
    expect(page.locator("#f-money-state")).to_be_focused()
    expect(page.locator("#f-money-state")).to_have_value("proposed")
    keys.press("Tab")
    keys.press("Enter")
    expect(page.locator("#f-money-amount")).to_be_focused()
    keys.type("£50")
    for _ in range(30):
        if page.locator("#f-money-new-what").evaluate("one => one === document.activeElement"):
            break
        keys.press("Tab")
    for words in ("Pool pass", "18,75", "2"):
        keys.type(words)
        keys.press("Tab")
    keys.type("once a month")
    keys.press("Tab")
    keys.type("Walk")
    keys.press("Tab")
    keys.type("Example pool")
    keys.press("Tab")
    keys.type("held by the")
    keys.press("Tab")
    keys.press("Enter")
    expect(page.locator("#f-money-new-what")).to_be_focused()
    expect(page.locator("#f-money-new-what")).to_have_value("")
    expect(page.locator("#money-sum")).to_contain_text("There is £50.00. Left: £12.50.")
    budget = budget_of(page)
    (line,) = budget.lines
    assert (line.what, line.each, line.times, line.often) == ("Pool pass", 1875, 2, "once a month")
    assert (line.goal, line.supplier, line.held) == ("school", "Example pool", "notional")
    assert (budget.state, budget.amount, budget.left) == ("proposed", 5000, 1250)
    assert money.complaints == []


def test_sums_are_exact_to_the_penny(money: Visit) -> None:
    page, chance = money.page, random.Random(15)  # noqa: S311 - the same lines on every run
    begin(page, "knee-agreed")
    begin_money(page)
    lines: list[tuple[int, int]] = []
    for n in range(14):
        each = chance.choice((1, 9, 10, 99, 101, 1999, chance.randrange(1_000_000)))
        times = chance.choice((1, 3, 7, 52, chance.randrange(1, 400)))
        sign = chance.choice((".", ","))
        typed = f"{chance.choice(('', '£', '£ '))}{each // 100}{sign}{each % 100:02}"
        add_line(page, f"Line {n}", typed, str(times))
        lines.append((each, times))
    aside, all_lines = 12345, sum(each * times for each, times in lines)
    put(page, "aside", "123.45")
    amount = all_lines + aside - 1
    put(page, "amount", f"{amount // 100}.{amount % 100:02}")
    sums = page.locator("#money-sum")
    expect(sums).to_contain_text(f"In all: {in_words(all_lines + aside)}.")
    expect(sums).to_contain_text(f"There is {in_words(amount)}. That is £0.01 too little.")
    shown = page.locator(".money-line .money-together").all_inner_texts()
    assert shown == [in_words(each * times) for each, times in lines]
    budget = budget_of(page)
    assert [(line.each, line.times) for line in budget.lines] == lines
    assert (budget.spent, budget.left) == (all_lines + aside, -1)
    assert f"planned GBP {in_words(budget.spent)[1:].replace(',', '')}" in plan_record_text(
        saved(page)
    )


def test_what_is_over_has_no_colour_of_its_own(money: Visit) -> None:
    begin(money.page)
    open_fold(money.page)
    sums = money.page.locator("#money-sum p").last
    colour = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    before = sums.evaluate(colour)
    put(money.page, "amount", "1")
    expect(sums).to_contain_text("too little")
    assert sums.evaluate(colour) == before


NO_MONEY = "This cannot be read as money. Write it such as 18, 18.75 or 3,185.50."
STILL = "Until this is put right, £3,185.50 counts."
TWO_WAYS = "{0} can be read in two ways. If it is thousands, write {1}. If not, write two figures for the pence."
OTHER_MONEY = (
    "This money is in pounds. Sums in other money are not put beside it. Write the sum in pounds."
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((typed, NO_MONEY) for typed in ("18.7", "١٢", HOSTILE[:40])),
        *(
            pytest.param(typed, NO_MONEY, marks=pytest.mark.soak)
            for typed in ("abc", "1e3", "£", "99999999", "-5")
        ),
        ("18.755", TWO_WAYS.format("18.755", "18755")),
        pytest.param("3,185", TWO_WAYS.format("3,185", "3185"), marks=pytest.mark.soak),
        ("£3,185", TWO_WAYS.format("£3,185", "3185")),
        ("€18", OTHER_MONEY),
        pytest.param("18 EUR", OTHER_MONEY, marks=pytest.mark.soak),
    ],
)
def test_money_that_cannot_be_read_stays_and_is_told_at_its_field(
    typed: str, said: str, money: Visit
) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    field = page.locator("#f-money-amount")
    put(page, "amount", typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        f"Leave it empty if nobody knows yet. {said} {STILL}"
    )
    # What is drawn anew keeps it, and the plan keeps the sum that it had.
    page.locator("#f-money-helper").select_option(label="Me")
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#money-sum")).to_contain_text("There is £3,185.50.")
    assert page.locator(f"{FOLD} img, {FOLD} script").count() == 0
    assert budget_of(page).amount == 318_550
    comes_to(page, LEAVE, expected=True)
    put(page, "amount", "£18")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    assert budget_of(page).amount == 1800
    comes_to(page, LEAVE, expected=False)
    assert money.complaints == []


@pytest.mark.parametrize(
    "typed",
    by_turns(
        ["3,185.50", "£3,185.50", "3185,50", "3.185,50", "3 185.50", "3185.50 GBP"],
        begin=1,
        at_once=3,
    ),
)
def test_money_is_read_as_people_type_it(typed: str, money: Visit) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    put(page, "amount", "1")
    assert budget_of(page).amount == 100
    put(page, "amount", typed)
    expect(page.locator("#f-money-amount")).not_to_have_attribute("aria-invalid", "true")
    assert budget_of(page).amount == 318_550
    expect(page.locator("#money-sum")).to_contain_text("There is £3,185.50.")
    assert money.complaints == []


def test_a_line_without_its_figures_is_none_and_keeps_what_was_typed(money: Visit) -> None:
    page = money.page
    begin(page, "knee-agreed")
    begin_money(page)
    page.locator("[data-money-add]").click()
    expect(page.locator("#f-money-new-what")).to_be_focused()
    put(page, "new-what", "Taxi")
    page.locator("[data-money-add]").click()
    expect(page.locator("#f-money-new-each")).to_be_focused()
    expect(page.locator("#f-money-new-each-wrong")).to_contain_text("such as 18, 18.75")
    put(page, "new-each", "9.4")
    put(page, "new-times", "0")
    page.locator("#f-money-new-held").select_option(label="paid to me")
    page.locator("[data-money-add]").click()
    put(page, "new-each", "9.40")
    page.locator("[data-money-add]").click()
    expect(page.locator("#f-money-new-times")).to_be_focused()
    page.locator("#f-money-helper").select_option(label="Me")
    expect(page.locator("#f-money-new-what")).to_have_value("Taxi")
    expect(page.locator("#f-money-new-times")).to_have_value("0")
    expect(page.locator("#f-money-new-held")).to_have_value("direct_payment")
    put(page, "new-times", "40")
    page.locator("[data-money-add]").click()
    (line,) = budget_of(page).lines
    assert (line.what, line.pence, line.held) == ("Taxi", 37_600, "direct_payment")


def test_a_press_counts_while_what_is_said_at_a_field_comes_or_goes(money: Visit) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    page.get_by_role("button", name="Add another line").click()
    for name, words in (("what", "Taxi"), ("each", "8.50"), ("times", "48 times")):
        put(page, f"new-{name}", words)
    wrong = page.locator("#f-money-new-times-wrong")
    expect(wrong).to_have_text(SAYS["money.wrong_times"])
    # The field is put right and left by the press itself: what is said of it goes only behind that.
    page.locator("#f-money-new-times").fill("48")
    page.locator("[data-money-add]").click()
    expect(page.locator(".money-line", has_text="48 times")).to_have_count(1)
    expect(page.locator("#f-money-new-what")).to_have_value("")
    # And what is said comes behind the press too.
    before = len(budget_of(page).lines)
    for name, words in (("what", "Bus"), ("each", "2.50"), ("times", "9")):
        put(page, f"new-{name}", words)
    page.locator("#f-money-amount").fill("a lot")
    page.locator("[data-money-add]").click()
    expect(page.locator(".money-line", has_text="Bus")).to_have_count(1)
    expect(page.locator("#f-money-amount-wrong")).to_contain_text(STILL)
    assert len(budget_of(page).lines) == before + 1
    assert money.complaints == []


def test_which_figure_counts_while_another_is_refused_is_said(money: Visit) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    page.locator(".money-line", has_text="Pool pass").get_by_role("button").first.click()
    lines = page.locator(".money-line:has(.money-fields)")
    for label, typed, says in (
        (SAYS["money.times"], "12 times", "Until this is put right, 12 times count."),
        ("What it costs each time", "24,9", "Until this is put right, £24.95 counts."),
        ("What it costs each time", "", "Until this is put right, £24.95 counts."),
    ):
        field = lines.get_by_label(label).first
        field.fill(typed)
        field.blur()
        expect(lines).to_contain_text(says)
    put(page, "aside", "about 20")
    expect(page.locator("#f-money-aside-wrong")).to_contain_text("£250.00 counts.")
    # Where none counts nothing is said of one.
    put(page, "amount", "")
    put(page, "amount", "a lot")
    assert "Until" not in page.locator("#f-money-amount-wrong").inner_text()


def test_money_that_was_refused_is_told_as_that_with_the_reason(money: Visit) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    reason = page.locator("#f-money-why_refused")
    expect(reason).to_be_hidden()
    page.locator("#f-money-state").select_option(label="Refused")
    expect(page.locator("#money-sum")).to_contain_text(
        "This money was refused. It would have been £3,185.50."
    )
    expect(page.locator("#money-fold")).to_contain_text("Refused")
    paper = page.locator("#paper .copy-money")
    expect(paper).to_contain_text("Why it was refused: No reason is written here.")
    reason.fill("No place was free")
    reason.blur()
    made = saved(page)
    assert made.budgets[-1].why_refused == "No place was free"
    assert "MONEY: refused, GBP 3185.50 not given" in plan_record_text(made)
    for shown in (page.locator(FOLD), page.locator("#paper .copy-money")):
        words = " ".join(shown.all_text_contents())
        assert "There is" not in words
        assert "Left:" not in words
    expect(paper).to_contain_text("Why it was refused: No place was free")
    expect(paper).to_contain_text("It would have been £3,185.50.")
    expect(paper).to_contain_text("Sign-off: Nobody signed for it.")
    page.locator("#f-money-state").select_option(label="Ended")
    expect(reason).to_be_hidden()
    expect(paper).to_contain_text("There was £3,185.50. Left: ")
    assert money.complaints == []


def test_what_is_not_covered_has_its_reason(money: Visit) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    put(page, "not", "A heated pool at home")
    page.locator("[data-not-add]").click()
    expect(page.locator("#f-money-why")).to_be_focused()
    expect(page.locator("#f-money-why-wrong")).to_contain_text("If nobody gave a reason")
    put(page, "why", "Not part of care")
    page.locator("[data-not-add]").click()
    assert budget_of(page).not_funded == (
        "The swimming costume: everyday costs are not covered",
        "A heated pool at home: Not part of care",
    )


def test_another_sum_than_was_signed_for_is_not_signed(money: Visit) -> None:
    page = money.page
    begin(page)
    open_fold(page)
    page.locator("#f-money-state").select_option(label="Agreed")
    names = page.locator("#f-money-signed option").all_inner_texts()
    assert not {"Me", "My partner"} & set(names)
    # Who comes with the person cannot have signed; of who was named by their job alone it is said now.
    for job in ("my partner", "ICB sign-off lead"):
        page.locator("#f-money-signed").select_option(label=SAYS["who.new"])
        page.locator("#f-money-signed-job").fill(job)
        page.locator("#f-money-signed-job").blur()
        if job == "my partner":
            expect(page.locator("#f-money-signed-job-wrong")).to_have_text(SAYS["who.not_theirs"])
    expect(page.locator("#f-money-signed")).to_have_value("icb")
    page.locator("#f-money-signed-on").fill("2027-05-03")
    page.locator("#f-money-signed-on").blur()
    assert budget_of(page).signed_by == "icb"
    page.locator(".money-line", has_text="Pool pass").get_by_role("button").first.click()
    put(page, "pass-each", "25")
    expect(page.locator(".money-line", has_text="£300.00")).to_be_visible()
    expect(page.locator("#money-unsigned")).to_contain_text("nobody has signed for these")
    expect(page.locator("#f-money-signed")).to_have_value("")
    expect(page.locator("#f-money-state")).to_have_value("proposed")
    first, signed, now = saved(page).budgets
    assert (first.signed_by, signed.signed_by, now.signed_by) == (None, "icb", None)
    assert (signed.state, now.state, now.lines[1].each) == ("agreed", "proposed", 2500)


def test_an_earlier_budget_stands_and_a_review_shows_it_beside_today(money: Visit) -> None:
    page = money.page
    open_plan(page, "budget")
    page.locator("#part-review").click()
    start(page)
    then = page.locator("section[aria-labelledby=look-money] .look-then")
    expect(then).to_contain_text("20 January 2027")
    expect(then).to_contain_text("There is £3,185.50. Left: £322.11.")
    today = page.locator("#money-today")
    expect(today).to_contain_text("Nothing new is said")
    open_fold(page)
    put(page, "aside", "0")
    expect(today).to_contain_text("There is £3,185.50. Left: £572.11.")
    expect(then).to_contain_text("Left: £322.11.")
    before = plan_named("budget").budgets[0]
    made = saved(page).budgets
    assert made[0] == before
    assert (made[1].visit, made[1].set_aside) != (before.visit, before.set_aside)
    assert made[1].lines == before.lines


def test_what_is_open_in_the_money_leads_to_its_field(money: Visit) -> None:
    page = money.page
    begin(page, "knee-agreed")
    begin_money(page, "Agreed")
    add_line(page, "Helper", "18", "2")
    put(page, "amount", "10")
    for words, target in (
        ("more than the amount", "f-money-amount"),
        ("nobody signed", "f-money-signed"),
        ("budget has no review", "f-money-review"),
    ):
        page.locator("#money-fold").click()
        page.locator("[data-rail=open] button", has_text=words).click()
        expect(page.locator(f"#{target}")).to_be_focused()


def test_hostile_words_of_money_are_text_alone(money: Visit) -> None:
    data = plan_data("budget")
    budget = data["budgets"][0]
    for line in budget["lines"]:
        line |= {"what": HOSTILE, "often": HOSTILE, "supplier": HOSTILE}
    budget |= {"not_funded": [HOSTILE * 4] * 12, "conditions": HOSTILE, "appeal": HOSTILE}
    budget["risks"]["words"] = HOSTILE * 7
    page = money.page
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    start(page)
    open_fold(page)
    page.locator(".money-line").first.get_by_role("button").first.click()
    for part in ("visit", "copy", "review"):
        page.locator(f"#part-{part}").click()
        assert page.locator("#plan img, #plan script, #paper img").count() == 0
        assert money.overflow() == 0
    assert money.complaints == []


def test_the_money_is_a_side_of_its_own_behind_the_plan(money: Visit) -> None:
    page = money.page
    begin(page)
    sheets = sheets_of(money)
    first, second = words_of(sheets)
    assert "Pool pass" not in first
    for said in (
        "Money for my care",
        "Helper at the pool",
        "£1,800.00",
        "In all: £2,863.39.",
        "There is £3,185.50. Left: £322.11.",
        "The swimming costume: everyday costs are not covered",
        "If the helper is ill I do not go in the water alone.",
        "Nobody has signed for it yet.",
        "01632 960 050",
        "3 May 2027",
    ):
        assert said in second
    page.locator("#part-copy").click()
    expect(page.locator("#plan .copy-money")).to_contain_text("£1,800.00")
    with page.expect_download() as found:
        page.locator("[data-save]").first.click()
    file = unescape(Path(found.value.path()).read_text("utf-8"))
    assert "There is £3,185.50. Left: £322.11." in file.partition("<main>")[2]


def test_in_large_print_the_money_begins_where_the_plan_ends(money: Visit) -> None:
    begin(money.page)
    money.page.locator("[data-print-large]").click()
    words = words_of(sheets_of(money))
    first = next(n for n, said in enumerate(words) if "Money for my care" in said)
    assert len(words) == 3
    side = words[first]
    assert "Opens a review from paper" in side
    assert side.index("My next review") < side.index("Money for my care")
    assert "There is more on the next sides." in words[0]
    # For which goal is said once above the lines that are for it.
    assert (
        "For: Swim twice a week on my own Helper at the pool (Example Helpers · paid to me)"
        in words[first]
    )
    assert words[first].count("For: Swim twice a week on my own") == 1


def test_a_plan_without_money_is_one_side(money: Visit) -> None:
    data = plan_data("budget")
    del data["budgets"]
    money.page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    start(money.page)
    assert len(sheets_of(money).pages) == 1


def test_goals_that_pull_stand_side_by_side_with_one_place_for_both(money: Visit) -> None:
    page = money.page
    begin(page)
    expect(page.locator("[data-fold=pulls]")).not_to_have_attribute("open", "")
    open_fold(page, "pulls")
    page.locator("#f-pull-one").select_option(index=1)
    page.locator("#f-pull-other").select_option(index=2)
    page.locator("[data-pull]").click()
    place = page.locator("#f-pull-out-words")
    expect(place).to_be_focused()
    boxes = [page.locator(".plan-pulled").nth(n).bounding_box() for n in (0, 1)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] == boxes[1]["y"]
    page.locator("#pulls-fold").click()
    page.locator("[data-rail=open] button", has_text="pulls against").click()
    expect(place).to_be_focused()
    place.fill("Swim first, jars after")
    place.blur()
    expect(page.locator("[data-rail=open]")).not_to_contain_text("pulls against")
    out, hands = saved(page).goals
    assert (out.pulls_against, hands.pulls_against) == (("hands",), ())
    assert out.pull_words is not None
    assert out.pull_words.words == "Swim first, jars after"


def test_two_goals_that_both_mark_the_other_stand_once(money: Visit) -> None:
    data = plan_data("budget")
    data["goals"][0]["pulls_against"], data["goals"][1]["pulls_against"] = ["hands"], ["out"]
    page = money.page
    page.locator("#record-file").set_input_files(plan_file(json.dumps(data)))
    start(page)
    links = page.locator("[data-rail=open] button", has_text="pulls against")
    for n in range(links.count()):
        links.nth(n).click()
        expect(page.locator("#f-pull-out-words")).to_be_focused()
    assert page.locator(".plan-pulled").count() == 2
    assert page.locator("[data-fold=pulls] textarea").count() == 1


@pytest.mark.parametrize("width", by_turns((320, 1280)))
def test_access(width: int, money: Visit) -> None:
    page = money.page
    page.set_viewport_size({"width": width, "height": 800})
    begin(page)
    open_fold(page, "pulls")
    page.locator("#f-pull-one").select_option(index=1)
    page.locator("#f-pull-other").select_option(index=2)
    page.locator("[data-pull]").click()
    open_fold(page)
    put(page, "amount", "12.5")
    page.locator(".money-line").first.get_by_role("button").first.click()
    page.get_by_role("button", name="Add another line").click()
    for part in ("visit", "copy", "review"):
        page.locator(f"#part-{part}").click()
        assert faults_of(money) == []
        assert money.overflow() == 0
        assert spaced_faults(money) == []
