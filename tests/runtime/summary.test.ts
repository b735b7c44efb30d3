/** The summary says in words what was answered, and only that. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { messagesIn } from "../../src/decisionaid/theme/scripts/handover/messages.ts";
import { dayInWords } from "../../src/decisionaid/theme/scripts/handover/day.ts";
import { fill } from "../../src/decisionaid/theme/scripts/record/text.ts";
import { MUCH_SAID, say, summary } from "./example.ts";

function lines(answers: Answers, id: string): readonly string[] {
  return summary(answers).find((block) => block.id === id)?.lines ?? [];
}

test("without an answer the summary says that this is fine", () => {
  assert.deepEqual(summary(new Map()).map(({ id }) => id), ["decision", "none", "about"]);
  assert.deepEqual(lines(new Map(), "none"), ["You have not answered yet. That is fine."]);
});

test("what was said comes in its fixed order, own words first", () => {
  assert.deepEqual(
    summary(MUCH_SAID).map(({ id }) => id),
    ["decision", "flags", "stratum", "matters", "unsure", "does-not-apply", "rather-not-say", "now", "questions", "go-over", "help", "helper-view", "ideas", "about"],
  );
  assert.deepEqual(lines(MUCH_SAID, "matters").slice(1), [
    "“Holding my <b>grandson</b>”: 10 of 10",
    "Less pain: 9 of 10",
    "Avoiding a rash: 0 of 10",
    "What comes first: 1. Work; 2. Sleep; 3. Cost",
    "Now or later: Closer to: now",
    "“What the neighbours say”: not rated",
  ]);
  assert.match(lines(MUCH_SAID, "matters")[0] ?? "", /^“Keep minding “Ana”\./);
});

test("what stands in no place of an order is named, and gets none", () => {
  assert.deepEqual(lines(new Map([["values.order", ["work"]]]), "matters"), [
    "What comes first: 1. Work; not put in order: Sleep, Cost",
  ]);
});

test("the group of people is said in the words of the page, and each state in words of its own", () => {
  const said = (value: string): readonly string[] => lines(new Map([["stratum", [value]]]), "stratum");
  assert.deepEqual(said("no-fever"), ["I have no fever"]);
  assert.deepEqual(said("unsure"), ["I am not sure which of the groups in the aid it is."]);
  assert.deepEqual(said("prefer_not_to_say"), ["I would rather not say which of the groups in the aid it is."]);
  assert.deepEqual(lines(new Map([["leaning", ["wait"]]]), "stratum"), []);
});

test("where I am now is said with the page's own words", () => {
  assert.deepEqual(lines(MUCH_SAID, "now"), [
    "I lean to: Wait and see",
    "How far along are you? I want advice",
    "Who should decide? Together",
    "Do you feel sure? No",
    "Do you know enough? Yes",
    "Is it clear what matters? I am not sure",
  ]);
});

test("facts to go over are those seen otherwise or not sure, never those seen alike", () => {
  assert.deepEqual(lines(MUCH_SAID, "go-over"), [
    "How many get better by themselves? I said: Few",
    "Can the medicine cause a rash? I was not sure.",
  ]);
  assert.deepEqual(lines(new Map([["knowledge.rash", ["yes"]]]), "go-over"), []);
});

test("own questions and own ideas come before those of the aid, as on the clinician's sheet", () => {
  const own: Answers = new Map([...MUCH_SAID, ["questions", ["when-back", "change"]], ["own_question.1", ["My own?"]]]);
  assert.deepEqual(lines(own, "questions"), ["My own?", "</script><script>alert(1)</script>", "When should I come back?", "Can I change my mind?"]);
  assert.deepEqual(lines(own, "ideas"), ["Ask at the nursery", "Give pain relief at set times"]);
});

test("equal numbers stay in the author's order", () => {
  const answers: Answers = new Map([["values.less-pain", ["5"]], ["values.avoid-rash", ["5"]]]);
  assert.deepEqual(lines(answers, "matters"), ["Avoiding a rash: 5 of 10", "Less pain: 5 of 10"]);
});

test("not sure and does not apply are said apart, for a ranking too", () => {
  const answers: Answers = new Map([["values.order.state", ["unsure"]], ["values.where", ["not_applicable"]]]);
  assert.deepEqual(lines(answers, "unsure"), ["What comes first"]);
  assert.deepEqual(lines(answers, "does-not-apply"), ["Where"]);
  assert.deepEqual(lines(answers, "matters"), []);
});

test("the aid's version, evidence and status stand at the end", () => {
  assert.deepEqual(lines(MUCH_SAID, "about"), [
    "Decision aid, version 1.2.0",
    "Evidence to 1 March 2026",
    "Made on 21 November 2026",
    "Demonstration, not for clinical use",
  ]);
});

test("messages fill their places, and an own name is never taken for one that objects have", () => {
  assert.equal(fill("{a} {toString} {b}", { a: 1, b: "{a}" }), "1 {toString} {a}");
  const texts = messagesIn<"home">('{"left.many":"{n} left"}');
  assert.equal(texts("left.many", { n: 3 }), "3 left");
  assert.equal(texts("left.none"), "left.none");
});

test("a date is said in the language asked for, and what is no date stays as it is", () => {
  assert.equal(dayInWords(say("aid"), "2026-11-21T23:59:59Z"), "21 November 2026");
  for (const none of ["2026-13-21", "2026-99-99", "2026-02-30", "2026-01-00", "0000-00-00", "soon", ""]) {
    assert.equal(dayInWords(say("aid"), none), "");
  }
  assert.equal(dayInWords(say("aid"), "2028-02-29"), "29 February 2028");
});

test("what they added is said in each state, once, and no state as a number", () => {
  assert.deepEqual(lines(MUCH_SAID, "unsure"), ["“The bus at “six””"]);
  assert.deepEqual(lines(MUCH_SAID, "does-not-apply"), ["“No needles”"]);
  assert.deepEqual(lines(MUCH_SAID, "rather-not-say"), ["Where", "“שקט”"]);
});

test("a rating without words says nothing, and the same words may stand twice", () => {
  assert.deepEqual(lines(new Map([["concern.1.rating", ["7"]]]), "matters"), []);
  const twice: Answers = new Map([["concern.1", ["Sleep"]], ["concern.1.rating", ["3"]], ["concern.4", ["Sleep"]]]);
  assert.deepEqual(lines(twice, "matters"), ["“Sleep”: 3 of 10", "“Sleep”: not rated"]);
});

test("what the helper thinks is said only while somebody helps, and apart from what the person said", () => {
  const view: [string, string[]] = ["filled_in_by.view", ["He waits too long."]];
  const said = (role: string): readonly string[] => lines(new Map([view, ["filled_in_by.role", [role]]]), "helper-view");
  assert.deepEqual(said("carer"), ["“He waits too long.”"]);
  assert.deepEqual(said("patient_with_help"), ["“He waits too long.”"]);
  assert.deepEqual(said("patient"), []);
  // Not in the place of the person's own words either, where they wrote none.
  for (const own of [[], [["what_matters", ["My own"]]]] as [string, string[]][][]) {
    const others = summary(new Map([view, ["filled_in_by.role", ["carer"]], ...own])).filter(({ id }) => id !== "helper-view");
    assert.ok(!JSON.stringify(others).includes(view[1][0] ?? "?"));
  }
});
