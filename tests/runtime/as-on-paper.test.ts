/** In the workbench's view of print, the styles for paper hold on the screen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onPaper, swapped } from "../../src/decisionaid/theme/scripts/workbench/as-on-paper.ts";

const cases: [string, string][] = [
  ["print", "screen"],
  ["screen", "print"],
  ["screen and (max-width: 40rem), print", "print and (max-width: 40rem), screen"],
  ["(prefers-color-scheme: dark)", "(prefers-color-scheme: dark)"],
];

for (const [query, wanted] of cases) {
  test(`'${query}' becomes '${wanted}'`, () => {
    assert.equal(onPaper(query), wanted);
  });
}

test("rules within layers and within other rules are found", () => {
  const media = { mediaText: "print" };
  const dark = { mediaText: "(prefers-color-scheme: dark)" };
  const plain = { selectorText: "p" };
  const within = { cssRules: [plain, { cssRules: [{ media: dark, cssRules: [{ media, cssRules: [] }] }] }] };
  swapped(within as unknown as CSSStyleSheet);
  assert.equal(media.mediaText, "screen");
  assert.equal(dark.mediaText, "(prefers-color-scheme: dark)");
});
