/**
 * What stands under the headings of a standard, and which of its mandatory headings have nothing.
 *
 * The same as `outside/headings.py`.
 */

export interface Heading {
  name: string;
  /** `M`: mandatory. */
  need?: string;
  /** Whether it is named among what is missing without being mandatory itself. */
  say?: boolean;
  from?: string;
  each?: string;
  of?: readonly Heading[];
}

/** A text, a number, a list of texts, or what stands under headings of its own. */
export type Value = string | number | readonly string[] | readonly Values[] | undefined;
export interface Values {
  readonly [name: string]: Value;
}

const BELOW = " > ";

/** What stands under these headings, and what is missing is put down; undefined: nothing stands there. */
export function under(headings: readonly Heading[], values: Values, missing: string[], path: readonly string[] = []): object | undefined {
  const made: [string, unknown][] = [];
  for (const heading of headings) {
    const here = [...path, heading.name];
    const inside: string[] = [];
    const found = below(heading, values, inside, here);
    if (found === undefined) {
      if (heading.need === "M" || heading.say) missing.push(here.join(BELOW));
    } else {
      made.push([heading.name, found]);
      missing.push(...inside);
    }
  }
  return made.length > 0 ? Object.fromEntries(made) : undefined;
}

function below({ each, from, of = [] }: Heading, values: Values, missing: string[], path: readonly string[]): unknown {
  if (from !== undefined) {
    const value = values[from];
    return value === undefined || value === 0 || (typeof value !== "number" && value.length === 0) ? undefined : value;
  }
  if (each === undefined) return under(of, values, missing, path);
  const made = ((values[each] ?? []) as readonly Values[]).flatMap((one, index) => under(of, one, missing, [...path, `${index + 1}`]) ?? []);
  return made.length > 0 ? made : undefined;
}
