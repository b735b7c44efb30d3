/**
 * What the code on the person's paper copy holds of a plan, `decisionaid.plan-short/1`, and a review from it.
 *
 * The same as `plan/short.py`. The goals that are open, the actions that are open and the last review, in words,
 * with who and when, and the id and the save of the plan. It is never the plan: opened, a review begins.
 */
import type { Action, Goal, Plan, Review, Visit } from "../../generated/plan.ts";
import { only, partOf, without } from "./cutting.ts";
import { writtenAfter } from "./snapshots.ts";
import { lastDeed, lastLook, openActions, openGoals, whoDoes } from "./taken.ts";
import { compact, sealed } from "./written.ts";

/** How many entries had no room in a code, of those that are open; the later ones. */
export interface Left {
  goals: number;
  actions: number;
  reviews: number;
}

/** What stood on paper at one save of a plan; it is no copy of it. */
export interface PlanShort {
  /**
   * Each goal with one look and each action with one deed, as they stood last, and the last review. It is only to
   * be shown: it must not be saved, merged or called a plan. Before that review stand the visits alone of those that
   * it stood beside.
   */
  onPaper: Plan;
  left: Left;
}

export const NONE_LEFT: Left = { goals: 0, actions: 0, reviews: 0 };

/** The short form of a plan without its later entries, as many as `left` says. */
export function shortOf(plan: Plan, left: Left): Plan {
  const said = compact(plan);
  const goals = openGoals(said);
  const actions = openActions(said);
  const kept = goals.slice(0, goals.length - left.goals);
  const ids = new Set(kept.map(({ id }) => id));
  const made = partOf(said, {
    goals: kept.map(shortGoal),
    actions: actions.slice(0, actions.length - left.actions).map((each) => shortAction(each, ids)),
    reviews: left.reviews > 0 ? [] : shortReviews(said),
  });
  // What somebody is to themselves says nothing, and must not keep all else out of a code.
  return { ...made, people: made.people.map((each) => (each.role === "me" ? without(each, "job") : each)) };
}

/** What may be left out, from nothing to all: the later actions first, then goals, then the review. */
export function waysToShorten(plan: Plan): Left[] {
  const [actions, goals] = [openActions(plan).length, openGoals(plan).length];
  return [
    ...Array.from({ length: actions + 1 }, (_, number) => ({ goals: 0, actions: number, reviews: 0 })),
    ...Array.from({ length: goals }, (_, number) => ({ goals: number + 1, actions, reviews: 0 })),
    ...(plan.reviews?.length ? [{ goals, actions, reviews: 1 }] : []),
  ];
}

/**
 * What a review from paper is written on: goals and actions as they were said, and no visit of today yet.
 *
 * `now` is in UTC to the second. It has the id of the plan, so that what is added comes to it when the plan itself
 * is found. How things stood is not in it: nobody said it today.
 */
export function fromPaper({ onPaper }: PlanShort, now: string): Plan {
  const begun = partOf(onPaper, {
    goals: (onPaper.goals ?? []).map((each) => only(each, "id", "said", "mine")),
    actions: (onPaper.actions ?? []).map((each) => only(each, "id", "goal", "said", "mine")),
  });
  const { people, rev = 1 } = onPaper;
  return sealed(compact({ ...begun, people, rev: rev + 1, updated: now, part: "paper_review" }));
}

/** What stood on the paper from which a review was written, as far as the file of that says it; of which save nobody knows. */
export function paperBehind(review: Plan): PlanShort {
  const said = compact(review);
  const begun = partOf(said, {
    goals: (said.goals ?? []).map((each) => only(each, "id", "said", "mine")),
    actions: (said.actions ?? []).map((each) => only(each, "id", "goal", "said", "mine")),
  });
  return { onPaper: { ...begun, people: said.people, rev: 0 }, left: NONE_LEFT };
}

/** The same with a visit at which nothing was said yet: `visit` is of today, with an id of its own. */
export function reviewFromPaper(short: PlanShort, visit: Visit, now: string): Plan {
  const begun = fromPaper(short, now);
  return sealed(compact({ ...begun, visits: [...(begun.visits ?? []), visit] }));
}

function shortGoal(goal: Goal): Goal {
  const made = only(goal, "id", "said", "mine");
  const look = lastLook(goal);
  const when = goal.looked?.filter((each) => each.when).at(-1)?.when;
  return look === null ? made : { ...made, looked: [{ visit: look.visit, status: look.status, ...(when ? { when } : {}) }] };
}

/**
 * The last review, and before it the visits alone of those beside which one from the paper is written.
 *
 * So whoever writes the next review at the paper takes the place of all that stood on it, and of none that another
 * copy wrote since.
 */
function shortReviews(plan: Plan): Review[] {
  const all = plan.reviews ?? [];
  const last = all.at(-1);
  // A short form holds no more of them already.
  if (!last || (!last.after && all.slice(0, -1).every((each) => Object.keys(each).length === 1))) return all;
  const known = writtenAfter(plan, all, last.visit);
  const before = known.filter((_, place) => place !== known.indexOf(last.visit));
  return [...before.map((visit) => ({ visit })), without(last, "after")];
}

function shortAction(action: Action, goals: ReadonlySet<string>): Action {
  const all = only(action, "id", "goal", "said", "mine");
  const made = all.goal && goals.has(all.goal) ? all : without(all, "goal");
  const deed = lastDeed(action);
  if (deed === null) return made;
  const who = whoDoes(action);
  const time = action.did?.filter(({ often, when }) => when || often).at(-1);
  const told = {
    visit: deed.visit,
    status: deed.status,
    ...(who === null ? {} : { who }),
    ...(time?.when ? { when: time.when } : {}),
    ...(time?.often ? { often: time.often } : {}),
  };
  return { ...made, did: [told] };
}
