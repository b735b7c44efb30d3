/** Whatever is said in a visit, in whatever order: a plan that the model takes, and nothing that stood is lost. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import type { Place } from "../../src/decisionaid/theme/generated/place.ts";
import { broughtIn } from "../../src/decisionaid/theme/scripts/plan/brought-in.ts";
import * as asked from "../../src/decisionaid/theme/scripts/plan/edits-asked.ts";
import * as doing from "../../src/decisionaid/theme/scripts/plan/edits-doing.ts";
import * as edits from "../../src/decisionaid/theme/scripts/plan/edits.ts";
import { addResult } from "../../src/decisionaid/theme/scripts/plan/edits-results.ts";
import * as money from "../../src/decisionaid/theme/scripts/plan/edits-money.ts";
import { withRecord } from "../../src/decisionaid/theme/scripts/plan/from-record.ts";
import { merged } from "../../src/decisionaid/theme/scripts/plan/merging.ts";
import * as open from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";
import type { Record as Sealed } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { golden } from "./example.ts";
import { times } from "./times.ts";

const NAMES = ["knee-prepared", "knee-agreed", "knee-link-worker", "knee-first-review", "knee-second-review", "two-conditions", "budget"];
const NOW = "2028-05-04T09:00:00Z";
const ON = "2028-05-04";

function planOf(name: string): Plan {
  const found = readPlan(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
  assert.ok("plan" in found, name);
  return found.plan;
}

/** Numbers that look random and are the same in each run. */
class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed * 2654435761 + 1;
  }

  below(n: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * n);
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }
}

const WORDS = ["", " ", "Walk to school", "a\u0000b\u202ec", "😀".repeat(700), "x".repeat(2000), "line\nline", "\ud800"];
const TOWN: Place = JSON.parse(readFileSync("tests/golden/places/example-town.json", "utf8"));
const SAID = golden("much-said").record;
const PARTS = ["reason", "contact", "about_me", "needs", "goal"] as const;
const DAYS = ["2027-06-01", "2027-02-30", "soon", "", "9999-12-31"];

type Edit = (at: open.Open, by: Chance) => open.Open;

const ids = (all: readonly { id: string }[] | undefined): string[] => [...(all ?? []).map(({ id }) => id), "nobody"];
const someone = (at: open.Open, by: Chance): string => by.of(ids(at.plan.people));
const goal = (at: open.Open, by: Chance): string => by.of(ids(at.plan.goals));
const action = (at: open.Open, by: Chance): string => by.of(ids(at.plan.actions));
const time = (by: Chance) => edits.timeOf(by.of(DAYS), by.of(WORDS));

const EDITS: readonly Edit[] = [
  (at, by) => open.openVisit(at, { kind: by.of(["visit", "review", "between", "link_worker"] as const), on: by.of([ON, ...DAYS]), there: [someone(at, by)], typed_by: someone(at, by) }),
  (at, by) => open.changeVisit(at, { there: [someone(at, by), someone(at, by)] }),
  (at, by) => open.addPerson(at, by.of(["clinician", "carer", "link_worker", "speaks_for_me", "other"] as const), by.of(WORDS)),
  (at, by) => edits.sayAboutMe(at, by.of(["most_important", "people"] as const), by.of(WORDS), someone(at, by)),
  (at, by) => edits.sayAboutMe(at, "also_worth_knowing", by.of(WORDS), someone(at, by)),
  (at, by) => edits.sayOfSign(at, { words: "", by: "", visit: "", example: by.of(["knee:red-flags/hot", "knee:red-flags/numb"]) }, by.of(WORDS), someone(at, by)),
  (at, by) => open.sayRole(at, someone(at, by), by.of(["clinician", "carer", "professional", "other"] as const)),
  (at, by) => edits.addNote(at, by.of(["going_well", "by_myself", "learnt"] as const), by.of(WORDS), someone(at, by)),
  (at, by) => edits.dropNote(at, "learnt", by.below(14)),
  (at, by) => edits.sayNeed(at, by.of(["pain", "sleep", "lonely", "work"] as const), by.below(3) > 0, by.of(WORDS)),
  (at, by) => edits.addDecision(at, { question: by.of(WORDS), shown: [by.of(WORDS)] }),
  (at, by) => edits.addCondition(at, by.of(WORDS)),
  (at, by) => edits.sayBecame(at, by.of(ids(at.plan.decisions)), by.below(4) === 0 ? null : { state: by.of(["decided", "not_yet", "want_more", "rather_not"] as const), option_name: by.of(["", "Exercise"]), reason: open.saying(at, by.of(WORDS)), by: [someone(at, by)] }),
  (at, by) => edits.sayIfWorse(at, by.below(8), { signs: by.of(WORDS), iDo: by.of(WORDS), call: by.of(WORDS) }),
  (at, by) => edits.sayReview(at, { when: time(by) }),
  (at, by) => edits.sayReview(at, { lead: someone(at, by), sooner_if: "" }),
  (at, by) => edits.sayAgreed(at, someone(at, by), by.of(["yes", "partly", "no", "not_asked"] as const), by.of(WORDS)),
  (at, by) => edits.noteCopy(at, by.of([someone(at, by), "gp_record"]), by.of(["paper", "text", "file"] as const)),
  (at, by) => edits.sayShared(at, by.of(WORDS), "all", by.of(["yes", "no"] as const)),
  (at, by) => doing.addGoal(at, { words: by.of(WORDS), by: someone(at, by), example: by.of([null, "knee:plan/goal", "no example"]) }),
  (at, by) => doing.sayGoal(at, goal(at, by), { words: by.of(WORDS), by: someone(at, by) }),
  (at, by) => doing.answer(at, by.of(["goals", "actions"] as const), by.of([goal(at, by), action(at, by)]), by.of(["accepted", "declined"] as const)),
  (at, by) => doing.takeOut(at, by.of(["goals", "actions"] as const), by.of([goal(at, by), action(at, by)])),
  (at, by) => doing.lookAtGoal(at, goal(at, by), by.of([{ when: time(by) }, { status: "partly" as const }, { now: "half way" }, { said: open.saying(at, by.of(WORDS)) }])),
  (at, by) => doing.rateGoal(at, goal(at, by), by.of(["confidence", "importance"] as const), by.of([null, { state: "answered" as const, value: by.below(13) }, { state: "unsure" as const }, { state: "unsure" as const, value: 4 }])),
  (at, by) => doing.sayOfGoal(at, goal(at, by), by.of(["why", "helps", "pull_words"] as const), by.of(WORDS)),
  (at, by) => doing.linkAction(at, action(at, by), by.of([goal(at, by), null])),
  (at, by) => doing.sayPull(at, goal(at, by), goal(at, by), by.below(2) > 0),
  (at, by) => doing.addAction(at, { words: by.of(WORDS), by: someone(at, by) }, { goal: goal(at, by) }),
  (at, by) => doing.sayAction(at, action(at, by), by.of(WORDS)),
  (at, by) => doing.doAction(at, action(at, by), by.of([{ who: someone(at, by) }, { when: time(by) }, { status: "done" as const }, { tell: someone(at, by) }, { often: "Tuesdays" }])),
  (at, by) => doing.askFor(at, action(at, by), { to: by.of(WORDS), reason: by.of(WORDS), agreed: by.of(["yes", "no", "not_asked"] as const) }),
  (at, by) => asked.sayAsked(at, action(at, by), by.of([{ to: by.of(WORDS) }, { reason: by.of(WORDS) }, { contact: by.of(WORDS) }, { agreed: by.of(["yes", "no", "not_asked"] as const) }])),
  (at, by) => asked.sayMayShare(at, action(at, by), by.of(PARTS), by.below(3) > 0),
  (at, by) => asked.planService(at, TOWN, by.of(TOWN.services!), "2026-12-01", someone(at, by)),
  (at, by) => money.beginBudget(at, by.of(["indicative", "proposed", "agreed", "refused", "ended"] as const)),
  (at, by) => money.sayBudget(at, by.of<money.MoneyFields>([{ amount: by.of([null, 0, 318_550, 1.5, -4]) }, { state: "agreed" }, { set_aside: by.below(9) }, { start: by.of(DAYS) }, { signed_by: someone(at, by), signed_on: ON }, { appeal: by.of(WORDS) }, { review: time(by) }])),
  (at, by) => money.sayOfMoney(at, by.of(["needs", "risks"] as const), by.of(WORDS), someone(at, by)),
  (at, by) => money.addMoneyLine(at, { what: by.of(WORDS), goal: by.of([null, goal(at, by)]), each: by.of([0, 1875, 99.5]), times: by.below(50), often: by.of(WORDS) }),
  (at, by) => money.sayMoneyLine(at, by.of(ids(money.lastBudget(at.plan)?.lines)), { each: by.below(4000) }),
  (at, by) => money.dropMoneyLine(at, by.of(ids(money.lastBudget(at.plan)?.lines))),
  (at, by) => money.addNotFunded(at, by.of(WORDS), by.of(WORDS)),
  (at, by) => money.dropNotFunded(at, by.below(3)),
  (at) => money.dropBudget(at),
  (at) => open.standing(at),
  (at) => open.saved(at, NOW),
  (at, by) => comes(at, () => withRecord(at, answersOf(by), null, by.of(["", "Example condition"]))),
  (at, by) => comes(at, () => withCopy(at, by)),
];
/** What no edit of a visit is: it stands, is saved, or comes in. */
const NO_EDITS = 4;

/** Answers from home, of any day. */
function answersOf(by: Chance): Sealed {
  const id = Array.from({ length: 32 }, () => by.below(16).toString(16)).join("");
  return { ...SAID, id, day: by.of([ON, "2026-11-30", "2028-05-09"]), what_matters: by.of(["", "To sleep"]), red_flags: [], filled_in_by: by.of([{ role: "patient", helper: "" }, { role: "carer", helper: "my daughter" }]) } as unknown as Sealed;
}

/** Another copy of what stood, in which somebody went on writing. */
function withCopy(at: open.Open, by: Chance): open.Open {
  let copy = open.openVisit(open.openedPlan(at.held), { kind: by.of(["visit", "between"] as const), on: by.of([ON, "2028-05-09"]), there: [open.meIn(at.held)], typed_by: open.meIn(at.held) });
  for (let step = 0; step < 4; step++) copy = by.of(EDITS.slice(3, -NO_EDITS))(copy, by);
  const both = merged(at.held, copy.plan);
  return (typeof both === "object" && broughtIn(at, both.plan)?.open) || at;
}

/** What comes in ends no visit, stands as it came, and takes nothing away of what was said so far. */
function comes(at: open.Open, take: () => open.Open): open.Open {
  const next = take();
  if (next === at) return at;
  const isLoose = (each: open.Open): boolean => each.visit !== "" && !each.held.visits?.some(({ id }) => id === each.visit);
  assert.equal(isLoose(next), isLoose(at), "a visit that nobody has a copy of is still open");
  assert.deepEqual(lost(at.held, next.held, "", true), [], "what stood stands");
  assert.deepEqual(lost(next.held, next.plan), [], "what came in stands before what was said today");
  const words = ({ plan }: open.Open): string[] => JSON.stringify(plan).match(/"words":"(?:[^"\\]|\\.)*"/g) ?? [];
  const there = new Set(words(next));
  assert.deepEqual(words(at).filter((each) => !there.has(each)), [], "no word is lost");
  return next;
}

/** The answers that may follow upon a question that was open, and nothing else. */
const OPEN_ANSWERS: readonly [string, unknown][] = [["mine", "not_asked"], ["agreed", "not_asked"], ["agreed", undefined], ["role", "other"]];

/** The places where a plan does not say any more what stood. `isBetween`: something may have come in before it. */
function lost(stood: unknown, now: unknown, path = "", isBetween = false): string[] {
  if (stood === null || typeof stood !== "object") return Object.is(stood, now) ? [] : [path];
  if (Array.isArray(stood)) {
    const all = now as unknown[];
    return stood.flatMap((each, place) => {
      const id = each?.id ?? each?.heading;
      const found = id === undefined ? (isBetween ? all?.find((other) => isDeepStrictEqual(other, each)) : all?.[place]) : all?.find((other: any) => (other.id ?? other.heading) === id);
      return lost(each, found, `${path}/${id ?? place}`, isBetween);
    });
  }
  return Object.entries(stood).flatMap(([name, part]) => {
    if (path === "" && ["rev", "updated", "crc32"].includes(name)) return [];
    const isOpen = OPEN_ANSWERS.some(([field, value]) => field === name && value === part);
    return isOpen ? [] : lost(part, (now as any)?.[name], `${path}/${name}`, isBetween);
  });
}

for (const name of [null, ...NAMES]) {
  test(`${name ?? "a new plan"}: nothing that is said makes a plan that is refused, or takes away what stood`, () => {
    let made = 0;
    for (let seed = 1; seed <= times(5); seed++) {
      const by = new Chance(seed);
      const begun = name === null ? open.newPlan(NOW, "en-GB") : open.openedPlan(planOf(name));
      let at = open.openVisit(begun, { kind: "visit", on: ON, there: [open.meIn(begun.plan)], typed_by: open.meIn(begun.plan) });
      assert.notEqual(at.visit, "");
      for (let step = 0; step < 80; step++) {
        const before = at;
        const edit = by.of(EDITS);
        at = edit(at, by);
        if (at === before) continue;
        made += 1;
        const read = readPlan(planText(at.plan));
        assert.ok("plan" in read && read.left.length === 0 && !read.isAltered, `${seed}/${step}: ${JSON.stringify(read).slice(0, 200)}`);
        assert.deepEqual(lost(before.held, at.plan, "", EDITS.indexOf(edit) >= EDITS.length - 2), [], `${seed}/${step}`);
      }
      const both = merged(begun.plan, at.plan);
      assert.ok(typeof both === "object", `${seed}: ${both}`);
      assert.ok(planText(both.plan) === planText(at.plan), `${seed}: an older copy and a newer one come to the newer`);
    }
    assert.ok(made > 20 * times(5), `${made} changes were made`);
  });
}

function inVisit(name = "knee-prepared", kind: "visit" | "review" = "visit"): open.Open {
  const at = open.openedPlan(planOf(name));
  return open.openVisit(at, { kind, on: ON, there: ["me"], typed_by: "me" });
}

test("without a visit nothing can be said", () => {
  const at = open.openedPlan(planOf("knee-agreed"));
  for (let seed = 1; seed < 40; seed++) {
    const by = new Chance(seed);
    for (const edit of EDITS.slice(3, -NO_EDITS)) {
      const next = edit(at, by);
      for (const part of ["goals", "actions", "agreed", "reviews", "about_me", "if_worse", "learnt", "budgets"] as const) assert.deepEqual(next.plan[part], at.plan[part]);
    }
  }
});

test("what is said today can be put right, until somebody has it", () => {
  const said = doing.addGoal(inVisit(), { words: "Swim agian" });
  const id = said.plan.goals!.at(-1)!.id;
  const right = doing.sayGoal(said, id, { words: "Swim again" });
  assert.deepEqual(right.plan.goals!.map((each) => each.said.words), ["Walk my grandson to school and back", "Swim again"]);
  const later = doing.sayGoal(open.saved(right, NOW), id, { words: "Swim on my own" });
  assert.deepEqual(later.plan.goals!.map((each) => [each.said.words, each.replaces ?? null]).slice(1), [["Swim again", null], ["Swim on my own", id]]);
  assert.equal(doing.takeOut(later, "goals", id), later);
});

test("what an earlier visit says of a goal stays, and today's stands behind it", () => {
  const at = doing.rateGoal(inVisit("knee-agreed"), "school", "confidence", { state: "answered", value: 8 });
  const again = doing.rateGoal(at, "school", "confidence", { state: "unsure" });
  assert.deepEqual(again.plan.goals![0]!.confidence!.map(({ state, value }) => [state, value ?? null]), [["answered", 6], ["unsure", null]]);
  assert.equal(doing.sayOfGoal(again, "school", "helps", "Something else"), again);
});

test("for which goal an action is can be said and put right until it stands, and a goal that is not open is none", () => {
  const begun = open.openVisit(open.openedPlan(planOf("knee-agreed")), { kind: "visit", on: ON, there: ["me"], typed_by: "me" });
  const second = doing.addGoal(begun, { words: "Kneel in the garden" });
  const id = second.plan.goals!.at(-1)!.id;
  const added = doing.addAction(second, { words: "Buy a mat" });
  const mat = added.plan.actions!.at(-1)!.id;
  const goalOf = (at: open.Open, of: string) => at.plan.actions!.find((each) => each.id === of)!.goal ?? null;
  const linked = doing.linkAction(added, mat, id);
  assert.equal(goalOf(linked, mat), id);
  assert.equal(goalOf(doing.linkAction(linked, mat, "school"), mat), "school");
  assert.equal(goalOf(doing.linkAction(linked, mat, null), mat), null);
  assert.equal(doing.linkAction(added, mat, "nobody"), added);
  const stood = open.standing(linked);
  assert.equal(doing.linkAction(stood, mat, "school"), stood);
  assert.equal(doing.linkAction(stood, "days", id), stood);
  assert.equal(goalOf(doing.linkAction(open.standing(added), mat, id), mat), id);
});

test("what a clinician says is theirs until the person has answered", () => {
  const at = open.addPerson(inVisit(), "clinician", "GP");
  const gp = open.personAs(at.plan, "clinician", "gp")!.id;
  const said = doing.addAction(at, { words: "Lose weight", by: gp });
  const { id, mine } = said.plan.actions!.at(-1)!;
  assert.equal(mine, "not_asked");
  const taken = open.standing(doing.answer(said, "actions", id, "accepted"));
  assert.equal(taken.plan.actions!.at(-1)!.mine, "accepted");
  assert.equal(doing.answer(taken, "actions", id, "declined"), taken);
});

test("nobody agrees who was not there, and nothing is decided without the person", () => {
  const at = open.addPerson(inVisit(), "clinician", "GP");
  const gp = open.personAs(at.plan, "clinician", "GP")!.id;
  assert.equal(edits.sayAgreed(at, gp, "yes"), at);
  assert.equal(edits.sayBecame(at, "knee-now", { state: "decided", option_name: "Painkillers", by: [gp] }), at);
  const agreed = edits.sayAgreed(at, "me", "yes");
  assert.equal(stageOf(agreed.plan), "agreed");
});

test("a remark on a warning sign is of whoever said it, and nobody answers one without a professional", () => {
  const sign = { words: "Made-up sign", by: "me", visit: "prep", example: "example:red-flags/hot" };
  const known = open.addPerson(open.openedPlan(planOf("knee-agreed")), "clinician", "Nurse");
  const nurse = open.personAs(known.plan, "clinician", "nurse")!.id;
  const at = open.openVisit(known, { kind: "visit", on: ON, there: ["me", nurse], typed_by: nurse });
  const remarks = ({ plan }: open.Open) => (plan.about_me ?? []).flatMap(({ said }) => said).filter(({ example }) => example === sign.example);
  const said = edits.sayOfSign(at, sign, "Seen: cool", nurse);
  assert.deepEqual(remarks(said).map(({ by, words }) => [by, words]), [[nurse, "Seen: cool"]]);
  // The same remark is put right, and is never two.
  assert.deepEqual(remarks(edits.sayOfSign(said, sign, "Seen: cool", "me")).map(({ by }) => by), ["me"]);
  assert.deepEqual(remarks(edits.sayOfSign(said, sign, "", "")), []);
  // Nobody, and somebody who is not there, said nothing.
  assert.equal(edits.sayOfSign(at, sign, "Seen: cool", ""), at);
  assert.equal(edits.sayOfSign(at, sign, "Seen: cool", "daughter"), at);
  for (const role of ["carer", "other"] as const) {
    const along = open.addPerson(open.openedPlan(planOf("knee-agreed")), role, "Neighbour");
    const who = open.personAs(along.plan, role, "Neighbour")!.id;
    const home = open.openVisit(along, { kind: "visit", on: ON, there: ["me", who], typed_by: who });
    assert.notEqual(home.visit, "");
    assert.equal(edits.sayOfSign(home, sign, "fine", who), home);
    assert.equal(addResult(home, { what: "X-ray", found: "worn", means: "fine", by: who }), home);
  }
});

test("what somebody is who was named by their job alone can be said once, and until it stands", () => {
  const at = open.addPerson(inVisit(), "other", "physiotherapist");
  const { id } = open.personAs(at.plan, "other", "physiotherapist")!;
  const roleIn = ({ plan }: open.Open) => plan.people.find((each) => each.id === id)!.role;
  const said = open.sayRole(open.sayRole(open.standing(at), id, "carer"), id, "clinician");
  assert.equal(roleIn(said), "clinician");
  const stands = open.standing(said);
  assert.equal(open.sayRole(stands, id, "carer"), stands);
  assert.equal(open.sayRole(stands, "me", "carer"), stands);
});

/** At a visit of the person and the GP one thing was suggested and asked for; now the GP is alone with it. */
function withoutThem(): { at: open.Open; gp: string; action: string; goal: string } {
  const known = open.addPerson(inVisit("knee-agreed"), "clinician", "Doctor");
  const gp = open.personAs(known.plan, "clinician", "doctor")!.id;
  const suggested = doing.addGoal(doing.addAction(known, { words: "Lose weight", by: gp }), { words: "Swim", by: gp });
  const action = suggested.plan.actions!.at(-1)!.id;
  const goal = suggested.plan.goals!.at(-1)!.id;
  const said = open.standing(doing.askFor(suggested, action, { to: "link worker", reason: "", agreed: "not_asked" }));
  const at = open.openVisit(said, { kind: "visit", on: ON, there: [gp], typed_by: gp });
  assert.notEqual(at.visit, "");
  return { at, gp, action, goal };
}

test("without the person there is no yes and no answer of theirs, and words are of who types", () => {
  const { action, at, goal, gp } = withoutThem();
  const theirs = [
    doing.answer(at, "actions", action, "accepted"),
    doing.answer(at, "goals", goal, "declined"),
    doing.askFor(at, action, { to: "link worker", reason: "", agreed: "yes" }),
    asked.sayAsked(at, action, { agreed: "no" }),
    asked.sayMayShare(at, action, "about_me", true),
    edits.sayBecame(at, "knee-now", { state: "rather_not", by: ["me"] }),
    edits.sayBecame(at, "knee-now", { state: "not_yet" }),
    edits.sayShared(at, "The surgery", "all", "yes"),
    doing.rateGoal(at, "school", "confidence", { state: "answered", value: 9 }),
    doing.sayGoal(at, "school", { words: "Walk less" }),
    doing.addGoal(at, { words: "Mine", by: "me" }),
    edits.addNote(at, "learnt", "Mine", "me"),
  ];
  for (const [place, next] of theirs.entries()) assert.equal(next, at, `${place}`);
  const said = doing.addGoal(edits.addNote(asked.sayAsked(at, action, { reason: "She lives alone" }), "learnt", "Rest helps"), { words: "Cook" });
  assert.equal(said.plan.learnt!.at(-1)!.by, gp);
  assert.deepEqual([said.plan.goals!.at(-1)!.said.by, said.plan.goals!.at(-1)!.mine], [gp, "not_asked"]);
  assert.equal(said.plan.actions!.find(({ id }) => id === action)!.asked!.reason!.by, gp);
});

test("who speaks for the person says what is theirs, in their own name", () => {
  const { at: stood, action } = withoutThem();
  const known = open.addPerson(stood, "speaks_for_me", "my son");
  const son = open.personAs(known.plan, "speaks_for_me", "my son")!.id;
  const at = open.openVisit(known, { kind: "between", on: ON, there: [son], typed_by: son });
  assert.equal(doing.answer(at, "actions", action, "accepted").plan.actions!.at(-1)!.mine, "accepted");
  assert.equal(doing.addGoal(at, { words: "Cook" }).plan.goals!.at(-1)!.said.by, son);
});

test("what was said with the person does not become a visit without them", () => {
  const known = open.addPerson(inVisit(), "clinician", "Doctor");
  const gp = open.personAs(known.plan, "clinician", "doctor")!.id;
  const moved = open.changeVisit(known, { there: [gp], typed_by: gp });
  assert.deepEqual(moved.plan.visits!.at(-1)!.there, [gp]);
  const both = open.changeVisit(known, { there: ["me", gp], typed_by: gp });
  const suggested = doing.addAction(both, { words: "Lose weight", by: gp });
  const taken = doing.answer(suggested, "actions", suggested.plan.actions!.at(-1)!.id, "accepted");
  assert.equal(open.changeVisit(taken, { there: [gp] }), taken);
});

test("a plan that is full takes no more, and loses nothing", () => {
  let at = inVisit();
  for (let n = 0; n < 30; n++) at = doing.addGoal(at, { words: `Goal ${n}` });
  assert.equal(at.plan.goals!.length, 12);
  assert.equal(doing.addGoal(at, { words: "one more" }), at);
});
