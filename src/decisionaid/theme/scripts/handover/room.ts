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
  /** Letters of a question, of an own concern, of a list of titles, of a flag that quotes, of a fact to go over. */
  question: number;
  concern: number;
  titles: number;
  flag: number;
  statement: number;
  /** Lines on what matters, and facts to go over. */
  matters: number;
  beliefs: number;
  /** Rows of figures, and notes behind each. */
  rows: number;
  notes: number;
  /** Whether readiness has lines of its own. */
  ready: boolean;
  /** Whether all else that is not the person's own has them too: what they are not sure about, the aid's version and day. */
  rest: boolean;
}

/**
 * How much stands in sight beside the figures, from much to little; the last is for those who said all they could.
 *
 * What is not the person's own gives way before their own words and questions are cut so short that nobody can tell
 * what is asked; from there the steps are small, so that the words of a sheet are used up.
 */
const TEXTS: readonly Omit<Room, "rows">[] = [
  { own: 300, question: 160, concern: 100, titles: 120, flag: 160, statement: Infinity, matters: 6, beliefs: 2, notes: 2, ready: true, rest: true },
  { own: 220, question: 110, concern: 70, titles: 90, flag: 110, statement: Infinity, matters: 5, beliefs: 1, notes: 1, ready: true, rest: true },
  { own: 180, question: 80, concern: 50, titles: 70, flag: 80, statement: Infinity, matters: 4, beliefs: 1, notes: 1, ready: false, rest: true },
  { own: 130, question: 55, concern: 40, titles: 50, flag: 60, statement: Infinity, matters: 3, beliefs: 1, notes: 1, ready: false, rest: true },
  { own: 100, question: 36, concern: 30, titles: 40, flag: 0, statement: Infinity, matters: 2, beliefs: 1, notes: 1, ready: false, rest: true },
  { own: 100, question: 36, concern: 30, titles: 40, flag: 0, statement: 50, matters: 2, beliefs: 1, notes: 1, ready: false, rest: false },
  { own: 80, question: 36, concern: 26, titles: 30, flag: 0, statement: 40, matters: 2, beliefs: 1, notes: 1, ready: false, rest: false },
  { own: 70, question: 36, concern: 24, titles: 30, flag: 0, statement: 32, matters: 2, beliefs: 1, notes: 1, ready: false, rest: false },
  { own: 60, question: 32, concern: 24, titles: 30, flag: 0, statement: 32, matters: 2, beliefs: 1, notes: 1, ready: false, rest: false },
  { own: 50, question: 28, concern: 22, titles: 26, flag: 0, statement: 32, matters: 2, beliefs: 1, notes: 1, ready: false, rest: false },
  { own: 36, question: 22, concern: 20, titles: 26, flag: 0, statement: 32, matters: 2, beliefs: 1, notes: 1, ready: false, rest: false },
  { own: 30, question: 18, concern: 18, titles: 26, flag: 0, statement: 32, matters: 1, beliefs: 1, notes: 1, ready: false, rest: false },
];

/** The first in which all has its place is taken: rows of figures give way last, and then texts have their room again. */
export const ROOMS: readonly Room[] = [3, 2, 1].flatMap((rows) => TEXTS.map((texts) => ({ ...texts, rows })));

/** The least text with each number of rows. */
export const LEAST: readonly Room[] = ROOMS.filter((_, n) => (n + 1) % TEXTS.length === 0);

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

/** The same where no word is broken, but one that is longer than a line. */
export function wrappedRows(texts: readonly string[], letters: number): number {
  return texts.reduce((sum, text) => sum + linesOfItems(text.split(/\s+/).filter(Boolean).map(({ length }) => length), 1, letters), 0);
}

/** Lines of things that stand side by side in so much room; one that is longer than a line breaks within. */
export function linesOfItems(lengths: readonly number[], gap: number, room: number): number {
  let [lines, at] = [0, Infinity];
  for (const length of lengths) {
    if (at + gap + length <= room) at += gap + length;
    else {
      lines += Math.ceil(length / room);
      at = length > room ? length % room : length;
    }
  }
  return lines;
}
