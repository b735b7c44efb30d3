/** Picks of most and least, from the page into the record and back, and what is said of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sheetOf } from "../../src/decisionaid/theme/scripts/handover/sheet.ts";
import { stated } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { saidOf } from "../../src/decisionaid/theme/scripts/patient/row-order.ts";
import type { Answers, Field, Page } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import { answersIn, sealed, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { PAGE, question, say, summary, WORDS } from "./example.ts";

const NAMES = ["Sleep", "Work", "Cost", "Pain", "Time", "Rest"];
const ITEMS = NAMES.map((text) => ({ id: text.toLowerCase(), text, about: text === "Pain" ? ["pain-1d"] : [] }));
const PICKED = question("picked", "picks", "A few at a time", "8".repeat(16), [], ITEMS);
/** Two of the blocks are enough here. */
const BLOCKS = [["sleep", "work", "pain"], ["cost", "time", "pain"]];
const STATES = ["unsure", "not_applicable", "prefer_not_to_say"];

function pageWith(fields: Iterable<[string, Field]> = []): Page {
  const controls = BLOCKS.flatMap((items, index) =>
    ["most", "least"].map((end): [string, Field] => [`values.picked.${index + 1}.${end}`, { kind: "one", values: [...items, ...STATES] }]),
  );
  const words = { ...PAGE.words, questions: [...(PAGE.words.questions ?? []), PICKED] };
  return { ...PAGE, words, fields: new Map([...PAGE.fields, ...controls, ...fields]) };
}

const ON = pageWith();

function given(...picks: readonly [place: string, value: string][]): Answers {
  return new Map(picks.map(([place, value]) => [`values.picked.${place}`, [value]]));
}

const FULL = given(["1.most", "pain"], ["1.least", "sleep"], ["2.most", "pain"], ["2.least", "cost"]);
const STAMP = { id: "0".repeat(32), rev: 1, created: "2026-11-20T08:00:00Z", updated: "2026-11-20T08:00:00Z", day: "2026-11-20" };

function recordOf(answers: Answers, page = ON): ReturnType<typeof sealed> {
  const sound = checkedRecord(structuredClone(sealed(statementOf(answers, page), STAMP)));
  assert.deepEqual(sound?.left, []);
  return sound?.record as ReturnType<typeof sealed>;
}

function picksIn(answers: Answers, page = ON): any {
  return recordOf(answers, page).values.find(({ id }) => id === "picked");
}

function sheetLines(answers: Answers, id: string): readonly string[] {
  const words = { ...WORDS, questions: [...(WORDS.questions ?? []), PICKED] };
  const shown = sheetOf(recordOf(answers), { words, missing: "unknown_aid" }, [], say("clinician"), false, "2026-11-21");
  const { lines = [], more = [] } = shown.parts.find((part) => part.id === id) ?? {};
  return [...lines, ...more].map(({ text }) => text);
}

function block(answers: Answers, id: string): readonly string[] | undefined {
  return summary(answers, ON).find((each) => each.id === id)?.lines;
}

test("five states of a pick stay apart, and none becomes an item", () => {
  const { state, blocks } = picksIn(given(["1.most", "work"], ["1.least", "unsure"], ["2.most", "not_applicable"], ["2.least", "prefer_not_to_say"]));
  assert.equal(state, "answered");
  assert.deepEqual(blocks, [
    { items: BLOCKS[0], most: { state: "answered", item: "work" }, least: { state: "unsure", item: null } },
    { items: BLOCKS[1], most: { state: "not_applicable", item: null }, least: { state: "prefer_not_to_say", item: null } },
  ]);
  assert.deepEqual(picksIn(given(["2.most", "time"])).blocks[0].most, { state: "unanswered", item: null });
});

test("nothing picked is not answered, and has no blocks", () => {
  const { state, blocks } = picksIn(new Map());
  assert.deepEqual([state, blocks], ["unanswered", []]);
});

test("what goes into a record comes back, each pick in its place", () => {
  const mixed = given(["1.most", "pain"], ["1.least", "unsure"], ["2.least", "cost"]);
  for (const answers of [FULL, mixed]) {
    const back = answersIn(recordOf(answers), ON);
    assert.deepEqual(back.answers, answers);
    assert.deepEqual([back.isPartial, back.changed], [false, []]);
  }
});

test("picks do not come back to another wording, and the person is told of it", () => {
  const words = { ...ON.words, questions: [{ ...PICKED, wording: "9".repeat(16) }] };
  const back = answersIn(recordOf(FULL), { ...ON, words });
  assert.deepEqual([...back.answers.keys()], []);
  assert.deepEqual(back.changed, ["A few at a time"]);
});

test("a pick that the page does not offer is left out, and the others stay", () => {
  const record = recordOf(FULL) as any;
  record.values.find((each: any) => each.id === "picked").blocks[0].most.item = "other";
  const back = answersIn(record, ON);
  assert.deepEqual([...back.answers.keys()], ["values.picked.1.least", "values.picked.2.most", "values.picked.2.least"]);
  assert.equal(back.isPartial, true);
});

test("picks of a sensitive question are handed over only when the person says so", () => {
  const page = pageWith([["share.picked", { kind: "many", values: ["yes"] }]]);
  assert.equal(picksIn(FULL, page).state, "unanswered");
  assert.equal(picksIn(new Map([...FULL, ["share.picked", ["yes"]]]), page).state, "answered");
});

test("picks give an order with places, alike have one place, and no number stands beside an item", () => {
  const line = "A few at a time, most first (picked 2 of 2 times): 1. Pain; 2. Work; 2. Time; 4. Sleep; 4. Cost";
  assert.deepEqual(block(FULL, "matters"), [line]);
  assert.equal(sheetLines(FULL, "matters")[0], `${line} (row 1)`);
});

test("half a block, or one item as both, gives no order, and it is said", () => {
  for (const answers of [given(["1.most", "pain"]), given(["1.most", "pain"], ["1.least", "pain"]), given(["1.most", "unsure"])]) {
    assert.deepEqual(block(answers, "matters"), ["A few at a time: too few picks for an order"]);
    assert.equal(sheetLines(answers, "matters")[0], "A few at a time: too few picks for an order");
  }
});

test("a pick that was left open by saying so is said where that state is said", () => {
  const answers = given(["1.most", "unsure"], ["1.least", "not_applicable"], ["2.most", "prefer_not_to_say"]);
  assert.deepEqual(block(answers, "unsure"), ["A few at a time"]);
  assert.deepEqual(block(answers, "does-not-apply"), ["A few at a time"]);
  assert.deepEqual(block(answers, "rather-not-say"), ["A few at a time"]);
  assert.ok(sheetLines(answers, "matters").includes("Not sure: A few at a time"));
  assert.deepEqual(block(FULL, "unsure"), undefined);
});

test("without the aid a record says its picks in its own labels", () => {
  const shown = sheetOf(recordOf(FULL), { words: null, missing: "unknown_aid" }, [], say("clinician"), false, "2026-11-21");
  assert.match(shown.parts.find(({ id }) => id === "matters")?.lines[0]?.text ?? "", /: 1\. Pain; /);
  assert.equal(shown.sayFirst.text, "Most, by their picks: Pain");
});

test("a row that a picked item is about comes with the place of the item", () => {
  const { asked } = stated(statementOf(FULL, ON), ON.words);
  const row = saidOf(["pain-1d"], asked, say("aid"));
  assert.deepEqual([row.place, row.importance, row.words], [1, 0, ["Pain: your picks put this in place 1"]]);
});
