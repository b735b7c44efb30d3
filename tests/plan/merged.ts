/** Reads triples of copies from a file, and writes what each comes to in every order: for `test_merging.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const [, , from = "", to = ""] = process.argv;
const ORDERS = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] as const;

function together(one: any, other: any): any {
  if (typeof one === "string" || typeof other === "string") return typeof one === "string" ? one : other;
  const found = merged(one, other);
  return typeof found === "string" ? found : found.plan;
}

const triples: any[][] = JSON.parse(readFileSync(from, "utf8"));
const made = triples.map((copies) =>
  ORDERS.flatMap(([one, two, three]) => [
    together(together(copies[one], copies[two]), copies[three]),
    together(copies[one], together(copies[two], copies[three])),
  ]).map((plan) => (typeof plan === "string" ? plan : planText(plan))),
);
writeFileSync(to, JSON.stringify(made));
