/**
 * How much of a sheet stands in sight, so that one screen and one side of A4 hold what anybody said.
 *
 * What a record holds does not change with it: a text that is too long is there in full behind a fold, and so
 * is what comes after the first lines. The same record gives the same sheet in every window.
 */
import { shortened } from "../record/text.ts";

/** A line of a part. */
export interface Line {
  /** All of it. */
  text: string;
  /** What stands in its place in sight, where it is too long for that. */
  short?: string;
  /** What the aid says of it, in full sentences. */
  beside?: readonly string[];
  /** Whether paper has to hold all of it, whatever else is there. */
  isFirst?: boolean;
}

/** Letters of one text, and lines of one part, that stand in sight. */
export interface Room {
  own: number;
  /** Letters of a question, of an own concern, of a list of titles, of a flag that quotes. */
  question: number;
  concern: number;
  titles: number;
  flag: number;
  /** Lines on what matters, and facts to go over. */
  matters: number;
  beliefs: number;
  /** Rows of figures, and notes behind each. */
  rows: number;
  notes: number;
  /** Whether readiness has lines of its own. */
  ready: boolean;
}

/** From much to little: the first in which all has its place is taken. */
export const ROOMS: readonly Room[] = [
  { own: 300, question: 160, concern: 100, titles: 120, flag: 160, matters: 6, beliefs: 2, rows: 3, notes: 2, ready: true },
  { own: 220, question: 110, concern: 70, titles: 90, flag: 110, matters: 5, beliefs: 1, rows: 3, notes: 1, ready: true },
  { own: 180, question: 80, concern: 50, titles: 70, flag: 80, matters: 4, beliefs: 1, rows: 3, notes: 1, ready: false },
  { own: 130, question: 55, concern: 40, titles: 50, flag: 60, matters: 3, beliefs: 1, rows: 3, notes: 1, ready: false },
  { own: 100, question: 36, concern: 30, titles: 40, flag: 0, matters: 2, beliefs: 1, rows: 3, notes: 1, ready: false },
  { own: 100, question: 36, concern: 30, titles: 40, flag: 0, matters: 2, beliefs: 1, rows: 2, notes: 1, ready: false },
];

/** A line as it is, with its beginning where it is longer than `most` letters. */
export function line(text: string, most = Infinity, more: Partial<Line> = {}): Line {
  return text.length > most ? { text, short: shortened(text, most), ...more } : { text, ...more };
}

/** What stands in sight of a line. */
export function inSight({ text, short }: Line): string {
  return short ?? text;
}

/** Words, and where a language has no spaces, what takes as much room as words. */
export function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.max(text.split(/\s+/).filter(Boolean).length, Math.ceil(text.length / 12)), 0);
}

/** Lines that texts take up where a line has so many letters. */
export function rowsOf(texts: readonly string[], letters: number): number {
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0);
}
