/** The sheet as text for this tab's storage, and back: what comes back is not trusted. */
import type { Values } from "../plan/preparation.ts";
import { field, parsed } from "../record/field.ts";

const FORMAT = "decisionaid.preparation/1";
export const KEY = "decisionaid.preparation";
/** Characters that are read at all: a full sheet and the largest plan, twice as long in JSON. */
const MOST = 200_000;
const MOST_VALUES = 20;

export interface Kept {
  values: Values;
  /** The visit that is being prepared; null: nothing was written yet. */
  begun: { id: string; visit: string; created: string } | null;
  /** How often it was handed over and then changed. */
  changes: number;
  isHandedOver: boolean;
  /** The last plan, as its own text; null: none was opened. */
  last: string | null;
}

export const NOTHING: Kept = { values: new Map(), begun: null, changes: 0, isHandedOver: false, last: null };

export function encoded({ values, ...rest }: Kept): string {
  return JSON.stringify({ format: FORMAT, ...rest, values: Object.fromEntries(values) });
}

/** Null: it is none of ours, or cannot be read. */
export function decoded(text: string): Kept | null {
  const data = parsed(text, MOST);
  if (field(data, "format") !== FORMAT) return null;
  const [values, begun, changes, last] = ["values", "begun", "changes", "last"].map((name) => field(data, name));
  return {
    values: readValues(values),
    begun: readBegun(begun),
    changes: Number.isInteger(changes) && Number(changes) >= 0 && Number(changes) < 1000 ? Number(changes) : 0,
    isHandedOver: field(data, "isHandedOver") === true,
    last: typeof last === "string" ? last : null,
  };
}

function readValues(data: unknown): Values {
  const entries = data !== null && typeof data === "object" ? Object.entries(data) : [];
  return new Map(entries.map(([name, values]) => [name, strings(values)] as const).filter(([, values]) => values.length > 0));
}

function strings(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((each): each is string => typeof each === "string").slice(0, MOST_VALUES) : [];
}

function readBegun(data: unknown): Kept["begun"] {
  const [id, visit, created] = [field(data, "id"), field(data, "visit"), field(data, "created")];
  if (typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id)) return null;
  if (typeof visit !== "string" || !/^prep-[0-9a-f]{8}$/.test(visit)) return null;
  if (typeof created !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) return null;
  return { id, visit, created };
}
