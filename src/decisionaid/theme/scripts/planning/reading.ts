/** What a text from outside holds: a plan, or what a person said in an aid; or what is wrong with it. */
import type { Library, Read } from "../incoming/read-types.ts";
import { read } from "../incoming/reading.ts";
import { MOST_TEXT } from "../incoming/way.ts";
import { readPlanCode } from "../plan/code-read.ts";
import { planCodeInText } from "../record/token-text.ts";
import { type PlanRead, type PlanRefused, readPlan } from "../plan/reading.ts";
import type { PlanShort } from "../plan/short.ts";

export type PlanOrRecord = Read | { readonly short: PlanShort } | { readonly plan: PlanRead } | { readonly refused: PlanRefused };

export async function readAny(text: string, library: Library): Promise<PlanOrRecord> {
  if (text.length > MOST_TEXT) return { fault: "too_large" };
  const found = readPlan(text);
  if ("plan" in found) return { plan: found };
  // A page of answers is none of a plan's files; whatever else is wrong, a plan it is.
  if (found.fault !== "not_ours") return { refused: found };
  const other = await read(text, library);
  return "fault" in other && other.fault === "plan" ? inCode(text) : other;
}

/** A preparation in a code is a whole plan; the short form of a paper is a part of one, from which a review begins. */
function inCode(text: string): PlanOrRecord {
  const code = readPlanCode(planCodeInText(text) ?? text);
  if ("preparation" in code) return { plan: { plan: code.preparation, left: [], isAltered: false } };
  if ("short" in code) return code;
  if (code.fault === "record") return { fault: "plan" };
  return { fault: code.fault };
}
