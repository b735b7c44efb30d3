/** Whatever a record holds, what is made of it is whole, names whose words they are, and makes no number of a state. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import type { Known } from "../../src/decisionaid/theme/scripts/handover/about-aid.ts";
import { fhirBundle, fhirText } from "../../src/decisionaid/theme/scripts/handover/fhir.ts";
import { writtenOnDay } from "../../src/decisionaid/theme/scripts/handover/on-day.ts";
import { prsbDocument } from "../../src/decisionaid/theme/scripts/handover/prsb.ts";
import { recordText } from "../../src/decisionaid/theme/scripts/handover/record-text.ts";
import { sheetOf } from "../../src/decisionaid/theme/scripts/handover/sheet.ts";
import type { Sheet } from "../../src/decisionaid/theme/scripts/handover/sheet-shape.ts";
import { sealed } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import { STATES } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import type { Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { golden, say, WORDS } from "./example.ts";

const MUCH = golden("much-said").record;
const DAY = "2026-12-01";
const OWN = "Zeppelin of my own";
const HELPER = "Quixote my neighbour";
const VIEW = "Yodelling is what she needs";
const AIDS: { [name: string]: Known } = {
  "the aid": { words: WORDS, missing: "unknown_aid" },
  "no aid": { words: null, missing: "unknown_aid" },
  "another text": { words: { ...WORDS, source_sha256: "f".repeat(16), version: "9.0" }, seen: WORDS, missing: "no_words" },
  "withdrawn": { words: { ...WORDS, clock: "withdrawn", status: "withdrawn", clock_words: "Withdrawn." }, missing: "no_words" },
  "expired": { words: { ...WORDS, clock: "expired", clock_words: "Ended.", gone: "Gone." }, missing: "no_words" },
};

/** As it comes in: sealed by whoever made it, then checked. */
function arrived(change: Partial<Record>): { record: Record; left: readonly string[] } {
  const { id, rev, created, updated, day, crc32: _crc, format: _format, ...statement } = structuredClone({ ...MUCH, ...change });
  const made = sealed(statement, { id, rev, created, updated, day });
  const checked = checkedRecord(JSON.parse(JSON.stringify(made)));
  assert.ok(checked);
  return checked;
}

function all(sheet: Sheet): string[] {
  const parts = sheet.parts.flatMap(({ heading, lines, more }) => [heading, ...[...lines, ...more].flatMap(({ text, short = "", beside = [] }) => [text, short, ...beside])]);
  return [sheet.title, sheet.saved, ...sheet.about, ...sheet.notes, sheet.sayFirst.text, ...sheet.flags, ...parts].filter(Boolean);
}

interface Made {
  sheet: Sheet;
  texts: { [name: string]: string };
}

function made(change: Partial<Record>, known: Known): Made {
  const { record, left } = arrived(change);
  const sheet = sheetOf(record, known, left, say("clinician"), false, DAY);
  const words = writtenOnDay(known, DAY);
  return {
    sheet,
    texts: {
      sheet: all(sheet).join("\n"),
      short: recordText(record, words, "short"),
      long: recordText(record, words, "long"),
      fhir: fhirText(record, words),
      prsb: JSON.stringify(prsbDocument(record, words)),
    },
  };
}

const BROKEN = /undefined|\bNaN\b|\[object|\{[a-z_]+\}|“”|: ?;|^[:;,]|Infinity/m;

/** `typed` may look like anything. */
function sound(change: Partial<Record>, why: string, typed = ""): void {
  for (const [name, known] of Object.entries(AIDS)) {
    const { sheet, texts } = made(change, known);
    for (const [form, text] of Object.entries(texts)) {
      const own = typed ? text.replaceAll(typed, "typed") : text;
      const found = form === "fhir" || form === "prsb" ? own.replace(/\{"/g, "") : own;
      assert.doesNotMatch(found, BROKEN, `${why}, ${name}, ${form}: ${BROKEN.exec(found)?.[0]} in ${found.slice(Math.max(0, (BROKEN.exec(found)?.index ?? 0) - 90)).slice(0, 200)}`);
      assert.doesNotMatch(text, /[\u0000-\u0008\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/, `${why}, ${name}, ${form}`);
    }
    assert.ok(texts["short"]!.length <= 900, `${why}, ${name}: ${texts["short"]!.length}`);
    assert.match(texts["short"]!, /^[\n -~]*$/);
    for (const line of all(sheet)) assert.doesNotMatch(line, /: *$/, `${why}, ${name}: ${line}`);
  }
}

const NASTY = ["<img src=x onerror=hurt()>", "\u202ehurt\u202c", "{title}", "”, “", "__proto__", "Flags: none", "a\nAsks: b", "\u200b", "0", "constructor"];

const NONE: { [kind: string]: object } = { importance: { value: null }, balance: { value: null }, ranking: { order: [] }, choice: { chosen: null }, picks: { blocks: [] } };

function valuesWith(given: (kind: string, id: string) => object): Record["values"] {
  return MUCH.values.map(({ id, kind, wording }) => ({ id, kind, wording, ...NONE[kind], ...given(kind, id) })) as unknown as Record["values"];
}

test("each state of each answer stays a state in all that is made", () => {
  for (const state of [...STATES, "unanswered"] as const) {
    const values = valuesWith(() => ({ state }));
    const knowledge = MUCH.knowledge.map((each) => ({ ...each, state, answer: null }));
    const readiness = MUCH.readiness.map((each) => ({ ...each, state, yes: null }));
    const change = {
      values,
      knowledge,
      readiness,
      stratum: { state, stratum: null },
      leaning: { ...MUCH.leaning, state, option: null },
      own_concerns: MUCH.own_concerns.map((each) => ({ ...each, state, value: null })),
      noted: [],
    } as unknown as Partial<Record>;
    sound(change, state);
    for (const known of Object.values(AIDS)) {
      const { texts } = made(change, known);
      for (const form of ["sheet", "short", "long"]) assert.doesNotMatch(texts[form]!, /\d+ of 10\b|\d+\/10\b/, `${state}, ${form}`);
      assert.doesNotMatch(texts["fhir"]!, /"(?:values\/[^"]*|own_concerns)\/-?\d+","display"/, state);
      assert.doesNotMatch(texts["fhir"]!, /valueInteger|valueDecimal|valueQuantity/);
    }
  }
});

test("answers at both ends, orders of one and of none, and unknown ids", () => {
  for (const end of [0, 10]) {
    const given = (kind: string): object => ({
      state: "answered",
      ...(kind === "importance" ? { value: end } : kind === "balance" ? { value: end ? 3 : -3 } : kind === "ranking" ? { order: ["gone"] } : { chosen: "gone" }),
    });
    sound({ values: valuesWith(given) }, `ends ${end}`);
  }
  const gone = {
    red_flags: ["gone"],
    stratum: { state: "answered", stratum: "gone" },
    leaning: { ...MUCH.leaning, state: "answered", option: "gone" },
    knowledge: [{ id: "gone", wording: "0".repeat(16), state: "answered", answer: "gone" }],
    questions: [{ id: "gone", text: "" }],
    ideas: [{ id: "gone/gone", text: "" }],
    words: {},
  } as unknown as Partial<Record>;
  sound(gone, "gone");
});

test("emptied words of the file are none, and its ids stand in their place", () => {
  const words = Object.fromEntries(Object.keys(MUCH.words).map((key) => [key, ""]));
  sound({ words }, "emptied");
  sound({ words: {} }, "no words");
});

test("nothing that somebody typed breaks what is made", () => {
  for (const nasty of NASTY) {
    const named = Object.fromEntries(Object.keys(MUCH.words).map((key) => [key, nasty]));
    sound(
      {
        what_matters: nasty,
        filled_in_by: { role: "patient_with_help", helper: nasty, view: nasty },
        questions: [{ id: null, text: nasty }],
        ideas: [{ id: null, text: nasty }],
        own_concerns: [{ text: nasty, state: "answered", value: 10 }],
        noted: [{ kind: "toward", text: nasty }],
        words: named,
      } as unknown as Partial<Record>,
      JSON.stringify(nasty),
      /[{”]/.test(nasty) ? nasty : "",
    );
  }
});

test("a carer's words and a helper's view are never shown as the person's, in whatever form", () => {
  for (const role of ["patient", "unanswered", "patient_with_help", "carer"] as const) {
    const by = { what_matters: OWN, filled_in_by: { role, helper: HELPER, view: VIEW } } as Partial<Record>;
    for (const [name, known] of Object.entries(AIDS)) {
      const { sheet, texts } = made(by, known);
      const lead = { patient: "", unanswered: "", patient_with_help: "In their words, with help: ", carer: "Written for them: " }[role];
      const { record } = arrived(by);
      const matters = section(fhirBundle(record, writtenOnDay(known, DAY)), "What matters to the person");
      assert.ok(matters.startsWith(`<p>${lead}&quot;${OWN}`), `${role}, ${name}, FHIR: ${matters.slice(0, 90)}`);
      const headed = JSON.stringify(prsbDocument(record, writtenOnDay(known, DAY)).document).split('"What matters to the person":[')[1] ?? "";
      assert.ok(headed.startsWith(JSON.stringify(`${lead}"${OWN}"`).slice(0, -1)), `${role}, ${name}, PRSB: ${headed.slice(0, 90)}`);
      // The view stands once, under what says whose it is, and nowhere near the person's.
      assert.equal(texts["sheet"]!.split(VIEW).length, 2, `${role}, ${name}`);
      assert.ok(sheet.parts.find(({ id }) => id === "helper"), role);
      assert.ok(!matters.includes(VIEW) && !headed.split("]")[0]!.includes(VIEW));
      assert.match(texts["long"]!, new RegExp(`[Hh]elper[^\\n]*${VIEW}`));
    }
  }
});

function section(bundle: object, title: string): string {
  const { entry } = bundle as { entry: { resource: { section?: { title: string; text?: { div: string } }[] } }[] };
  const found = entry[0]?.resource.section?.find((each) => each.title === title)?.text?.div ?? "";
  return found.replace(/^<div[^>]*>|<\/div>$/g, "");
}

test("figures of an aid that has ended, or was withdrawn since, are in no form that is saved", () => {
  const figure = /159 of 1,000|777 of 1,000/;
  const NOTED: Record["noted"] = [{ kind: "highest", text: "What matters most to you: Less pain. 777 of 1,000 still have pain." }];
  const has = (known: Known): boolean[] => ["fhir", "prsb", "long"].map((form) => figure.test(made({ noted: NOTED }, known).texts[form]!));
  assert.ok(has(AIDS["the aid"]!).some(Boolean));
  const now: AidWords = { ...WORDS, source_sha256: "f".repeat(16) };
  for (const known of [
    AIDS["expired"]!,
    { words: { ...now, clock: "expired" }, seen: WORDS, missing: "no_words" },
    { words: { ...now, clock: "withdrawn" }, seen: WORDS, missing: "no_words" },
    { words: { ...WORDS, later: [{ after: "2026-11-30", state: "expired", said: "Ended." }] }, missing: "no_words" },
  ] as Known[]) {
    assert.deepEqual(has(known), [false, false, false]);
  }
});
