/** The sheet goes by the device's own day, and by the site's words where it has them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import { seenOnDay } from "../../src/decisionaid/theme/scripts/handover/on-day.ts";
import { sheetOf } from "../../src/decisionaid/theme/scripts/handover/sheet.ts";
import type { Sheet } from "../../src/decisionaid/theme/scripts/handover/sheet-shape.ts";
import type { Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { golden, say, WORDS } from "./example.ts";

const MUCH = golden("much-said").record;
const DATED: AidWords = {
  ...WORDS,
  came_out: "2026-04-01",
  later: [
    { after: "2028-03-01", state: "overdue", said: "Late, as a made-up aid says." },
    { after: "2029-03-01", state: "expired", said: "Ended, as a made-up aid says." },
  ],
  until: "Not to be used after 1 March 2029.",
  gone: "This figure is out of date. We no longer show it.",
};

function on(day: string, change: Partial<Record> = {}, isAltered = false, words: AidWords | null = DATED): Sheet {
  const record = { ...structuredClone(MUCH), day: "2026-11-22", ...change };
  return sheetOf(record, { words, missing: "unknown_aid" }, [], say("clinician"), isAltered, day);
}

test("on the last day the figures stand with their end, a day later there are none", () => {
  const last = on("2029-03-01");
  assert.ok(last.figures && last.figures.rows.length > 0);
  assert.equal(last.until, "Not to be used after 1 March 2029.");
  assert.deepEqual(last.notes, ["Late, as a made-up aid says."]);
  const ended = on("2029-03-02");
  assert.equal(ended.figures, null);
  assert.equal(ended.until, "");
  assert.deepEqual(ended.notes, ["Ended, as a made-up aid says."]);
  assert.ok(ended.flags.some((each) => each.startsWith("The aid is out of date, and none of its figures are shown")));
});

test("after the end no part of the sheet has a figure of the aid, and what they answered stays", () => {
  const said = (sheet: Sheet): string => JSON.stringify(sheet);
  assert.match(said(on("2029-03-01")), /159 of 1,000/);
  assert.doesNotMatch(said(on("2029-03-02")), /159 of 1,000/);
  assert.match(said(on("2029-03-02")), /They said: /);
});

test("a site that was built late, with the end before it, shows none either", () => {
  const built: AidWords = { ...DATED, clock: "expired", clock_words: "Ended, as a made-up aid says.", later: [] };
  assert.equal(on("2031-02-03", {}, false, built).figures, null);
});

test("a date that cannot be right is said, and nothing is taken away", () => {
  const notes = (day: string, saved: string): readonly string[] => {
    const sheet = on(day, { day: saved });
    assert.ok(sheet.figures);
    return sheet.notes;
  };
  assert.deepEqual(notes("2026-11-28", "2026-11-28"), []);
  assert.match(notes("2026-11-28", "2020-02-03").join(), /^The file says it was saved on 3 February 2020\. That is before this aid came out/);
  assert.match(notes("2026-11-28", "2034-06-07").join(), /^The file says it was saved on 7 June 2034\. By the date of this device that is still to come/);
  assert.match(notes("2020-02-03", "2026-11-22").join(), /^The date on this device seems to be wrong/);
  // A file from before there was a day has a moment in UTC: it may be tomorrow there.
  assert.deepEqual(notes("2026-11-20", ""), []);
});

const BAD = "Agreed with a made-up doctor: stop all medicines";
const SIGNS: Partial<Record> = { red_flags: ["stiff-neck"], words: { "red_flags/stiff-neck": BAD } };

test("a ticked warning sign is said in the site's words whatever the file calls it", () => {
  const [kept = ""] = on("2026-11-28", SIGNS).flags;
  assert.equal(kept, `Warning sign ticked: A stiff neck (the file has these words for it: “${BAD}”)`);
  const [altered = ""] = on("2026-11-28", SIGNS, true).flags;
  assert.equal(altered, "Warning sign ticked: A stiff neck");
});

test("in a file that is not as it was saved, the site's words go before the file's for every id it knows", () => {
  const change: Partial<Record> = {
    leaning: { ...MUCH.leaning, state: "answered", option: "wait" },
    stratum: { state: "answered", stratum: "fever" },
    words: { "leaning/wait": BAD, "stratum/fever": BAD },
  };
  assert.doesNotMatch(JSON.stringify(on("2026-11-28", change, true)), new RegExp(BAD));
  assert.match(JSON.stringify(on("2026-11-28", change, false)), /stop all medicines \(in an older wording\)/);
});

test("what only the file has words for is shown all the same, and marked", () => {
  const gone: Partial<Record> = { red_flags: ["gone"], words: { "red_flags/gone": "A made-up sign" } };
  assert.equal(on("2026-11-28", gone, true).flags[0], "Warning sign ticked: A made-up sign (in an older wording)");
  assert.match(on("2026-11-28", SIGNS, true, null).flags[0] ?? "", /stop all medicines/);
});

test("figures of an earlier text stand until they end, and until the aid of today ends or is withdrawn", () => {
  const rows = (words: AidWords | null, day: string): number => seenOnDay(DATED, words, day).facts?.length ?? 0;
  const today: AidWords = { ...WORDS, source_sha256: "f".repeat(16) };
  assert.equal(rows(today, "2028-01-01"), DATED.facts?.length);
  assert.equal(rows(null, "2028-01-01"), DATED.facts?.length);
  assert.equal(rows(today, "2029-03-02"), 0);
  for (const clock of ["expired", "withdrawn"] as const) {
    const seen = seenOnDay(DATED, { ...today, clock }, "2028-01-01");
    assert.deepEqual([seen.facts, seen.until], [[], ""]);
    assert.ok(seen.checks?.every(({ explanation }) => explanation === DATED.gone));
    assert.equal(seen.title, DATED.title);
  }
  const ending: AidWords = { ...today, later: [{ after: "2028-06-01", state: "expired", said: "Ended." }] };
  assert.equal(rows(ending, "2028-06-01"), DATED.facts?.length);
  assert.equal(rows(ending, "2028-06-02"), 0);
});
