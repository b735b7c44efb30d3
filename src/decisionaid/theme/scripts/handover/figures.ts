/** Which rows of figures stand on the sheet: a few whole ones, by what the person said; the others are one click away. */
import type { AidWords, FactWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import { pickedOrder } from "./picks.ts";
import { type Answered, type Stated } from "./stated.ts";
import { rowToday } from "./then-and-now.ts";

/** So many fit on one page with all that they are read with, and with all that a person mostly says. */
export const MOST_ROWS = 3;

export interface SheetFigures {
  rows: readonly FactWords[];
  /** All others that the aid has: those about what matters to the person first, then in the aid's order. */
  more: readonly FactWords[];
  /** Whether what the person said brought a row here. */
  isByPerson: boolean;
  /** Of each row, what today's aid has in its place: undefined where it is the same, null where there is none. */
  today: readonly (FactWords | null | undefined)[];
  /** Which figure of a row is that of the option leaned to; -1: none. */
  leans: number;
}

/**
 * Null where the aid has no figures.
 *
 * The first row is one for the person's own group; then come those about what matters to them. Of an
 * option no side stands alone, where the aid has a row for the other: good alone would mislead.
 */
export function figuresFor(record: Record, words: AidWords | null, said: Stated, now: AidWords | null = null, most = MOST_ROWS): SheetFigures | null {
  const all = words?.facts ?? [];
  if (all.length === 0) return null;
  const group = said.stratum === undefined ? null : record.stratum.stratum;
  const fitting = all.filter(({ stratum }) => !stratum || group === null || stratum === group);
  const theirs = byTurns(said.matters.flatMap(topicsOf).map((about) => rowsAbout(about, fitting)));
  const forGroup = [...theirs, ...keyRows(fitting)].filter(({ stratum }) => stratum && stratum === group).slice(0, 1);
  const first = [...new Set([...forGroup, ...theirs])];
  const rows = first.slice(0, most);
  while (rows.length < most) {
    const next = nextOf(fitting, rows);
    if (!next) break;
    rows.push(next);
  }
  const shown = withBothSides(rows, [...first, ...keyRows(fitting)], most);
  const more = [...new Set([...first, ...all])].filter((row) => !shown.includes(row));
  return {
    rows: shown,
    more,
    isByPerson: first.length > 0,
    today: shown.map((row) => rowToday(row, now)),
    // A row has a figure for each option on offer first, in the order of the aid's words.
    leans: words?.options.findIndex(({ id }) => id === record.leaning.option) ?? -1,
  };
}

/** The number of the first row on the sheet that is about an answer; 0: none. */
export function rowFor(each: Answered, figures: SheetFigures | null): number {
  const rows = figures?.rows ?? [];
  return rows.findIndex((row) => topicsOf(each).some((topic) => rowsAbout(topic, [row]).length > 0)) + 1;
}

/** Without the further rows, which stand in no table of the aid. */
function keyRows(rows: readonly FactWords[]): FactWords[] {
  return rows.filter(({ more }) => !more);
}

/** What an answer says matters, each as the rows that it is about; what does not matter is about none. */
function topicsOf({ answer, asked: { about = [], items = [] } }: Answered): (readonly string[])[] {
  const aboutItem = (id: string | undefined): readonly string[] => items.find((item) => item.id === id)?.about ?? [];
  switch (answer.kind) {
    case "importance":
      return (answer.value ?? 0) > 0 ? [about] : [];
    case "ranking":
      return [...answer.order.map(aboutItem), about];
    case "picks":
      return [...pickedOrder(answer.blocks).places.map(({ id }) => aboutItem(id)), about];
    case "choice":
      return [[...aboutItem(answer.chosen ?? undefined), ...about]];
    case "balance":
      return [[...(answer.value ? aboutItem(items[answer.value < 0 ? 0 : 1]?.id) : []), ...about]];
  }
}

/** Rows that are named, then those that go with one that is; in the aid's order. */
function rowsAbout(about: readonly string[], rows: readonly FactWords[]): FactWords[] {
  const named = rows.filter(({ id }) => about.includes(id));
  return [...named, ...rows.filter((row) => !named.includes(row) && row.about.some((id) => about.includes(id)))];
}

/** The first row of each topic, the most important topic first, then the second of each. */
function byTurns(topics: readonly (readonly FactWords[])[]): FactWords[] {
  const most = Math.max(0, ...topics.map((rows) => rows.length));
  const turns = Array.from({ length: most }, (_, turn) => topics.flatMap((rows) => rows[turn] ?? []));
  return [...new Set(turns.flat())];
}

/** The next row in the aid's order, of a direction that is not shown yet where there is one. */
function nextOf(all: readonly FactWords[], shown: readonly FactWords[]): FactWords | undefined {
  const left = keyRows(all).filter((row) => !shown.includes(row));
  return left.find(({ direction }) => shown.every((row) => row.direction !== direction)) ?? left[0];
}

/** The rows, the last one given up for the first that leaves fewer options with one side alone. */
function withBothSides(rows: readonly FactWords[], others: readonly FactWords[], most: number): readonly FactWords[] {
  const kept = rows.slice(0, most - 1);
  const ways = [rows, ...others.filter((row) => !rows.includes(row)).map((row) => [...kept, row])];
  const fewest = Math.min(...ways.map(oneSided));
  return ways.find((way) => oneSided(way) === fewest) ?? rows;
}

/** Of how many options these rows show one side alone. */
function oneSided(rows: readonly FactWords[]): number {
  const sides = rows.flatMap(({ figures }) => figures.flatMap(({ option, sides: shown = [] }) => shown.map((side) => [option, side] as const)));
  const good = new Set(sides.flatMap(([option, side]) => (side === "good" ? option : [])));
  const bad = new Set(sides.flatMap(([option, side]) => (side === "bad" ? option : [])));
  return [...good].filter((option) => !bad.has(option)).length + [...bad].filter((option) => !good.has(option)).length;
}
