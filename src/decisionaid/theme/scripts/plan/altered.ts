/**
 * What a copy that was changed on the way adds to a sound one, and how the plan goes on telling the two apart.
 *
 * The same as `plan/altered.py`, which says by what rules.
 */
import { canonicalJson } from "../record/canonical.ts";
import { crc32 } from "../record/crc32.ts";
import { compare } from "./faults.ts";
import { type Data, HEAD, isEntries, isSame, keyOf, listOf, nameOf, NOWHERE, once, type Place, PLACED, placeOf } from "./joining.ts";

/** Lists of which the last entry holds: nothing is put behind it at a visit that the sound copy has. */
const HELD: readonly string[] = ["agreed", "became", "budgets", "confidence", "did", "importance", "looked", "reviews", "said", "shared", "taken_back"];
/** What the person answered to something marks it, so an answer changes what the sound copy says. */
const ANSWERED = "answered";

/** What a plan has out of sound copies, and what it has beside that. */
export function parted(data: Data): [Data, Data] {
  const names = new Set(listOf(data["doubtful"]) as unknown[]);
  if (names.size === 0) return [data, {}];
  const isHead = (name: string): boolean => HEAD.includes(name);
  const [sound, added] = partedIn(only(data, (name) => !isHead(name)), "", names);
  return [{ ...only(data, (name) => isHead(name) && name !== "doubtful"), ...sound }, added];
}

function partedIn(data: Data, path: string, names: ReadonlySet<unknown>): [Data, Data] {
  const [sound, added]: [Data, Data] = [{}, {}];
  const put = (to: Data, name: string, part: Data | Data[]): void => {
    if (Object.keys(part).length > 0) to[name] = part;
  };
  for (const [name, part] of Object.entries(data)) {
    const here = within(path, name);
    if (names.has(here)) added[name] = part;
    else if (isEntries(part)) {
      const all = listOf(part).map((each) => partedEntry(each, `${here}/${named(each)}`, names));
      put(sound, name, all.flatMap(([kept]) => kept));
      put(added, name, all.flatMap(([, more]) => more));
    } else if (isData(part)) {
      const [kept, more] = partedIn(part, here, names);
      sound[name] = kept;
      put(added, name, more);
    } else sound[name] = part;
  }
  return [sound, added];
}

function partedEntry(each: Data, path: string, names: ReadonlySet<unknown>): [Data[], Data[]] {
  if (names.has(path)) return [[], [each]];
  if (keyOf(each) === null) return [[each], []];
  const [kept, more] = partedIn(each, path, names);
  return [[kept], isEmpty(more) ? [] : [{ ...keysOf(each), ...more }]];
}

/**
 * What of an altered copy, or of what one added, can be put to a sound one.
 *
 * `disputed`: where something would take the place of what the sound one says, as paths.
 */
export function besideSound(sound: Data, altered: Data): { added: Data; disputed: string[] } {
  const disputed = new Set<string>();
  const visits = new Set<unknown>(listOf(sound["visits"]).map(({ id }) => id));
  return { added: beside(sound, only(altered, (name) => !HEAD.includes(name)), "", visits, disputed), disputed: [...disputed] };
}

function beside(sound: Data, altered: Data, path: string, visits: ReadonlySet<unknown>, disputed: Set<string>): Data {
  const made: Data = {};
  for (const [name, theirs] of Object.entries(altered)) {
    const mine = sound[name];
    const here = within(path, name);
    if (isSame(mine, theirs)) continue;
    if (isEntries(theirs)) {
      const left = inList(listOf(mine), listOf(theirs), name, here, visits, disputed);
      if (left.length > 0) made[name] = left;
    } else if (isData(mine) && isData(theirs) && name === "asked") {
      const more = beside(mine, theirs, here, visits, disputed);
      if (!isEmpty(more)) made[name] = more;
    } else if (mine === undefined && isData(theirs) && theirs["visit"] !== undefined && !visits.has(theirs["visit"])) made[name] = theirs;
    else disputed.add(here);
  }
  return made;
}

function inList(mine: readonly Data[], theirs: readonly Data[], name: string, path: string, visits: ReadonlySet<unknown>, disputed: Set<string>): Data[] {
  const known = new Map(mine.map((each) => [nameOf(each), each]));
  const isLess = mine.some((one) => theirs.every((other) => !isSame(one, other)));
  // What it says twice it says once, where it stands last.
  const last = new Map(theirs.map((each) => [nameOf(each), each]));
  return once(theirs.map(nameOf)).flatMap((entry) => {
    const each = last.get(entry) as Data;
    const [key, there] = [keyOf(each), known.get(nameOf(each))];
    if (there) {
      const more = beside(there, withoutKeys(each), `${path}/${key ?? ""}`, visits, disputed);
      return isEmpty(more) ? [] : [{ ...keysOf(each), ...more }];
    }
    const visit = saidAt(each);
    const isSaidBefore = visits.has(visit);
    if (isSaidBefore || name === ANSWERED || (visit === undefined && key === null && isLess)) disputed.add(key === null ? path : `${path}/${key}`);
    // Beside what is there it can stand, where not the last one holds.
    if (name === ANSWERED || (isSaidBefore && HELD.includes(name))) return [];
    // What comes first is what the last sheet says.
    return [path === "needs" ? only(each, (part) => part !== "first") : each];
  });
}

/** A sound plan with what was added beside it, which is named; the order of copies is in nothing of it. */
export function laidBeside(sound: Data, added: Data): Data {
  const laying = new Laying(sound, added);
  const made = laying.laid(sound, added, "");
  return { ...made, doubtful: [...laying.names].sort() };
}

class Laying {
  readonly names = new Set<string>();
  private readonly days: ReadonlyMap<string, string>;
  /** The visits of the sound copy. */
  private readonly known: ReadonlySet<unknown>;

  constructor(sound: Data, added: Data) {
    this.days = new Map([...listOf(added["visits"]), ...listOf(sound["visits"])].map(({ id, on }) => [String(id), String(on)]));
    this.known = new Set(listOf(sound["visits"]).map(({ id }) => id));
  }

  laid(sound: Data, added: Data, path: string): Data {
    const made: Data = { ...sound };
    for (const [name, theirs] of Object.entries(added)) {
      const mine = sound[name];
      const here = within(path, name);
      if (isEntries(theirs)) made[name] = this.list(listOf(mine), listOf(theirs), name, here);
      else if (isData(mine)) made[name] = this.laid(mine, theirs as Data, here);
      else {
        made[name] = theirs;
        this.names.add(here);
      }
    }
    return made;
  }

  private list(mine: readonly Data[], theirs: readonly Data[], list: string, path: string): unknown[] {
    const found = new Map(mine.map((each) => [nameOf(each), each]));
    const [sound, added] = [once(mine.map(nameOf)), [] as string[]];
    for (const each of theirs) {
      const [key, name] = [keyOf(each), nameOf(each)];
      const there = found.get(name);
      if (there && key !== null) found.set(name, this.laid(there, withoutKeys(each), `${path}/${key}`));
      else {
        found.set(name, each);
        added.push(name);
        this.names.add(`${path}/${named(each)}`);
      }
    }
    const places = new Map([...found].map(([name, each]): [string, Place] => [name, placeOf(each, this.days)]));
    const sorted = [...places].sort(([, a], [, b]) => compare(a, b)).map(([name]) => name);
    if (PLACED.includes(list)) return sorted.map((name) => found.get(name));
    const groupOf = (name: string): string => (places.get(name) ?? []).slice(0, 2).join(" ");
    return [...new Set(sorted.map(groupOf))].flatMap((group) => {
      const names = sorted.filter((name) => groupOf(name) === group);
      const visit = places.get(names[0] ?? "")?.[1];
      // What the sound copy has stands in its order, and behind it what was added.
      const then = visit === NOWHERE || this.known.has(visit) ? names.filter((name) => added.includes(name)) : added.filter((name) => names.includes(name));
      return [...sound.filter((name) => names.includes(name)), ...then].map((name) => found.get(name));
    });
  }
}

function within(path: string, name: string): string {
  return path ? `${path}/${name}` : name;
}

/** What names an entry in a path: its own name, or the check number of what it says. */
function named(entry: Data): string {
  return keyOf(entry) ?? `=${crc32(canonicalJson(entry))}`;
}

function keysOf(entry: Data): Data {
  return only(entry, isKey);
}

function withoutKeys(entry: Data): Data {
  return only(entry, (name) => !isKey(name));
}

function isKey(name: string): boolean {
  return name === "id" || name === "heading";
}

/** The visit of an entry, or of the words in it; undefined: it names none. */
function saidAt(each: Data): unknown {
  return [each, each["said"], each["signs"], each["means"]].flatMap((part) => (isData(part) && part["visit"] !== undefined ? [part["visit"]] : []))[0];
}

function only(data: Data, isWanted: (name: string) => boolean): Data {
  return Object.fromEntries(Object.entries(data).filter(([name]) => isWanted(name)));
}

function isEmpty(data: Data): boolean {
  return Object.keys(data).length === 0;
}

function isData(value: unknown): value is Data {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
