"""A form that was filled in on paper is typed in by keyboard alone, and gives the record that the screen gives."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from decisionaid.model.record import Record
from decisionaid.record.token import TokenRead, record_in_token
from tests.browser.conftest import Visitor
from tests.browser.figures_read import bare
from tests.browser.site_fixtures import Site
from tests.browser.walk import open_ways
from tests.our_aids import SLUGS

pytestmark = pytest.mark.long

MOST_PRESSES: Final = 3
"""Key presses that an answer may cost; own words cost one for each letter."""

# Of the form on paper: each question by the number beside it, and each answer by its letter.
FORM: Final = """() => [...document.querySelectorAll("form [data-n]")].map((marked) => {
  const root = marked.closest("fieldset, label");
  const controls = [...root.querySelectorAll("[name]:not([data-share])")];
  const ticks = controls.filter(({ type }) => type === "radio" || type === "checkbox");
  return {
    n: marked.dataset.n,
    name: controls[0].name,
    kind: { radio: "one", checkbox: "many", hidden: "order" }[controls[0].type] ?? "text",
    marks: ticks.map((each) => [each.closest("label").dataset.k ?? each.value, each.value]),
    items: [...root.querySelectorAll("[data-item][data-k]")].map((each) => [each.dataset.k, each.dataset.item]),
  };
})"""
STATES: Final = ("unsure", "not_applicable", "prefer_not_to_say")
PUT: Final = """(answers) => {
  for (const [name, values] of answers) {
    for (const control of document.querySelectorAll(`form [name="${name}"]`)) {
      if (control.type === "radio" || control.type === "checkbox") {
        if (!values.includes(control.value)) continue;
        control.checked = true;
      } else control.value = values[0];
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}"""


@dataclass
class Filled:
    """What stands on a paper form: what the screen is told, and the keys for it."""

    screen: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """By the number of the question; Enter is not among them."""
    answers: dict[str, int] = field(default_factory=dict)
    """How many answers the keys of a question are."""


def filled(form: Sequence[Mapping[str, Any]], turn: int) -> Filled:
    """Fill in a form so that each kind of question has each kind of answer in one of some turns."""
    made = Filled()
    for at, asked in enumerate(form):
        name, number, marks = asked["name"], asked["n"], asked["marks"]
        answers = [each for each in marks if each[1] not in STATES]
        states = [each for each in marks if each[1] in STATES]
        made.answers[number] = 1
        if name == "filled_in_by.role":
            answers, states = [answers[1 + turn % 2]], []
        match asked["kind"]:
            case "one":
                turns = [answers[(at + turn) % len(answers)], *states, answers[-1], None, answers[0]]
                chosen = turns[(at + turn) % len(turns)] if len(answers) > 1 else answers[0]
                if chosen:
                    made.keys[number] = chosen[0]
                    made.screen[name] = [chosen[1]]
            case "many":
                ticked = answers[turn % 2 :: 2]
                made.keys[number] = "".join(key for key, _ in ticked)
                made.answers[number] = len(ticked)
                made.screen.setdefault(name, []).extend(value for _, value in ticked)
            case "order":
                if turn % 3 == 2:
                    made.keys[number] = states[0][0]
                    made.screen[f"{name}.state"] = [states[0][1]]
                else:
                    order = asked["items"][::-1][: None if turn % 3 == 0 else 2]
                    made.keys[number] = "".join(key for key, _ in order)
                    made.answers[number] = len(order)
                    made.screen[name] = [",".join(value for _, value in order)]
            case "text":
                if name not in ("concern.4", "concern.5"):
                    words = f"Words, for {name} & me; 2 of them"
                    made.keys[number] = words
                    made.screen[name] = [words]
    for name in ("concern.4.rating", "concern.5.rating"):
        made.screen.pop(name, None)
    for asked in form:
        if asked["name"] in ("concern.4.rating", "concern.5.rating"):
            made.keys.pop(asked["n"], None)
    return made


def on_screen(site: Site, slug: str, visit: Visitor, made: Filled) -> dict[str, Any]:
    """Return the record that the aid's own page gives."""
    page = visit(site.aid_address(slug), accept_downloads=True).page
    shares = page.locator("[data-share]").evaluate_all("(all) => all.map(({ name }) => name)")
    given = [*made.screen.items(), *((name, ["yes"]) for name in shares)]
    page.evaluate(PUT, given)
    page.goto(f"{site.aid_address(slug)}#summary")
    open_ways(page)
    with page.expect_download() as download:
        page.locator("[data-save-file]").filter(visible=True).click()
    text = download.value.path().read_text("utf-8")
    record: dict[str, Any] = json.loads(
        text.partition('id="decisionaid-record">')[2].partition("</script>")[0].replace("\n", "")
    )
    return record


def type_in(page: Page, made: Filled) -> Mapping[str, int]:
    """Type in a form from its head to its end; return the key presses for each question."""
    presses: dict[str, int] = {}
    page.locator("#typed-by").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    for _ in range(page.locator(".typing-row").count()):
        at = page.evaluate("() => document.activeElement.id").removeprefix("typed-")
        keys = made.keys.get(at, "")
        page.keyboard.type(keys)
        page.keyboard.press("Enter")
        presses[at] = len(keys) + 1
    expect(page.locator("#typing-review")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".typing-after h2")).to_be_focused()
    return presses


def make_record(page: Page) -> dict[str, Any]:
    """Make the record by keyboard, and return the one in the file that is saved."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#typing-save")).to_be_visible()
    page.locator("#typing-save").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    text = download.value.path().read_text("utf-8")
    record: dict[str, Any] = json.loads(
        text.partition('id="decisionaid-record">')[2].partition("</script>")[0].replace("\n", "")
    )
    return record


def said(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without what names it and where it came from; on paper nothing is pointed out."""
    left = ("id", "rev", "created", "updated", "day", "crc32", "paper", "noted")
    return {name: part for name, part in record.items() if name not in left}


@pytest.mark.parametrize("turn", range(5))
@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_typed_in_is_the_record_that_the_screen_gives(
    slug: str, turn: int, site: Site, visit: Visitor
) -> None:
    form = visit(site.aid_address(slug), java_script_enabled=False).page.evaluate(FORM)
    made = filled(form, turn)
    seen = visit(f"{site.aid_address(slug)}from-paper.html", width=1280, accept_downloads=True)
    presses = type_in(seen.page, made)
    kinds = {each["n"]: each["kind"] for each in form}
    assert list(presses) == [each["n"] for each in form]
    dear = {
        n: count
        for n, count in presses.items()
        if kinds[n] != "text" and count > MOST_PRESSES * max(made.answers[n], 1)
    }
    assert dear == {}
    record = make_record(seen.page)
    assert said(record) == said(on_screen(site, slug, visit, made))
    assert record["paper"] == {
        "typed_by": "receptionist", "words": "", "written": "", "unclear": [],
    }  # fmt: skip
    Record.model_validate_json(json.dumps(record))
    assert seen.complaints == []
