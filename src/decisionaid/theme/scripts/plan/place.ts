/** The list of a place: how old an entry is, and what can be found in it. As `model/freshness.py`. */
import type { Place, Provider, Service, Wait } from "../../generated/place.ts";
import type { Plan } from "../../generated/plan.ts";
import { line } from "../record/text.ts";

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

/** Whether a service can be put into a plan on a day: one without a name that can be read has no words there. */
export function canBePlanned(service: Service, place: Place, day: string): boolean {
  return service.checked != null && line(service.name) !== "" && freshness(service.checked, place, day) !== "old";
}

/** The ways in which providers can stand: by their names, unless the person asks for another. */
export const ORDERS = ["name", "wait", "postcode"] as const;
export type Order = (typeof ORDERS)[number];

/** Where one option can be had. */
export interface Choice {
  readonly aid: string;
  readonly option: string;
  /** What the plan calls the option; empty: it does not name it. */
  readonly name: string;
  /** When the place last looked through it. */
  readonly checked: string;
  readonly providers: readonly Provider[];
}

/**
 * Who offers what the decisions of a plan are about: the option that was decided, or else every one that can be had in
 * more than one place or from somebody named, in the order of the place.
 */
export function providersFor({ decisions = [] }: Plan, place: Place): Choice[] {
  const asked = decisions.flatMap(({ aid, became = [] }) => (aid ? [{ aid: aid.id, last: became.at(-1) }] : []));
  const choices = asked.flatMap(({ aid, last }) => {
    const decided = last?.state === "decided" ? last.option : null;
    const options = place.aids?.find((each) => each.aid === aid)?.options ?? [];
    return options
      .filter(({ choice, option, providers = [] }) => choice && providers.length > 0 && (!decided || option === decided))
      .map(({ checked, option, providers = [] }) => ({ aid, option, name: option === decided ? (last?.option_name ?? "") : "", checked: checked ?? place.checked, providers }));
  });
  return choices.filter(({ aid, option }, at) => choices.findIndex((each) => each.aid === aid && each.option === option) === at);
}

/** Providers in an order; what is not known comes last, and then the name decides. */
export function inOrder(providers: readonly Provider[], order: Order): Provider[] {
  const name = (each: Provider): string => each.name.toLowerCase();
  const byName = (a: Provider, b: Provider): number => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0);
  const known = ({ postcode = "", wait }: Provider): string | number | null => (order === "wait" ? (wait?.weeks ?? null) : order === "postcode" ? postcode || null : null);
  return [...providers].sort((a, b) => {
    const [x, y] = [known(a), known(b)];
    if (x === y) return byName(a, b);
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -1 : 1;
  });
}
