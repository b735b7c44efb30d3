"""Two people at the page of a plan: every press, choice and sign that is typed is counted."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from decisionaid.model.canonical import record_checksum
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.reading import PlanRead, read_plan
from tests.plans import plan_text

MOST_ACTIONS, MOST_TYPED = 35, 200
"""What two people may do and type from a prepared file to a printed complete plan, in ten minutes with a talk."""

DONE = "[data-block=decided] button:has-text('Done')"


def plan_file(text: str, name: str = "my-plan.json", *, is_altered: bool = False) -> FilePayload:
    """Return a text as a file to choose; data that a test wrote has its check number unless it ``is_altered``."""
    if not is_altered and text.startswith('{"'):
        data = json.loads(text)
        if text == json.dumps(data):
            text = json.dumps(data | {"crc32": record_checksum(data)})
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def open_plan(page: Page, name: str = "knee-prepared") -> None:
    """Open one of the plans that tests look at."""
    page.locator("#record-file").set_input_files(plan_file(plan_text(name)))
    expect(page.locator("#begin-title, #plan-title").first).to_be_attached()
    expect(page.locator("html")).to_have_class(has_class("has-plan"))


def saved(page: Page) -> Plan:
    """Return the plan in the file that the page saves, which has to be sound."""
    with page.expect_download() as found:
        page.locator("[data-save]").first.click()
    read = read_plan(Path(found.value.path()).read_text("utf-8"))
    assert isinstance(read, PlanRead)
    assert (read.left, read.is_altered) == ((), False)
    return read.plan


def has_class(name: str) -> re.Pattern[str]:
    """Return a pattern for a class among others."""
    return re.compile(rf"(^|\s){name}(\s|$)")


@dataclass
class TwoPeople:
    """What two people do, counted."""

    page: Page
    actions: int = 0
    typed: int = 0
    goal: str = "school"
    """The id of the goal that was said at home."""
    by_sign: bool = False
    """Whether words are typed sign by sign, which takes ten times as long as to put them in at once."""

    def press(self, target: Locator) -> None:
        """Press a button, or tick an answer."""
        target.click()
        self.actions += 1

    def choose(self, target: Locator, *, label: str = "", index: int | None = None) -> None:
        """Choose out of a list: opening it and choosing counts as one."""
        if index is None:
            target.select_option(label=label)
        else:
            target.select_option(index=index)
        self.actions += 1

    def type(self, target: Locator, words: str) -> None:
        """Go to a field and type."""
        target.click()
        if self.by_sign:
            target.press_sequentially(words)
        else:
            target.fill(words)
        # Going on to the next field is that field's press.
        target.blur()
        self.actions += 1
        self.typed += len(words)

    def begin(self) -> None:
        """Say who is here: the person, their daughter, a GP who types."""
        page = self.page
        self.press(page.locator(".answer", has_text="Me"))
        self.press(page.locator(".answer", has_text="My daughter"))
        self.type(page.locator("#here-job"), "GP")
        self.choose(page.locator("#here-role"), index=1)
        self.press(page.get_by_role("button", name="Add", exact=True))
        self.choose(page.locator("#here-typed"), label="GP")
        self.press(page.locator("[data-begin]"))
        expect(page.locator("[data-block=matters]")).to_be_visible()
        for sign in page.locator("#signs-ticked li").all():
            self.choose(sign.get_by_label("Who says it?"), label="GP")
            self.type(sign.get_by_label("What was said of it"), "Seen: cool")

    def decide(self) -> None:
        """Decide for exercise, for a reason, together with the GP."""
        page = self.page
        self.press(page.locator(".answer", has_text="Exercise and weight management"))
        self.type(page.get_by_label("Because, in my words"), "Without an operation first")
        self.press(page.locator("[data-block=decided] .answer", has_text="GP"))
        self.press(page.locator(DONE))

    def plan(self) -> None:
        """Say by when and how sure, take two examples, and who does each by when."""
        page = self.page
        self.choose(page.locator(f"#f-goal-{self.goal}-when"), index=4)
        self.choose(page.locator(f"#f-goal-{self.goal}-sure"), label="6")
        self.press(page.locator("[data-add=examples]"))
        self.press(page.get_by_role("button", name="Choose two days a week to train"))
        self.press(page.get_by_role("button", name="Show me which exercises to do"))
        rows = page.locator(".plan-row")
        self.choose(rows.nth(0).get_by_label("Who", exact=True), label="Me")
        self.choose(rows.nth(0).get_by_label("By when"), index=1)
        self.choose(rows.nth(1).get_by_label("Who", exact=True), label="Somebody else")
        self.type(rows.nth(1).get_by_label("What they are to me"), "physiotherapist")
        expect(rows.nth(1).locator(".plan-tell")).to_be_visible()
        self.choose(rows.nth(1).get_by_label("By when"), index=2)
        self.choose(rows.nth(1).locator(".plan-tell select"), label="GP")

    def end(self) -> None:
        """Say what to do if it gets worse, when to look again, and that this is the plan; print it."""
        page = self.page
        self.type(page.get_by_label("What I notice"), "I cannot sleep for three nights")
        self.type(page.get_by_label("Who I call"), "The surgery, 01632 960 001")
        self.choose(page.locator("#f-review-when"), index=1)
        self.choose(page.locator("#f-review-lead"), label="Physiotherapist")
        self.press(page.locator(".plan-agreed .answer").first)
        self.press(page.locator("#print-copy"))

    def all_of_it(self) -> None:
        """From a prepared file to a printed plan."""
        open_plan(self.page)
        self.actions += 1
        self.visit()

    def visit(self) -> None:
        """From an open file to a printed plan."""
        self.begin()
        self.decide()
        self.plan()
        self.end()

    def begin_review(self, with_whom: str) -> None:
        """Begin a visit to look again, with somebody whom the plan names."""
        page = self.page
        self.press(page.locator("#part-review"))
        self.press(page.locator(".answer", has_text="Me").first)
        self.press(page.locator(".answer", has_text=with_whom))
        # Who was named by their job alone: what they are is said now.
        for role in page.locator("[id^=here-role-]").all():
            self.choose(role, index=1)
        self.choose(page.locator("#here-typed"), label="Me")
        self.press(page.locator("[data-begin]"))

    def review(self, with_whom: str) -> None:
        """Look again at what was planned, with somebody whom the plan names."""
        page = self.page
        self.begin_review(with_whom)
        self.press(page.locator(".look-today .answer", has_text="Part of the way"))
        self.type(page.get_by_label("How it went, in my words"), "To the school gate.")
        self.choose(page.get_by_label("How it stands").first, label="I am doing it")
        self.type(page.locator("#f-learnt"), "Resting at the bench")
        self.press(page.locator("section[aria-labelledby=look-learnt] .plan-add button"))
        self.choose(page.locator("#f-review-when"), index=1)
        self.choose(page.locator("#f-review-lead"), label=with_whom[0].upper() + with_whom[1:])
        self.press(page.locator(".plan-agreed .answer").first)


class ByKeys(TwoPeople):
    """The same with Tab, arrows, Space, Enter and letters alone."""

    def press(self, target: Locator) -> None:
        """Go to a button and press it, or to an answer and give it."""
        control = target.locator("input") if target.locator("input").count() else target
        kind = control.get_attribute("type") if control is not target else "button"
        if kind == "radio":
            self._give(control)
        else:
            tab_to(self.page, control)
            self.page.keyboard.press("Space" if kind == "checkbox" else "Enter")
        self.actions += 1

    def _give(self, radio: Locator) -> None:
        """Answer in a group, which is one stop of the key Tab."""
        name = radio.get_attribute("name")
        for _ in range(MOST_STOPS):
            if self.page.evaluate("() => document.activeElement.name") == name:
                break
            self.page.keyboard.press("Tab")
        if radio.evaluate(HAS_FOCUS):
            self.page.keyboard.press("Space")
        else:
            self.page.keyboard.press("ArrowDown")

    def choose(self, target: Locator, *, label: str = "", index: int | None = None) -> None:
        """Choose out of a list with arrows, or with the first letter of what is wanted."""
        tab_to(self.page, target)
        if index is None:
            self.page.keyboard.press(label[0])
        else:
            for _ in range(index - target.evaluate("(one) => one.selectedIndex")):
                self.page.keyboard.press("ArrowDown")
        self.actions += 1

    def type(self, target: Locator, words: str) -> None:
        """Go to a field and type."""
        tab_to(self.page, target)
        self.page.keyboard.type(words)
        self.page.keyboard.press("Tab")
        self.actions += 1
        self.typed += len(words)


MOST_STOPS = 200
HAS_FOCUS = "(one) => one === document.activeElement"


def tab_to(page: Page, target: Locator) -> None:
    """Go on with the key Tab to an element, and no further."""
    for _ in range(MOST_STOPS):
        if target.evaluate(HAS_FOCUS):
            return
        page.keyboard.press("Tab")
    raise AssertionError(str(target))
