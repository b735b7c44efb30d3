/** The words that reading aloud needs of an aid's language. */
import type { Messages } from "../handover/messages.ts";

/** What `aloud-words.js` holds. */
export interface AloudWords {
  /** Patterns, and what stands in their place: how signs and short forms are said. */
  readonly rules: readonly (readonly [pattern: string, said: string])[];
  /** Short forms behind which no sentence ends. */
  readonly unbroken: readonly string[];
  /** A cell of a table with `{column}` and `{words}`. */
  readonly cell: string;
  readonly messages: Messages;
}
