/** JSON with sorted keys and no spaces, so that the same data is the same text in both languages. */
import { crc32 } from "./crc32.ts";

/** The canonical JSON of data that came from JSON or could go there. */
export function canonicalJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(",")}]`;
  if (data === null || typeof data !== "object") return JSON.stringify(data);
  const entries = Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`).join(",")}}`;
}

/** The checksum that a record carries: of all of it but the checksum itself. */
export function recordChecksum(record: object): string {
  const { crc32: _without, ...rest } = record as { crc32?: unknown };
  return crc32(canonicalJson(rest));
}
