/** A changed answer says which of its rows moved, and nothing of rows that it is not about. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, type Seen } from "../../src/decisionaid/theme/scripts/patient/changes.ts";
import { say } from "./example.ts";

const ROWS = { pain: "Pain", rash: "Rash", nights: "Nights" };

/** Answers as the texts that stand for them, and the rows in the person's order. */
function seen(answers: { [title: string]: string }, ...order: (keyof typeof ROWS)[]): Seen {
  return {
    said: Object.entries(answers).map(([title, answer]) => ({ title, answer, about: [title.toLowerCase()] })),
    rows: order.map((id) => ({ about: [id], label: ROWS[id] })),
  };
}

const BEFORE = seen({ Pain: "9", Rash: "2", Nights: "1" }, "pain", "rash", "nights");

test("the row of a changed answer moves up, and the others are not named", () => {
  const now = seen({ Pain: "9", Rash: "10", Nights: "1" }, "rash", "pain", "nights");
  assert.deepEqual(changes(BEFORE, now, say("aid")), ["You changed: Rash.", "Moved up: Rash."]);
});

test("it moves down too, when it loses its place as well", () => {
  const lower = seen({ Pain: "1", Rash: "2", Nights: "1" }, "rash", "pain", "nights");
  assert.deepEqual(changes(BEFORE, lower, say("aid")), ["You changed: Pain.", "Moved down: Pain."]);
  const unsure = seen({ Pain: "unsure", Rash: "2", Nights: "1" }, "rash", "nights");
  assert.deepEqual(changes(BEFORE, unsure, say("aid")), ["You changed: Pain.", "Moved down: Pain."]);
  assert.deepEqual(changes(unsure, BEFORE, say("aid")), ["You changed: Pain.", "Moved up: Pain."]);
});

test("an answer that moves no row is said to have changed, and what went is too", () => {
  const same = seen({ Pain: "8", Rash: "2", Nights: "1" }, "pain", "rash", "nights");
  assert.deepEqual(changes(BEFORE, same, say("aid")), ["You changed: Pain.", "The rows stay as they were."]);
  const fewer = seen({ Pain: "9", Rash: "2" }, "pain", "rash");
  assert.deepEqual(changes(BEFORE, fewer, say("aid")), ["You changed: Nights.", "Moved down: Nights."]);
});

test("a first answer changes none that was given", () => {
  const first = seen({ Pain: "", Rash: "", Nights: "" });
  assert.deepEqual(changes(first, BEFORE, say("aid")), []);
});

test("where nothing changed, nothing is said", () => {
  assert.deepEqual(changes(BEFORE, BEFORE, say("aid")), []);
});
