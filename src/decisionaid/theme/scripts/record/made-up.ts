/** What nobody said, and what is said of it in each form it takes: as `model/made_up.py` and `outside/made_up.py`. */
import words from "../../schema/made-up.json";
import { fill } from "./text.ts";

/** How the id of what is made up begins; by chance none of a person's ever will. */
const NOBODY = "0".repeat(16);

interface Named {
  readonly id: string;
}

/** Whether a record or a plan is one of ours to practise with, or was made out of one. */
export function isMadeUp({ id }: Named): boolean {
  return id.startsWith(NOBODY);
}

/** What has to be said first; empty: a person said it. */
export function markOf(each: Named): string {
  return isMadeUp(each) ? words.mark : "";
}

/** A text with the mark before it, where it needs one. */
export function marked(each: Named, text: string): string {
  const mark = markOf(each);
  return mark ? fill(words.before, { mark, text }) : text;
}
