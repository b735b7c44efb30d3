/** What a person has answered on a page: names of its form and values that its controls can hold. */
import type { AidWords, LabelledItem } from "../../generated/words.ts";
import type { Statement } from "./record-types.ts";
import { clean, line } from "./text.ts";

/** Names of the form and their values; no name, no answer. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** What the controls of one name can hold. */
export type Field =
  /** `order` is a ranking: its one value is `a,b,c`, holding each of these at most once: what was not asked stands in none. */
  | { kind: "one" | "many" | "order"; values: readonly string[] }
  /** `most`: characters; `lines`: whether there may be several. */
  | { kind: "text"; most: number; lines: boolean };

export type Fields = ReadonlyMap<string, Field>;

/** What a page asks. */
export interface Page {
  /** What names its aid in a record. */
  readonly aid: Statement["aid"];
  /** What it says of its aid. */
  readonly words: AidWords;
  readonly fields: Fields;
}

/** Values that say something about an answer, and are none of the answers. */
export const STATES = ["unsure", "not_applicable", "prefer_not_to_say"] as const;
/** The same of what stands on paper: whoever typed it in cannot say what. */
export const UNCLEAR = ["unreadable", "crossed_out"] as const;
export type Unclear = (typeof UNCLEAR)[number];
export type NotAnAnswer = (typeof STATES)[number] | Unclear;

export function isState(value: unknown): value is NotAnAnswer {
  return ([...STATES, ...UNCLEAR] as readonly unknown[]).includes(value);
}

/** The words of what has an id; undefined when there are none. */
export function wordsFor(items: readonly LabelledItem[] | undefined, id: string | null): string | undefined {
  return items?.find((item) => item.id === id)?.text;
}

/** The box that puts the answer to a sensitive question into the summary; other questions have none. */
export function shareName(question: string): string {
  return `share.${question}`;
}

/** What may be repeated elsewhere: of a sensitive question only what the person put into the summary. */
export function shared(answers: Answers, { words, fields }: Page): Answers {
  const kept = new Map(answers);
  for (const { id } of words.questions ?? []) {
    if (!fields.has(shareName(id)) || answers.has(shareName(id))) continue;
    for (const name of answers.keys()) if (`${name}.`.startsWith(`values.${id}.`)) kept.delete(name);
  }
  return kept;
}

/** The values that the page can show for a name; null when there are none among these, or no such name. */
export function accepted(field: Field | undefined, values: unknown): string[] | null {
  if (!field || !Array.isArray(values) || !values.every((value) => typeof value === "string")) return null;
  const [first, ...others]: readonly string[] = values;
  if (first === undefined || (others.length > 0 && field.kind !== "many")) return null;
  const isKnown = (value: string): boolean => "values" in field && field.values.includes(value);
  switch (field.kind) {
    case "many":
      // In the page's order, each once; a box that is gone takes no other tick with it.
      return values.some(isKnown) ? field.values.filter((value) => values.includes(value)) : null;
    case "one":
      return isKnown(first) ? [first] : null;
    case "order": {
      const ids = first.split(",");
      return new Set(ids).size === ids.length && ids.every(isKnown) ? [first] : null;
    }
    case "text": {
      const kept = (field.lines ? clean : line)(first, field.most);
      return kept.trim() === "" ? null : [kept];
    }
  }
}
