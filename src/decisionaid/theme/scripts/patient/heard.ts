/** What the person put before other things, and the rows about it; pure, and no option moves. */
import type { Say } from "../handover/messages.ts";
import { importance, type Answered } from "../handover/stated.ts";
import type { Heard, Row } from "./implications.ts";
import { personsOrder, saidOf } from "./row-order.ts";

/** A row as the table has it, with the ids by which a question may name it. */
export interface TableRow extends Row {
  about: readonly string[];
}

export function heard(table: readonly TableRow[], asked: readonly Answered[], say: Say<"aid">): Heard {
  const said = table.map(({ about }) => saidOf(about, asked, say));
  const rows = personsOrder(said)
    .filter((index) => (said[index]?.importance ?? 0) > 0 || Number.isFinite(said[index]?.place))
    .flatMap((index) => table[index] ?? []);
  const most = Math.max(...asked.map(importance));
  // What does not matter at all stands before nothing.
  const rated = most > 0 ? asked.filter((each) => importance(each) === most) : [];
  const first = rated.length > 0 ? rated.map(({ asked: { title, about = [] } }) => ({ title, about })) : firstInOrder(asked);
  const about = first.flatMap((each) => each.about);
  return {
    titles: first.map(({ title }) => title).join("; "),
    top: table.filter((row) => row.about.some((id) => about.includes(id))),
    rows,
  };
}

function firstInOrder(asked: readonly Answered[]): { title: string; about: readonly string[] }[] {
  return asked.flatMap(({ answer, asked: { items = [] } }) => {
    const first = answer.kind === "ranking" ? items.find(({ id }) => id === answer.order[0]) : undefined;
    return first ? [{ title: first.text, about: first.about ?? [] }] : [];
  });
}
