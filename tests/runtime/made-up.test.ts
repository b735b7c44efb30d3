/** Made-up plans are moved to the present in whole weeks; nothing else of them changes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { asOfNow } from "../../src/decisionaid/theme/scripts/plan/made-up.ts";
import { isMadeUp } from "../../src/decisionaid/theme/scripts/record/made-up.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const DAY_MS = 86_400_000;
const DAYS = /\d{4}-\d\d-\d\d/g;

function planNamed(name: string): Plan {
  return JSON.parse(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
}

for (const name of ["knee-prepared", "knee-second-review", "budget"]) {
  for (const today of ["2024-02-29", "2026-03-29", "2027-01-01", "2031-12-31"]) {
    test(`${name} as of ${today}`, () => {
      const plan = planNamed(name);
      const now = asOfNow(plan, today);
      const found = readPlan(planText(now));
      assert.ok("plan" in found && !found.isAltered && found.left.length === 0);
      const last = now.visits?.at(-1)?.on ?? "";
      const ago = (Date.parse(today) - Date.parse(last)) / DAY_MS;
      assert.ok(ago >= 0 && ago < 7, last);
      const [before, after] = [planText(plan), planText(now)].map((text) => text.match(DAYS) ?? []);
      const moves = new Set(before?.map((day, n) => (Date.parse(after?.[n] ?? "") - Date.parse(day)) / DAY_MS));
      assert.equal(moves.size, 1);
      assert.equal([...moves].every((days) => days % 7 === 0), true);
      const rest = (text: string): string => text.replaceAll(DAYS, "").replace(/"crc32":"\w+"/, "");
      assert.equal(rest(planText(now)), rest(planText(plan)));
    });
  }
}

test("a plan without a visit stays as it is", () => {
  const plan = { ...planNamed("knee-prepared"), visits: [] };
  assert.equal(asOfNow(plan, "2030-01-01"), plan);
});

test("only an id that nobody gets by chance says that a plan is made up", () => {
  const plan = planNamed("knee-prepared");
  assert.equal(isMadeUp(plan), false);
  assert.equal(isMadeUp({ ...plan, id: `${"0".repeat(16)}${"f".repeat(16)}` }), true);
  assert.equal(isMadeUp({ ...plan, id: `${"0".repeat(15)}${"f".repeat(17)}` }), false);
});
