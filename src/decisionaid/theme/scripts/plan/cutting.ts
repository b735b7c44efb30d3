/**
 * A part of a plan as a plan of its own: the entries that are wanted, and the people and visits that they name.
 *
 * The same as `plan/cutting.py`, which says what it is for.
 */
import type { Plan } from "../../generated/plan.ts";

export type Entries = Partial<Pick<Plan, "about_me" | "needs" | "goals" | "actions" | "if_worse" | "reviews">>;

export const PEOPLE: readonly string[] = ["by", "who", "tell", "lead", "there", "typed_by"];

/** A plan with these entries alone; `plan` is the whole one, compact. Nobody's name and number is in the part. */
export function partOf(plan: Plan, entries: Entries): Plan {
  const kept = Object.fromEntries(Object.entries(entries).filter(([, each]) => each.length > 0));
  const named = new Set(namesIn(Object.values(kept), ["visit"]));
  // Which record was put in is no part of what anybody said.
  const visits = (plan.visits ?? []).filter(({ id }) => named.has(id)).map((each) => without(each, "record"));
  const people = new Set(namesIn([Object.values(kept), visits], PEOPLE));
  return {
    ...only(plan, "format", "id", "rev", "created", "updated", "language"),
    people: plan.people.filter(({ id, role }) => role === "me" || people.has(id)).map((each) => without(each, "name", "contact")),
    ...(visits.length > 0 ? { visits } : {}),
    ...kept,
    crc32: "00000000",
  };
}

/** An entry without some of its fields. */
export function without<Entry extends object, Name extends keyof Entry>(entry: Entry, ...fields: readonly Name[]): Omit<Entry, Name> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !fields.includes(name as Name))) as Omit<Entry, Name>;
}

/** An entry with some of its fields alone. */
export function only<Entry extends object, Name extends keyof Entry>(entry: Entry, ...fields: readonly Name[]): Pick<Entry, Name> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => fields.includes(name as Name))) as Pick<Entry, Name>;
}

/** The ids in fields of these names, wherever they stand. */
export function namesIn(value: unknown, fields: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => namesIn(each, fields));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (!fields.includes(name)) return namesIn(part, fields);
    if (typeof part === "string") return [part];
    return Array.isArray(part) ? part.map(String) : namesIn(part, fields);
  });
}
