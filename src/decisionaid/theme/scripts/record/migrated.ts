/**
 * Bring a record of an earlier format to the one of today.
 *
 * The same as `decisionaid/record/migrated.py`. There is one format so far, so there is no step; the table is
 * here so that the first one has its place, and its tests, before it is needed.
 */
import { field } from "./field.ts";

/** From one format to the next: takes whole data, changes nothing of it, and says the next format. */
export type Step = (data: object) => object;

/** The number of the format that is written. */
export const NOW = 1;

/** Steps by the number of the format that they begin with. */
const STEPS: { readonly [number: number]: Step } = {};

const FORMAT = /^decisionaid\.([a-z]+)\/([1-9][0-9]{0,8})$/;

/** The check number of a record is that of the data as it came: look at it before. */
export function migrated(data: unknown, steps = STEPS, now = NOW, of = "record"): object | "newer" | "not_ours" {
  const format = field(data, "format");
  const [, name, written] = (typeof format === "string" && FORMAT.exec(format)) || [];
  if (name !== of) return "not_ours";
  const number = Number(written);
  if (number > now) return "newer";
  let made = data as object;
  for (let from = number; from < now; from += 1) {
    const step = steps[from];
    if (step === undefined) return "not_ours";
    made = step(made);
  }
  return made;
}
