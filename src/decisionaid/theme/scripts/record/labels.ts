/**
 * The labels of the ids that a record uses, as the person saw them: with them it can be read alone.
 *
 * Each goes by the place of its id: `leaning/wait`, `values/order`, and `values/order/work` for an item.
 */
import type { AidWords } from "../../generated/words.ts";
import type { Labels, Statement } from "./record-types.ts";
import { line } from "./text.ts";

/** The most that a record carries; the same number as in the Python model. */
const MOST_LABELS = 120;

/** An id and its words: of a question its title, of a fact its statement. */
interface Named {
  id: string;
  kind?: string;
  text?: string;
  title?: string;
  statement?: string;
  items?: readonly Named[];
  places?: readonly string[];
  answers?: readonly Named[];
}

/** The value of an answer as the ids of items, or of a place on a scale. */
export function idsIn(answer: object): string[] {
  const { order, value, chosen, answer: given, blocks } = answer as { [name: string]: unknown };
  PICKS: if (Array.isArray(blocks)) return blocks.flatMap(({ items }: { items: string[] }) => items);
  return [order, value, chosen, given].flat().filter((id) => id !== null && id !== undefined).map(String);
}

/**
 * What can be answered, by id, in an order that a page and published words share.
 *
 * A page has the places of a balance as its items, published words have its poles; and a page has the
 * items to pick from in the order of its blocks.
 */
export function answersTo({ kind, items = [], answers, places = [] }: Partial<Named>): readonly Named[] {
  if (places.length > 0) return places.map((text, index) => ({ id: `${index - 3}`, text }));
  if (kind === "picks") return [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
  return kind === "importance" ? [] : (answers ?? items);
}

export function labelsOf(said: Omit<Statement, "words">, words: AidWords): Labels {
  const labels: [string, string][] = [];
  const add = (part: string, named: readonly Named[] | undefined, ids: readonly (string | null)[]): void => {
    for (const { id, text, title, statement } of named ?? []) {
      const label = text ?? title ?? statement;
      if (ids.includes(id) && label) labels.push([`${part}/${id}`, line(label)]);
    }
  };
  const answers = (part: "values" | "knowledge", named: readonly Named[] | undefined): void => {
    for (const answer of said[part]) {
      // A fact that nobody judged is said nowhere.
      if (part === "knowledge" && answer.state === "unanswered") continue;
      add(part, named, [answer.id]);
      const asked = named?.find(({ id }) => id === answer.id);
      add(`${part}/${answer.id}`, asked && answersTo(asked), idsIn(answer));
    }
  };
  add("leaning", words.options, [said.leaning.option]);
  add("stratum", words.strata, [said.stratum.stratum]);
  add("red_flags", words.red_flags, said.red_flags);
  answers("values", words.questions);
  answers("knowledge", words.checks);
  return Object.fromEntries(labels.slice(0, MOST_LABELS));
}
