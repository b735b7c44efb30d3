/** The clinician's sheet says what the person said, in a fixed order, and judges nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesIn, wordsIn } from "../../src/decisionaid/theme/scripts/clinician/known-aids.ts";
import type { Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { sheetOf, type Sheet } from "../../src/decisionaid/theme/scripts/handover/sheet.ts";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import { golden, say, WORDS } from "./example.ts";

const MUCH = golden("much-said").record;

function sheet(change: Partial<Record> = {}, words: AidWords | null = WORDS, left: string[] = []): Sheet {
  return sheetOf({ ...structuredClone(MUCH), ...change }, { words, missing: "unknown_aid" }, left, say("clinician"));
}

function lines(of: Sheet, id: string): readonly string[] {
  return of.parts.find((part) => part.id === id)?.lines ?? [];
}

test("the parts stand in their fixed order", () => {
  assert.deepEqual(
    sheet().parts.map(({ id }) => id),
    ["questions", "matters", "unsure", "now", "misunderstood", "about"],
  );
});

test("the person's own words are said first", () => {
  assert.match(sheet().sayFirst, /^“Keep minding “Ana”\. Not to wait\./);
  assert.equal(sheet({ what_matters: "" }).sayFirst, "Less pain: 9 of 10");
  assert.equal(sheet({ what_matters: "", values: [] }).sayFirst, "They wrote no words of their own on what matters.");
});

test("long own words are shortened where they come first and whole where they belong", () => {
  const long = "word ".repeat(200).trim();
  assert.ok(sheet({ what_matters: long }).sayFirst.length < 210);
  assert.equal(lines(sheet({ what_matters: long }), "matters")[0], `“${long}”`);
});

test("what matters is sorted by the person's own number and states are kept apart", () => {
  assert.deepEqual(lines(sheet(), "matters"), [
    "Less pain: 9 of 10",
    "Avoiding a rash: 0 of 10",
    "What comes first: 1. Work; 2. Sleep; 3. Cost",
    "Now or later: more towards “now”",
    "Would rather not say: Where",
  ]);
});

test("equal numbers stay in the author's order", () => {
  const values = structuredClone(MUCH.values);
  for (const answer of values) if (answer.kind === "importance") answer.value = 5;
  assert.deepEqual(lines(sheet({ values }), "matters").slice(0, 2), ["Avoiding a rash: 5 of 10", "Less pain: 5 of 10"]);
});

test("a misunderstanding stands beside the aid's own figures", () => {
  assert.deepEqual(lines(sheet(), "misunderstood"), [
    "“How many get better by themselves?” They said: Few. The aid: With waiting, 159 of 1,000 still have pain.",
  ]);
  assert.deepEqual(lines(sheet(), "unsure"), ["Can the medicine cause a rash?"]);
});

test("there are at most four flags, the warning sign first", () => {
  const { flags } = sheet({ aid: { ...MUCH.aid, version: "1.0.0" } });
  assert.equal(flags.length, 4);
  assert.deepEqual(flags.slice(0, 3), [
    "Warning sign ticked: A stiff neck",
    "The aid has changed since",
    "Answers that differ from the aid: 1",
  ]);
});

test("what no flag has room for is said in its own part", () => {
  assert.deepEqual(lines(sheet(), "about"), [
    "They say this is true: I have a fever",
    "Helper, in their words: “my daughter”",
    "Likes information as: large print; someone to read it with",
    "Ideas they want to use: Give pain relief at set times; Ask at the nursery",
  ]);
  assert.deepEqual(lines(sheet(), "now"), [
    "Leans to: Wait and see",
    "Wants your advice",
    "Wants to decide together",
    "Says yes to: knows enough about the options",
    "Said no to: feels sure about the choice".replace("Said", "Says"),
    "Not sure: is clear about what matters most",
  ]);
});

test("the group of people is said in the words of the aid, and each state in words of its own", () => {
  const about = (state: string, stratum: string | null = null, words: typeof WORDS | null = WORDS, labels = {}): string =>
    lines(sheet({ stratum: { state, stratum } as typeof MUCH.stratum, words: labels }, words), "about")[0] ?? "";
  assert.equal(about("answered", "no-fever"), "They say this is true: I have no fever");
  assert.equal(about("answered", "constructor"), "The group they chose is not in this aid any more.");
  assert.equal(about("unsure"), "Not sure which of the groups in the aid it is.");
  assert.equal(about("prefer_not_to_say"), "Would rather not say which of the groups in the aid it is.");
  assert.equal(about("unanswered"), "Helper, in their words: “my daughter”");
  assert.equal(about("answered", "fever", null), "Helper, in their words: “my daughter”");
  assert.equal(about("answered", "fever", null, MUCH.words), "They say this is true: I have a fever");
});

test("five questions are shown, in the person's order, and the rest are counted", () => {
  const questions = Array.from({ length: 8 }, (_, n) => ({ id: null, text: `Question ${n + 1}?` }));
  const shown = lines(sheet({ questions }), "questions");
  assert.deepEqual([shown[0], shown[4], shown[5], shown.length], ["Question 1?", "Question 5?", "and 3 more in the file", 6]);
});

test("facts are the aid's, each option in the declared order", () => {
  assert.deepEqual(sheet().facts, {
    options: ["Wait and see", "Medicine now"],
    rows: [{ label: "Still in pain (at 3 days)", figures: ["159 of 1,000", "not known"] }],
  });
});

test("nothing answered is said as such", () => {
  const empty = sheetOf(golden("nothing-said").record, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"));
  assert.deepEqual(empty.flags, []);
  assert.deepEqual(lines(empty, "matters"), ["Not answered: Avoiding a rash; Less pain; Now or later; What comes first; Where"]);
  assert.deepEqual(lines(empty, "now"), ["Has not said which option they lean to."]);
});

test("an aid that is not on this site, and a file without labels: only what the file itself says is shown", () => {
  const shown = sheet({ words: {} }, null);
  assert.match(shown.notes[0] ?? "", /is not on this site/);
  assert.match(shown.notes[1] ?? "", /values\/avoid-rash, values\/less-pain/);
  assert.equal(shown.facts, null);
  assert.deepEqual(lines(shown, "questions"), ["When should I come back?", "</script><script>alert(1)</script>"]);
  assert.deepEqual(lines(shown, "now"), ["Wants your advice", ...lines(sheet(), "now").slice(2)]);
  assert.match(shown.sayFirst, /^“Keep minding/);
  assert.deepEqual(shown.parts.map(({ id }) => id), ["questions", "now", "about"]);
  assert.equal(shown.flags[0], "Warning signs ticked that this page cannot name: 1");
});

const OLDER = "(in an older wording)";

test("an answer to an older wording is shown in the words they saw, in its place, and counted", () => {
  const questions = (WORDS.questions ?? []).map((each) =>
    each.id === "less-pain" ? { ...each, title: "Pain that goes", wording: "f".repeat(16) } : each,
  );
  const shown = sheet({ what_matters: "" }, { ...WORDS, questions });
  assert.equal(lines(shown, "matters")[0], `Less pain ${OLDER}: 9 of 10`);
  assert.equal(shown.sayFirst, `Less pain ${OLDER}: 9 of 10`);
  assert.doesNotMatch(JSON.stringify(shown), /Pain that goes/);
  assert.deepEqual(shown.notes, [
    "One answer is to words that are not in this aid now. It is shown in the words they saw, and marked.",
  ]);
});

test("answers of each kind to questions that went, or were reworded, stay readable", () => {
  const shown = sheet({}, { ...WORDS, questions: [], options: [], red_flags: [], strata: [] });
  assert.deepEqual(lines(shown, "matters"), [
    `Less pain ${OLDER}: 9 of 10`,
    `Avoiding a rash ${OLDER}: 0 of 10`,
    `What comes first ${OLDER}: 1. Work; 2. Sleep; 3. Cost`,
    `Now or later ${OLDER}: Closer to: now`,
    `Would rather not say: Where ${OLDER}`,
  ]);
  assert.equal(lines(shown, "now")[0], `Leans to: Wait and see ${OLDER}`);
  assert.equal(shown.flags[0], `Warning sign ticked: A stiff neck ${OLDER}`);
  assert.equal(lines(shown, "about")[0], `They say this is true: I have a fever ${OLDER}`);
  assert.match(shown.notes[0] ?? "", /^8 answers are to words/);
});

test("an option, a warning sign or a group that is called otherwise now is shown as they saw it", () => {
  const renamed = { options: [{ id: "wait", text: "Operate soon" }], red_flags: [{ id: "stiff-neck", text: "A sore toe" }], strata: [{ id: "fever", text: "I have no fever" }] };
  const shown = sheet({}, { ...WORDS, ...renamed });
  assert.equal(lines(shown, "now")[0], `Leans to: Wait and see ${OLDER}`);
  assert.equal(shown.flags[0], `Warning sign ticked: A stiff neck ${OLDER}`);
  assert.equal(lines(shown, "about")[0], `They say this is true: I have a fever ${OLDER}`);
});

test("a fact that was reworded, or whose right answer was mended, is said and not held against the aid", () => {
  const checks = (WORDS.checks ?? []).map((each) => ({ ...each, wording: "f".repeat(16) }));
  const shown = sheet({}, { ...WORDS, checks });
  assert.deepEqual(lines(shown, "misunderstood"), [`“How many get better by themselves? ${OLDER}” They said: Few`]);
  assert.deepEqual(lines(shown, "unsure"), [`Can the medicine cause a rash? ${OLDER}`]);
  assert.doesNotMatch(shown.flags.join(), /differ from the aid/);
});

test("without the aid all is shown from the words in the file", () => {
  const shown = sheet({ what_matters: "" }, null);
  assert.equal(shown.sayFirst, "Less pain: 9 of 10");
  assert.deepEqual(lines(shown, "matters"), [
    "Less pain: 9 of 10",
    "Avoiding a rash: 0 of 10",
    "What comes first: 1. Work; 2. Sleep; 3. Cost",
    "Now or later: Closer to: now",
    "Would rather not say: Where",
  ]);
  assert.equal(lines(shown, "now")[0], "Leans to: Wait and see");
  assert.equal(shown.flags[0], "Warning sign ticked: A stiff neck");
  assert.deepEqual(lines(shown, "misunderstood"), ["“How many get better by themselves?” They said: Few"]);
  assert.deepEqual(lines(shown, "unsure"), ["Can the medicine cause a rash?"]);
  assert.equal(lines(shown, "about")[0], "They say this is true: I have a fever");
  assert.equal(shown.facts, null);
  assert.equal(shown.notes.length, 1);
});

test("answers that nobody has words for are named, not dropped in silence", () => {
  const values = [...structuredClone(MUCH.values), { ...structuredClone(MUCH.values[0]!), id: "constructor" }];
  const knowledge = [...structuredClone(MUCH.knowledge), { ...MUCH.knowledge[0]!, id: "gone-too" }];
  assert.deepEqual(sheet({ values, knowledge }).notes, [
    "Parts of the file were not recognised and are not shown: values/constructor, knowledge/gone-too",
  ]);
});

test("a changed aid, another text under one version, and a withdrawn aid are said", () => {
  assert.deepEqual(sheet({ aid: { ...MUCH.aid, version: "1.0.0" } }).notes, [
    "The aid has changed since: they used version 1.0.0, this site has version 1.2.0.",
  ]);
  assert.match(sheet({ aid: { ...MUCH.aid, source_sha256: "f".repeat(16) } }).notes[0] ?? "", /same version number/);
  assert.deepEqual(sheet({}, { ...WORDS, status: "withdrawn" }).notes, ["This aid has been withdrawn."]);
});

test("parts that were not recognised are named, a few of them", () => {
  const many = Array.from({ length: 20 }, (_, n) => `part${n}`);
  assert.match(sheet({}, WORDS, many).notes[0] ?? "", /part0, .*part7, and 12 more/);
});

test("an option or a warning sign that the aid does not have is not guessed", () => {
  const shown = sheet({ leaning: { ...MUCH.leaning, option: "constructor" }, red_flags: ["constructor"] });
  assert.equal(lines(shown, "now")[0], "The option they lean to is not in this aid any more.");
  assert.equal(shown.flags[0], "Warning signs ticked that this page cannot name: 1");
});

test("a demonstration says so", () => {
  assert.ok(sheet().about.includes("Demonstration, not for clinical use"));
});

test("no number of one answer is added to another's", () => {
  assert.doesNotMatch(JSON.stringify(sheet()), /score|total|best|match|%/i);
});

test("only the site's own addresses of aids are ever asked for", () => {
  const list = [
    { id: "good", url: "../aids/good/aid.json" },
    { id: "far", url: "https://example.org/aid.json" },
    { id: "up", url: "../../aids/up/aid.json" },
    { id: "odd", url: "../aids/../secret/aid.json" },
    { id: 7, url: "../aids/seven/aid.json" },
    null,
  ];
  assert.deepEqual([...addressesIn(JSON.stringify(list))], [["good", "../aids/good/aid.json"]]);
  assert.equal(addressesIn("{}").size, 0);
});

test("an aid's data is used when it is as it should be, and not otherwise", () => {
  assert.deepEqual(wordsIn(JSON.stringify({ words: WORDS })), WORDS);
  for (const text of ["", "{", "null", "{}", '{"words":{}}', JSON.stringify({ words: { ...WORDS, options: 7 } })]) {
    assert.equal(wordsIn(text), null);
  }
});
