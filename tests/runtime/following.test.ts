/** A new plan in the place of a full one, and visits of one day in the order in which they were written. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { followingPlan, isFull } from "../../src/decisionaid/theme/scripts/plan/following.ts";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import { openedPlan, openVisit } from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { goalNow, openActions, openGoals } from "../../src/decisionaid/theme/scripts/plan/taken.ts";
import { visitIdBehind } from "../../src/decisionaid/theme/scripts/plan/visit-id.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";
import { times } from "./times.ts";

const NAMES = ["knee-prepared", "knee-agreed", "knee-link-worker", "knee-first-review", "knee-second-review", "two-conditions", "budget"];
const NOW = "2027-04-01T10:00:00Z";

function plan(name: string): Plan {
  return read(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
}

function read(text: string): Plan {
  const found = readPlan(text);
  assert.ok("plan" in found && found.left.length === 0 && !found.isAltered);
  return found.plan;
}

for (const name of NAMES) {
  test(`what is open in ${name} is open in the plan that follows it, and that one is sound`, () => {
    const full = plan(name);
    const next = read(planText(followingPlan(full, NOW)));
    assert.equal(next.follows, full.id);
    assert.notEqual(next.id, full.id);
    assert.deepEqual(openGoals(next).map(({ said }) => said), openGoals(full).map(({ said }) => said));
    assert.deepEqual(openActions(next).map(({ said }) => said), openActions(full).map(({ said }) => said));
    // Steps go on for the goal in its new words, and for none that has ended.
    const isOpen = (id: string | null) => openGoals(full).some((each) => each.id === id);
    const goals = openActions(full).map(({ goal }) => goalNow(full, goal)).map((id) => (isOpen(id) ? id : null));
    assert.deepEqual(openActions(next).map(({ goal }) => goal ?? null), goals);
    assert.deepEqual(next.reviews ?? [], (full.reviews ?? []).slice(-1));
    assert.equal(next.decisions, undefined);
    assert.equal(isFull(next), false);
  });
}

test("a plan is full at forty visits", () => {
  const before = plan("knee-agreed");
  const visits = (n: number) => Array.from({ length: n }, (_, place) => ({ id: `v${place}`, kind: "between" as const, on: "2026-01-01", there: ["me"], typed_by: "me" }));
  assert.equal(isFull({ ...before, visits: visits(39) }), false);
  assert.equal(isFull({ ...before, visits: visits(40) }), true);
});

test("a visit's name stands behind those of its day, whoever named them", () => {
  const at = (id: string, on = "2027-03-02") => ({ id, kind: "visit" as const, on, there: ["me"], typed_by: "me" });
  assert.equal(visitIdBehind([], "2027-03-02", "ab"), "v-01-ab");
  assert.equal(visitIdBehind([at("v-07-zz")], "2027-03-02", "ab"), "v-08-ab");
  // Answers that were put in are in no number.
  assert.equal(visitIdBehind([at("r-abcd")], "2027-03-02", "ab"), "v-01-ab");
  assert.equal(visitIdBehind([at("visit")], "2027-03-02", "ab"), "z-02-ab");
  assert.equal(visitIdBehind([at("visit", "2027-03-01")], "2027-03-02", "ab"), "v-02-ab");
});

test("copies that are put together keep the order in which each wrote the visits of one day", () => {
  for (let round = 0; round < times(40); round += 1) {
    const on = "2026-12-01";
    const copies = [1, 2, 3].map((many) => {
      let open = openedPlan(plan("knee-agreed"));
      const ids: string[] = [];
      for (let n = 0; n < many; n += 1) {
        open = openVisit(open, { kind: "between", on, how: "not_said", there: ["me"], typed_by: "me" });
        ids.push(open.visit);
      }
      return { made: open.plan, ids: ["visit", ...ids] };
    });
    const together = (one: Plan, other: Plan): Plan => {
      const found = merged(one, other);
      assert.ok(typeof found !== "string");
      return found.plan;
    };
    const [a, b, c] = copies.map(({ made }) => made) as [Plan, Plan, Plan];
    const all = [together(together(a, b), c), together(a, together(b, c)), together(together(c, a), b), together(c, together(b, a))];
    assert.equal(new Set(all.map(planText)).size, 1);
    const order = (all[0]?.visits ?? []).map(({ id }) => id);
    for (const { ids } of copies) assert.deepEqual(order.filter((id) => ids.includes(id)), ids);
  }
});
