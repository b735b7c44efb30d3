/** Requests, what may be told with them, what a list is taken for, and parts of plans that come back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Place } from "../../src/decisionaid/theme/generated/place.ts";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { planService, plannedFor, sayAsked, sayMayShare } from "../../src/decisionaid/theme/scripts/plan/edits-asked.ts";
import { addAction, askFor, doAction } from "../../src/decisionaid/theme/scripts/plan/edits-doing.ts";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import { addPerson, meIn, type Open, openedPlan, openVisit, standing } from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { found } from "../../src/decisionaid/theme/scripts/plan/place.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { addedBy, isPart, requestIn } from "../../src/decisionaid/theme/scripts/plan/request-here.ts";
import { answerOf, requestFile } from "../../src/decisionaid/theme/scripts/plan/requests.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";

const TOWN: Place = JSON.parse(readFileSync("tests/golden/places/example-town.json", "utf8"));
const NAMES = ["knee-prepared", "knee-agreed", "knee-link-worker", "knee-first-review", "knee-second-review", "two-conditions", "budget"];
const service = (id: string) => TOWN.services!.find((each) => each.id === id)!;

function planOf(name: string): Plan {
  const read = readPlan(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
  assert.ok("plan" in read, name);
  return read.plan;
}

function visited(plan: Plan, on = "2026-12-03"): Open {
  return openVisit(openedPlan(plan), { kind: "visit", on, there: [meIn(plan)], typed_by: meIn(plan) });
}

/** A plan in which somebody is asked for something in the person's words; its action too. */
function asking(): { at: Open; id: string } {
  const added = addAction(visited(planOf("knee-agreed")), { words: "Find me a club" }, { kind: "service" });
  const id = added.plan.actions!.at(-1)!.id;
  return { at: sayAsked(added, id, { to: "the link workers", reason: "The bus steps are too high." }), id };
}

const askedOf = (at: Open, id: string) => at.plan.actions!.find((each) => each.id === id)!.asked!;

test("nothing may be told before it is said, and without a yes there is no file", () => {
  const { at, id } = asking();
  assert.equal(askedOf(at, id).agreed ?? "not_asked", "not_asked");
  assert.deepEqual(askedOf(at, id).may_share ?? [], []);
  assert.equal(requestFile(at.plan, id), "not_asked");
  assert.equal(requestFile(sayAsked(at, id, { agreed: "no" }).plan, id), "no");
  const yes = requestFile(sayAsked(at, id, { agreed: "yes" }).plan, id);
  assert.ok(typeof yes !== "string" && !JSON.stringify(yes).includes("bus steps"));
});

test("a yes falls when somebody else is asked, or for another reason, and so does what may be told", () => {
  const { at, id } = asking();
  const yes = sayMayShare(sayAsked(at, id, { agreed: "yes" }), id, "reason", true);
  for (const other of [{ to: "the council" }, { reason: "To be fined." }, { reason: "" }]) {
    const fallen = askedOf(sayAsked(yes, id, other), id);
    assert.deepEqual([fallen.agreed ?? "not_asked", fallen.answered ?? [], fallen.may_share ?? []], ["not_asked", [], []]);
    const again = askedOf(sayAsked(sayAsked(yes, id, other), id, { agreed: "yes" }), id);
    assert.deepEqual([again.agreed, again.may_share ?? []], ["yes", []]);
  }
  assert.equal(sayAsked(yes, id, { to: "the link workers" }), yes);
  assert.equal(askedOf(sayAsked(sayAsked(at, id, { agreed: "no" }), id, { to: "others" }), id).agreed ?? "not_asked", "not_asked");
  // Why is not put behind a yes that somebody has.
  const bare = standing(sayAsked(sayAsked(at, id, { reason: "" }), id, { agreed: "yes" }));
  assert.equal(sayAsked(bare, id, { reason: "Another one" }), bare);
});

test("a yes that stands is not turned round, and what was left open can still be said", () => {
  const { at, id } = asking();
  const stood = standing(sayMayShare(sayAsked(at, id, { agreed: "yes" }), id, "reason", true));
  assert.equal(sayAsked(stood, id, { agreed: "no", to: "others", reason: "other" }), stood);
  assert.equal(sayMayShare(stood, id, "reason", false), stood);
  const more = sayMayShare(sayAsked(stood, id, { contact: "by telephone" }), id, "contact", true);
  assert.deepEqual(askedOf(more, id).may_share, ["reason", "contact"]);
  assert.deepEqual(askedOf(sayMayShare(more, id, "contact", false), id).may_share, ["reason"]);
  assert.equal(askedOf(more, id).contact_me_by, "by telephone");
  const open = askFor(at, id, { to: "x", reason: "y", agreed: "not_asked" });
  assert.equal(askedOf(sayAsked(standing(open), id, { agreed: "yes" }), id).agreed, "yes");
});

test("a service is taken once, with what the list says of it, and none that is old", () => {
  const at = visited(planOf("knee-agreed"));
  const club = service("lunch-club");
  const next = planService(at, TOWN, club, "2026-12-03", meIn(at.plan));
  const made = plannedFor(next, TOWN, club)!;
  assert.deepEqual(made.service, { place: "example-town", service: "lunch-club", name: "Thursday lunch club", phone: "01632 960 021", checked: "2026-11-10", stale_after: TOWN.stale_after });
  assert.deepEqual([made.kind, made.mine ?? "said", made.said.words], ["service", "said", "Thursday lunch club"]);
  assert.equal(planService(next, TOWN, club, "2026-12-03", meIn(at.plan)), next);
  assert.equal(planService(at, TOWN, service("walk-group"), "2026-12-03", meIn(at.plan)), at);
  assert.equal(planService(at, TOWN, club, "2028-12-03", meIn(at.plan)), at);
  const ended = doAction(next, made.id, { status: "done" });
  assert.equal(plannedFor(ended, TOWN, club), null);
  const other = addPerson(at, "link_worker", "link worker");
  const by = other.plan.people.at(-1)!.id;
  assert.equal(plannedFor(planService(other, TOWN, club, "2026-12-03", by), TOWN, club)?.mine, "not_asked");
});

test("no plan is taken for a request, and each request is", () => {
  for (const name of NAMES) {
    const plan = planOf(name);
    assert.equal(requestIn(plan), null, name);
    for (const { id } of plan.actions ?? []) {
      const file = requestFile(plan, id);
      if (typeof file === "string") continue;
      assert.equal(requestIn(file), id);
      assert.ok(isPart(file));
    }
  }
  assert.equal(requestIn(planOf("knee-agreed")), null);
});

test("what a link worker adds makes the plan a draft again, and takes nothing away", () => {
  const { at, id } = asking();
  const whole = sayMayShare(sayAsked(at, id, { agreed: "yes" }), id, "reason", true).plan;
  const request = requestFile(whole, id);
  assert.ok(typeof request !== "string");
  const known = addPerson(openedPlan(request), "link_worker", "link worker");
  const link = known.plan.people.at(-1)!.id;
  const there = openVisit(known, { kind: "link_worker", on: "2026-12-08", there: [link], typed_by: link });
  const answered = planService(doAction(there, id, { status: "seen" }), TOWN, service("lunch-club"), "2026-12-08", link);
  const addition = answerOf(request, answered.plan);
  assert.equal(requestIn(addition), null);
  assert.ok(isPart(addition));
  const both = merged(whole, addition);
  assert.ok(typeof both !== "string");
  assert.deepEqual(both.disputed, []);
  assert.equal(stageOf(both.plan), "changed");
  assert.deepEqual(addedBy(whole, both.plan).map(({ on, typed_by: by }) => [on, by]), [["2026-12-08", link]]);
  const action = both.plan.actions!.find((each) => each.id === id)!;
  assert.equal(action.asked?.reason?.words, "The bus steps are too high.");
  assert.equal(action.did?.at(-1)?.status, "seen");
  assert.equal(both.plan.actions!.find((each) => each.service)?.mine, "not_asked");
  for (const each of whole.goals ?? []) assert.deepEqual(both.plan.goals?.find((other) => other.id === each.id), each);
});

test("words are found wherever they stand, in any letters, and all of them have to be there", () => {
  const names = (words: string) => found(TOWN, { words }).map(({ id }) => id);
  assert.deepEqual(names("LUNCH"), ["lunch-club"]);
  assert.deepEqual(names("  meal   driver "), ["lunch-club"]);
  assert.deepEqual(names("ex1 2ex"), ["knee-class"]);
  assert.deepEqual(names("meal knees"), []);
  assert.equal(names("   ").length, 4);
  assert.equal(found({ ...TOWN, services: [{ ...service("lunch-club"), name: "Caf\u00e9" }] }, { words: "cafe" }).length, 1);
});
