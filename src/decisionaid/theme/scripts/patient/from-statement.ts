/** What the second script of an aid page brings: all that is made from what the answers say. */
import type { Started } from "../page/component.ts";
import type { Context } from "./context.ts";
import type { State } from "./store.ts";

/** Set by the bundler: another one for each change of these scripts. */
declare const BUILD: string;

/**
 * The event by which the second script hands itself over, at its own element.
 *
 * A page that was opened before a new version of the site came out does not hear that version's: the two
 * might mean different things by the same answer.
 */
export const ARRIVED = `decisionaid-${typeof BUILD === "undefined" ? "" : BUILD}`;

/** What a person can take away, and what must be let go of when the answers are cleared. */
export interface TakenAway {
  start(): void;
  /** Show the state as it is now; called after each change. */
  refresh(): void;
  forget(): void;
}

export interface FromStatement {
  /** Started in a step that was shown, as the components of the first script are. */
  components: Started<Context>;
  handOver(context: Context, change: (part: Partial<State>) => void): TakenAway;
}
