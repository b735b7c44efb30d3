/** What becomes of a text that should be the code of a plan, as data: for `plan-codes.test.ts` and `codes.ts`. */
import { readPlanCode } from "../../src/decisionaid/theme/scripts/plan/code-read.ts";

export function verdictOn(code: string): object {
  const read = readPlanCode(code);
  if ("fault" in read) return { fault: read.fault };
  if ("preparation" in read) return { preparation: read.preparation.crc32 };
  const { left, onPaper } = read.short;
  return { short: onPaper.crc32, left: [left.goals, left.actions, left.reviews] };
}
