/** What a record from outside comes to on the page of an aid: whose it is, of which aid, and what to know of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Opened } from "../../src/decisionaid/theme/scripts/incoming/read-types.ts";
import { asInRecord, broughtBack, hasOwn, type Brought, type Refused } from "../../src/decisionaid/theme/scripts/patient/brought-back.ts";
import type { Answers } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import type { Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { answersIn, sealed, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { blockOf } from "../../src/decisionaid/theme/scripts/handover/save-file.ts";
import { OWN_COPY } from "../../src/decisionaid/theme/scripts/handover/record-file.ts";
import { written, type Entry } from "../../src/decisionaid/theme/scripts/keeping/entry.ts";
import { decodeState, encodeState } from "../../src/decisionaid/theme/scripts/patient/session.ts";
import { EMPTY } from "../../src/decisionaid/theme/scripts/patient/store.ts";
import { read as readText } from "../../src/decisionaid/theme/scripts/incoming/reading.ts";
import { MUCH_SAID, PAGE } from "./example.ts";

const STAMP = { id: "4".repeat(32), rev: 3, created: "2026-11-22T09:00:00Z", updated: "2026-11-28T18:30:00Z", day: "2026-11-28" };
const RECORD = sealed(statementOf(MUCH_SAID, PAGE), STAMP);
const NONE: Answers = new Map();
const HELPERS: Answers = new Map([["filled_in_by.role", ["helper"]]]);

function opened(changed: Partial<Record> = {}, more: Partial<Opened> = {}): { opened: Opened } {
  return { opened: { record: { ...RECORD, ...changed }, known: { words: null, missing: "unknown_aid" }, left: [], isAltered: false, ...more } };
}

function brought(read: Parameters<typeof broughtBack>[0], here = NONE, text = "", isFile = true): Refused | Brought {
  return broughtBack(read, text, isFile, PAGE, here, (part) => `<${part}>`, { question: (name) => `<${name}>`, answer: (_name, values) => `<${values.join()}>`, asSaid: (_name, words) => words });
}

function keysOf(outcome: Refused | Brought): string[] {
  return ("told" in outcome ? outcome.told : outcome.notes).map(({ key }) => key);
}

test("one's own record comes back whole, under its own name", () => {
  const outcome = brought(opened());
  assert.ok("state" in outcome);
  // A record has its answers in an order of its own, single spaces in a line, and own questions one after the other.
  const inOrder = (answers: Answers): string[] => [...answers].map((each) => each.join("=").replace(/\s+/g, " ").replace("= ", "=").replace("own_question.2", "own_question.1").trim()).sort();
  assert.deepEqual(inOrder(outcome.state.answers), inOrder(MUCH_SAID));
  const { id, rev, created } = STAMP;
  assert.deepEqual(outcome.state.saved, { id, rev, created });
  assert.equal(outcome.state.isHandedOver, true);
  assert.equal(outcome.updated, STAMP.updated);
  assert.deepEqual(keysOf(outcome).filter((key) => key !== "done.helped"), []);
});

test("a record of another aid, of nobody, or of somebody else changes nothing, and says where it opens", () => {
  const other = brought(opened({ aid: { ...RECORD.aid, id: "other", title: "Another <b>decision</b>" } }));
  assert.deepEqual(other, { told: [{ key: "fault.other_aid", values: { title: "Another <b>decision</b>" } }], own: [], leads: "fault.other_aid.link" });
  assert.deepEqual(keysOf(brought(opened({ id: "0".repeat(16) + "4".repeat(16) }))), ["fault.made_up"]);
  const helper = { role: "helper", helper: "", view: "" } as const;
  assert.deepEqual(keysOf(brought(opened({ filled_in_by: helper }))), ["fault.helper"]);
  assert.deepEqual(keysOf(brought(opened(), HELPERS)), ["fault.person"]);
  const own = brought(opened({ filled_in_by: helper }), HELPERS);
  assert.ok("state" in own && keysOf(own).includes("done.helper"));
});

test("a code of another aid, and one whose words are not here, say so with what was written in it", () => {
  const without = { aid: "other", version: "1.0.0", own: ["made up"], helper: "", view: "" };
  assert.deepEqual(keysOf(brought({ without }, NONE, "", false)), ["fault.other_aid"]);
  const ours = brought({ without: { ...without, aid: PAGE.aid.id } }, NONE, "", false);
  assert.deepEqual(ours, { told: [{ key: "fault.without", values: { version: "1.0.0" } }], own: ["made up"], leads: null });
});

test("a plan is told from what is none of ours, as a file and as a code", () => {
  const said = (fault: "not_ours" | "plan" | "damaged", text: string, isFile: boolean): string[] => keysOf(brought({ fault }, NONE, text, isFile));
  assert.deepEqual(said("plan", "", false), ["fault.plan"]);
  assert.deepEqual(said("not_ours", '{"format":"decisionaid.plan/1"}', true), ["fault.plan"]);
  assert.deepEqual(said("not_ours", "good morning", true), ["fault.not_ours"]);
  assert.deepEqual(said("not_ours", "good morning", false), ["code.not_ours"]);
  assert.deepEqual(said("damaged", "", false), ["code.damaged"]);
  assert.deepEqual(keysOf(brought({ fault: "newer" }, NONE, "", false)), ["fault.newer"]);
});

test("what nobody could read is no answer, and nothing is ticked to be shared for it", () => {
  const [asked] = RECORD.values;
  assert.ok(asked);
  const page = { ...PAGE, fields: new Map([...PAGE.fields, [`share.${asked.id}`, { kind: "many", values: ["yes"] }] as const]) };
  const back = (value: object): Answers => answersIn({ ...RECORD, values: [value] }, page).answers;
  const shares = (answers: Answers): string[] => [...answers.keys()].filter((name) => name.startsWith("share."));
  assert.deepEqual(shares(back(asked)), [`share.${asked.id}`]);
  const bare = { id: asked.id, kind: asked.kind, wording: "wording" in asked ? asked.wording : undefined };
  for (const state of ["unreadable", "crossed_out", "unanswered", "answered"]) assert.deepEqual(shares(back({ ...bare, state, value: null })), [], state);
});

test("what was typed in from paper is another record, and says so", () => {
  const paper = { typed_by: "nurse", words: "", written: "", unclear: [] } as const;
  const outcome = brought(opened({ paper: { ...paper, unclear: [] } }));
  assert.ok("state" in outcome);
  assert.equal(outcome.state.saved, null);
  assert.ok(keysOf(outcome).includes("done.from_paper"));
});

test("what was changed, is of another text or was not shared is said, and what is asked otherwise is asked again", () => {
  const [first, ...others] = RECORD.values;
  assert.ok(first);
  const outcome = brought(
    opened({ aid: { ...RECORD.aid, source_sha256: "0".repeat(16) }, values: [{ ...first, wording: "0".repeat(8) }, ...others], kept_back: ["ideas"], ideas: [] }, { isAltered: true }),
  );
  assert.ok("state" in outcome);
  assert.ok(![...outcome.state.answers.keys()].some((name) => `${name}.`.startsWith(`values.${first.id}.`)));
  const keys = keysOf(outcome);
  assert.deepEqual(["done.altered", "done.older_aid", "done.not_shared"].filter((key) => !keys.includes(key)), []);
  assert.equal(keys.at(-1), "done.reasked");
  assert.deepEqual(outcome.notes.find(({ key }) => key === "done.not_shared")?.values, { parts: "<ideas>" });
});

test("answers of a page are held beside those of a record as a record has them, but for what is not shared", () => {
  const outcome = brought(opened());
  assert.ok("state" in outcome);
  const inOrder = (answers: Answers): string => JSON.stringify([...answers].sort(([one], [other]) => (one < other ? -1 : 1)));
  assert.notEqual(inOrder(MUCH_SAID), inOrder(outcome.state.answers));
  assert.equal(inOrder(asInRecord(MUCH_SAID, PAGE)), inOrder(outcome.state.answers));
  const mine: Answers = new Map([["values.not-asked-here", ["5"]]]);
  assert.deepEqual([...asInRecord(mine, PAGE)], [...mine]);
});

test("that a page is for a helper's own answers is no answer", () => {
  assert.equal(hasOwn(NONE), false);
  assert.equal(hasOwn(HELPERS), false);
  assert.equal(hasOwn(new Map([["filled_in_by.role", ["carer"]]])), true);
  assert.deepEqual(keysOf(brought(opened({ ...sealed(statementOf(NONE, PAGE), STAMP) }))), ["fault.empty"]);
});

const UNSHARED = "<b>kept to myself</b>, made up, ü";
const OWN_ANSWERS: Answers = new Map([...MUCH_SAID, ["what_matters", [UNSHARED]]]);

/** A person's own copy, in which one part is not to be shared. */
function ownCopy(more: Partial<Entry> = {}): string {
  const state = encodeState({ ...EMPTY, answers: OWN_ANSWERS, keptBack: ["what_matters"] }, PAGE);
  const entry: Entry = { of: PAGE.aid.id, life: "0", rev: 1, by: "0", changed: Date.UTC(2026, 10, 28), told: 0, version: "1", state, said: [], ...more };
  return `<html>${blockOf(OWN_COPY, written(entry))}</html>`;
}

function ofOwn(text: string, here = NONE): Refused | Brought {
  return brought({ fault: "own_copy" }, here, text);
}

test("a person's own copy brings back all that was said, and what is not shared stays so", () => {
  const outcome = ofOwn(ownCopy());
  assert.ok("state" in outcome);
  // As a tab that is loaded again has them: lines with single spaces.
  const state = encodeState({ ...EMPTY, answers: OWN_ANSWERS }, PAGE);
  assert.deepEqual([...outcome.state.answers], [...decodeState(state, PAGE, []).state.answers]);
  assert.deepEqual(outcome.state.answers.get("what_matters"), [UNSHARED]);
  assert.deepEqual(outcome.state.keptBack, ["what_matters"]);
  assert.deepEqual(outcome.notes.find(({ key }) => key === "done.own_copy")?.values, { parts: "<what_matters>" });
  assert.ok(!keysOf(outcome).includes("done.altered"));
  assert.equal(outcome.updated, "2026-11-28T00:00:00.000Z");
});

test("a person's own copy that is not as it was says so, and one that is none of this page changes nothing", () => {
  assert.ok(keysOf(ofOwn(ownCopy().replace("made up, ", "made it, "))).includes("done.altered"));
  assert.deepEqual(keysOf(ofOwn(ownCopy({ of: "other" }))), ["fault.other_copy"]);
  assert.deepEqual(keysOf(ofOwn(ownCopy().replace("decisionaid.kept/1", "decisionaid.kept/9"))), ["fault.newer"]);
  for (const bad of [ownCopy().slice(0, 300), ownCopy({ state: "{}" }), OWN_COPY, `${OWN_COPY}{"of":{}}`, `${OWN_COPY}[1]`]) assert.deepEqual(keysOf(ofOwn(bad)), ["fault.damaged"], bad);
  assert.deepEqual(keysOf(ofOwn(ownCopy(), HELPERS)), ["fault.person"]);
  const late = ofOwn(ownCopy({ changed: Number.MAX_SAFE_INTEGER }));
  assert.ok("state" in late && late.updated === "");
});

test("of a person's own copy what has no place any more is there in the words of then", () => {
  const said = [{ name: "values.gone", question: "Gone?", answer: "made up" }, { name: "what_matters", question: "What matters?", answer: UNSHARED }];
  const outcome = ofOwn(ownCopy({ said }));
  assert.ok("state" in outcome);
  assert.deepEqual(outcome.before, said.slice(0, 1));
});

test("nobody else's page reads a person's own copy, whatever mail did to it", async () => {
  const none = { wordsOf: () => Promise.reject(new Error("asked")), versionOf: () => Promise.reject(new Error("asked")) };
  for (const text of [ownCopy(), btoa(unescape(encodeURIComponent(ownCopy()))).replace(/.{76}/g, "$&\n"), ownCopy().replace(/</g, "&lt;")]) {
    assert.deepEqual(await readText(text, none), { fault: "own_copy" });
    const outcome = ofOwn(text);
    assert.ok("state" in outcome && outcome.state.answers.get("what_matters")?.[0] === UNSHARED);
  }
});

test("what was answered to a question that reads otherwise now is there in the words that the record brought along", () => {
  const [value] = RECORD.values.filter(({ state }) => state === "answered");
  assert.ok(value);
  const values = RECORD.values.map((each) => (each === value ? { ...each, wording: "other" } : each)) as Record["values"];
  const outcome = brought(opened({ values }));
  assert.ok("state" in outcome);
  assert.deepEqual(outcome.before.map(({ name }) => name), [`values.${value.id}`]);
  const [before] = outcome.before;
  assert.equal(before?.question, RECORD.words[`values/${value.id}`]);
  assert.ok(before?.answer);
  const same = brought(opened());
  assert.deepEqual("state" in same && same.before, []);
});
