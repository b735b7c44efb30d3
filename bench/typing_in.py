"""Say how long it takes to type in a filled form from paper, by the keyboard alone.

Run by hand: ``python -m bench.typing_in``. Each aid's form is filled in and typed in in a real browser, which
counts the keys that are pressed. The time is reckoned from them by the keystroke-level model of Card, Moran
and Newell, "The keystroke-level model for user performance time with interactive systems", Communications of
the ACM 23 (1980) 396-410, https://doi.org/10.1145/358886.358895: 0.28 s for a key of somebody who is no
typist (40 words a minute), 1.35 s to think, 0.40 s to put the hands on the keys.

By its rules somebody thinks once for each chunk: here once for each question, blank ones too, since only
looking at the paper tells that they are blank; once before all of it is read back, and once before the
record is made. Enter behind an answer is a part of its chunk. The page answers at once, so nobody waits.
What the model does not have is not in it: to take up the paper, to turn its pages, to puzzle over a hand.

Three fillings are typed in, and in each every closed question has the answer that costs most keys:
no word of the person's own; two lines of their own; and every line of their own filled. What is written by
hand has to be typed letter by letter, on any page: that part is shown apart.
"""

import json
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import rich_click as click
from playwright.sync_api import Page
from rich.console import Console
from rich.table import Table

from bench.built import built
from tests.browser.chromium import chromium
from tests.browser.folder import folder_served
from tests.browser.typed_in import FORM, Filled, dearest, type_in

KEY_S: Final = 0.28
"""A key, by somebody who is no typist: the model's average of 40 words a minute."""
THINK_S: Final = 1.35
"""To prepare for the next chunk, such as by looking at the next question on the paper."""
HANDS_S: Final = 0.40
"""To put the hands on the keys, once: nothing else is needed."""
MOST_S: Final = 120.0
"""What typing in a form may take."""

LINE: Final = "i want to carry my grandson again"
"""What somebody may write on a line; made up."""
FEW: Final = ("what_matters", "own_question.1")
"""The two lines of one's own that are filled in the second filling."""


@dataclass(frozen=True)
class Cost:
    """What a form costs whoever types it in."""

    questions: int
    presses: int
    """All keys, of the head of the page and of what comes behind the questions too."""
    letters: int
    """Those of them that are own words."""

    @property
    def seconds(self) -> float:
        """How long it takes, by the model."""
        # Each question; that all is read back; that the record is made.
        return HANDS_S + THINK_S * (self.questions + 2) + KEY_S * self.presses

    @property
    def seconds_of_letters(self) -> float:
        """How much of that are own words."""
        return KEY_S * self.letters


def fillings(page: Page) -> Mapping[str, Filled]:
    """Return three ways in which the form of an aid's page can be filled in on paper."""
    form = page.evaluate(FORM)
    lines = [each["name"] for each in form if each["kind"] == "text"]
    return {
        "no own words": dearest(form, {}),
        "two lines of own words": dearest(form, dict.fromkeys(FEW, LINE)),
        "every line filled": dearest(form, dict.fromkeys(lines, LINE)),
    }


def cost_of(page: Page, filled: Filled) -> Cost:
    """Type in a form on its open page, up to the record; return what that cost."""
    presses = type_in(page, filled)
    # To the button that makes the record, and on it.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#typing-save")
    questions = [number for number in presses if number.isdigit()]
    letters = sum(len(filled.keys.get(n, "")) for n in questions if filled.keys.get(n) == LINE)
    return Cost(len(questions), sum(presses.values()) + 2, letters)


@click.command(epilog="Example: python -m bench.typing_in --site build/site")
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="A built site. Without it, the aids of this project are built.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON in place of a table.")
def main(site: Path | None, *, as_json: bool) -> None:
    """Reckon how long it takes to type in the form of each aid."""
    with ExitStack() as stack:
        site = stack.enter_context(built(site))
        browser = stack.enter_context(chromium())
        base = stack.enter_context(folder_served(site))
        found: dict[str, dict[str, Cost]] = {}
        for aid in sorted(site.glob("aids/*/from-paper.html")):
            paper = browser.new_page(java_script_enabled=False)
            paper.goto(f"{base}aids/{aid.parent.name}/index.html")
            for name, filled in fillings(paper).items():
                page = browser.new_page()
                page.goto(base + aid.relative_to(site).as_posix())
                found.setdefault(aid.parent.name, {})[name] = cost_of(page, filled)
                page.close()
    if as_json:
        plain = {
            aid: {
                name: asdict(each) | {"seconds": round(each.seconds, 1)}
                for name, each in costs.items()
            }
            for aid, costs in found.items()
        }
        json.dump(plain, sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        Console(width=120).print(table(found))


def table(found: Mapping[str, Mapping[str, Cost]]) -> Table:
    """Return a row for each aid and filling."""
    made = Table(
        title="A form from paper, typed in by somebody who is no typist", title_justify="left"
    )
    made.add_column("aid")
    made.add_column("filling")
    for name in ("questions", "keys", "of own words", "seconds", "of own words"):
        made.add_column(name, justify="right")
    for aid, costs in found.items():
        for name, each in costs.items():
            made.add_row(
                aid, name, f"{each.questions}", f"{each.presses}", f"{each.letters}",
                f"{each.seconds:.0f}", f"{each.seconds_of_letters:.0f}",
            )  # fmt: skip
    return made


if __name__ == "__main__":
    main()
