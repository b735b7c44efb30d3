/** Turn the answers of a page into a record, and a record back into answers. */
import type { Record as Written, ValuesAnswer } from "./record-types.ts";
import { recordChecksum } from "./canonical.ts";
import { field, list } from "./field.ts";
import { isState, shared, valueOf, wordsFor, type Answers, type Facts, type NotAnAnswer, type Question } from "./facts.ts";
import { clean, line, LONG_TEXT } from "./text.ts";

/** What names a saved record: made at its first saving, counted up at each. */
export interface Stamp {
  id: string;
  rev: number;
  /** Times in UTC, to the second. */
  created: string;
  updated: string;
}

const READINESS = ["sure", "informed", "clear", "supported"] as const;
const OWN_QUESTIONS = ["own_question.1", "own_question.2", "own_question.3"] as const;

/** The record of these answers; whatever was not answered says so. */
export function buildRecord(given: Answers, facts: Facts, stamp: Stamp): Written {
  const answers = shared(given, facts);
  const only = (name: string): string | undefined => answers.get(name)?.[0];
  const words = (name: string): string => line(only(name) ?? "");
  const listed = (name: string): { id: string; text: string }[] =>
    (answers.get(name) ?? []).map((id) => ({ id, text: line(wordsFor(facts.fields.get(name), id)) }));
  const own = (names: readonly string[]): { id: null; text: string }[] =>
    names.map(words).filter(Boolean).map((text) => ({ id: null, text }));
  const unsealed = {
    format: "decisionaid.record/1",
    ...stamp,
    stage: "prepared",
    aid: facts.aid,
    filled_in_by: {
      role: only("filled_in_by.role") ?? "unanswered",
      helper: words("filled_in_by.helper"),
    },
    stratum: stated("stratum", only("stratum")),
    communication: answers.get("communication") ?? [],
    red_flags: answers.get("red_flags") ?? [],
    values: facts.questions.map((question) => valuesAnswer(question, answers)),
    what_matters: clean(only("what_matters") ?? "", LONG_TEXT).trim(),
    knowledge: facts.checks.map(({ id, wording }) => {
      const state = stateOf(only(`knowledge.${id}`));
      return { id, wording, state, answer: state === "answered" ? only(`knowledge.${id}`) : null };
    }),
    questions: [...listed("questions"), ...own(OWN_QUESTIONS)],
    leaning: {
      ...stated("option", only("leaning")),
      stage: only("stage") ?? "unanswered",
      role: only("role") ?? "unanswered",
    },
    readiness: READINESS.filter((id) => facts.fields.has(`readiness.${id}`)).map((id) => {
      const state = stateOf(only(`readiness.${id}`));
      return { id, state, yes: state === "answered" ? only(`readiness.${id}`) === "yes" : null };
    }),
    ideas: [...listed("ideas"), ...own(["own_idea"])],
  };
  return { ...unsealed, crc32: recordChecksum(unsealed) } as Written;
}

/** Answers that a record holds, as far as this page asks for them. */
export interface PutBack {
  /** Names and values, not yet checked against the page. */
  answers: Map<string, string[]>;
  /** Titles of the questions that have changed since, whose answers are left out. */
  changed: string[];
  /** Whether the record holds more than the page has room for. */
  isPartial: boolean;
  /** Whether the aid reads otherwise now than when the record was saved: its figures may differ. */
  isOlderAid: boolean;
}

/** Read data that says it is a record of this aid; it may hold anything at all. */
export function answersIn(data: unknown, facts: Facts): PutBack {
  const answers = new Map<string, string[]>();
  const changed: string[] = [];
  let isPartial = false;
  const put = (name: string, value: unknown): void => {
    if (typeof value === "string" && value !== "unanswered") answers.set(name, [value]);
  };
  const many = (name: string, values: readonly unknown[]): void => {
    const known = values.filter((value): value is string => typeof value === "string");
    if (known.length > 0) answers.set(name, known);
  };
  const each = (
    asked: readonly { id: string; wording: string }[],
    given: readonly unknown[],
    title: (index: number) => string,
    read: (id: string, answer: unknown) => void,
  ): void =>
    asked.forEach(({ id, wording }, index) => {
      const answer = given.find((one) => field(one, "id") === id);
      const isAnswered = answer !== undefined && field(answer, "state") !== "unanswered";
      if (isAnswered && field(answer, "wording") === wording) read(id, answer);
      else if (isAnswered) changed.push(title(index));
    });

  put("filled_in_by.role", field(field(data, "filled_in_by"), "role"));
  put("filled_in_by.helper", field(field(data, "filled_in_by"), "helper"));
  put("stratum", stateOrValue(field(data, "stratum"), "stratum"));
  many("communication", list(data, "communication"));
  many("red_flags", list(data, "red_flags"));
  each(facts.questions, list(data, "values"), (index) => facts.questions[index]?.title ?? "", (id, answer) => {
    // It stands in the file because the person put it there.
    if (facts.fields.has(`share.${id}`)) put(`share.${id}`, "yes");
    const state = field(answer, "state");
    const isRanking = field(answer, "kind") === "ranking";
    if (state !== "answered") put(`values.${id}${isRanking ? ".state" : ""}`, state);
    else if (isRanking) put(`values.${id}`, list(answer, "order").join(","));
    else put(`values.${id}`, asText(field(answer, "value") ?? field(answer, "chosen")));
  });
  put("what_matters", field(data, "what_matters"));
  each(facts.checks, list(data, "knowledge"), (index) => facts.checks[index]?.statement ?? "", (id, answer) => {
    put(`knowledge.${id}`, stateOrValue(answer, "answer"));
  });
  texts("questions", OWN_QUESTIONS);
  texts("ideas", ["own_idea"]);
  const lean = field(data, "leaning");
  put("leaning", stateOrValue(lean, "option"));
  put("stage", field(lean, "stage"));
  put("role", field(lean, "role"));
  for (const answer of list(data, "readiness")) {
    const id = READINESS.find((known) => known === field(answer, "id"));
    const yes = field(answer, "yes") === true ? "yes" : "no";
    if (id) put(`readiness.${id}`, field(answer, "state") === "answered" ? yes : field(answer, "state"));
  }
  const aid = field(data, "aid");
  const isOlderAid =
    field(aid, "source_sha256") !== facts.aid.source_sha256 || field(aid, "version") !== facts.aid.version;
  return { answers, changed, isPartial, isOlderAid };

  /** Items of the aid go back to their boxes, own words to the lines for them. */
  function texts(name: string, lines: readonly string[]): void {
    const items = list(data, name);
    many(name, items.map((item) => field(item, "id")));
    const own = items.filter((item) => field(item, "id") === null);
    isPartial ||= own.length > lines.length;
    own.slice(0, lines.length).forEach((item, index) => put(lines[index] ?? "", field(item, "text")));
  }
}

function asText(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

function stateOf(value: string | undefined): "answered" | "unanswered" | NotAnAnswer {
  if (value === undefined) return "unanswered";
  return isState(value) ? value : "answered";
}

/** A state, and the value under its name: null unless there is an answer. */
function stated(name: string, value: string | undefined): { [part: string]: string | null } {
  const state = stateOf(value);
  return { state, [name]: state === "answered" ? (value ?? null) : null };
}

/** The value of that name in data that has a state too, or the state when there is no answer. */
function stateOrValue(data: unknown, name: string): unknown {
  const state = field(data, "state");
  return state === "answered" ? field(data, name) : state;
}

function valuesAnswer(question: Question, answers: Answers): ValuesAnswer {
  const { id, kind, wording } = question;
  const value = valueOf(question, answers);
  const state = stateOf(value);
  const answer = state === "answered" ? value : undefined;
  const common = { id, wording, state };
  switch (kind) {
    case "importance":
    case "balance":
      return { ...common, kind, value: answer === undefined ? null : Number(answer) };
    case "ranking":
      return { ...common, kind, order: answer?.split(",") ?? [] };
    case "choice":
      return { ...common, kind, chosen: answer ?? null };
  }
}
