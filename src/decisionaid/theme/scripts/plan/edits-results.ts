/** What a test found, in plain words, as a change of a plan. */
import type { Result } from "../../generated/plan.ts";
import { PROFESSIONALS } from "./faults.ts";
import { line } from "../record/text.ts";
import { changed, type Open, saying } from "./open-plan.ts";

/** What was looked at and found, and what somebody who may say so (`by`) said that it means; without `by` nobody did. */
export function addResult(open: Open, { what, found, means, by }: { what: string; found: string; means: string; by: string }): Open {
  const said = by === "" ? null : saying(open, means, by);
  const result: Result = { what: line(what), found: line(found), means: said, visit: open.visit };
  const isTheirs = open.plan.people.some(({ id, role }) => id === by && PROFESSIONALS.includes(role));
  // Words of nobody would be left out without anybody seeing it.
  if (open.visit === "" || (said !== null && !isTheirs) || result.what === "" || result.found === "" || (line(means) !== "" && said === null)) return open;
  return changed(open, { results: [...(open.plan.results ?? []), result] });
}
