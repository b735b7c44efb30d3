"""What comes into the clinician's page from outside may be anything: nothing runs, nothing is asked for."""

import json
import random
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import expect

from decisionaid.model.words import AidWords
from decisionaid.record.token import TokenRead, record_in_token
from decisionaid.record.token_text import token_in_text
from tests.browser.conftest import Visitor
from tests.browser.desk import SAYS, as_file, handed, link_to, opened_by_file, qr_picture, sheet_of
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit
from tests.conftest import ROOT
from tests.our_aids import EARS, KNEE

OWN = "the words of somebody who is open already"
TOKENS: Final = ROOT / "tests/golden/records/tokens.json"
REFUSED: Final = ("not_ours", "newer", "too_large", "damaged")
INJECTED: Final = (
    '<img src=x onerror="window.hurt=1">',
    "<script>window.hurt=1</script>",
    '"><svg onload=window.hurt=1>',
    "javascript:window.hurt=1",
    "{{constructor.constructor('window.hurt=1')()}}",
    "\u202e\u2066\u0000\u200b",
    "../../../aids/x",
    "//elsewhere.invalid/#1",
    "__proto__",
    "%3Cscript%3E%E0%A4%A",
)

TRY_ALL = """async (texts) => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const [problem, form] = ["[data-problem]", "[data-passphrase]"].map((each) => document.querySelector(each));
  const said = {};
  const sheets = [];
  let slowest = 0;
  for (const text of texts) {
    const clipboardData = made(text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
    const begin = performance.now();
    while (problem.childElementCount < (text.trim() ? 2 : 1) && !form.firstChild && !document.querySelector(".sheet")) {
      if (performance.now() - begin > 8000) return { stuck: text.slice(0, 200) };
      await wait(2);
    }
    slowest = Math.max(slowest, performance.now() - begin);
    const isSheet = document.querySelector(".sheet") !== null;
    if (isSheet) sheets.push(text.slice(0, 400));
    const verdict = form.firstChild ? "locked" : isSheet ? "sheet" : problem.lastChild.textContent;
    said[verdict] = (said[verdict] ?? 0) + 1;
  }
  return { said, slowest, sheets, open: document.querySelectorAll(".open-one").length };
  function made(text) {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    return data;
  }
}"""


ANSWERED = """() => document.querySelector("[data-problem] p")
  ?? document.querySelector(".sheet-file")?.textContent.includes("Picture")"""


@pytest.fixture
def desk(site: Site, visit: Visitor) -> Visit:
    """Open the clinician's page, with somebody's sheet open already."""
    seen = visit(f"{site.address}clinician/", width=1366, height=768)
    opened_by_file(seen.page, handed(site, EARS, 0, OWN))
    return seen


def tokens() -> list[str]:
    """Return the tokens that both languages refuse."""
    cases = json.loads(TOKENS.read_text("utf-8"))
    return [case["text"] for case in cases if case["verdict"] in REFUSED]


def texts(site: Site) -> Iterator[str]:
    """Yield texts and links that somebody might have made to do harm."""
    good = handed(site, KNEE, 0).token
    rng = random.Random(14)  # noqa: S311 - the same each time
    for each in INJECTED:
        yield from (each, good[:-1] + each, f"{each} {good[1:]}", link_to(site, each))
        yield json.dumps({"format": "decisionaid.record/1", each: each})
        yield f'<script type="application/json" id="decisionaid-record">{each}'
    for at in range(1, len(good), 4):
        yield good[:at] + ("7" if good[at] != "7" else "8") + good[at + 1 :]
    for size in (1, 39, 40, 41, 6143, 6144, 6145, 200_000, 600_000):
        yield "1" * size
        yield "2" * size
        yield "A1" * (size // 2)
    for _ in range(100):
        yield "".join(rng.choices("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./ \n", k=300))
    yield "[" * 100_000
    yield '{"format":"decisionaid.locked/1","data":"' + "A" * 400_000 + '"}'


def is_sound(text: str, words: AidWords) -> bool:
    """Return whether the other language reads a record in it: spaces around a token do no harm."""
    token = token_in_text(text)
    return token is not None and isinstance(
        record_in_token(token, lambda aid, _: words if aid == words.id else None), TokenRead
    )


def assert_unhurt(seen: Visit, site: Site) -> None:
    """Find that nothing ran and that who was open is open, with the same sheet."""
    assert seen.page.evaluate("() => window.hurt") is None
    assert list(seen.strangers(site.address)) == []
    assert seen.complaints == []
    if seen.page.locator(".sheet").count() == 0:
        seen.page.locator(".open-one").first.click()
    expect(seen.page.locator("#sheet")).to_contain_text(OWN)


@pytest.mark.long
@pytest.mark.parametrize("fourth", by_turns((0, 1, 2, 3)))
def test_hostile_texts_and_links_open_nothing_and_hurt_nobody(
    fourth: int, site: Site, desk: Visit
) -> None:
    before = sheet_of(desk.page)
    words = handed(site, KNEE, 0).words
    all_ = [each for each in [*texts(site), *tokens()][fourth::4] if not is_sound(each, words)]
    assert len(all_) > 200
    done = desk.page.evaluate(TRY_ALL, all_)
    assert "stuck" not in done
    assert done["sheets"] == []
    assert done["open"] == 1
    assert done["slowest"] < 4000
    known = {SAYS[name] for name in SAYS if name.startswith(("code.", "fault."))}
    # What was written in it is said as it stands, behind the words that say whose it is.
    quoting = ("“", SAYS["fault.helper"].partition("“")[0])
    strange = [each for each in done["said"] if each not in known and not each.startswith(quoting)]
    assert [each for each in strange if "version" not in each and each != "locked"] == []
    assert_unhurt(desk, site)
    assert sheet_of(desk.page) == before


@pytest.mark.parametrize("hash_", ["1" * 50, "2<img src=x onerror=hurt=1>", "1%00%ff%", "1" * 9000])
def test_a_hostile_link_is_out_of_the_address_at_once(
    hash_: str, site: Site, visit: Visitor
) -> None:
    seen = visit(f"{site.address}clinician/#{hash_}")
    expect(seen.page.locator("[data-problem]")).not_to_be_empty()
    assert seen.page.url == f"{site.address}clinician/"
    assert seen.page.evaluate("() => window.hurt") is None
    assert (seen.complaints, list(seen.strangers(site.address))) == ([], [])


def png_of(width: int, height: int) -> bytes:
    """Return a picture that is small as a file and as large as this in memory."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pictures() -> Iterator[tuple[str, bytes, str]]:
    """Yield pictures with what is said of each."""
    sound = as_file(qr_picture("hello"))["buffer"]
    yield "bomb", png_of(60_000, 60_000), "picture.too_large"
    yield "heavy", sound + b"\0" * 26_000_000, "picture.too_large"
    yield "cut", sound[:60], "picture.not_read"
    yield "empty", b"", "picture.not_read"
    yield "no size", png_of(0, 7), "picture.not_read"
    yield "lies about its size", png_of(400, 400), "picture.not_read"
    yield "page", b"<svg xmlns='http://www.w3.org/2000/svg' onload='hurt=1'/>", "picture.not_read"
    yield "jpeg without an end", b"\xff\xd8\xff\xe0\xff\xff" * 9, "picture.not_read"
    blank = BytesIO()
    Image.new("L", (600, 400), 255).save(blank, "PNG")
    yield "blank", blank.getvalue(), "picture.none"
    two = Image.new("L", (900, 400), 255)
    two.paste(qr_picture("hello"), (10, 10))
    yield "somebody else's code", as_file(two)["buffer"], "code.not_ours"
    for text in INJECTED:
        yield f"code with {text}", as_file(qr_picture(text))["buffer"], "code.not_ours"


@pytest.mark.long
def test_hostile_pictures_open_nothing_and_hurt_nobody(
    site: Site, desk: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "photo.png"
    for name, data, said in pictures():
        file.write_bytes(data)
        desk.page.locator("#picture").set_input_files(file)
        expect(desk.page.locator("[data-problem]"), name).to_contain_text(SAYS[said])
        expect(desk.page.locator("#sheet"), name).to_be_empty()
        desk.page.locator(".open-one").first.click()
        expect(desk.page.locator("[data-problem]")).to_be_empty()
    assert_unhurt(desk, site)


@pytest.mark.long
@pytest.mark.parametrize("many", [20, pytest.param(60, marks=pytest.mark.soak)])
def test_pictures_of_noise_open_nothing_and_hurt_nobody(many: int, site: Site, desk: Visit) -> None:
    rng = random.Random(14)  # noqa: S311 - the same each time
    sound = as_file(qr_picture(link_to(site, handed(site, KNEE, 0).token), 3))["buffer"]
    known = {SAYS[each] for each in SAYS if each.startswith(("picture.", "code."))}
    for _ in range(many):
        data = bytearray(sound)
        for _ in range(rng.randint(1, 40)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        desk.page.locator("#picture").set_input_files(
            {"name": "photo.png", "mimeType": "image/png", "buffer": bytes(data)}
        )
        desk.page.wait_for_function(ANSWERED, timeout=20_000)
        problem = desk.page.locator("[data-problem] p").last
        if problem.count():
            assert problem.inner_text() in known
            desk.page.locator(".open-one").first.click()
        else:  # what was changed were colours that nobody needs: then all of it is right
            expect(desk.page.locator("#sheet")).to_contain_text("Made up for practice")
            desk.page.locator("[data-close]").click()
            desk.page.locator(".open-one").first.click()
        expect(desk.page.locator("#sheet")).to_contain_text(OWN)
    assert_unhurt(desk, site)
