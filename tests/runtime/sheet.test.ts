/** The clinician's sheet says what the person said, in a fixed order, and judges nothing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addressesIn, wordsIn } from "../../src/decisionaid/theme/scripts/clinician/known-aids.ts";
import type { Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { sheetOf } from "../../src/decisionaid/theme/scripts/handover/sheet.ts";
import type { Sheet } from "../../src/decisionaid/theme/scripts/handover/sheet-shape.ts";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import { openedLine } from "../../src/decisionaid/theme/scripts/handover/opened.ts";
import { golden, row, say, WORDS } from "./example.ts";
import { answeredBy, BANNED, numbers } from "./random-answers.ts";
import { times } from "./times.ts";

/** With all that a person can add; most tests are about what the aid asks. */
const ALL = golden("much-said").record;
const MUCH: Record = { ...ALL, own_concerns: [], noted: [], filled_in_by: { ...ALL.filled_in_by, view: "" } };

function sheet(change: Partial<Record> = {}, words: AidWords | null = WORDS, left: string[] = []): Sheet {
  return sheetOf({ ...structuredClone(MUCH), ...change }, { words, missing: "unknown_aid" }, left, say("clinician"), false, "2026-12-01");
}

/** In sight of a part, with what the aid says beside it. */
function lines(of: Sheet, id: string): readonly string[] {
  return (of.parts.find((part) => part.id === id)?.lines ?? []).map((each) => [each.short ?? each.text, ...(each.beside ?? [])].join(" "));
}

/** Behind the fold of a part: what follows the lines in sight. */
function more(of: Sheet, id: string): readonly string[] {
  return (of.parts.find((part) => part.id === id)?.more ?? []).map(({ text, beside = [] }) => [text, ...beside].join(" "));
}

/** All that a part says, in full. */
function whole(of: Sheet, id: string): readonly string[] {
  const { lines: seen = [], more: folded = [] } = of.parts.find((part) => part.id === id) ?? {};
  return [...seen, ...folded].map(({ text, beside = [] }) => [text, ...beside].join(" "));
}

/** The first of what stands on the sheet, as it is seen. */
function first({ sayFirst }: Sheet): string {
  return sayFirst.short ?? sayFirst.text;
}

test("the parts stand in their fixed order", () => {
  assert.deepEqual(
    sheet().parts.map(({ id }) => id),
    ["questions", "matters", "now", "misunderstood", "helper", "about"],
  );
});

test("the person's own words are said first", () => {
  assert.match(first(sheet()), /^“Keep minding “Ana”\. Not to wait\./);
  assert.equal(first(sheet({ what_matters: "" })), "Less pain: 9 of 10");
  assert.equal(first(sheet({ what_matters: "", values: [] })), "They wrote no words of their own on what matters.");
});

test("long own words are shortened where they come first and whole where they belong", () => {
  const long = "word ".repeat(200).trim();
  assert.ok(first(sheet({ what_matters: long })).length < 210);
  assert.equal(sheet({ what_matters: long }).sayFirst.text, `“${long}”`);
});

test("what matters is sorted by the person's own number and states are kept apart", () => {
  assert.deepEqual(whole(sheet(), "matters"), [
    "Less pain: 9 of 10 (row 1)",
    "Avoiding a rash: 0 of 10",
    "What comes first: 1. Work; 2. Sleep; 3. Cost (row 1)",
    "Now or later: more towards “now”",
    "Would rather not say: Where",
  ]);
});

test("no answer to a sensitive question is not called unanswered: it may not be shared", () => {
  const questions = WORDS.questions!.map((each) => ({ ...each, sensitive: each.id === "where" }));
  const shown = sheetOf(golden("nothing-said").record, { words: { ...WORDS, questions }, missing: "unknown_aid" }, [], say("clinician"));
  assert.deepEqual(lines(shown, "matters"), [
    "Not answered, or not shared: Where",
    "Not answered: Avoiding a rash; Less pain; Now or later; What comes first",
  ]);
});

test("equal numbers stay in the author's order", () => {
  const values = structuredClone(MUCH.values);
  for (const answer of values) if (answer.kind === "importance") answer.value = 5;
  assert.deepEqual(lines(sheet({ values }), "matters").slice(0, 2), ["Avoiding a rash: 5 of 10 (row 1)", "Less pain: 5 of 10 (row 2)"]);
});

test("a misunderstanding stands beside the aid's own figures", () => {
  assert.deepEqual(whole(sheet(), "misunderstood"), [
    "“How many get better by themselves?” They said: Few. The aid: With waiting, 159 of 1,000 still have pain.",
    "“Can the medicine cause a rash?” They are not sure. The aid’s answer: Yes.",
  ]);
});

test("what presses is never cut, the warning sign first; what goes together shares a sentence where more than five press", () => {
  const older = { aid: { ...MUCH.aid, version: "1.0.0" } };
  const pressing = [
    "Warning sign ticked: A stiff neck",
    "The aid has changed since",
    "One answer differs from the aid",
    "Wants your advice. Said no to: sure",
    "Filled in with help: ask the person too. Likes: large print; someone to read it with",
  ];
  assert.deepEqual(sheet(older).flags, pressing);
  assert.deepEqual(sheet({ red_flags: [] }).flags, [pressing[2], pressing[3], "Filled in with help: ask the person too", "Likes: large print; someone to read it with"]);
});

test("all that can press is there in five sentences, whatever else is", () => {
  const noted: Record["noted"] = (["toward", "highest", "alike", "order"] as const).map((kind) => ({ kind, text: `${kind} ${"word ".repeat(50)}` }));
  const { flags } = sheetOf({ ...structuredClone(ALL), noted, aid: { ...MUCH.aid, version: "1.0.0" } }, { words: WORDS, missing: "unknown_aid" }, ["red_flags/1"], say("clinician"), false, "2026-12-01");
  assert.equal(flags.length, 5);
  const said = flags.join("\n");
  for (const each of [/A stiff neck/, /could not be read/, /changed since/, /differs from the aid/, /Leaning and 2 answers pull apart/, /Not settled yet: 2/, /Said no to: sure/, /Wants your advice/, /Filled in with help/, /large print/]) {
    assert.match(said, each);
  }
  // Their own words are behind a fold, each of them.
  const shown = sheetOf({ ...structuredClone(MUCH), noted }, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01");
  assert.equal(more(shown, "noted").length, 4);
});

test("a warning sign that could not be read is a flag, and not a note alone", () => {
  const unread = "A warning sign in the file could not be read: ask about warning signs";
  for (const path of ["red_flags", "red_flags/0"]) {
    const shown = sheet({ red_flags: [] }, WORDS, [path]);
    assert.equal(shown.flags[0], unread);
    assert.match(shown.notes[0] ?? "", /not recognised/);
  }
  assert.ok(!sheet({}, WORDS, ["red_flagship", "values/0"]).flags.includes(unread));
  assert.ok(sheet({}, null, ["red_flags/2"]).flags[0]?.includes(unread));
});

test("not sure on readiness is a flag where they said yes to nothing", () => {
  const readiness = (state: string, yes: boolean | null) =>
    (["sure", "informed", "clear", "supported"] as const).map((id, n) => ({
      id,
      state: (n === 0 && yes !== null ? "answered" : state) as "unsure",
      yes: n === 0 ? yes : null,
    }));
  const flag = /Said “not sure”, and yes to nothing, on: /;
  const flagsOf = (state: string, yes: boolean | null): string[] =>
    sheet({ readiness: readiness(state, yes) }).flags.filter((each) => flag.test(each));
  assert.match(flagsOf("unsure", null)[0] ?? "", /on: sure; .*supported$/);
  assert.equal(flagsOf("unsure", false).length, 1);
  assert.deepEqual([flagsOf("unsure", true), flagsOf("unanswered", null)], [[], []]);
});

test("whoever names a helper was helped", () => {
  const helped = /^Filled in with help/;
  const flags = (role: "patient" | "unanswered", helper: string): string[] =>
    sheet({ filled_in_by: { role, helper, view: "" } }).flags.filter((each) => helped.test(each));
  assert.equal(flags("unanswered", "my daughter").length, 1);
  assert.equal(flags("patient", "").length, 0);
});

test("what points away from the leaning, as the author wrote it, is something to talk about: in both directions", () => {
  const [, , balance, ...others] = WORDS.questions ?? [];
  const items = [
    { id: "now", text: "now", about: [], toward: ["medicine"] },
    { id: "later", text: "later", about: [], toward: ["wait"] },
  ];
  const words = { ...WORDS, questions: [{ ...balance!, items }, ...others] };
  const tension = (value: number | null, option: string | null, of: AidWords = words): string[] => {
    const values = MUCH.values.map((each) =>
      each.kind === "balance" ? { ...each, value, state: value === null ? "unsure" as const : each.state } : each,
    );
    const state = option === null ? "unsure" as const : "answered" as const;
    const shown = sheet({ values, leaning: { ...MUCH.leaning, state, option } }, of);
    const said = more(shown, "noted").filter((each) => each.startsWith("Leans to"));
    assert.equal(/pull apart|Leans to/.test(shown.flags.join()), said.length > 0, "it is a flag too, in so many words or in fewer");
    return said;
  };
  assert.deepEqual(tension(-2, "wait"), ["Leans to “Wait and see”, and on “Now or later” chose “now”: talk about both"]);
  assert.deepEqual(tension(1, "medicine"), ["Leans to “Medicine now”, and on “Now or later” chose “later”: talk about both"]);
  for (const calm of [tension(-2, "medicine"), tension(1, "wait"), tension(0, "wait"), tension(null, "wait"), tension(-2, null)]) {
    assert.deepEqual(calm, []);
  }
  assert.deepEqual(tension(-2, "wait", WORDS), [], "an author who points to nothing says nothing of tension");
});

test("what no flag has room for is said in its own part", () => {
  assert.deepEqual(whole(sheet(), "about"), [
    "Likes: large print; someone to read it with",
    "Ideas they want to use: Ask at the nursery; Give pain relief at set times",
  ]);
  assert.deepEqual(whole(sheet(), "now"), [
    "Leans to: Wait and see",
    "Wants to decide together",
    "Group: “I have a fever”",
    "Says yes to: knows enough",
    "Says no to: sure of the choice",
    "Not sure: clear about what matters",
  ]);
});

test("the group of people is said in the words of the aid, and each state in words of its own", () => {
  const about = (state: string, stratum: string | null = null, words: typeof WORDS | null = WORDS, labels = {}): string =>
    whole(sheet({ stratum: { state, stratum } as typeof MUCH.stratum, words: labels }, words), "now").find((each) => /group|Group/.test(each)) ?? "";
  assert.equal(about("answered", "no-fever"), "Group: “I have no fever”");
  assert.equal(about("answered", "constructor"), "The group they chose is not in this aid any more.");
  assert.equal(about("unsure"), "Not sure which of the groups in the aid it is.");
  assert.equal(about("prefer_not_to_say"), "Would rather not say which of the groups in the aid it is.");
  assert.equal(about("unanswered"), "");
  assert.equal(about("answered", "fever", null), "");
  assert.equal(about("answered", "fever", null, MUCH.words), "Group: “I have a fever”");
});

test("three questions are in sight, in the person's order, and the rest are counted and there in full", () => {
  const questions = Array.from({ length: 8 }, (_, n) => ({ id: null, text: `Question ${n + 1}?` }));
  const shown = sheet({ questions });
  assert.deepEqual(lines(shown, "questions"), ["Question 1?", "Question 2?", "Question 3?"]);
  assert.equal(shown.parts[0]?.fold, "5 more");
  assert.deepEqual(whole(shown, "questions"), questions.map(({ text }) => text));
});

test("own questions and own ideas come before those of the aid", () => {
  const stock = Array.from({ length: 10 }, (_, n) => ({ id: `q${n}`, text: `Stock ${n}?` }));
  const own = ["Own A?", "Own B?"].map((text) => ({ id: null, text }));
  const shown = sheet({ questions: [...stock, ...own] });
  assert.deepEqual(lines(shown, "questions"), ["Own A?", "Own B?", "Stock 0?"]);
  assert.equal(shown.parts[0]?.fold, "and 9 from the aid’s list");
  assert.deepEqual(more(shown, "questions"), stock.slice(1).map(({ text }) => text));
  const ideas = [{ id: "plan/rest", text: "Rest" }, { id: null, text: "My own idea" }];
  assert.ok(more(sheet({ ideas }), "about").includes("Ideas they want to use: My own idea; Rest"));
});

test("what matters and does not fit is there in full, and no number is cut off", () => {
  const questions = Array.from({ length: 12 }, (_, n) => ({ ...WORDS.questions![0]!, id: `q${n}`, title: `Title ${n} ${"word ".repeat(20)}` }));
  const values = questions.map(({ id }, n) => ({ ...MUCH.values[0]!, id, value: 12 - n > 10 ? 10 : 12 - n }) as Record["values"][number]);
  const shown = sheet({ values }, { ...WORDS, questions });
  assert.equal(whole(shown, "matters").length, 12);
  assert.ok(lines(shown, "matters").length < 12);
  for (const each of lines(shown, "matters")) assert.match(each, / of 10/);
});

const ids = (of: Sheet): string[] => (of.figures?.rows ?? []).map(({ id }) => id);

test("at most three whole rows stand on the sheet: one for each thing that matters, in the person's order", () => {
  // Less pain is rated 9 and names two rows, the rash is rated 0; then their order: work, sleep, cost.
  assert.deepEqual(ids(sheet()), ["pain-1d", "pain-3d", "nights"]);
  const { figures } = sheet();
  assert.deepEqual([figures?.more.map(({ id }) => id), figures?.isByPerson], [["rash", "slept", "school"], true]);
  for (const shown of figures?.rows ?? []) assert.ok((WORDS.facts ?? []).includes(shown), "a row is shown whole or not at all");
});

test("how much a person said decides nothing about the rows, and each row of the aid is on the sheet or behind it", () => {
  const much = { what_matters: "word ".repeat(299).trim(), questions: Array.from({ length: 5 }, () => ({ id: null, text: "w".repeat(290) })) };
  assert.deepEqual(ids(sheet(much)), ids(sheet()));
  const { rows = [], more = [] } = sheet(much).figures ?? {};
  assert.deepEqual([...rows, ...more].map(({ id }) => id).sort(), (WORDS.facts ?? []).map(({ id }) => id).sort());
});

const GOOD = ["good"] as const;
const BAD = ["bad"] as const;

/** A made-up row, with the side that its number shows of the second option. */
function sided(id: string, sides: readonly ("good" | "bad")[], more: Partial<ReturnType<typeof row>> = {}): ReturnType<typeof row> {
  const made = row(id, "bad", more);
  return { ...made, figures: made.figures.map((each, n) => (n === 1 ? { ...each, sides: [...sides] } : each)) };
}

function withRows(facts: readonly ReturnType<typeof row>[], about: readonly string[], change: Partial<Record> = {}): string[] {
  const question = { ...WORDS.questions![0]!, id: "harms", about: [...about] };
  const values = [{ ...MUCH.values[0]!, id: "harms", value: 9 } as Record["values"][number]];
  return ids(sheet({ values, ...change }, { ...WORDS, facts: [...facts], questions: [question] }));
}

test("the row for the chosen group comes first, also where nothing they said names it", () => {
  const facts = [sided("a", BAD), sided("of-others", GOOD, { stratum: "no-fever" }), sided("b", BAD), sided("of-theirs", GOOD, { stratum: "fever" })];
  assert.deepEqual(withRows(facts, ["a", "b"]), ["of-theirs", "a", "b"]);
});

test("harm alone does not stand there: the last row shows the other side, of an option that is already there", () => {
  const harms = ["h1", "h2", "h3"].map((id) => sided(id, BAD));
  assert.deepEqual(withRows([...harms, sided("other", []), sided("help", GOOD)], ["h1", "h2", "h3"]), ["h1", "h2", "help"]);
  assert.deepEqual(withRows([...harms.map((each) => sided(each.id, GOOD)), sided("harm", BAD)], ["h1", "h2", "h3"]), ["h1", "h2", "harm"]);
  assert.deepEqual(withRows([...harms, sided("far", GOOD, { more: true })], ["h1", "h2", "h3"]), ["h1", "h2", "h3"]);
});

test("a rating of 0 brings no row, and without answers both sides of the aid come first", () => {
  const only = (value: number): Sheet => sheet({ values: [{ ...MUCH.values[0]!, value } as Record["values"][number]] });
  assert.equal(ids(only(8))[0], "rash");
  assert.equal(only(8).figures?.isByPerson, true);
  assert.deepEqual(ids(only(0)), ["slept", "pain-1d", "school"]);
  assert.equal(only(0).figures?.isByPerson, false);
});

test("rows for another group than theirs are not shown; one who gave none sees which group each is for", () => {
  const facts = [row("a", "bad", { about: ["a", "b"], stratum: "fever" }), row("b", "bad", { about: ["b", "a"], stratum: "no-fever" })];
  const words = { ...WORDS, facts };
  const group = (stratum: string | null): string[] =>
    ids(sheet({ stratum: { state: stratum ? "answered" : "unanswered", stratum } }, words));
  assert.deepEqual([group("fever"), group("no-fever"), group(null), group("gone")], [["a"], ["b"], ["a", "b"], ["a", "b"]]);
});

test("the sheet says which file it is and when it was opened", () => {
  assert.equal(
    openedLine("my-\u202eanswers.html", new Date(2026, 10, 8, 9, 5), say("clinician")),
    "File “my-answers.html”, opened 8 November 2026, 09:05",
  );
  assert.ok(openedLine("x".repeat(5000), new Date(2026, 10, 8), say("clinician")).length < 200);
});

test("real days only, and what the site knows goes before what the file says", () => {
  const shown = sheet({ day: "2026-99-99", updated: "2026-99-99T99:99:99Z", aid: { ...MUCH.aid, title: "Take the medicine", evidence: "2099-02-30" } });
  assert.equal(shown.title, WORDS.title);
  assert.equal(shown.saved, "The file does not say on which day it was saved. Stated by the person with help.");
  assert.deepEqual(shown.about.slice(0, 2), ["Aid version 1.2.0", "Evidence to 1 March 2026"]);
  const unknown = sheet({ aid: { ...MUCH.aid, title: "Only here", evidence: "2026-02-30" } }, null);
  assert.equal(unknown.title, "Only here");
  assert.doesNotMatch(unknown.about.join(), /Evidence/);
});

test("with everything not sure, what matters is not called unanswered", () => {
  const values = MUCH.values.map((each) => ({ ...each, state: "unsure", ...("order" in each ? { order: [] } : "chosen" in each ? { chosen: null } : { value: null }) }) as Record["values"][number]);
  const unsure = "Not sure: Avoiding a rash; Less pain; Now or later; What comes first; Where";
  assert.deepEqual(whole(sheet({ values, what_matters: "" }), "matters"), [unsure]);
  assert.deepEqual(whole(sheet({ values }), "matters"), [unsure]);
  assert.deepEqual(lines(sheet({ values: [] }), "matters"), ["Only what they wrote, at the top."]);
  assert.deepEqual(lines(sheet({ values: [], what_matters: "" }), "matters"), ["Not answered."]);
});

test("no answer to a check of facts is not called an answer that agrees", () => {
  assert.deepEqual(lines(sheet({ knowledge: [] }), "misunderstood"), ["They answered nothing that can differ from the aid."]);
  const right = MUCH.knowledge.map((each) => ({ ...each, state: "answered" as const, answer: each.id === "rash" ? "yes" : "most" }));
  assert.deepEqual(lines(sheet({ knowledge: right }), "misunderstood"), ["No answer differs from the aid."]);
});

test("nothing answered is said as such", () => {
  const empty = sheetOf(golden("nothing-said").record, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01");
  assert.deepEqual(empty.flags, []);
  assert.deepEqual(lines(empty, "matters"), ["Not answered: Avoiding a rash; Less pain; Now or later; What comes first; Where"]);
  assert.deepEqual(lines(empty, "now"), ["Has not said which option they lean to."]);
});

test("an aid that is not on this site, and a file without labels: only what the file itself says is shown", () => {
  const shown = sheet({ words: {} }, null);
  assert.match(shown.notes[0] ?? "", /is not on this site/);
  assert.match(shown.notes[1] ?? "", /values\/avoid-rash, values\/less-pain/);
  assert.equal(shown.figures, null);
  assert.deepEqual(lines(shown, "questions"), ["</script><script>alert(1)</script>", "When should I come back?"]);
  assert.deepEqual(whole(shown, "now"), ["Wants your advice", "Wants to decide together", ...whole(sheet(), "now").slice(3)]);
  assert.match(first(shown), /^“Keep minding/);
  assert.deepEqual(shown.parts.map(({ id }) => id), ["questions", "now", "helper", "about"]);
  assert.equal(shown.flags[0], "Warning signs ticked that this page cannot name: 1");
});

const OLDER = "(in an older wording)";

function group(of: Sheet): string | undefined {
  return whole(of, "now").find((each) => each.startsWith("Group"));
}

test("an answer to an older wording is shown in the words they saw, in its place, and counted", () => {
  const questions = (WORDS.questions ?? []).map((each) =>
    each.id === "less-pain" ? { ...each, title: "Pain that goes", wording: "f".repeat(16) } : each,
  );
  const shown = sheet({ what_matters: "" }, { ...WORDS, questions });
  assert.equal(lines(shown, "matters")[0], `Less pain ${OLDER}: 9 of 10`);
  assert.equal(first(shown), `Less pain ${OLDER}: 9 of 10`);
  assert.doesNotMatch(JSON.stringify({ ...shown, figures: null, text: "" }), /Pain that goes/);
  assert.deepEqual(shown.notes, [
    "One answer is to words that are not in this aid now. It is shown in the words they saw, and marked.",
  ]);
});

test("answers of each kind to questions that went, or were reworded, stay readable", () => {
  const shown = sheet({}, { ...WORDS, questions: [], options: [], red_flags: [], strata: [] });
  assert.deepEqual(whole(shown, "matters"), [
    `Less pain ${OLDER}: 9 of 10`,
    `Avoiding a rash ${OLDER}: 0 of 10`,
    `What comes first ${OLDER}: 1. Work; 2. Sleep; 3. Cost`,
    `Now or later ${OLDER}: Closer to: now`,
    `Would rather not say: Where ${OLDER}`,
  ]);
  assert.equal(lines(shown, "now")[0], `Leans to: Wait and see ${OLDER}`);
  assert.equal(shown.flags[0], `Warning sign ticked: A stiff neck ${OLDER}`);
  assert.equal(group(shown), `Group: “I have a fever ${OLDER}”`);
  assert.match(shown.notes[0] ?? "", /^8 answers are to words/);
});

test("an option, a warning sign or a group that is called otherwise now is shown as they saw it", () => {
  const renamed = { options: [{ id: "wait", text: "Operate soon" }], red_flags: [{ id: "stiff-neck", text: "A sore toe" }], strata: [{ id: "fever", text: "I have no fever" }] };
  const shown = sheet({}, { ...WORDS, ...renamed });
  assert.equal(lines(shown, "now")[0], `Leans to: Wait and see ${OLDER}`);
  assert.equal(shown.flags[0], "Warning sign ticked: A sore toe (the file has these words for it: “A stiff neck”)");
  assert.equal(group(shown), `Group: “I have a fever ${OLDER}”`);
});

test("a fact that was reworded, or whose right answer was mended, is said and not held against the aid", () => {
  const checks = (WORDS.checks ?? []).map((each) => ({ ...each, wording: "f".repeat(16) }));
  const shown = sheet({}, { ...WORDS, checks });
  assert.deepEqual(whole(shown, "misunderstood"), [
    `“How many get better by themselves? ${OLDER}” They said: Few.`,
    `“Can the medicine cause a rash? ${OLDER}” They are not sure.`,
  ]);
  assert.doesNotMatch(shown.flags.join(), /differ from the aid/);
});

test("without the aid all is shown from the words in the file", () => {
  const shown = sheet({ what_matters: "" }, null);
  assert.equal(first(shown), "Less pain: 9 of 10");
  assert.deepEqual(whole(shown, "matters"), [
    "Less pain: 9 of 10",
    "Avoiding a rash: 0 of 10",
    "What comes first: 1. Work; 2. Sleep; 3. Cost",
    "Now or later: Closer to: now",
    "Would rather not say: Where",
  ]);
  assert.equal(lines(shown, "now")[0], "Leans to: Wait and see");
  assert.equal(shown.flags[0], "Warning sign ticked: A stiff neck");
  assert.deepEqual(whole(shown, "misunderstood"), [
    "“How many get better by themselves?” They said: Few.",
    "“Can the medicine cause a rash?” They are not sure.",
  ]);
  assert.equal(group(shown), "Group: “I have a fever”");
  assert.equal(shown.figures, null);
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

test("what is asked can be told from the beginning of each question, however much was said", () => {
  const five = (name: string): unknown => JSON.parse(readFileSync(`tests/golden/records/five/${name}.json`, "utf8"));
  const words = five("words") as AidWords;
  const shown = sheetOf(five("fullest") as Record, { words, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01", "opened 29 November 2026, 09:12");
  assert.deepEqual(lines(shown, "questions"), ["Who would look after my wife while\u2026", "My brother was ill for weeks after\u2026", "If I wait until autumn, is there\u2026"]);
  assert.ok(first(shown).length > 70, first(shown));
});

test("no number of one answer is added to another's", () => {
  assert.doesNotMatch(JSON.stringify(sheet()), /score|total|best|match|%/i);
});

test("only the site's own addresses of aids are ever asked for", () => {
  const list = [
    { id: "good", url: "../aids/good/aid.json", versions: ["0".repeat(16), "../../secret", "0".repeat(17), 7, null, "A".repeat(16)] },
    { id: "bare", url: "../aids/bare/aid.json", versions: "all" },
    { id: "far", url: "https://example.org/aid.json" },
    { id: "up", url: "../../aids/up/aid.json" },
    { id: "odd", url: "../aids/../secret/aid.json" },
    { id: 7, url: "../aids/seven/aid.json" },
    null,
  ];
  assert.deepEqual(
    [...addressesIn(JSON.stringify(list))],
    [
      ["good", { url: "../aids/good/aid.json", versions: new Set(["0".repeat(16)]) }],
      ["bare", { url: "../aids/bare/aid.json", versions: new Set() }],
    ],
  );
  assert.equal(addressesIn("{}").size, 0);
});

test("an aid's data is used when it is as it should be, and not otherwise", () => {
  assert.deepEqual(wordsIn(JSON.stringify({ words: WORDS })), WORDS);
  for (const text of ["", "{", "null", "{}", '{"words":{}}', JSON.stringify({ words: { ...WORDS, options: 7 } })]) {
    assert.equal(wordsIn(text), null);
  }
});

test("what was not settled for the person is a flag, in the same cases as on their page", () => {
  const values = structuredClone(MUCH.values);
  const settled = (of: Sheet): string[] => {
    const said = more(of, "noted").filter((each) => each.startsWith("Not settled yet"));
    assert.equal(of.flags.some((each) => each.includes("Not settled yet")), said.length > 0);
    return said;
  };
  assert.deepEqual(settled(sheet()), []);
  for (const each of values) if (each.kind === "importance") each.value = 5;
  assert.deepEqual(settled(sheet({ values })), ["Not settled yet: 5 of 10 for all of these: Avoiding a rash; Less pain"]);
  // Without the aid's own words nobody knows how the questions go together.
  assert.deepEqual(settled(sheet({ values }, null)), []);
});

test("whatever is answered, the figures on the sheet stand in the aid's order of options, and no word steers", () => {
  const below = numbers(1);
  const order = (figures: readonly { option: string }[]): string => figures.map(({ option }) => option).join();
  const rows = new Set<string>();
  for (let set = 0; set < times(1000); set++) {
    const values = (WORDS.questions ?? []).map((asked) => answeredBy(asked, below).answer);
    const option = [null, "wait", "medicine"][below(3)] ?? null;
    const shown = sheet({ values, what_matters: "", leaning: { ...MUCH.leaning, state: option ? "answered" : "unsure", option } } as Partial<Record>);
    const { rows: inSight = [], more: others = [] } = shown.figures ?? {};
    for (const { figures } of [...inSight, ...others]) assert.equal(order(figures), "Wait and see,Medicine now");
    rows.add(inSight.map(({ id }) => id).join());
    // Who should decide, and what to ask, are other questions.
    const made = ["matters", "misunderstood"].flatMap((id) => whole(shown, id));
    for (const each of [first(shown), ...shown.flags, ...made]) assert.doesNotMatch(each, BANNED);
  }
  assert.ok(rows.size > 3, "answers choose the rows");
});

test("their own concerns stand among what matters, by their number, and each state in its place", () => {
  const { own_concerns } = ALL;
  const shown = sheet({ own_concerns });
  assert.equal(lines(shown, "matters")[0], "“Holding my <b>grandson</b>”: 10 of 10");
  assert.equal(lines(shown, "matters")[1], "Less pain: 9 of 10 (row 1)");
  const all = whole(shown, "matters");
  assert.ok(all.includes("“What the neighbours say”: not rated"));
  assert.ok(all.includes("Does not apply to them: “No needles”"));
  assert.ok(all.includes("Would rather not say: Where; “שקט”"));
  assert.ok(all.some((each) => each.startsWith("Not sure:") && each.includes("“The bus at “six””")));
  // No state is a number, and each is said once.
  for (const { text } of own_concerns.slice(1)) {
    const said = shown.parts.flatMap((part) => [...part.lines, ...part.more].map(({ text }) => text)).filter((each) => each.includes(`“${text}”`));
    assert.equal(said.length, 1, text);
    assert.doesNotMatch(said[0] ?? "", /of 10/);
  }
});

test("words of their own come first, those that matter most before the others", () => {
  const { own_concerns } = ALL;
  const none = { what_matters: "", values: [] };
  assert.equal(first(sheet({ ...none, own_concerns })), "“Holding my <b>grandson</b>”: 10 of 10");
  assert.equal(first(sheet({ ...none, own_concerns: own_concerns.slice(4) })), "“What the neighbours say”");
});

test("what the helper thinks stands under its own heading and nowhere else", () => {
  const view = "He waits too long.";
  const shown = sheet({ filled_in_by: { role: "carer", helper: "my daughter", view } });
  assert.deepEqual(more(shown, "helper"), ["Helper, in their words: “my daughter”", "Their own view, not the person’s: “He waits too long.”"]);
  const others = shown.parts.filter(({ id }) => id !== "helper").flatMap((part) => [...part.lines, ...part.more].map(({ text }) => text));
  assert.ok([first(shown), ...shown.flags, ...others].every((each) => !each.includes(view)));
  assert.deepEqual(lines(sheet({ filled_in_by: { role: "patient", helper: "", view: "" } }), "helper"), []);
});

test("what was written by or with somebody else is not called the person's alone", () => {
  const said = (role: Record["filled_in_by"]["role"]): string[] => {
    const { sayFirstHeading, saved } = sheet({ filled_in_by: { role, helper: "", view: "" } });
    return [sayFirstHeading, saved.split(". ")[1] ?? ""];
  };
  assert.deepEqual(said("patient"), ["In their words", "Stated by the person alone."]);
  assert.deepEqual(said("unanswered"), ["In their words", "Stated by the person; they did not say who filled it in."]);
  assert.deepEqual(said("patient_with_help"), ["In their words, with help", "Stated by the person with help."]);
  assert.deepEqual(said("carer"), ["In someone else’s words, for them", "Stated by someone else for the person."]);
});

test("what the page pointed out is a flag, and there in the words that the person saw", () => {
  const noted: Record["noted"] = [
    { kind: "highest", text: "You lean to: Wait and see. What matters most to you: Less pain. 159 of 1,000 still have pain." },
    { kind: "alike", text: "Not settled yet: all alike." },
  ];
  const made = (words: AidWords | null, isAltered = false, some = noted): Sheet =>
    sheetOf({ ...structuredClone(MUCH), noted: some }, { words, missing: "unknown_aid" }, [], say("clinician"), isAltered, "2026-12-01");
  const seen = (of: Sheet): readonly string[] => more(of, "noted").filter((each) => each.startsWith("The page said to them: "));
  assert.deepEqual(seen(made(WORDS)), noted.map(({ text }) => `The page said to them: “${text}”`));
  assert.ok(made(WORDS).flags.includes("Leaning and one answer pull apart. Not settled yet: 1"));
  assert.equal(seen(made(null)).length, 2);
  // A file that was altered says nothing in the page's name; figures of an aid that has ended are shown nowhere.
  assert.deepEqual(seen(made(WORDS, true)), []);
  for (const over of [{ status: "withdrawn" }, { clock: "expired" }] as const) {
    assert.deepEqual(seen(made({ ...WORDS, ...over })), ["The page said to them: “Not settled yet: all alike.”"]);
  }
});

test("where there is room, the one thing that the page pointed out is the flag, in its words", () => {
  const text = "You lean to: Wait and see. On “Now or later” you said: Closer to: now.";
  const record = { ...structuredClone(golden("nothing-said").record), noted: [{ kind: "toward" as const, text }] };
  const shown = sheetOf(record, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01");
  assert.deepEqual(shown.flags, [`The page said to them: “${text}”`]);
});

test("what the person keeps to themselves is said not to be shared, and never not to be answered", () => {
  const { record } = golden("kept-back");
  const shown = sheetOf(record, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01");
  const said = JSON.stringify({ ...shown, text: "" });
  const empty = golden("nothing-said").record;
  const NAMES = ["filled_in_by", "stratum", "communication", "red_flags", "values", "what_matters", "own_concerns", "knowledge", "questions", "leaning", "readiness", "ideas"] as const;
  assert.match(said, /[Nn]ot shared/);
  for (const name of NAMES) {
    const kept = sheetOf({ ...structuredClone(empty), kept_back: [name] }, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01");
    const all = [kept.sayFirst.text, ...kept.flags, ...kept.parts.flatMap((part) => [...part.lines, ...part.more].map(({ text }) => text))];
    assert.equal(all.filter((each) => /[Nn]ot shared/.test(each)).length, 1, name);
  }
  const all = sheetOf({ ...structuredClone(empty), kept_back: [...NAMES] }, { words: WORDS, missing: "unknown_aid" }, [], say("clinician"), false, "2026-12-01");
  assert.doesNotMatch(JSON.stringify({ ...all, text: "" }), /[Nn]ot answered|No questions noted|Has not said/);
  assert.equal(all.flags[0], "Warning signs are not shared: ask about them");
});

/** The aid as it read when the person used it: another option name, another figure, another answer to a fact. */
function older(): AidWords {
  const seen = structuredClone(WORDS);
  seen.source_sha256 = "feedfeedfeedfeed";
  seen.version = "1.0.0";
  seen.options = [{ id: "wait", text: "Wait a while" }, { id: "medicine", text: "Medicine now" }];
  seen.checks![0]!.explanation = "With waiting, 170 of 1,000 still have pain.";
  const fact = seen.facts!.find(({ id }) => id === "pain-1d")!;
  fact.figures = fact.figures.map((each) => ({ ...each, said: each.said.replace("159", "170") }));
  seen.facts = seen.facts!.filter(({ id }) => id !== "slept");
  return seen;
}

test("an older record is shown with what its patient saw, and beside it what the aid says today", () => {
  const seen = older();
  const record: Record = { ...structuredClone(MUCH), aid: { ...MUCH.aid, version: seen.version, source_sha256: seen.source_sha256 } };
  const today = { ...structuredClone(WORDS), facts: WORDS.facts!.filter(({ id }) => id !== "pain-3d") };
  const shown = (now: AidWords | null, then: AidWords | null = seen): Sheet =>
    sheetOf(structuredClone(record), { words: now, missing: "no_words", seen: then }, [], say("clinician"), false, "2026-12-01");
  const both = shown(today);
  assert.equal(whole(both, "now")[0], "Leans to: Wait a while (today the aid says: “Wait and see”)");
  assert.match(whole(both, "misunderstood")[0] ?? "", /The aid: With waiting, 170 of .* Today the aid says: With waiting, 159 of/);
  const { rows = [], today: beside = [] } = both.figures ?? {};
  const at = (id: string): number => rows.findIndex((row) => row.id === id);
  assert.match(rows[at("pain-1d")]?.figures[0]?.said ?? "", /^170/);
  assert.match(beside[at("pain-1d")]?.figures[0]?.said ?? "", /^159/);
  for (const [n, row] of rows.entries()) if (row.id === "pain-3d") assert.equal(beside[n], null);
  assert.match(both.notes.join(), /used version 1\.0\.0.*What they saw is shown/);
  assert.ok(both.flags.join().includes("The aid has changed since"));
  assert.ok(!JSON.stringify(both.parts).includes("older wording"));
  // Words of another text than theirs are not taken for what they saw.
  assert.match(whole(shown(today, { ...seen, source_sha256: "0".repeat(16) }), "now")[0] ?? "", /Wait and see|older wording/);
  // Figures of an aid that has ended stand nowhere, in whichever words.
  const ended = JSON.stringify({ ...shown({ ...today, clock: "expired", gone: "Gone." }), text: "" });
  assert.doesNotMatch(ended, /170 of|159 of/);
});
