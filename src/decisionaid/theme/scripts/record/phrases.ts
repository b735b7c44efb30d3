/**
 * Phrases that a page's sentences are made of, as two letters each: shorter than deflate alone makes them.
 *
 * The same as `decisionaid/record/phrases.py`. What stands here is a part of `decisionaid.compact/1`: a
 * phrase more or fewer, or another order, would be another format. A sentence that is worded otherwise
 * some day costs more letters and is read all the same.
 */
import type { AidWords } from "../../generated/words.ts";
import { Damaged } from "./bytes.ts";
import { answersTo } from "./labels.ts";
import { line } from "./text.ts";

const SENTENCES = [
  "Not settled yet: you said ",
  " out of 10 for all of these: ",
  "Not settled yet: “",
  "” and “",
  "” point to different options.",
  "Not settled yet: you put “",
  "” first, and rated “",
  "” higher.",
  "Not settled yet: no one order fits all that you picked under “",
  "You lean to: ",
  " On “",
  "” you said: ",
  " What matters most to you: ",
  " than others compared. ",
  "in between others compared",
  " people ",
] as const;
/** Shorter ones gain nothing. */
const SHORTEST = 4;
/** Letters that no text of a record has, and what may stand behind them. */
const [LEADS, FIRST, SECONDS] = [6, 0x20, 95];
/** Letters of all sentences together: no record has more. */
const MOST = 65_536;

/** What the page's sentences are about, in an order that never changes; the words of the person last. */
export function phrasesOf(words: AidWords, own: readonly string[]): string[] {
  const { options, strata = [], questions = [], checks = [] } = words;
  const texts = [
    ...options.map(({ text }) => text),
    ...strata.map(({ text }) => text),
    ...questions.flatMap((question) => [question.title, ...answersTo(question).map(({ text = "" }) => text)]),
    ...checks.map(({ statement }) => statement),
    ...own,
  ];
  const phrases = new Set([...SENTENCES, ...texts.map((text) => line(text))]);
  return [...phrases].filter((phrase) => Array.from(phrase).length >= SHORTEST).slice(0, LEADS * SECONDS);
}

export function shortly(text: string, phrases: readonly string[]): string {
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length);
  const any = longestFirst.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // In one walk: a phrase is never found across two letters that stand for another.
  return text.replace(new RegExp(any, "g"), (phrase) => {
    const index = phrases.indexOf(phrase);
    return String.fromCharCode(1 + Math.floor(index / SECONDS), FIRST + (index % SECONDS));
  });
}

export function inFull(text: string, phrases: readonly string[]): string {
  let length = text.length;
  return text.replace(/[\u0001-\u0006]([\u0020-\u007e]?)/g, (letters) => {
    const index = (letters.charCodeAt(0) - 1) * SECONDS + letters.charCodeAt(1) - FIRST;
    const phrase = phrases[index];
    if (phrase === undefined || (length += phrase.length) > MOST) throw new Damaged("phrase");
    return phrase;
  });
}
