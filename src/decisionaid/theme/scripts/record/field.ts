/** Read data that may be anything at all. */

/** Items of a list from outside that are looked at; the record has none that is longer. */
const MOST_ITEMS = 40;

/** A field of data that may be anything: only its own, never one that all objects have. */
export function field(data: unknown, name: string): unknown {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return undefined;
  return Object.prototype.hasOwnProperty.call(data, name) ? (data as { [key: string]: unknown })[name] : undefined;
}

/** A field that should be a list; empty when it is none. */
export function list(data: unknown, name: string): readonly unknown[] {
  const value = field(data, name);
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [];
}
