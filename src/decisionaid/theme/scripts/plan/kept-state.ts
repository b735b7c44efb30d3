/** A plan as it is kept on the person's own device, as text, and back: what comes back is not trusted. */
import type { Plan } from "../../generated/plan.ts";
import { field, isOtherNumber, parsed } from "../record/field.ts";
import { merged } from "./merging.ts";
import { type Open, openedPlan } from "./open-plan.ts";
import { readPlan } from "./reading.ts";
import { planText } from "./written.ts";

const FORMAT = "decisionaid.kept-plan/1";
/** Characters that are read at all: the largest plan, as it is and as it stood. */
const MOST = 150_000;

/** A plan that is being written, and whether nobody was given it as it is now. */
export interface KeptPlan {
  readonly open: Open;
  readonly isUnsaved: boolean;
}

export function keptPlanText({ isUnsaved, open: { held, plan, visit } }: KeptPlan): string {
  const [now, before] = [planText(plan), planText(held)];
  // As it stood, only where that is another one: what was said since can be put right.
  return `{"format":"${FORMAT}","visit":${JSON.stringify(visit)},"unsaved":${isUnsaved},"plan":${now}${before === now ? "" : `,"held":${before}`}}`;
}

/**
 * Read such a text. `today`: a visit of another day is over, and what was said in it stands.
 *
 * Of a file it is enough that what is not known is named, for the file stays as it is. This would be written over.
 */
export function readKeptPlan(text: string, today: string): KeptPlan | "newer" | "unreadable" {
  const data = parsed(text, MOST);
  const format = field(data, "format");
  if (format !== FORMAT) return isOtherNumber(format, FORMAT) ? "newer" : "unreadable";
  const found = planIn(field(data, "plan"));
  if (!("plan" in found)) return found.fault === "newer" ? "newer" : "unreadable";
  const { isAltered, left, plan } = found;
  if (left.length > 0) return isAltered ? "unreadable" : "newer";
  const before = field(data, "held");
  const held = before === undefined ? found : planIn(before);
  const open = "plan" in held ? goneOn(plan, held.plan, field(data, "visit"), today) : null;
  return { open: open ?? openedPlan(plan), isUnsaved: field(data, "unsaved") !== false };
}

function planIn(data: unknown): ReturnType<typeof readPlan> {
  return readPlan(JSON.stringify(data ?? null));
}

/** The visit goes on where it began today, and all that stood in the plan stands in it still. */
function goneOn(plan: Plan, held: Plan, visit: unknown, today: string): Open | null {
  const at = plan.visits?.find(({ id }) => id === visit);
  if (at?.on !== today) return null;
  const both = merged(held, plan);
  return typeof both !== "string" && planText(both.plan) === planText(plan) ? { plan, held, visit: at.id } : null;
}

/** Of such a text what must not be lost, to be compared; empty: there is none. */
export function keptEssence(text: string): string {
  const plan = field(parsed(text, MOST), "plan");
  return plan === undefined ? "" : JSON.stringify(plan);
}
