/** A record of an earlier format is brought to that of today; one of a newer format is newer, and no more. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recordInText } from "../../src/decisionaid/theme/scripts/handover/record-file.ts";
import { recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import { migrated } from "../../src/decisionaid/theme/scripts/record/migrated.ts";
import { five, FIVE } from "./example.ts";

const MADE_UP = {
  1: (data: object) => ({ ...data, format: "decisionaid.record/2", own: (data as any).what_matters }),
  2: (data: object) => ({ ...data, format: "decisionaid.record/3", own: [(data as any).own] }),
};

for (const name of FIVE) {
  test(`the ${name} record of this format is read as it was written`, () => {
    const record = five(name);
    assert.equal(recordChecksum(record), record.crc32);
    assert.deepEqual(migrated(structuredClone(record)), record);
    const found = recordInText(JSON.stringify(record));
    assert.ok(!("fault" in found));
    assert.equal(found.isAltered, false);
    assert.deepEqual(checkedRecord(found.data), { record, left: [] });
  });
}

test("steps are taken one after the other and leave what they are given", () => {
  const data = five("typical");
  const made: any = migrated(data, MADE_UP, 3);
  assert.deepEqual([made.format, made.own], ["decisionaid.record/3", [data.what_matters]]);
  assert.deepEqual(data, five("typical"));
  assert.deepEqual(migrated(MADE_UP[1](data), MADE_UP, 3), made);
});

for (const number of [2, 3, 10, 999_999_999]) {
  test(`format ${number} is newer whatever else it holds`, () => {
    const data = { format: `decisionaid.record/${number}`, values: { by: "another rule" } };
    assert.equal(migrated(data), "newer");
    assert.deepEqual(recordInText(JSON.stringify(data)), { fault: "newer" });
  });
}

const NONE = [null, 7, "x", [], {}, { format: 1 }, ...["0", "01", "1 ", "\u0967", "1234567890"].map((number) => ({ format: `decisionaid.record/${number}` })), { format: "decisionaid.plan/1" }];
for (const data of NONE) {
  test(`${JSON.stringify(data)} is not ours`, () => assert.equal(migrated(data), "not_ours"));
}
