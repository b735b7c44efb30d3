/** What is kept on a device, as one text, and back: what comes back is not trusted. */
import { crc32 } from "../record/crc32.ts";
import { field, isOtherNumber, parsed } from "../record/field.ts";
import { clean, line, LONG_TEXT } from "../record/text.ts";

const FORMAT = "decisionaid.kept/1";
/** Characters of stored text that are read at all; a full page needs a tenth. */
const MOST = 400_000;
const MOST_SAID = 200;
/** Counted from the time of the first write, no person reaches it: one that stands higher is none of ours. */
export const MOST_REV = 100_000_000_000_000;

/** A question and what was answered, in the words of then: so that it can be read when the question has gone. */
export interface Said {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}

export interface Entry {
  /** What it is of: the name of an aid, or of a page. */
  readonly of: string;
  /** Names the choice to keep that it came of: what was deleted and comes back is of another one. */
  readonly life: string;
  /** Counts the writes, from the time when the first one was. */
  readonly rev: number;
  /** Who wrote it: a page that was loaded once. With the number it names this text and no other. */
  readonly by: string;
  /** When the person changed it last, by the clock of the device, in milliseconds. */
  readonly changed: number;
  /** When it was said that its time is over; 0: it was not. */
  readonly told: number;
  /** Which text the answers are to: a version, or empty. */
  readonly version: string;
  /** The state of the page. */
  readonly state: string;
  readonly said: readonly Said[];
}

/** What a page makes of the state in an entry: it can take it, a newer page wrote it, or it cannot be read. */
export type Worth = "ours" | "newer" | "unreadable";

/** What was found where something may be kept. */
export type Found =
  | { readonly kind: "none" }
  /** `isDamaged`: its check number does not fit; what can be read of it is here. */
  | { readonly kind: "entry"; readonly entry: Entry; readonly isDamaged: boolean }
  /** A page newer than this one wrote it. */
  | { readonly kind: "newer"; readonly text: string }
  | { readonly kind: "unreadable"; readonly text: string };

export const NONE: Found = { kind: "none" };

/** Names one write. */
export function idOf({ rev, by }: Pick<Entry, "rev" | "by">): string {
  return `${rev}.${by}`;
}

export function written(entry: Entry): string {
  const { of, life, rev, by, changed, told, version, state } = entry;
  const said = entry.said.slice(0, MOST_SAID).map(({ name, question, answer }) => [name, question, answer]);
  const data = { format: FORMAT, of, life, rev, by, changed, told, version, said, state };
  return JSON.stringify({ ...data, crc32: crc32(JSON.stringify(data)) });
}

/** Read stored text of `of`; anything at all may stand there. `worth`: what the page makes of a state. */
export function read(text: string | null, of: string, worth: (state: string) => Worth = () => "ours"): Found {
  if (text === null) return NONE;
  const data = parsed(text, MOST);
  const format = field(data, "format");
  if (isOtherNumber(format, FORMAT)) return { kind: "newer", text };
  const [life, rev, by, changed, told, version, state] = ["life", "rev", "by", "changed", "told", "version", "state"].map((name) => field(data, name));
  const isOurs = format === FORMAT && field(data, "of") === of && typeof state === "string";
  if (!isOurs || !isCount(rev) || !isTime(changed)) return { kind: "unreadable", text };
  const kind = worth(state);
  // What the page could not show would be written over, once it is taken for opened.
  if (kind !== "ours") return { kind, text };
  const entry: Entry = {
    of,
    life: nameIn(life),
    rev,
    by: nameIn(by),
    changed,
    told: isTime(told) ? told : 0,
    version: typeof version === "string" ? line(version, 40) : "",
    state,
    said: saidIn(field(data, "said")),
  };
  return { kind: "entry", entry, isDamaged: written(entry) !== text };
}

function nameIn(data: unknown): string {
  return typeof data === "string" && /^[0-9a-f.]{1,64}$/.test(data) ? data : "unknown";
}

function isCount(data: unknown): data is number {
  return Number.isInteger(data) && Number(data) >= 1 && Number(data) < MOST_REV;
}

function isTime(data: unknown): data is number {
  return Number.isSafeInteger(data) && Number(data) >= 0;
}

export function saidIn(data: unknown): Said[] {
  if (!Array.isArray(data)) return [];
  return data.slice(0, MOST_SAID).flatMap((each: unknown) => {
    const [name, question, answer] = Array.isArray(each) ? (each as unknown[]) : [];
    const isText = typeof name === "string" && typeof question === "string" && typeof answer === "string";
    return isText ? [{ name: line(name), question: line(question), answer: clean(answer, LONG_TEXT) }] : [];
  });
}

/**
 * Of the first copy and the second the one to go by: the newest by its number; a whole one before a damaged one.
 *
 * What was deleted may come back as a second copy, where the browser ended in that moment. It is no newer one.
 */
export function newest(one: Found, other: Found): Found {
  if (one.kind === "entry" && other.kind === "entry") {
    if (one.isDamaged !== other.isDamaged) return one.isDamaged ? other : one;
    return other.entry.life === one.entry.life && other.entry.rev > one.entry.rev ? other : one;
  }
  // What a newer page wrote is not this page's to decide on.
  const order = ["newer", "entry", "unreadable", "none"];
  return order.indexOf(other.kind) < order.indexOf(one.kind) ? other : one;
}
