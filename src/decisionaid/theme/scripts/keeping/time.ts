/** How long something is kept, by a clock that may be wrong. */

export const DAYS = 30;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** `over`: its days have passed; `ahead`: it was changed on a day that has not come yet. */
export type Standing = "kept" | "over" | "ahead";

/** The end of the days that began with the last change. */
export function untilOf(changed: number): number {
  return changed + DAYS * DAY_MS;
}

export function standing(changed: number, now: number): Standing {
  // Clocks are put right by minutes now and then: that is no jump.
  if (now < changed - HOUR_MS) return "ahead";
  return now > untilOf(changed) ? "over" : "kept";
}

/** Whether what is over goes: it was said once, and a day has passed in which a wrong clock could be put right. */
export function goes(told: number, now: number): boolean {
  return told > 0 && now - told > DAY_MS;
}
