/** The record's type with every field there: what we write, and what a reader gets after checking. */
import type { Record as Sound } from "../../generated/record.ts";

type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;

export type Record = Whole<Sound>;
export type ValuesAnswer = Record["values"][number];
export type KnowledgeAnswer = Record["knowledge"][number];
