/** The square code on the person's copy: the short form of the plan, from which a review begins. */
import { squareCode } from "../../components/ways/square-code.ts";
import type { Plan } from "../../generated/plan.ts";
import { make } from "../page/dom.ts";
import { shortCode, type ShortCode } from "../plan/code.ts";
import type { Left } from "../plan/short.ts";
import { openActions, openGoals } from "../plan/taken.ts";
import type { Desk, PlanSay } from "./desk.ts";
import { listed } from "./words.ts";

/** Of each plan, as long as it lies there: what is printed is drawn anew with each change of the page. */
const made = new WeakMap<Plan, ShortCode>();

/** Null: there is nothing to look at again, or the copy is that of a review from paper. */
export function copyCode({ open: { plan }, paper, say }: Desk): HTMLElement | null {
  const wasTalkedAbout = (plan.visits ?? []).some(({ kind }) => kind !== "preparation");
  const isEmpty = openGoals(plan).length + openActions(plan).length + (plan.reviews ?? []).length === 0;
  if (paper || !wasTalkedAbout || isEmpty) return null;
  const { code, left } = made.get(plan) ?? shortCode(plan);
  made.set(plan, { code, left });
  const picture = squareCode(code, say("code.label"));
  const missing = leftWords(left, say);
  const caption = make("figcaption", {}, say("code.what"), ...(missing ? [" ", say("code.left", { items: missing })] : []));
  return picture && make("figure", { class: "copy-code" }, picture, caption);
}

/** How many entries had no room; empty: all of them are there. */
export function leftWords(left: Left, say: PlanSay): string {
  const names = (["actions", "goals", "reviews"] as const).filter((name) => left[name] > 0);
  return listed(names.map((name) => say(`left.${name}`, { n: left[name] })), say);
}
