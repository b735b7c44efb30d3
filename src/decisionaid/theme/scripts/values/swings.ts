/** Swing questions, as `values/swings.py` says: rows with figures and answers, and what answers weigh. */
import type { NotAnAnswer } from "../record/answers.ts";
import { tidy, total, type Bounds } from "./numbers.ts";

/** `value` is 0 to 100, and null unless answered. */
export interface Swing {
  state: "answered" | "unanswered" | NotAnAnswer;
  value: number | null;
}

/** One thing that was asked about, with the figure of each option, in the options' order; null: not known. */
export interface SwingRow {
  id: string;
  better: "more" | "less";
  swing: Swing;
  figures: readonly (Bounds | null)[];
}

/** What the first choice counts, and the most that any other thing can. */
export const FULL_SWING = 100;

const LARGEST = 1e12;

/** All that the answer to a row could be: the answer, or all from 0 to 100. */
export function boundsOf({ value }: Swing): Bounds {
  return value === null ? [0, FULL_SWING] : [value, value];
}

/** What each row weighs among all, 0 to 1. */
export function swingWeights(swings: readonly Bounds[]): Bounds[] {
  return swings.map((_, row) => weighted(swings, swings.map((_, each) => [+(row === each), +(row === each)])));
}

/** The least and the most that `sum(w * s) / sum(w)` can be; at least one `w` can be above 0. */
export function weighted(swings: readonly Bounds[], parts: readonly Bounds[]): Bounds {
  const corners = swings
    .reduce<number[][]>((all, [low, high]) => all.flatMap((each) => (low === high ? [low] : [low, high]).map((end) => [...each, end])), [[]])
    .filter((weights) => weights.some(Boolean));
  const means = (end: 0 | 1): number[] =>
    corners.map((weights) => total(weights.map((weight, row) => weight * (parts[row]?.[end] ?? 0))) / total(weights));
  return [tidy(Math.min(...means(0))), tidy(Math.max(...means(1)))];
}

/** How far each option is from the row's worst figure (0) to its best (1); null: no two differ. */
export function partsOf({ better, figures }: SwingRow): (Bounds | null)[] | null {
  const ends = figures.flatMap((each) => each ?? []);
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  if (least >= most) return null;
  const part = ([low, high]: Bounds): Bounds =>
    better === "more"
      ? [(low - least) / (most - least), (high - least) / (most - least)]
      : [(most - high) / (most - least), (most - low) / (most - least)];
  return figures.map((each) => each && part(each));
}

/** Whether a row is one that can be asked about so many options, with an answer it allows. */
export function isSound({ figures, swing: { state, value } }: SwingRow, many: number): boolean {
  return (
    (state === "answered") === (value !== null) &&
    (value === null || (value >= 0 && value <= FULL_SWING)) &&
    figures.length === many &&
    figures.every((each) => each === null || (each[0] >= -LARGEST && each[0] <= each[1] && each[1] <= LARGEST))
  );
}
