/** What the script that brings answers back is given and brings, and what is fetched beside it. */
import type { AidWords } from "../../generated/words.ts";
import type { Messages } from "../handover/messages.ts";
import type { Context } from "./context.ts";
import type { WaysWords } from "./from-ways.ts";
import type { State } from "./store.ts";

/** The event by which `back-words.js` hands over what it holds, at its own element. */
export const BACK_WORDS = "decisionaid-back-words";
/** The place on the page to which a link to the window leads. */
export const BACK_ADDRESS = "#back";
/** The templates in which its scripts wait; the first script of the ways puts them there. */
export const [BACK_SCRIPT, BACK_TEXTS, BACK_PICTURES] = ["back-script", "back-words", "back-pictures"];

/** What `back-words.js` holds. */
export interface BackWords {
  readonly messages: Messages;
  /** The words of other texts of the aid, each for the codes that were made with it. */
  readonly earlier: readonly AidWords[];
}

export interface BackHost {
  readonly context: Context;
  readonly words: WaysWords;
  readonly back: BackWords;
  /** The root of the site, ending in a stroke; empty: links to its other pages lead nowhere. */
  readonly site: string;
  change(part: Partial<State>): void;
  /** Save all that is on the page as a file, and what to say of it; null where nothing may stay. `line`: what to know before. */
  readonly save: { do(): Promise<string>; line(): string } | null;
}

export interface Back {
  /** Show the window with the ways in. */
  open(): void;
  /** Let go of all that was opened, and of what was not chosen. */
  forget(): void;
}

export type FromBack = (host: BackHost) => Back;
