/**
 * Put two copies of one plan together, without a server and without losing a word of either.
 *
 * The same as `plan/merging.py`, byte for byte.
 */
import type { Agreed, Plan } from "../../generated/plan.ts";
import validate from "../../generated/plan-validator.js";
import { ALTERED } from "../record/canonical.ts";
import { compare, faultsIn } from "./faults.ts";
import { besideSound, laidBeside, parted } from "./altered.ts";
import { type Data, HEAD, isSame, Joining, listOf, sorts } from "./joining.ts";
import { isAgreement } from "./standing.ts";
import { lastVisits, ownVoices } from "./visits.ts";
import { inAnyOrder } from "./stood.ts";
import { bytesOf, compact, MAX_PLAN_BYTES, sealed } from "./written.ts";

/** What two parts come to together; a whole plan and any part of it come to the plan. */
const PARTS: readonly unknown[] = ["addition", "request", "paper_review"];

export interface Merged {
  plan: Plan;
  /** Places in which both say another thing, as paths; the plan has one of them. */
  disputed: string[];
}

/** `other`: another plan. `full`: together they hold too much. `fault`: what one says cannot be beside the other. */
export type NotMerged = "other" | "full" | "fault";

/** What two copies of a plan come to together. */
export function merged(one: Plan, other: Plan): Merged | NotMerged {
  if (one.id !== other.id) return "other";
  const copies = [numbered(one), numbered(other)] as const;
  if (isSame(...copies)) return { plan: one, disputed: [] };
  const [vouched, altered] = [copies.filter((copy) => !isChanged(copy)), copies.filter(isChanged)];
  // A part vouches for no whole.
  const isVouched = vouched.length > 0 && (vouched.some(({ part }) => !part) || altered.every(({ part }) => part));
  const { data, disputed } = isVouched ? beside(copies) : together(...copies);
  const whole = wholeOf(data, disputed, !isVouched);
  // A copy that holds all stays as it is, to the byte.
  for (const plan of [other, one]) {
    const isSealedAlike = isChanged(numbered(plan)) !== isVouched;
    if (typeof whole !== "string" && isSealedAlike && isSame(butCheck(numbered(whole.plan)), butCheck(numbered(plan)))) return { plan, disputed: whole.disputed };
  }
  return whole;
}

interface Together {
  readonly data: Data;
  readonly disputed: readonly string[];
}

function isChanged({ crc32 }: Data): boolean {
  return crc32 === ALTERED;
}

/**
 * What two copies come to of which one at least is sound, or has something out of sound ones.
 *
 * The sound ones come first, and then what changed ones add: so it is the same in every order.
 */
function beside(copies: readonly [Data, Data]): Together {
  const apart = copies.map((copy): [Data | null, Data] => (isChanged(copy) ? [null, copy] : parted(copy)));
  const [first = {}, second] = apart.map(([sound]) => sound).filter((sound) => sound !== null);
  const { data: whole, disputed } = second ? together(first, second) : { data: first, disputed: [] };
  const put = apart.map(([, added]) => besideSound(whole, added));
  const [one = {}, other = {}] = put.map(({ added }) => added).filter((added) => Object.keys(added).length > 0);
  const isOne = Object.keys(other).length === 0;
  const joining = new Joining([one, other], [false, false]);
  const added = isOne ? one : joining.whole();
  const part = copies.map((copy) => PARTS.indexOf(copy["part"]));
  const data = { ...whole, ...(whole["part"] ? { part: PARTS[Math.max(...part)] } : {}) };
  return { data: Object.keys(added).length > 0 ? laidBeside(data, added) : data, disputed: [...disputed, ...put.flatMap((each) => each.disputed), ...joining.disputed] };
}

/** What two copies come to that are both sound, or both changed. */
function together(first: Data, second: Data): Together {
  const joining = new Joining([first, second], [Boolean(first["part"]), Boolean(second["part"])]);
  const joined = joining.whole();
  // What says the same in another order stands as the copy has it that was saved last.
  const same = [first, second].filter((data) => isSame(saidIn(data), saidIn(joined)));
  const body = same.reduce((so, each) => (isLater(each, so) ? each : so), same[0] ?? joined);
  const [updated, sooner] = [String(first["updated"]), String(second["updated"])];
  const [created, earlier] = [String(first["created"]), String(second["created"])];
  const [language = ""] = [first, second].map((each) => String(each["language"])).sort().reverse();
  const [follows = ""] = [first, second].map((each) => String(each["follows"] ?? "")).sort().reverse();
  const { doubtful: _doubtful, follows: _follows, part: _part, ...entries } = body;
  const [part, other] = [PARTS.indexOf(first["part"]), PARTS.indexOf(second["part"])];
  const data = {
    ...entries,
    ...(part >= 0 && other >= 0 ? { part: PARTS[Math.max(part, other)] } : {}),
    language,
    rev: Math.max(revOf(first), revOf(second)),
    created: created < earlier ? created : earlier,
    updated: updated > sooner ? updated : sooner,
    ...(follows ? { follows } : {}),
  };
  return { data, disputed: joining.disputed };
}

/** The answers to a plan, with whoever said yes or partly at one of the last visits not asked since. */
export function askedAnewIn(plan: Plan): Agreed[] {
  const [voices, agreed] = [ownVoices(plan), plan.agreed ?? []];
  const last = lastVisits(plan).flatMap(({ id }) => agreed.filter(({ by, visit }) => visit === id && voices.has(by)).slice(-1));
  return [...agreed, ...last.filter(({ answer }) => isAgreement(answer)).map(({ by, visit }): Agreed => ({ visit, by, answer: "not_asked" }))];
}

/** A plan in which each answer to the whole says which of its visit it is: what was said after a no is told from what was said without one. */
function numbered(plan: Plan): Data {
  const data = compact(plan);
  const { agreed } = data;
  const made = agreed && { agreed: agreed.map((each, place) => ({ ...each, nth: each.nth ?? beforeOf(agreed, place) })) };
  return { ...data, ...made } as unknown as Data;
}

/** An answer says which it is only where it does not stand as that. */
function asTheyStand(data: Data): Data {
  const agreed = listOf(data["agreed"]) as unknown as Agreed[];
  if (agreed.length === 0) return data;
  return { ...data, agreed: agreed.map((each, place) => {
    const { nth, ...said } = each;
    return nth === beforeOf(agreed, place) ? said : each;
  }) };
}

/** How many answers of the same visit stand before one. */
function beforeOf(agreed: readonly Agreed[], place: number): number {
  return agreed.slice(0, place).filter(({ visit }) => visit === agreed[place]?.visit).length;
}

function wholeOf(body: Data, disputed: readonly string[], altered: boolean): Merged | NotMerged {
  const data: unknown = { ...asTheyStand(body), crc32: ALTERED };
  // Each copy has its form: all that can be wrong is that a list is too long.
  if (!validate(data)) return "full";
  if (faultsIn(data).length > 0) return "fault";
  const plan = sealed(compact(data), altered);
  return bytesOf(plan) > MAX_PLAN_BYTES ? "full" : { plan, disputed: [...new Set(disputed)].sort() };
}

/** What a copy says, in whatever order. */
function saidIn(data: Data): unknown {
  return inAnyOrder(Object.fromEntries(Object.entries(data).filter(([name]) => !HEAD.includes(name))));
}

function butCheck({ crc32: _check, ...data }: Data): Data {
  return data;
}

function revOf(data: Data): number {
  return Number(data["rev"] ?? 1);
}

/** Whether a copy was saved later than another one. */
function isLater(one: Data, other: Data): boolean {
  const more = revOf(one) - revOf(other);
  return (more || compare([String(one["updated"]), sorts(one)], [String(other["updated"]), sorts(other)])) > 0;
}
