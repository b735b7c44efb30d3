/** The weighted view of options, which a person may ask for, as `values/weighted_view.py` says. */
import { tidy, total, type Bounds } from "./numbers.ts";
import { boundsOf, FULL_SWING, isSound, partsOf, swingWeights, weighted, type Swing, type SwingRow } from "./swings.ts";

/** Two options that differ by less are about level. */
const ABOUT_LEVEL = 0.05;

/** Why there is no view. */
export type Reason =
  | "fewer-than-two-options"
  | "too-many-rows"
  /** A number that no question allows, as in a spoilt file. */
  | "out-of-range"
  /** No row in which options differ was answered. */
  | "no-swing-answers"
  /** Fewer than two options have a figure in all rows that apply. */
  | "figures-not-known"
  | "no-differences"
  /** All that was answered is 0. */
  | "nothing-matters";

/** `about`: the rows whose figures are not known. */
export interface Refused {
  reason: Reason;
  about: string[];
}

/** Whatever the answers that are open would be: less than 0.05 apart, that or more with the same one higher, or neither. */
export type Standing = "level" | "apart" | "depends";

/** The answer to a row at which two options would come to the same, all others as they are; `now` null: it is open. */
export interface BreakEven {
  row: string;
  at: number;
  now: number | null;
}

/** A way to look at the options, in their own order. */
export interface WeightedView {
  /** 0 (worst in all rows) to 1 (best in all); `bounds` null: a figure is not known, `missing` names the rows. */
  options: { id: string; bounds: Bounds | null; missing: string[] }[];
  /** The rows that count: what they weigh among all, and how far each option is from worst to best. */
  rows: { id: string; state: Swing["state"]; weight: Bounds; parts: (Bounds | null)[] }[];
  /** `difference`: the first less the second. */
  pairs: { first: string; second: string; difference: Bounds; standing: Standing; even: BreakEven[] }[];
  /** Rows in which the options do not differ. */
  same: string[];
}

/** What the swing answers come to, or why they come to nothing. */
export function weightedView(options: readonly string[], rows: readonly SwingRow[]): WeightedView | Refused {
  const refused = (reason: Reason, about: string[] = []): Refused => ({ reason, about });
  if (options.length < 2) return refused("fewer-than-two-options");
  if (rows.length > 5) return refused("too-many-rows");
  if (!rows.every((row) => isSound(row, options.length))) return refused("out-of-range");
  const applying = rows.filter(({ swing }) => swing.state !== "not_applicable");
  if (applying.every(({ swing }) => swing.value === null)) return refused("no-swing-answers");
  const seen = options.map((id, place) => ({ id, place, missing: idsOf(applying.filter(({ figures }) => figures[place] === null)) }));
  const known = seen.filter(({ missing }) => !missing.length);
  if (known.length < 2) return refused("figures-not-known", idsOf(applying.filter(({ figures }) => figures.includes(null))));
  const counting = applying.flatMap((row) => {
    const parts = partsOf(row);
    return parts ? [{ ...row, parts }] : [];
  });
  if (!counting.length) return refused("no-differences");
  const answers = counting.flatMap(({ swing }) => swing.value ?? []);
  if (!answers.some(Boolean)) return refused(answers.length ? "nothing-matters" : "no-swing-answers");
  const swings = counting.map(({ swing }) => boundsOf(swing));
  const along = (place: number): Bounds[] => counting.flatMap(({ parts }) => [parts[place] ?? [0, 0]]);
  const weights = swingWeights(swings);
  return {
    options: seen.map(({ id, place, missing }) => ({ id, bounds: missing.length ? null : weighted(swings, along(place)), missing })),
    rows: counting.map(({ id, swing: { state }, parts }, index) => ({
      id,
      state,
      weight: weights[index] ?? [0, 1],
      parts: parts.map((each) => each && [tidy(each[0]), tidy(each[1])]),
    })),
    pairs: known.flatMap((one, index) =>
      known.slice(index + 1).map((other) => {
        const theirs = along(other.place);
        const gaps = along(one.place).map(([low, high], row): Bounds => [low - (theirs[row]?.[1] ?? 0), high - (theirs[row]?.[0] ?? 0)]);
        const difference = weighted(swings, gaps);
        return { first: one.id, second: other.id, difference, standing: standing(difference), even: even(counting, gaps) };
      }),
    ),
    same: idsOf(applying.filter((row) => !partsOf(row))),
  };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** How two options stand that differ by so much. */
export function standing(difference: Bounds): Standing {
  const [low, high] = difference.map((each) => (Math.abs(each) < ABOUT_LEVEL ? 0 : Math.sign(each)));
  if (low !== high) return "depends";
  return low ? "apart" : "level";
}

/** The break-even of each row, where nothing else is open and the question allows that answer. */
function even(rows: readonly SwingRow[], gaps: readonly Bounds[]): BreakEven[] {
  return rows.flatMap(({ id, swing: { value: now } }, here) => {
    const others = rows.map(({ swing: { value } }, row) => ({ value, gap: gaps[row] ?? [0, 0] }));
    const [own] = others.splice(here, 1);
    if (!own || [own, ...others].some(({ gap }) => gap[0] !== gap[1]) || others.some(({ value }) => value === null)) return [];
    // Divided by no gap it is no number, and no question allows that.
    const at = tidy(-total(others.map(({ value, gap }) => (value ?? 0) * gap[0])) / own.gap[0]);
    return at >= 0 && at <= FULL_SWING ? [{ row: id, at, now }] : [];
  });
}
