/** Read the code of a plan, which may be anything at all: the same verdicts as `plan/code.py`. */
import type { Plan } from "../../generated/plan.ts";
import tables from "../../schema/plan-code.json";
import { ALPHABET, fromBase41 } from "../record/base41.ts";
import { Unpacking } from "../record/bits.ts";
import { Damaged, hexOf, Reader, textIn } from "../record/bytes.ts";
import { canonicalJson, recordChecksum } from "../record/canonical.ts";
import { inflated, TooLarge } from "../record/inflate.ts";
import { fitsCrc } from "../record/payload.ts";
import { MOST_SIGNS } from "../record/token.ts";
import { bytesOf, packed, PLAIN, PRESSED, shortBytes, unnamed } from "./code.ts";
import { walked, type Data, type Kind } from "./layout.ts";
import { readPlan } from "./reading.ts";
import { NONE_LEFT, shortOf, type PlanShort } from "./short.ts";
import { stageOf } from "./standing.ts";
import { compact } from "./written.ts";

/** `record`: it is the code of a record, for the clinician's page. */
export type CodeFault = "not_ours" | "record" | "newer" | "too_large" | "damaged";
export type CodeRead = { short: PlanShort } | { preparation: Plan } | { fault: CodeFault };

const CRC_BYTES = 4;
const SIGNS = new RegExp(`^[${ALPHABET.replace(/[-$*./]/g, "\\$&")}]+$`);

/** `text` is a code and nothing else: see `planCodeInText` for one in a link or a letter. */
export function readPlanCode(text: string): CodeRead {
  if (/^[1-9]/.test(text) && text.length <= MOST_SIGNS && SIGNS.test(text)) return { fault: "record" };
  if (text.length > tables.most) return { fault: "too_large" };
  if (!SIGNS.test(text)) return { fault: "not_ours" };
  if (text[0] !== tables.first || !/^.[1-9]/.test(text)) return { fault: "not_ours" };
  if (text[1] !== tables.version) return { fault: "newer" };
  const bytes = fromBase41(text.slice(2));
  if (bytes === null || !fitsCrc(bytes)) return { fault: "damaged" };
  const kind = (Object.keys(tables.kinds) as Kind[]).find((name) => tables.kinds[name] === bytes[0]);
  if (kind === undefined) return { fault: "newer" };
  try {
    return read(kind, bytes.slice(1, -CRC_BYTES));
  } catch (error) {
    if (error instanceof TooLarge) return { fault: "too_large" };
    if (error instanceof Damaged) return { fault: "damaged" };
    throw error;
  }
}

function read(kind: Kind, body: Uint8Array<ArrayBuffer>): CodeRead {
  const reader = new Reader(body);
  const [id, bits, how] = [hexOf(reader.take(16)), reader.block(), reader.byte()];
  const rest = reader.take(reader.left);
  const isPressed = how === PRESSED && kind === "prepared";
  if (!isPressed && how !== PLAIN) throw new Damaged("texts");
  const texts = isPressed ? inflated(rest, tables.most_text) : rest;
  const coder = new Unpacking(bits, textsIn(texts), []);
  const made = walked(coder, kind, null);
  coder.end();
  const plan = planOf(id, made["plan"] as Data);
  if (kind === "prepared") {
    const again = packed(kind, { plan: unnamed(compact(plan)) });
    if (stageOf(plan) !== "prepared" || !isSame(again.bits, bits) || !isSame(again.texts, texts)) throw new Damaged("another way");
    return { preparation: plan };
  }
  const left = { goals: made["goals_left"] as number, actions: made["actions_left"] as number, reviews: made["reviews_left"] as number };
  // There is one way only to write what it says.
  if (!isSame(shortBytes(shortOf(plan, NONE_LEFT), left), bytesOf(kind, id, bits, [PLAIN, ...texts]))) throw new Damaged("another way");
  return { short: { onPaper: plan, left } };
}

/** The plan; nothing of it may have to be left out or made safe: no page has written such a code. */
function planOf(id: string, data: Data): Plan {
  const whole = { format: "decisionaid.plan/1", id, ...data };
  const found = readPlan(canonicalJson({ ...whole, crc32: recordChecksum(whole) }));
  if ("fault" in found || found.left.length > 0 || found.isAltered) throw new Damaged("plan");
  if (canonicalJson(found.plan) !== canonicalJson({ ...whole, crc32: found.plan.crc32 })) throw new Damaged("plan");
  return found.plan;
}

function textsIn(bytes: Uint8Array<ArrayBuffer>): string[] {
  const reader = new Reader(bytes);
  const texts: string[] = [];
  while (reader.left > 0) texts.push(textIn(reader.block()));
  return texts;
}

function isSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  return one.length === other.length && Array.prototype.every.call(one, (byte: number, place: number) => byte === other[place]);
}
