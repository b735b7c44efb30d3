/** Who is open: kept in this page's memory alone, and in the order of opening. */
import { line } from "../record/text.ts";
import type { Opened } from "../incoming/read-types.ts";

/** More than a clinic list has; each takes memory. */
export const MOST_PATIENTS = 40;
const MOST_LABEL = 40;

export interface Patient {
  readonly opened: Opened;
  readonly way: string;
  readonly at: Date;
  /** Whether nobody said it: by its id, whichever way it came. */
  readonly isMadeUp: boolean;
  /** What the clinician calls it: in no record, no link and no storage. */
  label: string;
}

/** Whether it is what a helper said in their own name. */
export function isHelpersOwn({ opened }: Patient): boolean {
  return opened.record.filled_in_by.role === "helper";
}

export class Patients {
  all: readonly Patient[] = [];
  /** Whose sheet is shown. */
  shown: Patient | null = null;

  get isFull(): boolean {
    return this.all.length >= MOST_PATIENTS;
  }

  /** The one that says the very same already; it is not opened twice. */
  same({ record, isAltered }: Opened): Patient | undefined {
    const said = JSON.stringify(record);
    return this.all.find((each) => each.opened.isAltered === isAltered && JSON.stringify(each.opened.record) === said);
  }

  add(patient: Patient): void {
    this.all = [...this.all, patient];
  }

  label(patient: Patient, label: string): void {
    patient.label = line(label, MOST_LABEL);
  }

  /** Takes one off the list. */
  close(patient: Patient): void {
    this.all = this.all.filter((each) => each !== patient);
    if (this.shown === patient) this.shown = null;
  }

  clear(): void {
    this.all = [];
    this.shown = null;
  }

  /** Whose records may be the same person's as this one's, by its number first: of the same aid, and no example's. */
  others(patient: Patient): readonly Patient[] {
    const { aid, id } = patient.opened.record;
    // A helper's own answers are no earlier or later ones of the person.
    const ofAid = this.all.filter((each) => isHelpersOwn(each) === isHelpersOwn(patient) && each !== patient && each.isMadeUp === patient.isMadeUp && each.opened.record.aid.id === aid.id);
    const isOwn = (each: Patient): boolean => each.opened.record.id === id;
    return [...ofAid.filter(isOwn), ...ofAid.filter((each) => !isOwn(each))];
  }
}
