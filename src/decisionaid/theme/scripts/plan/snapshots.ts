/**
 * What is written whole each time, money and the next review: which of them hold, and where copies wrote two apart.
 *
 * The same as `plan/snapshots.py`, which says by what rule.
 */
import type { Budget, Plan, Review, Visit } from "../../generated/plan.ts";
import { wordingsOf } from "./current.ts";
import { hasMissed, visitsInOrder } from "./visits.ts";

/** Those in whose place no other one was written, in their order; the last one is always among them. */
export function heldIn<Snapshot extends Budget | Review>(plan: Plan, all: readonly Snapshot[] = []): Snapshot[] {
  const visits = visitsInOrder(plan);
  return all.filter((each, place) => each === all.at(-1) || !all.some((later, behind) => behind !== place && takesPlace(visits, all, later, each, behind > place)));
}

function takesPlace(visits: readonly Visit[], all: readonly (Budget | Review)[], { after = [], visit }: Budget | Review, before: Budget | Review, isBehind: boolean): boolean {
  const [at, then] = [visit, before.visit].map((id) => Math.max(0, visits.findIndex((each) => each.id === id))) as [number, number];
  const first = visits[then];
  if (at === then || !first) return isBehind && !visits[at]?.apart;
  if (after.length > 0) return hasWritten(all, after, before, first.apart);
  // Nobody wrote down which it is written after: as far as the names of the visits tell.
  return isBehind && !(at > then && hasMissed(visits.slice(0, at + 1), first));
}

/**
 * Whether one was written after another one of an earlier visit, of which it knew as many as it names it.
 *
 * Where two copies went on from that visit nobody can tell which these were, unless they were all of them.
 */
function hasWritten(all: readonly (Budget | Review)[], after: readonly string[], before: Budget | Review, isApart = false): boolean {
  const known = after.filter((each) => each === before.visit).length;
  const ofVisit = all.filter(({ visit }) => visit === before.visit);
  return known >= ofVisit.length || (!isApart && ofVisit.indexOf(before) < known);
}

/** What one that is written at a visit is written after: the visits of those that hold, each as often as there is one of it, and of the first one its own. */
export function writtenAfter(plan: Plan, all: readonly (Budget | Review)[] = [], visit: string): string[] {
  const held = new Set(heldIn(plan, all as readonly Budget[]).map((each) => each.visit));
  return held.size > 0 ? all.flatMap((each) => (held.has(each.visit) ? [each.visit] : [])) : [visit];
}

export type Apart = "budgets" | "reviews";

/** Of what more than one holds: two copies wrote them apart. */
export function apartIn(plan: Plan): Apart[] {
  return (["budgets", "reviews"] as const).filter((name) => heldIn<Budget | Review>(plan, plan[name]).length > 1);
}

/** What stands in two ways, so that somebody has to choose: headings of what was said, and such parts. */
export function twoOf(plan: Plan): (ReturnType<typeof wordingsOf>[number] | Apart)[] {
  return [...wordingsOf(plan), ...apartIn(plan)];
}
