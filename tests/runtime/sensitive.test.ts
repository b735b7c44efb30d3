/** An answer to a sensitive question leaves the page only when the person says so. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers, Page } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { answersIn, sealed, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { decodeState, encodeState } from "../../src/decisionaid/theme/scripts/patient/session.ts";
import { EMPTY } from "../../src/decisionaid/theme/scripts/patient/store.ts";
import { PAGE, reworded, summary } from "./example.ts";

const SHARES = ["less-pain", "order"].map((id) => [`share.${id}`, { kind: "many", values: ["yes"] }] as const);
const SENSITIVE: Page = { ...PAGE, fields: new Map([...PAGE.fields, ...SHARES]) };
const STAMP = { id: "0".repeat(32), rev: 1, created: "2026-11-22T08:00:00Z", updated: "2026-11-22T08:00:00Z", day: "2026-11-20" };
const KEPT: Answers = new Map([["values.less-pain", ["9"]], ["values.order.state", ["unsure"]], ["values.avoid-rash", ["2"]]]);
const PUT_IN: Answers = new Map([...KEPT, ["share.less-pain", ["yes"]], ["share.order", ["yes"]]]);

function said(answers: Answers): string {
  return summary(answers, SENSITIVE).flatMap(({ lines }) => lines).join("\n");
}

function saved(answers: Answers): { state: string; id: string }[] {
  return statementOf(answers, SENSITIVE).values;
}

test("it is not in the summary, until its box is ticked", () => {
  assert.doesNotMatch(said(KEPT), /Less pain|What comes first/);
  assert.match(said(KEPT), /Avoiding a rash: 2 of 10/);
  assert.match(said(PUT_IN), /Less pain: 9 of 10\n.*Avoiding a rash: 2 of 10\nWhat comes first/s);
});

test("a file saved without the tick says no more than if nothing had been answered", () => {
  assert.deepEqual(saved(KEPT), saved(new Map([["values.avoid-rash", ["2"]]])));
  assert.deepEqual(saved(KEPT).map(({ state }) => state), ["answered", "unanswered", "unanswered", "unanswered", "unanswered"]);
  assert.deepEqual(saved(PUT_IN).map(({ state }) => state), ["answered", "answered", "unanswered", "unsure", "unanswered"]);
});

test("only what was kept back: the summary says that nothing was answered", () => {
  assert.match(said(new Map([["values.less-pain", ["9"]]])), /You have not answered yet\. That is fine\./);
});

test("a file that holds the answer brings its tick back", () => {
  const back = (answers: Answers): unknown =>
    [...answersIn(sealed(statementOf(answers, SENSITIVE), STAMP), SENSITIVE).answers].filter(([, values]) => values[0] !== "").sort();
  assert.deepEqual(back(PUT_IN), [...PUT_IN].sort());
  assert.deepEqual(back(KEPT), [["values.avoid-rash", ["2"]]]);
});

test("a reload keeps both in this tab; a question that has changed loses both", () => {
  const text = encodeState({ ...EMPTY, answers: PUT_IN }, SENSITIVE);
  assert.deepEqual(decodeState(text, SENSITIVE, []).state.answers.size, PUT_IN.size);
  const { state, notes } = decodeState(text, { ...SENSITIVE, words: reworded("less-pain").words }, []);
  assert.deepEqual(notes[1], { key: "kept.reasked", questions: ["Less pain"] });
  assert.deepEqual([...state.answers.keys()].sort(), ["share.order", "values.avoid-rash", "values.order.state"]);
});
