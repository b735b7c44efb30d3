/**
 * Read a token, which may be anything at all.
 *
 * What can be seen without the words of its aid is seen first, so that nothing is asked for on behalf of a
 * text that is none of ours. The same verdicts as `decisionaid/record/token.py`.
 */
import type { AidWords } from "../../generated/words.ts";
import { ALPHABET } from "./base41.ts";
import { checkedRecord } from "./checked-record.ts";
import { TooLarge } from "./inflate.ts";
import { headOf, isSame, recordOf, textsOf, type Head } from "./payload.ts";
import { recordChecksum } from "./canonical.ts";
import { PAPER_TEXTS } from "./said.ts";
import type { Record } from "./record-types.ts";
import { cleaned, LONG_TEXT } from "./text.ts";
import { bytesIn, LOCKED, MOST_BYTES, MOST_SIGNS, OPEN, PLAN } from "./token.ts";

export type TokenRead =
  | { record: Record; words: AidWords }
  /** `plan`: it is the code of a plan. */
  | { fault: "not_ours" | "plan" | "newer" | "too_large" | "damaged" | "locked" }
  /** The answers need the words of a text of the aid that is not to be had; what the person wrote does not. */
  | { fault: "no_words"; aid: string; version: string; updated: string; own: string[]; helper: string; view: string };

/** The words of one text of an aid, by the aid's id and the hash of the text. */
export type WordsOf = (aid: string, hash: string) => Promise<AidWords | null>;

const SIGNS = new RegExp(`^[${ALPHABET.replace(/[-$*./]/g, "\\$&")}]+$`);

/** `text` is a token and nothing else: see `tokenInText` for one in a letter or a link. */
export async function recordInToken(text: string, wordsOf: WordsOf): Promise<TokenRead> {
  if (text.length > MOST_SIGNS) return { fault: "too_large" };
  if (!SIGNS.test(text)) return { fault: "not_ours" };
  if (text[0] === LOCKED) return { fault: "locked" };
  if (text[0] === PLAN && /^.[1-9]/.test(text)) return { fault: "plan" };
  if (text[0] !== OPEN) return { fault: /^[0-9]/.test(text) && text[0] !== "0" ? "newer" : "not_ours" };
  const payload = bytesIn(text);
  if (payload === null) return { fault: "damaged" };
  if (payload.length > MOST_BYTES) return { fault: "too_large" };
  try {
    const head = headOf(payload);
    if (head === null) return { fault: "newer" };
    const words = await wordsOf(head.aid, head.hash).catch(() => null);
    return words === null ? withoutWords(head) : withWords(head, words);
  } catch (error) {
    return { fault: error instanceof TooLarge ? "too_large" : "damaged" };
  }
}

function withoutWords(head: Head): TokenRead {
  // The helper's name and view stand first, behind those of who typed it in: they are not the person's words.
  const texts = textsOf(head).owns.map((text) => cleaned(text, LONG_TEXT));
  const [helper = "", view = "", ...own] = head.isWide ? texts.slice(PAPER_TEXTS) : texts;
  return { fault: "no_words", aid: head.aid, version: head.version, updated: head.updated, own: own.filter(Boolean), helper, view };
}

function withWords(head: Head, words: AidWords): TokenRead {
  const isText = words.id === head.aid && words.source_sha256 === head.hash && words.version === head.version;
  const record = isText ? recordOf(head, words) : null;
  if (record === null || recordChecksum(record) !== record.crc32) return { fault: "damaged" };
  // Nothing may have to be left out or made safe: no page has written such a record.
  const checked = checkedRecord(JSON.parse(JSON.stringify(record)));
  const isSound = checked !== null && checked.left.length === 0 && isSame(checked.record, record);
  return isSound ? { record: checked.record, words } : { fault: "damaged" };
}
