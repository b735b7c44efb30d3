/** Reads plans and ids of visits from a file, and writes the check number of what each plan says: for `test_current.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { stoodAt } from "../../src/decisionaid/theme/scripts/plan/stood.ts";

const [, , from = "", to = ""] = process.argv;
const asked: [any, string][] = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, JSON.stringify(asked.map(([plan, visit]) => stoodAt(plan, visit))));
