/** The corpus of records with verdicts, which `tests/record` makes: the scripts come to the same ones. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recordInAnyText } from "../../src/decisionaid/theme/scripts/handover/undone.ts";
import { recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";

type Verdict = { fault: string } | { left: string[]; is_altered: boolean; reads_as: string };

const CASES: ({ says: string; text: string } & Verdict)[] = JSON.parse(readFileSync("tests/golden/records/cases.json", "utf8"));

function verdictOn(text: string): Verdict {
  const found = recordInAnyText(text);
  if ("fault" in found) return found;
  const checked = checkedRecord(found.data, found.isAltered, found.doubled);
  if (checked === null) return { fault: "damaged" };
  return { left: checked.left, is_altered: found.isAltered, reads_as: recordChecksum(checked.record) };
}

for (const { says, text, ...verdict } of CASES) {
  test(`${says}: the same verdict`, () => assert.deepEqual(verdictOn(text), verdict));
}
