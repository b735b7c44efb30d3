/** Puts a sound and an altered copy together in both orders: for `test_altered.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const [, , from = "", to = ""] = process.argv;
const [sound, other] = JSON.parse(readFileSync(from, "utf8"));
const made = [[sound, other], [other, sound]].map(([one, two]) => {
  const found = merged(one, two);
  return typeof found === "string" ? found : [planText(found.plan), found.disputed];
});
writeFileSync(to, JSON.stringify(made));
