/** Reads plans from a file, and writes their text for the record with a last save that does not hold all of it, and with none: for `test_told.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { planRecordText } from "../../src/decisionaid/theme/scripts/plan/text.ts";

const [, , from = "", to = ""] = process.argv;
const plans: Plan[] = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, JSON.stringify(plans.flatMap((plan) => (["changed", "none"] as const).map((save) => planRecordText(plan, save)))));
