/** The file of answers with what they come to, which `tests/values` makes: the scripts come to the same. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Bounds } from "../../src/decisionaid/theme/scripts/values/numbers.ts";
import { orderWeights } from "../../src/decisionaid/theme/scripts/values/order-weights.ts";
import { bestMinusWorst, blocksOfPicks, type Picks } from "../../src/decisionaid/theme/scripts/values/picks.ts";
import { swingWeights, weighted, type SwingRow } from "../../src/decisionaid/theme/scripts/values/swings.ts";
import { standing, weightedView } from "../../src/decisionaid/theme/scripts/values/weighted-view.ts";

interface Given {
  items: string[];
  size: number;
  picks: Picks[];
  order: string[];
  swings: Bounds[];
  parts: Bounds[];
  difference: Bounds;
  options: string[];
  rows: SwingRow[];
}

type Case = { says: string; of: string; given: Given; gives: unknown; expected?: Record<string, unknown>; within?: number };

const CASES: Case[] = JSON.parse(readFileSync("tests/golden/values/cases.json", "utf8"));

const CALCULATIONS: Record<string, (given: Given) => unknown> = {
  blocks: ({ items, size }) => blocksOfPicks(items, size),
  picks: ({ items, picks }) => bestMinusWorst(items, picks),
  order: ({ items, order }) => orderWeights(items, order),
  swings: ({ swings }) => swingWeights(swings),
  weighted: ({ swings, parts }) => weighted(swings, parts),
  standing: ({ difference }) => standing(difference),
  view: ({ options, rows }) => weightedView(options, rows),
};

/** What stands at a place such as `options/0/bounds/1`; the empty place is the whole. */
function at(place: string, result: unknown): unknown {
  const steps = place.split("/").filter(Boolean);
  return steps.reduce<unknown>((found, step) => (found as Record<string, unknown>)[step], result);
}

for (const { says, of, given, gives, expected = {}, within = 0 } of CASES) {
  test(`${says}: the same`, () => {
    const result = CALCULATIONS[of]?.(given);
    assert.deepEqual(result, gives);
    for (const [place, number] of Object.entries(expected)) {
      const found = at(place, result);
      if (typeof number !== "number") assert.deepEqual(found, number, place);
      else assert.ok(typeof found === "number" && Math.abs(found - number) <= within, `${place}: ${found}`);
    }
  });
}

test("there are examples of every calculation, and random ones", () => {
  assert.deepEqual(new Set(CASES.map(({ of }) => of)), new Set(Object.keys(CALCULATIONS)));
  assert.ok(CASES.filter(({ expected }) => !expected).length >= 100);
});
