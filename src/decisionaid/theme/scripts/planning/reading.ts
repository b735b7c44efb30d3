/** What a text from outside holds: a plan, or what a person said in an aid; or what is wrong with it. */
import type { Library, Read } from "../incoming/read-types.ts";
import { read } from "../incoming/reading.ts";
import { MOST_TEXT } from "../incoming/way.ts";
import { type PlanRead, type PlanRefused, readPlan } from "../plan/reading.ts";

export type PlanOrRecord = Read | { readonly plan: PlanRead } | { readonly refused: PlanRefused };

export async function readAny(text: string, library: Library): Promise<PlanOrRecord> {
  if (text.length > MOST_TEXT) return { fault: "too_large" };
  const found = readPlan(text);
  if ("plan" in found) return { plan: found };
  // A page of answers is none of a plan's files; whatever else is wrong, a plan it is.
  return found.fault === "not_ours" ? read(text, library) : { refused: found };
}
