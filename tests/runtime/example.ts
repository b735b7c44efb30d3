/** An aid about an example condition, as its page and its published words would say it; figures are made up. */
import { readFileSync } from "node:fs";
import type { AidWords, FactWords, QuestionWords } from "../../src/decisionaid/theme/generated/words.ts";
import { messagesIn, type PageKind, type Say } from "../../src/decisionaid/theme/scripts/handover/messages.ts";
import { summaryBlocks, type Block, type FormWords } from "../../src/decisionaid/theme/scripts/handover/summary.ts";
import { STATES, type Answers, type Field, type Page } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import type { Record as Sealed } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";

const messages = JSON.parse(readFileSync("src/decisionaid/theme/schema/messages.json", "utf8"));

export function say<Kind extends PageKind>(kind: Kind): Say<Kind> {
  return messagesIn<Kind>(JSON.stringify(messages[kind]));
}

/** A golden record, which the Python tests write. */
export function golden(name: string): { record: Sealed; canonical: string; crc32: string } {
  return JSON.parse(readFileSync(`tests/golden/records/${name}.json`, "utf8"));
}

export const GOLDEN = ["nothing-said", "much-said", "odd-letters", "kept-back"] as const;

/** Ids and their words. */
function items(words: Readonly<Record<string, string>>): { id: string; text: string }[] {
  return Object.entries(words).map(([id, text]) => ({ id, text }));
}

/** A values question that is about these rows. */
export function question(
  id: string,
  kind: QuestionWords["kind"],
  title: string,
  wording: string,
  about: string[] = [],
  of: QuestionWords["items"] = [],
): QuestionWords {
  return { id, kind, title, wording, question: title, about, items: of };
}

/** A row of made-up figures, with all that it is read with. */
export function row(id: string, direction: FactWords["direction"], more: Partial<FactWords> = {}): FactWords {
  return {
    id,
    label: `Made-up row ${id}`,
    about: [id],
    stratum: null,
    direction,
    more: false,
    measured: "At 3 days · 400 made-up children in 2 studies",
    better: direction === "bad" ? "Less of this is better." : "More of this is better.",
    sure: "This is a made-up certainty.",
    source: "Source: Example review (2020)",
    notes: [],
    figures: [
      { option: "Wait and see", said: "159 of 1,000 children still have pain", range: "" },
      { option: "Medicine now", said: "not known", range: "" },
    ],
    ...more,
  };
}

export const WORDS: AidWords = {
  id: "example-condition",
  version: "1.2.0",
  title: "Example condition: what are my options?",
  question: "Wait, or take medicine now?",
  language: "en-GB",
  evidence: "2026-03-01",
  status: "demonstration",
  clock: "current",
  source_sha256: "0123456789abcdef",
  options: items({ wait: "Wait and see", medicine: "Medicine now" }),
  strata: items({ fever: "I have a fever", "no-fever": "I have no fever" }),
  red_flags: items({ "stiff-neck": "A stiff neck", drowsy: "Hard to wake" }),
  questions: [
    question("avoid-rash", "importance", "Avoiding a rash", "1".repeat(16), ["rash"]),
    question("less-pain", "importance", "Less pain", "2".repeat(16), ["pain-1d", "pain-3d"]),
    {
      ...question("now-or-later", "balance", "Now or later", "3".repeat(16), ["rash"], items({ now: "now", later: "later" })),
      places: ["Much closer to: now", "Closer to: now", "A little closer to: now", "Both the same", "A little closer to: later", "Closer to: later", "Much closer to: later"],
    },
    question("order", "ranking", "What comes first", "4".repeat(16), [], [
      { id: "sleep", text: "Sleep", about: ["nights"] },
      { id: "work", text: "Work", about: ["pain-3d"] },
      { id: "cost", text: "Cost", about: ["price"] },
    ]),
    question("where", "choice", "Where", "5".repeat(16), ["involves"], items({ home: "At home", clinic: "In a clinic" })),
  ],
  checks: [
    {
      id: "most-get-better",
      statement: "How many get better by themselves?",
      wording: "6".repeat(16),
      answers: items({ most: "Most", few: "Few" }),
      correct: ["most"],
      explanation: "With waiting, 159 of 1,000 still have pain.",
    },
    {
      id: "rash",
      statement: "Can the medicine cause a rash?",
      wording: "7".repeat(16),
      answers: items({ yes: "Yes", no: "No" }),
      correct: ["yes"],
      explanation: "With waiting, 159 of 1,000 still have pain.",
    },
  ],
  to_ask: items({ "when-back": "When should I come back?", change: "Can I change my mind?" }),
  ideas: items({ "plan-wait/pain-relief": "Give pain relief at set times", "plan-wait/rest": "Rest" }),
  facts: [
    row("slept", "good"),
    row("school", "good", { about: ["school"] }),
    row("pain-1d", "bad", { about: ["pain-1d", "pain-3d"] }),
    row("pain-3d", "bad", { about: ["pain-3d", "pain-1d"] }),
    row("rash", "bad"),
    row("nights", "good", { more: true }),
  ],
};

const TEXT: Field = { kind: "text", most: 300, lines: false };

function one(...values: readonly string[]): Field {
  return { kind: "one", values };
}

function many(...values: readonly string[]): Field {
  return { kind: "many", values };
}

const YES_NO = one("yes", "no", "unsure");
const NUMBERS = Array.from({ length: 11 }, (_, n) => `${n}`);

/** The places of a balance, as the page has them; the aid's own words have its two ends. */
const PLACES = { "-3": "Much closer to: now", "-2": "Closer to: now", "-1": "A little closer to: now", "0": "Both the same", "1": "A little closer to: later", "2": "Closer to: later", "3": "Much closer to: later" };

function placesOnPage(): { id: string; text: string }[] {
  return items(PLACES).sort((one, other) => Number(one.id) - Number(other.id));
}

const ON_PAGE: AidWords = {
  ...WORDS,
  questions: WORDS.questions?.map((each) => (each.kind === "balance" ? { ...each, items: placesOnPage(), places: [] } : each)) ?? [],
};

export const PAGE: Page = {
  aid: {
    id: WORDS.id,
    version: WORDS.version,
    source_sha256: WORDS.source_sha256,
    title: WORDS.title,
    language: WORDS.language,
    evidence: "2026-03-01",
    status: WORDS.status,
    computes: "none",
    clock: "current",
  },
  words: ON_PAGE,
  fields: new Map<string, Field>([
    ["red_flags", many("stiff-neck", "drowsy")],
    ["stratum", one("fever", "no-fever", "unsure", "prefer_not_to_say")],
    ["filled_in_by.role", one("patient", "patient_with_help", "carer")],
    ["filled_in_by.helper", TEXT],
    ["filled_in_by.view", { kind: "text", most: 1500, lines: true }],
    ["communication", many("large_print", "audio", "read_to_me")],
    ["values.avoid-rash", one(...NUMBERS, ...STATES)],
    ["values.less-pain", one(...NUMBERS, ...STATES)],
    ["values.now-or-later", one("-3", "-2", "-1", "0", "1", "2", "3", ...STATES)],
    ["values.order", { kind: "order", values: ["sleep", "work", "cost"] }],
    ["values.order.state", one(...STATES)],
    ["values.where", one("home", "clinic", ...STATES)],
    ["what_matters", { kind: "text", most: 1500, lines: true }],
    ...[1, 2, 3, 4, 5].flatMap((n): [string, Field][] => [
      [`concern.${n}`, TEXT],
      [`concern.${n}.rating`, one(...NUMBERS, ...STATES)],
    ]),
    ["knowledge.most-get-better", one("most", "few", "unsure")],
    ["knowledge.rash", one("yes", "no", "unsure")],
    ["questions", many("when-back", "change")],
    ["own_question.1", TEXT],
    ["own_question.2", TEXT],
    ["own_question.3", TEXT],
    ["leaning", one("wait", "medicine", "unsure", "prefer_not_to_say")],
    ["stage", one("want_advice", "need_time")],
    ["role", one("together", "myself")],
    ["readiness.sure", YES_NO],
    ["readiness.informed", YES_NO],
    ["readiness.clear", YES_NO],
    ["readiness.supported", YES_NO],
    ["ideas", many("plan-wait/pain-relief", "plan-wait/rest")],
    ["own_idea", TEXT],
  ]),
};

/** The page once this question was put in other words. */
export function reworded(id: string): Page {
  const questions = ON_PAGE.questions?.map((each) => (each.id === id ? { ...each, wording: "f".repeat(16) } : each)) ?? [];
  return { ...PAGE, words: { ...ON_PAGE, questions } };
}

/** Legends, and words beside controls. */
const BESIDE: Readonly<Record<string, string>> = {
  "filled_in_by.role=patient": "The person",
  "filled_in_by.role=patient_with_help": "The person, with help",
  "filled_in_by.role=carer": "Someone else",
  "communication=large_print": "Large print",
  "communication=audio": "Something to listen to",
  "communication=read_to_me": "Someone to read it with me",
  "values.now-or-later=-3": "Much closer to: now",
  "values.now-or-later=-2": "Closer to: now",
  "values.now-or-later=-1": "A little closer to: now",
  "values.now-or-later=0": "Both the same",
  "values.now-or-later=1": "A little closer to: later",
  "values.now-or-later=2": "Closer to: later",
  "values.now-or-later=3": "Much closer to: later",
  stage: "How far along are you?",
  "stage=want_advice": "I want advice",
  "stage=need_time": "I need more time",
  role: "Who should decide?",
  "role=together": "Together",
  "role=myself": "Me",
  "readiness.sure": "Do you feel sure?",
  "readiness.informed": "Do you know enough?",
  "readiness.clear": "Is it clear what matters?",
  "readiness.supported": "Do you have support?",
};

const YES_NO_WORDS: Readonly<Record<string, string>> = { yes: "Yes", no: "No", unsure: "I am not sure" };

export const FORM: FormWords = {
  question: (name) => BESIDE[name] ?? "",
  answer: (name, value) => (name.startsWith("readiness.") ? YES_NO_WORDS[value] : BESIDE[`${name}=${value}`]) ?? "",
};

/** The summary of answers. */
export function summary(answers: Answers, page: Page = PAGE, day = "2026-11-21"): Block[] {
  return summaryBlocks(statementOf(answers, page), page.words, FORM, say("aid"), day);
}

/** What the page pointed out in it. */
export const NOTED = golden("much-said").record.noted;

/** The answers that make the golden record `much-said`. */
export const MUCH_SAID: Answers = new Map<string, readonly string[]>([
  ["red_flags", ["stiff-neck"]],
  ["stratum", ["fever"]],
  ["filled_in_by.role", ["patient_with_help"]],
  ["filled_in_by.helper", [" my  daughter "]],
  ["filled_in_by.view", ["He waits too long.\n<i>I</i> would not."]],
  ["communication", ["large_print", "read_to_me"]],
  ["values.avoid-rash", ["0"]],
  ["values.less-pain", ["9"]],
  ["values.now-or-later", ["-2"]],
  ["values.order", ["work,sleep,cost"]],
  ["values.where", ["prefer_not_to_say"]],
  ["what_matters", ["Keep minding “Ana”.\r\nNot to wait.\t<b>&</b> \\ \"' 👩‍👧 שלום"]],
  ["concern.1", ["Holding my <b>grandson</b>"]],
  ["concern.1.rating", ["10"]],
  ["concern.2", ["The bus at “six”"]],
  ["concern.2.rating", ["unsure"]],
  ["concern.3", ["No needles"]],
  ["concern.3.rating", ["not_applicable"]],
  ["concern.4", ["שקט"]],
  ["concern.4.rating", ["prefer_not_to_say"]],
  ["concern.5", ["What the neighbours say"]],
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

/** One of five records that the page of the aid about knees has made, and the words that it was made with. */
export function five(name: string): Sealed {
  return JSON.parse(readFileSync(`tests/golden/records/five/${name}.json`, "utf8"));
}

export const FIVE = ["sparse", "typical", "fullest", "all-not-sure", "contradicting"] as const;
export const FIVE_WORDS: AidWords = JSON.parse(readFileSync("tests/golden/records/five/words.json", "utf8"));
