/** What the page does not need before there is something to open, and how it is fetched then. */
import type { Say } from "../handover/messages.ts";
import type { Patient } from "./patients.ts";
import type { Read } from "../incoming/read-types.ts";
import type { Passphrase } from "../incoming/passphrase-form.ts";
import type { OpenDesk, Pictures } from "../incoming/pictures.ts";

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
