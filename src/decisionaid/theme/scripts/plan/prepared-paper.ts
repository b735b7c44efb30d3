/**
 * Which questions of a filled sheet stand on its first side of A4, and which go on to the next.
 *
 * Reckoned from letters, and nothing is measured: so the same answers give the same paper everywhere.
 */
import type { Preparation } from "./preparation.ts";

/** Letters of a line of the sheet that are sure to fit, at 11 points. */
const LINE = 72;
const LINE_MM = 5.2;
/** As long as the words that stand before an answer on its first line, with the gap behind them. */
const LABEL = " ".repeat(34);
/** Room to write in by hand. */
const LEAST_MM = 14.1;
/** What is left of a side below the head, for the questions. */
const SIDE_MM = 226;
/** How much higher the head is with a code beside it. */
const CODE_MM = 18;
/** Of each question, what stands around its answers. */
const AROUND_MM = 7.5;
const ROW_MM = 6.5;

/** The number of the first question that goes to the second side, from 2 to 6; null: all stand on the first. */
export function firstOverleaf(said: Preparation, hasCode = false): number | null {
  const side = hasCode ? SIDE_MM - CODE_MM : SIDE_MM;
  const heights = [
    written(said.matters),
    written(said.well),
    5 * ROW_MM + written(said.hardWords, LABEL) + (said.first.length > 0 ? 2 * ROW_MM : 0),
    written(said.like) + written(said.now, LABEL),
    written(said.ask.join("\n")),
    // Who it is is asked where somebody else writes.
    written(said.comes, LABEL) + 5 * ROW_MM + (said.writer && said.writer !== "me" ? written(said.writerIs, LABEL) : 0),
  ];
  let used = 0;
  for (const [place, height] of heights.entries()) {
    used += AROUND_MM + height;
    if (used > side && place > 0) return place + 1;
  }
  return null;
}

/** How high what was written is, or the room to write in, in millimetres. */
function written(text: string, label = ""): number {
  if (text === "") return LEAST_MM;
  const lines = `${label}${text}`.split("\n").reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / LINE)), 0);
  return lines * LINE_MM + 2;
}
