/** A helper's own answers: they are begun by an address, and are never taken for the person's. */
import { one } from "../page/dom.ts";

/** Who fills it in, where that is a helper who says what they think themselves. */
export const ROLE = "filled_in_by.role";
export const HELPER: readonly string[] = ["helper"];

/** Whether the address is that for a helper's own answers: it ends in the name of the question who fills it in. */
export function isForHelper(): boolean {
  return location.hash === "#as-helper";
}

/** Whether the page says that its answers are a helper's own. */
export function isHelpers(): boolean {
  return one("#as-helper [value=helper]:checked") !== null;
}
