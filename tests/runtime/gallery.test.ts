/** The gallery of answers shows the words that the scripts make of them. `GOLDEN=1` writes them anew. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { QuestionWords } from "../../src/decisionaid/theme/generated/words.ts";
import { isIn, type Answered } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { tensionsWith } from "../../src/decisionaid/theme/scripts/handover/tension.ts";
import { unsettledIn } from "../../src/decisionaid/theme/scripts/handover/unsettled.ts";
import { explained, factOf, heard, lead, leastFor, type Row } from "../../src/decisionaid/theme/scripts/patient/implications.ts";
import { lookedAt, type AskedRow } from "../../src/decisionaid/theme/scripts/patient/trade-off.ts";
import { isState, STATES } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { say } from "./example.ts";
import { answer, type Given } from "./random-answers.ts";

interface Example {
  name: string;
  said: { readonly [question: string]: string | number | readonly unknown[] };
  leaning: string | null;
  words: unknown;
}

const FILE = "src/decisionaid/theme/components/implications/examples.json";
const ALL = JSON.parse(readFileSync(FILE, "utf8")) as {
  columns: string[];
  options: string[];
  rows: Row[];
  questions: QuestionWords[];
  examples: Example[];
};
const SAY = say("aid");

function answered(asked: QuestionWords, said: Example["said"][string] | undefined): Answered {
  if (said === undefined) return answer(asked, { state: "unanswered" });
  if (typeof said === "string") return answer(asked, { state: said } as Given);
  const part = typeof said === "number" ? { value: said } : asked.kind === "picks" ? { blocks: said } : { order: said };
  return answer(asked, { state: "answered", ...part } as Given);
}

function wordsOf({ leaning, said }: Example): unknown {
  const asked = ALL.questions.map((each) => answered(each, said[each.id]));
  const matters = asked.filter(({ answer: { state } }) => state === "answered");
  const found = heard(ALL.rows, asked, [], SAY);
  const { counts, once, texts } = explained(found, ALL.columns.length, SAY);
  // Where nothing is said, nothing is shown.
  const states = Object.keys(said).length === 0 ? [] : [...STATES, "unanswered" as const].flatMap((each) => {
    const titles = asked.filter((one) => isIn(one, each)).map((one) => one.asked.title).join("; ");
    return titles ? SAY(`implies.${each}`, { titles }) : [];
  });
  const index = ALL.options.indexOf(leaning ?? "");
  const row = leaning === null ? undefined : leastFor(index, found);
  const highest = lead(found, SAY);
  const against = leaning === null ? [] : [
    ...(row ? [`${highest} ${factOf(row, index, SAY)}`] : []),
    ...tensionsWith(leaning, matters).map(({ asked: { title }, item }) => SAY("tension.toward", { title, answer: item.text })),
  ];
  return {
    unsettled: unsettledIn(matters, [], (text) => SAY("summary.own_words", { text })).map(({ kind, values }) => SAY(`unsettled.${kind}`, values)),
    highest,
    counts,
    texts,
    rest: [...(once ? [once] : []), ...states],
    tension: against.length > 0 ? [SAY("tension.lean", { option: ALL.columns[index] ?? "" }), ...against, SAY("tension.free")] : [],
  };
}

if (process.env["GOLDEN"]) {
  const examples = ALL.examples.map((each) => ({ ...each, words: wordsOf(each) }));
  writeFileSync(FILE, `${JSON.stringify({ ...ALL, examples }, null, 2)}\n`);
}

for (const each of ALL.examples) {
  test(`gallery: ${each.name}`, { skip: Boolean(process.env["GOLDEN"]) }, () => {
    assert.deepEqual(each.words, wordsOf(each));
  });
}

interface Weighed {
  name: string;
  first: string | null;
  said: { readonly [row: string]: number | string };
  words: unknown;
}

const STEP = "src/decisionaid/theme/components/trade-off/examples.json";
const STEPS = JSON.parse(readFileSync(STEP, "utf8")) as { options: [string, string][]; rows: Omit<AskedRow, "swing">[]; examples: Weighed[] };

function swingOf(said: number | string | undefined): AskedRow["swing"] {
  if (typeof said === "number") return { state: "answered", value: said };
  return { state: said !== undefined && isState(said) ? said : "unanswered", value: null };
}

function comesTo({ first, said }: Weighed): unknown {
  const options = STEPS.options.map(([id, name]) => ({ id, name }));
  return lookedAt(options, STEPS.rows.map((row) => ({ ...row, swing: swingOf(said[row.id]) })), first, SAY);
}

if (process.env["GOLDEN"]) {
  const examples = STEPS.examples.map((each) => ({ ...each, words: comesTo(each) }));
  writeFileSync(STEP, `${JSON.stringify({ ...STEPS, examples }, null, 2)}\n`);
}

for (const each of STEPS.examples) {
  test(`gallery, trade-off step: ${each.name}`, { skip: Boolean(process.env["GOLDEN"]) }, () => {
    assert.deepEqual(each.words, comesTo(each));
  });
}
