/** JSON with sorted keys and no spaces, so that the same data is the same text in both languages. */
import { crc32 } from "./crc32.ts";

/** Deeper than this nothing of ours is nested; the same number as in the Python model. */
export const MOST_NESTED = 64;

/** The check number of a record in which something was changed or lost on the way, once it was read. */
export const ALTERED = "00000000";

/** The canonical JSON of data that came from JSON or could go there. Throws where it is nested too deep. */
export function canonicalJson(data: unknown, deep = 0): string {
  if (deep > MOST_NESTED) throw new RangeError("nested too deep");
  if (Array.isArray(data)) return `[${data.map((each) => canonicalJson(each, deep + 1)).join(",")}]`;
  if (data === null || typeof data !== "object") return JSON.stringify(data);
  const parts = Object.keys(data).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson((data as { [name: string]: unknown })[key], deep + 1)}`);
  return `{${parts.join(",")}}`;
}

/** The checksum that a record carries: of all of it but the checksum itself. */
export function recordChecksum(record: object): string {
  const { crc32: _without, ...rest } = record as { crc32?: unknown };
  return crc32(canonicalJson(rest));
}
