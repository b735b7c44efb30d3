/** Which rows of the table "side by side" come first, by what the person said; options never move. */
import type { Say } from "../handover/messages.ts";
import { pickedOrder } from "../handover/picks.ts";
import type { Answered } from "../handover/stated.ts";
import type { OwnConcern } from "../record/record-types.ts";

/** What the person said that a row is about. */
export interface SaidOfRow {
  /** Sentences, the most important first. */
  words: string[];
  /** Importance, 1 to 10; 0 when nothing gives the row a place before others. */
  importance: number;
  /** Place in an order of the person's, from 1; infinite when in none. */
  place: number;
}

/** What is said of a row that may be named by any of these ids. */
export function saidOf(row: readonly string[], said: readonly Answered[], say: Say<"aid">): SaidOfRow {
  const isNamed = (about: readonly string[] = []): boolean => about.some((id) => row.includes(id));
  const rated: { importance: number; words: string }[] = [];
  const stated: string[] = [];
  const ranked: { place: number; words: string }[] = [];
  for (const { answer, asked: { about, items = [], title } } of said) {
    PICKS: if (answer.kind === "picks") {
      for (const { id, n: place } of pickedOrder(answer.blocks).places) {
        const item = items.find((each) => each.id === id);
        if (item && isNamed(item.about)) ranked.push({ place, words: say("side.picked", { item: item.text, n: place }) });
      }
    }
    if (answer.kind === "ranking") {
      for (const { id, text, about: rows } of items) {
        const place = answer.order.indexOf(id) + 1;
        if (place > 0 && isNamed(rows)) ranked.push({ place, words: say("side.ranked", { item: text, n: place }) });
      }
    } else if (answer.kind !== "importance") continue;
    if (!isNamed(about)) continue;
    const { state } = answer;
    // Rather not say is an answer that is not repeated.
    if (state === "unsure" || state === "not_applicable") stated.push(say(`side.${state}`, { title }));
    else if (answer.kind === "importance" && answer.value !== null) {
      rated.push({ importance: answer.value, words: say("side.rated", { title, n: answer.value }) });
    }
  }
  rated.sort((one, other) => other.importance - one.importance);
  ranked.sort((one, other) => one.place - other.place);
  return {
    words: [...rated, ...ranked].map(({ words }) => words).concat(stated),
    importance: rated[0]?.importance ?? 0,
    place: ranked[0]?.place ?? Infinity,
  };
}

/** What is said of a row that holds the person's own words. */
export function ownRow({ state, value }: OwnConcern, say: Say<"aid">): SaidOfRow {
  const words = value !== null ? [say("side.own_rated", { n: value })] : state === "unsure" || state === "not_applicable" ? [say(`side.own_${state}`)] : [];
  return { words, importance: value ?? 0, place: Infinity };
}

/**
 * The indexes of the rows in the person's order: rated ones first, the most important at the top,
 * then those that were only put in order, then all others where the author put them.
 * Equal ratings are told apart by the person's own order, then by the author's.
 */
export function personsOrder(rows: readonly Pick<SaidOfRow, "importance" | "place">[]): number[] {
  return rows
    .map(({ importance, place }, index) => ({ importance, place, index }))
    .sort(
      (one, other) =>
        other.importance - one.importance ||
        // Infinity less Infinity is no number, which is not a place either.
        (one.place === other.place ? 0 : one.place - other.place) ||
        one.index - other.index,
    )
    .map(({ index }) => index);
}

/** So many of the person's rows stand in the open, of many options fewer: a longer table is not read to its end. */
const MOST_ROWS = 6;
const MOST_CELLS = 18;

/**
 * The indexes of the rows that stand in the open: of each thing that they said something of a row in
 * turn, the most important first. The others are one tap away.
 */
export function inTheOpen(rows: readonly SaidOfRow[], options: number): Set<number> {
  const turns = new Map<string, number>();
  const theirs = personsOrder(rows).flatMap((index) => {
    const [thing] = rows[index]?.words ?? [];
    if (thing === undefined) return [];
    const turn = turns.get(thing) ?? 0;
    turns.set(thing, turn + 1);
    return { index, turn };
  });
  return new Set(theirs.sort((one, other) => one.turn - other.turn).slice(0, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / options))).map(({ index }) => index));
}
