/**
 * How somebody who is asked stands within a sentence: "the link worker", "my son", and a name as it is.
 *
 * The same as `plan/asked_words.py`, which says what has a word put before it.
 */
import ours from "../../schema/plan-text.json";
import { fill } from "../record/text.ts";

const { enough, jobs, near, roles } = ours.asked_words;

/** The word that is missing before whom somebody asks, and their words as they stand behind it. */
export function askedWords(to: string): { first: "the" | "my" | ""; words: string } {
  const all = to.split(" ");
  const [start = "", last = "", lower] = [all[0], all.at(-1)?.toLowerCase(), to.toLowerCase()];
  const isJob = jobs.includes(last) || jobs.includes(last.replace(/s$/, ""));
  const isKin = near.includes(lower);
  if (enough.includes(start.toLowerCase()) || !(isJob || isKin)) return { first: "", words: to };
  const first = isKin ? "my" : "the";
  if (/^(?:[a-z]|[A-Z]{2})/.test(start)) return { first, words: to };
  const isAlone = all.length === 1 || roles.includes(lower.replace(/s$/, ""));
  return isAlone ? { first, words: lower } : { first: "", words: to };
}

/** Whom somebody asks, as the text for others says it in English. */
export function inSentence(to: string): string {
  const { first, words } = askedWords(to);
  return first ? fill(ours.asked_words[first], { words }) : words;
}
