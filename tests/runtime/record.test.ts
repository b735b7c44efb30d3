/** Answers become the same record in both languages, and come back from it as they were. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import validate from "../../src/decisionaid/theme/generated/record-validator.js";
import { canonicalJson, recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { crc32 } from "../../src/decisionaid/theme/scripts/record/crc32.ts";
import type { Answers, Page } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { answersIn, sealed, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { PART_NAMES } from "../../src/decisionaid/theme/scripts/record/kept-back.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import type { PartName, Record, Stamp } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { golden, GOLDEN, MUCH_SAID, NOTED, PAGE, reworded } from "./example.ts";

const STAMP = { id: "0a".repeat(16), rev: 1, created: "2026-11-20T08:00:00Z", updated: "2026-11-20T08:00:00Z", day: "2026-11-20" };

function recordOf(answers: Answers, stamp: Stamp = STAMP, page: Page = PAGE, noted: Record["noted"] = [], keptBack: readonly PartName[] = []): Record {
  return sealed(statementOf(answers, page, noted, keptBack), stamp);
}

test("the checksum is the CRC-32 that everybody else computes", () => {
  assert.equal(crc32("123456789"), "cbf43926");
  assert.equal(crc32(""), "00000000");
});

for (const name of GOLDEN) {
  test(`the record ${name} has the canonical JSON and the checksum that Python gives it`, () => {
    const { record, canonical, crc32: checksum } = golden(name);
    const { crc32: _seal, ...body } = record;
    assert.equal(canonicalJson(body), canonical);
    assert.equal(recordChecksum(record), checksum);
    assert.equal(validate(record), true);
  });
}

test("no answers make a record that says so of everything that was asked", () => {
  assert.deepEqual(recordOf(new Map()), golden("nothing-said").record);
});

test("answers make the record that Python makes of them", () => {
  const stamp = {
    id: "00112233445566778899aabbccddeeff",
    rev: 3,
    created: "2026-11-20T08:00:00Z",
    updated: "2026-11-21T19:30:05Z",
    day: "2026-11-22",
  };
  assert.deepEqual(recordOf(MUCH_SAID, stamp, PAGE, NOTED), golden("much-said").record);
});

test("zero, not sure, does not apply, rather not say and unanswered stay apart", () => {
  const value = (given: string | null): unknown => {
    const answers: Answers = given === null ? new Map() : new Map([["values.less-pain", [given]]]);
    const { state, value: number } = recordOf(answers).values[1] as { state: string; value: unknown };
    return [state, number];
  };
  assert.deepEqual(["0", "unsure", "not_applicable", "prefer_not_to_say", null].map(value), [
    ["answered", 0],
    ["unsure", null],
    ["not_applicable", null],
    ["prefer_not_to_say", null],
    ["unanswered", null],
  ]);
});

test("a ranking without an order carries its state, and an order wins over a state", () => {
  const ranking = (...pairs: [string, string[]][]): unknown => {
    const { state, order } = recordOf(new Map(pairs)).values[3] as { state: string; order: string[] };
    return [state, order];
  };
  assert.deepEqual(ranking(["values.order.state", ["unsure"]]), ["unsure", []]);
  assert.deepEqual(ranking(["values.order", ["cost,work,sleep"]]), ["answered", ["cost", "work", "sleep"]]);
  assert.deepEqual(ranking(["values.order", ["cost,work,sleep"]], ["values.order.state", ["unsure"]])?.[0 as never], "answered");
});

test("a question that the page does not have is not in its record", () => {
  const fields = new Map(PAGE.fields);
  fields.delete("readiness.clear");
  const record = recordOf(new Map(), STAMP, { ...PAGE, fields, words: { ...PAGE.words, questions: [], checks: [] } });
  assert.deepEqual(record.values, []);
  assert.deepEqual(record.readiness.map(({ id }) => id), ["sure", "informed", "supported"]);
});

test("a record of the same aid, and of another text or version of it, are told apart", () => {
  const { record } = golden("much-said");
  const older = (aid: object): boolean => answersIn({ ...record, aid: { ...record.aid, ...aid } }, PAGE).isOlderAid;
  assert.equal(older({}), false);
  assert.equal(older({ source_sha256: "fedcba9876543210" }), true);
  assert.equal(older({ version: "1.1.0" }), true);
  assert.equal(answersIn({}, PAGE).isOlderAid, true);
});

test("every answer comes back from its own record", () => {
  const { answers, changed, isPartial } = answersIn(golden("much-said").record, PAGE);
  assert.deepEqual([changed, isPartial], [[], false]);
  const { id, rev, created, updated, day } = golden("much-said").record;
  assert.deepEqual(recordOf(answers, { id, rev, created, updated, day }, PAGE, NOTED), golden("much-said").record);
});

test("lines that were left empty are no parts that are missing", () => {
  const { answers, isPartial } = answersIn(golden("nothing-said").record, PAGE);
  assert.deepEqual([answers.size, isPartial], [0, false]);
});

test("an answer to a question that has changed since is left out and named", () => {
  const { answers, changed } = answersIn(golden("much-said").record, reworded("less-pain"));
  assert.deepEqual(changed, ["Less pain"]);
  assert.equal(answers.has("values.less-pain"), false);
  assert.deepEqual(answers.get("values.avoid-rash"), ["0"]);
});

test("more own questions than there are lines for is said", () => {
  const own = Array.from({ length: 5 }, (_, n) => ({ id: null, text: `${n}?` }));
  const { answers, isPartial } = answersIn({ questions: own }, PAGE);
  assert.equal(isPartial, true);
  assert.deepEqual(answers.get("own_question.3"), ["2?"]);
});

test("a warning sign that the aid has lost takes no other one with it, and the page says so", () => {
  const { answers, isPartial } = answersIn({ red_flags: ["gone", "stiff-neck"] }, PAGE);
  assert.deepEqual([answers.get("red_flags"), isPartial], [["stiff-neck"], true]);
});

test("own words may be any words, those too that name a state", () => {
  for (const word of ["unanswered", "unsure", "answered", "null"]) {
    const answers: Answers = new Map([["what_matters", [word]], ["own_question.1", [word]], ["filled_in_by.helper", [word]], ["own_idea", [word]]]);
    const back = answersIn(recordOf(answers), PAGE);
    assert.deepEqual([back.answers, back.isPartial], [answers, false]);
  }
});

test("an answer to a question that went is said to be missing, and one that was never given is not", () => {
  const { record } = golden("much-said");
  const without = (part: "questions" | "checks"): Page => ({ ...PAGE, words: { ...PAGE.words, [part]: PAGE.words[part]?.slice(1) ?? [] } });
  assert.equal(answersIn(record, without("questions")).isPartial, true);
  assert.equal(answersIn(record, without("checks")).isPartial, true);
  assert.equal(answersIn(golden("nothing-said").record, without("questions")).isPartial, false);
});

const UNREADABLE: readonly object[] = [
  { values: [{ id: "less-pain", wording: "2".repeat(16), kind: "importance", state: "later", value: null }] },
  { values: [{ id: "less-pain", wording: "2".repeat(16), kind: "importance", state: "answered", value: null }] },
  { leaning: { state: "later", option: null } },
  { what_matters: 7 },
  { readiness: [{ id: "sure", state: 5 }] },
];
for (const data of UNREADABLE) {
  test(`that ${JSON.stringify(data)} cannot be read is said`, () => {
    const { answers, isPartial } = answersIn(data, PAGE);
    assert.deepEqual([answers.size, isPartial], [0, true]);
  });
}

const ANYTHING = [null, 7, "text", [], {}, { values: 1, knowledge: "x", questions: [null, 7, {}], leaning: [], readiness: [{ id: "sure" }], aid: null }];
for (const data of ANYTHING) {
  test(`reading ${JSON.stringify(data)} as a record gives no answer that the page knows`, () => {
    assert.equal(answersIn(data, PAGE).answers.size, 0);
  });
}

const CONTRADICTING: { readonly [name: string]: object } = {
  "a list for a number": { values: [{ id: "less-pain", wording: "2".repeat(16), kind: "importance", state: "answered", value: { 0: 9 } }] },
  "an order for a rating": { values: [{ id: "less-pain", wording: "2".repeat(16), kind: "importance", state: "answered", order: ["work"] }] },
  "a rating that is no whole number": { values: [{ id: "less-pain", wording: "2".repeat(16), kind: "importance", state: "answered", value: 9.5 }] },
  "yes said as a number": { readiness: [{ id: "sure", state: "answered", yes: 1 }] },
  "a question that nobody asks": { readiness: [{ id: "constructor", state: "answered", yes: true }] },
  "a state that is a number, or the text of one": {
    values: [
      { id: "less-pain", wording: "2".repeat(16), kind: "importance", state: 5 },
      { id: "avoid-rash", wording: "1".repeat(16), kind: "importance", state: "5" },
    ],
  },
  "a value and no state": { leaning: { option: "wait" }, stratum: { stratum: "fever" } },
};

for (const [name, data] of Object.entries(CONTRADICTING)) {
  test(`${name} is no answer`, () => {
    assert.equal(answersIn(data, PAGE).answers.size, 0);
  });
}

test("what is kept back makes the record that Python makes of it, whatever the order it was said in", () => {
  const { id, rev, created, updated, day } = golden("kept-back").record;
  const keptBack: PartName[] = ["leaning", "knowledge", "filled_in_by", "red_flags"];
  assert.deepEqual(recordOf(MUCH_SAID, { id, rev, created, updated, day }, PAGE, NOTED, keptBack), golden("kept-back").record);
});

test("the parts that can be kept back are those of the schema", () => {
  const schema = JSON.parse(readFileSync("src/decisionaid/theme/schema/record.schema.json", "utf8"));
  assert.deepEqual(PART_NAMES, schema.properties.kept_back.items.enum);
});

test("all parts but what the page noted can be kept back, and nothing else", () => {
  const kept = recordOf(MUCH_SAID, STAMP, PAGE, NOTED, PART_NAMES);
  assert.deepEqual(kept.kept_back, PART_NAMES);
  assert.deepEqual(checkedRecord(structuredClone(kept)), { record: kept, left: [] });
  assert.deepEqual([kept.noted, kept.words], [[], {}]);
});

for (const name of PART_NAMES) {
  test(`of ${name}, kept back, nothing is in the record`, () => {
    const noted: Record["noted"] = [{ kind: "alike", text: "Alike" }, { kind: "toward", text: "Toward" }];
    const [shared, kept] = [recordOf(MUCH_SAID, STAMP, PAGE, noted), recordOf(MUCH_SAID, STAMP, PAGE, noted, [name])];
    assert.deepEqual(checkedRecord(structuredClone(kept)), { record: kept, left: [] });
    assert.notDeepEqual(shared[name], kept[name]);
    assert.ok(!Object.keys(kept.words).some((place) => place.startsWith(`${name}/`)));
    const told: { readonly [part: string]: readonly string[] } = { values: [], leaning: ["alike"], own_concerns: ["toward"] };
    assert.deepEqual(kept.noted.map(({ kind }) => kind), told[name] ?? ["alike", "toward"]);
    // The other parts are what they were.
    for (const other of PART_NAMES.filter((each) => each !== name)) assert.deepEqual(kept[other], shared[other]);
  });
}
