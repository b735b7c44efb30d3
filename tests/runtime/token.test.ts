/** A record as a token, and back: equal, and from anything else a plain verdict. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recordInToken } from "../../src/decisionaid/theme/scripts/record/token-read.ts";
import { tokenOf } from "../../src/decisionaid/theme/scripts/record/token.ts";
import { five, FIVE, FIVE_WORDS } from "./example.ts";

for (const name of FIVE) {
  test(`the ${name} record comes back from its token`, async () => {
    const record = five(name);
    const token = await tokenOf(record, FIVE_WORDS);
    if (name === "typical") assert.ok(token.length < 350);
    assert.deepEqual(await recordInToken(token, async () => FIVE_WORDS), { record, words: FIVE_WORDS });
  });
}
