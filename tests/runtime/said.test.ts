/** Scripts say what the pages say: the same cases are read by the Python tests. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { said } from "../../src/decisionaid/theme/scripts/handover/messages.ts";

type Case = { language: string; data: Parameters<typeof said>[0]; values: Parameters<typeof said>[1]; said: string };
const { plurals, cases }: { plurals: { [language: string]: string }; cases: Case[] } = JSON.parse(
  readFileSync("tests/golden/said.json", "utf8"),
);

test("there are cases in several languages", () => {
  assert.ok(new Set(cases.map(({ language }) => language)).size >= 4);
});

for (const { language, data, values, said: expected } of cases) {
  test(`${language}: ${expected}`, () => {
    assert.equal(said(data, values, plurals[language] ?? ""), expected);
  });
}

test("a value from outside never names what all objects have", () => {
  const choice = { by: "n", forms: { i: "one", x: "many" } };
  for (const n of ["constructor", "__proto__", "NaN", "", "x", -1, 1.5]) {
    assert.equal(said(choice, { n }, plurals["en"] ?? ""), "many", String(n));
  }
});
