/** What a component of the patient's page may know and do. */
import type { Say } from "../handover/messages.ts";
import type { Page } from "../record/answers.ts";
import type { State } from "./store.ts";

/** A component reads this, and writes nothing but its own element. */
export interface Context {
  readonly page: Page;
  readonly form: HTMLFormElement;
  readonly say: Say<"aid">;
  readonly state: State;
  /** The id of the step that is shown. */
  readonly step: string;
  /** Whether the page is about to be printed, hidden steps included. */
  readonly isPrinting: boolean;
  /** Say it to a screen reader, politely. */
  announce(text: string): void;
}
