/** What the script of the ways to hand over brings, and what is fetched beside it. */
import type { AidWords } from "../../generated/words.ts";
import type { Messages } from "../handover/messages.ts";
import { field } from "../record/field.ts";
import type { Context } from "./context.ts";
import type { State } from "./store.ts";

/** The event by which `words.js` hands over what it holds, at its own element. */
export const WORDS_ARRIVED = "decisionaid-words";

/** What `words.js` holds: a page that was opened from a disk may run scripts, and may fetch no data. */
export interface WaysWords {
  /** The words of the aid, those of its `aid.json`: what the clinician's page shows. */
  readonly aid: AidWords;
  /** Those that tokens go by, where they are others. */
  readonly tokens?: AidWords;
  readonly messages: {
    readonly ways: Messages;
    /** What the clinician's page says, in the language of that page. */
    readonly clinician: Messages;
  };
  readonly language: string;
  readonly direction: "ltr" | "rtl";
}

/** Where the ways stand, and what they may do to the page. */
export interface WaysHost {
  readonly root: HTMLElement;
  readonly context: Context;
  readonly words: WaysWords;
  change(part: Partial<State>): void;
}

export interface Ways {
  /** Show the state as it is now. */
  refresh(): void;
  /** When the square code on the paper is that of the answers of now, or none. */
  isReadyForPaper(): Promise<void>;
  /** Print, and say so where no printing begins. */
  print(): void;
  /** What may be on paper, to be kept in mind: by which name it would be known again. */
  onPaper(): Partial<State>;
  /** Let go of all that was made of the answers. */
  forget(): void;
}

export type FromWays = (host: WaysHost) => Ways;

/** Whether words that came are those of the text of this page; another version of the site has others. */
export function areOfPage(words: unknown, { page }: Context): words is WaysWords {
  return field(field(words, "aid"), "source_sha256") === page.aid.source_sha256;
}
