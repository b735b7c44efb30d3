/** A plan as it is kept on a device, as text, and back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addNote } from "../../src/decisionaid/theme/scripts/plan/edits.ts";
import { keptEssence, keptPlanText, readKeptPlan } from "../../src/decisionaid/theme/scripts/plan/kept-state.ts";
import { newPlan, type Open, openedPlan, openVisit, standing } from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { canonicalJson, recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const TODAY = "2026-12-05";

function planNamed(name: string): Open {
  const found = readPlan(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
  assert.ok("plan" in found);
  return openedPlan(found.plan);
}

function atHome(open: Open): Open {
  return openVisit(open, { kind: "between", on: TODAY, how: "not_said", there: ["me"], typed_by: "me" });
}

function back(open: Open, today = TODAY): Open {
  const found = readKeptPlan(keptPlanText({ open, isUnsaved: true }), today);
  assert.ok(typeof found !== "string");
  assert.equal(found.isUnsaved, true);
  return found.open;
}

test("each plan comes back as it was", () => {
  for (const name of ["knee-prepared", "knee-agreed", "knee-link-worker", "knee-first-review", "knee-second-review", "two-conditions", "budget"]) {
    const open = planNamed(name);
    assert.equal(planText(back(open).plan), planText(open.plan), name);
  }
});

test("on the same day a visit goes on, and what was said in it can be put right; on another it stands", () => {
  const begun = atHome(planNamed("knee-agreed"));
  for (const open of [begun, addNote(begun, "learnt", "Short walks help"), standing(addNote(begun, "learnt", "Short walks help"))]) {
    const same = back(open);
    assert.deepEqual([same.visit, planText(same.plan), planText(same.held)], [open.visit, planText(open.plan), planText(open.held)]);
    const later = back(open, "2026-12-06");
    assert.deepEqual([later.visit, later.held], ["", later.plan]);
  }
});

test("as it stood is taken only where all of it stands in the plan still", () => {
  const open = addNote(atHome(planNamed("knee-agreed")), "learnt", "Short walks help");
  const other = planNamed("two-conditions").plan;
  for (const held of [other, addNote(open, "learnt", "Something else").plan]) {
    const read = back({ ...open, held });
    assert.deepEqual([read.visit, read.held], ["", read.plan]);
  }
});

test("what differs in when it stood is no difference in what must not be lost", () => {
  const open = addNote(atHome(planNamed("knee-agreed")), "learnt", "Short walks help");
  const texts = [open, standing(open), openedPlan(open.plan)].map((each) => keptEssence(keptPlanText({ open: each, isUnsaved: false })));
  assert.equal(new Set(texts).size, 1);
  assert.notEqual(texts[0], keptEssence(keptPlanText({ open: planNamed("knee-agreed"), isUnsaved: false })));
});

test("whatever stands there, it is a plan, a newer page's, or cannot be read", () => {
  const text = keptPlanText({ open: planNamed("knee-agreed"), isUnsaved: false });
  const empty = keptPlanText({ open: newPlan("2026-12-01T10:00:00Z", "en"), isUnsaved: false });
  const cases: [string, string][] = [
    ["newer", text.replace("kept-plan/1", "kept-plan/2")],
    ["newer", text.replace("decisionaid.plan/1", "decisionaid.plan/2")],
    ["unreadable", text.replace("kept-plan/1", "kept-plan/x")],
    ["unreadable", text.replace("decisionaid.plan/1", "decisionaid.record/1")],
    ["unreadable", text.slice(0, -1)],
    ["unreadable", text.slice(0, text.length / 2)],
    ["unreadable", ""],
    ["unreadable", "null"],
    ["unreadable", "[]"],
    ["unreadable", '{"format":"decisionaid.kept-plan/1"}'],
    ["unreadable", '{"format":"decisionaid.kept-plan/1","plan":"text"}'],
    ["unreadable", '{"format":"decisionaid.kept-plan/1","plan":{"__proto__":{"format":"decisionaid.plan/1"}}}'],
    ["unreadable", `{"format":"decisionaid.kept-plan/1","plan":{"x":"${"x".repeat(160_000)}"}}`],
    ["unreadable", text.replace('"me"', '"nobody"')],
  ];
  for (const [what, each] of cases) assert.equal(readKeptPlan(each, TODAY), what, each.slice(0, 120));
  assert.equal(typeof readKeptPlan(empty, TODAY), "object");
  // Of a plan from a file this is left out and named; here it would be written over.
  const plan = { ...planNamed("knee-agreed").plan, later: [] };
  const later = canonicalJson({ ...plan, crc32: recordChecksum(plan) });
  assert.equal(readKeptPlan(`{"format":"decisionaid.kept-plan/1","plan":${later}}`, TODAY), "newer");
  assert.equal(readKeptPlan(text.replace('"plan":{', '"plan":{"unknown":1,'), TODAY), "unreadable");
});
