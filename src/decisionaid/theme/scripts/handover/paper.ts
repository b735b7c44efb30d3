/**
 * What of a sheet goes onto its one side of A4: all that is in sight, and of what is folded as much as has room.
 *
 * Own words, flags, the leaning and the first own questions always do, in full. What does not is counted, so that
 * the paper can say what is missing on it.
 */
import type { FactWords } from "../../generated/words.ts";
import type { Part } from "./part.ts";
import { inSight, rowsOf, type Line } from "./room.ts";
import type { OnPaper, Sheet } from "./sheet-shape.ts";

/** Lines of a sheet as the style for print lays them out, and letters of a line: of the whole, and of a column. */
const LINES = 81;
const LETTERS = 98;
const COLUMN = 44;
/** Lines for its head and its end, and for what to ask in the visit. */
const ALWAYS = 7;
const TALK = 7;

/** Which parts give way last. */
const ORDER: readonly Part["id"][] = ["questions", "now", "misunderstood", "matters", "helper", "about", "noted"];

export function onPaper({ notes, sayFirst, flags, parts, figures }: Omit<Sheet, "paper" | "hasFoldsBeside">): OnPaper {
  const rows = (figures?.rows ?? []).map((row, n) => rowLines(row) + todayLines(figures?.today[n]));
  const taken =
    ALWAYS + rowsOf(notes, LETTERS) + rowsOf([sayFirst.text], sayFirst.short === undefined ? LETTERS - 38 : LETTERS) * (sayFirst.short === undefined ? 1.5 : 1) + rowsOf(flags, LETTERS - 8) * 1.4;
  const inColumns = parts.flatMap(({ lines }) => lines).reduce((sum, each) => sum + lines(each, inSight(each)), parts.length * 1.5);
  let left = LINES - taken - rows.reduce((sum, each) => sum + each, 2) - inColumns;
  const whole = new Set<Line>();
  const ordered = ORDER.flatMap((id) => parts.filter((part) => part.id === id)).flatMap((part) => [
    ...part.lines.map((each) => ({ each, more: each.short === undefined ? 0 : lines(each, each.text) - lines(each, each.short) })),
    ...part.more.map((each) => ({ each, more: lines(each, each.text) })),
  ]);
  for (const { each, more } of [...ordered.filter(({ each: { isFirst } }) => isFirst), ...ordered.filter(({ each: { isFirst } }) => !isFirst)]) {
    if (!each.isFirst && more > left) continue;
    left -= more;
    whole.add(each);
  }
  const missing = parts.map(({ heading, lines: seen, more }) => ({ heading, n: [...seen, ...more].filter((each) => !whole.has(each)).length }));
  return { whole, left: missing.filter(({ n }) => n > 0), hasTalk: left >= TALK };
}

/** Lines of the whole sheet that a text takes up in one of its two columns. */
function lines({ beside = [] }: Line, text: string): number {
  return rowsOf([[text, ...beside].join(" ")], COLUMN) / 2;
}

function rowLines({ label, measured, better, sure, source, notes = [], figures }: FactWords): number {
  const rest = figures.map(({ option, said, range = "" }) => `${option} ${said} ${range}`);
  return rowsOf([[label, measured, better].join("___"), [sure, ...notes, source].join("___")], LETTERS) * 0.9 + rowsOf([rest.join("______")], LETTERS);
}

function todayLines(today: FactWords | null | undefined): number {
  return today === undefined ? 0 : today === null ? 1 : rowLines(today);
}
