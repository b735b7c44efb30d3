/** The sheet before a visit: what becomes of answers, on paper and as a plan. People and answers are made up. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Plan } from "../../src/decisionaid/theme/generated/plan.ts";
import { plainText } from "../../src/decisionaid/theme/scripts/handover/plain-text.ts";
import { ABOUT, FORMATS, HEADINGS, preparationOf, type Preparation, type Values } from "../../src/decisionaid/theme/scripts/plan/preparation.ts";
import { firstOverleaf } from "../../src/decisionaid/theme/scripts/plan/prepared-paper.ts";
import { preparedBlocks } from "../../src/decisionaid/theme/scripts/plan/prepared-text.ts";
import { hasRoom, prepared } from "../../src/decisionaid/theme/scripts/plan/prepared.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";
import { openActions, openGoals } from "../../src/decisionaid/theme/scripts/plan/taken.ts";
import { preparedSince } from "../../src/decisionaid/theme/scripts/plan/visits.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";
import planSchema from "../../src/decisionaid/theme/schema/plan.schema.json" with { type: "json" };
import { decoded, encoded, NOTHING } from "../../src/decisionaid/theme/scripts/preparing/kept.ts";

const BEGUN = {
  id: "0123456789abcdef0123456789abcdef",
  visit: "prep-01234567",
  rev: 1,
  created: "2026-12-01T19:10:00Z",
  updated: "2026-12-01T19:25:00Z",
  day: "2026-12-01",
  language: "en-GB",
  follows: null,
};

const TYPICAL: [string, string[]][] = [
  ["matters", ["Keep taking my grandson to school."]],
  ["well", ["I still cook every day."]],
  ["hard", ["pain", "lonely"]],
  ["first", ["pain"]],
  ["like", ["Walk my grandson to school and back"]],
  ["now", ["I get to the postbox"]],
  ["ask", ["Will exercise make it worse?\nCan I change my mind later?"]],
  ["comes", ["My daughter"]],
  ["information", ["large_print"]],
];

function said(...values: [string, string[]][]): Preparation {
  return preparationOf(new Map(values));
}

function last(name: string): Plan {
  return JSON.parse(readFileSync(`tests/golden/plans/${name}.json`, "utf8"));
}

const words = { question: (name: string) => name, answer: (_: string, value: string) => value, pair: (one: string, other: string) => `${one}: ${other}` };

test("the values that a sheet offers are those of the plan", () => {
  const { AboutMe, Need } = planSchema.$defs;
  assert.deepEqual(ABOUT, Need.properties.about.enum);
  assert.deepEqual(["most_important", ...HEADINGS], AboutMe.properties.heading.enum);
  assert.deepEqual([...FORMATS].sort(), [...planSchema.properties.communication.items.enum].sort());
});

test("the same answers, id and time give the same bytes, and other answers others", () => {
  const text = planText(prepared(said(...TYPICAL), BEGUN));
  assert.equal(planText(prepared(said(...TYPICAL), BEGUN)), text);
  // In whatever order a page holds them.
  assert.equal(planText(prepared(said(...[...TYPICAL].reverse()), BEGUN)), text);
  assert.notEqual(planText(prepared(said(...TYPICAL.slice(1)), BEGUN)), text);
});

test("each answer stands where a plan has its place", () => {
  const plan = prepared(said(...TYPICAL), BEGUN);
  const own = (text: string) => ({ words: text, by: "me", visit: "prep-01234567" });
  assert.equal(stageOf(plan), "prepared");
  assert.deepEqual(plan.about_me, [{ heading: "most_important", said: [own("Keep taking my grandson to school.")] }]);
  assert.deepEqual(plan.needs, [{ id: "pain", about: "pain", first: true, visit: "prep-01234567" }, { id: "lonely", about: "lonely", visit: "prep-01234567" }]);
  assert.deepEqual(plan.questions?.map(({ words: text }) => text), ["Will exercise make it worse?", "Can I change my mind later?"]);
  const looked = [{ visit: "prep-01234567", status: "open", now: "I get to the postbox" }];
  assert.deepEqual(plan.goals, [{ id: "goal-prep-01234567", said: own("Walk my grandson to school and back"), looked }]);
  assert.deepEqual(plan.people.map(({ job = "", role }) => [role, job]), [["me", ""], ["carer", "My daughter"]]);
});

test("no answers are a plan that says nothing, and no number stands for any", () => {
  const plan = prepared(said(), BEGUN);
  assert.deepEqual(Object.keys(plan).sort(), ["crc32", "created", "format", "id", "language", "people", "updated", "visits"]);
  assert.deepEqual(preparedBlocks(said(), words), []);
});

test("a tick such as low mood changes nothing but that tick", () => {
  const without = prepared(said(...TYPICAL), BEGUN);
  for (const about of ["low_mood", "worry", "lonely", "pain"]) {
    const { crc32: _, needs, ...rest } = prepared(said(...TYPICAL.filter(([name]) => name !== "hard"), ["hard", [about]]), BEGUN);
    const { crc32: __, needs: ___, ...before } = without;
    assert.deepEqual(rest, before);
    assert.deepEqual(needs?.map((each) => each.about), [about]);
  }
});

test("a fourth topic to talk about first, or one that is not hard, is none", () => {
  const { first } = said(["hard", ["pain", "sleep", "work", "money"]], ["first", ["money", "work", "pain", "sleep", "falls"]]);
  assert.deepEqual(first, ["pain", "sleep", "money"]);
});

test("words about what is hard are kept without a tick, and a long list of questions loses none", () => {
  const many = Array.from({ length: 20 }, (_, place) => `Question ${place}?`).join("\n");
  const plan = prepared(said(["hard-words", ["The stairs"]], ["ask", [many]]), BEGUN);
  assert.deepEqual(plan.needs?.map(({ about, said: own }) => [about, own?.words]), [["other", "The stairs"]]);
  assert.equal(plan.questions?.length, 6);
  assert.equal(plan.questions?.map(({ words: text }) => text).join(" "), many.replaceAll("\n", " "));
});

test("of the last plan each goal and action can be told of, and all of it stays", () => {
  const before = last("knee-agreed");
  const [goal, action] = [openGoals(before)[0], openActions(before)[0]];
  assert.ok(goal && action);
  const values: Values = new Map([[`goal.${goal.id}.how`, ["partly"]], [`goal.${goal.id}.words`, ["To the postbox"]], [`action.${action.id}.how`, ["done"]], ["goal.nobody.how", ["met"]]]);
  const preparation = preparationOf(values, openGoals(before), openActions(before));
  const plan = prepared(preparation, { ...BEGUN, rev: 3 }, before);
  assert.equal(plan.id, before.id);
  // What was agreed stays so, and the preparation is beside it.
  assert.deepEqual([stageOf(plan), preparedSince(plan)?.id], ["agreed", plan.visits?.at(-1)?.id]);
  const looked = plan.goals?.find(({ id }) => id === goal.id)?.looked;
  assert.deepEqual(looked?.slice(0, -1), goal.looked);
  // Another visit of that day is called "visit", and this one was written behind it.
  const visit = plan.visits?.at(-1)?.id ?? "";
  assert.ok(visit > "visit");
  assert.deepEqual(looked?.at(-1), { visit, status: "partly", said: { words: "To the postbox", by: "me", visit } });
  assert.equal(plan.actions?.find(({ id }) => id === action.id)?.did?.at(-1)?.status, "done");
  assert.deepEqual(plan.communication, before.communication);
  assert.deepEqual(plan.needs, before.needs);
  assert.match(plainText("Made up", preparedBlocks(preparation, words, openGoals(before), openActions(before)), []), /partly\. To the postbox/);
});

test("a plan that is full gets no visit more", () => {
  const before = last("knee-agreed");
  assert.ok(hasRoom(before));
  const visits = Array.from({ length: 40 }, (_, place) => ({ id: `v${place}`, kind: "between" as const, on: "2026-01-01", there: ["me"], typed_by: "me" }));
  assert.ok(!hasRoom({ ...before, visits }));
  assert.ok(!hasRoom({ ...before, questions: Array.from({ length: 12 }, () => ({ words: "Made up?", by: "me", visit: "prep" })) }));
});

const SHORT: [string, string[]][] = [
  ["matters", ["Keep taking my grandson to school. It is our time together. A coffee at 10"]],
  ["well", ["I still cook every day and do the crossword with my neighbour."]],
  ["hard", ["pain", "sleep", "low_mood", "lonely"]],
  ["first", ["pain", "sleep", "lonely"]],
  ["hard-words", ["Stairs on the bus. I miss the club."]],
  ["like", ["Walk my grandson to school and back"]],
  ["now", ["I get to the postbox, half way, then I have to sit"]],
  ["ask", ["Will exercise make it worse?\nCan I change my mind later?"]],
  ["comes", ["My daughter"]],
  ["information", ["large_print"]],
];

test("what goes over to the next side is reckoned from letters", () => {
  assert.equal(firstOverleaf(said()), null);
  assert.equal(firstOverleaf(said(...TYPICAL)), null);
  // Short answers stand on one side beside a code too, and with all that can be ticked.
  assert.equal(firstOverleaf(said(...SHORT), true), null);
  const most = "made up words ".repeat(43);
  assert.equal(firstOverleaf(said(...TYPICAL, ["matters", [most.slice(0, 300)]])), null);
  assert.equal(firstOverleaf(said(...["matters", "well", "hard-words", "like", "ask"].map((name): [string, string[]] => [name, [most]]))), 4);
});

test("what this tab kept comes back, and anything else is not taken for it", () => {
  const kept = { ...NOTHING, values: new Map(TYPICAL), begun: { id: BEGUN.id, visit: BEGUN.visit, created: BEGUN.created }, changes: 2, last: "{}" };
  assert.deepEqual(decoded(encoded(kept)), kept);
  for (const text of ["", "{", "null", "[]", '{"format":"decisionaid.answers/1"}', `{"format":"${"x".repeat(300_000)}"}`]) {
    assert.equal(decoded(text), null, text.slice(0, 40));
  }
  const odd = decoded('{"format":"decisionaid.preparation/1","values":{"matters":["a",5,null],"well":"b"},"begun":{"id":"x"},"changes":-1,"last":7}');
  assert.deepEqual(odd, { ...NOTHING, values: new Map([["matters", ["a"]]]) });
});
