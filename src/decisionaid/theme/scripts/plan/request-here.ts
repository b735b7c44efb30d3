/** Whether a plan that was opened is a part of one: a request that was handed over, or what was added to it. */
import type { Plan, Visit } from "../../generated/plan.ts";
import { requestFile } from "./requests.ts";
import { ownVoices } from "./standing.ts";
import { planText } from "./written.ts";

/** What is in no request and in no addition. */
const OF_WHOLE_PLANS = ["agreed", "communication", "copies", "decisions", "reviews", "shared"] as const;

/** The id of the one action that a request asks for; null: it is a plan. A request is what cutting it to one leaves as it is. */
export function requestIn(plan: Plan): string | null {
  const [action, ...others] = plan.actions ?? [];
  if (!action || others.length > 0 || !isPart(plan)) return null;
  const cut = requestFile(plan, action.id);
  return typeof cut !== "string" && planText(cut) === planText(plan) ? action.id : null;
}

/** Whether it may be a part of a plan that was handed over by itself. */
export function isPart(plan: Plan): boolean {
  return OF_WHOLE_PLANS.every((name) => !plan[name]?.length);
}

/** The visits that a copy brought, at which somebody else than the person typed. */
export function addedBy(before: Plan, after: Plan): Visit[] {
  const known = new Set((before.visits ?? []).map(({ id }) => id));
  const voices = ownVoices(after);
  return (after.visits ?? []).filter(({ id, typed_by: by }) => !known.has(id) && !voices.has(by));
}
