/** The record in a text that came from outside, with the words that its person saw; or what is wrong with it. */
import { ownCopyIn } from "../handover/record-file.ts";
import { inAnyText, lockedInAnyText, recordInAnyText } from "../handover/undone.ts";
import { checkedRecord } from "../record/checked-record.ts";
import { isWholeLocked, unlocked, unlockedFile } from "../record/passphrase.ts";
import { line, LONG_TEXT } from "../record/text.ts";
import { recordInToken } from "../record/token-read.ts";
import { isPlanCode } from "../record/token-text.ts";
import { hasOther, meant } from "./mix-ups.ts";
import type { Fault, Library, Read } from "./read-types.ts";
import { MOST_TEXT } from "./way.ts";

/** Own words that are shown where nothing else can be. */
const MOST_OWN = 12;

/** What is left of a locked file that is not whole. */
const LOCKED_TRACE = "decisionaid.locked/";

/** In a page that was saved, in bare JSON, or as a token somewhere in the text. */
export async function read(text: string, library: Library): Promise<Read> {
  if (text.length > MOST_TEXT) return { fault: "too_large" };
  const found = recordInAnyText(text);
  if ("fault" in found) {
    if (inAnyText(text, ownCopyIn) !== null) return { fault: "own_copy" };
    const mayBeCode = found.fault === "not_ours" || found.fault === "damaged";
    return mayBeCode ? readCode(text, library, found.fault) : { fault: found.fault };
  }
  const checked = checkedRecord(found.data, found.isAltered, found.doubled);
  if (checked === null) return { fault: "damaged" };
  const { id, source_sha256 } = checked.record.aid;
  const known = await library.wordsOf(id, source_sha256);
  return { opened: { record: checked.record, known, left: checked.left, isAltered: found.isAltered } };
}

/** `none`: what is wrong with the text if it holds no token. */
async function readCode(text: string, library: Library, none: Fault): Promise<Read> {
  const file = lockedInAnyText(text);
  if (file !== null) return { locked: (passphrase) => unlockedFile(file, passphrase) };
  let worst = text.includes(LOCKED_TRACE) ? "damaged" : none;
  for (const token of meant(text)) {
    const read = await readToken(token, library);
    if (!("fault" in read)) return hasOther(text, token) ? { fault: "two" } : read;
    // One sign that was mistaken can make a code look like one of tomorrow: another reading of it may be sound.
    if (worst === none && read.fault !== "not_ours") worst = read.fault;
  }
  return { fault: isPlanCode(text) ? "plan" : worst };
}

async function readToken(token: string, library: Library): Promise<Read> {
  const read = await recordInToken(token, (aid, hash) => library.versionOf(aid, hash));
  if ("record" in read) {
    const { id, source_sha256 } = read.record.aid;
    const known = await library.wordsOf(id, source_sha256);
    return { opened: { record: read.record, known, left: [], isAltered: false } };
  }
  if (read.fault === "locked") return isWholeLocked(token) ? { locked: (passphrase) => unlocked(token, passphrase) } : { fault: "damaged" };
  if (read.fault !== "no_words") return { fault: read.fault };
  const own = read.own.slice(0, MOST_OWN).map((each) => line(each, LONG_TEXT));
  return { without: { aid: line(read.aid), version: line(read.version), own, helper: line(read.helper), view: line(read.view, LONG_TEXT) } };
}
