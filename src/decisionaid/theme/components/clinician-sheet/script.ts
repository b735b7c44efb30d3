/** Lay a sheet out on the page; every text in it stays text. */
import type { Say } from "../../scripts/handover/messages.ts";
import type { Part } from "../../scripts/handover/part.ts";
import { inSight, type Line } from "../../scripts/handover/room.ts";
import type { OnPaper, Sheet } from "../../scripts/handover/sheet-shape.ts";
import { make } from "../../scripts/page/dom.ts";
import { figuresElement } from "./figures.ts";
import { recordTextElement } from "./record-text.ts";

export const TITLE_ID = "sheet-title";
const FILE_ID = "sheet-file";

/** In the head of the sheet is a place for a label: `[data-slot=label]`. */
export function sheetElement(sheet: Sheet, say: Say<"clinician">, canCopy = true): HTMLElement {
  const { parts, figures, paper } = sheet;
  const inColumns = parts.filter(({ lines }) => lines.length > 0);
  const folded = parts.filter(({ lines }) => lines.length === 0);
  const folds = make("div", { class: "sheet-folds" }, ...folded.map((part) => foldElement(part, paper, true)), talkElement(sheet, say));
  return make(
    "article",
    { class: "sheet", "aria-labelledby": TITLE_ID },
    make(
      "header",
      { class: "sheet-head" },
      make("h2", { id: TITLE_ID, tabindex: "-1", "aria-describedby": FILE_ID }, sheet.title),
      make("p", { class: "sheet-file", id: FILE_ID }, sheet.opened),
      make("p", {}, sheet.saved),
      make("div", { class: "sheet-label", "data-slot": "label" }),
    ),
    ...notesElement(sheet.notes),
    sayFirstElement(sheet, say),
    ...(sheet.flags.length > 0 ? [flagsElement(sheet.flags, say)] : []),
    make(
      "div",
      { class: "sheet-parts" },
      ...inColumns.map((part) => partElement(part, paper)),
      ...(figures ? [figuresElement(figures, sheet, say)] : []),
      make("div", { class: "sheet-beside" }, recordTextElement(sheet, say, canCopy), ...(sheet.hasFoldsBeside ? [folds] : [])),
      ...(sheet.hasFoldsBeside ? [] : [folds]),
      make("p", { class: "sheet-stated" }, sheet.about.join(" · ")),
    ),
    ...offPaper(sheet, say),
  );
}

/** One after the other: each on a line of its own would push the sheet past its screen. */
function notesElement(notes: readonly string[]): HTMLElement[] {
  if (notes.length === 0) return [];
  return [make("div", { class: "sheet-notes" }, ...notes.flatMap((note) => [make("p", { class: "sheet-note" }, note), " "]))];
}

/** What is longer than its place is there in full behind a fold, and on paper. */
function sayFirstElement({ sayFirst, sayFirstHeading }: Sheet, say: Say<"clinician">): HTMLElement {
  const section = make("section", { class: "say-first" }, make("h3", { class: "visually-hidden" }, sayFirstHeading));
  if (sayFirst.short === undefined) section.append(make("p", {}, sayFirst.text));
  else {
    const fold = make("details", { class: "sheet-fold" }, make("summary", {}, say("fold.whole")), make("p", { class: "whole" }, sayFirst.text));
    section.append(make("p", { class: "cut-short" }, sayFirst.short), fold);
  }
  return section;
}

function flagsElement(flags: readonly string[], say: Say<"clinician">): HTMLElement {
  return make(
    "section",
    { class: "sheet-flags" },
    make("h3", { class: "visually-hidden" }, say("sheet.flags")),
    make("ul", { class: "flags" }, ...flags.map((flag) => make("li", {}, flag))),
  );
}

function partElement(part: Part, paper: OnPaper): HTMLElement {
  const { id, heading, lines, fold, isNumbered } = part;
  const items = lines.map((each) => lineElement(each, ...(each.short !== undefined && paper.whole.has(each) ? cutOnScreen(each.short, each.text) : [inSight(each)])));
  const list = make(isNumbered ? "ol" : "ul", {}, ...items);
  const section = make("section", { class: "sheet-part", "data-part": id }, make("h3", {}, heading), list);
  if (fold) section.append(foldElement(part, paper, false));
  return section;
}

/** Paper has no folds: there all of it stands in its place among the others. */
function cutOnScreen(short: string, text: string): HTMLElement[] {
  return [make("span", { class: "cut-short" }, short), make("span", { class: "on-paper" }, text)];
}

/** What is whole of the lines in sight, which paper has above; then all that comes behind them. */
function foldElement({ id, lines, more, fold, isNumbered }: Part, paper: OnPaper, isAlone: boolean): HTMLElement {
  const numbered = lines.map((each, n) => [each, n + 1] as const).filter(([{ short }]) => short !== undefined);
  const others = more.map((each, n) => [each, lines.length + n + 1] as const);
  const isOnPaper = (each: Line): boolean => more.includes(each) && paper.whole.has(each);
  const items = [...numbered, ...others].map(([each, n]) => {
    const item = lineElement(each, each.text);
    if (!isOnPaper(each)) item.classList.add("off-paper");
    if (isNumbered) item.setAttribute("value", `${n}`);
    return item;
  });
  const isOff = !more.some(isOnPaper);
  const attributes = { class: `sheet-fold${isAlone ? " alone" : ""}${isOff ? " off-paper" : ""}`, ...(isAlone ? { "data-part": id } : {}) };
  return make("details", attributes, make("summary", {}, fold), make(isNumbered ? "ol" : "ul", {}, ...items));
}

function lineElement({ beside = [] }: Line, ...text: (string | HTMLElement)[]): HTMLLIElement {
  const item = make("li", {}, ...text);
  for (const each of beside) item.append(" ", make("span", { class: "aid-says" }, each));
  return item;
}

/** What to ask in the visit: the same of every option. */
function talkElement({ options: all, paper }: Sheet, say: Say<"clinician">): HTMLElement {
  const options = all.join("; ");
  const prompts = [
    say("talk.matters"),
    ...(options ? [say("talk.options", { options })] : []),
    say("talk.benefits"),
    say("talk.harms"),
    say("talk.nothing"),
  ];
  return make(
    "details",
    { class: `sheet-fold alone${paper.hasTalk ? "" : " off-paper"}`, "data-part": "talk" },
    make("summary", {}, say("talk.fold")),
    make("ul", {}, ...prompts.map((text) => make("li", {}, text))),
  );
}

/** What has no room on paper, counted, and where it is. */
function offPaper({ paper, figures }: Sheet, say: Say<"clinician">): HTMLElement[] {
  const rows = figures?.more.length ?? 0;
  const parts = [
    ...paper.left.map(({ heading, n }) => say("sheet.paper_part", { n, heading })),
    ...(paper.hasTalk ? [] : [say("sheet.paper_talk", { heading: say("talk.fold") })]),
    ...(rows > 0 ? [say("sheet.paper_rows", { n: rows })] : []),
  ];
  if (parts.length === 0) return [];
  return [make("p", { class: "on-paper sheet-left" }, say("sheet.paper_left", { parts: parts.join("; ") }), " ", say("sheet.paper_where"))];
}
