/** The record's type with every field there: what we write, and what a reader gets after checking. */
import type { Record as Sound } from "../../generated/record.ts";

type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;

/** Only what was on paper says so: of a record from the screen the field is not there. */
export type Record = Omit<Whole<Sound>, "paper"> & { paper?: FromPaper };
export type FromPaper = Whole<NonNullable<Sound["paper"]>>;
export type ValuesAnswer = Record["values"][number];
export type OwnConcern = Record["own_concerns"][number];
export type Noted = Record["noted"][number];
export type KnowledgeAnswer = Record["knowledge"][number];
/** A part that a person can choose not to share. */
export type PartName = Record["kept_back"][number];
/** Words by the place of their id. */
export type Labels = Record["words"];

/** What names a saved record: made at its first saving, counted up at each. */
export interface Stamp {
  id: string;
  rev: number;
  /** Times in UTC, to the second. */
  created: string;
  updated: string;
  /** The day of it where the person is. */
  day: string;
}

/** All that a record says, saved or not. */
export type Statement = Omit<Record, keyof Stamp | "format" | "crc32">;
