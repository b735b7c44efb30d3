/** How an aid stood against its own dates goes with the answers, and the clinician is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import { sealed, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { fileText } from "../../src/decisionaid/theme/scripts/handover/save-file.ts";
import { sheetOf } from "../../src/decisionaid/theme/scripts/handover/sheet.ts";
import { golden, PAGE, say, summary, WORDS } from "./example.ts";

const STATES = ["current", "due", "overdue", "expired", "withdrawn"] as const;
const { record } = golden("much-said");
const { id, rev, created, updated, day } = record;

const THEN = {
  current: [],
  due: [],
  overdue: ["When they used the aid, it was late for its check, and its pages said so."],
  expired: ["When they used the aid, it was out of date and showed no figures."],
  withdrawn: [],
};

function notes(clock: (typeof STATES)[number] | null, words: AidWords = WORDS): readonly string[] {
  const of = { ...structuredClone(record), aid: { ...record.aid, clock } };
  return sheetOf(of, { words, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01").notes;
}

test("a record says which state the person saw", () => {
  for (const clock of STATES) {
    const page = { ...PAGE, aid: { ...PAGE.aid, clock } };
    const written = sealed(statementOf(new Map(), page), { id, rev, created, updated, day });
    assert.equal(written.aid.clock, clock);
    assert.equal(checkedRecord(structuredClone(written))?.record.aid.clock, clock);
  }
});

test("a file from before there was a state says nothing of it, and another word is left out", () => {
  const older: any = structuredClone(record);
  delete older.aid.clock;
  assert.equal(checkedRecord(older)?.record.aid.clock, null);
  assert.deepEqual(notes(null), []);
  const odd: any = structuredClone(record);
  odd.aid.clock = "fresh";
  const checked = checkedRecord(odd);
  assert.deepEqual([checked?.record.aid.clock, checked?.left], [null, ["aid/clock"]]);
});

test("the clinician is told what the person saw, when it was late or out of date", () => {
  for (const clock of STATES) assert.deepEqual(notes(clock), THEN[clock]);
});

test("the clinician is told how the aid stands now, and both where they differ", () => {
  const now = "This aid was withdrawn on 20 November 2026. A made-up newer review.";
  const words: AidWords = { ...WORDS, status: "withdrawn", clock: "withdrawn", clock_words: now };
  assert.deepEqual(notes("current", words), [now]);
  assert.deepEqual(notes("overdue", words), [now, ...THEN.overdue]);
});

test("the summary and the saved file say it in words", () => {
  const said = { current: "", due: "", overdue: "The aid was late for its check", expired: "The aid was out of date and showed no figures", withdrawn: "" };
  for (const clock of STATES) {
    const blocks = summary(new Map(), { ...PAGE, aid: { ...PAGE.aid, clock } });
    const about = blocks.find((block) => block.id === "about")?.lines ?? [];
    const file = fileText(blocks, [], record, say("ways"), "ltr", "");
    for (const words of Object.values(said).filter(Boolean)) {
      assert.equal(about.includes(words), said[clock] === words);
      assert.equal(file.includes(`<li>${words}</li>`), said[clock] === words);
    }
  }
});
