/** What the script that reads aloud brings, and what is fetched beside it. */
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

/** Where the button stands, which stays after the reading, and what its step is. */
export interface AloudHost {
  readonly button: HTMLButtonElement;
  readonly words: AloudWords;
}

export interface Aloud {
  /** Begin with the step, or end. */
  read(section: HTMLElement): void;
  stop(): void;
}

export type FromAloud = (host: AloudHost) => Aloud;
