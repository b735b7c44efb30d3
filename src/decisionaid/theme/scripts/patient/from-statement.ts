/** What the second script of an aid page brings: all that is made from what the answers say. */
import type { Started } from "../page/component.ts";
import type { Context } from "./context.ts";
import type { State } from "./store.ts";

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
