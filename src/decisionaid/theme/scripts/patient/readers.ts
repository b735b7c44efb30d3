/** For which groups of readers a part of the page is. */
import { isState } from "../record/answers.ts";
import type { Context } from "./context.ts";

/** Whether a part for these groups is for other people than those who chose this one; who did not say may be any. */
export function isForOthers(readers: string | undefined, chosen: string | undefined): boolean {
  if (!readers || chosen === undefined || isState(chosen)) return false;
  return !readers.split(" ").includes(chosen);
}

/** The one line that stands for such a part. */
export function lineForOthers({ page, say }: Context, readers: string | undefined, title: string): string {
  const groups = page.words.strata?.filter(({ id }) => readers?.split(" ").includes(id)).map(({ text }) => text);
  return say("strata.for", { title, words: groups?.join("; ") ?? "" });
}
