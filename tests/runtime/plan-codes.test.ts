/** Codes of plans come to the verdicts that Python comes to: one file of them for both languages. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isPlanCode, planCodeInText, tokenInText } from "../../src/decisionaid/theme/scripts/record/token-text.ts";
import { recordInToken } from "../../src/decisionaid/theme/scripts/record/token-read.ts";
import { verdictOn } from "../plan/code-verdict.ts";

interface Case {
  says: string;
  text: string;
  verdict: object;
}
const CASES: Case[] = JSON.parse(readFileSync("tests/golden/plans/codes.json", "utf8"));
const CODE = CASES.find(({ says }) => says.endsWith("knee-agreed"))?.text ?? "";

for (const { says, text, verdict } of CASES) {
  test(`${says}: ${Object.keys(verdict)[0]}`, () => assert.deepEqual(verdictOn(text), verdict));
}

test("each bit of a code is looked at", () => {
  for (let at = 0; at < CODE.length; at += 1) {
    for (let bit = 0; bit < 7; bit += 1) {
      const turned = String.fromCharCode(CODE.charCodeAt(at) ^ (1 << bit));
      assert.ok("fault" in verdictOn(CODE.slice(0, at) + turned + CODE.slice(at + 1)), `${at}: ${turned}`);
    }
  }
});

test("the code of a plan is found in what people and programs make of it", () => {
  for (const text of [CODE, CODE.toLowerCase(), `See https://example.org/plan/#${CODE}.`, (CODE.match(/.{1,60}/g) ?? []).join("\n> ")]) {
    assert.equal(planCodeInText(text), CODE);
    assert.ok(isPlanCode(text));
  }
  assert.equal(planCodeInText("P1, the first part of a plan"), null);
});

test("where records are read it is said to be a plan's, damaged or not", async () => {
  assert.deepEqual(await recordInToken(CODE, async () => null), { fault: "plan" });
  assert.ok(isPlanCode(CODE.slice(0, 300)));
  const token = `1${CODE.slice(2)}`;
  assert.equal(tokenInText(token), token);
  assert.ok(!isPlanCode(token));
});
