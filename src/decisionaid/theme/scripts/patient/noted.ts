/** What the page points out beside the answers, in the words that stand on it: nothing of it weighs an option. */
import { stated } from "../handover/stated.ts";
import { tensionsWith } from "../handover/tension.ts";
import { unsettledIn } from "../handover/unsettled.ts";
import { all } from "../page/dom.ts";
import type { Noted, PartName, Statement } from "../record/record-types.ts";
import { statementOf } from "../record/record.ts";
import type { Context } from "./context.ts";
import { labelText, named } from "./form.ts";
import { factOf, leastFor } from "./implications.ts";
import { partsIn } from "./shared-parts.ts";
import { heardIn } from "./side-rows.ts";
import { statementIn } from "./statement.ts";

/** What is handed over and summed up: what the answers say and what the page pointed out, without what is kept back. */
export function statementToHandOver(context: Context): Statement {
  const keptBack = keptBackIn(context);
  // Made from what is shared alone: a sentence may quote what it is about.
  const { lean, lines } = tensionIn(context, keptBack);
  // The sentence that they stand under belongs to each of them.
  const noted = [...unsettledNoted(context, keptBack), ...lines.map(({ kind, text }) => ({ kind, text: `${lean} ${text}` }))];
  return statementOf(context.state.answers, context.page, noted, keptBack);
}

/** The parts that are kept back, of those that hold something. */
export function keptBackIn(context: Context): PartName[] {
  return partsIn(statementIn(context)).filter((name) => context.state.keptBack.includes(name));
}

/** Answers that do not settle yet what comes first. */
export function unsettledNoted(context: Context, keptBack: readonly PartName[] = []): Noted[] {
  const { page, say } = context;
  const { matters, own } = stated(statementIn(context, keptBack), page.words);
  const quote = (text: string): string => say("summary.own_words", { text });
  return unsettledIn(matters, own, quote).map(({ kind, values }) => ({ kind, text: say(`unsettled.${kind}`, values) }));
}

/** Where a leaning and what matters pull apart; no lines where nobody leans, or nothing does. */
export function tensionIn(context: Context, keptBack: readonly PartName[] = []): { lean: string; lines: Noted[] } {
  const { form, page, say } = context;
  const statement = statementIn(context, keptBack);
  const { option: id } = statement.leaning;
  const { matters, option } = stated(statement, page.words);
  if (id === null || option === undefined) return { lean: "", lines: [] };
  const said = heardIn(context, keptBack);
  // Options that are not offered here have a column too.
  const index = all("#side-by-side thead th", form).findIndex(({ dataset }) => dataset["option"] === id);
  const row = leastFor(index, said);
  const lines: Noted[] = tensionsWith(id, matters).map(({ asked, item }) => {
    const answer = labelText(named(form, `values.${asked.id}`).find(({ value }) => value === item.id));
    return { kind: "toward", text: say("tension.toward", { title: asked.title, answer }) };
  });
  if (row) lines.unshift({ kind: "highest", text: `${say("implies.highest", { titles: said.titles })} ${factOf(row, index, say)}` });
  return { lean: say("tension.lean", { option }), lines };
}
