"""A person's way through one aid in any engine: by pointer, and by keyboard alone."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.answers import Answers, Choose, Deed, MoveDown, Write
from tests.browser.engines.engine import Engine, empty, saved_in, until
from tests.browser.walk import MOST_STOPS, STOP, faults_at, is_for

MOMENT = 0.1
"""Seconds."""
MOMENTS = 20

# The one step that is seen, where its title has the focus as after a change of steps.
ARRIVED = """(name) => {
  const seen = [...document.querySelectorAll("[data-step]")].filter((one) => !one.hidden && one.checkVisibility());
  return seen.length === 1 && seen[0].dataset.step === name
    && seen[0].contains(document.activeElement) && document.activeElement.localName === "h1";
}"""
SHOWN = """(name) => [...document.querySelectorAll("[data-step]")]
  .filter((one) => !one.hidden && one.checkVisibility()).map((one) => one.dataset.step).join() === name"""
CHECKED = "(selector) => document.querySelector(selector).checked"
WAYS = "[data-more-ways]"
FOLDED = (
    "[data-step={}] details.more:not([open]):not(details:not([open]) *):not([hidden] *) > summary"
)
"""A fold that is closed and can be seen."""
IS_THERE = "(selector) => document.querySelector(selector) !== null"
VALUE = "(selector) => document.querySelector(selector).value"
WORDS = "(selector) => document.querySelector(selector).innerText.replace(/\\s+/g, ' ')"


def control(deed: Choose) -> str:
    """Return the selector of a choice's control."""
    return f'input[name="{deed.name}"][value="{deed.value}"]'


def kind_of(deed: Deed) -> tuple[type[Deed], str]:
    """Return what kind of answer something is: its control, and the part of the aid it is for."""
    name = deed.question if isinstance(deed, MoveDown) else deed.name
    return type(deed), name.split(".")[0]


def one_of_each_kind(answers: Answers) -> Mapping[str, Sequence[Deed]]:
    """Return the first answer of each kind in each step: the short way through an aid."""
    return {
        step: list({kind_of(deed): deed for deed in reversed(deeds)}.values())[::-1]
        for step, deeds in answers.by_step.items()
    }


@dataclass
class Journey:
    """One person's way through one aid by pointer."""

    engine: Engine
    answers: Answers
    steps: Sequence[str]
    deeds: Mapping[str, Sequence[Deed]]
    """What is answered in each step."""

    def to_summary(self) -> None:
        """Answer in every step and go on, until the summary is shown."""
        for here, following in zip(self.steps, self.steps[1:], strict=False):
            self.answer(here)
            self.go_on(here)
            until(self.engine, ARRIVED, following)

    def answer(self, step: str) -> None:
        """Say what is to be said in a step, behind its folds too."""
        folded = FOLDED.format(step)
        while self.engine.ask(IS_THERE, folded):
            self.engine.click(folded)
        for deed in self.deeds.get(step, ()):
            self.act(deed)

    def act(self, deed: Deed) -> None:
        """Do one thing with the pointer: a person aims at the words as much as at the ring."""
        match deed:
            case Choose():
                self.engine.click(f"label:has({control(deed)})")
            case Write(name=name, text=text):
                self.engine.write(f'[name="{name}"]', text)
            case MoveDown(question=question, item=item):
                place = f'[data-ranking="{question}"] [data-item="{item}"]'
                self.engine.click(f"{place} [data-move=down]")

    def go_on(self, step: str) -> None:
        """Continue to the next step."""
        self.engine.click(f"[data-step={step}] [data-continue]")

    def save(self) -> Path:
        """Save the answers as a file; return where it is."""
        empty(self.engine.downloads)
        self.press_save()
        return saved_in(self.engine.downloads)

    def press_save(self) -> None:
        """Press the button that saves, behind the fold of the other ways."""
        until(self.engine, IS_THERE, WAYS)
        if self.engine.ask(IS_THERE, f"{WAYS}:not([open])"):
            self.engine.click(f"{WAYS} > summary")
        self.engine.click("[data-save-file]")

    def lost(self) -> Iterator[str]:
        """Yield each answer that is not in its control."""
        for deed in (deed for deeds in self.deeds.values() for deed in deeds):
            if not self.is_kept(deed):
                yield str(deed)

    def is_kept(self, deed: Deed) -> bool:
        """Whether an answer is in its control."""
        match deed:
            case Choose():
                return bool(self.engine.ask(CHECKED, control(deed)))
            case Write(name=name, text=text):
                return bool(self.engine.ask(VALUE, f'[name="{name}"]') == text)
            case MoveDown(question=question):
                ids = [item.id or "" for item in self.answers.ranked(question)]
                place = f'[type=hidden][name="values.{question}"]'
                return bool(self.engine.ask(VALUE, place) == ",".join(ids))


@dataclass
class KeyboardJourney(Journey):
    """The same way with Tab, arrows, Space and Enter; each stop of the focus is looked at."""

    faults: list[str] = field(default_factory=list)
    """What was wrong with the focus: not seen, covered, or out of order."""

    def answer(self, step: str) -> None:
        """Go from stop to stop, answering, until the link to the next step has the focus."""
        unsaid = list(self.deeds.get(step, ()))
        for _ in range(MOST_STOPS):
            stop = self.next_stop()
            if stop["goesOn"]:
                break
            if stop["folded"]:
                self.engine.press("Enter")
                continue
            for deed in [deed for deed in unsaid if is_for(deed, stop)][:1]:
                unsaid.remove(deed)
                self.act_at(deed, stop)
        assert not unsaid, f"not reached by keyboard in {step}: {unsaid}"

    def next_stop(self) -> dict[str, Any]:
        """Press Tab; return what has the focus now, and note what is wrong with it."""
        self.engine.press("Tab")
        stop: dict[str, Any] | None = self.engine.ask(STOP)
        assert stop is not None, "the focus left the page before the way on was reached"
        for _ in range(MOMENTS):
            if stop["seen"]:
                break
            # WebKit brings a field into view a moment after it has the focus.
            time.sleep(MOMENT)
            stop["seen"] = self.engine.ask(STOP)["seen"]
        self.faults += faults_at(stop)
        return stop

    def act_at(self, deed: Deed, stop: dict[str, Any]) -> None:
        """Say it with keys."""
        match deed:
            case Choose():
                if stop["value"] == deed.value:
                    self.engine.press("Space")
                    self.wait_for_check(deed)
                for _ in range(20):
                    if self.is_checked(deed):
                        return
                    self.engine.press("ArrowDown")
                raise AssertionError(f"not chosen by keys: {deed}")
            case Write(text=text):
                self.engine.type(text)
            case MoveDown():
                self.engine.press("Enter")

    def is_checked(self, deed: Choose) -> bool:
        """Whether it is chosen."""
        return bool(self.engine.ask(CHECKED, control(deed)))

    def wait_for_check(self, deed: Choose) -> None:
        """Firefox checks a box a moment after its key was pressed."""
        for _ in range(MOMENTS):
            if self.is_checked(deed):
                return
            time.sleep(MOMENT)

    def go_on(self, step: str) -> None:
        """Continue: the link of this step has the focus."""
        assert self.engine.ask(STOP)["goesOn"], step
        self.engine.press("Enter")

    def press_save(self) -> None:
        """Tab to the button that saves and press it."""
        for _ in range(MOST_STOPS):
            stop = self.next_stop()
            if stop["folded"]:
                self.engine.press("Enter")
            if stop["saves"]:
                break
        self.engine.press("Enter")
