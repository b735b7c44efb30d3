/** What the person has taken as theirs: goals, actions, requests and money, and which of them are open. The same as `plan/taken.py`. */
import type { Action, Asked, Budget, Did, Goal, Looked, Plan } from "../../generated/plan.ts";
import { PROFESSIONALS } from "./faults.ts";

/** How an action stands that has come to an end. */
export const ENDED: readonly string[] = ["done", "stopped", "seen", "refused"];
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
 * What nobody has taken stands in the place of no goal that the person took.
 */
export function replacedGoals({ goals = [] }: Plan): ReadonlyMap<string, string> {
  const taken = new Set(goals.filter(isTaken).map(({ id }) => id));
  return new Map(goals.flatMap(({ id, replaces }): [string, string][] => (replaces && (taken.has(id) || !taken.has(replaces)) ? [[replaces, id]] : [])));
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
