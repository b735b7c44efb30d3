/** Whether a plan that was opened is a part of one: a request that was handed over, or what was added to it. */
import type { Plan, Visit } from "../../generated/plan.ts";
import { requestFile } from "./requests.ts";
import { ownVoices } from "./visits.ts";
import { planText } from "./written.ts";

/** The id of the one action that a request asks for; null: it is a plan, or does not hold what it says it is. */
export function requestIn(plan: Plan): string | null {
  const [action, ...others] = plan.actions ?? [];
  if (plan.part !== "request" || !action || others.length > 0) return null;
  const cut = requestFile(plan, action.id);
  return typeof cut !== "string" && planText(cut) === planText(plan) ? action.id : null;
}

/** Whether it says of itself that it is one request, or what was added to one. */
export function isPart({ part }: Plan): boolean {
  return part === "request" || part === "addition";
}

/** The visits that a copy brought, at which somebody else than the person typed. */
export function addedBy(before: Plan, after: Plan): Visit[] {
  const known = new Set((before.visits ?? []).map(({ id }) => id));
  const voices = ownVoices(after);
  return (after.visits ?? []).filter(({ id, typed_by: by }) => !known.has(id) && !voices.has(by));
}
