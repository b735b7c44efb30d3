/** Rows of figures on the clinician's sheet: what they count, when, how sure, and for every option. */
import type { FactFigure, FactWords } from "../../generated/words.ts";
import type { SheetFigures } from "../../scripts/handover/figures.ts";
import type { Say } from "../../scripts/handover/messages.ts";
import type { Sheet } from "../../scripts/handover/sheet-shape.ts";
import { make } from "../../scripts/page/dom.ts";

/** A digit of any script: what has none says why there is no number. */
const DIGIT = /\p{Nd}/u;

/** How a row stands there. */
interface Look {
  /** Notes in sight; the others are behind the fold. */
  notes: number;
  /** Its number on the sheet, by which an answer names it. */
  n?: number;
  today?: FactWords | null | undefined;
  leans: number;
}

export function figuresElement(figures: SheetFigures, { rowNotes, until }: Sheet, say: Say<"clinician">): HTMLElement {
  const { rows, more, isByPerson, today, leans } = figures;
  const shown = rows.map((row, n) => rowElement(row, { notes: rowNotes, n: n + 1, today: today[n], leans }, say));
  const read = rows.map(({ label, source, notes = [] }) =>
    make("p", {}, make("strong", {}, label), " ", [...notes.slice(rowNotes), source].filter(Boolean).join(" · ")),
  );
  const others = more.map((row) => rowElement(row, { notes: Infinity, leans }, say));
  const heading = make("h3", {}, say(isByPerson ? "sheet.figures_theirs" : "sheet.figures_first"));
  if (until) heading.append(" ", make("small", {}, until));
  return make(
    "section",
    { class: "sheet-facts" },
    heading,
    ...shown,
    make("details", { class: "sheet-fold sheet-others off-paper" }, make("summary", {}, say("fold.figures", { n: more.length })), ...read, ...others),
  );
}

/** A row as a list, not as a table: on a narrow screen too each figure keeps its option beside it. */
function rowElement(row: FactWords, look: Look, say: Say<"clinician">): HTMLElement {
  const { label, measured, better, sure, source, notes = [] } = row;
  const behind = [...notes.slice(look.notes), ...(look.notes === Infinity ? [] : [source])].filter(Boolean);
  const { numbers, rest } = figureElements(row, look, say);
  const read = make("p", {}, [sure, ...notes.slice(0, look.notes), rest, ...(look.notes === Infinity ? [source] : [])].filter(Boolean).join(" · "));
  if (behind.length > 0) read.append(make("span", { class: "on-paper" }, ` · ${behind.join(" · ")}`));
  return make(
    "section",
    { class: "sheet-row" },
    ...(look.n === undefined ? [] : [make("span", { class: "sheet-n" }, `${look.n}`), " "]),
    make("h4", {}, label),
    " ",
    make("p", { class: "sheet-measured" }, [measured, better].filter(Boolean).join(" · ")),
    ...(numbers.length > 0 ? [make("ul", { class: "sheet-figures" }, ...numbers)] : []),
    read,
    ...todayElement(look.today, say),
  );
}

/** Numbers side by side; options without one share a text for each reason, in their order. */
function figureElements({ figures }: FactWords, { leans }: Look, say: Say<"clinician">): { numbers: HTMLElement[]; rest: string } {
  const hasNumber = ({ said, range }: FactFigure): boolean => DIGIT.test(said) || Boolean(range);
  const named = (option: string, index: number): string => (index === leans ? say("sheet.leans_here", { option }) : option);
  const numbers: HTMLElement[] = [];
  const reasons = new Map<string, string[]>();
  figures.forEach((figure, index) => {
    const { option, said, range } = figure;
    const whose = named(option, index);
    if (!hasNumber(figure)) reasons.set(said, [...(reasons.get(said) ?? []), whose]);
    else numbers.push(make("li", {}, whose, " ", make("strong", {}, said), ...(range ? [" ", make("span", { class: "range" }, `(${range})`)] : [])));
  });
  return { numbers, rest: [...reasons].map(([said, options]) => say("sheet.no_number", { said, options: options.join("; ") })).join(" · ") };
}

/** What the aid of today says in the place of a row that the person saw. */
function todayElement(today: FactWords | null | undefined, say: Say<"clinician">): HTMLElement[] {
  if (today === undefined) return [];
  if (today === null) return [make("p", { class: "sheet-today" }, say("sheet.row_gone"))];
  const { figures, measured, better, sure, label, notes = [], source } = today;
  const each = figures.map(({ option, said, range }) => `${option}: ${[said, range].filter(Boolean).join(", ")}`);
  const said = [label, measured, better, each.join("; "), sure, ...notes, source].filter(Boolean).join(" · ");
  return [make("p", { class: "sheet-today" }, say("sheet.row_today", { figures: said }))];
}
