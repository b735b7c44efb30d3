/**
 * A record as one short text, `1...`: the QR code, the link, what a scanner types and what is read out.
 *
 * `token-read.ts` reads it: a page that only writes tokens need not load what checks one.
 */
import type { AidWords } from "../../generated/words.ts";
import { fromBase41, toBase41 } from "./base41.ts";
import { Damaged } from "./bytes.ts";
import { recordChecksum } from "./canonical.ts";
import { headOf, isSame, payloadOf, recordOf } from "./payload.ts";
import type { Record } from "./record-types.ts";

/** Signs of a token, and the bytes that they come to: more are not even looked at. */
export const MOST_SIGNS = 6144;
export const MOST_BYTES = 4096;
/** No token of ours is as short. */
export const FEWEST_SIGNS = 40;
/** The first sign of a token says how to read it. */
export const [OPEN, LOCKED] = ["1", "2"];
/** What the code of a plan begins with, so that it is told from a record's. */
export const PLAN = "P";

/**
 * The token of a record, with the words of the text of the aid that it was made with.
 *
 * Throws where it does not come back equal: then it has to be handed over by other means.
 */
export async function tokenOf(record: Record, words: AidWords): Promise<string> {
  const payload = await payloadOf(record, words);
  const head = headOf(payload);
  if (head === null || !isSame(recordOf(head, words), record) || recordChecksum(record) !== record.crc32) throw new Damaged("not equal");
  return signed(OPEN, payload);
}

/** Throws where it is longer than any that is read. */
export function signed(version: string, payload: Uint8Array): string {
  const token = version + toBase41(payload);
  if (token.length > MOST_SIGNS || payload.length > MOST_BYTES) throw new Damaged("too long");
  return token;
}

/** The bytes behind the first sign; null where they are none. */
export function bytesIn(token: string): Uint8Array<ArrayBuffer> | null {
  return fromBase41(token.slice(1));
}
