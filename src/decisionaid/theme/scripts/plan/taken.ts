/** What the person has taken as theirs: goals, actions, requests and money, and which of them are open. The same as `plan/taken.py`. */
import type { Action, Asked, Budget, Did, Goal, Looked, Plan, Visit } from "../../generated/plan.ts";
import { PROFESSIONALS } from "./faults.ts";
import { hasKnown, visitsInOrder } from "./visits.ts";

/** How an action stands that has come to an end. That somebody was seen for a request ends nothing: what it was for goes on until somebody says otherwise. */
export const ENDED: readonly string[] = ["done", "stopped", "refused"];
const CLOSED: readonly string[] = ["met", "dropped"];

export function lastLook(goal: Goal): Looked | null {
  return goal.looked?.at(-1) ?? null;
}

export function lastDeed(action: Action): Did | null {
  return action.did?.at(-1) ?? null;
}

/** Whether the person has taken what they said or was suggested to them. */
export function isTaken({ mine = "said" }: Goal | Action): boolean {
  return mine === "said" || mine === "accepted";
}

/**
 * The ids of the goals in whose place another one stands, each with the id of that one.
 *
 * What nobody has taken stands in the place of no goal that the person took. Neither does what was said in the place
 * of a goal at which somebody looked later, or may have: whoever did had another copy, in which it stood. See `doubtedGoals`.
 */
export function replacedGoals(plan: Plan): ReadonlyMap<string, string> {
  const visits = visitsInOrder(plan);
  const anew = new Map<string, Goal[]>();
  for (const [goal, before] of saidAnew(plan)) {
    if (goal.replaces && !isLookedAtSince(visits, before, goal)) anew.set(goal.replaces, [goal, ...(anew.get(goal.replaces) ?? [])]);
  }
  // Where two copies said one goal anew, what was for it is for the one that nobody has closed.
  return new Map([...anew].map(([id, all]) => [id, (all.find((each) => !isOver(each, anew)) ?? (all[0] as Goal)).id]));
}

/** Whether somebody closed a goal, or all that was said in its place. */
function isOver(goal: Goal, anew: ReadonlyMap<string, readonly Goal[]>): boolean {
  return anew.get(goal.id)?.every((each) => isOver(each, anew)) ?? isClosed(lastLook(goal)?.status ?? "open");
}

/**
 * Each two open goals of which two copies of the plan say that the one holds, and that the other does.
 *
 * One was looked at after the other was said in its place, or both were said in the place of a third one. Which of
 * them holds is for somebody to say: they close one of them, or look at both at one visit.
 */
export function doubtedGoals(plan: Plan): [Goal, Goal][] {
  return [...lookedAtAllTheSame(plan), ...saidAnewTwice(plan)];
}

function saidAnewTwice(plan: Plan): [Goal, Goal][] {
  const visits = visitsInOrder(plan);
  const open = openGoals(plan);
  const anew = saidAnew(plan).map(([goal]) => goal);
  const standing = (goal: Goal): Goal | undefined => open.find(({ id }) => id === goalNow(plan, goal.id));
  return anew.flatMap((one, place) => anew.slice(place + 1).flatMap((other): [Goal, Goal][] => {
    const [first, second] = [standing(one), standing(other)];
    const at = one.said.visit;
    // What one copy says at one visit it says beside each other.
    const isOfOne = at === other.said.visit && !visits.find(({ id }) => id === at)?.apart;
    if (one.replaces !== other.replaces || isOfOne || !first || !second || first === second) return [];
    const isSeen = (first.looked ?? []).some(({ visit }) => (second.looked ?? []).some((each) => each.visit === visit) && mayBeSince(visits, visit, one) && mayBeSince(visits, visit, other));
    return isSeen ? [] : [[first, second]];
  }));
}

function lookedAtAllTheSame(plan: Plan): [Goal, Goal][] {
  const visits = visitsInOrder(plan);
  const open = openGoals(plan);
  return saidAnew(plan).flatMap(([goal, before]): [Goal, Goal][] => {
    const now = goalNow(plan, goal.id);
    const other = open.find(({ id }) => id === now);
    const isDoubted = before && other && open.includes(before) && isLookedAtSince(visits, before, goal) && !areLookedAtTogether(visits, [before, other], goal);
    return isDoubted ? [[before, other]] : [];
  });
}

type Visits = readonly Visit[];

/** The goals that were said in the place of another one, with that, as far as the person has taken them. */
function saidAnew({ goals = [] }: Plan): [Goal, Goal | undefined][] {
  const pairs = goals.flatMap((goal): [Goal, Goal | undefined][] => (goal.replaces ? [[goal, goals.find(({ id }) => id === goal.replaces)]] : []));
  return pairs.filter(([goal, before]) => isTaken(goal) || before === undefined || !isTaken(before));
}

function isLookedAtSince(visits: Visits, before: Goal | undefined, goal: Goal): boolean {
  return (before?.looked ?? []).some(({ visit }) => mayBeSince(visits, visit, goal));
}

/** Whether somebody who knew both looked at them: at a visit behind the one at which the other was said. */
function areLookedAtTogether(visits: Visits, [one, other]: readonly [Goal, Goal], goal: Goal): boolean {
  const looked = new Set((other.looked ?? []).map(({ visit }) => visit));
  return (one.looked ?? []).some(({ visit }) => looked.has(visit) && mayBeSince(visits, visit, goal));
}

/**
 * Whether a visit was behind the one at which a goal was said, as far as anybody can tell.
 *
 * Of two visits of one day it may be either, unless whoever began the one at which the goal was said knew the other.
 */
function mayBeSince(visits: Visits, visit: string, goal: Goal): boolean {
  const [at, said] = [visit, goal.said.visit].map((id) => visits.findIndex((each) => each.id === id)) as [number, number];
  const [one, other] = [visits[at], visits[said]];
  if (!one || at === said) return false;
  return at > said || one.on !== other?.on ? at > said : !hasKnown(visits.slice(0, said + 1), one);
}

/**
 * The goal in whose words one stands by now: itself, or the last one that was said in its place.
 *
 * What was for a goal in its old words, such as a step, is for it in its new ones.
 */
export function goalNow(plan: Plan, id: string | null | undefined): string | null {
  const later = replacedGoals(plan);
  let at = id ?? null;
  while (at !== null && later.has(at)) at = later.get(at) ?? null;
  return at;
}

/** Whether somebody has closed a goal: what is not met yet stays open. */
export function isClosed(status: Looked["status"]): boolean {
  return CLOSED.includes(status);
}

/** The goals that the person has taken, and that are neither met, dropped nor replaced; one that is not met yet stays open until somebody closes it. */
export function openGoals(plan: Plan): Goal[] {
  const replaced = replacedGoals(plan);
  return (plan.goals ?? []).filter((goal) => isTaken(goal) && !replaced.has(goal.id) && !isClosed(lastLook(goal)?.status ?? "open"));
}

/** The goals that one was marked as pulling against, in the words in which both stand by now. */
export function pullsNow(plan: Plan, { id }: Goal): string[] {
  const marked = (plan.goals ?? []).filter((each) => goalNow(plan, each.id) === id).flatMap(({ pulls_against: against = [] }) => against);
  return [...new Set(marked.flatMap((each) => goalNow(plan, each) ?? []))].filter((each) => each !== id);
}

/** The goals that the person has taken, and that were met or dropped; what was replaced is none of them. */
export function closedGoals(plan: Plan): Goal[] {
  const replaced = replacedGoals(plan);
  const open = new Set(openGoals(plan).map(({ id }) => id));
  return (plan.goals ?? []).filter((goal) => isTaken(goal) && !replaced.has(goal.id) && !open.has(goal.id));
}

/** The actions that the person has taken, and that have not come to an end. */
export function openActions(plan: Plan): Action[] {
  return (plan.actions ?? []).filter((action) => isTaken(action) && !ENDED.includes(lastDeed(action)?.status ?? ""));
}

/** The budget that holds; null: there is none, or it has ended. */
export function openBudget({ budgets }: Plan): Budget | null {
  const last = budgets?.at(-1) ?? null;
  return last?.state === "ended" ? null : last;
}

/** What the person says to a request by now; a yes that they took back is none. */
export function answerTo({ agreed = "not_asked", taken_back: back = [] }: Asked): NonNullable<Asked["agreed"]> | "taken_back" {
  return agreed === "yes" && back.length > 0 ? "taken_back" : agreed;
}

/** Whom the person agreed to ask for it, in their words; empty: nobody, or they took it back. */
export function askedTo({ asked }: Action): string {
  return asked && answerTo(asked) === "yes" ? asked.to : "";
}

/**
 * The ids of those who help as their work, whether they were ever there or are only named.
 *
 * Of `other` nobody said what they are; they are one where they do what an example of an aid gives to the team. What
 * somebody suggested is of the kind `team` too, and may be for a son: it tells nothing of who does it.
 */
export function professionals({ actions = [], people }: Plan): ReadonlySet<string> {
  const forTeam = new Set(actions.filter((each) => isTaken(each) && each.kind === "team" && each.said.example).map(whoDoes));
  return new Set(people.filter(({ id, role }) => PROFESSIONALS.includes(role) || (role === "other" && forTeam.has(id))).map(({ id }) => id));
}

/** Who was named last for an action; null: nobody has been. */
export function whoDoes(action: Action): string | null {
  return [...(action.did ?? [])].reverse().find(({ who }) => who)?.who ?? null;
}
