/** A plan as a file: a page that anyone can read by opening it, with the plan inside under a mark of its own. */
import type { Plan } from "../../generated/plan.ts";
import { blockHtml, blockOf, fileOf } from "../handover/save-file.ts";
import type { Block } from "../handover/summary.ts";
import { PLAN_BLOCK, PLAN_MARK, planText } from "./written.ts";

/** `said`: what the file says of itself; all texts are escaped, and it may load and run nothing. */
export function planFileText(
  title: string,
  said: readonly string[],
  blocks: readonly Block[],
  plan: Plan,
  direction: "ltr" | "rtl",
): string {
  const head = { title, language: plan.language, direction, mark: PLAN_MARK };
  return fileOf(head, said, [...blocks.flatMap(blockHtml), "</main>", blockOf(PLAN_BLOCK, planText(plan))]);
}

/** The name to save under: of no person and of no condition. */
export function planFileName(day: string, { part, rev = 1 }: Plan): string {
  const name = part === "paper_review" ? "my-review-from-paper" : part ? `my-${part}` : "my-plan";
  return `${name}-${day}-${rev}.html`;
}

/** The name of a file that holds one request, or what was added to it. */
export function partFileName(day: string, part: "request" | "answer"): string {
  return `my-${part}-${day}.html`;
}
