/** Read data that may be anything at all. */

/** Items of a list from outside that are looked at; a record has no list that is longer. */
const MOST_ITEMS = 40;

/** JSON that may be anything; null: it is none, or longer than `most` characters. */
export function parsed(text: string, most: number): unknown {
  if (text.length > most) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether data is the name of a format of ours with another number: a newer page wrote it. */
export function isOtherNumber(format: unknown, ours: string): boolean {
  const name = ours.replace(/\d+$/, "");
  return typeof format === "string" && format !== ours && format.startsWith(name) && /^\d{1,6}$/.test(format.slice(name.length));
}

/** A field of data that may be anything: only its own, never one that all objects have. */
export function field(data: unknown, name: string): unknown {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return undefined;
  return Object.prototype.hasOwnProperty.call(data, name) ? (data as { [key: string]: unknown })[name] : undefined;
}

/** The items of what should be a list; none when it is no list. */
export function itemsOf(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? data.slice(0, MOST_ITEMS) : [];
}
