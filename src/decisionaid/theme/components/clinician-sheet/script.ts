/** Lay a sheet out on the page; every text in it stays text. */
import type { Say } from "../../scripts/handover/messages.ts";
import type { Part, Sheet } from "../../scripts/handover/sheet.ts";
import { make } from "../../scripts/page/dom.ts";

export const TITLE_ID = "sheet-title";

export function sheetElement(sheet: Sheet, say: Say<"clinician">): HTMLElement {
  return make(
    "article",
    { class: "sheet", "aria-labelledby": TITLE_ID },
    make("h2", { id: TITLE_ID, tabindex: "-1" }, sheet.title),
    make("p", { class: "sheet-about" }, sheet.about.join(" · ")),
    ...sheet.notes.map((note) => make("p", { class: "sheet-note" }, note)),
    make("section", { class: "say-first" }, make("h3", {}, say("sheet.say_first")), make("p", {}, sheet.sayFirst)),
    make(
      "section",
      { class: "sheet-flags" },
      make("h3", {}, say("sheet.flags")),
      sheet.flags.length > 0
        ? make("ul", { class: "flags" }, ...sheet.flags.map((flag) => make("li", {}, flag)))
        : make("p", {}, say("sheet.no_flags")),
    ),
    make("div", { class: "sheet-parts" }, ...sheet.parts.map(partElement)),
    ...(sheet.facts ? [factsTable(sheet.facts, say)] : []),
    make("p", { class: "sheet-stated" }, say("sheet.stated")),
  );
}

function partElement({ id, heading, lines, isNumbered }: Part): HTMLElement {
  const items = lines.map((text) => make("li", {}, text));
  const body =
    lines.length === 1 && !isNumbered ? make("p", {}, lines[0] ?? "") : make(isNumbered ? "ol" : "ul", {}, ...items);
  return make("section", { class: "sheet-part", "data-part": id }, make("h3", {}, heading), body);
}

function factsTable(facts: NonNullable<Sheet["facts"]>, say: Say<"clinician">): HTMLElement {
  const head = [say("sheet.outcome"), ...facts.options].map((text) => make("th", { scope: "col" }, text));
  const rows = facts.rows.map(({ label, figures }) =>
    make("tr", {}, make("th", { scope: "row" }, label), ...figures.map((figure) => make("td", {}, figure))),
  );
  return make(
    "table",
    { class: "sheet-facts" },
    make("caption", {}, say("sheet.facts")),
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...rows),
  );
}
