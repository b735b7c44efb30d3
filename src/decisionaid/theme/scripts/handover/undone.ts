/**
 * A record in a file that mail or a word processor changed as a whole: what they did is undone.
 *
 * A saved file has letters of ASCII alone, so a curly quote or a hard space in it is none of ours, and the
 * check number tells if all of it is back. The patient's page has to be light and does without.
 */
import { doubled, mended } from "./mended.ts";
import { lockedInText, RECORD, recordInText, type Fault, type Found } from "./record-file.ts";

/** Our name in base64: what is left of a file that cannot be read even so. */
const NAME = /ZGVjaXNpb25haW|RlY2lzaW9uYWlk|kZWNpc2lvbmFpZ/;
const BASE64 = /^[ \t]*([A-Za-z0-9+/]+)(={0,2})[ \t]*$/;
/** Letters of the first line of base64; a shorter line is a word. */
const FIRST_LINE = 40;
const NAMED: Readonly<Record<string, RegExp>> = {
  '"': /&quot;|&#34;|&#x22;|&ldquo;|&rdquo;/,
  "'": /&apos;|&#39;|&#x27;/,
  " ": /&nbsp;|&#160;|&#xa0;/,
  "<": /&lt;/,
  ">": /&gt;/,
  "&": /&amp;/,
};
const ENTITY = new RegExp(Object.values(NAMED).map(({ source }) => source).join("|"), "g");

export interface FoundAnyhow extends Found {
  /** Parts in which a name stands twice. */
  doubled: readonly string[];
  /** Whether it was cut, or nested too deep, and only what was whole of it is here. */
  isMended: boolean;
}

/** The record in a text, or what is wrong with it: as it stands, or with one thing more undone each time. */
export function recordInAnyText(text: string, kind = RECORD): FoundAnyhow | { fault: Fault } {
  let best = recordAsItStands(text, kind);
  // It can be read, and says itself that it is something else.
  if ("fault" in best && best.fault === "not_ours" && kind.trace.test(text)) return best;
  let undone = text;
  for (const step of STEPS) {
    if (worth(best) === SOUND) break;
    const before = undone;
    undone = step(before);
    if (undone === before) continue;
    const found = recordAsItStands(undone, kind);
    if (worth(found) > worth(best)) best = found;
  }
  return best;
}

/** What opens with a passphrase alone, whatever mail did to the file; null: there is none, or it is not whole. */
export function lockedInAnyText(text: string): object | null {
  return inAnyText(text, lockedInText);
}

/** What is found in a text, as it stands or with one thing more undone each time; null: nothing. */
export function inAnyText<What>(text: string, find: (text: string) => What | null): What | null {
  let undone = text;
  for (const step of [same, ...STEPS]) {
    undone = step(undone);
    const found = find(undone);
    if (found !== null) return found;
  }
  return null;
}

function same(text: string): string {
  return text;
}

function recordAsItStands(text: string, kind: typeof RECORD): FoundAnyhow | { fault: Fault } {
  const whole = recordInText(text, undefined, kind);
  const found = "fault" in whole ? recordInText(text, mended, kind) : whole;
  if ("fault" in found) return found.fault === "not_ours" && NAME.test(text) ? { fault: "damaged" } : found;
  const twice = doubled(found.json);
  // What was mended is not whole, whatever its check number.
  return { ...found, doubled: twice, isMended: found !== whole, isAltered: found.isAltered || found !== whole || twice.length > 0 };
}

/** No record that was altered has as many parts. */
const SOUND = 1000;

/** How much is known: of two readings that are not sound, the one with more parts. */
function worth(found: FoundAnyhow | { fault: Fault }): number {
  if (!("fault" in found)) return found.isAltered ? Math.min(2 + Object.keys(found.data).length, SOUND - 1) : SOUND;
  return found.fault === "not_ours" ? 0 : found.fault === "damaged" ? 1 : SOUND;
}

const STEPS: readonly ((text: string) => string)[] = [
  // Two bytes for each letter, read as one.
  (text) => text.replace(/\0/g, ""),
  ofBase64,
  (text) =>
    text
      .replace(/=[ \t]*\r?\n/g, "")
      .replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => utf8(run.slice(1).split("=").map((byte) => parseInt(byte, 16)))),
  // Lines of a letter that is answered or handed on.
  (text) => text.replace(/(^|\n)(?:[ \t]*>)+ ?/g, "$1"),
  // Signs that were written by their names, as in HTML.
  (text) => text.replace(ENTITY, (name) => Object.keys(NAMED).find((sign) => NAMED[sign]?.test(name)) ?? name),
  // Plain spaces, and none that nobody sees.
  (text) => text.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ").replace(/[\u200b\u2060\ufeff]/g, ""),
  // Quotes as they were before somebody's program made them handsome.
  (text) =>
    text
      .replace(/[\u00ab\u00bb\u201c-\u201f\u2033]/g, '"')
      .replace(/[\u2018-\u201b\u2032]/g, "'"),
];

/** Lines of base64, if they hold anything of ours; other lines are kept as they are. */
function ofBase64(text: string): string {
  const lines = text.split(/\r?\n/);
  const made: string[] = [];
  let at = 0;
  while (at < lines.length) {
    let letters = "";
    let behind = at;
    let isOpen = (BASE64.exec(lines[at] ?? "")?.[1] ?? "").length >= FIRST_LINE;
    while (isOpen) {
      const written = BASE64.exec(lines[behind] ?? "");
      isOpen = written !== null && !written[2];
      if (!written) break;
      letters += written[1];
      behind += 1;
    }
    const decoded = utf8(Array.from(atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters), (byte) => byte.charCodeAt(0)));
    if (decoded.includes("decisionaid")) made.push(decoded);
    else {
      behind = Math.max(behind, at + 1);
      made.push(lines.slice(at, behind).join("\n"));
    }
    at = behind;
  }
  return made.join("\n");
}

function utf8(bytes: readonly number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
