/** The visits of a plan: their order, the last ones, who was there, and what whoever began one knew. The same as `plan/visits.py`. */
import type { Plan, Visit } from "../../generated/plan.ts";
import { PROFESSIONALS, SAYS_FOR_THEMSELVES } from "./faults.ts";
import { visitsCounted } from "./visit-id.ts";

export const OWN_TIME: readonly string[] = ["preparation", "between"];

/** The visits by their day; those of one day as they were written. */
export function visitsInOrder(plan: Plan): Visit[] {
  return [...(plan.visits ?? [])].sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}

export function lastVisit(plan: Plan): Visit | null {
  return visitsInOrder(plan).at(-1) ?? null;
}

const NUMBERED = /^[vz]-(\d\d)-/;

/**
 * The last visit, and those which whoever began it may not have known.
 *
 * A visit of ours is numbered behind all that its copy held: where there are more, another copy had them. Answers that
 * were put in are no such visits. Of its day these are all that it need not have known, of earlier days those that it
 * cannot have known: another copy had them, and what was answered last was for none of what they say.
 */
export function lastVisits(plan: Plan): Visit[] {
  const visits = untilMet(plan);
  const last = visits.at(-1);
  return visits.filter((visit) => visit === last || (visit.kind !== "preparation" && hasMissed(visits, visit)));
}

/** Whether whoever began the last of these visits, which stand in their order, cannot have known an earlier one, or of its day need not have known it. */
export function hasMissed(visits: readonly Visit[], before: Visit): boolean {
  const number = numberOf(visits.at(-1));
  return before.on === visits.at(-1)?.on ? !hasKnown(visits, before) : number > 0 && number <= numberOf(before);
}

/** Whether whoever began the last of these visits, which stand in their order, knew another one of its day. */
export function hasKnown(visits: readonly Visit[], before: Visit): boolean {
  const number = numberOf(visits.at(-1));
  return number >= visitsCounted(visits) && number > numberOf(before);
}

/** The visits up to the last one that is no preparation: what is prepared later stands beside the plan. */
function untilMet(plan: Plan): Visit[] {
  const visits = visitsInOrder(plan);
  const met = visits.map(({ kind }) => kind !== "preparation").lastIndexOf(true);
  return met < 0 ? visits : visits.slice(0, met + 1);
}

/** The last visit that is no preparation, else the last preparation; null: none yet. */
export function visitHeld(plan: Plan): Visit | null {
  return untilMet(plan).at(-1) ?? null;
}

/** The preparation after the last visit, of which nothing was talked about yet; null: there is none. */
export function preparedSince(plan: Plan): Visit | null {
  const last = lastVisit(plan);
  return visitHeld(plan)?.id === last?.id ? null : last;
}

function numberOf(visit: Visit | undefined): number {
  return Number(NUMBERED.exec(visit?.id ?? "")?.[1] ?? 0);
}

/** The ids of those whose words are the person's own. */
export function ownVoices(plan: Plan): ReadonlySet<string> {
  return new Set(plan.people.filter(({ role }) => SAYS_FOR_THEMSELVES.includes(role)).map(({ id }) => id));
}

/** Whether the person did it alone: nobody was met. */
export function isOwnTime({ kind }: Visit): boolean {
  return OWN_TIME.includes(kind);
}

/** The ids of the visits that were nobody's but the person's own time: there a sign is ticked. */
export function aloneAt({ visits = [] }: Plan): Set<string> {
  return new Set(visits.filter(isOwnTime).map(({ id }) => id));
}

/** Whether a professional was there; who comes with the person is none, and neither is who nobody named as one. */
export function isMet({ people }: Plan, visit: Visit): boolean {
  return !isOwnTime(visit) && people.some(({ id, role }) => visit.there.includes(id) && PROFESSIONALS.includes(role));
}

/** Whether there was a visit beside what the person did alone. */
export function wasMetWithSomebody(plan: Plan): boolean {
  return (plan.visits ?? []).some(({ kind }) => !OWN_TIME.includes(kind));
}
