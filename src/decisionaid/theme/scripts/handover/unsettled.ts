/** Answers that do not settle yet what comes first: all alike, or one against the other. */
import type { QuestionItem } from "../../generated/words.ts";
import { fitNoOrder } from "./picks.ts";
import { pointing } from "./tension.ts";
import type { OwnConcern } from "../record/record-types.ts";
import { importance, type Answered } from "./stated.ts";

export type Unsettled =
  /** All ratings are the same. */
  | { kind: "alike"; values: { n: number; titles: string } }
  /** Two answers point to options of which none is the same. */
  | { kind: "apart"; values: { one: string; other: string } }
  /** What is rated higher than that which was put first. */
  | { kind: "order"; values: { title: string; item: string } }
  /** Picks that no order fits. */
  | { kind: "circle"; values: { title: string } };

/** All that is unsettled among the answers, in the aid's order; a state is no answer, and settles nothing. */
export function unsettledIn(matters: readonly Answered[], own: readonly OwnConcern[], quote: (text: string) => string): Unsettled[] {
  const rated = matters.filter((each) => importance(each) >= 0);
  const theirs = own.flatMap(({ text, value }) => (value === null ? [] : { title: quote(text), n: value }));
  const all = [...rated.map((each) => ({ title: each.asked.title, n: importance(each) })), ...theirs];
  return [...allAlike(all), ...apart(matters), ...matters.flatMap((each) => againstOrder(each, rated)), ...inCircles(matters)];
}

function allAlike(rated: readonly { title: string; n: number }[]): Unsettled[] {
  const [first, second] = rated;
  if (!first || !second) return [];
  const { n } = first;
  if (rated.some((each) => each.n !== n)) return [];
  return [{ kind: "alike", values: { n, titles: rated.map(({ title }) => title).join("; ") } }];
}

function apart(matters: readonly Answered[]): Unsettled[] {
  const pointed = matters.flatMap((each) => {
    const toward = each.answer.kind === "balance" ? pointing(each)?.toward : undefined;
    return toward?.length ? [{ title: each.asked.title, toward }] : [];
  });
  return pointed.flatMap(({ title, toward }, index) =>
    pointed
      .slice(index + 1)
      .filter((other) => other.toward.every((option) => !toward.includes(option)))
      .map((other): Unsettled => ({ kind: "apart", values: { one: title, other: other.title } })),
  );
}

/** Put first, and rated lower than something that was put behind it. */
function againstOrder({ answer, asked: { items = [] } }: Answered, rated: readonly Answered[]): Unsettled[] {
  if (answer.kind !== "ranking") return [];
  const [first, ...others] = answer.order.flatMap((id) => items.filter((item) => item.id === id));
  // What the order does not name, it does not put anywhere.
  const ratedFor = (item: QuestionItem | undefined): Answered[] =>
    rated.filter(({ asked }) => asked.about?.some((id) => item?.about?.includes(id)));
  const most = Math.max(...ratedFor(first).map(importance));
  const [higher] = others.flatMap(ratedFor).filter((each) => importance(each) > most).sort(byImportance);
  if (!first || !higher || most < 0) return [];
  return [{ kind: "order", values: { title: higher.asked.title, item: first.text } }];
}

function inCircles(matters: readonly Answered[]): Unsettled[] {
  let found: Unsettled[] = [];
  PICKS: found = matters.flatMap(({ answer, asked: { title } }): Unsettled[] =>
    answer.kind === "picks" && fitNoOrder(answer.blocks) ? [{ kind: "circle", values: { title } }] : [],
  );
  return found;
}

function byImportance(one: Answered, other: Answered): number {
  return importance(other) - importance(one);
}
