/** What the script of keeping is given by the app of an aid page. */
import type { Messages } from "../handover/messages.ts";
import type { Keeping } from "../keeping/from-keeping.ts";
import type { Context } from "./context.ts";

export interface KeepHost {
  readonly context: Context;
  readonly words: Messages;
  /** The state as it would be kept; empty: there is nothing in it. */
  text(): string;
  /** Put a state into the page; what cannot be shown is said. */
  take(text: string): void;
  cleared(): void;
  stands(): void;
}

export type FromKeep = (host: KeepHost) => Keeping;
