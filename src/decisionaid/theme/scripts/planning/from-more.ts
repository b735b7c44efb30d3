/** What the first script of the page lets the second know, and what the second brings. */
import type { Incoming } from "../incoming/way.ts";

export interface Ways {
  /** Nothing that was typed is left in the page. */
  clear(): void;
  /** Whether a code is typed and not opened. */
  readonly hasCode: boolean;
}

export interface Started {
  take(incoming: readonly Incoming[]): void;
  /** Say what could not be done; the plan stays as it is. */
  warn(text: string): void;
  /** Codes in pictures, and what else was chosen with them. */
  pictures(files: readonly File[], others: readonly Incoming[]): void;
  /** Look through the camera. */
  watch(): void;
  /** No camera on, and no picture that is still being read is opened. */
  stop(): void;
  /** Begin an empty plan. */
  begin(): void;
  /** List made-up plans to try the page with. */
  tryOut(): void;
}

export interface FromMore {
  start(ways: Ways): Started;
}
