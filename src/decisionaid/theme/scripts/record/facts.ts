/** What a page says about its aid: which answers it knows, and their words. */
import type { AidReference } from "../../generated/record.ts";
import { clean, line, LONG_TEXT } from "./text.ts";

/** A value and the words beside it on the page. */
export interface Choice {
  value: string;
  text: string;
}

/** One name of the form. */
export interface Field {
  /** `order` is a ranking: its one value is `a,b,c`, holding each choice once. */
  kind: "one" | "many" | "text" | "order";
  choices: readonly Choice[];
  /** Most characters of a text. */
  most: number;
  /** Whether a text may have several lines. */
  lines: boolean;
  /** The question in words: the legend or the label. */
  question: string;
}

/** A values question on the page. */
export interface Question {
  id: string;
  kind: "importance" | "balance" | "ranking" | "choice";
  title: string;
  wording: string;
  /** Ids of the rows that it is about. */
  about: readonly string[];
  /** The same of each item that is put in order, by its id. */
  itemsAbout: ReadonlyMap<string, readonly string[]>;
  /** The answer leaves the question only once the person ticks that it may. */
  isSensitive: boolean;
}

/** A knowledge check on the page. */
export interface Check {
  id: string;
  statement: string;
  wording: string;
  /** The answers that the aid calls right. */
  correct: readonly string[];
}

export interface Facts {
  aid: Required<AidReference>;
  questions: readonly Question[];
  checks: readonly Check[];
  fields: ReadonlyMap<string, Field>;
}

/** What the person has answered: names of the form and their values; no name, no answer. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Values that say something about an answer, and are none of the answers. */
export const STATES = ["unsure", "not_applicable", "prefer_not_to_say"] as const;
export type NotAnAnswer = (typeof STATES)[number];

export function isState(value: string | undefined): value is NotAnAnswer {
  return (STATES as readonly (string | undefined)[]).includes(value);
}

/** What may be repeated elsewhere: of a sensitive question only what the person put into the summary. */
export function shared(answers: Answers, { questions }: Facts): Answers {
  const kept = new Map(answers);
  for (const { id, isSensitive } of questions) {
    if (!isSensitive || answers.has(`share.${id}`)) continue;
    kept.delete(`values.${id}`);
    kept.delete(`values.${id}.state`);
  }
  return kept;
}

/** The value of a values question, whichever kind it is. */
export function valueOf({ id }: Question, answers: Answers): string | undefined {
  return answers.get(`values.${id}`)?.[0] ?? answers.get(`values.${id}.state`)?.[0];
}

/** The values that the page can show for a name; null when there are none among these. */
export function accepted(field: Field, values: unknown): string[] | null {
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) return null;
  const [first] = values as string[];
  if (first === undefined) return null;
  switch (field.kind) {
    case "one":
      return values.length === 1 && has(field, first) ? [first] : null;
    case "many":
      return chosenOf(field, values as string[]);
    case "order":
      return values.length === 1 && isOrder(field, first) ? [first] : null;
    case "text":
      return values.length === 1 ? written(field, first) : null;
  }
}

/** The words beside a value; empty when the page does not know the value. */
export function wordsFor(field: Field | undefined, value: string | undefined): string {
  return field?.choices.find((choice) => choice.value === value)?.text ?? "";
}

function has(field: Field, value: string): boolean {
  return field.choices.some((choice) => choice.value === value);
}

/** In the page's order, each once; null when one of them is not on the page. */
function chosenOf(field: Field, values: readonly string[]): string[] | null {
  if (!values.every((value) => has(field, value))) return null;
  return field.choices.map((choice) => choice.value).filter((value) => values.includes(value));
}

function isOrder(field: Field, value: string): boolean {
  const ids = value.split(",");
  return ids.length === field.choices.length && field.choices.every((choice) => ids.includes(choice.value));
}

function written(field: Field, text: string): string[] | null {
  const kept = field.lines ? clean(text, Math.min(field.most, LONG_TEXT)) : line(text, field.most);
  return kept.trim() === "" ? null : [kept];
}
