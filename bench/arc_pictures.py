"""Make the pictures of the page "From the question to the review" anew, from the site itself.

Run by hand: ``python -m bench.arc_pictures``. What is seen on them is the demonstration aid and made-up plans,
on a day that is always the same. A picture has few colours and is at most 60 kB.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from decisionaid.site import build_site
from tests.browser.answers import Answers, Choose
from tests.browser.chromium import chromium
from tests.browser.folder import folder_served
from tests.browser.two_people import TwoPeople, has_class
from tests.browser.walk import Walk
from tests.our_aids import KNEE, aid_of

ROOT: Final = Path(__file__).resolve().parents[1]
PICTURES: Final = ROOT / "site/images/arc"
MOST_BYTES: Final = 60_000
COLOURS: Final = 24
FRAME: Final = 2
FRAME_COLOUR: Final = "#6b7280"
NOW: Final = "2026-12-01T10:00:00Z"
PHONE: Final = ViewportSize(width=390, height=720)
TALL: Final = ViewportSize(width=1040, height=800)
DESK: Final = ViewportSize(width=1040, height=640)

SAID: Final = {
    "matters": "Keep taking my grandson to school. It is our time together.",
    "well": "I still cook every day.",
}
DRAWN: Final = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
)
VALUES: Final = ("8", "5", "unsure")


def main() -> int:
    """Build the site, take each picture, and say how large it is."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, chromium() as browser:
        build_site(ROOT / "aids", Path(folder))
        with folder_served(Path(folder)) as address:
            for name, taken in pictures(browser, address):
                data = small(taken)
                if len(data) > MOST_BYTES:
                    sys.exit(f"{name} has {len(data)} bytes: show less.")
                (PICTURES / f"{name}.png").write_bytes(data)
                print(f"{name}: {len(data) / 1000:.0f} kB")
    return 0


def small(taken: bytes) -> bytes:
    """Return a picture in a frame, which parts it from the page around it, with few colours."""
    out = BytesIO()
    picture = ImageOps.expand(Image.open(BytesIO(taken)).convert("RGB"), FRAME, FRAME_COLOUR)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def pictures(browser: Browser, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each picture, and the picture."""
    phone = page_of(browser, PHONE)
    phone.goto(f"{address}plan/prepare/")
    for name, text in SAID.items():
        phone.locator(f"[name={name}]").fill(text)
    for value in ("pain", "sleep", "lonely"):
        phone.locator(f"[name=hard][value={value}]").check()
    yield "1-prepare", shown(phone, phone.get_by_text("What matters most to you").first)
    phone.goto(f"{address}aids/{KNEE}/#compare")
    yield "2-figures", shown(phone, outcome_of_people(phone))
    phone.goto(f"{address}aids/{KNEE}/#values")
    walk = Walk(phone, Answers(aid_of(KNEE)))
    for question, value in zip(walk.answers.importance, VALUES, strict=False):
        walk.act(Choose(f"values.{question.id}", value))
    yield "3-matters", shown(phone, phone.locator("[data-step=values] fieldset").first)
    phone.goto(f"{address}aids/{KNEE}/#summary")
    code = phone.locator(".square-code").first
    expect(code).to_be_attached()
    yield "4-hand-over", shown(phone, phone.locator("[data-step=summary] h1"))
    desk = page_of(browser, DESK)
    desk.goto(f"{address}clinician/")
    desk.locator("[data-examples]").click()
    desk.locator("#practice-aid").select_option(label=aid_of(KNEE).title)
    # Another aid's examples are on the page until these have come.
    desk.wait_for_load_state("networkidle")
    desk.locator("[data-example]").first.click()
    yield "5-sheet", shown(desk, desk.locator("#sheet"))
    yield from of_plans(page_of(browser, TALL), address)


def outcome_of_people(phone: Page) -> Locator:
    """Return the first outcome that is drawn as people."""
    people = phone.locator(".icon-array").filter(visible=True)
    outcomes = phone.locator("[data-step=compare] .outcome").filter(visible=True)
    return outcomes.filter(has=people).first


def of_plans(desk: Page, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield pictures of the page of a plan, from the examples on it."""
    desk.goto(f"{address}plan/")
    example(desk, 0)
    two = TwoPeople(desk)
    two.begin()
    two.decide()
    two.plan()
    yield "6-plan", shown(desk, desk.locator("#plan"))
    two.end()
    desk.locator("#part-copy").click()
    yield "7-copy", desk.locator("#plan").screenshot()
    desk.locator("[data-clear]").click()
    example(desk, 1)
    two.review("First contact physiotherapist")
    yield "8-review", shown(desk, desk.locator("#plan"))


def example(desk: Page, number: int) -> None:
    """Open one of the examples."""
    desk.locator("[data-try]").click()
    desk.locator("[data-example]").nth(number).click()
    expect(desk.locator("html")).to_have_class(has_class("has-plan"))


def page_of(browser: Browser, size: ViewportSize) -> Page:
    """Open a window in which it is always the same day, and nothing is printed."""
    context = browser.new_context(viewport=size, timezone_id="Europe/London", locale="en-GB")
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.add_init_script("window.print = () => {};")
    return page


def shown(page: Page, part: Locator) -> bytes:
    """Return what the window shows with a part of the page near its top."""
    page.evaluate("() => document.activeElement?.blur()")
    # What the press before set going is over: a focus that comes late scrolls the page.
    page.wait_for_timeout(300)
    part.evaluate("(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 14)")
    page.evaluate(DRAWN)
    return page.screenshot()


if __name__ == "__main__":
    sys.exit(main())
