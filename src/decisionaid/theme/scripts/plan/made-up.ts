/** Plans of made-up people, to try the page with, on days near today. */
import type { Plan } from "../../generated/plan.ts";
import { sealed } from "./written.ts";

const DAY = /^\d{4}-\d\d-\d\d/;
const DAY_MS = 86_400_000;

/**
 * The plan with all its days moved by whole weeks, so that its last visit was in the week up to `today`
 * (year-month-day) and what is planned lies ahead. A day of the week stays what it is.
 */
export function asOfNow(plan: Plan, today: string): Plan {
  const last = (plan.visits ?? []).map(({ on }) => on).sort().at(-1);
  if (!last) return plan;
  const days = Math.floor((Date.parse(today) - Date.parse(last)) / DAY_MS / 7) * 7;
  return sealed(moved(plan, days) as Plan);
}

function moved(part: unknown, days: number): unknown {
  if (typeof part === "string" && DAY.test(part)) return new Date(Date.parse(part.slice(0, 10)) + days * DAY_MS).toISOString().slice(0, 10) + part.slice(10);
  if (Array.isArray(part)) return part.map((each) => moved(each, days));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, moved(each, days)]));
}
