/** Keep what is readable of a record that is not quite as it should be, and say what was left out. */
import type { Fault } from "../../generated/record-validator.js";
import { LINE } from "./text.ts";

/** A checker as the build makes it from a schema. */
type Checker<T> = ((data: unknown) => data is T) & { errors?: Fault[] | null };

/** Parts are left out one by one; a file with more faults than this is not worth reading. */
const MOST_FAULTS = 500;

export interface Kept<T> {
  data: T;
  /** Paths of the parts that were left out or cut, in the order they were found. */
  left: string[];
}

/** Remove the smallest part at fault until the rest is sound; null when nothing is left to read. `data` is changed. */
export function keepReadable<T>(data: unknown, check: Checker<T>): Kept<T> | null {
  const left: string[] = [];
  for (let faults = 0; faults <= MOST_FAULTS; faults += 1) {
    if (check(data)) return { data, left };
    const fault = outermost(check.errors ?? []);
    const path = fault && remove(data, fault);
    if (!path) return null;
    left.push(path);
  }
  return null;
}

/** Where one of several shapes would do, the checker tells of each, and last that none fits: that one is meant. */
function outermost(faults: readonly Fault[]): Fault | null {
  return faults.reduce<Fault | null>(
    (found, fault) => (found && found.instancePath.length < fault.instancePath.length ? found : fault),
    null,
  );
}

/** Remove the part and return its path; null when it is the whole. */
function remove(data: unknown, { instancePath, keyword, params }: Fault): string | null {
  const names = instancePath.split("/").slice(1).map((name) => name.replace(/~1/g, "/").replace(/~0/g, "~"));
  if (keyword === "additionalProperties") names.push(String(params["additionalProperty"]));
  const last = names.pop();
  const parent = names.reduce<unknown>(step, data);
  if (last === undefined || parent === null || typeof parent !== "object") return null;
  const limit = Number(params["limit"]);
  const part = step(parent, last);
  if (keyword === "maxItems" && Array.isArray(part)) part.splice(limit);
  else if (keyword === "maxProperties" && part !== null && typeof part === "object") {
    for (const name of Object.keys(part).slice(limit)) Reflect.deleteProperty(part, name);
  } else if (keyword === "maxLength" && typeof part === "string" && limit >= LINE && names[0] !== "aid") {
    // Own words that are too long are cut, not dropped: they are what matters most. Part of an id,
    // or of what names the aid, would be another name.
    Object.assign(parent, { [last]: Array.from(part).slice(0, limit).join("") });
  } else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (!Reflect.deleteProperty(parent, last)) return null;
  return [...names, last].join("/");
}

/** Own parts only: a path from outside must not lead into what all objects share. */
function step(data: unknown, name: string): unknown {
  if (data === null || typeof data !== "object" || !Object.prototype.hasOwnProperty.call(data, name)) return undefined;
  return (data as { [key: string]: unknown })[name];
}
