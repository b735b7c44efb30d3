/** Where two copies of one plan say the same thing in other words; which of them holds is for people to say. */
import type { Plan } from "../../generated/plan.ts";
import { canonicalJson } from "../record/canonical.ts";
import { askedAnewIn } from "./merging.ts";
import { changed, type Open, randomHex } from "./open-plan.ts";
import { NOT_AGREED_TO } from "./stood.ts";
import { compact } from "./written.ts";

export interface Differing {
  /** Names of parts and ids of entries, from the outside in. */
  readonly path: readonly string[];
  readonly open: unknown;
  readonly file: unknown;
  /** Whether it is an entry of a list without ids, of which a plan can hold both. */
  readonly isEntry: boolean;
}

export type Chosen = "open" | "file" | "both";

type Data = { readonly [name: string]: unknown };

const HEAD: readonly string[] = ["format", "id", "rev", "created", "updated", "language", "follows", "part", "doubtful", "crc32"];
/** What was answered, and who was given a copy: an answer is asked anew, and no words of one copy are put in its place. */
const ANSWERS: readonly string[] = ["agreed", "shared", "copies", "taken_back"];
/** What has parts of its own. */
const GROWING: readonly string[] = ["asked"];
const FORKED: readonly string[] = ["goals", "actions"];

/** What is said in both, and not in the same way; what only one of them says is no matter of this. */
export function differing(open: Plan, file: Plan): Differing[] {
  return inParts(compact(open) as unknown as Data, compact(file) as unknown as Data, []);
}

function inParts(open: Data, file: Data, path: readonly string[]): Differing[] {
  return Object.keys(open).flatMap((name) => {
    const [one, other] = [open[name], file[name]];
    const here = [...path, name];
    // At which visit both ticked it is no matter of words.
    if (path[0] === "needs" && name === "visit") return [];
    if ((path.length === 0 && HEAD.includes(name)) || ANSWERS.includes(name) || other === undefined || isSame(one, other)) return [];
    if (isEntries(one) || isEntries(other)) return inLists(listOf(one), listOf(other), here);
    if (GROWING.includes(name)) return inParts(one as Data, other as Data, here);
    return [{ path: here, open: one, file: other, isEntry: false }];
  });
}

function inLists(open: readonly Data[], file: readonly Data[], path: readonly string[]): Differing[] {
  const named = open.flatMap((each) => {
    const key = keyOf(each);
    const other = key && file.find((one) => keyOf(one) === key);
    return other ? inParts(each, other, [...path, key]) : [];
  });
  // Words of one visit and one person, of which each copy has others.
  const left = (all: readonly Data[], others: readonly Data[]): Data[] => all.filter((each) => !keyOf(each) && others.every((other) => !isSame(each, other)));
  const changed = left(file, open);
  const plain = left(open, file).flatMap((each) => {
    const isOfVisit = (other: Data): boolean => other["visit"] === each["visit"];
    const same = changed.findIndex((other) => isOfVisit(other) && (isSame(other["by"], each["by"]) || other["by"] === each["by"]));
    // Who had a part in it may be what is not the same.
    const at = same < 0 && isHeldByLast(path) ? changed.findIndex(isOfVisit) : same;
    return at < 0 ? [] : changed.splice(at, 1).map((other) => ({ path, open: each, file: other, isEntry: true }));
  });
  return [...named, ...plain];
}

/** Of these lists the last entry holds, and two of one visit cannot both be the last. */
const LAST: readonly string[] = ["became", "budgets", "confidence", "did", "importance", "looked", "reviews"];

function isHeldByLast(path: readonly string[]): boolean {
  return LAST.includes(path.at(-1) ?? "");
}

/** Whether a plan can hold both: a goal and an action in two wordings are two of them. */
export function canHoldBoth({ isEntry, path }: Differing): boolean {
  return (isEntry && !isHeldByLast(path)) || (path.length === 3 && path[2] === "said" && FORKED.includes(path[0] ?? ""));
}

/** Whether the plan says it so now. */
export function saysNow(plan: Plan, each: Differing, which: "open" | "file"): boolean {
  const { isEntry, path, ...values } = each;
  const found = at(compact(plan), path);
  if (!isEntry && canHoldBoth(each)) return listOf(at(compact(plan), path.slice(0, 1))).some(({ said }) => isSame(said, values[which]));
  return isEntry ? listOf(found).some((each) => isSame(each, values[which])) : isSame(found, values[which]);
}

/** The parts of a plan in which it is said so. `file`: the other copy. */
export function withChosen(plan: Plan, file: Plan, each: Differing, which: Chosen): Partial<Plan> {
  const [name = ""] = each.path;
  const data = compact(plan) as unknown as Data;
  const parts = put(data, each.path, (value) => (each.isEntry ? entriesWith(listOf(value), each, which) : which === "file" ? each.file : each.open));
  if (which !== "both" || each.isEntry) return { [name]: parts[name] };
  const { replaces: _no, ...other } = at(compact(file), each.path.slice(0, 2)) as Data;
  return { [name]: [...listOf(parts[name]), { ...other, id: `${name.slice(0, 1)}-${randomHex(4)}` }] };
}

/** A plan in which it is said so; `open` itself where that cannot be. A yes is for the plan that was there: without a visit too it is asked anew. */
export function chosenIn(open: Open, file: Plan, each: Differing, which: Chosen): Open {
  const next = changed(open, withChosen(open.plan, file, each, which));
  const isAgreedTo = !NOT_AGREED_TO.includes(each.path[0] ?? "");
  return next === open || open.visit !== "" || !isAgreedTo ? next : changed(next, { agreed: askedAnewIn(next.plan) });
}

function entriesWith(all: readonly Data[], { open, file }: Differing, which: Chosen): unknown[] {
  const [kept, gone] = which === "file" ? [file, open] : [open, file];
  const left = which === "both" ? all : all.filter((each) => !isSame(each, gone));
  return [kept, ...(which === "both" ? [gone] : [])].reduce<unknown[]>((so, each) => (so.some((one) => isSame(one, each)) ? so : [...so, each]), [...left]);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((so, name) => (Array.isArray(so) ? listOf(so).find((each) => keyOf(each) === name) : (so as Data | undefined)?.[name]), value);
}

function put(data: Data, path: readonly string[], change: (value: unknown) => unknown): Data {
  const [name = "", ...more] = path;
  if (more.length === 0) return { ...data, [name]: change(data[name]) };
  const value = data[name];
  if (!Array.isArray(value)) return { ...data, [name]: put((value ?? {}) as Data, more, change) };
  const [key, ...rest] = more;
  return { ...data, [name]: listOf(value).map((each) => (keyOf(each) === key ? put(each, rest, change) : each)) };
}

function keyOf({ heading, id }: Data): string {
  return typeof id === "string" ? id : typeof heading === "string" ? heading : "";
}

function listOf(value: unknown): Data[] {
  return Array.isArray(value) ? (value as Data[]) : [];
}

function isEntries(value: unknown): boolean {
  return Array.isArray(value) && value.some((each) => each !== null && typeof each === "object");
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));
}
