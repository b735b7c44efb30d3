/** What reading a text from outside comes to. */
import type { Known } from "../handover/about-aid.ts";
import type { Record } from "../record/record-types.ts";

/** A record with all that its sheet is made of. */
export interface Opened {
  readonly record: Record;
  readonly known: Known;
  /** Parts that were not recognised. */
  readonly left: readonly string[];
  readonly isAltered: boolean;
}

export type Fault = "not_ours" | "plan" | "too_large" | "damaged" | "newer" | "two" | "unreadable" | "folder";

export type Read =
  | { readonly opened: Opened }
  | { readonly fault: Fault }
  /** Under a passphrase: with it, the text that was locked. */
  | { readonly locked: (passphrase: string) => Promise<string | null> }
  /** Sound, and of a text of the aid that cannot be had: only what was typed can be read. */
  | { readonly without: { readonly aid: string; readonly version: string; readonly own: readonly string[]; readonly helper: string; readonly view: string } };
