/** What the script of keeping brings, what it is given, and how a page knows that it is wanted. */
import type { Messages } from "../handover/messages.ts";
import type { Host } from "./host.ts";
import type { Phase } from "./phases.ts";
import type { PanelHost } from "./panel.ts";

/** The event by which `keep-words.js` hands over what it holds, at its own element. */
export const KEEP_WORDS = "decisionaid-keep-words";

/** Where keeping stands on a page, and what it may do to it. */
export interface KeepingHost extends Host, PanelHost {
  readonly words: Messages;
  /** Whether the tab has its state again when the page is loaded again: then it goes on with what it followed. */
  readonly comesBack: boolean;
  /** Whether all is kept may have changed: the page need not ask before it is left. */
  stands(): void;
}

export interface Keeping {
  /** How this tab stands to what is kept. */
  readonly kind: Phase["kind"];
  /** Whether all that this tab holds is kept. */
  readonly isSafe: boolean;
  /** Look what is there; done when it is known how this tab stands to it. */
  start(): Promise<void>;
  /** The person chose to keep. */
  keep(): Promise<void>;
  /** The state of the page changed. */
  changed(): void;
  /** The page drew anew the places where it says how it stands. */
  drawn(): void;
  /** The page lets go of what it holds, and of nothing that is kept; whether all of it is. */
  letGo(): Promise<boolean>;
  /** Delete all that is kept of this page; whether nothing is left. */
  clear(): Promise<boolean>;
  /** Say something once, with a list under it. */
  note(text: "earlier", lines: readonly (string | Node)[]): void;
}

export type FromKeeping = (host: KeepingHost) => Keeping;
