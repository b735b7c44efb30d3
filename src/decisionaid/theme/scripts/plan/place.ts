/** The list of a place: how old an entry is, and what can be found in it. As `model/freshness.py`. */
import type { Place, Service, Wait } from "../../generated/place.ts";

/** Days are year-month-day, as `today()` gives them. */
export type Freshness = "fresh" | "stale" | "old";

/** Months after which a waiting time is one to ask for again. */
export const WAIT_MONTHS = 3;

/** What a person looks for; nothing named: everything. */
export interface Wanted {
  /** One of the sixteen words of a plan, such as `food_and_weight`. */
  need?: NonNullable<Service["helps_with"]>[number] | undefined;
  /** What a person must have: only a plain "yes" is one. */
  must?: readonly AccessName[];
  /** Only what costs nothing. */
  free?: boolean;
  /** Words, each of which has to stand somewhere in what is said of it. */
  words?: string;
}
export type AccessName = "step_free" | "toilet" | "parking" | "hearing_loop" | "bsl";

/** The same day some months later, or the last day of a month that is too short for it. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const over = month - 1 + months;
  const [years, at] = [year + Math.floor(over / 12), (over % 12) + 1];
  if (years > 9999) return "9999-12-31";
  const leap = (years % 4 === 0 && years % 100 !== 0) || years % 400 === 0;
  const length = at === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(at) ? 30 : 31;
  return [String(years).padStart(4, "0"), two(at), two(Math.min(date, length))].join("-");
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** How old an entry is that was checked on a day. An old one can no longer be put into a plan. */
export function freshness(checked: string, place: Pick<Place, "stale_after" | "remove_after">, day: string): Freshness {
  if (day > monthsAfter(checked, place.remove_after)) return "old";
  return day > monthsAfter(checked, place.stale_after) ? "stale" : "fresh";
}

/** Whether a waiting time is one to ask for again. */
export function isOldWait(wait: Wait, day: string): boolean {
  return wait.as_of != null && day > monthsAfter(wait.as_of, WAIT_MONTHS);
}

/** The services of a place that may be shown, by their names; nothing else decides their order. */
export function byName(services: readonly Service[]): Service[] {
  const shown = services.filter(({ checked, unsettled }) => checked != null && !unsettled?.length);
  const key = ({ name }: Service): string => name.toLowerCase();
  return shown.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * The services in which all is there that a person looks for, by their names.
 *
 * "Not known" is no yes: who needs a place without steps is not sent to one of which nobody knows.
 */
export function found(place: Place, { need, must = [], free = false, words = "" }: Wanted = {}): Service[] {
  const sought = plainWords(words).split(" ").filter(Boolean);
  return byName(place.services ?? []).filter(
    (each) =>
      (need === undefined || (each.helps_with ?? []).includes(need)) &&
      must.every((name) => each.access?.[name]?.answer === "yes") &&
      (!free || each.cost?.kind === "free") &&
      (sought.length === 0 || holdsAll(each, sought)),
  );
}

function holdsAll({ name, open = "", run_by: by = "", what, where = {}, who_for: whom = "" }: Service, sought: readonly string[]): boolean {
  const said = plainWords([name, what, by, whom, open, where.name, where.address, where.postcode].filter(Boolean).join(" "));
  return sought.every((each) => said.includes(each));
}

/** Words as they are compared: small letters without their marks. */
function plainWords(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
}

/** Whether a service can be put into a plan on a day. */
export function canBePlanned(service: Service, place: Place, day: string): boolean {
  return service.checked != null && freshness(service.checked, place, day) !== "old";
}
