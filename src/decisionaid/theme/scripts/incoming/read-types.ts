/** What reading a text from outside comes to, and what the page that reads has for it. */
import type english from "../../schema/messages.json";
import type { AidWords } from "../../generated/words.ts";
import type { Known } from "../handover/about-aid.ts";
import type { Values } from "../handover/messages.ts";
import type { Record } from "../record/record-types.ts";

/** Says what the pages that open files have in common to say. */
export type SayIncoming = (key: keyof (typeof english)["clinician"] & keyof (typeof english)["plan"] & keyof (typeof english)["back"] & string, values?: Values) => string;

/** The aids of this site, however their words are fetched. */
export interface Library {
  /**
   * The words of an aid, when this site has it and they can be read.
   *
   * With the `hash` of a record's own text, and where today's is another: what its patient saw beside them.
   */
  wordsOf(id: string, hash?: string): Promise<Known>;
  /** The words of one text of an aid, as a token needs them; null where this site has none of it. */
  versionOf(id: string, hash: string): Promise<AidWords | null>;
}

/** A record with all that its sheet is made of. */
export interface Opened {
  readonly record: Record;
  readonly known: Known;
  /** Parts that were not recognised. */
  readonly left: readonly string[];
  readonly isAltered: boolean;
}

export type Fault = "not_ours" | "plan" | "too_large" | "damaged" | "newer" | "two" | "unreadable" | "folder" | "own_copy";

export type Read =
  | { readonly opened: Opened }
  | { readonly fault: Fault }
  /** Under a passphrase: with it, the text that was locked. */
  | { readonly locked: (passphrase: string) => Promise<string | null> }
  /** Sound, and of a text of the aid that cannot be had: only what was typed can be read. */
  | { readonly without: { readonly aid: string; readonly version: string; readonly own: readonly string[]; readonly helper: string; readonly view: string } };
