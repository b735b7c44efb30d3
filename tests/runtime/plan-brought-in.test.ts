/** What comes in while a visit is open stands, and ends no visit: what was said so far is there, and can be put right. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { broughtIn } from "../../src/decisionaid/theme/scripts/plan/brought-in.ts";
import * as asked from "../../src/decisionaid/theme/scripts/plan/edits-asked.ts";
import * as doing from "../../src/decisionaid/theme/scripts/plan/edits-doing.ts";
import * as edits from "../../src/decisionaid/theme/scripts/plan/edits.ts";
import { withRecord } from "../../src/decisionaid/theme/scripts/plan/from-record.ts";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import * as open from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { pointersOf } from "../../src/decisionaid/theme/scripts/plan/pointers.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { answerOf, requestFile } from "../../src/decisionaid/theme/scripts/plan/requests.ts";
import { fromPaper, NONE_LEFT, shortOf } from "../../src/decisionaid/theme/scripts/plan/short.ts";
import { saidNow } from "../../src/decisionaid/theme/scripts/plan/current.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";
import { lastVisit } from "../../src/decisionaid/theme/scripts/plan/visits.ts";
import { planText, sealed } from "../../src/decisionaid/theme/scripts/plan/written.ts";
import type { Record as Sealed } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { golden } from "./example.ts";

const ON = "2028-05-04";
const SAID = golden("much-said").record;

function planOf(name: string): Plan {
  const found = readPlan(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
  assert.ok("plan" in found, name);
  return found.plan;
}

function answers(day: string, more: Partial<Sealed> = {}): Sealed {
  return { ...SAID, what_matters: "To sleep at night", questions: [{ ...SAID.questions[0]!, text: "How long?" }], day, ...more } as Sealed;
}

function visit(plan = planOf("knee-agreed")): open.Open {
  const at = open.openVisit(open.openedPlan(plan), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
  const noted = edits.addNote(edits.sayAboutMe(at, "most_important", "To walk in the wood"), "questions", "Who rings?");
  return doing.addGoal(noted, { words: "Swim agian" });
}

const put = (at: open.Open, record: Sealed): open.Open => {
  const next = withRecord(at, record, null, "Example condition");
  assert.notEqual(next, at);
  const read = readPlan(planText(next.plan));
  assert.ok("plan" in read && read.left.length === 0);
  return next;
};
const isLoose = ({ held, visit: id }: open.Open): boolean => !held.visits!.some((each) => each.id === id);
const matters = (plan: Plan): string[] => saidNow(plan, plan.about_me!.find(({ heading }) => heading === "most_important")!.said).map(({ words }) => words);

for (const [when, day] of [["an earlier day", "2028-05-01"], ["the day of the visit", ON], ["a day that is still to come", "2028-05-09"]] as const) {
  test(`answers of ${when} that are opened in a visit end none, and what was said in it can be put right`, () => {
    const begun = visit();
    const at = put(begun, answers(day));
    assert.ok(isLoose(at) && at.plan.visits!.some(({ id }) => id === at.visit));
    assert.equal(lastVisit(at.plan)!.id, at.visit);
    assert.equal(open.changeVisit(at, { kind: "review" }).plan.visits!.at(-1)!.kind, "review");
    // What was handed over stands; what was said today does not yet.
    assert.deepEqual(at.held.questions!.map(({ words }) => words).slice(-1), ["How long?"]);
    const [handed, own] = [at.plan.questions!.findIndex(({ words }) => words === "How long?"), at.plan.questions!.findIndex(({ words }) => words === "Who rings?")];
    assert.equal(edits.dropNote(at, "questions", handed), at);
    assert.ok(!edits.dropNote(at, "questions", own).plan.questions!.some(({ words }) => words === "Who rings?"));
    const goal = at.plan.goals!.at(-1)!.id;
    assert.deepEqual(doing.sayGoal(at, goal, { words: "Swim again" }).plan.goals!.map(({ said }) => said.words).slice(-1), ["Swim again"]);
    assert.deepEqual(matters(edits.sayAboutMe(at, "most_important", "To garden").plan), ["To garden"]);
    // What was said with the person holds, and their answers stand before it.
    assert.deepEqual(matters(at.plan), ["To walk in the wood"]);
    const agreed = edits.sayAgreed(at, "me", "yes");
    assert.equal(stageOf(agreed.plan), "agreed");
    assert.ok(!pointersOf(agreed.plan, ON).some(({ code }) => code === "PL13"));
    for (const older of [begun.held, at.held]) {
      const both = merged(older, agreed.plan);
      assert.ok(typeof both === "object" && planText(both.plan) === planText(agreed.plan));
    }
  });
}

test("a yes is asked anew when answers come in behind it", () => {
  const loose = put(edits.sayAgreed(visit(), "me", "yes"), answers("2028-05-01"));
  assert.equal(stageOf(loose.plan), "changed");
  assert.equal(stageOf(edits.sayAgreed(loose, "me", "yes").plan), "agreed");
  // Somebody has a copy of the visit: answers of the same day still do not end it.
  for (const day of ["2028-05-01", ON]) {
    const handed = open.standing(edits.sayAgreed(visit(), "me", "partly"));
    const at = put(handed, answers(day));
    assert.deepEqual([at.visit, stageOf(at.plan)], [handed.visit, "changed"]);
    assert.equal(stageOf(edits.sayAgreed(at, "me", "yes").plan), "agreed");
  }
  // Nobody is here: the plan that was agreed to was another one.
  for (const day of ["2026-01-01", "2026-12-01"]) {
    const at = put(open.openedPlan(planOf("knee-agreed")), answers(day));
    assert.deepEqual([at.visit, stageOf(at.plan), at.held], ["", "changed", at.plan]);
  }
});

test("an earlier visit of the same day that another copy had is still heard, whatever answers came in", () => {
  const first = open.standing(edits.sayAgreed(visit(), "me", "yes"));
  const other = open.openVisit(open.openedPlan(planOf("knee-agreed")), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
  const no = edits.sayAgreed(edits.addNote(other, "learnt", "Rest helps"), "me", "no");
  const both = merged(put(first, answers("2028-05-01")).plan, no.plan);
  assert.ok(typeof both === "object");
  assert.equal(stageOf(both.plan), "draft");
});

test("a helper who is named in the visit is not named twice by the answers", () => {
  const known = open.addPerson(visit(), "carer", "my daughter");
  const at = put(known, answers(ON, { filled_in_by: { role: "carer", helper: "My daughter" } } as Partial<Sealed>));
  assert.equal(at.plan.people.length, known.plan.people.length);
  const by = open.personAs(at.plan, "carer", "my daughter")!.id;
  assert.deepEqual([at.plan.questions!.find(({ words }) => words === "How long?")!.by, at.plan.questions!.find(({ words }) => words === "Who rings?")!.by], [by, "me"]);
});

test("without room for it nothing is put in, and nothing is lost", () => {
  let at = visit();
  for (let n = 0; n < 8; n++) at = edits.addDecision(at, { question: `What about ${n}?` });
  assert.equal(withRecord(at, answers(ON), null, "Example"), at);
});

test("a copy that comes in ends no visit: what it says stands, and what was said in the visit stands behind it", () => {
  const before = planOf("knee-agreed");
  const other = open.openVisit(open.openedPlan(before), { kind: "link_worker", on: "2028-05-06", there: ["me", "link"], typed_by: "link" });
  const club = other.plan.actions!.find((each) => each.asked)!.id;
  const told = edits.addNote(doing.doAction(other, club, { status: "seen" }), "questions", "Is there a lift?");
  const begun = edits.sayAgreed(doing.doAction(visit(before), club, { status: "waiting" }), "me", "yes");
  const both = merged(begun.held, told.plan);
  assert.ok(typeof both === "object");
  const brought = broughtIn(begun, both.plan)!;
  const at = brought.open;
  assert.deepEqual(brought.disputed, []);
  assert.ok(isLoose(at));
  // The visit goes on behind the one that came in, also where its day is behind.
  assert.deepEqual([lastVisit(at.plan)!.id, lastVisit(at.plan)!.on, stageOf(at.plan)], [at.visit, "2028-05-06", "changed"]);
  const did = (plan: Plan) => plan.actions!.find(({ id }) => id === club)!.did!.map(({ status }) => status).slice(-2);
  assert.deepEqual(did(at.plan), ["seen", "waiting"]);
  assert.deepEqual(did(doing.doAction(at, club, { status: "done" }).plan), ["seen", "done"]);
  assert.deepEqual(at.plan.questions!.map(({ words }) => words).slice(-2), ["Is there a lift?", "Who rings?"]);
  for (const older of [begun.held, told.plan]) {
    const again = merged(older, at.plan);
    assert.ok(typeof again === "object" && planText(again.plan) === planText(at.plan));
  }
});

test("one thing that the visit and a copy both changed is as it was typed here, and is named", () => {
  const known = planOf("knee-agreed");
  const before = sealed({ ...known, actions: known.actions!.map((each) => (each.asked ? { ...each, asked: { ...each.asked, contact_me_by: "" } } : each)) });
  const club = before.actions!.find((each) => each.asked)!.id;
  const two = [1, 2].map((n) => {
    const at = open.openVisit(open.openedPlan(before), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
    return asked.sayAsked(edits.addNote(at, "learnt", `Rest ${n}`), club, { contact: `By letter ${n}` });
  });
  const [here, other] = two as [open.Open, open.Open];
  const both = merged(here.held, other.plan);
  assert.ok(typeof both === "object");
  const { open: at, disputed } = broughtIn(here, both.plan)!;
  assert.equal(at.plan.actions!.find(({ id }) => id === club)!.asked!.contact_me_by, "By letter 1");
  assert.deepEqual(disputed, [`actions/${club}/asked/contact_me_by`]);
  assert.deepEqual(at.plan.learnt!.map(({ words }) => words).slice(-2), ["Rest 2", "Rest 1"]);
});

/** A plan, what a link worker added to a request of it, and a review that was written from its paper. */
function inParts(): { [name: string]: Plan } {
  const goal = doing.addGoal(open.openVisit(open.openedPlan(planOf("knee-agreed")), { kind: "visit", on: ON, there: ["me"], typed_by: "me" }), { words: "Go to the club" });
  const begun = doing.addAction(goal, { words: "Ask about the club" });
  const id = begun.plan.actions!.at(-1)!.id;
  const whole = asked.sayAsked(asked.sayAsked(begun, id, { to: "Link worker" }), id, { agreed: "yes" }).plan;
  const request = requestFile(whole, id);
  assert.ok(typeof request === "object");
  const there = open.openVisit(open.openedPlan(request), { kind: "link_worker", on: "2028-05-10", there: ["me"], typed_by: "me" });
  const added = answerOf(request, doing.addAction(doing.doAction(there, id, { status: "seen" }), { words: "Try it once" }).plan);
  const paper = open.openVisit(open.openedPlan(fromPaper({ onPaper: shortOf(whole, NONE_LEFT), left: NONE_LEFT }, "2028-06-01T10:00:00Z")), { kind: "review", on: "2028-06-01", there: ["me"], typed_by: "me" });
  const review = edits.addNote(paper, "learnt", "Rest").plan;
  assert.deepEqual([request.part, added.part, review.part], ["request", "addition", "paper_review"]);
  return { whole, added, review, request };
}

/** What the page holds once these were opened, one after the other. */
function inOrder(plans: readonly Plan[]): open.Open {
  const [first, ...others] = plans;
  return others.reduce((at, plan) => {
    const both = merged(at.held, plan);
    assert.ok(typeof both === "object");
    if (planText(both.plan) === planText(at.held)) return at;
    return broughtIn(at, both.plan)!.open;
  }, open.openedPlan(first!));
}

for (const names of [["whole", "added"], ["whole", "review"], ["whole", "request"], ["whole", "added", "review"], ["whole", "request", "added"]]) {
  test(`a plan is a whole one in whichever order it is opened: ${names.join(", ")}`, () => {
    const plans = inParts();
    const orders = names.flatMap((first) => {
      const others = names.filter((each) => each !== first);
      return [[first, ...others], [first, ...others.reverse()]];
    });
    const [wanted = "", ...made] = orders.map((order) => planText(inOrder(order.map((name) => plans[name]!)).plan));
    assert.ok(!wanted.includes('"part"'));
    for (const each of made) assert.equal(each, wanted);
  });
}

test("a plan that is opened while something is said in a part of it is a whole one, with what was said", () => {
  const { added, whole } = inParts();
  const at = edits.addNote(open.openVisit(open.openedPlan(added!), { kind: "visit", on: "2028-05-20", there: ["me"], typed_by: "me" }), "questions", "Who rings?");
  const both = merged(at.held, whole!);
  assert.ok(typeof both === "object");
  const next = broughtIn(at, both.plan)!.open;
  assert.equal(next.plan.part, undefined);
  assert.equal(next.plan.questions!.at(-1)!.words, "Who rings?");
  assert.ok(isLoose(next));
});
