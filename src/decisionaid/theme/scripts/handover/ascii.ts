/**
 * Any text in the 95 signs that every clinical system takes: the same bytes as `outside/ascii.py`.
 *
 * Only blocks of Unicode in which nothing is new are taken apart, so that no browser knows more letters than another.
 */
import tables from "../../schema/record-text.json";

const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries(tables.signs));

type Blocks = readonly (readonly [number, number])[];

/** Latin letters with their marks, spaces, signs, fractions, ligatures and wide forms. */
const APART: Blocks = [[0xa0, 0x24f], [0x1e00, 0x1eff], [0x2000, 0x209f], [0x2100, 0x218f], [0xfb00, 0xfb06], [0xff01, 0xff5e]];
/** Marks, and what nobody sees. */
const DROPPED: Blocks = [
  [0, 8], [14, 31], [0x7f, 0x9f], [0xad, 0xad], [0x300, 0x36f], [0x200b, 0x200f], [0x202a, 0x202e],
  [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xe0000, 0xe01ef],
];
/** No letters of any script. */
const NO_LETTERS: Blocks = [[0xa0, 0xbf], [0x2000, 0x206f], [0x20a0, 0x20cf], [0x2100, 0x2bff], [0xd800, 0xdfff], [0xfffc, 0xfffd], [0x1f000, 0x1faff]];

const SCRIPT = "\u0001";
const SIGN = "\u0002";

/** The text on one line, in ASCII; words in another script and pictures are named as such. */
export function ascii(text: string): string {
  return Array.from(text, signFor)
    .join("")
    .replace(/\u0001(?:[^A-Za-z0-9\u0001\u0002]*\u0001)*/g, tables.script)
    .replace(/\u0002(?: *\u0002)*/g, tables.sign)
    .replace(/ +/g, " ")
    .trim();
}

function signFor(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const own = SIGNS.get(sign);
  if (own !== undefined) return own;
  if ((code >= 9 && code <= 13) || code === 0x2028 || code === 0x2029) return " ";
  if (isIn(code, DROPPED)) return "";
  if (code < 0x7f) return sign;
  const parts = isIn(code, APART) ? sign.normalize("NFKD") : sign;
  return parts === sign ? (isIn(code, NO_LETTERS) ? SIGN : SCRIPT) : Array.from(parts, signFor).join("");
}

function isIn(code: number, blocks: Blocks): boolean {
  return blocks.some(([first, last]) => code >= first && code <= last);
}

/** The first `most` signs of a text in ASCII, with a mark where something is missing. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trim()}${tables.mark}`;
}

/** A person's own words: nothing in them can end the quotes that they stand in. */
export function quoted(text: string, most: number): string {
  return `"${cut(text.replace(/"/g, "'"), most)}"`;
}
