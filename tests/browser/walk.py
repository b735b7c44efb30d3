"""Walk through an aid in a browser and answer, with a pointer or by keyboard alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.answers import Answers, Choose, Deed, MoveDown, Write

MOST_STOPS = 400
"""More stops of the Tab key than any step has."""

# The element that has the focus: what it is, whether it can be seen, whether its focus shows.
STOP = """() => {
  const here = document.activeElement;
  if (here === null || here === document.body) return null;
  const shown = here.labels?.length ? here.labels[0] : here;
  const rect = here.getClientRects()[0];
  // The middle of what is in the window: a browser shows the line to write on, not all of a field.
  const [upper, lower] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
  const top = document.elementFromPoint(rect.left + rect.width / 2, (upper + lower) / 2);
  const rings = [here, shown, here.parentElement].some((element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== "none";
  });
  const last = globalThis.lastStop;
  const inOrder = !last?.isConnected
    || Boolean(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)
    || last === here;
  const lastBottom = last?.checkVisibility() ? last.getBoundingClientRect().top : -Infinity;
  globalThis.lastStop = here;
  return {
    tag: here.localName,
    type: here.type ?? "",
    name: here.name ?? "",
    value: here.value ?? "",
    words: (here.innerText || shown.innerText || "").trim().slice(0, 60),
    ranking: here.closest("[data-ranking]")?.dataset.ranking ?? "",
    item: here.closest("[data-item]")?.dataset.item ?? "",
    down: here.matches("[data-move=down]"),
    goesOn: here.matches("[data-continue]"),
    folded: here.matches("details.more:not([open]) > summary"),
    saves: here.matches("[data-save-file]"),
    rings,
    seen: top !== null && (here.contains(top) || shown.contains(top) || top.contains(here)
      && top.localName === "label"),
    below: rect.bottom > lastBottom,
    inOrder,
  };
}"""


def words_of(part: Locator) -> str:
    """Return the words of a part of a page as seen, with single spaces."""
    return " ".join(part.inner_text().split())


def open_ways(page: Page) -> None:
    """Open the fold with all ways to hand over but paper, once it has come."""
    fold = page.locator("[data-more-ways]")
    expect(fold).to_be_visible()
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()


def is_for(deed: Deed, stop: dict[str, Any]) -> bool:
    """Whether something is to be said at a stop; a group of radio buttons is one stop."""
    match deed:
        case Choose(name=name, value=value):
            same = stop["name"] == name
            return bool(same and (stop["type"] == "radio" or stop["value"] == value))
        case Write(name=name):
            return bool(stop["name"] == name)
        case MoveDown(question=question, item=item):
            return bool((stop["ranking"], stop["item"], stop["down"]) == (question, item, True))


def faults_at(stop: dict[str, Any]) -> list[str]:
    """Return what is wrong with the focus at a stop."""
    place = " ".join(str(stop[part]) for part in ("tag", "name", "value", "words"))
    virtues = ("rings", "seen", "below", "inOrder")
    return [f"not {virtue}: {place}" for virtue in virtues if not stop[virtue]]


@dataclass
class Walk:
    """One person's way through one aid, by pointer."""

    page: Page
    answers: Answers
    steps: Sequence[str] = field(init=False)
    """The steps that this aid has, in order."""

    def __post_init__(self) -> None:
        """Learn the steps from the page."""
        self.steps = self.page.locator("[data-step]").evaluate_all(
            "steps => steps.map(step => step.dataset.step)"
        )

    def step(self, name: str) -> Locator:
        """Return a step."""
        return self.page.locator(f"[data-step={name}]")

    def to_summary(self) -> None:
        """Answer in every step and go on, until the summary is shown."""
        for here, following in zip(self.steps, self.steps[1:], strict=False):
            self.expect_at(here)
            self.answer(here)
            self.go_on(here)
            self.expect_at(following)
            expect(self.step(following).locator("h1")).to_be_focused()
        expect(self.page.locator("[data-more-ways]")).to_be_visible()

    def expect_at(self, name: str) -> None:
        """Expect one step to be shown, and no other."""
        expect(self.step(name)).to_be_visible()
        expect(self.page.locator("[data-step]").filter(visible=True)).to_have_count(1)

    def answer(self, name: str) -> None:
        """Say what is to be said in a step, behind its folds too."""
        folded = self.step(name).locator("details.more:not([open]) > summary").filter(visible=True)
        while folded.count():
            folded.first.click()
        for deed in self.answers.by_step.get(name, ()):
            self.act(deed)

    def act(self, deed: Deed) -> None:
        """Do one thing with the pointer."""
        match deed:
            case Choose():
                # A person aims at the words as much as at the ring.
                self.control(deed).locator("xpath=ancestor::label").click()
                expect(self.control(deed)).to_be_checked()
            case Write(name=name, text=text):
                self.page.locator(f'[name="{name}"]').fill(text)
            case MoveDown(question=question, item=item):
                row = self.page.locator(f"[data-ranking={question}] [data-item={item}]")
                row.locator("[data-move=down]").click()

    def control(self, choice: Choose) -> Locator:
        """Return the radio button or box of a choice."""
        return self.page.locator(f'input[name="{choice.name}"][value="{choice.value}"]')

    def go_on(self, name: str) -> None:
        """Continue to the next step."""
        self.step(name).locator("[data-continue]").click()

    def save(self, folder: Path) -> Path:
        """Save the answers as a file; return where it is."""
        with self.page.expect_download() as download:
            self.press_save()
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def press_save(self) -> None:
        """Press the button that saves."""
        open_ways(self.page)
        self.page.locator("[data-save-file]").click()

    def expect_kept(self) -> None:
        """Expect every answer to be in its control."""
        for deeds in self.answers.by_step.values():
            for deed in deeds:
                match deed:
                    case Choose():
                        expect(self.control(deed)).to_be_checked()
                    case Write(name=name, text=text):
                        expect(self.page.locator(f'[name="{name}"]')).to_have_value(text)
                    case MoveDown(question=question):
                        order = self.page.locator(f'[type=hidden][name="values.{question}"]')
                        ids = [item.id or "" for item in self.answers.ranked(question)]
                        expect(order).to_have_value(",".join(ids))
                        self.expect_shown_in_order(question)

    def expect_shown_in_order(self, question: str) -> None:
        """Expect the items of a ranking to stand in their order; its step puts them so when shown."""
        items = self.page.locator(f"[data-ranking={question}] .item-text")
        if items.first.is_visible():
            expect(items).to_have_text([item.text for item in self.answers.ranked(question)])


@dataclass
class KeyboardWalk(Walk):
    """The same way with Tab, arrows, Space and Enter; each stop of the focus is looked at."""

    faults: list[str] = field(default_factory=list)
    """What was wrong with the focus: not seen, covered, or out of order."""
    unsaid: list[Deed] = field(default_factory=list)
    """What is still to be said in this step."""

    def answer(self, name: str) -> None:
        """Go from stop to stop, answering, until the link to the next step has the focus."""
        self.unsaid = list(self.answers.by_step.get(name, ()))
        for _ in range(MOST_STOPS):
            stop = self.next_stop()
            if stop["goesOn"]:
                break
            if stop["folded"]:
                self.page.keyboard.press("Enter")
            self.answer_at(stop)
        assert not self.unsaid, f"not reached by keyboard in {name}: {self.unsaid}"

    def next_stop(self) -> dict[str, Any]:
        """Press Tab; return what has the focus now, and note what is wrong with it."""
        self.page.keyboard.press("Tab")
        stop: dict[str, Any] | None = self.page.evaluate(STOP)
        assert stop is not None, "the focus left the page before the way on was reached"
        self.faults += faults_at(stop)
        return stop

    def answer_at(self, stop: dict[str, Any]) -> None:
        """Answer if there is something to say at this stop."""
        for deed in list(self.unsaid):
            if is_for(deed, stop):
                self.unsaid.remove(deed)
                self.act_at(deed, stop)
                return

    def act_at(self, deed: Deed, stop: dict[str, Any]) -> None:
        """Say it with keys."""
        keyboard = self.page.keyboard
        match deed:
            case Choose():
                control = self.control(deed)
                if stop["value"] == deed.value:
                    keyboard.press("Space")
                for _ in range(20):
                    if control.is_checked():
                        break
                    keyboard.press("ArrowDown")
                expect(control).to_be_checked()
            case Write(text=text):
                keyboard.type(text)
            case MoveDown():
                keyboard.press("Enter")

    def go_on(self, name: str) -> None:
        """Continue: the link has the focus."""
        expect(self.step(name).locator("[data-continue]")).to_be_focused()
        self.page.keyboard.press("Enter")

    def press_save(self) -> None:
        """Tab to the button that saves and press it."""
        for _ in range(MOST_STOPS):
            stop = self.next_stop()
            if stop["saves"]:
                break
            if stop["folded"]:
                self.page.keyboard.press("Enter")
        self.page.keyboard.press("Enter")

    def to_the_end(self) -> None:
        """Tab on until the focus leaves the page."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            stop: dict[str, Any] | None = self.page.evaluate(STOP)
            if stop is None:
                return
            self.faults += faults_at(stop)
        raise AssertionError("the focus never leaves the page")
