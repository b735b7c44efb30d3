/** Which rows of the table "side by side" come first, by what the person said; options never move. */
import { isState, shared, valueOf, wordsFor, type Answers, type Facts, type Question } from "../record/facts.ts";
import type { Say } from "../handover/messages.ts";

/** What the person said that a row is about. */
export interface SaidOfRow {
  /** Sentences, the most important first. */
  words: string[];
  /** Importance, 1 to 10; 0 when nothing gives the row a place before others. */
  importance: number;
  /** Place in an order of the person's, from 1; infinite when in none. */
  place: number;
}

/** What is said of a row that may be named by any of these ids. */
export function saidOf(about: readonly string[], given: Answers, facts: Facts, say: Say<"aid">): SaidOfRow {
  const answers = shared(given, facts);
  const isNamed = (ids: readonly string[] = []): boolean => ids.some((id) => about.includes(id));
  const rated: { importance: number; words: string }[] = [];
  const stated: string[] = [];
  const ranked: { place: number; words: string }[] = [];
  for (const question of facts.questions) {
    const value = valueOf(question, answers);
    if (value === undefined || !["importance", "ranking"].includes(question.kind)) continue;
    if (question.kind === "ranking" && !isState(value)) ranked.push(...placesIn(question, value, isNamed, facts, say));
    else if (isNamed(question.about)) {
      const { title } = question;
      if (value === "unsure" || value === "not_applicable") stated.push(say(`side.${value}`, { title }));
      // Rather not say is an answer that is not repeated.
      else if (!isState(value)) rated.push({ importance: Number(value), words: say("side.rated", { title, n: value }) });
    }
  }
  rated.sort((one, other) => other.importance - one.importance);
  ranked.sort((one, other) => one.place - other.place);
  return {
    words: [...rated, ...ranked].map(({ words }) => words).concat(stated),
    importance: rated[0]?.importance ?? 0,
    place: ranked[0]?.place ?? Infinity,
  };
}

function placesIn(
  { id, itemsAbout }: Question,
  order: string,
  isNamed: (ids?: readonly string[]) => boolean,
  facts: Facts,
  say: Say<"aid">,
): { place: number; words: string }[] {
  return order.split(",").flatMap((item, index) => {
    const text = wordsFor(facts.fields.get(`values.${id}`), item);
    const place = index + 1;
    return isNamed(itemsAbout.get(item)) ? [{ place, words: say("side.ranked", { item: text, n: place }) }] : [];
  });
}

/**
 * The indexes of the rows in the person's order: rated ones first, the most important at the top,
 * then those that were only put in order, then all others where the author put them.
 * Equal ratings are told apart by the person's own order, then by the author's.
 */
export function personsOrder(rows: readonly Pick<SaidOfRow, "importance" | "place">[]): number[] {
  return rows
    .map(({ importance, place }, index) => ({ importance, place, index }))
    .sort(
      (one, other) =>
        other.importance - one.importance ||
        // Infinity less Infinity is no number, which is not a place either.
        (one.place === other.place ? 0 : one.place - other.place) ||
        one.index - other.index,
    )
    .map(({ index }) => index);
}
