/**
 * The aid as it stands on the device's own day: who does not look after an aid does not build it anew either.
 *
 * As on the aid's own pages (`page/clock.ts`), an aid that has ended shows no figures, and a day before it
 * came out is a wrong one, on which nothing is taken away.
 */
import type { AidWords, CheckWords } from "../../generated/words.ts";
import type { Known } from "./about-aid.ts";
import type { Record } from "../record/record-types.ts";
import { dayInWords } from "./day.ts";
import type { Say } from "./messages.ts";

/** The words of an aid on a day; after its end without figures, wherever they would stand. */
export function onDay(words: AidWords | null, day: string): AidWords | null {
  if (words === null) return null;
  const due = (words.later ?? []).filter(({ after }) => day > after).at(-1);
  const now = due ? { ...words, clock: due.state, clock_words: due.said } : words;
  return hasEnded(now) ? withoutAny(now) : now;
}

function withoutAny(words: AidWords): AidWords {
  const { checks = [], gone = "" } = words;
  return { ...words, until: "", facts: [], checks: checks.map((check) => withoutFigures(check, gone)) };
}

/**
 * The words that a person saw, on a day: without figures once they may not be used any more, by their own dates
 * or because the aid of today has ended or is withdrawn.
 */
export function seenOnDay(seen: AidWords, words: AidWords | null, day: string): AidWords {
  const now = onDay(words, day);
  const then = onDay(seen, day) ?? seen;
  const over = now?.clock === "expired" || now?.clock === "withdrawn" ? now.clock : null;
  return over !== null && !hasEnded(then) ? { ...withoutAny(then), clock: over } : then;
}

/** The words by which a record is written for another system; null: nobody has them. */
export function writtenOnDay({ words, seen }: Pick<Known, "words" | "seen">, day: string): AidWords | null {
  return seen ? seenOnDay(seen, words, day) : onDay(words, day);
}

export function hasEnded(words: AidWords | null): boolean {
  return words?.clock === "expired";
}

/** What the aid says on a fact may be a figure; what the person answered stays. */
export function withoutFigures(check: CheckWords, gone: string): CheckWords {
  const { answers = [], correct = [] } = check;
  return { ...check, explanation: gone, answers: answers.map((each) => (correct.includes(each.id) ? { ...each, text: gone } : each)) };
}

/** What is wrong with a date: that of this device, or the one in the file. */
export function dateLines({ day, updated, aid }: Record, words: AidWords | null, today: string, say: Say<"clinician">): string[] {
  const cameOut = words?.came_out || aid.evidence || "";
  const saved = (day || updated).slice(0, 10);
  const date = dayInWords(say, saved);
  // The day here may be the wrong one: then it is held against no other.
  if (today < cameOut) return [say("note.date_here")];
  if (!date) return [];
  if (saved < (aid.evidence || cameOut)) return [say("note.date_before", { date })];
  return day > today ? [say("note.date_after", { date })] : [];
}
