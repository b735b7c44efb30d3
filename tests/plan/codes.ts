/** Reads plans from a file, and writes their codes, what is read from Python's, and what is begun: for `test_codes.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { correction, generate } from "../../src/decisionaid/theme/node_modules/lean-qr";
import { leftInWords, preparationCode, shortCode } from "../../src/decisionaid/theme/scripts/plan/code.ts";
import { readPlanCode } from "../../src/decisionaid/theme/scripts/plan/code-read.ts";
import { reviewFromPaper } from "../../src/decisionaid/theme/scripts/plan/short.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";
import { verdictOn } from "./code-verdict.ts";

interface Given {
  plans: any[];
  preparations: string[];
  visit: any;
  now: string;
  draw: string[];
}

const [, , from = "", to = ""] = process.argv;
const { draw, now, plans, preparations, visit }: Given = JSON.parse(readFileSync(from, "utf8"));

/** The squares of the code that the page draws, row by row. */
function squares(text: string): string[] {
  const code = generate(text, { minCorrectionLevel: correction.M, maxVersion: 22 });
  const places = Array.from({ length: code.size }, (_, place) => place);
  return places.map((y) => places.map((x) => (code.get(x, y) ? "1" : "0")).join(""));
}

const made = [];
for (const plan of plans) {
  const { code, left } = shortCode(plan);
  const read = readPlanCode(code);
  const preparation = await preparationCode(plan);
  made.push({
    code,
    left: leftInWords(left),
    begun: "short" in read ? planText(reviewFromPaper(read.short, visit, now)) : null,
    preparation,
    read_again: preparation && verdictOn(preparation),
  });
}
writeFileSync(to, JSON.stringify({ plans: made, preparations: preparations.map(verdictOn), drawn: draw.map(squares) }));
