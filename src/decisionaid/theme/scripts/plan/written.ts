/** A plan as it is written: what nobody said is not there, and the same plan is the same bytes. As `plan/written.py`. */
import type { Plan } from "../../generated/plan.ts";
import { shape } from "../../generated/plan-shape.ts";
import { ALTERED, canonicalJson, recordChecksum } from "../record/canonical.ts";
import type { Shape } from "../record/whole.ts";

/** The largest plan that is written and read, as JSON in UTF-8; the same number as in the Python model. */
export const MAX_PLAN_BYTES = 65_536;
export const PLAN_BLOCK = '<script type="application/json" id="decisionaid-plan">';
export const PLAN_MARK = '<meta name="application-name" content="decisionaid plan">';

/** The plan without the parts that say nothing. */
export function compact(plan: Plan): Plan {
  return said(plan, shape) as Plan;
}

/** JSON with sorted names, and the check number that fits; none fits what was altered. */
export function planText(plan: Plan): string {
  return canonicalJson(sealed(compact(plan), isAltered(plan)));
}

/**
 * Whether a plan was changed on the way, and the person was not asked since if it is theirs.
 *
 * Its check number is one that fits no plan, wherever it is saved: so nothing makes it sound but an answer.
 */
export function isAltered({ crc32 }: Plan): boolean {
  return crc32 === ALTERED;
}

/** Whether something in it was changed on the way, or came out of such a copy, and nobody was asked since. */
export function isInDoubt(plan: Plan): boolean {
  return isAltered(plan) || (plan.doubtful ?? []).length > 0;
}

/** How many bytes a plan takes as JSON in UTF-8. */
export function bytesOf(plan: Plan): number {
  return new TextEncoder().encode(planText(plan)).length;
}

/** The plan with the check number that fits. `altered`: with the one that fits none. */
export function sealed(plan: Plan, altered = false): Plan {
  return { ...plan, crc32: altered ? ALTERED : recordChecksum(plan) };
}

function said(data: unknown, of: Shape): unknown {
  if (of === null || data === null || typeof data !== "object") return data;
  if (Array.isArray(data)) return "each" in of ? data.map((each) => said(each, of.each)) : data;
  if (!("parts" in of)) return data;
  const made = Object.entries(data).map(([name, part]) => [name, said(part, of.parts[name] ?? null)] as const);
  return Object.fromEntries(made.filter(([name, part]) => !(name in of.defaults && canonicalJson(part) === canonicalJson(of.defaults[name]))));
}
