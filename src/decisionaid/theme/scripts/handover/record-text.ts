/**
 * A record as text for the clinical record: ASCII, and the same bytes each time, as `record/text_form.py` makes them.
 *
 * The short form has at most 900 signs. What gives way, and in which order, stands in `schema/record-text.json`,
 * and the text says what it left out. Never left out: the first 200 signs of their own words, flags, leaning and
 * their first three questions. Flags are said in fewer words before any of their own words go; where even those have
 * no room, the questions and names are cut with a mark, and what matters in their own words last.
 */
import type { AidWords } from "../../generated/words.ts";
import tables from "../../schema/record-text.json";
import type { Record } from "../record/record-types.ts";
import { fill } from "../record/text.ts";
import { textLines } from "./text-lines.ts";
import type { Line, Piece } from "./text-pieces.ts";

const NO_LIMIT = Infinity;

/** One piece that goes one form further, and what that leaves out. */
interface Step {
  piece: Piece;
  order: number;
  left: string;
}

export function recordText(record: Record, words: AidWords | null, form: "short" | "long"): string {
  const { most } = tables;
  const whole = textLines(record, words, form === "long", NO_LIMIT, NO_LIMIT, NO_LIMIT);
  let text = written(whole, [], false);
  if (form === "long" || text.length <= most) return text;
  const steps = stepsOf(whole);
  for (let done = 1; done <= steps.length; done += 1) {
    text = written(whole, steps.slice(0, done), false);
    if (text.length <= most) return text;
  }
  for (const [first = 0, own = 0, names = 0] of tables.limits) {
    const cut = textLines(record, words, false, first, own, names);
    text = written(cut, stepsOf(cut), true);
    if (text.length <= most) return text;
  }
  return text;
}

/** All that can give way, in the order in which it does. */
function stepsOf(lines: readonly Line[]): Step[] {
  return lines
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece) => piece.gives.map(({ order, left }) => ({ piece, order, left })))
    .sort((one, other) => one.order - other.order);
}

function written(lines: readonly Line[], steps: readonly Step[], isCut: boolean): string {
  const said = lines.flatMap(({ message, join, pieces }) => {
    const items = pieces.map((piece) => piece.forms[steps.filter((step) => step.piece === piece).length] ?? "").filter(Boolean);
    return items.length > 0 ? [fill(message, { items: items.join(join) })] : [];
  });
  return [...said, ...leftLine(steps, isCut)].join("\n");
}

/** What was left out, in the order in which it gave way. */
function leftLine(steps: readonly Step[], isCut: boolean): string[] {
  if (isCut) return [fill(tables.left_cut, { mark: tables.mark })];
  const names: { readonly [left: string]: string } = { ...tables.left_out, own: tables.left_words };
  const items = tables.gives.flatMap((left) => {
    const n = steps.filter((step) => step.left === left).length;
    const name = names[left];
    // What is only said in fewer words leaves nothing out.
    if (name === undefined) return [];
    return n > 1 ? [fill(tables.left_item, { name, n })] : n === 1 ? [name] : [];
  });
  return items.length > 0 ? [fill(tables.left, { items: items.join(", ") })] : [];
}
