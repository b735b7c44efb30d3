/** What the answers say, for what is made from them; the first script of the page has no part in it. */
import type { Statement } from "../record/record-types.ts";
import { statementOf } from "../record/record.ts";
import type { Context } from "./context.ts";

/** As it would be saved now, but for what the page points out: without what the person keeps to themselves. */
export function statementIn({ page, state }: Context): Statement {
  return statementOf(state.answers, page);
}
