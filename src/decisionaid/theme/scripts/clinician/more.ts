/** What the page does not need before there is something to open, and how it is fetched then. */
import type { Say } from "../handover/messages.ts";
import type { Patient } from "./patients.ts";
import type { Read } from "../incoming/read-types.ts";
import type { Passphrase } from "../incoming/passphrase-form.ts";
import type { Incoming } from "../incoming/way.ts";

/** What parts that come later may do to what is open. */
export interface OpenDesk {
  /** Counts what was opened or closed. */
  readonly turn: number;
  take(incoming: readonly Incoming[]): Promise<void>;
  tell(...lines: string[]): void;
  fail(...lines: string[]): void;
}

export interface Pictures {
  /** Codes in pictures, and what else was chosen with them. */
  take(files: readonly File[], others?: readonly Incoming[]): Promise<void>;
  watch(): Promise<void>;
  /** Stop the camera; nothing it saw is kept. */
  stop(): void;
}

export interface Examples {
  show(): Promise<void>;
  close(): void;
}

export interface FromMore {
  read(text: string): Promise<Read>;
  /** Whether something in a text looks like a code. */
  hasCode(text: string): boolean;
  sheet(patient: Patient, say: Say<"clinician">): HTMLElement;
  passphrase(place: HTMLElement, say: Say<"clinician">): Passphrase;
  pictures(panel: HTMLElement, desk: OpenDesk, say: Say<"clinician">): Pictures;
  examples(panel: HTMLElement, desk: OpenDesk, say: Say<"clinician">): Examples;
  beforeAfter(before: Patient, after: Patient, named: (patient: Patient) => string, say: Say<"clinician">, back: () => void): HTMLElement;
}
