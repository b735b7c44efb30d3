/**
 * What comes in while a visit is open: answers from an aid, or another copy of the plan.
 *
 * It stands, as it was handed over. What was said in the visit so far goes behind it and can still be put right, and
 * the visit stays open. A yes that was said to the plan before is asked anew where it says something else by now.
 */
import type { Plan } from "../../generated/plan.ts";
import { canonicalJson } from "../record/canonical.ts";
import { changed, type Open, visitDay } from "./open-plan.ts";
import { isAsItStood, stoodAt } from "./stood.ts";
import { visitIdBehind } from "./visit-id.ts";
import { compact, isAltered, sealed } from "./written.ts";

export interface Brought {
  readonly open: Open;
  /** Places in which the visit and what came in say another thing, as paths; what was typed here stays. */
  readonly disputed: readonly string[];
}

type Data = { readonly [name: string]: unknown };

/** `held`: the plan as it stood, with what came in. Null: together with what was said in the visit it has no room. */
export function broughtIn(open: Open, held: Plan): Brought | null {
  const moved = movedBehind(open, held);
  const disputed: string[] = [];
  const both = joined(compact(open.held), compact(moved.plan), compact(held), "", disputed) as Plan;
  // What is said to the plan as a whole is looked at anew: see `changed`.
  const { agreed = [], crc32: _check, ...parts } = both;
  // A part that has found its plan is none any more, and so it is with all else that what came in has taken the place of.
  const kept = Object.fromEntries(Object.entries(moved.plan).filter(([name]) => name in both)) as Plan;
  const begun: Open = { plan: sealed({ ...kept, agreed }, isAltered(held)), held, visit: moved.visit };
  if (canonicalJson(but(compact(begun.plan))) === canonicalJson(but(both))) return { open: begun, disputed };
  const next = changed(begun, parts);
  return next === begun ? null : { open: next, disputed };
}

function but({ crc32: _check, ...plan }: Plan): object {
  return plan;
}

/** The open visit behind all that came in, by its day and by its name, as long as nobody has a copy of it. */
function movedBehind(open: Open, held: Plan): Open {
  const { plan, visit } = open;
  const at = plan.visits?.find(({ id }) => id === visit);
  const known = new Set((open.held.visits ?? []).map(({ id }) => id));
  const others = held.visits ?? [];
  if (!at || known.has(visit) || others.every(({ id }) => known.has(id))) return open;
  const on = visitDay(held, at.on);
  const id = visitIdBehind(others, on, visit.slice(visit.lastIndexOf("-") + 1));
  const visits = (plan.visits ?? []).map((each) => (each.id === visit ? { ...each, id, on } : each));
  const moved = renamed({ ...plan, visits }, visit, id) as Plan;
  // It is said to the same plan, whatever its visit is called.
  const agreed = (plan.agreed ?? []).map((each, place) => ({ ...each, visit: moved.agreed?.[place]?.visit ?? each.visit, ...(each.stood && isAsItStood(plan, each) ? { stood: stoodAt(moved, moved.agreed?.[place]?.visit ?? "") } : {}) }));
  return { ...open, plan: { ...moved, ...(agreed.length > 0 ? { agreed } : {}) }, visit: id };
}

function renamed(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, name === "visit" && part === from ? to : renamed(part, from, to)]));
}

/** What both made of one thing: what only one of them changed is as that one has it. */
function joined(before: unknown, mine: unknown, theirs: unknown, path: string, disputed: string[]): unknown {
  if (isSame(mine, before)) return theirs;
  if (isSame(theirs, before) || isSame(theirs, mine)) return mine;
  if ([before, mine, theirs].every(isList)) return joinedList(listOf(before), listOf(mine), listOf(theirs), path, disputed);
  if (isParts(mine) && isParts(theirs)) {
    const old = isParts(before) ? before : {};
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    const made = names.map((name) => [name, joined(old[name], mine[name], theirs[name], path ? `${path}/${name}` : name, disputed)] as const);
    return Object.fromEntries(made.filter(([, part]) => part !== undefined));
  }
  // The check number follows from all else, and what is marked follows from what was answered last, here.
  if (!/(^|\/)(crc32|mine|agreed)$/.test(path)) disputed.push(path);
  return mine;
}

/** What came in stands in its order, and what was added in the visit stands behind it. */
function joinedList(before: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[], path: string, disputed: string[]): unknown[] {
  const all = [...mine, ...theirs];
  if (!all.every((each) => keyOf(each) !== null)) {
    // Names and words that are one thing, such as what may be told with a request, are put together.
    if (!all.some(isParts)) return [...new Set([...theirs, ...mine])];
    return [...theirs, ...mine.slice(before.length)];
  }
  const [old, here] = [byKey(before), byKey(mine)];
  const stands = theirs.map((each) => {
    const key = keyOf(each) ?? "";
    return here.has(key) ? joined(old.get(key), here.get(key), each, `${path}/${key}`, disputed) : each;
  });
  const known = byKey(theirs);
  return [...stands, ...mine.filter((each) => !known.has(keyOf(each) ?? ""))];
}

function byKey(entries: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(entries.map((each) => [keyOf(each) ?? "", each]));
}

function keyOf(entry: unknown): string | null {
  if (!isParts(entry)) return null;
  const { heading, id } = entry;
  return typeof id === "string" ? id : typeof heading === "string" ? heading : null;
}

function isParts(value: unknown): value is Data {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** What is not there is an empty list, where a list may stand. */
function isList(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));
}
