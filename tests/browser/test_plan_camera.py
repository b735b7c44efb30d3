"""A code before the camera opens a plan, and the camera goes off: found, stopped, or stopped before it began."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from decisionaid.plan.code import short_code
from tests.browser.desk import as_camera, qr_picture
from tests.browser.site_fixtures import Site
from tests.browser.test_desk_ways import KEEP_TRACKS, STATES, filming
from tests.browser.visit import Visit
from tests.english import script_texts
from tests.plans import plan_named

SAYS = script_texts("plan")
USE, STOP = "Use the camera", SAYS["camera.stop"]


@contextmanager
def before_the_camera(
    picture: Image.Image, site: Site, started: Callable[..., Browser], folder: Path, begins: str
) -> Iterator[Visit]:
    """Open the page of a plan with a picture before the camera, which begins at once or is held."""
    film = folder / "camera.y4m"
    as_camera(picture, film)
    with closing(started(*filming(film))) as browser:
        seen = Visit(browser.new_page())
        seen.page.goto(f"{site.address}plan/")
        seen.page.evaluate(KEEP_TRACKS, begins)
        seen.page.get_by_role("button", name=USE).click()
        yield seen
        assert (seen.complaints, list(seen.strangers(site.address))) == ([], [])


def wait_for(page: Page, state: str) -> None:
    """Wait until what the camera gives is in a state; the page's policy lets no text be asked again and again."""
    for _ in range(100):
        if page.evaluate(STATES) == state:
            return
        page.wait_for_timeout(100)
    raise AssertionError(page.evaluate(STATES))


def blank() -> Image.Image:
    """Return a picture without a code."""
    return Image.new("L", (200, 200), 255)


def test_the_code_of_a_copy_begins_a_review_and_the_camera_goes_off(
    site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    plan = plan_named("knee-agreed")
    code = qr_picture(short_code(plan).code, 6)
    with before_the_camera(code, site, started, tmp_path, "at once") as seen:
        page = seen.page
        expect(page.locator("[data-paper]")).to_contain_text(
            f"Review from paper, save {plan.rev}", timeout=30_000
        )
        assert page.evaluate(STATES) == "ended"
        assert page.locator("video").count() == 0
        expect(page.locator("#status")).to_contain_text(SAYS["way.camera"])


def test_a_camera_that_sees_no_code_is_stopped_by_the_person(
    site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    with before_the_camera(blank(), site, started, tmp_path, "at once") as seen:
        page = seen.page
        wait_for(page, "live")
        page.get_by_role("button", name=STOP).click()
        expect(page.locator("video")).to_have_count(0)
        assert page.evaluate(STATES) == "ended"
        expect(page.get_by_role("button", name=USE)).to_be_focused()


def test_a_camera_stopped_before_it_began_goes_off_as_soon_as_it_is_there(
    site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    with before_the_camera(blank(), site, started, tmp_path, "held") as seen:
        page = seen.page
        page.get_by_role("button", name=STOP).click()
        expect(page.locator("video")).to_have_count(0)
        assert page.evaluate(STATES) == ""
        page.evaluate("letGo()")
        wait_for(page, "ended")
        assert page.locator("html.has-plan").count() == 0
