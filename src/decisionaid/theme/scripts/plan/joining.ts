/** Join what two copies of a plan say, entry by entry. The same as `plan/joining.py`, which says by what rules. */
import type { Answered } from "../../generated/plan.ts";
import { canonicalJson } from "../record/canonical.ts";
import { compare } from "./faults.ts";

export type Data = { [name: string]: unknown };

/** What names a plan. */
export const HEAD: readonly string[] = ["format", "id", "rev", "created", "updated", "language", "follows", "part", "doubtful", "crc32"];
/** What is one thing and has entries of its own: what is said in it later stands behind it. */
const GROWING: readonly string[] = ["asked"];
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
/** Visits, and lists of answers: the place of one says all. */
export const PLACED: readonly string[] = ["visits", "agreed", ANSWERED, "taken_back"];
/** Lists of names that only grow: both copies' names hold. */
const NAMES: readonly string[] = ["there", "may_share", "pulls_against", "conditions"];
/** Lists of which the last entry holds: where both copies went on from one visit, somebody has to choose. */
const LAST_HOLDS: readonly string[] = ["became", "budgets", "confidence", "did", "importance", "looked", "reviews", "said"];
/** What is no history: the sheet that was filled in last says it. So it is with which needs come first. */
const PREPARED = "communication";
/** In the place of a visit, where an entry has none. */
export const NOWHERE = "";

export type Place = readonly [string, string, string];

/** Two copies on their way to one. A part has some entries of a visit, and of one thing may say less than the plan. */
export class Joining {
  private readonly copies: readonly [Data, Data];
  private readonly parts: readonly [boolean, boolean];
  private readonly days = new Map<string, string>();
  private readonly apart = new Set<unknown>();
  private readonly named = new Set<string>();

  constructor(copies: readonly [Data, Data], parts: readonly [boolean, boolean]) {
    this.copies = copies;
    this.parts = parts;
    for (const { apart, id, on } of copies.flatMap(({ visits }) => listOf(visits))) {
      const day = this.days.get(String(id)) ?? "";
      this.days.set(String(id), day > String(on) ? day : String(on));
      if (apart) this.apart.add(id);
    }
  }

  /** Places in which both say another thing, as paths. */
  get disputed(): string[] {
    return [...this.named].sort();
  }

  /** What they come to, with the head of one of them. */
  whole(): Data {
    const known = this.apart.size;
    let made = this.joined(...this.copies, "");
    // What was joined before a visit was found to be apart has to be put in order anew.
    if (this.apart.size !== known) made = this.joined(...this.copies, "");
    const visits = listOf(made["visits"]).map((visit) => (this.apart.has(visit["id"]) ? { ...visit, apart: true } : visit));
    return this.preparedLast(visits.length > 0 ? { ...made, visits } : made);
  }

  /** The same with what the last sheet says: how the person likes information, and what comes first. */
  private preparedLast(made: Data): Data {
    const whole = this.copies.filter((_, place) => !this.parts[place]);
    const said = (whole.length > 0 ? whole : this.copies).map(sheetOf);
    const last = said.reduce((so, each) => (compare(keysOf(so), keysOf(each)) < 0 ? each : so));
    if (new Set(said.map(({ ways }) => canonicalJson(ways))).size > 1 && this.isForked()) this.named.add(PREPARED);
    const { [PREPARED]: _ways, ...kept } = made;
    const needs = listOf(made["needs"]).map(({ first: _first, ...need }) => (last.first.includes(String(need["id"])) ? { ...need, first: true } : need));
    return { ...kept, ...(last.ways.length > 0 ? { [PREPARED]: last.ways } : {}), ...(needs.length > 0 ? { needs } : {}) };
  }

  private isForked(): boolean {
    const [one, other] = this.copies.map(({ visits }) => listOf(visits).map(({ id }) => id)) as [unknown[], unknown[]];
    return one.some((id) => !other.includes(id)) && other.some((id) => !one.includes(id));
  }

  private joined(first: Data, second: Data, path: string): Data {
    const made: Data = {};
    for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
      const [one, other] = [first[name], second[name]];
      const here = path ? `${path}/${name}` : name;
      if (!path && HEAD.includes(name)) made[name] = one ?? other;
      else if (isEntries(one) || isEntries(other)) made[name] = this.list(listOf(one), listOf(other), here);
      else if (isSame(one, other) || one === undefined || other === undefined) made[name] = one ?? other;
      else if (NAMES.includes(name) && Array.isArray(one)) made[name] = allNames(one as string[], other as string[]);
      else if (GROWING.includes(name)) made[name] = this.joined(one as Data, other as Data, here);
      else if (path === "" || !(name in MARKS)) made[name] = this.oneOf(one, other, here);
    }
    return this.marked(made, first, second, path);
  }

  /** The one of two things that stays; the place where somebody has to choose is named. */
  private oneOf(one: unknown, other: unknown, here: string): unknown {
    if (here === PREPARED || /^needs\/.*\/first$/.test(here)) return one;
    // Ticked in both copies it is one thing all the same; the name says nothing that somebody has to choose.
    if (/^needs\/.*\/visit$/.test(here)) return sorts(one) < sorts(other) ? one : other;
    // A role that nobody had said is no other one.
    if (/^people\/.*\/role$/.test(here) && [one, other].includes("other")) return one === "other" ? other : one;
    const [isFirstPart, isSecondPart] = this.parts;
    // The goal of a step is named in a request as it stands by now.
    if (isFirstPart === isSecondPart || !here.endsWith("/goal")) this.named.add(here);
    if (isFirstPart !== isSecondPart) return isFirstPart ? other : one;
    return sorts(one) < sorts(other) ? other : one;
  }

  /**
   * What was asked, marked by what the person answered last, and where nobody wrote down when, by the no.
   *
   * A question that nobody has asked is no answer, and leaves that of the other copy.
   */
  private marked(made: Data, first: Data, second: Data, path: string): Data {
    const name = path.endsWith("/asked") ? "agreed" : "mine";
    const { ranks, ...marks } = MARKS[name];
    const rank = (mark: unknown): number => (ranks as readonly unknown[]).indexOf(mark);
    const given = [first, second].flatMap((each) => (each[name] === undefined ? [] : [each[name]]));
    const lastOf = (data: Data): Answered | undefined => listOf(data[ANSWERED]).at(-1) as Answered | undefined;
    const [last, one, other] = [lastOf(made), lastOf(first), lastOf(second)];
    const isTold = one !== undefined && other !== undefined && one.visit !== other.visit;
    if (!isTold && new Set(given.filter((each) => each !== "not_asked")).size > 1) this.named.add(`${path}/${name}`);
    const mark = last ? marks[last.answer] : given.reduce((so, each) => (rank(each) > rank(so) ? each : so), given[0]);
    return mark === undefined ? made : { ...made, [name]: mark };
  }

  private list(one: readonly Data[], other: readonly Data[], path: string): unknown[] {
    const all = new Map<string, Data>();
    for (const each of [...one, ...other]) {
      const [key, name] = [keyOf(each), nameOf(each)];
      const there = all.get(name);
      all.set(name, key !== null && there !== undefined && !isSame(there, each) ? this.joined(there, each, `${path}/${key}`) : each);
    }
    const places = new Map([...all].map(([name, each]): [string, Place] => [name, placeOf(each, this.days)]));
    const sorted = [...places].sort(([, a], [, b]) => compare(a, b));
    const last = path.slice(path.lastIndexOf("/") + 1);
    if (PLACED.includes(last)) return sorted.map(([name]) => all.get(name));
    const groups = new Map<string, string[]>();
    for (const [name, [on, visit]] of sorted) {
      const key = `${on} ${visit}`;
      groups.set(key, [...(groups.get(key) ?? []), name]);
    }
    const written = [one.map(nameOf), other.map(nameOf)] as const;
    const made = [...groups.values()].flatMap((names) => {
      const ofVisit = new Set(names);
      const said = written.map((copy) => once(copy.filter((name) => ofVisit.has(name)))) as [string[], string[]];
      const [, visit] = places.get(names[0] ?? "") ?? ["", NOWHERE];
      return visit === NOWHERE ? inOrder(names, said) : this.at(visit, names, said, LAST_HOLDS.includes(last) ? path : "");
    });
    return made.map((name) => all.get(name));
  }

  /** What was said at a visit in its order; `names`: as ids and words put it. */
  private at(visit: string, names: readonly string[], [one, other]: readonly [readonly string[], readonly string[]], path: string): readonly string[] {
    const [hasMore, otherHasMore] = [one.some((each) => !other.includes(each)), other.some((each) => !one.includes(each))];
    const isApart = this.apart.has(visit);
    const [isFirstPart, isSecondPart] = this.parts;
    if (!(hasMore && otherHasMore) && (isFirstPart || isSecondPart)) {
      // A part has some of the entries; which it has not says nothing.
      if (isApart) return names;
      if (hasMore || otherHasMore) return hasMore ? one : other;
      if (isFirstPart && isSecondPart) return sorts(one) < sorts(other) ? other : one;
      return isFirstPart ? other : one;
    }
    if (!isApart && one.every((name, place) => other[place] === name)) return other;
    if (!isApart && other.every((name, place) => one[place] === name)) return one;
    const isOther = one.length > 0 && other.length > 0 && one.at(-1) !== other.at(-1);
    if (path && isOther && (!isApart || (hasMore && otherHasMore))) this.named.add(path);
    this.apart.add(visit);
    return names;
  }
}

interface Sheet {
  place: readonly [string, string];
  ways: readonly unknown[];
  first: readonly string[];
}

function sheetOf(copy: Data): Sheet {
  const sheets = listOf(copy["visits"]).filter(({ kind, record }) => kind === "preparation" && record === undefined).map(({ id, on }): [string, string] => [String(on), String(id)]);
  const first = listOf(copy["needs"]).flatMap((need) => (need["first"] ? [String(need["id"])] : [])).sort();
  return { place: sheets.sort(compare).at(-1) ?? ["", ""], ways: (copy[PREPARED] ?? []) as unknown[], first };
}

function keysOf({ first, place, ways }: Sheet): readonly string[] {
  // Where neither has a sheet that the other has not, what says something holds.
  return [...place, ways.length > 0 ? "1" : "0", first.length > 0 ? "1" : "0", canonicalJson([ways, first])];
}

export function sorts(data: unknown): string {
  return data === undefined ? "" : canonicalJson(data);
}

export function isSame(one: unknown, other: unknown): boolean {
  return sorts(one) === sorts(other);
}

export function listOf(value: unknown): Data[] {
  return Array.isArray(value) ? (value as Data[]) : [];
}

/** Whether it is a list of entries; a list of names, such as the options that were shown, is one thing. */
export function isEntries(value: unknown): boolean {
  return listOf(value).some((each: unknown) => each !== null && typeof each === "object");
}

/** What names an entry, where it has a name. */
export function keyOf({ heading, id }: Data): string | null {
  return id === undefined ? (heading === undefined ? null : String(heading)) : String(id);
}

/** What tells an entry from all others of its list. */
export function nameOf(entry: Data): string {
  const key = keyOf(entry);
  return key === null ? `=${sorts(entry)}` : `#${key}`;
}

/** Names once each: what a copy says twice was said last where it stands last. */
export function once(names: readonly string[]): string[] {
  return [...new Set([...names].reverse())].reverse();
}

/** The names of both; in the order of a copy that has them all. */
function allNames(one: readonly string[], other: readonly string[]): readonly string[] {
  const names = new Set([...one, ...other]);
  const whole = [one, other].filter((each) => new Set(each).size === names.size);
  return whole.reduce((so, each) => (sorts(so) < sorts(each) ? each : so), whole[0] ?? [...names].sort());
}

/**
 * Entries that were said at no visit, in the order of both copies as far as they agree.
 *
 * Where they do not, or only one copy has them both, the entry that can come next by what was written, and is the
 * first of `names`, comes next.
 */
function inOrder(names: readonly string[], written: readonly (readonly string[])[]): string[] {
  const before = new Map(names.map((name) => [name, new Set<string>()]));
  for (const copy of written) copy.forEach((name, place) => copy.slice(0, place).forEach((each) => before.get(name)?.add(each)));
  const [left, made] = [[...names], [] as string[]];
  while (left.length > 0) {
    // Where the copies contradict each other, nothing is free, and the first by its place goes.
    const free = left.findIndex((name) => left.every((each) => !before.get(name)?.has(each)));
    made.push(...left.splice(Math.max(0, free), 1));
  }
  return made;
}

/** Where an entry stands: by the day and the visit at which it was said, and else by what it says. */
export function placeOf(entry: Data, days: ReadonlyMap<string, string>): Place {
  const { answer, kind, nth, on } = entry;
  const isVisit = on !== undefined && kind !== undefined;
  const visit = isVisit ? NOWHERE : visitOf(entry);
  // Of a yes and a no of one visit that no copy puts in order the no is the last, and holds.
  const which = nth === undefined ? "" : String(nth).padStart(2, "0");
  const rank = ANSWERS.includes(answer) ? `${which}${ANSWERS.indexOf(answer)}` : "";
  return [isVisit ? String(on) : (days.get(visit) ?? ""), visit, keyOf(entry) ?? rank + sorts(entry)];
}

/** The visit at which an entry itself was said, whatever was said of it later. A need is what was ticked, and its words may come later. */
function visitOf(entry: Data): string {
  if ("about" in entry) return String(entry["visit"] ?? NOWHERE);
  const parts = [entry, entry["said"], entry["signs"], entry["means"]] as (Data | undefined)[];
  const found = parts.find((part) => part && !Array.isArray(part) && part["visit"] !== undefined);
  return String(found?.["visit"] ?? NOWHERE);
}
