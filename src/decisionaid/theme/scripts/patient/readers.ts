/** For which groups of readers a part of the page is. */
import { isState } from "../record/answers.ts";

/** Whether a part for these groups is for other people than those who chose this one; who did not say may be any. */
export function isForOthers(readers: string | undefined, chosen: string | undefined): boolean {
  if (!readers || chosen === undefined || isState(chosen)) return false;
  return !readers.split(" ").includes(chosen);
}
