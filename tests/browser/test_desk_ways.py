"""Every way into the clinician's page gives the same sheet, and a bad one opens nothing."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from decisionaid.plan.code import short_code
from tests.browser.conftest import Visitor
from tests.browser.desk import (
    SAYS,
    Handed,
    as_camera,
    as_file,
    handed,
    link_to,
    opened_by_file,
    paste,
    qr_picture,
    sheet_of,
)
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit, comes_to
from tests.our_aids import KNEE
from tests.plans import plan_named

OWN = "I want to dig my garden again"
AS_ON_UK_KEYS = str.maketrans('"@#~|\\', '@"£¬~#')
AS_ON_US_KEYS = str.maketrans('"@#~£', '@"\\|#')
"""What comes out where scanner and computer are set to different keyboards."""


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page."""
    return visit(f"{site.address}clinician/", width=1366, height=768)


@pytest.fixture
def record(site: Site) -> Handed:
    """Return a record."""
    return handed(site, KNEE, 0, OWN)


def typed(page: Page, text: str) -> None:
    page.locator("#code").fill(text)
    page.locator("#code").press("Enter")


def scanned(page: Page, text: str, end: str = "Enter") -> None:
    """Type as a scanner does: the times of its keys are told, as a computer under load tells them late."""
    keys = page.context.new_cdp_session(page)
    from_, between = time.time(), 0.004
    for at, sign in enumerate([*text, *([end] if end else [])]):
        is_sign = len(sign) == 1
        keys.send(
            "Input.dispatchKeyEvent",
            {
                "type": "keyDown",
                "key": sign,
                "timestamp": from_ + at * between,
                "text": sign if is_sign else "\r" if sign == "Enter" else "",
                "windowsVirtualKeyCode": 0 if is_sign else {"Enter": 13, "Tab": 9}[sign],
            },
        )
    keys.detach()


def grouped(token: str) -> str:
    return " ".join(token[at : at + 4] for at in range(0, len(token), 4)).lower()


def ways(site: Site, token: str) -> dict[str, Callable[[Page], None]]:
    link = link_to(site, token)
    return {
        "typed": lambda page: typed(page, token),
        "typed in groups and small letters": lambda page: typed(page, grouped(token)),
        "typed, a link": lambda page: typed(page, link),
        "pasted": lambda page: paste(page, token),
        "pasted, a link in a letter": lambda page: paste(
            page, f"Good morning,\n{link}\nThank you."
        ),
        "pasted, broken by mail": lambda page: paste(
            page, "\n> ".join(token[at : at + 60] for at in range(0, len(token), 60))
        ),
        "a link": lambda page: page.goto(link) and None,
        "a link in the same tab": lambda page: page.evaluate(
            "(link) => { location = link; }", link
        ),
        "a text file": lambda page: page.locator("#record-file").set_input_files(
            {"name": "code.txt", "mimeType": "text/plain", "buffer": link.encode()}
        ),
        "scanned, no field": lambda page: scanned(page, link),
        "scanned, Tab": lambda page: scanned(page, link, "Tab"),
        "scanned, no end": lambda page: scanned(page, token, ""),
        "scanned on UK keys": lambda page: scanned(page, link.translate(AS_ON_UK_KEYS)),
        "scanned on US keys": lambda page: scanned(page, link.translate(AS_ON_US_KEYS), "Tab"),
        "scanned with Caps Lock": lambda page: scanned(page, link.swapcase()),
        "a picture": lambda page: page.locator("#picture").set_input_files(
            as_file(qr_picture(link))
        ),
        "a photograph that is turned": lambda page: page.locator("#picture").set_input_files(
            as_file(qr_picture(link, 4).rotate(17, expand=True, fillcolor=255), "p.jpg", "JPEG")
        ),
        "a picture among the files": lambda page: page.locator("#record-file").set_input_files(
            as_file(qr_picture(token, 3), "p.webp", "WEBP")
        ),
        "a picture, pasted": lambda page: paste(
            page, None, (("s.png", "image/png", as_file(qr_picture(link))["buffer"]),)
        ),
    }


NAMES = tuple(ways(Site(Path(), "", {}), "1"))


@pytest.mark.parametrize("name", by_turns([*NAMES[::2], *NAMES[1::2]], at_once=6))
def test_each_way_gives_the_sheet_that_the_file_gives(
    name: str, site: Site, desk: Visit, record: Handed
) -> None:
    expected = opened_by_file(desk.page, record)
    assert OWN in expected
    desk.page.locator("[data-close]").click()
    expect(desk.page.locator("#sheet")).to_be_empty()
    desk.page.evaluate("() => document.activeElement.blur()")
    ways(site, record.token)[name](desk.page)
    assert sheet_of(desk.page) == expected
    assert record.token not in desk.page.url
    assert record.token not in desk.page.evaluate(
        "() => JSON.stringify(history.state) + location.href"
    )
    assert desk.page.locator("#code").input_value() == ""
    assert (desk.complaints, list(desk.strangers(site.address))) == ([], [])


@pytest.mark.parametrize("end", by_turns(["Enter", "Tab"], begin=1))
def test_a_scanner_types_into_the_field_for_codes(
    end: str, site: Site, desk: Visit, record: Handed
) -> None:
    expected = opened_by_file(desk.page, record)
    desk.page.get_by_role("button", name="Open another").click()
    desk.page.locator("#code").focus()
    scanned(desk.page, link_to(site, record.token).translate(AS_ON_UK_KEYS), end)
    expect(desk.page.locator("#code")).to_have_value("")
    assert sheet_of(desk.page) == expected
    assert desk.complaints == []


def test_a_scan_while_a_label_is_typed_leaves_the_label(
    site: Site, desk: Visit, record: Handed
) -> None:
    opened_by_file(desk.page, record)
    desk.page.get_by_role("button", name="Add a label").click()
    desk.page.keyboard.type("AB 10:20", delay=90)
    desk.page.wait_for_timeout(100)
    other = handed(site, KNEE, 3, "somebody else's words")
    scanned(desk.page, link_to(site, other.token))
    expect(desk.page.locator("#sheet")).to_contain_text("somebody else's words")
    expect(desk.page.locator("[data-open]")).to_contain_text("AB 10:20 (File")
    assert other.token[:9] not in desk.page.locator("[data-open]").inner_text()


@pytest.mark.parametrize("wrong", [1, 2])
def test_letters_that_look_alike_are_told_apart_by_the_check_number(
    wrong: int, desk: Visit, record: Handed
) -> None:
    expected = opened_by_file(desk.page, record)
    desk.page.locator("[data-close]").click()
    alike = {"0": "O", "1": "I", "5": "S", "8": "B", "2": "Z", "6": "G"}
    places = [at for at, sign in enumerate(record.token) if sign in alike and at > 0]
    token = list(record.token)
    for at in places[:: max(1, len(places) // 2)][:wrong]:
        token[at] = alike[token[at]]
    assert "".join(token) != record.token
    typed(desk.page, "".join(token).lower())
    assert sheet_of(desk.page) == expected


def test_a_code_with_a_sign_wrong_is_not_read(desk: Visit, record: Handed) -> None:
    at = next(at for at, sign in enumerate(record.token) if sign == "3")
    typed(desk.page, f"{record.token[:at]}4{record.token[at + 1 :]}")
    expect(desk.page.locator("[data-problem]")).to_contain_text(SAYS["code.damaged"])
    expect(desk.page.locator("#sheet")).to_be_empty()


def test_a_code_of_a_newer_format_is_said_to_be_newer(
    site: Site, desk: Visit, record: Handed
) -> None:
    newer = f"3{record.token[1:]}"
    problem = desk.page.locator("[data-problem]")
    for way in (newer, grouped(newer)):
        typed(desk.page, way)
        expect(problem).to_contain_text(SAYS["code.newer"])
        paste(desk.page, "5 years with a knee that hurts, and what can I do about all of it?")
        expect(problem).to_contain_text(SAYS["code.not_ours"])
    paste(desk.page, link_to(site, newer))
    expect(problem).to_contain_text(SAYS["code.newer"])
    expect(desk.page.locator("#sheet")).to_be_empty()


def test_the_code_of_a_plan_is_said_to_be_one(site: Site, desk: Visit) -> None:
    code = short_code(plan_named("knee-agreed")).code
    page, problem = desk.page, desk.page.locator("[data-problem]")
    lines = "\n> ".join(code[at : at + 60] for at in range(0, len(code), 60))
    for text in (grouped(code), link_to(site, code), lines, code[:400], f"P2{code[2:]}"):
        paste(page, "good morning")
        expect(problem).to_contain_text(SAYS["code.not_ours"])
        paste(page, text)
        expect(problem).to_contain_text(SAYS["code.plan"])
    page.locator("#picture").set_input_files(as_file(qr_picture(code)))
    expect(problem).to_contain_text(SAYS["code.plan"])
    expect(page.locator("#sheet")).to_be_empty()
    assert desk.complaints == []


def test_two_codes_in_one_text_open_nobody(site: Site, desk: Visit, record: Handed) -> None:
    other = handed(site, KNEE, 4, "the words of somebody else")
    paste(desk.page, f"{link_to(site, record.token)}\nand\n{link_to(site, other.token)}")
    expect(desk.page.locator("[data-problem]")).to_contain_text(SAYS["code.two"])
    expect(desk.page.locator("#sheet")).to_be_empty()
    paste(desk.page, f"{link_to(site, record.token)}\nor type {grouped(record.token)}")
    assert OWN in sheet_of(desk.page)


def filming(film: Path) -> tuple[str, ...]:
    """Return the switches that put a film before Chromium's made-up camera, with leave to use it."""
    return (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )


def test_a_code_before_the_camera_is_read_and_the_camera_goes_off(
    site: Site, record: Handed, started: Callable[..., Browser], tmp_path: Path
) -> None:
    film = tmp_path / "camera.y4m"
    as_camera(qr_picture(link_to(site, record.token), 6), film)
    with closing(started(*filming(film))) as browser:
        seen = Visit(browser.new_page())
        seen.page.goto(f"{site.address}clinician/")
        expected = opened_by_file(seen.page, record)
        seen.page.locator("[data-close]").click()
        seen.page.evaluate(KEEP_TRACKS, "at once")
        seen.page.get_by_role("button", name="Use the camera").click()
        expect(seen.page.locator(".sheet-file")).to_contain_text(SAYS["way.camera"], timeout=30_000)
        assert sheet_of(seen.page) == expected
        comes_to(seen.page, STATES, "ended")
        assert seen.page.locator("video").count() == 0
        assert (seen.complaints, list(seen.strangers(site.address))) == ([], [])


def test_a_camera_that_sees_no_code_is_stopped_by_the_person(
    site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    film = tmp_path / "camera.y4m"
    as_camera(Image.new("L", (200, 200), 255), film)
    with closing(started(*filming(film))) as browser:
        seen = Visit(browser.new_page())
        seen.page.goto(f"{site.address}clinician/")
        seen.page.evaluate(KEEP_TRACKS, "at once")
        seen.page.get_by_role("button", name="Use the camera").click()
        comes_to(seen.page, STATES, "live")
        seen.page.get_by_role("button", name="Stop the camera").click()
        expect(seen.page.locator("video")).to_have_count(0)
        comes_to(seen.page, STATES, "ended")
        assert (seen.complaints, list(seen.strangers(site.address))) == ([], [])


def test_a_camera_stopped_before_it_began_goes_off_as_soon_as_it_is_there(
    site: Site, started: Callable[..., Browser], tmp_path: Path
) -> None:
    film = tmp_path / "camera.y4m"
    as_camera(Image.new("L", (200, 200), 255), film)
    with closing(started(*filming(film))) as browser:
        seen = Visit(browser.new_page())
        seen.page.goto(f"{site.address}clinician/")
        seen.page.evaluate(KEEP_TRACKS, "held")
        seen.page.get_by_role("button", name="Use the camera").click()
        seen.page.get_by_role("button", name="Stop the camera").click()
        expect(seen.page.locator("video")).to_have_count(0)
        assert seen.page.evaluate(STATES) == ""
        seen.page.evaluate("letGo()")
        comes_to(seen.page, STATES, "ended")
        assert (seen.complaints, list(seen.strangers(site.address))) == ([], [])


KEEP_TRACKS = """(begins) => {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  const held = new Promise((resolve) => (globalThis.letGo = resolve));
  globalThis.tracks = [];
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await real(wanted);
    if (begins === "held") await held;
    tracks.push(...stream.getTracks());
    return stream;
  };
}"""
"""Keeps what the camera gives; held, the camera begins only when it is let go."""
STATES = "(() => tracks.map(({ readyState }) => readyState).join())"


def test_without_leave_the_camera_says_what_else_can_be_done(desk: Visit) -> None:
    desk.page.get_by_role("button", name="Use the camera").click()
    problem = desk.page.locator("[data-problem]")
    expect(problem).not_to_be_empty()
    assert problem.inner_text() in {SAYS["camera.denied"], SAYS["camera.missing"]}
    assert desk.page.locator("video").count() == 0


DETECTOR = """([texts, fails]) => {
  globalThis.asked = 0;
  globalThis.BarcodeDetector = class {
    static async getSupportedFormats() {
      if (fails === "formats") throw new Error("no service");
      return fails === "none" ? [] : ["ean_13", "qr_code"];
    }
    constructor({ formats }) {
      if (fails === "start" || formats.join() !== "qr_code") throw new TypeError("formats");
    }
    async detect(source) {
      asked += 1;
      if (fails === "detect") throw new DOMException("no service", "NotSupportedError");
      if (!(source instanceof HTMLCanvasElement) || source.width === 0) throw new DOMException("", "InvalidStateError");
      return texts.map((rawValue) => ({ rawValue, format: "qr_code" }));
    }
  };
}"""
"""In the place of what this Chromium, as built for Linux, does not have, and of that alone."""


@pytest.mark.parametrize("count", [1, 2])
def test_the_browsers_own_reader_is_asked_where_it_has_one(
    count: int, site: Site, desk: Visit, record: Handed
) -> None:
    expected = opened_by_file(desk.page, record)
    desk.page.locator("[data-close]").click()
    other = handed(site, KNEE, 4, "the words of somebody else")
    links = [link_to(site, each.token) for each in (record, other)]
    # It sees twice what is there once, as such readers do.
    desk.page.evaluate(DETECTOR, [[links[0], *links[:count]], ""])
    # Nothing that our own reader could read.
    blank = Image.new("L", (600, 400), 255)
    desk.page.locator("#picture").set_input_files(as_file(blank))
    if count == 1:
        assert sheet_of(desk.page) == expected
    else:
        expect(desk.page.locator("[data-problem]")).to_contain_text(SAYS["picture.several"])
        expect(desk.page.locator("#sheet")).to_be_empty()
    assert desk.page.evaluate("() => asked") >= 1


@pytest.mark.parametrize("fails", by_turns(["", "formats", "none", "start", "detect"], at_once=2))
def test_where_the_browsers_own_reader_fails_ours_reads(
    fails: str, site: Site, desk: Visit, record: Handed
) -> None:
    expected = opened_by_file(desk.page, record)
    desk.page.locator("[data-close]").click()
    desk.page.evaluate(DETECTOR, [[], fails])
    desk.page.locator("#picture").set_input_files(as_file(qr_picture(link_to(site, record.token))))
    assert sheet_of(desk.page) == expected
    assert desk.complaints == []


@pytest.mark.parametrize("turn", [0, 17])
def test_of_two_codes_in_one_picture_none_is_chosen(
    turn: int, site: Site, desk: Visit, record: Handed
) -> None:
    before = opened_by_file(desk.page, record)
    other = handed(site, KNEE, 4, "the words of somebody else")
    codes = [qr_picture(link_to(site, each.token), 3).convert("L") for each in (record, other)]
    both = Image.new("L", (sum(each.width for each in codes) + 60, 400), 255)
    both.paste(codes[0], (0, 10))
    both.paste(codes[1], (codes[0].width + 60, 20))
    picture = as_file(both.rotate(turn, expand=True, fillcolor=255))
    desk.page.locator("#picture").set_input_files(picture)
    expect(desk.page.locator("[data-problem]")).to_contain_text(SAYS["picture.several"])
    expect(desk.page.locator("#sheet")).to_be_empty()
    # The same code twice, as on the summary and its copy, is one person's.
    twice = Image.new("L", (codes[0].width * 2 + 60, 400), 255)
    for at in (0, codes[0].width + 60):
        twice.paste(codes[0], (at, 10))
    desk.page.locator("#picture").set_input_files(as_file(twice))
    assert sheet_of(desk.page) == before
