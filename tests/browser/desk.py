"""Records by all ways into the clinician's page: as files, tokens, links and pictures of square codes."""

import json
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import zxingcpp
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from decisionaid.commands.record import record as record_command
from decisionaid.model.canonical import record_checksum
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.record.labels import labels_of
from decisionaid.record.token import token_of
from decisionaid.record.token_text import link_of
from tests.browser.site_fixtures import Site
from tests.browser.tokens import words_published
from tests.english import script_texts

SAYS = script_texts("clinician")

PASTED = """([text, pictures]) => {
  const clipboardData = new DataTransfer();
  if (text !== null) clipboardData.setData("text/plain", text);
  for (const [name, type, bytes] of pictures) {
    clipboardData.items.add(new File([Uint8Array.from(bytes)], name, { type }));
  }
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""

SHEET = """() => {
  const copy = document.querySelector("#sheet .sheet").cloneNode(true);
  for (const each of copy.querySelectorAll(".sheet-file, [data-slot=label]")) each.remove();
  return copy.textContent;
}"""


@dataclass(frozen=True)
class Handed:
    """One record, and what carries it."""

    data: dict[str, Any]
    words: AidWords

    @property
    def json(self) -> str:
        """The record as bare JSON, which is a file too."""
        return json.dumps(self.data)

    @cached_property
    def token(self) -> str:
        """What codes, links and scanners carry."""
        return token_of(Record.model_validate_json(self.json), self.words)

    def file(self, name: str = "answers.json") -> FilePayload:
        """Return it as a file to choose."""
        return {"name": name, "mimeType": "application/json", "buffer": self.json.encode()}


def handed(site: Site, slug: str, number: int, own: str = "", **changed: Any) -> Handed:
    """Return one of an aid's examples as a person would hand it over; ``own`` are their own words."""
    text = (site.folder / "aids" / slug / "practice.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)["examples"][number]["record"]
    words = AidWords.model_validate_json(json.dumps(words_published(site.folder, slug)))
    # Said by somebody: what nobody said is known by its id.
    data |= {"id": data["id"][16:] * 2} | changed | ({"what_matters": own} if own else {})
    data["words"] = labels_of(data, words)
    return Handed(data | {"crc32": record_checksum(data)}, words)


def link_to(site: Site, token: str) -> str:
    """Return the link that a patient hands over."""
    return link_of(f"{site.address}clinician/", token)


def qr_picture(text: str, scale: int = 5) -> Image.Image:
    """Return a square code as another library draws it, with the white edge that it needs."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return Image.fromarray(code.to_image(scale=scale, add_quiet_zones=True))


def as_file(picture: Image.Image, name: str = "photo.png", form: str = "PNG") -> FilePayload:
    """Return a picture as a file to choose."""
    data = BytesIO()
    picture.convert("RGB").save(data, form)
    return {"name": name, "mimeType": f"image/{form.lower()}", "buffer": data.getvalue()}


def as_camera(picture: Image.Image, path: Path, *, width: int = 1280, height: int = 720) -> None:
    """Write a film of one still for Chromium's made-up camera."""
    still = Image.new("L", (width, height), 200)
    shown = picture.convert("L")
    shown.thumbnail((height - 80, height - 80), Image.Resampling.NEAREST)
    still.paste(shown, ((width - shown.width) // 2, (height - shown.height) // 2))
    grey = bytes([128]) * (width * height // 4)
    with path.open("wb") as film:
        film.write(f"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n".encode())
        for _ in range(3):
            film.write(b"FRAME\n" + still.tobytes() + grey + grey)


def paste(page: Page, text: str | None, pictures: tuple[tuple[str, str, bytes], ...] = ()) -> None:
    """Paste into what has the focus."""
    page.evaluate(PASTED, [text, [[name, kind, list(data)] for name, kind, data in pictures]])


def drop(
    page: Page, *files: Path, text: str = "", at: str = "body", kind: str = "text/plain"
) -> None:
    """Drag files or text in from outside the browser, as the system does, and let go over a place."""
    box = page.locator(at).first.bounding_box()
    assert box is not None, at
    data = {
        "items": [{"mimeType": kind, "data": text}] if text else [],
        "files": [str(file) for file in files],
        "dragOperationsMask": 1,
    }
    session = page.context.new_cdp_session(page)
    where = {"x": box["x"] + min(box["width"] / 2, 200), "y": box["y"] + min(box["height"] / 2, 60)}
    for step in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": step, **where, "data": data})
    session.detach()


def saved_form(page: Page, form: str) -> bytes:
    """Save what is open in another system's form; return the file."""
    fold = page.locator("[data-part=forms]")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    with page.expect_download() as saving:
        page.locator(f"[data-part=forms] [data-form={form}]").click()
    return saving.value.path().read_bytes()


def written(form: str, record: Path, site: Site) -> bytes:
    """Return what ``decisionaid record`` writes of a record into a folder."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / form
        command = [form, str(record), "--aids", str(site.folder), "--out", str(out)]
        result = CliRunner().invoke(record_command, command)
        assert result.exit_code == 0, result.output
        (made,) = out.iterdir()
        return made.read_bytes()


def sheet_of(page: Page) -> str:
    """Return all words of the sheet but which way it came and its label."""
    expect(page.locator("#sheet .sheet")).to_be_visible()
    return str(page.evaluate(SHEET))


def opened_by_file(page: Page, record: Handed, name: str = "answers.json") -> str:
    """Open a record as a file; return its sheet."""
    page.locator("#record-file").set_input_files(record.file(name))
    expect(page.locator(".sheet-file")).to_contain_text(name)
    return sheet_of(page)
