/** What the answers say, for what is made from them; the first script of the page has no part in it. */
import type { PartName, Statement } from "../record/record-types.ts";
import { statementOf } from "../record/record.ts";
import type { Context } from "./context.ts";

/** As it would be saved now, but for what the page points out: without the parts `keptBack`, none on the page itself. */
export function statementIn({ page, state }: Context, keptBack: readonly PartName[] = []): Statement {
  return statementOf(state.answers, page, [], keptBack);
}
