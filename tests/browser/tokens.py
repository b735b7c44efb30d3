"""Codes as others read them: tokens by the scripts of the clinician's page, pictures by a reader of our own choice."""

import json
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image, ImageEnhance, ImageFilter
from playwright.sync_api import Page

import hatch_build
from tests.conftest import ROOT

READER = """
export { recordInToken } from "./scripts/record/token-read.ts";
export { tokenInText } from "./scripts/record/token-text.ts";
export { unlocked, unlockedFile } from "./scripts/record/passphrase.ts";
export { lockedInText } from "./scripts/handover/record-file.ts";
"""
OPTIONS = ("--bundle", "--format=iife", "--global-name=reader", "--loader=ts")
READ = """async ([text, passphrase, words]) => {
  let token = reader.tokenInText(text);
  if (passphrase) token = await reader.unlocked(token, passphrase);
  return token && reader.recordInToken(token, async (aid, hash) =>
    aid === words.id && hash === words.source_sha256 ? words : null);
}"""
UNLOCK = "([text, passphrase]) => reader.unlockedFile(reader.lockedInText(text), passphrase)"
MM = 72 / 25.4
"""Points."""


@cache
def _bundle() -> str:
    done = subprocess.run(
        [hatch_build.node(), "node_modules/esbuild/bin/esbuild", *OPTIONS],
        cwd=ROOT / hatch_build.THEME,
        input=READER,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def _begin(page: Page) -> None:
    # As an expression: what is declared in a function would be gone with it.
    page.evaluate(f"() => {{ {_bundle()}; globalThis.reader = reader; }}")


def words_published(folder: Path, slug: str) -> dict[str, Any]:
    """Return the words of an aid by which a built site has its tokens read."""
    (path,) = (folder / "aids" / slug / "versions").glob("*.json")
    words: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return words


def record_in(page: Page, text: str, words: dict[str, Any], passphrase: str = "") -> dict[str, Any]:
    """Return the record of the token in a text, or its fault; ``page`` is any of a secure site."""
    _begin(page)
    read: dict[str, Any] = page.evaluate(READ, [text, passphrase, words])
    record: dict[str, Any] = read.get("record", read)
    return record


def record_in_file(path: Path, page: Page, passphrase: str = "") -> dict[str, Any] | None:
    """Return the record in a saved file; None: the passphrase does not open it."""
    text = path.read_text("utf-8")
    if passphrase:
        _begin(page)
        json_text = page.evaluate(UNLOCK, [text, passphrase])
    else:
        block = text.split('id="decisionaid-record">', 1)[1].split("</script>", 1)[0]
        json_text = block.replace("\n", "")
    record: dict[str, Any] | None = json_text and json.loads(json_text)
    return record


def codes_in(picture: Image.Image) -> list[str]:
    """Return what the square codes in a picture say."""
    found = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return [each.text for each in found]


def screenshot(page: Page, selector: str) -> Image.Image:
    """Return a picture of an element as a screen shows it."""
    return Image.open(BytesIO(page.locator(selector).screenshot()))


def as_cameras_see(sheets: bytes, sheet: int = 0) -> Iterator[tuple[str, Image.Image]]:
    """Yield a printed sheet at three resolutions: as it is, turned by 3 degrees, blurred too, and pale too."""
    for dpi in (150, 200, 300):
        page = pypdfium2.PdfDocument(sheets)[sheet]
        clean = page.render(scale=dpi / 72).to_pil().convert("L")
        turned = clean.rotate(3, Image.Resampling.BICUBIC, fillcolor=255)
        blurred = turned.filter(ImageFilter.GaussianBlur(dpi / 200))
        pale = ImageEnhance.Contrast(blurred).enhance(0.4)
        named = {"clean": clean, "turned": turned, "blurred": blurred, "pale": pale}
        yield from ((f"{name} at {dpi}", picture) for name, picture in named.items())
