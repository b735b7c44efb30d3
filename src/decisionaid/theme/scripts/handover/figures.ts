/** Which rows of figures stand on the sheet: whole ones or none, a few of them, by what the person said. */
import type { AidWords, FactWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import { type Answered, type Stated } from "./stated.ts";

/** More do not fit on one page with all that they are read with. */
export const MOST_ROWS = 3;

export interface SheetFigures {
  rows: readonly FactWords[];
  /** How many more the aid has. */
  more: number;
  /** Whether what the person said brought a row here. */
  isByPerson: boolean;
}

/** Characters on one page of A4, as it was measured: where a person said a lot, there are fewer rows, never barer ones. */
const ROOM = 2900;

/** Null where the aid has no figures; `taken`: characters that the rest of the sheet has. */
export function figuresFor(record: Record, words: AidWords | null, said: Stated, taken: number): SheetFigures | null {
  const all = words?.facts ?? [];
  if (all.length === 0) return null;
  const fitting = all.filter(({ stratum }) => !stratum || said.stratum === undefined || stratum === record.stratum.stratum);
  const theirs = byTurns(said.matters.flatMap(topicsOf).map((about) => rowsAbout(about, fitting)));
  const rows = [...theirs];
  while (rows.length < MOST_ROWS) {
    const next = nextOf(fitting, rows);
    if (!next) break;
    rows.push(next);
  }
  const shown = rows.slice(0, Math.max(1, fittingIn(rows, ROOM - taken)));
  return { rows: shown, more: all.length - shown.length, isByPerson: theirs.length > 0 };
}

/** How many rows, from the first on, have so many characters at most. */
function fittingIn(rows: readonly FactWords[], room: number): number {
  let left = room;
  return rows.filter((row) => (left -= lettersOf(row)) >= 0).length;
}

function lettersOf({ label, measured, better, sure, source, notes = [], figures }: FactWords): number {
  const cells = figures.flatMap(({ option, said, range = "" }) => [option, said, range]);
  return [label, measured, better, sure, source, ...notes, ...cells].join("").length;
}

/** What an answer says matters, each as the rows that it is about; what does not matter is about none. */
function topicsOf({ answer, asked: { about = [], items = [] } }: Answered): (readonly string[])[] {
  const aboutItem = (id: string | undefined): readonly string[] => items.find((item) => item.id === id)?.about ?? [];
  switch (answer.kind) {
    case "importance":
      return (answer.value ?? 0) > 0 ? [about] : [];
    case "ranking":
      return [...answer.order.map(aboutItem), about];
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
  const chosen = new Set<FactWords>();
  const most = Math.max(0, ...topics.map((rows) => rows.length));
  for (let turn = 0; turn < most; turn += 1) {
    for (const rows of topics) {
      const row = rows[turn];
      if (row && chosen.size < MOST_ROWS) chosen.add(row);
    }
  }
  return [...chosen];
}

/** The next row in the aid's order, of a side that is not shown yet where there is one: good alone would mislead. */
function nextOf(all: readonly FactWords[], shown: readonly FactWords[]): FactWords | undefined {
  const left = all.filter((row) => !row.more && !shown.includes(row));
  return left.find(({ direction }) => shown.every((row) => row.direction !== direction)) ?? left[0];
}
