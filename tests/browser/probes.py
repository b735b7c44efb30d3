"""Look at a page as it is drawn: small targets, texts cut off, drawings that can be told apart."""

from base64 import b64encode
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, ViewportSize

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
    && !element.closest("svg, .figure-spoken");
}).map((element) => element.outerHTML.slice(0, 120))"""

# WCAG 2.5.8; a label is part of its control's target.
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true })
    && target.type !== "hidden" && target.getClientRects().length > 0)
  .filter((target) => !target.closest(".visually-hidden, .skip:not(:focus), [inert]"))
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

# Make a page of figures short: nothing but drawings and what they stand in, and no list of figures
# whose drawings have all been seen on the same ground. Gives how high the page is then.
SHORTENED = """([selector, ground]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[hidden] { display: none !important }");
  document.adoptedStyleSheets = [sheet];
  const [known, kept, around] = [new Set(), new Set(), new Set()];
  for (const list of document.querySelectorAll(".figures")) {
    const place = list.closest(ground);
    const drawings = place && place.checkVisibility() ? [...list.querySelectorAll(selector)] : [];
    const keys = drawings.map((one) => place.className + one.outerHTML);
    if (keys.every((key) => known.has(key))) continue;
    keys.forEach((key) => known.add(key));
    kept.add(list);
    for (const drawing of drawings)
      for (let at = drawing.parentElement; at; at = at.parentElement) around.add(at);
  }
  for (const one of document.body.querySelectorAll("*")) {
    const hasMarks = one.matches("svg") || one.querySelector("marker");
    if (around.has(one.parentElement) && !around.has(one) && !kept.has(one) && !hasMarks)
      one.hidden = true;
  }
  return document.documentElement.scrollHeight;
}"""
# Drawings whose lightest and darkest points differ by less than the last argument, from 0 to 255.
FAINT = """async ([encoded, selector, least]) => {
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const drawings = [...document.querySelectorAll(selector)]
    .map((drawing) => [drawing, drawing.getBoundingClientRect()])
    .filter(([drawing, box]) => drawing.checkVisibility() && box.width > 1 && box.top >= 0
      && box.bottom <= picture.height);
  const faint = drawings.filter(([, box]) => {
    const { data } = context.getImageData(box.left, box.top, box.width, Math.max(box.height, 1));
    let [low, high] = [255, 0];
    for (let at = 0; at < data.length; at += 4) {
      const bright = (data[at] + data[at + 1] + data[at + 2]) / 3;
      [low, high] = [Math.min(low, bright), Math.max(high, bright)];
    }
    return high - low < least;
  });
  const say = ([drawing]) => `${drawing.closest("[id]").id}: ${drawing.outerHTML.slice(0, 80)}`;
  return [faint.map(say), drawings.length];
}"""
STANDS_OUT = 100
# Each point as it is drawn, packed less: a large picture is taken in half the time.
AT_ONCE = {"format": "png", "optimizeForSpeed": True}


def faults_of(seen: Visit) -> Sequence[str]:
    """Return everything that a machine can find wrong with the page as it is now."""
    return [*seen.axe_faults(), *drawn_faults(seen)]


def drawn_faults(seen: Visit) -> Sequence[str]:
    """Return targets that are too small, and by how much the page is too wide."""
    faults = [f"small target: {target}" for target in seen.page.evaluate(SMALL)]
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


def faint_drawings(page: Page, selector: str, ground: str) -> tuple[Sequence[str], int]:
    """Return the drawings that cannot be told from their paper, and how many were looked at.

    ``ground`` is what gives a drawing its colours. The page is looked at in windows that overlap: a
    picture of all of it at once would be too large.
    """
    height, step = 6000, 5000
    page.set_viewport_size(ViewportSize(width=1280, height=height))
    whole: int = page.evaluate(SHORTENED, [selector, ground])
    faint: list[str] = []
    seen = 0
    debugger = page.context.new_cdp_session(page)
    for top in range(0, whole, step):
        page.evaluate("(top) => window.scrollTo(0, top)", top)
        encoded = debugger.send("Page.captureScreenshot", AT_ONCE)["data"]
        found, count = page.evaluate(FAINT, [encoded, selector, STANDS_OUT])
        faint += found
        seen += count
    return faint, seen
