/** Money in a plan: whole pence, exact sums, and what stood stands. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as money from "../../src/decisionaid/theme/scripts/plan/edits-money.ts";
import * as doing from "../../src/decisionaid/theme/scripts/plan/edits-doing.ts";
import { leftOf, spent } from "../../src/decisionaid/theme/scripts/plan/money.ts";
import * as open from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { pointersOf } from "../../src/decisionaid/theme/scripts/plan/pointers.ts";
import { apartIn, heldIn } from "../../src/decisionaid/theme/scripts/plan/snapshots.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";

const ON = "2028-05-04";

function inVisit(name: "budget" | "knee-agreed"): open.Open {
  const found = readPlan(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
  assert.ok("plan" in found);
  return open.openVisit(open.openedPlan(found.plan), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
}

const helper = { what: "Helper", each: 1875, times: 96 };

test("a budget is begun once, and can be taken back until somebody has it", () => {
  const none = inVisit("knee-agreed");
  const begun = money.beginBudget(none, "proposed");
  assert.deepEqual(begun.plan.budgets, [{ visit: begun.visit, after: [begun.visit], state: "proposed" }]);
  assert.equal(money.beginBudget(begun, "agreed"), begun);
  assert.deepEqual(money.dropBudget(begun).plan.budgets ?? [], []);
  const stands = open.standing(begun);
  assert.equal(money.dropBudget(stands), stands);
  assert.equal(money.sayBudget(none, { amount: 100 }), none, "nothing is said of a budget that nobody began");
});

test("a budget of an earlier visit stands, and what is said today stands behind it", () => {
  const at = inVisit("budget");
  const [before] = at.plan.budgets!;
  const more = money.addMoneyLine(money.sayBudget(at, { amount: 400_000 }), helper);
  assert.equal(more.plan.budgets!.length, 2);
  assert.deepEqual(more.plan.budgets![0], before);
  const now = money.lastBudget(more.plan)!;
  assert.equal(now.visit, more.visit);
  assert.equal(spent(now), spent(before!) + 180_000);
  assert.equal(leftOf(now), 400_000 - spent(before!) - 180_000);
});

test("of two budgets that copies wrote apart the one that somebody says holds is written anew behind both", () => {
  const at = inVisit("budget");
  const [base] = at.plan.budgets!;
  const apart = ["v-08-aa", "v-08-bb"].map((visit, place) => ({ ...base!, visit, after: [base!.visit], amount: 1000 + place }));
  const visits = [...at.plan.visits!, ...apart.map(({ visit }, place) => ({ id: visit, kind: "visit" as const, on: `2028-05-0${place + 1}`, there: ["me"], typed_by: "me" }))];
  const both = open.openVisit(open.openedPlan({ ...at.held, visits, budgets: [base!, ...apart] }), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
  assert.deepEqual(apartIn(both.plan), ["budgets"]);
  assert.deepEqual(heldIn(both.plan, both.plan.budgets).map(({ amount }) => amount), [1000, 1001]);
  for (const each of apart) {
    const next = money.holdBudget(both, each);
    assert.deepEqual(next.plan.budgets?.at(-1), { ...each, visit: both.visit, after: ["v-08-aa", "v-08-bb"] });
    assert.deepEqual(apartIn(next.plan), []);
    assert.equal(next.plan.budgets?.length, 4, "what stood stands");
  }
  assert.equal(money.holdBudget({ ...both, visit: "" }, base!).plan, both.plan, "without a visit nothing is said");
});

test("the same said again is nothing new", () => {
  const at = inVisit("budget");
  const now = money.lastBudget(at.plan)!;
  const { amount, appeal, risks } = now;
  assert.equal(money.sayBudget(at, { amount: amount!, appeal: ` ${appeal}  ` }), at);
  assert.equal(money.sayOfMoney(at, "risks", risks!.words, risks!.by), at);
  assert.equal(money.sayMoneyLine(at, "pass", { times: 12, held: "direct_payment" }), at);
  assert.equal(money.dropMoneyLine(at, "nobody"), at);
  assert.equal(money.dropNotFunded(at, 7), at);
});

test("only whole pence that the model takes", () => {
  const at = money.beginBudget(inVisit("knee-agreed"), "proposed");
  for (const each of [18.75, -1, Number.NaN, 100_000_001, Number.POSITIVE_INFINITY]) {
    assert.equal(money.addMoneyLine(at, { ...helper, each }), at, `${each}`);
    assert.equal(money.sayBudget(at, { amount: each }), at, `${each}`);
    assert.equal(money.sayBudget(at, { set_aside: each }), at, `${each}`);
  }
  for (const times of [0, 1.5, -3, 10_001]) assert.equal(money.addMoneyLine(at, { ...helper, times }), at, `${times}`);
  assert.equal(money.addMoneyLine(at, { ...helper, goal: "nobody" }), at);
  assert.equal(money.addMoneyLine(at, { ...helper, what: " \u202e " }), at);
});

test("no line is added to the thirty, and none is lost", () => {
  let at = money.beginBudget(inVisit("knee-agreed"), "proposed");
  for (let n = 0; n < 32; n++) at = money.addMoneyLine(at, { ...helper, each: 100_000_000, times: 10_000 });
  const now = money.lastBudget(at.plan)!;
  assert.equal(now.lines!.length, 30);
  assert.equal(spent(now), 30 * 100_000_000 * 10_000);
});

test("how often is words, and changes no sum", () => {
  const at = money.addMoneyLine(money.beginBudget(inVisit("knee-agreed"), "proposed"), helper);
  const { id } = money.lastBudget(at.plan)!.lines![0]!;
  const often = money.sayMoneyLine(at, id, { often: "twice a week, 48 weeks" });
  assert.equal(spent(money.lastBudget(often.plan)!), 180_000);
  assert.equal(money.lastBudget(often.plan)!.lines![0]!.often, "twice a week, 48 weeks");
});

test("who signed, signed for these sums and no other", () => {
  const signed = money.sayBudget(inVisit("budget"), { state: "agreed", signed_by: "icb", signed_on: ON, conditions: "Keep receipts" });
  assert.equal(money.lastBudget(signed.plan)!.signed_by, "icb");
  const words = money.sayOfMoney(signed, "risks", "Something else");
  assert.equal(money.lastBudget(words.plan)!.signed_by, "icb", "words are no sum");
  for (const next of [
    money.addMoneyLine(signed, helper),
    money.sayMoneyLine(signed, "pass", { each: 1 }),
    money.dropMoneyLine(signed, "pass"),
    money.sayBudget(signed, { amount: null }),
    money.sayBudget(signed, { end: null }),
    money.sayBudget(open.standing(signed), { set_aside: 1 }),
  ]) {
    const now = money.lastBudget(next.plan)!;
    assert.deepEqual([now.state, now.signed_by ?? null, now.signed_on ?? null, now.conditions], ["proposed", null, null, "Keep receipts"]);
  }
  assert.equal(money.sayBudget(signed, { signed_by: "me" }), signed, "the person does not sign their own money");
});

test("what is not covered has a reason", () => {
  const at = inVisit("budget");
  assert.equal(money.addNotFunded(at, "A costume", "  "), at);
  assert.equal(money.addNotFunded(at, "", "Everyday costs"), at);
  const said = money.addNotFunded(at, "x".repeat(400), "y".repeat(400));
  assert.equal(money.lastBudget(said.plan)!.not_funded!.at(-1), `${"x".repeat(120)}: ${"y".repeat(178)}`);
  assert.equal(money.lastBudget(money.dropNotFunded(said, 0).plan)!.not_funded!.length, 1);
});

test("a goal that is taken out leaves the money that was for it", () => {
  const at = doing.addGoal(inVisit("budget"), { words: "Cycle" });
  const { id } = at.plan.goals!.at(-1)!;
  const tied = money.addMoneyLine(at, { ...helper, goal: id });
  const out = doing.takeOut(tied, "goals", id);
  assert.equal(out.plan.goals!.some((each) => each.id === id), false);
  assert.equal(money.lastBudget(out.plan)!.lines!.at(-1)!.goal ?? null, null);
  assert.equal(spent(money.lastBudget(out.plan)!), spent(money.lastBudget(tied.plan)!));
});

test("what is open in it is pointed at, and goes when it is said", () => {
  const codes = ({ plan }: open.Open): string[] => pointersOf(plan, ON).map(({ code }) => code).filter((code) => code.startsWith("PL2"));
  const begun = money.addMoneyLine(money.sayBudget(money.beginBudget(inVisit("knee-agreed"), "agreed"), { amount: 100 }), helper);
  assert.deepEqual(codes(begun), ["PL20", "PL21", "PL22"]);
  const who = open.addPerson(begun, "other", "ICB");
  const signed = { signed_by: open.personAs(who.plan, "other", "ICB")!.id, amount: 180_000, review: { on: ON } };
  assert.deepEqual(codes(money.sayBudget(who, signed)), []);
});

test("a budget is in the money of the place in which it was begun, and stays in it", () => {
  const begun = money.beginBudget(inVisit("knee-agreed"), "proposed", "EUR");
  assert.equal(money.lastBudget(begun.plan)?.currency, "EUR");
  const more = money.addMoneyLine(money.sayBudget(open.standing(begun), { amount: 400_000 }), helper);
  assert.equal(money.lastBudget(more.plan)?.currency, "EUR");
});
