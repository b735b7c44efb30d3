/**
 * Put two copies of one plan together, without a server and without losing a word of either.
 *
 * The same as `plan/merging.py`, byte for byte.
 */
import type { Agreed, Plan } from "../../generated/plan.ts";
import validate from "../../generated/plan-validator.js";
import { ALTERED } from "../record/canonical.ts";
import { compare, faultsIn } from "./faults.ts";
import { besideSound } from "./altered.ts";
import { type Data, HEAD, isSame, Joining, listOf, sorts } from "./joining.ts";
import { isAgreement } from "./standing.ts";
import { lastVisits, ownVoices } from "./visits.ts";
import { inAnyOrder } from "./stood.ts";
import { bytesOf, compact, isAltered, MAX_PLAN_BYTES, sealed } from "./written.ts";

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
  // Of a copy that was changed on the way nothing takes the place of what a sound one says. A part vouches for no whole.
  for (const [sound, altered] of [[one, other], [other, one]] as const) {
    if (isAltered(altered) && !isAltered(sound) && (!sound.part || altered.part)) return mergedBeside(sound, altered);
  }
  const [first, second] = [numbered(one), numbered(other)];
  if (isSame(first, second)) return { plan: one, disputed: [] };
  const joining = new Joining([first, second], [Boolean(one.part), Boolean(other.part)]);
  const joined = joining.whole();
  // What says the same in another order stands as the copy has it that was saved last.
  const same = [first, second].filter((data) => isSame(saidIn(data), saidIn(joined)));
  const body = same.reduce((so, each) => (isLater(each, so) ? each : so), same[0] ?? joined);
  const { disputed } = joining;
  const whole = wholeOf(body, first, second, disputed);
  // A copy that holds all stays as it is, to the byte.
  for (const plan of [other, one]) {
    if (typeof whole !== "string" && isSame(butCheck(numbered(whole.plan)), butCheck(numbered(plan)))) return { plan, disputed };
  }
  return whole;
}

/** What a sound copy comes to with one that was changed on the way: what that adds comes in, and the person is asked anew. */
function mergedBeside(sound: Plan, altered: Plan): Merged | NotMerged {
  const first = numbered(sound);
  const { disputed, left } = besideSound(first, numbered(altered));
  const body = new Joining([first, left], [false, true]).whole();
  if (isSame(saidIn(body), saidIn(first))) return { plan: sound, disputed };
  const whole = wholeOf(body, first, left, disputed);
  return typeof whole === "string" ? whole : wholeOf(numbered({ ...whole.plan, agreed: askedAnewIn(whole.plan) }), first, left, disputed);
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

function wholeOf(body: Data, first: Data, second: Data, disputed: string[]): Merged | NotMerged {
  const [updated, sooner] = [String(first["updated"]), String(second["updated"])];
  const [created, earlier] = [String(first["created"]), String(second["created"])];
  const [language = ""] = [first, second].map((each) => String(each["language"])).sort().reverse();
  const [follows = ""] = [first, second].map((each) => String(each["follows"] ?? "")).sort().reverse();
  const { follows: _follows, part: _part, ...entries } = body;
  const [part, beside] = [PARTS.indexOf(first["part"]), PARTS.indexOf(second["part"])];
  const data: unknown = {
    ...asTheyStand(entries),
    ...(part >= 0 && beside >= 0 ? { part: PARTS[Math.max(part, beside)] } : {}),
    language,
    rev: Math.max(revOf(first), revOf(second)),
    created: created < earlier ? created : earlier,
    updated: updated > sooner ? updated : sooner,
    ...(follows ? { follows } : {}),
    crc32: "00000000",
  };
  // Each copy has its form: all that can be wrong is that a list is too long.
  if (!validate(data)) return "full";
  if (faultsIn(data).length > 0) return "fault";
  const plan = sealed(compact(data), [first, second].some((each) => each["crc32"] === ALTERED));
  return bytesOf(plan) > MAX_PLAN_BYTES ? "full" : { plan, disputed };
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
