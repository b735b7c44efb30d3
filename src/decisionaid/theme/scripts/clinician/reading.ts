/** The record in a text that came from outside, with the words that its person saw; or what is wrong with it. */
import type { Known } from "../handover/about-aid.ts";
import { lockedInText } from "../handover/record-file.ts";
import { recordInAnyText } from "../handover/undone.ts";
import { checkedRecord } from "../record/checked-record.ts";
import type { Record } from "../record/record-types.ts";
import { line, LONG_TEXT } from "../record/text.ts";
import { recordInToken } from "../record/token.ts";
import { wordsOf } from "./known-aids.ts";
import { meant } from "./mix-ups.ts";
import { MOST_TEXT } from "./way.ts";

/** A record with all that its sheet is made of. */
export interface Opened {
  readonly record: Record;
  readonly known: Known;
  /** Parts that were not recognised. */
  readonly left: readonly string[];
  readonly isAltered: boolean;
}

export type Fault = "not_ours" | "too_large" | "damaged" | "newer" | "two" | "unreadable";

export type Read =
  | { readonly opened: Opened }
  | { readonly fault: Fault }
  /** Under a passphrase. */
  | { readonly locked: string }
  /** Sound, and of a text of the aid that cannot be had: only what was typed can be read. */
  | { readonly without: { readonly aid: string; readonly version: string; readonly own: readonly string[] } };

type Addresses = ReadonlyMap<string, string>;

/** Own words that are shown where nothing else can be. */
const MOST_OWN = 12;

export async function read(text: string, addresses: Addresses): Promise<Read> {
  if (text.length > MOST_TEXT) return { fault: "too_large" };
  const hidden = lockedInText(text);
  if (hidden !== null) return inTokens([hidden], addresses, "damaged");
  const found = recordInAnyText(text);
  if ("fault" in found) {
    const mayBeToken = found.fault === "not_ours" || found.fault === "damaged";
    return mayBeToken ? inTokens(meant(text), addresses, found.fault) : { fault: found.fault };
  }
  const checked = checkedRecord(found.data, found.isAltered, found.doubled);
  if (checked === null) return { fault: "damaged" };
  const known = await knownOf(checked.record, addresses);
  return { opened: { record: checked.record, known, left: checked.left, isAltered: found.isAltered } };
}

/** The first of these tokens that is sound; else what is wrong with the one that came nearest. */
async function inTokens(tokens: Iterable<string>, addresses: Addresses, none: Fault): Promise<Read> {
  let worst: Fault = none;
  for (const token of tokens) {
    const read = await recordInToken(token, async (aid, hash) => (await wordsOf(aid, addresses, hash)).words);
    if ("record" in read) {
      const known = await knownOf(read.record, addresses);
      return { opened: { record: read.record, known, left: [], isAltered: false } };
    }
    if (read.fault === "locked") return { locked: token };
    if (read.fault === "no_words") {
      const own = read.own.slice(0, MOST_OWN).map((each) => line(each, LONG_TEXT));
      return { without: { aid: line(read.aid), version: line(read.version), own } };
    }
    if (read.fault === "newer" || read.fault === "too_large") return { fault: read.fault };
    if (read.fault === "damaged") worst = "damaged";
  }
  return { fault: worst };
}

/** Today's words of the aid, and those that the person saw where they are others. */
async function knownOf({ aid }: Record, addresses: Addresses): Promise<Known> {
  const known = await wordsOf(aid.id, addresses);
  if (known.words === null || known.words.source_sha256 === aid.source_sha256) return known;
  const { words } = await wordsOf(aid.id, addresses, aid.source_sha256);
  return words === null ? known : { ...known, seen: words };
}
