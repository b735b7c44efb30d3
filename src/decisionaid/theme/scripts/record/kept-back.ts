/** What a person chose not to share: the part is empty, and the record says that it was kept back. */
import { KEPT_BACK } from "../../generated/record-lists.ts";
import type { Noted, PartName } from "./record-types.ts";

/** The parts that can be kept back, in the order of the model. */
export const PART_NAMES: readonly PartName[] = KEPT_BACK;

/** What the page points out beside a leaning alone. */
const ON_LEANING: readonly string[] = ["highest", "toward"];

/** What the page points out and may quote own concerns in: all that have the same number. */
const QUOTING: Noted["kind"] = "alike";

/** Whether a sentence of this kind would, or could, tell what is in a part that is kept back. */
export function isToldBy(keptBack: readonly PartName[], kind: Noted["kind"]): boolean {
  return (
    keptBack.includes("values") || (keptBack.includes("leaning") && ON_LEANING.includes(kind)) || (keptBack.includes("own_concerns") && kind === QUOTING)
  );
}

/** Whether a label would name what is in a part that is kept back. */
export function isLabelOf(keptBack: readonly string[], place: string): boolean {
  return keptBack.includes(place.split("/")[0]!);
}
