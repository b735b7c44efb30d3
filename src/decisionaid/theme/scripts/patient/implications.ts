/**
 * What the answers mean for each option: words as many for one as for another, from the same rows.
 *
 * Two sides for each: what it does for what the person put highest, and where it does least; where
 * it does least for the highest, then where it does most. Nothing is added up, and nothing weighs
 * one option against another: where no source compares clearly, that is what is said.
 */
import type { Say } from "../handover/messages.ts";

/** What the compiler says of an option in a row. */
export interface Cell {
  /** The figure in words; empty in a row of words. */
  figure: string;
  /** Where the option stands by amount, such as "most"; empty where no source says so clearly. */
  stands: string;
}

/** A row of the table about what the person said. */
export interface Row {
  label: string;
  /** What the figures count; empty where the label says it. */
  frame: string;
  /** "good" or "bad": what having the most is; empty where it is neither. */
  mostIs: string;
  cells: readonly Cell[];
}

type Side = "most" | "least";

/** What the answers put before all others. */
export interface Heard {
  /** What the person put highest; empty where they put nothing before anything else. */
  titles: string;
  /** The rows about it, in the table's order. */
  top: readonly Row[];
  /** All rows that have a place in the person's order, in that order. */
  rows: readonly Row[];
}

/** One text for each of so many options, in their order; none where nothing was put highest. */
export function explained({ titles, top, rows }: Heard, options: number, say: Say<"aid">): string[] {
  if (!titles) return [];
  const head = top.find(({ cells }) => cells.some(({ stands }) => stands)) ?? top[0];
  const short = say(head ? "implies.first_short" : "implies.first_none", { titles });
  const ways = Array.from({ length: options }, (_, index) => {
    const first = head?.cells[index]?.figure ? say("implies.first", { titles, fact: factOf(head, index, say) }) : short;
    const side: Side = head && sideOf(head, index) === "least" ? "most" : "least";
    const found = rows.filter((row) => sideOf(row, index) === side);
    const none = ([1, 2, 3] as const).map((words) => say(`implies.no_${side}_${words}`));
    const on = (factIn: (row: Row) => string): string[] => found.map((row) => say(`implies.${side}`, { fact: factIn(row) }));
    const facts = on((row) => factOf(row, index, say));
    const labels = on(({ label }) => say("implies.label", { label }));
    const row = found[0] ? say(`implies.row_${side}`, { n: rows.indexOf(found[0]) + 1 }) : say(`implies.row_no_${side}`);
    const both = (start: string, ends: readonly string[]): string[] =>
      (found.length > 0 ? ends : none).map((end) => say("implies.both", { first: start, second: end }));
    return [both(first, facts), both(first, labels), both(short, labels), [say("implies.both", { first: short, second: row })]];
  });
  return fullest(ways);
}

/** A figure with its row's name and what it counts. */
export function factOf({ label, frame, cells }: Row, option: number, say: Say<"aid">): string {
  const figure = cells[option]?.figure ?? "";
  return frame ? say("implies.framed", { label, figure, frame }) : say("implies.fact", { label, figure });
}

/** Which side of an option a row shows clearly; undefined: neither. */
export function sideOf({ mostIs, cells }: Row, option: number): Side | undefined {
  const stands = cells[option]?.stands;
  if (!mostIs || !stands || stands === "between") return undefined;
  return (stands === "most" || stands === "highest") === (mostIs === "good") ? "most" : "least";
}

/** Whether an option does least, and nowhere most, for what is highest: the row that shows it. */
export function leastFor(option: number, top: readonly Row[]): Row | undefined {
  const sides = top.map((row) => sideOf(row, option));
  return sides.includes("most") ? undefined : top[sides.indexOf("least")];
}

/** The fullest way to say it in which no option gets over a tenth more words than another. */
function fullest(options: readonly (readonly (readonly string[])[])[]): string[] {
  const ways = options[0] ?? [];
  for (const way of ways.keys()) {
    const alike = ofOneLength(options.map((each) => each[way] ?? []));
    if (alike) return alike;
  }
  return [];
}

/** One text of each, alike in length; those that stand first, where there is a choice. */
function ofOneLength(texts: readonly (readonly string[])[]): string[] | undefined {
  const lengths = [...new Set(texts.flat().map(countWords))];
  const found = lengths.flatMap((least) => {
    const places = texts.map((each) => each.findIndex((text) => countWords(text) >= least && countWords(text) * 9 <= least * 10));
    return places.includes(-1) ? [] : [{ places, late: places.reduce((sum, place) => sum + place, 0) }];
  });
  const [first] = found.sort((one, other) => one.late - other.late);
  return first && texts.map((each, index) => each[first.places[index] ?? 0] ?? "");
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
