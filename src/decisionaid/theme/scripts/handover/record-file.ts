/** Find the record in a file that somebody chose; the file may hold anything at all. */
import { recordChecksum } from "../record/canonical.ts";
import { field } from "../record/field.ts";

/** A file is not even read when it is larger. Ours are a tenth of this. */
export const MAX_FILE_BYTES = 262_144;
/** The largest record that is read, as JSON in UTF-8; the same number as in the Python model. */
export const MAX_RECORD_BYTES = 65_536;

export const BLOCK_START = '<script type="application/json" id="decisionaid-record">';
export const BLOCK_END = "</script>";
const FORMAT = /^decisionaid\.record\/(\d{1,9})$/;

export type Fault = "not_ours" | "too_large" | "damaged" | "newer";
/** The record as data with an intact checksum: its parts are still to be checked. */
export type Found = { fault: Fault } | { data: object };

/** The record in a file. Throws what reading throws: a file that is gone, for instance. */
export async function recordInFile(file: Blob): Promise<Found> {
  return file.size > MAX_FILE_BYTES ? { fault: "too_large" } : recordInText(await file.text());
}

/** The record in a page that we saved, or in bare JSON. */
export function recordInText(text: string): Found {
  // Found as text, never read as HTML: nothing in the file is ever made into a page.
  const start = text.indexOf(BLOCK_START);
  if (start < 0) return text.trimStart().startsWith("{") ? recordInJson(text) : { fault: withoutBlock(text) };
  const from = start + BLOCK_START.length;
  const end = text.indexOf(BLOCK_END, from);
  return end < 0 ? { fault: "damaged" } : recordInJson(text.slice(from, end));
}

/** A page of ours that was cut off still has the mark in its head. */
function withoutBlock(text: string): Fault {
  return text.includes(FILE_MARK) ? "damaged" : "not_ours";
}

export const FILE_MARK = '<meta name="application-name" content="decisionaid">';

function recordInJson(json: string): Found {
  if (new TextEncoder().encode(json).length > MAX_RECORD_BYTES) return { fault: "too_large" };
  try {
    return checked(JSON.parse(json));
  } catch {
    // No JSON, or so deeply nested that it cannot be walked.
    return { fault: json.includes("decisionaid.record/") ? "damaged" : "not_ours" };
  }
}

function checked(data: unknown): Found {
  const format = field(data, "format");
  const version = typeof format === "string" ? FORMAT.exec(format)?.[1] : undefined;
  if (Number(version) > 1) return { fault: "newer" };
  if (format !== "decisionaid.record/1") return { fault: "not_ours" };
  return recordChecksum(data as object) === field(data, "crc32") ? { data: data as object } : { fault: "damaged" };
}
