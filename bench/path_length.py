"""Say how long an aid is for a patient: screens and words in sight of each step, nothing unfolded.

Run by hand: ``python -m bench.path_length``. A step is looked at as it is when somebody comes to it
for the first time: folds closed, nothing answered. A screen is one height of the window, and the
whole page counts, from the banner to the foot. A word counts when it can be seen in the step: words
in a closed fold do not, nor do those that only a screen reader says, nor banner, rail and foot,
which stand around every step.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import rich_click as click
from playwright.sync_api import Page, ViewportSize
from rich.console import Console
from rich.table import Table

from bench.built import built
from tests.browser.chromium import chromium
from tests.browser.folder import folder_served

PHONE = (390, 844)
DESK = (1280, 900)

# Out of sight: not drawn at all, or cut down to a dot, as what only a screen reader says.
STEP = """async (id) => {
  location.hash = id;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const step = document.getElementById(id);
  // The ways to hand over are fetched when the summary is near; rows are put away once the step is seen.
  const isOnItsWay = () => (step.querySelector("[data-ways]") && !step.querySelector("[data-more-ways]"))
    || step.querySelector("[data-all-rows][hidden]");
  const late = performance.now() + 10_000;
  while (isOnItsWay() && performance.now() < late) await new Promise((done) => setTimeout(done, 50));
  const dot = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 && height <= 1 && getComputedStyle(element).overflow !== "visible";
  };
  const cut = (element) => element !== null && element !== step
    && (dot(element) || cut(element.parentElement));
  let words = 0;
  const texts = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    range.selectNodeContents(text);
    // What a closed fold holds has a place and is not drawn; what is heard lies there unseen.
    const drawn = range.getClientRects().length > 0
      && text.parentElement.checkVisibility({ checkOpacity: true });
    if (!drawn || cut(text.parentElement)) continue;
    words += text.data.split(/\\s+/u).filter((part) => /[\\p{L}\\p{N}]/u.test(part)).length;
  }
  return { words, screens: document.documentElement.scrollHeight / innerHeight };
}"""


@dataclass(frozen=True)
class Length:
    """How long one step is, or a path."""

    screens: float
    words: int


@click.command(epilog="Example: python -m bench.path_length --site build/site")
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="A built site. Without it, the aids of this project are built.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON in place of tables.")
def main(site: Path | None, *, as_json: bool) -> None:
    """Measure the steps of each aid, on a phone and on a desk."""
    with ExitStack() as stack:
        site = stack.enter_context(built(site))
        browser = stack.enter_context(chromium())
        base = stack.enter_context(folder_served(site))
        found: dict[str, dict[str, Mapping[str, Length]]] = {}
        for width, height in (PHONE, DESK):
            page = browser.new_page(viewport=ViewportSize(width=width, height=height))
            aids = found.setdefault(f"{width} x {height}", {})
            for aid in sorted(site.glob("aids/*/index.html")):
                page.goto(base + aid.relative_to(site).as_posix())
                aids[aid.parent.name] = steps_of(page)
    if as_json:
        plain: Any = {
            size: {
                aid: {step: asdict(each) for step, each in steps.items()}
                for aid, steps in aids.items()
            }
            for size, aids in found.items()
        }
        json.dump(plain, sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        for size, aids in found.items():
            Console(width=120).print(table(size, aids))


def steps_of(page: Page) -> Mapping[str, Length]:
    """Measure each step of an aid's page that is open in a browser."""
    ids: Sequence[str] = page.locator("[data-step]").evaluate_all("all => all.map(({ id }) => id)")
    return {step: Length(**page.evaluate(STEP, step)) for step in ids}


def total(steps: Mapping[str, Length]) -> Length:
    """Return the length of all steps together."""
    return Length(
        sum(each.screens for each in steps.values()), sum(each.words for each in steps.values())
    )


def table(size: str, aids: Mapping[str, Mapping[str, Length]]) -> Table:
    """Return aids in columns, steps in rows: screens, and words in sight."""
    made = Table(title=f"{size}: screens, words in sight", title_justify="left")
    made.add_column("step")
    for aid in aids:
        made.add_column(aid, justify="right")
    columns = [{**steps, "in all": total(steps)} for steps in aids.values()]
    for step in dict.fromkeys(name for column in columns for name in column):
        cells = (column.get(step) for column in columns)
        made.add_row(
            step, *(f"{each.screens:.1f} {each.words:5}" if each else "" for each in cells)
        )
    return made


if __name__ == "__main__":
    main()
