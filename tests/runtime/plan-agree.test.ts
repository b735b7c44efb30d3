/** A yes holds for the plan that was agreed to, and what is said last counts, whatever the clock of a device says. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { broughtIn } from "../../src/decisionaid/theme/scripts/plan/brought-in.ts";
import * as asked from "../../src/decisionaid/theme/scripts/plan/edits-asked.ts";
import * as doing from "../../src/decisionaid/theme/scripts/plan/edits-doing.ts";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import * as money from "../../src/decisionaid/theme/scripts/plan/edits-money.ts";
import * as edits from "../../src/decisionaid/theme/scripts/plan/edits.ts";
import * as open from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { pointersOf } from "../../src/decisionaid/theme/scripts/plan/pointers.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";

const ON = "2028-05-04";

function agreed(answer: "yes" | "partly" = "yes"): open.Open {
  const found = readPlan(readFileSync("tests/golden/plans/knee-agreed.json", "utf8"));
  assert.ok("plan" in found);
  const at = open.openVisit(open.openedPlan(found.plan), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
  return edits.sayAgreed(at, "me", answer);
}

const codes = (plan: Plan): string[] => pointersOf(plan, ON).map(({ code }) => code);
const answers = ({ plan, visit }: open.Open): string[] => (plan.agreed ?? []).filter((each) => each.visit === visit).map(({ answer }) => answer);

const CHANGES: { [what: string]: (at: open.Open) => open.Open } = {
  "a decision": (at) => edits.sayBecame(at, at.plan.decisions![0]!.id, { state: "stopped", option_name: "Painkillers", by: ["me"] }),
  "a goal": (at) => doing.addGoal(at, { words: "Swim again" }),
  "an action": (at) => doing.addAction(at, { words: "Walk each day" }),
  "who does it": (at) => doing.doAction(at, at.plan.actions![0]!.id, { who: "me", often: "on Mondays" }),
  "a request": (at) => asked.takeBack(open.standing(at), "ask-link", "me"),
  "money": (at) => money.beginBudget(at, "proposed"),
  "when it is looked at again": (at) => edits.sayReview(at, { when: { on: "2028-09-01", words: "" } }),
  "what to do if it gets worse": (at) => edits.sayIfWorse(at, 9, { signs: "It locks", iDo: "Rest", call: "" }),
};

for (const [what, change] of Object.entries(CHANGES)) {
  test(`${what} that is changed after the yes is not agreed to`, () => {
    const handed = open.standing(agreed());
    assert.equal(stageOf(handed.plan), "agreed");
    const next = change(handed);
    assert.notEqual(next, handed);
    assert.equal(stageOf(next.plan), "changed");
    assert.deepEqual(answers(next), ["yes", "not_asked"]);
    assert.ok(codes(next.plan).includes("PL13"));
    // Saved and opened another day it still is not.
    const read = readPlan(JSON.stringify(next.plan));
    assert.ok("plan" in read && stageOf(read.plan) === "changed");
    const again = edits.sayAgreed(next, "me", "yes");
    assert.deepEqual([stageOf(again.plan), answers(again)], ["agreed", ["yes", "yes"]]);
    assert.ok(!codes(again.plan).includes("PL13"));
  });
}

/** The plan with what an altered copy of it adds. */
function withAltered(plan: Plan): Plan {
  const results = [...(plan.results ?? []), { what: "X-ray", found: "Made up by nobody" }];
  const read = readPlan(JSON.stringify({ ...plan, results }));
  assert.ok("plan" in read && read.isAltered);
  const both = merged(plan, read.plan);
  assert.ok(typeof both !== "string");
  return both.plan;
}

test("what came out of an altered copy is named through each change and each save, and no longer once it was asked about", () => {
  const { plan } = agreed();
  const both = withAltered(plan);
  assert.deepEqual([both.doubtful?.length, stageOf(both)], [1, "changed"]);
  const at = open.openVisit(open.openedPlan(both), { kind: "visit", on: "2028-06-01", there: ["me"], typed_by: "me" });
  const next = open.standing(doing.addGoal(at, { words: "Swim again" }));
  const read = readPlan(JSON.stringify(next.plan));
  assert.ok("plan" in read && !read.isAltered);
  assert.deepEqual([read.plan.doubtful, stageOf(read.plan)], [both.doubtful, "changed"]);
  const asked = edits.sayAgreed(next, "me", "yes");
  assert.deepEqual([asked.plan.doubtful, stageOf(asked.plan)], [undefined, "agreed"]);
  // From then on it is the person's, also beside the copy in which nobody was asked.
  const again = merged(asked.plan, both);
  assert.ok(typeof again !== "string" && again.plan.doubtful === undefined && stageOf(again.plan) === "agreed");
});

test("a yes of the open visit is for nothing that comes in out of an altered copy", () => {
  const { held, ...said } = agreed();
  const next = broughtIn({ ...said, held }, withAltered(held));
  assert.ok(next);
  assert.deepEqual([next.open.plan.doubtful?.length, stageOf(next.open.plan)], [1, "draft"]);
  const asked = edits.sayAgreed(next.open, "me", "yes");
  assert.deepEqual([asked.plan.doubtful, stageOf(asked.plan)], [undefined, "agreed"]);
});

test("a yes that nobody has a copy of is unanswered again, and nothing stands behind it", () => {
  for (const answer of ["yes", "partly"] as const) {
    const next = doing.addGoal(agreed(answer), { words: "Swim again" });
    assert.deepEqual([stageOf(next.plan), answers(next)], ["changed", ["not_asked"]]);
  }
});

test("a copy that is given leaves the yes, what is said of oneself asks anew, and a no stays a no", () => {
  const handed = open.standing(agreed());
  assert.equal(stageOf(edits.noteCopy(handed, "me", "paper").plan), "agreed");
  for (const more of [
    edits.sayAboutMe(handed, "wellness", "I sleep well"),
    edits.addNote(handed, "questions", "When?"),
    edits.sayNeed(handed, "money", true),
    edits.sayShared(handed, "My sister", "all", "yes"),
  ]) {
    assert.notEqual(more, handed);
    assert.deepEqual([stageOf(more.plan), answers(more)], ["changed", ["yes", "not_asked"]]);
  }
  const no = doing.addGoal(edits.sayAgreed(handed, "me", "no", "Too much"), { words: "Swim" });
  assert.deepEqual([stageOf(no.plan), answers(no)], ["declined", ["yes", "no"]]);
});

test("what is said on a device whose clock is behind counts as said last", () => {
  const handed = open.standing(agreed());
  const at = open.openVisit(handed, { kind: "visit", on: "2027-01-01", there: ["me"], typed_by: "me" });
  assert.deepEqual([at.plan.visits!.at(-1)!.on, open.visitDay(handed.plan, "2027-01-01"), open.visitDay(handed.plan, "2029-01-01")], [ON, ON, "2029-01-01"]);
  assert.equal(stageOf(edits.sayAgreed(at, "me", "no").plan), "declined");
  assert.equal(stageOf(edits.sayAgreed(at, "me", "yes").plan), "agreed");
  // A preparation keeps the day that stands on it.
  assert.equal(open.openVisit(handed, { kind: "preparation", on: "2027-01-01", there: ["me"], typed_by: "me" }).plan.visits!.at(-1)!.on, "2027-01-01");
});
