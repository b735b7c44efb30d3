/** The names of visits: those of one day are put in order by them, in every copy of a plan alike. */
import type { Visit } from "../../generated/plan.ts";

/**
 * How the name of answers begins that were put in as a visit of their own: of one day they stand before all visits of
 * ours, since they were said at home, and they are in no number.
 */
export const RECORD_VISIT = "r-";

/** How many visits a plan holds beside answers that were put in. */
export function visitsCounted(visits: readonly Visit[]): number {
  return visits.filter(({ id }) => !id.startsWith(RECORD_VISIT)).length;
}

/** The day of a visit or a preparation that is begun today: never one before the last, or what is said now would count as said before it. */
export function dayBehind(visits: readonly Visit[], today: string): string {
  return visits.reduce((last, { on }) => (on > last ? on : last), today);
}

const NUMBERED = /^[vz]-(\d\d)-/;

/**
 * A name behind those of all visits of the same day: whoever puts two copies together leaves them in the order in
 * which they were written. `random`: a few signs by chance, so that two copies do not choose the same one.
 */
export function visitIdBehind(visits: readonly Visit[], on: string, random: string): string {
  const numbers = visits.map(({ id }) => Number(NUMBERED.exec(id)?.[1] ?? 0));
  const number = String(Math.min(99, Math.max(visitsCounted(visits), ...numbers) + 1)).padStart(2, "0");
  const ofDay = visits.filter((each) => each.on === on).map(({ id }) => id);
  const [first, second] = [`v-${number}-${random}`, `z-${number}-${random}`] as const;
  // Another program may have given names that stand behind all of ours.
  return ofDay.every((id) => id < first) ? first : second;
}
