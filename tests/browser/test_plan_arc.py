"""The whole arc for one decision: prepared at home, answers in the aid, the visit, a plan, its review.

Ids and days are the same each time: chance is counted out, and the clock of each device stands still.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from decisionaid.commands.plan import plan as plan_command
from decisionaid.model.plan.plan import Plan
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import is_complete
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.standing import stage_of
from decisionaid.plan.written import plan_data, plan_text
from decisionaid.record.reading import Found, record_in_text
from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.browser.test_prepare import TYPED, fill, fill_by_keys
from tests.browser.two_people import MOST_ACTIONS, MOST_TYPED, ByKeys, TwoPeople, tab_to
from tests.browser.visit import Visit, comes_to
from tests.browser.walk import KeyboardWalk, Walk
from tests.conftest import GOLDEN, Golden
from tests.our_aids import KNEE

pytestmark = pytest.mark.long

HOME, ANSWERS, CLINIC, REVIEW = (
    "2026-11-24T19:10:00Z",
    "2026-11-26T18:30:00Z",
    "2026-12-01T10:00:00Z",
    "2027-03-02T10:00:00Z",
)
"""On the devices: at home twice, in the visit, and three months later."""

CHANCE = """(seed) => {
  let state = seed;
  Object.defineProperty(Crypto.prototype, "getRandomValues", { value: (bytes) => {
    for (let n = 0; n < bytes.length; n += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[n] = state >>> 24;
    }
    return bytes;
  } });
}"""
NO_PRINTER = "window.print = () => { window.printed = (window.printed ?? 0) + 1; };"
NO_HASH = '"source_sha256": ""'


@dataclass(frozen=True)
class Hands:
    """Who does it: with a pointer, or by keys alone."""

    two: type[TwoPeople]
    walk: type[Walk]
    fill: Callable[[Page], None]


POINTER = Hands(TwoPeople, Walk, fill)
KEYS = Hands(ByKeys, KeyboardWalk, fill_by_keys)


@dataclass
class Arc:
    """One person's way; each step is another page, on another day."""

    site: Site
    visit: Visitor
    folder: Path
    hands: Hands

    def opened(self, address: str, now: str, width: int) -> Visit:
        """Open a page on a device at a time."""
        seen = self.visit("about:blank", width=width, timezone_id="Europe/London")
        seen.page.clock.set_fixed_time(now)
        seen.page.add_init_script(f"({CHANCE})({len(now) + int(now[8:10])}); {NO_PRINTER}")
        seen.page.goto(f"{self.site.address}{address}")
        return seen

    def saved(self, page: Page, press: Callable[[], None], name: str) -> Path:
        """Return the file that is saved by a press."""
        with page.expect_download() as found:
            press()
        path = self.folder / name
        found.value.save_as(path)
        return path

    def prepared(self) -> Path:
        """Write the sheet at home and save it."""
        seen = self.opened("plan/prepare/", HOME, 390)
        page = seen.page
        self.hands.fill(page)
        file = self.saved(page, lambda: self.press(page, "[data-save-plan]"), "prepared.html")
        self.expect_quiet(seen)
        return file

    def answered(self) -> Path:
        """Go through the aid at home and save the answers."""
        seen = self.opened(f"aids/{KNEE}/", ANSWERS, 390)
        walk = self.hands.walk(seen.page, Answers(self.site.aids[KNEE]))
        walk.to_summary()
        file = self.saved(seen.page, walk.press_save, "answers.html")
        self.expect_quiet(seen)
        return file

    def planned(self, prepared: Path, answers: Path) -> tuple[Path, TwoPeople]:
        """Open both in the visit, decide, plan, print and save."""
        seen = self.opened("plan/", CLINIC, 1280)
        page = seen.page
        self.choose_files(page, [prepared, answers])
        goal = plan_in(prepared).goals[0].id
        two = self.hands.two(page, actions=1, goal=goal)
        # No file can say whose the answers are.
        two.press(page.get_by_role("button", name="Yes, put it with this plan"))
        expect(page.locator("[data-rail=home]")).to_contain_text("Leaning, from the aid")
        two.visit()
        comes_to(page, "() => window.printed", 1)
        expect(page.locator("[data-rail=open]")).to_contain_text("Nothing is open")
        file = self.saved(page, lambda: self.press(page, "[data-save]"), "agreed.html")
        self.expect_quiet(seen)
        return file, two

    def reviewed(self, agreed: Path) -> Path:
        """Three months later look again, and save a second copy."""
        seen = self.opened("plan/", REVIEW, 1280)
        page = seen.page
        self.choose_files(page, [agreed])
        self.hands.two(page).review("physiotherapist")
        file = self.saved(page, lambda: self.press(page, "[data-save]"), "reviewed.html")
        self.expect_quiet(seen)
        return file

    def press(self, page: Page, selector: str) -> None:
        """Press a button."""
        self.hands.two(page).press(page.locator(selector).first)

    def choose_files(self, page: Page, files: Sequence[Path]) -> None:
        """Choose files of this device; the window in which they are chosen is the browser's."""
        field = page.locator("#record-file")
        with page.expect_file_chooser() as chooser:
            if self.hands is KEYS:
                tab_to(page, field)
                page.keyboard.press("Enter")
            else:
                field.click()
        chooser.value.set_files(files)
        expect(page.locator("#begin-title, #mine-title").first).to_be_visible()

    def expect_quiet(self, seen: Visit) -> None:
        """Expect that nothing was complained of, and that nothing went anywhere."""
        assert (seen.complaints, seen.strangers(self.site.address)) == ([], [])


def plan_in(file: Path) -> Plan:
    """Return the plan in a saved file, which has to be sound."""
    found = read_plan(file.read_text("utf-8"))
    assert isinstance(found, PlanRead), found
    assert (found.left, found.is_altered) == ((), False)
    return found.plan


def record_in(file: Path) -> dict[str, Any]:
    """Return the record in a saved file, which has to be sound."""
    found = record_in_text(file.read_text("utf-8"))
    assert isinstance(found, Found), found
    assert not found.is_altered
    return found.data


def steady(data: dict[str, Any]) -> dict[str, Any]:
    """Return it without what changes with each change of the aid's text: the hash of that, and of the whole."""
    text = json.dumps({name: part for name, part in data.items() if name != "crc32"})
    found: dict[str, Any] = json.loads(re.sub(r'"source_sha256": "\w{16}"', NO_HASH, text))
    return found


def told(command: str, file: Path) -> str:
    """Return what a command says of a file."""
    ran = CliRunner().invoke(plan_command, [command, str(file)])
    assert ran.exit_code == 0, ran.output
    return ran.stdout


@dataclass(frozen=True)
class Files:
    """What was saved on the way."""

    prepared: Path
    answers: Path
    agreed: Path
    reviewed: Path


def whole_way(arc: Arc) -> tuple[Files, TwoPeople]:
    """Go all of it."""
    prepared, answers = arc.prepared(), arc.answered()
    agreed, two = arc.planned(prepared, answers)
    return Files(prepared, answers, agreed, arc.reviewed(agreed)), two


def expect_sound(files: Files) -> None:
    """Expect that each step holds what was said at it, and all that was said before."""
    prepared, agreed, reviewed = map(plan_in, (files.prepared, files.agreed, files.reviewed))
    record = record_in(files.answers)
    assert [stage_of(each) for each in (prepared, agreed, reviewed)] == [
        "prepared", "agreed", "reviewed",
    ]  # fmt: skip
    assert {each.id for each in (prepared, agreed, reviewed)} == {prepared.id}
    assert is_complete(agreed, agreed.visits[-1].on)
    (decision,) = agreed.decisions
    assert decision.record == record["id"]
    assert decision.became[-1].option_name == "Exercise and weight management"
    said = [each.words for part in agreed.about_me for each in part.said]
    assert {TYPED["matters"], OWN_WORDS} <= set(said)
    assert [each.said.words for each in agreed.goals] == [TYPED["like"]]
    looked = reviewed.goals[0].looked
    assert looked[:-1] == agreed.goals[0].looked
    assert (looked[-1].status, looked[-1].visit) == ("partly", reviewed.visits[-1].id)
    assert reviewed.visits[:-1] == agreed.visits
    both = merged(agreed, reviewed)
    assert isinstance(both, Merged)
    assert plan_text(both.plan) == plan_text(reviewed)


def test_from_the_question_to_the_review(
    site: Site, visit: Visitor, tmp_path: Path, golden: Golden
) -> None:
    files, two = whole_way(Arc(site, visit, tmp_path, POINTER))
    expect_sound(files)
    # Beside what a prepared file takes: the answers are opened with it, and whose they are is said.
    assert two.actions <= MOST_ACTIONS
    assert two.typed <= MOST_TYPED
    for name, file in vars(files).items():
        if name == "answers":
            golden("plans/arc/answers.json", steady(record_in(file)))
            continue
        golden(f"plans/arc/{name}.json", steady(plan_data(plan_in(file))))
        assert told("check", file).startswith(f"{file}: sound, {name}, save ")
        golden(f"plans/arc/{name}.txt", told("text", file))
        golden(f"plans/arc/{name}.ics", told("ics", file))


def test_by_keys_alone_it_is_the_same_way(site: Site, visit: Visitor, tmp_path: Path) -> None:
    files, _ = whole_way(Arc(site, visit, tmp_path, KEYS))
    expect_sound(files)
    for name in ("prepared", "agreed", "reviewed"):
        known = json.loads((GOLDEN / f"plans/arc/{name}.json").read_text("utf-8"))
        assert steady(plan_data(plan_in(getattr(files, name)))) == known
