/**
 * What a plan said when somebody said yes to it, as a check number: a yes is for the plan that was there.
 *
 * The same as `plan/stood.py`, which says by what rule.
 */
import type { Agreed, Need, Plan } from "../../generated/plan.ts";
import { canonicalJson } from "../record/canonical.ts";
import { crc32 } from "../record/crc32.ts";
import { compact } from "./written.ts";

/** What names a plan, who was there and when, the answers themselves, and who has a copy. */
export const NOT_AGREED_TO: readonly string[] = ["format", "id", "rev", "created", "updated", "language", "follows", "part", "doubtful", "crc32", "people", "visits", "agreed", "copies"];
/** What is no history, so of it nobody can tell if it was prepared later. So it is with which needs come first. */
const UNDATED: readonly string[] = ["communication"];
const HALF = 8;

type Data = { readonly [name: string]: unknown };

/** Whether a plan says what it said when this was answered; so it is where nobody wrote that down. */
export function isAsItStood(plan: Plan, { stood: then, visit }: Agreed): boolean {
  if (!then) return true;
  const now = stoodAt(plan, visit);
  return preparedBehind(plan, visit).size === 0 ? now === then : now.slice(0, HALF) === then.slice(0, HALF);
}

/** The check number of all that a plan says to which somebody answers at a visit: 16 hex digits. */
export function stoodAt(plan: Plan, visit: string): string {
  const all = Object.entries(compact(plan)).filter(([name]) => !NOT_AGREED_TO.includes(name));
  const said = all.filter(([name]) => !UNDATED.includes(name)).map(([name, part]) => [name, name === "needs" ? (part as Need[]).map(({ first: _first, ...need }) => need) : part]);
  const dated = without(Object.fromEntries(said), preparedBehind(plan, visit));
  const needs = plan.needs ?? [];
  const first = needs.length > 0 ? { first: needs.flatMap((each) => (each.first ? [each.id] : [])).sort() } : {};
  return `${check(dated ?? {})}${check({ ...Object.fromEntries(all.filter(([name]) => UNDATED.includes(name))), ...first })}`;
}

/** The ids of the preparations behind a visit. */
function preparedBehind({ visits = [] }: Plan, visit: string): ReadonlySet<string> {
  const order = [...visits].sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
  const at = order.findIndex(({ id }) => id === visit);
  return new Set(at < 0 ? [] : order.slice(at + 1).filter(({ kind }) => kind === "preparation").map(({ id }) => id));
}

/** Data in which no order of entries tells anything, and nothing stands twice. */
export function inAnyOrder(part: unknown): unknown {
  if (part === null || typeof part !== "object") return part;
  if (!Array.isArray(part)) return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, inAnyOrder(each)]));
  const made = part.map(inAnyOrder);
  if (!made.some((each) => each !== null && typeof each === "object" && !Array.isArray(each))) return made;
  const named = new Map(made.map((each) => [canonicalJson(each), each]));
  return [...named.keys()].sort().map((key) => named.get(key));
}

function check(data: unknown): string {
  return crc32(canonicalJson(inAnyOrder(data)));
}

/** The same part without what was said at these visits; null: all of it was. */
function without(part: unknown, visits: ReadonlySet<unknown>): unknown {
  if (Array.isArray(part)) return part.map((each) => without(each, visits)).filter((each) => each !== null);
  if (part === null || typeof part !== "object") return part;
  const { about, id, said, signs, visit } = part as Data;
  // What was ticked stays where it was put into words later.
  const words = (about === undefined ? (id === undefined ? signs : said) : undefined) as Data | undefined;
  if (visits.has(visit) || visits.has(words?.["visit"])) return null;
  const made = Object.entries(part).map(([name, each]) => [name, without(each, visits)] as const);
  // A heading, or a list, of which all was prepared is none.
  if ("heading" in part && isEmpty(without(said, visits))) return null;
  const left = made.filter(([name, each]) => each !== null && !(isEmpty(each) && !isEmpty((part as Data)[name])));
  return left.length > 0 ? Object.fromEntries(left) : null;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
