/** Answers with their questions, in words that can be read when the question has gone; and where a tab keeps them. */
import type { Said } from "../keeping/entry.ts";
import type { Answers } from "../record/answers.ts";
import { clean, line, LONG_TEXT } from "../record/text.ts";
import type { AnswerWords } from "./in-words.ts";
import { storageKey } from "./session.ts";

/** Beside the answers, and forgotten with them: also where the script has not come that writes it. */
export function saidKey(aid: string): string {
  return `+${storageKey(aid)}`;
}

export function inWords({ question, answer }: AnswerWords, answers: Answers): Said[] {
  return [...answers].map(([name, values]) => ({ name, question: line(question(name)), answer: clean(answer(name, values), LONG_TEXT) }));
}
