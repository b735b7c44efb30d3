/** An aid about an example condition, as its page and its published words would say it; figures are made up. */
import { readFileSync } from "node:fs";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import type { Answers, Choice, Facts, Field, Question } from "../../src/decisionaid/theme/scripts/record/facts.ts";
import { messagesIn, type PageKind, type Say } from "../../src/decisionaid/theme/scripts/handover/messages.ts";
import type { Record as Sealed } from "../../src/decisionaid/theme/scripts/record/record-types.ts";

const messages = JSON.parse(readFileSync("src/decisionaid/theme/schema/messages.json", "utf8"));

export function say<Kind extends PageKind>(kind: Kind): Say<Kind> {
  return messagesIn<Kind>(JSON.stringify(messages[kind]));
}

/** A golden record, which the Python tests write. */
export function golden(name: string): { record: Sealed; canonical: string; crc32: string } {
  return JSON.parse(readFileSync(`tests/golden/records/${name}.json`, "utf8"));
}

export const GOLDEN = ["nothing-said", "much-said", "odd-letters"] as const;

const STATES: readonly Choice[] = [
  { value: "unsure", text: "I am not sure" },
  { value: "not_applicable", text: "This does not apply to me" },
  { value: "prefer_not_to_say", text: "I would rather not say" },
];

function choices(...pairs: readonly string[]): Choice[] {
  return pairs.map((pair) => {
    const colon = pair.indexOf(":");
    return { value: pair.slice(0, colon), text: pair.slice(colon + 1) };
  });
}

function field(kind: Field["kind"], from: readonly Choice[], question = ""): Field {
  return { kind, choices: from, most: 300, lines: false, question };
}

/** A values question that is about these rows; its items may each be about rows of their own. */
export function question(
  id: string,
  kind: Question["kind"],
  title: string,
  wording: string,
  about: readonly string[] = [],
  itemsAbout: Readonly<Record<string, readonly string[]>> = {},
): Question {
  return { id, kind, title, wording, about, itemsAbout: new Map(Object.entries(itemsAbout)), isSensitive: false };
}

const NUMBERS = choices(...Array.from({ length: 11 }, (_, n) => `${n}:${n}`));
const BALANCE = choices("-3:Much closer to: now", "-2:Closer to: now", "-1:A little closer to: now", "0:Both the same", "1:A little closer to: later", "2:Closer to: later", "3:Much closer to: later");
const YES_NO = choices("yes:Yes", "no:No", "unsure:I am not sure");

export const FACTS: Facts = {
  aid: {
    id: "example-condition",
    version: "1.2.0",
    source_sha256: "0123456789abcdef",
    title: "Example condition: what are my options?",
    language: "en-GB",
    evidence: "2026-03-01",
    status: "demonstration",
    clock: "current",
  },
  questions: [
    question("avoid-rash", "importance", "Avoiding a rash", "1".repeat(16), ["rash"]),
    question("less-pain", "importance", "Less pain", "2".repeat(16), ["pain-1d", "pain-3d"]),
    question("now-or-later", "balance", "Now or later", "3".repeat(16), ["rash"]),
    question("order", "ranking", "What comes first", "4".repeat(16), [], { sleep: ["nights"], work: ["pain-3d"], cost: ["price"] }),
    question("where", "choice", "Where", "5".repeat(16), ["involves"]),
  ],
  checks: [
    { id: "most-get-better", statement: "How many get better by themselves?", wording: "6".repeat(16), correct: ["most"] },
    { id: "rash", statement: "Can the medicine cause a rash?", wording: "7".repeat(16), correct: ["yes"] },
  ],
  fields: new Map<string, Field>([
    ["red_flags", field("many", choices("stiff-neck:A stiff neck", "drowsy:Hard to wake"))],
    ["stratum", field("one", [...choices("fever:I have a fever", "no-fever:I have no fever"), STATES[0], STATES[2]].filter((each) => each !== undefined))],
    ["filled_in_by.role", field("one", choices("patient:The person", "patient_with_help:The person, with help", "carer:Someone else"))],
    ["filled_in_by.helper", field("text", [])],
    ["communication", field("many", choices("large_print:Large print", "audio:Something to listen to", "read_to_me:Someone to read it with me"))],
    ["values.avoid-rash", field("one", [...NUMBERS, ...STATES])],
    ["values.less-pain", field("one", [...NUMBERS, ...STATES])],
    ["values.now-or-later", field("one", [...BALANCE, ...STATES])],
    ["values.order", field("order", choices("sleep:Sleep", "work:Work", "cost:Cost"))],
    ["values.order.state", field("one", STATES)],
    ["values.where", field("one", [...choices("home:At home", "clinic:In a clinic"), ...STATES])],
    ["what_matters", { ...field("text", []), most: 1500, lines: true }],
    ["knowledge.most-get-better", field("one", choices("most:Most", "few:Few", "unsure:I am not sure"))],
    ["knowledge.rash", field("one", choices("yes:Yes", "no:No", "unsure:I am not sure"))],
    ["questions", field("many", choices("when-back:When should I come back?", "change:Can I change my mind?"))],
    ["own_question.1", field("text", [])],
    ["own_question.2", field("text", [])],
    ["own_question.3", field("text", [])],
    ["leaning", field("one", choices("wait:Wait and see", "medicine:Medicine now", "unsure:I am not sure yet", "prefer_not_to_say:I would rather not say"))],
    ["stage", field("one", choices("want_advice:I want advice", "need_time:I need more time"), "How far along are you?")],
    ["role", field("one", choices("together:Together", "myself:Me"), "Who should decide?")],
    ["readiness.sure", field("one", YES_NO, "Do you feel sure?")],
    ["readiness.informed", field("one", YES_NO, "Do you know enough?")],
    ["readiness.clear", field("one", YES_NO, "Is it clear what matters?")],
    ["readiness.supported", field("one", YES_NO, "Do you have support?")],
    ["ideas", field("many", choices("plan-wait/pain-relief:Give pain relief at set times", "plan-wait/rest:Rest"))],
    ["own_idea", field("text", [])],
  ]),
};

/** The answers that make the golden record `much-said`. */
export const MUCH_SAID: Answers = new Map<string, readonly string[]>([
  ["red_flags", ["stiff-neck"]],
  ["stratum", ["fever"]],
  ["filled_in_by.role", ["patient_with_help"]],
  ["filled_in_by.helper", [" my  daughter "]],
  ["communication", ["large_print", "read_to_me"]],
  ["values.avoid-rash", ["0"]],
  ["values.less-pain", ["9"]],
  ["values.now-or-later", ["-2"]],
  ["values.order", ["work,sleep,cost"]],
  ["values.where", ["prefer_not_to_say"]],
  ["what_matters", ["Keep minding “Ana”.\r\nNot to wait.\t<b>&</b> \\ \"' 👩‍👧 שלום"]],
  ["knowledge.most-get-better", ["few"]],
  ["knowledge.rash", ["unsure"]],
  ["questions", ["when-back"]],
  ["own_question.2", ["</script><script>alert(1)</script>"]],
  ["leaning", ["wait"]],
  ["stage", ["want_advice"]],
  ["role", ["together"]],
  ["readiness.sure", ["no"]],
  ["readiness.informed", ["yes"]],
  ["readiness.clear", ["unsure"]],
  ["ideas", ["plan-wait/pain-relief"]],
  ["own_idea", ["Ask at the nursery"]],
]);

export const WORDS: AidWords = {
  id: "example-condition",
  version: "1.2.0",
  title: "Example condition: what are my options?",
  question: "Wait, or take medicine now?",
  language: "en-GB",
  evidence: "2026-03-01",
  status: "demonstration",
  source_sha256: "0123456789abcdef",
  options: [
    { id: "wait", text: "Wait and see" },
    { id: "medicine", text: "Medicine now" },
  ],
  strata: [
    { id: "fever", text: "I have a fever" },
    { id: "no-fever", text: "I have no fever" },
  ],
  red_flags: [
    { id: "stiff-neck", text: "A stiff neck" },
    { id: "drowsy", text: "Hard to wake" },
  ],
  questions: FACTS.questions.map(({ id, kind, title, wording }) => ({
    id,
    kind,
    title,
    wording,
    question: title,
    items: { balance: [{ id: "now", text: "now" }, { id: "later", text: "later" }], ranking: [{ id: "sleep", text: "Sleep" }, { id: "work", text: "Work" }, { id: "cost", text: "Cost" }], choice: [{ id: "home", text: "At home" }, { id: "clinic", text: "In a clinic" }], importance: [] }[kind],
  })),
  checks: FACTS.checks.map(({ id, statement, wording, correct }) => ({
    id,
    statement,
    wording,
    correct: [...correct],
    answers: [{ id: "most", text: "Most" }, { id: "few", text: "Few" }, { id: "yes", text: "Yes" }, { id: "no", text: "No" }],
    explanation: "With waiting, 159 of 1,000 still have pain.",
  })),
  facts: [{ id: "pain", label: "Still in pain", time: "at 3 days", figures: ["159 of 1,000", "not known"] }],
};
