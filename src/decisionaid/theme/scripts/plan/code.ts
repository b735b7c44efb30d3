/**
 * A plan's short form, or a preparation, as one short text, `P1...`: for the square code on paper.
 *
 * The same as `plan/code.py`; `site/developers/plan.md` describes it byte by byte. `code-read.ts` reads it.
 */
import type { Plan } from "../../generated/plan.ts";
import tables from "../../schema/plan-code.json";
import ours from "../../schema/plan-text.json";
import { toBase41 } from "../record/base41.ts";
import { Packing } from "../record/bits.ts";
import { bytesOfHex, utf8, Writer } from "../record/bytes.ts";
import { crcOf } from "../record/crc32.ts";
import { deflated } from "../record/inflate.ts";
import { fill } from "../record/text.ts";
import { without } from "./cutting.ts";
import { walked, type Data, type Kind } from "./layout.ts";
import { shortOf, waysToShorten, type Left } from "./short.ts";
import { stageOf } from "./standing.ts";
import { compact } from "./written.ts";

/** The first byte of the texts: whether they are pressed. */
export const [PLAIN, PRESSED] = [0, 1];

export interface ShortCode {
  code: string;
  /** What had no room in it. */
  left: Left;
}

/** The code for the paper copy: with fewer of the later entries until it fits, and how many fewer. */
export function shortCode(plan: Plan): ShortCode {
  for (const left of waysToShorten(plan)) {
    const code = signed(shortBytes(shortOf(plan, left), left));
    if (code.length <= tables.most) return { code, left };
  }
  throw new Error("with nothing of it but its head it fits");
}

/**
 * The code of a preparation, whole but for names and numbers of people.
 *
 * Null: it is no preparation, or too long for a code; it goes by file or on paper.
 */
export async function preparationCode(plan: Plan): Promise<string | null> {
  const said = compact(plan);
  if (stageOf(plan) !== "prepared" || hasNoPlace(said)) return null;
  const data = unnamed(said);
  const { bits, texts } = packed("prepared", { plan: data });
  const short = await deflated(texts);
  const body = short && short.length < texts.length ? [PRESSED, ...short] : [PLAIN, ...texts];
  const code = signed(bytesOf("prepared", plan.id, bits, body));
  return code.length <= tables.most && texts.length <= tables.most_text ? code : null;
}

/** Whether a plan holds what no sheet writes, and no code has a place for. */
function hasNoPlace(said: Plan): boolean {
  const { actions = [], agreed = [], goals = [], reviews = [] } = said;
  const isAnswered = [...goals, ...actions, ...actions.flatMap(({ asked }) => asked ?? [])].some((each) => "answered" in each);
  return "budgets" in said || "doubtful" in said || "part" in said || isAnswered || agreed.some((each) => "nth" in each) || reviews.some((each) => "after" in each);
}

/** What has no room in a code, in words for people; nothing where all of it is there. */
export function leftInWords(left: Left): string {
  const names = (["actions", "goals", "reviews"] as const).filter((name) => left[name] > 0);
  const items = names.map((name) => fill(ours.code.left[name], { n: left[name] }));
  return items.length > 0 ? fill(ours.code.too_long, { items: items.join(", ") }) : "";
}

/** The bytes of a short form. */
export function shortBytes(short: Plan, left: Left): Uint8Array {
  const { bits, texts } = packed("short", { goals_left: left.goals, actions_left: left.actions, reviews_left: left.reviews, plan: short });
  return bytesOf("short", short.id, bits, [PLAIN, ...texts]);
}

export function packed(kind: Kind, data: Data): { bits: number[]; texts: Uint8Array<ArrayBuffer> } {
  const packing = new Packing();
  walked(packing, kind, data);
  const texts = new Writer();
  for (const text of packing.owns) texts.block(utf8(text));
  return { bits: packing.bytes(), texts: texts.done() };
}

export function bytesOf(kind: Kind, id: string, bits: ArrayLike<number>, body: Iterable<number>): Uint8Array {
  const writer = new Writer().put([tables.kinds[kind]]).put(bytesOfHex(id)).block(bits).put(body);
  return writer.four(crcOf(writer.done())).done();
}

/** A plan without the names and numbers of people, which no code holds. */
export function unnamed(plan: Plan): Data {
  return { ...without(plan, "crc32"), people: plan.people.map((each) => without(each, "name", "contact")) };
}

function signed(bytes: Uint8Array): string {
  return `${tables.first}${tables.version}${toBase41(bytes)}`;
}
