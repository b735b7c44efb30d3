/** What stands in storage is not trusted: whatever it is, the page starts with answers it knows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { Keep } from "../../src/decisionaid/theme/scripts/page/keep.ts";
import { decodeState, encodeState } from "../../src/decisionaid/theme/scripts/patient/session.ts";
import type { State } from "../../src/decisionaid/theme/scripts/patient/store.ts";
import { MUCH_SAID, PAGE, reworded } from "./example.ts";

const STEPS = ["start", "values", "summary"];
const SAVED = { id: "ab".repeat(16), rev: 2, created: "2026-11-20T08:00:00Z" };

function shown(answers: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  return new Map([...answers].map(([name, values]) => [name, accepted(PAGE.fields.get(name)!, values)!]));
}

const STATE: State = { answers: shown(MUCH_SAID), keptBack: ["leaning"], visited: new Set(["start", "values"]), saved: SAVED, isHandedOver: true };
const keys = (notes: readonly { key: string }[]): string[] => notes.map(({ key }) => key);
const TEXT = encodeState(STATE, PAGE);

/** The stored data after a change to it. */
function changed(change: (data: any) => unknown): string {
  const data = JSON.parse(TEXT);
  const instead = change(data);
  return JSON.stringify(instead === undefined ? data : instead);
}

function withAnswer(name: string, values: unknown): string {
  return changed((data) => void (data.answers[name] = values));
}

test("the state comes back as it was, without a word", () => {
  const { state, notes } = decodeState(TEXT, PAGE, STEPS);
  assert.deepEqual(notes, []);
  assert.equal(state.isHandedOver, true);
  assert.deepEqual(new Map([...state.answers].sort()), new Map([...STATE.answers].sort()));
  assert.deepEqual(state.visited, STATE.visited);
  assert.deepEqual(state.saved, SAVED);
});

const UNREADABLE: { [name: string]: string } = {
  "nothing": "",
  "a space": " ",
  "no JSON": "{",
  "cut in the middle": TEXT.slice(0, TEXT.length / 2),
  "cut by one": TEXT.slice(0, -1),
  "two of them": TEXT + TEXT,
  "a list": "[]",
  "a list of states": `[${TEXT}]`,
  "null": "null",
  "true": "true",
  "a number": "7",
  "a text": '"text"',
  "an empty object": "{}",
  "a text of JSON": JSON.stringify(TEXT),
  "nested deep": "[".repeat(60_000),
  "nested deep and closed": "[".repeat(30_000) + "]".repeat(30_000),
  "too large": TEXT.slice(0, -1) + `,"more":"${"x".repeat(66_000)}"}`,
  "5 million characters": "x".repeat(5_000_000),
  "unseen characters": "\u0000\u0001\ufffe",
  "markup": "<script>alert(1)</script>",
  "no format": changed((data) => void delete data.format),
  "a newer format": changed((data) => void (data.format = "decisionaid.answers/2")),
  "the format of a record": changed((data) => void (data.format = "decisionaid.record/1")),
  "a format that is no text": changed((data) => void (data.format = ["decisionaid.answers/1"])),
  "another aid": changed((data) => void (data.aid = "another-aid")),
  "no aid": changed((data) => void delete data.aid),
  "an aid that is no text": changed((data) => void (data.aid = { id: "example-condition" })),
  "format and aid as prototype only": `{"__proto__":${TEXT}}`,
};

for (const [name, text] of Object.entries(UNREADABLE)) {
  test(`stored: ${name}: the page starts empty and says so`, () => {
    const { state, notes } = decodeState(text, PAGE, STEPS);
    assert.deepEqual([state.answers.size, state.visited.size, state.saved, state.isHandedOver], [0, 0, null, false]);
    assert.deepEqual(keys(notes), ["kept.unreadable"]);
  });
}

const PARTLY: { [name: string]: [text: string, lost: string | null] } = {
  "a value the page does not have": [withAnswer("values.less-pain", ["11"]), "values.less-pain"],
  "a number": [withAnswer("values.less-pain", [9]), "values.less-pain"],
  "a text instead of a list": [withAnswer("values.less-pain", "9"), "values.less-pain"],
  "two values where one goes": [withAnswer("values.less-pain", ["9", "8"]), "values.less-pain"],
  "no value": [withAnswer("values.less-pain", []), "values.less-pain"],
  "null": [withAnswer("values.less-pain", null), "values.less-pain"],
  "a list in a list": [withAnswer("values.less-pain", [["9"]]), "values.less-pain"],
  "something like a list": [withAnswer("values.less-pain", { 0: "9", length: 1 }), "values.less-pain"],
  "a name that all objects have as a value": [withAnswer("leaning", ["constructor"]), "leaning"],
  "an order of nothing": [withAnswer("values.order", [""]), "values.order"],
  "an order with a part twice": [withAnswer("values.order", ["work,work,sleep"]), "values.order"],
  "an order with a part unknown": [withAnswer("values.order", ["work,sleep,fame"]), "values.order"],
  "boxes that are not there": [withAnswer("red_flags", ["gone", "none"]), "red_flags"],
  "a text of spaces": [withAnswer("what_matters", [" \n "]), "what_matters"],
  "an unknown name": [withAnswer("values.unknown", ["1"]), null],
  "a name that all objects have": [withAnswer("constructor", ["1"]), null],
  "a prototype of its own": [TEXT.replace('"answers":{', '"answers":{"__proto__":{"stage":["need_time"]},'), null],
  "the name toString": [withAnswer("toString", ["1"]), null],
  "answers that are a list": [changed((data) => void (data.answers = [["leaning", ["wait"]]])), "leaning"],
  "answers that are null": [changed((data) => void (data.answers = null)), "leaning"],
  "answers that are a text": [changed((data) => void (data.answers = "leaning")), "leaning"],
  "no answers": [changed((data) => void delete data.answers), "leaning"],
};

test("an order without a part that was not asked about stays as it was given", () => {
  const { state, notes } = decodeState(withAnswer("values.order", ["work,sleep"]), PAGE, STEPS);
  assert.deepEqual([state.answers.get("values.order"), keys(notes)], [["work,sleep"], []]);
});

test("a box that is gone takes no other tick with it, and the page says so", () => {
  const { state, notes } = decodeState(withAnswer("red_flags", ["stiff-neck", "none"]), PAGE, STEPS);
  assert.deepEqual([state.answers.get("red_flags"), keys(notes)], [["stiff-neck"], ["kept.partly"]]);
});

for (const [name, [text, lost]] of Object.entries(PARTLY)) {
  test(`stored: ${name}: left out, and the page says so`, () => {
    const { state, notes } = decodeState(text, PAGE, STEPS);
    assert.deepEqual(keys(notes), ["kept.partly"]);
    for (const [each, values] of state.answers) {
      assert.deepEqual(values, STATE.answers.get(each), each);
    }
    if (lost !== null) assert.equal(state.answers.has(lost), false);
    else assert.equal(state.answers.size, STATE.answers.size);
    assert.equal(({} as { stage?: unknown }).stage, undefined);
  });
}

test("stored text is bounded and loses its unseen characters", () => {
  const { state } = decodeState(withAnswer("what_matters", [`a\u202eb\u0000c${"x".repeat(9000)}`]), PAGE, STEPS);
  const text = state.answers.get("what_matters")?.[0] ?? "";
  assert.equal(text.length, 1500);
  assert.ok(text.startsWith("abcx"));
});

const SAVES = [null, 7, {}, { ...SAVED, id: "x" }, { ...SAVED, rev: 0 }, { ...SAVED, rev: 1.5 }, { ...SAVED, rev: "2" }, { ...SAVED, rev: 1e9 }, { ...SAVED, created: "today" }];
for (const saved of SAVES) {
  test(`stored: a saved file called ${JSON.stringify(saved)} is forgotten`, () => {
    assert.equal(decodeState(changed((data) => void (data.saved = saved)), PAGE, STEPS).state.saved, null);
  });
}

test("steps that were read are kept when the page has them", () => {
  const read = (visited: unknown): string[] => [...decodeState(changed((data) => void (data.visited = visited)), PAGE, STEPS).state.visited];
  assert.deepEqual(read(["summary", "none", 7, "start"]), ["start", "summary"]);
  assert.deepEqual(read("start"), []);
  assert.deepEqual(read({ length: 1, 0: "start" }), []);
});

test("an aid that has changed keeps the answers to questions that have not", () => {
  const newer = { ...reworded("order"), aid: { ...PAGE.aid, source_sha256: "f".repeat(16) } };
  const { state, notes } = decodeState(TEXT, newer, STEPS);
  assert.deepEqual(notes, [{ key: "kept.changed", questions: [] }, { key: "kept.reasked", questions: ["What comes first"] }]);
  assert.equal(state.answers.has("values.order"), false);
  assert.equal(state.answers.size, STATE.answers.size - 1);
});

test("an aid that has changed elsewhere keeps all answers and says that it has changed", () => {
  const newer = { ...PAGE, aid: { ...PAGE.aid, source_sha256: "f".repeat(16) } };
  const { state, notes } = decodeState(TEXT, newer, STEPS);
  assert.deepEqual(keys(notes), ["kept.changed", "kept.here"]);
  assert.equal(state.answers.size, STATE.answers.size);
});

test("that all answers are still here is not said when a tick went with its item", () => {
  const fields = new Map(PAGE.fields).set("red_flags", { kind: "many", values: ["drowsy"] });
  const newer = { ...PAGE, fields, aid: { ...PAGE.aid, source_sha256: "f".repeat(16) } };
  assert.deepEqual(keys(decodeState(TEXT, newer, STEPS).notes), ["kept.changed", "kept.partly"]);
});

test("whether the answers stand elsewhere too is taken from what was kept, and from nothing like it", () => {
  for (const handed of ["yes", 1, {}, null]) {
    assert.equal(decodeState(changed((data) => void (data.handed = handed)), PAGE, STEPS).state.isHandedOver, false);
  }
});

/** Storage that fails from its k-th call on. */
class Failing {
  private calls = 0;
  private readonly from: number;
  private kept: string | null = null;
  constructor(from: number) {
    this.from = from;
  }
  private call<T>(result: () => T): T {
    this.calls += 1;
    if (this.calls >= this.from) throw new Error("storage fails");
    return result();
  }
  getItem = (): string | null => this.call(() => this.kept);
  setItem = (_key: string, text: string): void => this.call(() => void (this.kept = text));
  removeItem = (): void => this.call(() => void (this.kept = null));
}

for (const k of [1, 2, 3, 4, 5, 6, 7]) {
  test(`storage that fails from call ${k} on never throws and never claims to have kept`, () => {
    const storage = new Failing(k);
    const keep = new Keep(() => storage as unknown as Storage, "key");
    assert.equal(keep.write("text"), k > 2);
    assert.equal(keep.read(), k > 3 ? "text" : null);
    assert.equal(keep.forget(), k > 6);
  });
}

test("storage that may not even be named, or keeps something else, is found out", () => {
  const denied = new Keep(() => {
    throw new Error("denied");
  }, "key");
  assert.deepEqual([denied.read(), denied.write("x"), denied.forget()], [null, false, false]);
  const silent = { getItem: () => "old", setItem: () => undefined, removeItem: () => undefined };
  const full = new Keep(() => silent as unknown as Storage, "key");
  assert.deepEqual([full.write("new"), full.forget()], [false, false]);
});
