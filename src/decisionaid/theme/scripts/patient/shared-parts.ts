/** Which parts of what a person said hold something: only such a part can be shared, or be kept back. */
import { PART_NAMES } from "../record/kept-back.ts";
import type { PartName, Statement } from "../record/record-types.ts";

/** What names a question, and is no answer to it. */
const NAMES: readonly string[] = ["id", "kind", "wording"];

/** The parts that say something, in the order of the record. */
export function partsIn(statement: Statement): PartName[] {
  // That the answers are a helper's own always goes with them: else they would be taken for the person's.
  const isOwn = statement.filled_in_by.role === "helper";
  return PART_NAMES.filter((name) => says(statement[name]) && !(isOwn && name === "filled_in_by"));
}

function says(part: unknown): boolean {
  if (typeof part === "string") return part !== "" && part !== "unanswered";
  if (Array.isArray(part)) return part.some(says);
  if (part === null || typeof part !== "object") return false;
  return Object.entries(part).some(([name, value]) => !NAMES.includes(name) && says(value));
}
