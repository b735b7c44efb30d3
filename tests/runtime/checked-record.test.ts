/** A record with faults is read as far as it can be, and what was left out is named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { mended } from "../../src/decisionaid/theme/scripts/handover/mended.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import { clean, line, shortened } from "../../src/decisionaid/theme/scripts/record/text.ts";
import { golden, GOLDEN } from "./example.ts";

function spoiled(change: (data: any) => void): any {
  const data = JSON.parse(JSON.stringify(golden("much-said").record));
  change(data);
  return data;
}

for (const name of GOLDEN.filter((each) => each !== "odd-letters")) {
  test(`the sound record ${name} is read whole`, () => {
    const { record } = golden(name);
    assert.deepEqual(checkedRecord(structuredClone(record)), { record: { ...record, what_matters: record.what_matters }, left: [] });
  });
}

test("fields with a default may be missing", () => {
  const { record } = golden("nothing-said");
  const { format, id, created, updated, aid, crc32 } = record;
  const checked = checkedRecord({ format, id, created, updated, aid, crc32 });
  assert.deepEqual(checked?.left, []);
  assert.deepEqual(checked?.record, { ...record, day: "", values: [], knowledge: [], readiness: [], words: {} });
});

const LEFT: { [name: string]: [change: (data: any) => void, left: string[], see: (record: any) => unknown, seen: unknown] } = {
  "a field that nobody knows": [(data) => (data.score = 9), ["score"], (record) => record.score, undefined],
  "a field inside an answer": [(data) => (data.values[1].weight = 2), ["values/1"], (record) => record.values.length, 4],
  "a value out of range": [(data) => (data.values[0].value = 11), ["values/0"], (record) => record.values[0].id, "less-pain"],
  "a value that is no number": [(data) => (data.values[0].value = "9"), ["values/0"], (record) => record.values.length, 4],
  "a value that is not whole": [(data) => (data.values[0].value = 1.5), ["values/0"], (record) => record.values.length, 4],
  "an unknown kind": [(data) => (data.values[0].kind = "slider"), ["values/0"], (record) => record.values.length, 4],
  "an answer that does not say its kind": [(data) => delete data.values[0].kind, ["values/0"], (record) => record.values[0].id, "less-pain"],
  "values that are no list": [(data) => (data.values = {}), ["values"], (record) => record.values, []],
  "an answer that is null": [(data) => (data.knowledge[0] = null), ["knowledge/0"], (record) => record.knowledge.length, 1],
  "an unknown stage": [(data) => (data.leaning.stage = "sure"), ["leaning/stage"], (record) => record.leaning.option, "wait"],
  "an id that is no id": [(data) => (data.leaning.option = "Wait Now"), ["leaning/option", "leaning"], (record) => record.leaning.stage, "want_advice"],
  "a state without its value": [(data) => (data.values[0].value = null), ["values/avoid-rash"], (record) => record.values.length, 4],
  "a value without its state": [(data) => (data.values[0].state = "unsure"), ["values/avoid-rash"], (record) => record.values.length, 4],
  "an order with a part twice": [(data) => (data.values[3].order = ["work", "work"]), ["values/order"], (record) => record.values.length, 4],
  "one question answered twice": [(data) => data.values.push({ ...data.values[0], value: 10 }), ["values/avoid-rash"], (record) => record.values[0].value, 0],
  "an empty answer given as yes": [(data) => (data.readiness[2].yes = true), ["readiness/clear"], (record) => record.readiness.length, 3],
  "too many questions": [(data) => (data.questions = Array(31).fill({ id: null, text: "?" })), ["questions"], (record) => record.questions.length, 30],
  "own words that are too long": [(data) => (data.what_matters = "x".repeat(1600)), ["what_matters"], (record) => record.what_matters.length, 1500],
  "a question that is too long": [(data) => (data.questions[1].text = "x".repeat(400)), ["questions/1/text"], (record) => record.questions[1].text.length, 300],
  "a question that is no text": [(data) => (data.questions[0].text = { a: 1 }), ["questions/0/text", "questions/0"], (record) => record.questions.length, 1],
  "a label of what is no place": [(data) => (data.words["values"] = "x"), ["words/values"], (record) => record.words["values/order"], "What comes first"],
  "a label that is no text": [(data) => (data.words["values/order"] = 7), ["words/values/order"], (record) => record.words["values/less-pain"], "Less pain"],
  "too many labels": [(data) => Object.assign(data.words, Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`values/a${n}`, "x"]))), ["words"], (record) => [Object.keys(record.words).length, record.words["leaning/wait"]], [120, "Wait and see"]],
  "labels that are no object": [(data) => (data.words = [1]), ["words"], (record) => record.words, {}],
  "a prototype": [(data) => Object.defineProperty(data, "__proto__", { value: { hurt: 1 }, enumerable: true, configurable: true }), ["__proto__"], (record) => record.hurt, undefined],
  "a constructor": [(data) => (data.constructor = { prototype: {} }), ["constructor"], (record) => record.rev, 3],
};

for (const [name, [change, left, see, seen]] of Object.entries(LEFT)) {
  test(`${name}: the rest is read`, () => {
    const checked = checkedRecord(spoiled(change));
    assert.deepEqual(checked?.left, left);
    assert.deepEqual(see(checked?.record), seen);
    assert.equal(({} as { hurt?: unknown }).hurt, undefined);
  });
}

interface StateCase {
  says: string;
  sound: boolean;
  [part: string]: any;
}
const STATES: StateCase[] = JSON.parse(readFileSync("tests/model/states.json", "utf8"));

for (const { says, sound, ...said } of STATES) {
  const [part = ""] = Object.keys(said);
  const isList = ["values", "knowledge", "readiness"].includes(part);
  test(`${says}: ${sound ? "read" : "left out, for the state contradicts its value"}`, () => {
    const asked = { id: "example-question", wording: "0".repeat(16) };
    const checked = checkedRecord(
      spoiled((data) => {
        const answer = { ...(isList && part !== "readiness" ? asked : {}), ...said[part] };
        data[part] = isList ? [answer] : answer;
      }),
    );
    assert.equal(checked?.left.length, sound ? 0 : 1);
    if (isList) assert.equal((checked?.record as any)[part].length, sound ? 1 : 0);
    else if (!sound) assert.equal((checked?.record as any)[part].state, "unanswered");
  });
}

const UNREADABLE: { [name: string]: (data: any) => void } = {
  "no id": (data) => delete data.id,
  "an id that is none": (data) => (data.id = "me"),
  "no time": (data) => delete data.updated,
  "a time that is none": (data) => (data.created = "yesterday"),
  "no aid": (data) => delete data.aid,
  "an aid that is a text": (data) => (data.aid = "example-condition"),
  "an aid without a version": (data) => delete data.aid.version,
  "an aid whose title is too long": (data) => (data.aid.title = "x".repeat(301)),
};

for (const [name, change] of Object.entries(UNREADABLE)) {
  test(`${name}: nothing is read`, () => {
    assert.equal(checkedRecord(spoiled(change)), null);
  });
}

test("thousands of unknown fields end the reading, not the page", () => {
  const many = spoiled((data) => Object.assign(data, Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`a${n}`, 1]))));
  assert.equal(checkedRecord(many), null);
});

test("unseen and turning characters are taken out of every text, half pairs are replaced", () => {
  const marked = "a\u202eb\u2066c\u0007d\ud800e";
  const checked = checkedRecord(
    spoiled((data) => {
      data.what_matters = `${marked}\nsecond`;
      data.questions[1].text = `${marked}\nsecond`;
      data.filled_in_by.helper = marked;
      data.aid.title = marked;
    }),
  );
  assert.equal(checked?.record.what_matters, "abcd\ufffde\nsecond");
  assert.equal(checked?.record.questions[1]?.text, "abcd\ufffde second");
  assert.equal(checked?.record.filled_in_by.helper, "abcd\ufffde");
  assert.equal(checked?.record.aid.title, "abcd\ufffde");
});

test("names of parts left out are made safe to show", () => {
  const checked = checkedRecord(spoiled((data) => (data[`\u202e<b>${"x".repeat(500)}`] = 1)));
  assert.equal(checked?.left.length, 1);
  assert.equal(checked?.left[0]?.length, 80);
  assert.doesNotMatch(checked?.left[0] ?? "", /\u202e/);
});

test("text is cut by characters, not by halves of them", () => {
  assert.equal(clean("👩".repeat(400), 300), "👩".repeat(300));
  assert.equal(line("  a \n\t b  "), "a b");
  assert.equal(shortened("one two three four", 12), "one two…");
  assert.equal(shortened("short", 12), "short");
});

test("of an altered file the parts that are not there are named, and the list that was cut", () => {
  const cut = spoiled((data) => {
    for (const name of ["leaning", "readiness", "ideas", "words", "crc32"]) delete data[name];
  });
  assert.equal(checkedRecord(structuredClone(cut)), null);
  const checked = checkedRecord(structuredClone(cut), true);
  assert.deepEqual(checked?.left, ["leaning", "readiness", "ideas", "words"]);
  const inList = mended(JSON.stringify({ ...cut, questions: undefined, last: 0 }).replace(',"last":0}', ',"questions":[{"text":"One?"},{"te'));
  assert.deepEqual(checkedRecord(JSON.parse(inList ?? ""), true)?.left, ["questions", "leaning", "readiness", "ideas", "words"]);
});

test("a text of letters that nobody sees says nothing; within one they are kept", () => {
  for (const hidden of ["\u200b", " \u200d\ufe0f ", "\u2060\n\u3164", "\u{e0041}\u{e007f}"]) assert.deepEqual([clean(hidden, 300), line(hidden)], ["", ""]);
  for (const seen of ["👩‍👧", "می\u200cخواهم", "a\u200b", "♥\ufe0f"]) assert.equal(line(seen), seen);
});
