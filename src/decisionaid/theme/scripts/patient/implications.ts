/**
 * What the answers mean for each option: as many words for one as for another, from the same rows.
 *
 * Two sides: a row about what the person put highest, and the first one of theirs that shows the
 * other side of an option. Nothing is added up, and no option is weighed against another: where no
 * source compares clearly, that is what is said.
 */
import type { Say } from "../handover/messages.ts";
import { firstPicked } from "../handover/picks.ts";
import { importance, type Answered } from "../handover/stated.ts";
import type { OwnConcern } from "../record/record-types.ts";
import { personsOrder, saidOf } from "./row-order.ts";

/** What the compiler says of an option in a row. */
export interface Cell {
  /** The figure in words; empty in a row of words. */
  figure: string;
  /** Where the option stands by amount, such as "most"; "unsaid" where no source says so clearly. */
  stands: "most" | "between" | "fewest" | "highest" | "lowest" | "unsaid";
}

/** A row of the table. */
export interface Row {
  /** Ids by which a question may name it. */
  about: readonly string[];
  label: string;
  /** What the figures count; empty where the label says it. */
  frame: string;
  /** "good" or "bad": what having the most is; empty where it is neither. */
  mostIs: string;
  cells: readonly Cell[];
}

/** What the answers put before all others. */
export interface Heard {
  /** What the person put highest; empty where they put nothing before anything else. */
  titles: string;
  /** Whether that is all they rated, two things or more: then none of it is higher than another. */
  isAlike: boolean;
  /** Their own words among it: no row can be about them. */
  own: readonly string[];
  /** Whether nothing else is among it. */
  isOwn: boolean;
  /** The rows about it, in the table's order. */
  top: readonly Row[];
  /** Where nothing else is: the rows about what the aid asks that comes next. */
  next: readonly Row[];
  /** All rows that have a place in the person's order, in that order. */
  rows: readonly Row[];
}

export function heard(table: readonly Row[], asked: readonly Answered[], theirs: readonly OwnConcern[], say: Say<"aid">): Heard {
  const said = table.map(({ about }) => saidOf(about, asked, say));
  const rated = Math.max(...asked.map(importance));
  const ratings = [...asked.map(importance), ...theirs.map(({ value }) => value ?? -1)].filter((each) => each >= 0);
  const most = Math.max(-1, ...ratings);
  // What does not matter at all stands before nothing.
  const own = theirs.filter(({ value }) => most > 0 && value === most).map(({ text }) => text);
  const first = highest(asked, most);
  const isOwn = own.length > 0 && first.length === 0;
  const next = isOwn ? highest(asked, rated) : [];
  const rowsOf = (what: ReturnType<typeof highest>): Row[] =>
    table.filter((row) => what.some(({ about }) => about.some((id) => row.about.includes(id))));
  return {
    titles: [...first.map(({ title }) => title), ...own.map((text) => say("summary.own_words", { text }))].join("; "),
    isAlike: ratings.length > 1 && ratings.every((each) => each === most),
    own,
    isOwn,
    top: rowsOf(first),
    next: rowsOf(next),
    rows: personsOrder(said).flatMap((index) => {
      const row = table[index];
      const its = said[index];
      return row && its && (its.importance > 0 || its.place < Infinity) ? row : [];
    }),
  };
}

/** What of the aid has this rating, or stands first in an order or in picks where nothing is rated. */
function highest(asked: readonly Answered[], most: number): { title: string; about: readonly string[] }[] {
  return asked.flatMap(({ answer, asked: { title, about = [], items = [] } }) => {
    if (answer.kind === "importance") return most > 0 && answer.value === most ? { title, about } : [];
    let ids: readonly string[] = [];
    if (most > 0) return [];
    if (answer.kind === "ranking") ids = answer.order.slice(0, 1);
    PICKS: if (answer.kind === "picks") ids = firstPicked(answer.blocks);
    return items.filter(({ id }) => ids.includes(id)).map((item) => ({ title: item.text, about: item.about ?? [] }));
  });
}

/** What stands above all that is said of the options; empty where nothing was put before anything else. */
export function lead({ isAlike, titles }: Heard, say: Say<"aid">): string {
  if (!titles) return "";
  return isAlike ? say("implies.alike") : say("implies.highest", { titles });
}

/** What is said of each option, and what is true of all of them. */
export interface Explained {
  /** One for each option, in their order, a line for each row; none where there is nothing to say of them. */
  texts: readonly string[];
  /** What the figures of a row in the texts count, for each such row: the same for all options. */
  counts: readonly string[];
  /** What cannot be said of any of them; empty where all can. */
  once: string;
}

/** One text for each of so many options; none where nothing was put highest. */
export function explained({ titles, top, isOwn, next, rows }: Heard, options: number, say: Say<"aid">): Explained {
  if (!titles) return { texts: [], counts: [], once: "" };
  const about = [...top, ...next];
  const first = about.find(({ cells }) => cells.some(({ stands }) => stands !== "unsaid")) ?? about[0];
  // Of their own words the page says for itself that it has no figures.
  if (!first) return { texts: [], counts: [], once: isOwn ? "" : say("implies.no_row") };
  const other = rows.find((row) => row.cells.some((_, index) => sideOf(row, index) * sideOf(first, index) < 0));
  const shown = [first, ...(other ? [other] : [])];
  const texts = (fact: typeof factOf): string[] =>
    Array.from({ length: options }, (_, index) => shown.map((row) => fact({ ...row, frame: "" }, index, say)).join("\n"));
  const full = texts(factOf);
  const lengths = full.map((text) => text.split(/\s+/).length);
  return {
    // The figures stand in the table; here they may give no option more words than another.
    texts: Math.max(...lengths) * 9 > Math.min(...lengths) * 10 ? texts(shortOf) : full,
    counts: shown.filter(({ frame }) => frame).map(({ label, frame }) => say("implies.counts", { label, frame })),
    once: other ? "" : say("implies.no_other"),
  };
}

/** A figure with its row's name, where it stands, and what it counts. */
export function factOf(row: Row, option: number, say: Say<"aid">): string {
  const { figure = "", stands = "unsaid" } = row.cells[option] ?? {};
  const { label, frame } = row;
  return figure ? say("implies.fact", { label, figure, stands: say(`stands.${stands}`), frame }).trim() : shortOf(row, option, say);
}

function shortOf({ label, cells }: Row, option: number, say: Say<"aid">): string {
  return say("implies.short", { label, stands: say(`stands.${cells[option]?.stands ?? "unsaid"}`) });
}

/** 1 where a row shows clearly that an option does most, -1 where least; 0: neither. */
function sideOf({ mostIs, cells }: Row, option: number): number {
  const stands = cells[option]?.stands ?? "unsaid";
  if (!mostIs || stands === "between" || stands === "unsaid") return 0;
  return /^(most|highest)$/.test(stands) === (mostIs === "good") ? 1 : -1;
}

/** The row that shows that an option does least, and nowhere most, for what is highest; none where all is alike. */
export function leastFor(option: number, { isAlike, top }: Heard): Row | undefined {
  if (isAlike) return undefined;
  const sides = top.map((row) => sideOf(row, option));
  return sides.includes(1) ? undefined : top[sides.indexOf(-1)];
}
