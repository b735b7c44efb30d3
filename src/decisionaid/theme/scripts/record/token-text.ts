/**
 * A token in a link, and found again in a letter, in a link, or in what a scanner or a person typed.
 *
 * Capitals, spaces, line ends and what mail made of a link are put right; of several readings the one whose
 * check number fits is taken, and without one a code of a newer format. The same as `decisionaid/outside/code_in_text.py`.
 */
import { ALPHABET, fromBase41 } from "./base41.ts";
import { fitsCrc } from "./payload.ts";
import { newerToken, SPACES } from "./token-newer.ts";
import { FEWEST_SIGNS, LOCKED, MOST_SIGNS, OPEN, PLAN } from "./token.ts";

/** Letters that are looked at. */
const MOST_LETTERS = 200_000;
/** Places where one may begin, and readings of each, that are tried. */
const [MOST_STARTS, MOST_ENDS] = [24, 6];
const SIGN = ALPHABET.replace(/[-$*./]/g, "\\$&");
const RUN = new RegExp(`[${SIGN}]+`, "g");
/** What unseen signs and other people's programs put into a text. */
const PUT_RIGHT: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ""],
  [/=\r?\n/g, ""],
  [/[\u2010-\u2013\u2212]/g, "-"],
  [/\u2014/g, "--"],
  [/\u2026/g, "..."],
];

export function linkOf(page: string, token: string): string {
  return `${page.replace(/#.*$/s, "")}#${token}`;
}

/** The token in a text; null where there is none. What it holds is still to be read. */
export function tokenInText(text: string): string | null {
  return codeInText(text, [OPEN, LOCKED], Array.from("3456789"));
}

/** The code of a plan in a text: `plan/code-read.ts` reads it. */
export function planCodeInText(text: string): string | null {
  return codeInText(text, [`${PLAN}1`], Array.from("23456789", (version) => `${PLAN}${version}`));
}

/** Whether a text is the code of a plan, sound or not, or holds a sound one. */
export function isPlanCode(text: string): boolean {
  const code = planCodeInText(text);
  if (code === null) return false;
  return !code.startsWith(`${PLAN}1`) || isWhole(code, 2) || text.trimStart().toUpperCase().startsWith(code.slice(0, 2));
}

/** `heads`: the signs before the bytes, all of one length. `newer`: those of later formats. */
function codeInText(text: string, heads: readonly string[], newer: readonly string[]): string | null {
  const written = putRight(text.slice(0, MOST_LETTERS).toUpperCase());
  const runs = [...written.matchAll(RUN)].map(({ 0: signs, index }) => ({ signs, index }));
  let guess: string | null = null;
  const starts = runs.flatMap(({ signs }, index) => (heads.some((head) => signs.startsWith(head)) ? [index] : []));
  for (const start of starts.slice(0, MOST_STARTS)) {
    for (const reading of readingsFrom(start)) {
      if (isWhole(reading, heads[0]?.length ?? 0)) return reading;
      // With one sign wrong it is still the longest that looks like one.
      if (reading.length >= FEWEST_SIGNS && reading.length > (guess?.length ?? 0)) guess = reading;
    }
  }
  return newerToken(written, runs, newer) ?? guess;

  /** From all that may belong to it down to less; then without the stops that end a sentence. */
  function readingsFrom(start: number): string[] {
    const ends: string[] = [];
    let [joined, end] = ["", runs[start]?.index ?? 0];
    for (const { signs, index } of runs.slice(start)) {
      if (!SPACES.test(written.slice(end, index)) || joined.length + signs.length > MOST_SIGNS) break;
      joined += signs;
      end = index + signs.length;
      ends.push(joined);
    }
    const few = [...new Set([...ends.slice(-MOST_ENDS), ...ends.slice(0, MOST_ENDS)])].reverse();
    return few.flatMap((each) => [each, each.slice(0, -1), each.replace(/[.\-*/$]+$/, "")]);
  }
}

function putRight(text: string): string {
  const decoded = text.replace(/%(2[0-9A-F]|3[0-9])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return PUT_RIGHT.reduce((made, [from, to]) => made.replace(from, to), decoded);
}

function isWhole(code: string, head: number): boolean {
  const bytes = code.length >= FEWEST_SIGNS ? fromBase41(code.slice(head)) : null;
  return bytes !== null && fitsCrc(bytes);
}
