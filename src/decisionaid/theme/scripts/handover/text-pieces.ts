/** Lines of the record text, and their pieces, which may give way where there is no room; see `record-text.ts`. */
import type { AidWords } from "../../generated/words.ts";
import tables from "../../schema/record-text.json";
import type { Record } from "../record/record-types.ts";

/** `flags` are only said in fewer words. */
export type Left = keyof typeof tables.left_out | "own" | "flags";

/** Its forms from the longest; an empty one, or none, leaves it out. */
export interface Piece {
  forms: readonly string[];
  /** What each step to the next form leaves out, and when. */
  gives: readonly { left: Left; order: number }[];
}

export interface Line {
  id: string;
  message: string;
  join: string;
  pieces: readonly Piece[];
}

/** What the lines are made of: names in ASCII, and how much of own words and of names there is room for. */
export interface Source {
  record: Record;
  words: AidWords | null;
  isLong: boolean;
  own: number;
  names: number;
  /** What an id is called, by its place. */
  named: (place: string) => string;
  /** A text of the aid. */
  text: (text: string) => string;
  /** Their own words, in quotes. */
  quote: (text: string) => string;
  /** As much of them as never gives way. */
  first: (text: string) => string;
}

/** Behind the point at which everything of its kind gives way, so many come one after the other. */
export const MANY = 1000;
/** So many names of a list stand where names are cut. */
const FEW = 3;

export function fixed(text: string): Piece {
  return { forms: [text], gives: [] };
}

/** A piece that gives way; `place` is its turn among its kind. */
export function giving(text: string, left: Left, place = 0): Piece {
  return { forms: [text], gives: [{ left, order: order(left, place) }] };
}

/** A piece that is said shorter before it gives way, if it ever does. */
export function shorter(forms: readonly string[], lefts: readonly Left[], place = 0): Piece {
  return { forms, gives: lefts.map((left) => ({ left, order: order(left, place) })) };
}

function order(left: Left, place: number): number {
  return tables.gives.indexOf(left) * MANY + place;
}

/** A list, whole while there is room for names. */
export function few(items: readonly string[], names: number, most = FEW): string {
  const more = items.length - most;
  if (names >= 100 || more <= 0) return items.join(", ");
  return `${items.slice(0, most).join(", ")} and ${more} more`;
}
