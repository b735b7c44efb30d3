"""Look at a page as it is drawn: small targets, texts cut off, drawings that can be told apart."""

from base64 import b64encode
from collections.abc import Sequence

from playwright.sync_api import Locator, Page

from tests.browser.visit import Visit

# WCAG 1.4.12: a person may set the spacing of text; nothing may be cut off or overlap.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
UNSPACED = "() => { document.adoptedStyleSheets = []; }"

# Texts whose box cuts them off, but for those that only screen readers are given.
CUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const isCut = (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
    && !["auto", "scroll"].includes(style.overflowX))
    || (["hidden", "clip"].includes(style.overflowY)
      && element.scrollHeight > element.clientHeight + 1);
  return isCut && element.clientWidth > 1 && element.checkVisibility() && element.innerText
    && !element.closest("svg");
}).map((element) => element.outerHTML.slice(0, 120))"""

# WCAG 2.5.8; a label is part of its control's target.
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true })
    && target.type !== "hidden" && target.getClientRects().length > 0)
  .filter((target) => !target.closest(".visually-hidden, .skip:not(:focus)"))
  .filter((target) => {
    // For links in running text, axe looks at the space around them too.
    if (target.localName === "a" && getComputedStyle(target).display === "inline") return false;
    const boxes = [target, ...(target.labels ?? [])].map((one) => one.getBoundingClientRect());
    return !boxes.some((box) => box.width >= 24 && box.height >= 24);
  }).map((target) => target.outerHTML.slice(0, 120))"""

# The mean brightness, 0 to 255, of a part of a picture; the part is in shares of its sides.
BRIGHTNESS = """async ([encoded, left, top, width, height]) => {
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const part = [left * picture.width, top * picture.height,
    width * picture.width, height * picture.height].map(Math.round);
  const { data } = context.getImageData(...part);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += data[at] + data[at + 1] + data[at + 2];
  return sum / (data.length / 4 * 3);
}"""


def faults_of(seen: Visit) -> Sequence[str]:
    """Return everything that a machine can find wrong with the page as it is now."""
    faults = list(seen.axe_faults())
    faults += [f"small target: {target}" for target in seen.page.evaluate(SMALL)]
    faults += [f"{seen.overflow()} px too wide"] if seen.overflow() else []
    return faults


def spaced_faults(seen: Visit) -> Sequence[str]:
    """Return what is wrong while the person has set the spacing of text."""
    seen.page.evaluate(SPACED)
    faults = [f"cut: {element}" for element in seen.page.evaluate(CUT)]
    faults += [f"{seen.overflow()} px too wide"] if seen.overflow() else []
    seen.page.evaluate(UNSPACED)
    return [f"wider spacing: {fault}" for fault in faults]


def first_and_last_figure(page: Page) -> tuple[float, float]:
    """Return how bright the first and the last small figure of a drawing are."""
    array = page.locator("svg.icon-array").filter(visible=True).first
    height = float((array.get_attribute("viewBox") or "").split()[3])
    row = 10 / height
    return brightness(array, 0, 0, row), brightness(array, 0.9, 1 - row, row)


def brightness(array: Locator, left: float, top: float, row: float) -> float:
    """Return how bright a tenth of a drawing's width is, one row high, at a place in it."""
    encoded = b64encode(array.screenshot()).decode()
    value: float = array.page.evaluate(BRIGHTNESS, [encoded, left, top, 0.1, row])
    return value
