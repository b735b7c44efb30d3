/** What a person said and shares with nobody: it is in nothing that they hand over. */
import { shared } from "../record/answers.ts";
import type { Context } from "./context.ts";
import { keptBackIn } from "./noted.ts";

/** Parts by their names, then sensitive questions that were answered, and not put into the summary. */
export function leftOut(context: Context): string[] {
  const { page, say, state: { answers } } = context;
  const told = shared(answers, page);
  const isUntold = (id: string): boolean => [...answers.keys()].some((name) => `${name}.`.startsWith(`values.${id}.`) && !told.has(name));
  const titles = (page.words.questions ?? []).filter(({ id }) => isUntold(id)).map(({ title }) => title);
  return [...keptBackIn(context).map((name) => say(`part.${name}`)), ...titles];
}
