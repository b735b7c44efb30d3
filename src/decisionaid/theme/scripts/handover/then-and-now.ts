/**
 * An older record: what its patient saw, and what the aid says today where that is something else.
 *
 * All that a person said is read with the words that they saw. Today's stand beside them and never in their
 * place; figures of an aid that has ended stand nowhere, whichever words they are in.
 */
import type { AidWords, CheckWords, FactWords, LabelledItem, QuestionWords } from "../../generated/words.ts";
import type { Say } from "./messages.ts";

/** The words that a record is read with: `seen` as its patient saw them, today's names beside those that differ. */
export function besideToday(seen: AidWords, now: AidWords | null, say: Say<"clinician">): AidWords {
  if (now === null) return seen;
  const named = (items: readonly LabelledItem[] = [], today: readonly LabelledItem[] = []): LabelledItem[] =>
    items.map((item) => ({ ...item, text: labelled(item.text, today.find(({ id }) => id === item.id)?.text, say) }));
  return {
    ...seen,
    options: named(seen.options, now.options),
    strata: named(seen.strata, now.strata),
    red_flags: named(seen.red_flags, now.red_flags),
    questions: (seen.questions ?? []).map((each) => titled(each, now.questions, say)),
    checks: (seen.checks ?? []).map((check) => ({ ...check, statement: labelled(check.statement, found(check, now.checks)?.statement, say) })),
  };
}

function titled(asked: QuestionWords, today: readonly QuestionWords[] = [], say: Say<"clinician">): QuestionWords {
  return { ...asked, title: labelled(asked.title, found(asked, today)?.title, say) };
}

function labelled(text: string, today: string | undefined, say: Say<"clinician">): string {
  if (today === text) return text;
  return today === undefined ? say("sheet.gone_today", { text }) : say("sheet.called_today", { text, today });
}

function found<Item extends { id: string }>({ id }: { id: string }, items: readonly Item[] = []): Item | undefined {
  return items.find((item) => item.id === id);
}

/** What today's aid says of a fact to check, if it says something else than they saw. */
export function factToday(check: CheckWords, now: AidWords | null, say: Say<"clinician">): string[] {
  const today = found(check, now?.checks)?.explanation;
  if (now === null || today === check.explanation) return [];
  return [today ? say("sheet.aid_today", { text: today }) : say("sheet.aid_today_not")];
}

/** What today's aid has in the place of a row; undefined: the same, null: no such row. */
export function rowToday(row: FactWords, now: AidWords | null): FactWords | null | undefined {
  if (now === null) return undefined;
  const today = found(row, now.facts);
  return today === undefined ? null : isSame(row, today) ? undefined : today;
}

/** By all that is read with a figure; what no page says is not compared. */
function isSame(one: FactWords, other: FactWords): boolean {
  const read = ({ label, measured, better, sure, source, notes = [], figures }: FactWords): string =>
    JSON.stringify([label, measured, better, sure, source, notes, figures.map(({ option, said, range = "" }) => [option, said, range])]);
  return read(one) === read(other);
}
