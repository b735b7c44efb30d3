/** Find the record, or a plan, in a file that somebody chose; the file may hold anything at all. */
import { recordChecksum } from "../record/canonical.ts";
import { field } from "../record/field.ts";
import { migrated } from "../record/migrated.ts";
import { isLockedFile } from "../record/passphrase.ts";

/** A file is not even read when it is larger. */
export const MAX_FILE_BYTES = 524_288;
/** The largest record that is read, as JSON in UTF-8; the same number as in the Python model. */
export const MAX_RECORD_BYTES = 196_608;
/** Characters of a locked record that are read: base64 takes four for three. */
const MOST_LOCKED = 300_000;

export const BLOCK_START = '<script type="application/json" id="decisionaid-record">';
export const BLOCK_END = "</script>";
const END = /<\/script\s*>/i;

/** What is looked for, and how a file of it is known. */
export interface Kind {
  // Mail programs write the names of a page in another order, other letters or on another line.
  readonly start: RegExp;
  readonly mark: RegExp;
  readonly written: RegExp;
  /** What is left of a file of ours when it is not to be read. */
  readonly trace: RegExp;
  /** The most bytes of JSON. */
  readonly most: number;
  readonly migrated: (data: unknown) => object | "newer" | "not_ours";
}

export const RECORD: Kind = {
  start: /<script\b[^>]{0,300}?\bid\s*=\s*["']?decisionaid-record\b[^>]{0,300}>/i,
  // A plan has a mark of its own that begins as this one does.
  mark: /<meta\b[^>]{0,300}?\bcontent\s*=\s*["']?decisionaid\b(?! plan)/i,
  written: /"format"[ \t\r\n]*:[ \t\r\n]*"decisionaid\.record\//,
  trace: /decisionaid[.-]record/,
  most: MAX_RECORD_BYTES,
  migrated,
};

/** The element of a person's own copy: it holds no record, and is for nobody else. */
export const OWN_COPY = '<script type="application/json" id="decisionaid-own-copy">';
const OWN_COPY_START = /<script\b[^>]{0,300}?\bid\s*=\s*["']?decisionaid-own-copy\b[^>]{0,300}>/i;

/** What stands in a person's own copy, as text that is not looked at yet, or as far as it is there; null where the text is none. */
export function ownCopyIn(text: string): string | null {
  const [, behind] = text.split(OWN_COPY_START);
  return behind === undefined ? null : (behind.split(END, 1)[0] ?? "").replace(/[\r\n]+/g, "");
}

export type Fault = "not_ours" | "too_large" | "damaged" | "newer" | "two";

/** A record or a plan as data: its parts are still to be checked. */
export interface Found {
  data: object;
  /** Whether something was changed or lost on the way: the check number does not fit. */
  isAltered: boolean;
  /** The text that it was read from. */
  json: string;
}

/** Closes JSON that was cut off, as far as whole parts of it are there; null when none is. */
export type Mend = (json: string) => string | null;

/** The record in a file. Throws what reading throws: a file that is gone, for instance. */
export async function recordInFile<Kind = Found>(
  file: Blob,
  inText: (text: string) => Kind | { fault: Fault },
): Promise<Kind | { fault: Fault }> {
  return file.size > MAX_FILE_BYTES ? { fault: "too_large" } : inText(await file.text());
}

/** What is looked for in a page that we saved, or in bare JSON. */
export function recordInText(text: string, mend?: Mend, kind = RECORD): Found | { fault: Fault } {
  const { start, mark, written, trace } = kind;
  // Whose answers they are nobody could tell.
  if ([start, mark, written].some((each) => text.split(each).length > 2)) return { fault: "two" };
  // Found as text, never read as HTML: nothing in the file is ever made into a page.
  const block = start.exec(text);
  if (block) return inJson(text.slice(block.index + block[0].length).split(END, 1)[0] ?? "", "damaged", mend, kind);
  // What this takes for a space, and `\s` in the marks, is `SPACE` of `outside/clean.py`.
  const bare = text.trimStart();
  const fault = trace.test(text) ? "damaged" : "not_ours";
  if (bare.startsWith("{")) return inJson(bare, fault, mend, kind);
  // A page of ours that was cut off still has the mark in its head.
  return { fault: mark.test(text) ? "damaged" : fault };
}

/** What a file holds that opens with a passphrase alone; null where it is none of those. */
export function lockedInText(text: string): object | null {
  const start = RECORD.start.exec(text);
  const json = start ? (text.slice(start.index + start[0].length).split(END, 1)[0] ?? "") : text;
  if (json.length > MOST_LOCKED) return null;
  try {
    const data: unknown = JSON.parse(json.replace(/[\r\n]+/g, ""));
    return isLockedFile(data) ? (data as object) : null;
  } catch {
    return null;
  }
}

export const FILE_MARK = '<meta name="application-name" content="decisionaid">';

function inJson(json: string, none: Fault, mend: Mend = () => null, kind: Kind): Found | { fault: Fault } {
  if (new TextEncoder().encode(json).length > kind.most) return { fault: "too_large" };
  // Ends of lines are ours or those of a mail program, which may have put them in the place of a space.
  const joined = json.replace(/[\r\n]+/g, "");
  let altered: Found | { fault: Fault } | null = null;
  for (const each of [joined, json.replace(/[\r\n]+/g, " "), mend(joined)]) {
    if (each === null) continue;
    try {
      const found = checked(each, kind);
      if ("fault" in found || !found.isAltered) return found;
      altered ??= found;
    } catch {
      // No JSON, or so deeply nested that it is none of ours.
    }
  }
  return altered ?? { fault: none };
}

function checked(json: string, kind: Kind): Found | { fault: Fault } {
  const data: unknown = JSON.parse(json);
  const made = kind.migrated(data);
  if (typeof made === "string") return { fault: made };
  // Of the data as it came: its check number was made before there was a format of today.
  return { data: made, json, isAltered: recordChecksum(data as object) !== field(data, "crc32") };
}
