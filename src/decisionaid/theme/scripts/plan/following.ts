/** A new plan in the place of one that is full: with what is open in it, and the id of the full one. */
import type { Action, Goal, Plan } from "../../generated/plan.ts";
import { partOf, without } from "./cutting.ts";
import { randomHex } from "./open-plan.ts";
import { NONE_LEFT, shortOf } from "./short.ts";
import { isSign, saidNow, signsTicked } from "./current.ts";
import { goalNow, openActions, openGoals } from "./taken.ts";
import { bytesOf, compact, isInDoubt, MAX_PLAN_BYTES, sealed } from "./written.ts";

const MOST_VISITS = 40;
/** Bytes that a few words of somebody's take. */
const FEW = 3000;

/** Whether there is no room for another visit, or for words said at one. */
export function isFull(plan: Plan): boolean {
  return (plan.visits ?? []).length >= MOST_VISITS || bytesOf(plan) > MAX_PLAN_BYTES - FEW;
}

/**
 * The goals and actions that are open as they stood last, the last review, what to do if it gets worse, and what the
 * person said of themselves last. Everybody keeps their name, and all else stays in the full plan.
 *
 * `now`: in UTC to the second. Nothing of it was agreed upon yet, so it is a draft.
 */
export function followingPlan(plan: Plan, now: string): Plan {
  const full = compact(plan);
  const stood = shortOf(full, NONE_LEFT);
  const [goals, actions] = [openGoals(full), openActions(full)];
  const ids = new Set(goals.map(({ id }) => id));
  // A sign that nobody has talked about goes on to be pointed at.
  const signs = new Set(signsTicked(full));
  const cut = partOf(full, {
    about_me: (full.about_me ?? []).map(({ heading, said }) => ({ heading, said: [...saidNow(full, said.filter((each) => !isSign(each))), ...said.filter((each) => signs.has(each))] })).filter(({ said }) => said.length > 0),
    goals: goals.map((each, place) => goalOf(each, stood.goals?.[place], ids)),
    actions: actions.map((each, place) => actionOf(each, stood.actions?.[place], openGoal(full, each.goal, ids))),
    if_worse: full.if_worse ?? [],
    reviews: stood.reviews ?? [],
  });
  const named = new Set(cut.people.map(({ id }) => id));
  const { communication = [], conditions = [] } = full;
  return sealed(compact({
    ...cut,
    id: randomHex(16),
    rev: 1,
    created: now,
    updated: now,
    follows: plan.id,
    people: full.people.filter(({ id }) => named.has(id)),
    communication,
    conditions,
  }), isInDoubt(full));
}

/** What it led to, or came from, may be in the full plan alone. */
function goalOf(goal: Goal, stood: Goal | undefined, open: ReadonlySet<string>): Goal {
  const { confidence = [], importance = [], pulls_against = [] } = goal;
  return {
    ...without(goal, "replaces", "decision", "need", "looked"),
    confidence: confidence.slice(-1),
    importance: importance.slice(-1),
    pulls_against: pulls_against.filter((each) => open.has(each)),
    ...(stood?.looked ? { looked: stood.looked } : {}),
  };
}

/** The goal that something is for by now; null: it is not open any more. */
function openGoal(plan: Plan, goal: string | null | undefined, open: ReadonlySet<string>): string | null {
  const now = goalNow(plan, goal);
  return now !== null && open.has(now) ? now : null;
}

/** `goal`: for which it is by now. */
function actionOf(action: Action, stood: Action | undefined, goal: string | null): Action {
  return { ...without(action, "decision", "goal", "did"), goal, ...(stood?.did ? { did: stood.did } : {}) };
}
