/**
 * Put two copies of one plan together, without a server and without losing a word of either.
 *
 * The same as `plan/merging.py`, byte for byte.
 */
import type { Agreed, Answered, Plan } from "../../generated/plan.ts";
import validate from "../../generated/plan-validator.js";
import { ALTERED, canonicalJson } from "../record/canonical.ts";
import { compare, faultsIn } from "./faults.ts";
import { besideSound } from "./altered.ts";
import { ownVoices, lastVisits, isAgreement } from "./standing.ts";
import { bytesOf, compact, isAltered, MAX_PLAN_BYTES, sealed } from "./written.ts";

const HEAD: readonly string[] = ["format", "id", "rev", "created", "updated", "language", "follows", "part", "crc32"];

/** What two parts come to together; a whole plan and any part of it come to the plan. */
const PARTS: readonly unknown[] = ["addition", "request", "paper_review"];

const ANSWERS: readonly unknown[] = ["yes", "partly", "not_asked", "no"];
/**
 * What marks what the person answered: what holds where nobody wrote down when, the last of these before all; and how
 * an answer is marked.
 */
const MARKS = {
  mine: { ranks: ["said", "not_asked", "accepted", "declined"], yes: "accepted", no: "declined" },
  agreed: { ranks: ["not_asked", "yes", "no"], yes: "yes", no: "no" },
} as const;
const ANSWERED = "answered";
const THERE = "there";
/** What is one thing and has entries of its own: what is said in it later stands behind it. */
const GROWING: readonly string[] = ["asked"];

export interface Merged {
  plan: Plan;
  /** Places in which both say another thing, as paths; the plan has one of them. */
  disputed: string[];
}

/** `other`: another plan. `full`: together they hold too much. `fault`: what one says cannot be beside the other. */
export type NotMerged = "other" | "full" | "fault";

type Data = { [name: string]: unknown };

/** What two copies of a plan come to together. */
export function merged(one: Plan, other: Plan): Merged | NotMerged {
  if (one.id !== other.id) return "other";
  // Of a copy that was changed on the way nothing takes the place of what a sound one says. A part vouches for no whole.
  for (const [sound, altered] of [[one, other], [other, one]] as const) {
    if (isAltered(altered) && !isAltered(sound) && (!sound.part || altered.part)) return mergedBeside(sound, altered);
  }
  const [first, second] = [numbered(one), numbered(other)];
  const [hasFirst, hasSecond] = [holds(second, first), holds(first, second)];
  if (hasFirst && hasSecond && isSame(first, second)) return { plan: one, disputed: [] };
  const disputed: string[] = [];
  const body = hasFirst && hasSecond ? later(first, second)
    : hasFirst ? second
    : hasSecond ? first
    : joined(first, second, "", disputed, { ...daysOf(first), ...daysOf(second) });
  const whole = wholeOf(body, first, second, disputed.sort());
  // A copy that holds all stays as it is, to the byte.
  for (const plan of [other, one]) {
    if (typeof whole !== "string" && isSame(butCheck(numbered(whole.plan)), butCheck(numbered(plan)))) return { plan, disputed: [] };
  }
  return whole;
}

/** What a sound copy comes to with one that was changed on the way: what that adds comes in, and the person is asked anew. */
function mergedBeside(sound: Plan, altered: Plan): Merged | NotMerged {
  const first = numbered(sound);
  const { disputed, left } = besideSound(first, numbered(altered));
  if (holds(first, left)) return { plan: sound, disputed };
  const whole = wholeOf(joined(first, left, "", [], { ...daysOf(first), ...daysOf(left) }), first, left, disputed);
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
  const agreed = listOf(data["agreed"]) as Agreed[];
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
  const follows = first["follows"] ?? second["follows"];
  const { part: _part, ...entries } = body;
  const [part, beside] = [PARTS.indexOf(first["part"]), PARTS.indexOf(second["part"])];
  const data: unknown = {
    ...asTheyStand(entries),
    ...(part >= 0 && beside >= 0 ? { part: PARTS[Math.max(part, beside)] } : {}),
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

function isSame(one: unknown, other: unknown): boolean {
  return sorts(one) === sorts(other);
}

function sorts(data: unknown): string {
  return data === undefined ? "" : canonicalJson(data);
}

function butCheck({ crc32: _check, ...data }: Data): Data {
  return data;
}

function revOf(data: Data): number {
  return Number(data["rev"] ?? 1);
}

function daysOf(data: Data): { [visit: string]: string } {
  return Object.fromEntries(listOf(data["visits"]).map((visit) => [(visit as Data)["id"], (visit as Data)["on"]]));
}

/** Both hold the same entries, in another order or with another word: the later copy. */
function later(first: Data, second: Data): Data {
  const more = revOf(first) - revOf(second);
  const order = more || compare([String(first["updated"]), sorts(first)], [String(second["updated"]), sorts(second)]);
  return order >= 0 ? first : second;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether it is a list of entries; a list of names, such as the options that were shown, is one thing. */
function isEntries(value: unknown): boolean {
  return listOf(value).some((each) => each !== null && typeof each === "object");
}

/** Whether each entry of one copy stands in the other; what holds one thing only may have changed. */
function holds(whole: Data, part: Data): boolean {
  const isHeld = Object.entries(part).every(([name, entries]) => !isEntries(entries) || holdsList(listOf(whole[name]), listOf(entries)));
  return isHeld && GROWING.every((name) => part[name] === undefined || holds((whole[name] ?? {}) as Data, part[name] as Data));
}

function holdsList(whole: readonly unknown[], part: readonly unknown[]): boolean {
  const named = new Map(whole.map((each) => [keyOf(each), each]));
  const plain = new Set(whole.filter((each) => keyOf(each) === null).map(sorts));
  return part.every((each) => {
    const key = keyOf(each);
    return key === null ? plain.has(sorts(each)) : named.has(key) && holds(named.get(key) as Data, each as Data);
  });
}

/** What names an entry, where it has a name. */
function keyOf(entry: unknown): string | null {
  if (entry === null || typeof entry !== "object") return null;
  const { heading, id } = entry as Data;
  return id === undefined ? (heading === undefined ? null : String(heading)) : String(id);
}

function joined(first: Data, second: Data, path: string, disputed: string[], days: { [visit: string]: string }): Data {
  const made: Data = {};
  for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [one, other] = [first[name], second[name]];
    const here = path ? `${path}/${name}` : name;
    if ((!path && HEAD.includes(name)) || isSame(one, other)) made[name] = one ?? other;
    else if (isEntries(one) || isEntries(other)) made[name] = joinedList(listOf(one), listOf(other), here, disputed, days);
    else if (one === undefined || other === undefined) made[name] = one ?? other;
    else if (name === THERE) made[name] = allThere(one as string[], other as string[]);
    else if (GROWING.includes(name)) made[name] = joined(one as Data, other as Data, here, disputed, days);
    else if (path === "" || !(name in MARKS)) {
      disputed.push(here);
      made[name] = sorts(one) < sorts(other) ? other : one;
    }
  }
  return marked(made, first, second, path, disputed);
}

/**
 * What was asked, marked by what the person answered last, and where nobody wrote down when, by the no.
 *
 * A question that nobody has asked is no answer, and leaves that of the other copy.
 */
function marked(made: Data, first: Data, second: Data, path: string, disputed: string[]): Data {
  const name = path.endsWith("/asked") ? "agreed" : "mine";
  const { ranks, ...marks } = MARKS[name];
  const rank = (mark: unknown): number => (ranks as readonly unknown[]).indexOf(mark);
  const given = [first, second].flatMap((each) => (each[name] === undefined ? [] : [each[name]]));
  const lastOf = (data: Data): Answered | undefined => listOf(data[ANSWERED]).at(-1) as Answered | undefined;
  const [last, one, other] = [lastOf(made), lastOf(first), lastOf(second)];
  const isTold = one !== undefined && other !== undefined && one.visit !== other.visit;
  if (!isTold && new Set(given.filter((each) => each !== "not_asked")).size > 1) disputed.push(`${path}/${name}`);
  const mark = last ? marks[last.answer] : given.reduce((so, each) => (rank(each) > rank(so) ? each : so), given[0]);
  return mark === undefined ? made : { ...made, [name]: mark };
}

/** Who was there: a part of a plan says it of those whom it names alone. */
function allThere(one: readonly string[], other: readonly string[]): readonly string[] {
  const names = new Set([...one, ...other]);
  const whole = [one, other].filter((each) => new Set(each).size === names.size);
  return whole.reduce((so, each) => (sorts(so) < sorts(each) ? each : so), whole[0] ?? [...names].sort());
}

function joinedList(one: readonly unknown[], other: readonly unknown[], path: string, disputed: string[], days: { [visit: string]: string }): unknown[] {
  const all = new Map<string, unknown>();
  for (const each of [...one, ...other]) {
    const [key, name] = [keyOf(each), nameOf(each)];
    const there = all.get(name);
    const isTwo = key !== null && there !== undefined && !isSame(there, each);
    all.set(name, isTwo ? joined(there as Data, each as Data, `${path}/${key}`, disputed, days) : each);
  }
  const places = new Map([...all].map(([name, each]) => [name, placeOf(each, days)]));
  // Of answers the place says all: which of its visit one is, or that of two the no is the last.
  const isPlaced = path === "agreed" || path.endsWith(`/${ANSWERED}`);
  const written = isPlaced ? [] : [one.map(nameOf), other.map(nameOf)];
  return inOrder(places, ...written).map((name) => all.get(name));
}

/** What tells an entry from all others of its list. */
function nameOf(entry: unknown): string {
  const key = keyOf(entry);
  return key === null ? `=${sorts(entry)}` : `#${key}`;
}

/**
 * Entries by the day and the visit at which they were said, and those of one visit as they were written.
 *
 * Where both copies put two entries of a visit in one order, it stays; where they do not, or only one copy has them
 * both, the entry that can come next by what was written, and is the first by its place, comes next.
 */
function inOrder(places: ReadonlyMap<string, readonly [string, string, string]>, ...written: (readonly string[])[]): string[] {
  const visits = new Map<string, string[]>();
  for (const [name, [on, visit]] of [...places].sort(([, a], [, b]) => compare(a, b))) {
    const key = `${on} ${visit}`;
    visits.set(key, [...(visits.get(key) ?? []), name]);
  }
  return [...visits.values()].flatMap((names) => {
    const ofVisit = new Set(names);
    const before = new Map(names.map((name) => [name, new Set<string>()]));
    for (const copy of written) {
      // What a copy says twice was said last where it stands last.
      const soFar = [...new Set([...copy].reverse())].reverse().filter((name) => ofVisit.has(name));
      soFar.forEach((name, place) => soFar.slice(0, place).forEach((each) => before.get(name)?.add(each)));
    }
    const made: string[] = [];
    while (ofVisit.size > 0) {
      const left = names.filter((name) => ofVisit.has(name));
      // Where the copies contradict each other, nothing is free, and the first by its place goes.
      const isFree = (name: string): boolean => [...(before.get(name) ?? [])].every((each) => !ofVisit.has(each));
      const next = left.find(isFree) ?? left[0] ?? "";
      ofVisit.delete(next);
      made.push(next);
    }
    return made;
  });
}

/** Where an entry stands: by the day on which it was said, and else by what it says. */
function placeOf(entry: unknown, days: { [visit: string]: string }): [string, string, string] {
  const visits = visitsOf(entry).map((visit): [string, string] => [days[visit] ?? "", visit]);
  const [on, visit] = visits.sort(compare)[0] ?? ["", ""];
  const { answer, kind, nth, on: day } = Object(entry) as Data;
  // Of a yes and a no of one visit that no copy puts in order the no is the last, and holds.
  const which = nth === undefined ? "" : `${String(nth).padStart(2, "0")}`;
  const rank = ANSWERS.includes(answer) ? `${which}${ANSWERS.indexOf(answer)}` : "";
  return [day !== undefined && kind !== undefined ? String(day) : on, visit, keyOf(entry) ?? rank + sorts(entry)];
}

function visitsOf(entry: unknown): string[] {
  if (Array.isArray(entry)) return entry.flatMap(visitsOf);
  if (entry === null || typeof entry !== "object") return [];
  return Object.entries(entry).flatMap(([name, part]) => (name === "visit" && typeof part === "string" ? [part] : visitsOf(part)));
}
