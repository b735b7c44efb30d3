/**
 * What a record says, beside the words of its aid: the one walk behind all that is made from a record.
 *
 * The person's summary and the clinician's sheet differ in words and order only.
 */
import type { AidWords, CheckWords, QuestionWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import type { KnowledgeAnswer, OwnConcern, Statement, ValuesAnswer } from "../record/record-types.ts";
import { pickedOrder, type Blocks } from "./picks.ts";

export type State = ValuesAnswer["state"];

/** An answer to a values question, and the question. */
export interface Answered {
  answer: ValuesAnswer;
  asked: QuestionWords;
}

/** A fact that the person sees otherwise than the aid says, in words; null: they are not sure. */
export interface Belief {
  check: CheckWords;
  answer: string | null;
}

export interface Stated {
  /** Words of the aid, undefined where it has none of that id: each warning sign that was ticked, the group, the option. */
  flags: readonly (string | undefined)[];
  stratum: string | undefined;
  option: string | undefined;
  /** Of the questions that read as they did then, answered or not, in the aid's order. */
  asked: readonly Answered[];
  /** The answers among them: importance by the person's own number, then the other kinds; ties in the aid's order. */
  matters: readonly Answered[];
  /** What else matters to them, in their own words. */
  own: readonly OwnConcern[];
  beliefs: readonly Belief[];
}

type Values = { readonly [place: string]: string | number };

const KINDS = ["importance", "ranking", "picks", "balance", "choice"] as const;

/** The words that what a person said is read with. */
export type Words = Pick<AidWords, "options" | "strata" | "red_flags" | "questions" | "checks">;

/** An id says nothing without words, and with other words it might say something else. */
export function stated(record: Statement, words: Words): Stated {
  const asked = besideAnswers(record.values, words.questions);
  const answered = asked.filter(({ answer }) => answer.state === "answered");
  return {
    flags: record.red_flags.map((id) => wordsFor(words.red_flags, id)),
    stratum: wordsFor(words.strata, record.stratum.stratum),
    option: wordsFor(words.options, record.leaning.option),
    asked,
    matters: KINDS.flatMap((kind) =>
      answered
        .filter(({ answer }) => answer.kind === kind)
        .sort((one, other) => importance(other) - importance(one)),
    ),
    own: ownIn(record),
    beliefs: besideAnswers(record.knowledge, words.checks).flatMap(beliefsIn),
  };
}

/** What they wrote themselves; a rating of nothing says nothing. */
export function ownIn({ own_concerns }: Pick<Statement, "own_concerns">): OwnConcern[] {
  return own_concerns.filter(({ text }) => text !== "");
}

/** The person's own number, 0 to 10; -1 for what is not rated. */
export function importance({ answer }: Answered): number {
  return answer.kind === "importance" && answer.value !== null ? answer.value : -1;
}

/**
 * Titles of the questions in a state, or with a pick in it that was left open by saying so; in the aid's order.
 * Their own words follow as they are quoted; one that is not rated stands among what matters.
 */
export function titlesIn({ asked, own }: Stated, state: State, quote: (text: string) => string): string[] {
  const theirs = own.filter((each) => each.state === state && state !== "unanswered").map(({ text }) => quote(text));
  return [...asked.filter((each) => isIn(each, state)).map(({ asked: { title } }) => title), ...theirs];
}

/** Whether an answer is in a state, or has a pick in it that was left open by saying so. */
export function isIn({ answer }: Answered, state: State): boolean {
  PICKS: if (answer.kind === "picks" && state !== "unanswered" && hasPick(answer.blocks, state)) return true;
  return answer.state === state;
}

function hasPick(blocks: Blocks, state: State): boolean {
  return blocks.some(({ most, least }) => most.state === state || least.state === state);
}

/** What they wrote themselves, then what they took from the aid, each in their order. */
export function ownFirst(given: readonly { id: string | null; text: string }[]): string[] {
  const texts = (isOwn: boolean): string[] => given.filter(({ id }) => (id === null) === isOwn).map(({ text }) => text);
  return [...texts(true), ...texts(false)].filter(Boolean);
}

interface Worded {
  id: string;
  wording: string;
  kind?: string;
}

/**
 * Answers beside the questions that have their ids, and are of their kind, in the aid's order.
 *
 * An answer to another wording says nothing of the wording of today.
 */
export function besideAnswers<Answer extends Worded, Asked extends Worded>(
  answers: readonly Answer[],
  asked: readonly Asked[] = [],
): { answer: Answer; asked: Asked }[] {
  return asked.flatMap((each) =>
    answers
      .filter(({ id, kind, wording }) => id === each.id && kind === each.kind && wording === each.wording)
      .map((answer) => ({ answer, asked: each })),
  );
}

function beliefsIn({ answer: { state, answer }, asked: check }: { answer: KnowledgeAnswer; asked: CheckWords }): Belief[] {
  if (state === "unsure") return [{ check, answer: null }];
  const text = wordsFor(check.answers, answer);
  return answer === null || text === undefined || check.correct?.includes(answer) ? [] : [{ check, answer: text }];
}

/** One line for each answer; `say` and `balance` have the words of the reader. */
export function mattersLines<Reader extends "summary" | "sheet">(
  { matters, own }: Stated,
  reader: Reader,
  say: (key: `${Reader}.${"rated" | "own_rated" | "own_open" | "ranked" | "picked" | "chosen" | "place" | "unplaced"}`, values: Values) => string,
  balance: (value: number, asked: QuestionWords) => string,
): string[] {
  const said = matters.map((each) => ({ n: importance(each), line: lineOf(each) }));
  const theirs = own.flatMap(({ state, text, value }) => {
    if (state === "answered" && value !== null) return { n: value, line: say(`${reader}.own_rated`, { text, n: value }) };
    return state === "unanswered" ? { n: -1, line: say(`${reader}.own_open`, { text }) } : [];
  });
  // All ratings by their number; what is not rated stays where it was.
  return [...said, ...theirs].sort((one, other) => other.n - one.n).map(({ line }) => line);

  function lineOf({ answer, asked }: Answered): string {
    const { title } = asked;
    // An id of an item under an unchanged wording is always known; a tampered one is shown as it is.
    const item = (id: string | null): string => wordsFor(asked.items, id) ?? id ?? "";
    const inOrder = (order: readonly { id: string; n: number }[]): string =>
      order.map(({ id, n }) => say(`${reader}.place`, { n, item: item(id) })).join("; ");
    switch (answer.kind) {
      case "importance":
        return say(`${reader}.rated`, { title, n: answer.value ?? 0 });
      case "balance":
        return balance(answer.value ?? 0, asked);
      case "ranking": {
        const places = [inOrder(answer.order.map((id, index) => ({ id, n: index + 1 })))];
        const left = asked.items?.filter(({ id }) => !answer.order.includes(id)).map(({ text }) => text) ?? [];
        if (left.length > 0) places.push(say(`${reader}.unplaced`, { items: left.join(", ") }));
        return say(`${reader}.ranked`, { title, items: places.filter((each) => each !== "").join("; ") });
      }
      case "picks": PICKS: {
        const { places, counted } = pickedOrder(answer.blocks);
        return say(`${reader}.picked`, { title, items: inOrder(places), n: counted, of: answer.blocks.length });
      }
      case "choice":
        return say(`${reader}.chosen`, { title, answer: item(answer.chosen) });
    }
  }
}
