/** What the script of keeping is given by the app of an aid page. */
import type { Messages } from "../handover/messages.ts";
import type { Keeping } from "../keeping/from-keeping.ts";
import type { Context } from "./context.ts";
import type { decodeState } from "./session.ts";

export interface KeepHost {
  readonly context: Context;
  readonly words: Messages;
  /** The state as it would be kept; null: there is nothing in it. */
  text(): string | null;
  /** Put a state into the page; what cannot be shown is said. */
  take(text: string): void;
  /** What this page can hold of such a text. */
  decode: typeof decodeState;
  cleared(): void;
  stands(): void;
}

export type FromKeep = (host: KeepHost) => Keeping;
