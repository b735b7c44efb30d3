/** A question and what was said to it stand on one line, and no sign stands right behind another. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../../src/decisionaid/theme/scripts/record/text.ts";

const LINES: Readonly<Record<string, string>> = {
  "Which way do you lean now?": "Which way do you lean now? Not sure",
  "Most children still have pain.": "Most children still have pain: Not sure",
  "What matters most": "What matters most: Not sure",
  "": ": Not sure",
};

for (const [question, line] of Object.entries(LINES)) {
  test(`"${question}" with an answer is one line`, () => {
    assert.equal(answered(question, "Not sure"), line);
  });
}
