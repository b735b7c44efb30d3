"""A form that was filled in on paper, and somebody who types it in by the keyboard alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Page, expect

# Of the form on paper: each question by the number beside it, and each answer by its letter, in the order of
# the numbers. What an empty form does not show has the last ones.
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
}).sort((one, other) => one.n - other.n)"""
SPARE: Final = ("concern.4", "concern.4.rating", "concern.5", "concern.5.rating")
"""What an empty form does not show."""
STATES: Final = ("unsure", "not_applicable", "prefer_not_to_say")

# What was pressed, and where: keys that a program sends are none, nor are those that go with another.
_COUNT: Final = """() => {
  window.pressed = [];
  addEventListener("keydown", ({ isTrusted, key, target }) => {
    if (isTrusted && !["Shift", "Alt", "Control", "Meta"].includes(key)) pressed.push(target.id);
  }, true);
}"""
_PRESSED: Final = "() => pressed.splice(0)"


@dataclass
class Filled:
    """What stands on a paper form: what the screen is told, and the keys for it."""

    screen: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """By the number of the question; Enter is not among them."""
    answers: dict[str, int] = field(default_factory=dict)
    """How many answers the keys of a question are."""


def dearest(form: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Filled:
    """Fill in each question with the answer that costs most keys; ``words`` are own ones by their name.

    Of boxes to tick every other one is ticked, and of a scale the highest number is chosen. What is asked
    about something of one's own is answered where that is written.
    """
    made = Filled()
    for asked in form:
        name, number = asked["name"], asked["n"]
        keys = [key for key, _ in asked["marks"]]
        made.answers[number] = 1
        if name.endswith(".rating") and name.removesuffix(".rating") not in words:
            continue
        match asked["kind"]:
            case "one":
                made.keys[number] = max(keys, key=len)
            case "many":
                made.keys[number] = "".join(keys[::2])
            case "order":
                made.keys[number] = "".join(key for key, _ in asked["items"])
            case "text" if name in words:
                made.keys[number] = words[name]
        if asked["kind"] in ("many", "order"):
            made.answers[number] = len(made.keys[number])
    return made


def type_in(page: Page, made: Filled) -> Mapping[str, int]:
    """Type in what an empty form has from its head to its end; return the key presses of the page for each question.

    Those before the first question are under ``head``, and the one that has it all read back under ``review``.
    """
    page.evaluate(_COUNT)
    page.locator("#typed-by").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    presses = {"head": len(page.evaluate(_PRESSED))}
    for _ in range(page.locator("#typing > .typing-list > .typing-row").count()):
        at = page.evaluate("() => document.activeElement.id").removeprefix("typed-")
        page.keyboard.type(made.keys.get(at, ""))
        page.keyboard.press("Enter")
        pressed = page.evaluate(_PRESSED)
        assert set(pressed) == {f"typed-{at}"}
        presses[at] = len(pressed)
    expect(page.locator("#typing-review")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".typing-after h2")).to_be_focused()
    presses["review"] = len(page.evaluate(_PRESSED))
    return presses
