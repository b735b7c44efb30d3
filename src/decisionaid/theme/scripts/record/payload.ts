/**
 * A record as few bytes, and back: `decisionaid.compact/1`, which needs the words of the aid to be read.
 *
 * What the words say need not be carried. The same as `decisionaid/record/payload.py`, which
 * `site/developers/token.md` describes byte by byte.
 */
import type { AidWords } from "../../generated/words.ts";
import { Packing, Unpacking } from "./bits.ts";
import { bytesOfHex, Damaged, hexOf, Reader, textIn, utf8, Writer } from "./bytes.ts";
import { canonicalJson } from "./canonical.ts";
import { crcOf } from "./crc32.ts";
import { deflated, inflated } from "./inflate.ts";
import { labelsOf } from "./labels.ts";
import { inFull, phrasesOf, shortly } from "./phrases.ts";
import type { Record } from "./record-types.ts";
import { isWide, walked } from "./said.ts";
import { line } from "./text.ts";

/** What can stand before the words are known. */
export interface Head {
  isWide: boolean;
  hash: string;
  id: string;
  crc32: string;
  rev: number;
  created: string;
  updated: string;
  aid: string;
  version: string;
  answers: Uint8Array;
  own: Uint8Array;
}

/** The second knows of paper and of a helper's own record; all other records are written in the first. */
const [LAYOUT, WIDE] = [1, 2];
const CRC_BYTES = 4;
/** Own words pressed may come to no more. */
export const MOST_TEXT = 16_384;
const MOST_VERSION = 40;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Between texts, and between those of the person and those of the page: signs that no text has. */
const [BETWEEN, BEHIND] = ["\u001f", "\u001e"];
const DAY = 86_400_000;
/** In the year 2242. */
const MOST_SECONDS = 2 ** 33;

/** Throws where a record holds what no page writes. */
export async function payloadOf(record: Record, words: AidWords): Promise<Uint8Array<ArrayBuffer>> {
  // Its page has taken facts out, and so their places would be others.
  if (record.aid.clock === "expired") throw new Damaged("expired");
  const packing = new Packing();
  const wide = isWide(record);
  walked(packing, words, daysBeside(record.updated), record, wide);
  const phrases = phrasesOf(words, record.own_concerns.map(({ text }) => text));
  const texts = [packing.owns, packing.seens.map((text) => shortly(text, phrases))].map((each) => each.join(BETWEEN).replace(/\u001f+$/, ""));
  const plain = utf8(texts.join(BEHIND).replace(/\u001e$/, ""));
  const pressed = await deflated(plain);
  const own = pressed && pressed.length < plain.length ? [1, ...pressed] : [0, ...plain];
  const [created, updated] = [secondsOf(record.created), secondsOf(record.updated)];
  const writer = new Writer()
    .put([wide ? WIDE : LAYOUT])
    .put(bytesOfHex(record.aid.source_sha256))
    .put(bytesOfHex(record.id))
    .put(bytesOfHex(record.crc32))
    .varint(record.rev)
    .four(created)
    // A clock may have been put back in between.
    .varint(updated < created ? 2 * (created - updated) - 1 : 2 * (updated - created))
    .block(utf8(record.aid.id))
    .block(utf8(record.aid.version))
    .block(packing.bytes())
    .block(own);
  return writer.four(crcOf(writer.done())).done();
}

/** What a payload says by itself. Throws where it is not as we write it; null: a layout of tomorrow. */
export function headOf(payload: Uint8Array<ArrayBuffer>): Head | null {
  if (payload.length > 0 && payload[0] !== LAYOUT && payload[0] !== WIDE) return null;
  if (!fitsCrc(payload)) throw new Damaged("crc");
  const reader = new Reader(payload.slice(1, -CRC_BYTES));
  const [hash, id, crc32] = [hexOf(reader.take(8)), hexOf(reader.take(16)), hexOf(reader.take(4))];
  const [rev, created, apart] = [reader.varint(), reader.four(), reader.varint()];
  const updated = created + (apart % 2 ? -(apart + 1) / 2 : apart / 2);
  const [aid, version] = [textIn(reader.block()), textIn(reader.block())];
  if (!ID.test(aid) || aid.length > 64 || line(version, MOST_VERSION) !== version) throw new Damaged("aid");
  const [answers, own] = [reader.block(), reader.block()];
  if (reader.left > 0) throw new Damaged("end");
  return { isWide: payload[0] === WIDE, hash, id, crc32, rev, created: instantOf(created), updated: instantOf(updated), aid, version, answers, own };
}

/** Whether the last four bytes are the check number of all before. */
export function fitsCrc(bytes: Uint8Array<ArrayBuffer>): boolean {
  return bytes.length > CRC_BYTES && new Reader(bytes.slice(-CRC_BYTES)).four() === crcOf(bytes.slice(0, -CRC_BYTES));
}

/** Texts of the person, and sentences of the page, shortly. Throws `TooLarge` too. */
export function textsOf({ own }: Head): { owns: string[]; seens: string[] } {
  const [kind, rest] = [own[0], own.slice(1)];
  if (kind !== 0 && kind !== 1) throw new Damaged("texts");
  const parts = textIn(kind === 1 ? inflated(rest, MOST_TEXT) : rest).split(BEHIND);
  const [owns = [], seens = []] = parts.map((part) => (part === "" ? [] : part.split(BETWEEN)));
  if (parts.length > 2) throw new Damaged("texts");
  return { owns, seens };
}

/** The whole record, with the check number that was carried: whether it fits is still to be seen. */
export function recordOf(head: Head, words: AidWords): Record {
  const { owns, seens } = textsOf(head);
  const coder = new Unpacking(head.answers, owns, seens);
  const { aid, ...said } = walked(coder, words, daysBeside(head.updated), null, head.isWide);
  coder.end();
  const phrases = phrasesOf(words, said.own_concerns.map(({ text }) => text));
  const unlabelled = {
    stage: "prepared" as const,
    aid: {
      id: head.aid,
      version: head.version,
      source_sha256: head.hash,
      title: line(words.title),
      language: line(words.language),
      evidence: words.evidence ?? "",
      ...aid,
    },
    ...said,
    noted: said.noted.map(({ kind, text }) => ({ kind, text: inFull(text, phrases) })),
  };
  const { id, rev, created, updated, crc32 } = head;
  return { format: "decisionaid.record/1", id, rev, created, updated, ...unlabelled, words: labelsOf(unlabelled, words), crc32 };
}

export function isSame(one: Record, other: Record): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** The day by UTC at an instant, the days beside it, and none: where the person is, it is one of these. */
function daysBeside(instant: string): string[] {
  const day = Date.parse(instant);
  return ["", ...[-1, 0, 1].map((days) => new Date(day + days * DAY).toISOString().slice(0, 10))];
}

function secondsOf(instant: string): number {
  return Date.parse(instant) / 1000;
}

function instantOf(seconds: number): string {
  if (seconds < 0 || seconds >= MOST_SECONDS) throw new Damaged("time");
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
