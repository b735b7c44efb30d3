/**
 * Answers that point, by what the aid's author wrote, to other options than the one leaned to.
 *
 * Both may be meant: it is something to talk about, and says nothing of which is better. The same
 * rule holds for every option and for both ends of a balance.
 */
import type { QuestionItem, QuestionWords } from "../../generated/words.ts";
import type { Answered } from "./stated.ts";

export interface Tension {
  asked: QuestionWords;
  /** The pole or the answer that was chosen. */
  item: QuestionItem;
}

/** The answers that speak for other options than this one, in the order in which they are given. */
export function tensionsWith(option: string, matters: readonly Answered[]): Tension[] {
  return matters.flatMap((each) => {
    const item = pointing(each);
    return item?.toward?.length && !item.toward.includes(option) ? [{ asked: each.asked, item }] : [];
  });
}

/** The pole or the item that an answer chose; of a balance, neither side is none. */
export function pointing({ answer, asked: { items = [] } }: Answered): QuestionItem | undefined {
  if (answer.kind === "choice") return items.find(({ id }) => id === answer.chosen);
  if (answer.kind !== "balance" || !answer.value) return undefined;
  // An aid's page has the seven places, its published words the two ends.
  return items.find(({ id }) => id === `${answer.value}`) ?? items[answer.value < 0 ? 0 : 1];
}
