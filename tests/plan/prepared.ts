/** Reads what sheets hold from a file, and writes the plan of each with all that is handed over: for `test_prepared.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { planFileText } from "../../src/decisionaid/theme/scripts/plan/plan-file.ts";
import { preparationOf } from "../../src/decisionaid/theme/scripts/plan/preparation.ts";
import { hasRoom, prepared } from "../../src/decisionaid/theme/scripts/plan/prepared.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { openActions, openGoals } from "../../src/decisionaid/theme/scripts/plan/taken.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const [, , from = "", to = ""] = process.argv;
const sheets: { values: [string, string[]][]; last: Plan | null }[] = JSON.parse(readFileSync(from, "utf8"));

const BEGUN = {
  id: "0123456789abcdef0123456789abcdef",
  visit: "prep-01234567",
  created: "2026-12-01T19:10:00Z",
  updated: "2026-12-01T19:25:00Z",
  day: "2026-12-01",
  language: "en-GB",
  follows: null,
};

const made = sheets.map(({ last, values }) => {
  const [goals, actions] = last ? [openGoals(last), openActions(last)] : [[], []];
  const said = preparationOf(new Map(values), goals, actions);
  const plan = prepared(said, { ...BEGUN, rev: (last?.rev ?? 0) + 1 }, last);
  const read = readPlan(planFileText("Made up", ["Made up"], [], plan, "ltr"));
  const verdict = "fault" in read ? { fault: read.fault, place: read.place } : { left: read.left, is_altered: read.isAltered };
  return { has_room: last === null || hasRoom(last), written: planText(plan), file: planFileText("Made up", ["Made up"], [], plan, "ltr"), verdict };
});
writeFileSync(to, JSON.stringify(made));
