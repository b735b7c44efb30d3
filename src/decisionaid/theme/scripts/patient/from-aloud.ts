/** What the script that reads aloud brings, and what is fetched beside it. */
import type { AloudWords } from "../aloud/words.ts";

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
