/** Two copies of a plan that say the same thing in other words, and what people make of it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { canHoldBoth, differing, saysNow, withChosen } from "../../src/decisionaid/theme/scripts/plan/differing.ts";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import { changed, openedPlan } from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";

const plan = JSON.parse(readFileSync("tests/golden/plans/knee-agreed.json", "utf8")) as Plan;

/** The plan with other words for the goal, its question, what matters and an answer. */
function altered(): Plan {
  const other = structuredClone(plan);
  const [goal] = other.goals ?? [];
  const [decision] = other.decisions ?? [];
  const [agreed] = other.agreed ?? [];
  const matters = other.about_me?.find(({ heading }) => heading === "most_important")?.said[0];
  assert.ok(goal && decision && matters && agreed);
  goal.said.words = "Walk to the swings";
  decision.question = "What now?";
  matters.words = "Her cat.";
  agreed.answer = "no";
  return other;
}

test("a plan and itself, and a plan that goes on, are not different", () => {
  assert.deepEqual(differing(plan, plan), []);
  const later = JSON.parse(readFileSync("tests/golden/plans/knee-first-review.json", "utf8")) as Plan;
  assert.deepEqual(differing(plan, later).filter(({ isEntry }) => isEntry), []);
});

test("words that are not the same are found, wherever they stand, and no answer is", () => {
  const found = differing(plan, altered()).map(({ isEntry, path }) => `${path.join("/")}${isEntry ? " entry" : ""}`);
  const { id } = plan.decisions?.[0] ?? { id: "" };
  assert.deepEqual(found.sort(), ["about_me/most_important/said entry", `decisions/${id}/question`, "goals/school/said"]);
});

test("at which visit two copies ticked one thing is no matter of words", () => {
  const [one, other] = ["prep", "visit"].map((visit) => ({ ...plan, needs: [{ id: "pain", about: "pain" as const, visit }] }));
  assert.deepEqual(differing(one!, other!), []);
});

test("what is chosen is in the plan, and nothing else of it changes", () => {
  const file = altered();
  const both = merged(plan, file);
  assert.ok(typeof both !== "string");
  for (const each of differing(plan, file)) {
    for (const which of ["open", "file"] as const) {
      const next = changed(openedPlan(both.plan), withChosen(both.plan, file, each, which)).plan;
      assert.ok(saysNow(next, each, which));
      assert.ok(!saysNow(next, each, which === "open" ? "file" : "open"));
    }
    if (!canHoldBoth(each)) continue;
    const next = changed(openedPlan(both.plan), withChosen(both.plan, file, each, "both")).plan;
    assert.ok(saysNow(next, each, "open") && saysNow(next, each, "file"));
  }
  const [goal] = differing(plan, file).filter(({ path }) => path[0] === "goals");
  assert.ok(goal);
  const parts = withChosen(both.plan, file, goal, "both");
  assert.equal(parts.goals?.length, (plan.goals?.length ?? 0) + 1);
  assert.equal(new Set(parts.goals?.map(({ id }) => id)).size, parts.goals?.length);
});
