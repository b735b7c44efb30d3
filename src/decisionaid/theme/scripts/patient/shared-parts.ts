/** Which parts of what a person said hold something: only such a part can be shared, or be kept back. */
import { PART_NAMES } from "../record/kept-back.ts";
import type { PartName, Statement } from "../record/record-types.ts";

/** What names a question, and is no answer to it. */
const NAMES: readonly string[] = ["id", "kind", "wording"];

/** The parts that say something, in the order of the record. */
export function partsIn(statement: Statement): PartName[] {
  return PART_NAMES.filter((name) => says(statement[name]));
}

function says(part: unknown): boolean {
  if (typeof part === "string") return part !== "" && part !== "unanswered";
  if (Array.isArray(part)) return part.some(says);
  if (part === null || typeof part !== "object") return false;
  return Object.entries(part).some(([name, value]) => !NAMES.includes(name) && says(value));
}
