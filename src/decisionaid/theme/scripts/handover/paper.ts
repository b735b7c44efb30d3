/**
 * What of a sheet goes onto its one side of A4: all that is in sight, and of what is folded as much as has room.
 *
 * Own words, flags, the leaning and the first own questions always do, in full. What does not is counted, so that
 * the paper can say what is missing on it.
 */
import type { SheetFigures } from "./figures.ts";
import type { Part } from "./part.ts";
import { rowsOf, type Line } from "./room.ts";

/** Lines of a sheet, and letters of a line, as the style for print lays them out; half of that in a column. */
const LINES = 64;
const LETTERS = 100;
const COLUMN = 46;

export interface OnPaper {
  /** The lines of each part that go there in full, or at all. */
  whole: ReadonlySet<Line>;
  /** How many lines of each part do not, by its heading. */
  left: readonly { heading: string; n: number }[];
}

/** Which parts give way last. */
const ORDER: readonly Part["id"][] = ["questions", "now", "misunderstood", "matters", "helper", "about", "noted"];

export function onPaper(first: readonly string[], own: Line, parts: readonly Part[], figures: SheetFigures | null, notes: number): OnPaper {
  const whole = new Set<Line>();
  const all = ORDER.flatMap((id) => parts.filter((part) => part.id === id));
  const lines = all.flatMap((part) => [...part.lines, ...part.more]);
  let left = LINES - rowsOf(first, LETTERS) - rowsOf([own.text], LETTERS - 15) - rowsOfFigures(figures, notes) - parts.length;
  // What is in sight stands there in any case, if only its beginning.
  left -= all.flatMap((part) => part.lines).reduce((sum, each) => sum + height(each, each.short ?? each.text), 0);
  const take = (each: Line, isForced = false): void => {
    const more = height(each, each.text) - (each.short === undefined ? 0 : height(each, each.short));
    const isThere = all.some((part) => part.lines.includes(each)) && each.short === undefined;
    if (!isForced && !isThere && more > left) return;
    if (!isThere) left -= more;
    whole.add(each);
  };
  for (const each of lines) if (each.isFirst) take(each, true);
  for (const each of lines) if (!each.isFirst) take(each);
  const missing = parts.map(({ heading, lines: seen, more }) => ({ heading, n: [...seen, ...more].filter((each) => !whole.has(each)).length }));
  return { whole, left: missing.filter(({ n }) => n > 0) };
}

/** Lines of the whole sheet that a text takes up in one of its two columns. */
function height({ beside = [] }: Line, text: string): number {
  return rowsOf([text, ...beside], COLUMN) / 2;
}

function rowsOfFigures(figures: SheetFigures | null, notes: number): number {
  return (figures?.rows ?? []).reduce((sum, row) => {
    const read = [row.label, row.measured, row.better, row.sure, row.source, ...(row.notes ?? []).slice(0, notes)].join(" · ");
    return sum + rowsOf([read], LETTERS) + 3;
  }, 2);
}
