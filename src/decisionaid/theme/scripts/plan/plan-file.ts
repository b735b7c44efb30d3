/** A saved plan: a page that anyone can read by opening it, with the plan inside, under a mark of its own. */
import type { Plan } from "../../generated/plan.ts";
import { blockHtml, blockOf, fileOf } from "../handover/save-file.ts";
import type { Block } from "../handover/summary.ts";
import { PLAN_BLOCK, PLAN_MARK } from "./reading.ts";
import { planText } from "./written.ts";

/** What the page of a file says, in the language of its person. */
export interface FileWords {
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  /** What it is, and what to do with it. */
  about: readonly string[];
  /** The plan in words. */
  blocks: readonly Pick<Block, "heading" | "lines">[];
}

/** The name to save under: of no person and of no condition. */
export function planFileName(day: string, plan: Plan): string {
  return `my-plan-${day}-${plan.rev ?? 1}.html`;
}

/** The whole file; every text in it is escaped, and it may load and run nothing. */
export function planFileText(plan: Plan, { about, blocks, direction, language, title }: FileWords): string {
  return fileOf(title, language, direction, about, [...blocks.flatMap(blockHtml), "</main>", blockOf(planText(plan), PLAN_BLOCK)], PLAN_MARK);
}
