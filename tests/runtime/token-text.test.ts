/** A token is found in whatever people and programs make of it on its way. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { tokenInText } from "../../src/decisionaid/theme/scripts/record/token-text.ts";
import { effort } from "./effort.ts";

interface Case {
  says: string;
  text: string;
  found: string | null;
}
const CASES: Case[] = JSON.parse(readFileSync("tests/golden/records/token-texts.json", "utf8"));

for (const { says, text, found } of CASES) {
  test(`${says}: ${found === null ? "nothing is found" : "found"}`, () => assert.equal(tokenInText(text), found));
}

for (const text of ["1".repeat(1_000_000), "1 ".repeat(500_000), "1A".repeat(3000), `${"1".repeat(41)} `.repeat(5000), "#".repeat(100_000)]) {
  test(`${text.slice(0, 4)}, ${text.length} letters of it, take no long time`, () => {
    const begun = effort();
    tokenInText(text);
    assert.ok(effort() - begun < 2000);
  });
}
