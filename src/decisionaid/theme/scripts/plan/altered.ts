/** What a copy that was changed on the way adds to a sound one. The same as `plan/altered.py`, which says by what rule. */
import { canonicalJson } from "../record/canonical.ts";

type Data = { [name: string]: unknown };

/** What names a plan. */
const HEAD: readonly string[] = ["format", "id", "rev", "created", "updated", "language", "follows", "part", "crc32"];
/** Lists of which the last entry holds, or that answer something. */
const HELD: readonly string[] = ["agreed", "answered", "became", "budgets", "confidence", "did", "importance", "looked", "reviews", "said", "shared", "taken_back"];

/** `left`: the copy without what would take the place of what the sound one says. `disputed`: where that was, as paths. */
export function besideSound(sound: Data, altered: Data): { left: Data; disputed: string[] } {
  const disputed: string[] = [];
  const visits = new Set(listOf(sound["visits"]).map(({ id }) => id));
  const left = beside(sound, altered, "", visits, disputed);
  return { left, disputed: [...new Set(disputed)].sort() };
}

function beside(sound: Data, altered: Data, path: string, visits: ReadonlySet<unknown>, disputed: string[]): Data {
  const made: Data = {};
  for (const [name, theirs] of Object.entries(altered)) {
    const mine = sound[name];
    const here = path ? `${path}/${name}` : name;
    if (path === "" && HEAD.includes(name)) made[name] = mine ?? theirs;
    else if (isSame(mine, theirs)) made[name] = theirs;
    else if (isEntries(theirs)) made[name] = inList(listOf(mine), theirs as Data[], name, here, visits, disputed);
    else if (isData(mine) && isData(theirs) && name === "asked") made[name] = beside(mine, theirs, here, visits, disputed);
    else if (mine === undefined && isData(theirs) && isNew(theirs["visit"], visits)) made[name] = theirs;
    else disputed.push(here);
  }
  return made;
}

function inList(mine: readonly Data[], theirs: readonly Data[], name: string, path: string, visits: ReadonlySet<unknown>, disputed: string[]): Data[] {
  return theirs.flatMap((each) => {
    const key = keyOf(each);
    const known = mine.find((one) => (key === null ? isSame(one, each) : keyOf(one) === key));
    if (known) return [beside(known, each, `${path}/${key ?? ""}`, visits, disputed)];
    const visit = visitOf(each);
    const isReplaced = visit === undefined && key === null && mine.some((one) => theirs.every((other) => !isSame(one, other)));
    const isSaidBefore = visits.has(visit);
    if (isReplaced || isSaidBefore) disputed.push(key === null ? path : `${path}/${key}`);
    // Beside what is there it can stand, where not the last one holds.
    return isSaidBefore && HELD.includes(name) ? [] : [each];
  });
}

/** Whether it was said at a visit that the sound copy has not. */
function isNew(visit: unknown, visits: ReadonlySet<unknown>): boolean {
  return visit !== undefined && !visits.has(visit);
}

/** The visit of an entry, or of the words in it; undefined: it names none. */
function visitOf(each: Data): unknown {
  return [each, each["said"], each["signs"]].flatMap((part) => (isData(part) && part["visit"] !== undefined ? [part["visit"]] : []))[0];
}

function keyOf({ heading, id }: Data): string | null {
  return typeof id === "string" ? id : typeof heading === "string" ? heading : null;
}

function listOf(value: unknown): Data[] {
  return Array.isArray(value) ? (value as Data[]) : [];
}

function isEntries(value: unknown): boolean {
  return Array.isArray(value) && value.some(isData);
}

function isData(value: unknown): value is Data {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));
}
