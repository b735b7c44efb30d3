/** What a person said before and after, side by side: what differs, in the sheet's words; nothing is worked out of it. */
import { changesIn, type Change } from "../handover/what-changed.ts";
import { dayInWords } from "../handover/day.ts";
import type { Say } from "../handover/messages.ts";
import { sheetOf } from "../handover/sheet.ts";
import { button, make } from "../page/dom.ts";
import type { Patient } from "./patients.ts";

export function beforeAfterElement(before: Patient, after: Patient, named: (patient: Patient) => string, say: Say<"clinician">, back: () => void): HTMLElement {
  const [one, other] = [before.opened.record, after.opened.record];
  const changes = changesIn(sheetFor(before, say), sheetFor(after, say), say);
  const changed = changes.filter(({ gone, come }) => gone.length + come.length > 0);
  const same = changes.filter(({ both }) => both.length > 0);
  const { title } = after.opened.known.words ?? other.aid;
  return make(
    "article",
    { class: "sheet changes", "aria-labelledby": "change-title" },
    make("h2", { id: "change-title", tabindex: "-1" }, say("change.title", { title })),
    make("p", { class: "panel-tools" }, button(say("change.back"), { class: "button secondary" }, back)),
    ...[before, after].filter(({ isMadeUp }) => isMadeUp).slice(0, 1).map(() => make("p", { class: "sheet-note" }, say("practice.note"))),
    ...(one.id === other.id ? [] : [make("p", { class: "sheet-note" }, say("change.by_hand"))]),
    ...(one.aid.source_sha256 === other.aid.source_sha256 ? [] : [make("p", { class: "sheet-note" }, say("change.other_text"))]),
    changed.length > 0 ? table(changed, [before, after].map((each) => headOf(each, named, say)), say) : make("p", {}, say("change.none")),
    ...(same.length > 0 ? [sameElement(same, say)] : []),
    make("p", { class: "sheet-stated" }, say("change.stated")),
  );
}

/** Without the aid's figures: they are no one's answers, and no line may lead to them here. */
function sheetFor({ opened: { record, known, left, isAltered } }: Patient, say: Say<"clinician">): ReturnType<typeof sheetOf> {
  const { words, seen, missing } = known;
  return sheetOf(record, { words: withoutFacts(words), seen: withoutFacts(seen ?? null), missing }, left, say, isAltered);
}

function withoutFacts<Words extends object>(words: Words | null): (Words & { facts: [] }) | null {
  return words && { ...words, facts: [] };
}

/** Whose it is and of which day. */
function headOf(patient: Patient, named: (patient: Patient) => string, say: Say<"clinician">): string {
  const { day, updated } = patient.opened.record;
  const date = dayInWords(say, day || updated);
  return date ? say("change.of_day", { which: named(patient), date }) : named(patient);
}

function table(changes: readonly Change[], heads: readonly string[], say: Say<"clinician">): HTMLElement {
  const [before = "", after = ""] = heads;
  const head = (text: string, which: string): HTMLElement => make("th", { scope: "col" }, text, make("span", {}, which));
  return make(
    "table",
    { class: "changes-table" },
    make("caption", {}, say("change.caption")),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("change.part")), head(say("change.before"), before), head(say("change.after"), after))),
    make(
      "tbody",
      {},
      ...changes.map(({ heading, gone, come }) =>
        make("tr", {}, make("th", { scope: "row" }, heading), cell(gone, say("change.before"), say), cell(come, say("change.after"), say)),
      ),
    ),
  );
}

/** In a narrow window its heading stands in the cell. */
function cell(lines: readonly string[], head: string, say: Say<"clinician">): HTMLElement {
  const inside = lines.length > 0 ? make("ul", {}, ...lines.map((text) => make("li", {}, text))) : make("p", { class: "hint" }, say("change.nothing_else"));
  return make("td", { "data-head": head }, inside);
}

function sameElement(same: readonly Change[], say: Say<"clinician">): HTMLElement {
  const parts = same.flatMap(({ heading, both }) => [make("h3", {}, heading), make("ul", {}, ...both.map((text) => make("li", {}, text)))]);
  return make("details", {}, make("summary", {}, say("change.same")), ...parts);
}
