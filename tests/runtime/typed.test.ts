/** What is typed in a row of a form from paper is what stands on the paper, or is said to be no answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Asked } from "../../src/decisionaid/theme/scripts/typing/asked.ts";
import { typedIn } from "../../src/decisionaid/theme/scripts/typing/typed.ts";

const SCALE: Asked = {
  n: "3", name: "values.1", kind: "one", words: "How much?", most: -1, lines: false,
  choices: Array.from({ length: 11 }, (_, n) => ({ key: `${n}`, value: `${n}`, words: "" })),
  states: [{ key: "U", value: "unsure", words: "Not sure" }],
};
const TICKS: Asked = { ...SCALE, kind: "many", choices: [..."ABC"].map((key) => ({ key, value: key, words: key })), states: [] };

function said(text: string, asked = SCALE): unknown {
  const typed = typedIn(asked, text);
  return "wrong" in typed ? typed.wrong : typed.values;
}

test("two numbers that stand beside each other are no other number, and neither is one with a point", () => {
  for (const [text, expected] of [["1 0", "two"], ["1, 0", "two"], ["1 , 0", "two"], ["1;0", "two"], ["1 10", "two"], ["1.0", "not_a_mark"], ["0.5", "not_a_mark"], ["1 12", "not_a_mark"]]) {
    assert.equal(said(text as string), expected, text);
  }
});

test("what stands around one answer, or between ticks, says nothing", () => {
  for (const [text, expected] of [[" 10. ", "10"], ["10,", "10"], ["(1", null], [". 7", "7"], ["u.", "unsure"]] as const) {
    assert.deepEqual(said(text), expected === null ? "not_a_mark" : [expected], text);
  }
  for (const text of ["a b", "A,B", "a. b.", "ab"]) assert.deepEqual(said(text, TICKS), ["A", "B"], text);
  assert.equal(said("57"), "two");
});
