/** Lay a sheet out on the page; every text in it stays text. */
import type { FactWords } from "../../generated/words.ts";
import type { SheetFigures } from "../../scripts/handover/figures.ts";
import type { Say } from "../../scripts/handover/messages.ts";
import type { Part, Sheet } from "../../scripts/handover/sheet.ts";
import { make } from "../../scripts/page/dom.ts";

export const TITLE_ID = "sheet-title";
const FILE_ID = "sheet-file";

/** `opened`: which file it is and when it was opened. */
export function sheetElement(sheet: Sheet, opened: string, say: Say<"clinician">): HTMLElement {
  return make(
    "article",
    { class: "sheet", "aria-labelledby": TITLE_ID },
    make("p", { class: "sheet-file", id: FILE_ID }, opened),
    make("h2", { id: TITLE_ID, tabindex: "-1", "aria-describedby": FILE_ID }, sheet.title),
    make("p", { class: "sheet-about" }, sheet.about.join(" · ")),
    make("div", { class: "sheet-label", "data-slot": "label" }),
    ...sheet.notes.map((note) => make("p", { class: "sheet-note" }, note)),
    make("section", { class: "say-first" }, make("h3", {}, sheet.sayFirstHeading), make("p", {}, sheet.sayFirst)),
    make(
      "section",
      { class: "sheet-flags" },
      make("h3", {}, say("sheet.flags")),
      sheet.flags.length > 0
        ? make("ul", { class: "flags" }, ...sheet.flags.map((flag) => make("li", {}, flag)))
        : make("p", {}, say("sheet.no_flags")),
    ),
    make("div", { class: "sheet-parts" }, ...sheet.parts.map((part) => partElement(part, say))),
    ...(sheet.figures ? [figuresElement(sheet.figures, sheet.until, say)] : []),
    make("p", { class: "sheet-stated" }, sheet.stated),
  );
}

function partElement({ id, heading, lines, more, isNumbered }: Part, say: Say<"clinician">): HTMLElement {
  const list = (texts: readonly string[], attributes = {}): HTMLElement =>
    make(isNumbered ? "ol" : "ul", attributes, ...texts.map((text) => make("li", {}, text)));
  const body = lines.length === 1 && !isNumbered ? make("p", {}, lines[0] ?? "") : list(lines);
  const others = make(
    "details",
    {},
    make("summary", {}, say("sheet.show_more", { n: more.length })),
    list(more, isNumbered ? { start: `${lines.length + 1}` } : {}),
  );
  return make("section", { class: "sheet-part", "data-part": id }, make("h3", {}, heading), body, ...(more.length > 0 ? [others] : []));
}

function figuresElement({ rows, more, isByPerson }: SheetFigures, until: string, say: Say<"clinician">): HTMLElement {
  // On paper only where somebody opened it: the aid may have more rows than a sheet has room.
  const others = make("details", { class: "sheet-others" }, make("summary", {}, say("sheet.figures_more", { n: more.length })), ...more.map(rowElement));
  return make(
    "section",
    { class: "sheet-facts" },
    make("h3", {}, say("sheet.figures")),
    ...(until ? [make("p", {}, until)] : []),
    make("p", {}, say(isByPerson ? "sheet.figures_theirs" : "sheet.figures_first")),
    ...rows.map(rowElement),
    ...(more.length > 0 ? [others] : []),
  );
}

/** A row as a list, not as a table: on a narrow screen too each figure keeps its option beside it. */
function rowElement({ label, measured, better, sure, source, notes = [], figures }: FactWords): HTMLElement {
  const read = [measured, better, sure, source, ...notes].filter(Boolean);
  return make(
    "section",
    { class: "sheet-row" },
    make("h4", {}, label),
    make(
      "ul",
      { class: "sheet-figures" },
      ...figures.map(({ option, said, range }) =>
        make("li", {}, make("strong", {}, option), make("span", {}, said), ...(range ? [make("span", {}, range)] : [])),
      ),
    ),
    make("p", {}, read.join(" · ")),
  );
}
