/** What becomes of a text that should be a plan, as data: for `plan-cases.test.ts` and `verdicts.ts`. */
import { recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { compact } from "../../src/decisionaid/theme/scripts/plan/written.ts";
import { isComplete, pointersOf } from "../../src/decisionaid/theme/scripts/plan/pointers.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";
import { openActions, openGoals } from "../../src/decisionaid/theme/scripts/plan/taken.ts";

const TODAY = "2027-04-01";

export function verdictOn(text: string): object {
  const found = readPlan(text);
  if ("fault" in found) {
    const claims = found.claims.map(({ about, name, path }) => [path, name, about]);
    return { fault: found.fault, place: found.place, claims };
  }
  const { plan } = found;
  return {
    left: found.left,
    is_altered: found.isAltered,
    reads_as: recordChecksum(compact(plan)),
    stage: stageOf(plan),
    complete: isComplete(plan, TODAY),
    open: [...openGoals(plan), ...openActions(plan)].map(({ id }) => id),
    pointers: pointersOf(plan, TODAY).map(({ code, day, path, who, words }) => [code, path, words, who, day]),
  };
}
