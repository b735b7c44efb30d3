/**
 * A code of a format that comes after ours: what it begins with is known, and nothing else of it.
 *
 * No check number tells it from other text, so it has to be the whole text or stand behind the `#` of a link, in
 * one piece or in pieces as a mail or a sheet breaks one, and have signs as mixed as bytes in base 41 have. The
 * same as `decisionaid/outside/newer_code.py`.
 */
import { FEWEST_SIGNS, MOST_SIGNS } from "./token.ts";

export interface Run {
  signs: string;
  index: number;
}

/** Between the pieces of a token. */
export const SPACES = /^[\s>|]*$/;
/** Places where one may begin, that are tried. */
const MOST_STARTS = 24;
/** Signs of the shortest piece of one that is broken. */
const FEWEST_IN_PIECE = 4;
/** A quarter of the signs of base 41 are digits, and half are letters behind F; of a half of that one can be sure. */
const ONE_IN = 8;

/**
 * The first such code in a text that was put right, of which these are the runs of signs; null: there is none.
 *
 * `heads`: what one may begin with.
 */
export function newerToken(written: string, runs: readonly Run[], heads: readonly string[]): string | null {
  const starts = runs.flatMap(({ signs, index }, at) => (heads.some((head) => signs.startsWith(head)) && isStart(written, index) ? [at] : []));
  for (const start of starts.slice(0, MOST_STARTS)) {
    const token = joined(written, runs, start);
    if (token.length >= FEWEST_SIGNS && isMixed(token)) return token;
  }
  return null;
}

function isStart(written: string, index: number): boolean {
  return "#£".includes(written[index - 1] ?? " ") || SPACES.test(written.slice(0, index));
}

/** The first run where it is long enough; else all pieces of one length, with a shorter one before and behind. */
function joined(written: string, runs: readonly Run[], start: number): string {
  const first = runs[start]!;
  if (first.signs.length >= FEWEST_SIGNS) return first.signs.slice(0, MOST_SIGNS);
  let [token, end] = [first.signs, first.index + first.signs.length];
  const most = Math.max(runs[start + 1]?.signs.length ?? 0, FEWEST_IN_PIECE);
  if (first.signs.length > most) return token;
  for (const { signs, index } of runs.slice(start + 1)) {
    if (signs.length > most || token.length + signs.length > MOST_SIGNS || !SPACES.test(written.slice(end, index))) break;
    token += signs;
    end = index + signs.length;
    if (signs.length < most) break;
  }
  return token;
}

function isMixed(token: string): boolean {
  return [/[0-9]/g, /[G-Z]/g].every((kind) => (token.match(kind)?.length ?? 0) * ONE_IN >= token.length);
}
