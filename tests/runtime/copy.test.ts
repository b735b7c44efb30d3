/** How many sides the person's copy takes in large print. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { packed } from "../../src/decisionaid/theme/scripts/planning/copy-large.ts";

test("a side ends where the next thing has no room on it, and what is longer than a side goes on", () => {
  assert.equal(packed([]), 1);
  assert.equal(packed([200, 72]), 1);
  assert.equal(packed([200, 73]), 2);
  // Together they would have room on two sides, and none of them is parted.
  assert.equal(packed([150, 150, 150, 90]), 3);
  assert.equal(packed([600]), 3);
  assert.equal(packed([100, 300, 100]), 3);
});
