/**
 * A request to somebody else, such as a link worker, as a file, and the answer that comes back as an addition.
 *
 * The same as `plan/requests.py`. Without the person's yes there is none. It holds that one action, the people whom
 * it names, and nothing else but for what the person said may go with it. `request-text.ts` makes it text.
 */
import type { Action, Asked, Goal, Need, Plan } from "../../generated/plan.ts";
import { namesIn, only, partOf, PEOPLE, without, type Entries } from "./cutting.ts";
import { needsLater, ownAboutMe, saidNow } from "./current.ts";
import { answerTo, goalNow, isTaken } from "./taken.ts";
import { ownVoices } from "./visits.ts";
import { compact, isInDoubt, sealed } from "./written.ts";

/**
 * `unknown`: the plan has no such action. `no_request`: nobody is asked. `no`, `not_asked`: the person did not say yes.
 * `taken_back`: they said yes and took it back.
 */
export type NoRequest = "unknown" | "not_taken" | "no_request" | "no" | "not_asked" | "taken_back";

/** What is told otherwise, and what is not theirs to add who answer. */
const NOT_ADDED: readonly string[] = ["people", "visits", "agreed", "shared", "copies", "communication"];

/** What may be said of a request; null: nobody is asked, or the person has not said yes, or took it back. */
export function requestOf(action: Action): Asked | null {
  const { asked } = action;
  if (!asked || answerTo(asked) !== "yes" || !isTaken(action)) return null;
  const { may_share: may = [] } = asked;
  return without(asked, ...(may.includes("reason") ? [] : (["reason"] as const)), ...(may.includes("contact") ? [] : (["contact_me_by"] as const))) as Asked;
}

/** What of the plan goes with a request beside what is asked, as far as the person allowed it. */
export interface Told {
  goals: readonly Goal[];
  needs: readonly Need[];
  about: NonNullable<Plan["about_me"]>;
}

export function toldWith(plan: Plan, { asked, goal }: Action): Told {
  const may: readonly string[] = asked?.may_share ?? [];
  return {
    goals: may.includes("goal") ? (plan.goals ?? []).filter((each) => each.id === goalNow(plan, goal) && isTaken(each)) : [],
    needs: may.includes("needs") ? needsTold(plan) : [],
    // What something stands in the place of is nobody else's.
    about: may.includes("about_me") ? ownAboutMe(plan).map((each) => ({ ...each, said: saidNow(plan, each.said) })) : [],
  };
}

/** What is hard as it stands in the plan, without what later words stand in the place of. */
function needsTold(plan: Plan): Need[] {
  const later = needsLater(plan);
  return (plan.needs ?? []).filter(({ id }) => !later.has(id));
}

/** The action of a request to which the person said yes, or why there is none. */
export function askedIn(plan: Plan, id: string): Action | NoRequest {
  const action = plan.actions?.find((each) => each.id === id);
  if (!action) return "unknown";
  if (!isTaken(action)) return "not_taken";
  if (!action.asked) return "no_request";
  const answer = answerTo(action.asked);
  return answer === "yes" ? action : answer;
}

/**
 * The plan cut to one request, with the same id, or why there is none.
 *
 * It holds the action, the people and visits that it names, and what the person said may go with it. Names and
 * numbers are in it only for the person, and only if they may be reached.
 */
export function requestFile(plan: Plan, id: string): Plan | NoRequest {
  const said = compact(plan);
  const action = askedIn(said, id);
  if (typeof action === "string") return action;
  const asked = requestOf(action);
  const may: readonly string[] = asked?.may_share ?? [];
  const { about, goals: told, needs } = toldWith(said, action);
  // In the person's words and no more.
  const goals = told.map((each) => only(each, "id", "said", "mine"));
  // What is asked is one thing: where a part of it is kept back, the rest of it is written anew.
  // In the words in which it stands by now, and in no others.
  const kept = { ...without(action, "decision", "goal"), ...goals.map(({ id: goal }) => ({ goal })).at(0), asked };
  const made = withNamed(partOf(said, {
    about_me: about,
    needs: needs.map((each) => without(each, "condition", "visit")),
    goals,
    actions: [kept],
  }));
  const mine = said.people.find(({ role }) => role === "me");
  const people = mine && may.includes("contact") ? made.people.map((each) => (each.id === mine.id ? mine : each)) : made.people;
  return sealed(compact({ ...made, part: "request", people }), isInDoubt(plan));
}

/**
 * A part that tells of nobody but the person and those whom what is in it names.
 *
 * Who else was there is left out. Who typed for them stays, without what they are to the person.
 */
function withNamed(made: Plan): Plan {
  const { people, visits: all = [], ...kept } = made;
  const named = new Set([...namesIn(kept, PEOPLE), ...people.filter(({ role }) => role === "me").map(({ id }) => id)]);
  const voices = ownVoices(made);
  const visits = all.map((each) => {
    // Words of the person are theirs where somebody was there to say them.
    const isSpoken = each.there.some((id) => named.has(id) && voices.has(id));
    return { ...each, there: each.there.filter((id) => named.has(id) || (!isSpoken && voices.has(id))) };
  });
  const told = new Set(namesIn(visits, PEOPLE));
  const left = people.filter(({ id }) => named.has(id) || told.has(id)).map((each) => (named.has(each.id) ? each : without(each, "job")));
  return { ...made, people: left, ...(visits.length > 0 ? { visits } : {}) };
}

/**
 * What was added to a request, as an addition to the plan: new visits, and new entries at them.
 *
 * `answered` is the request with more in it. What was asked is left out: it is the person's, and stands in the plan.
 * Put together with the plan it adds what is new and changes nothing.
 */
export function answerOf(request: Plan, answered: Plan): Plan {
  const data = compact(answered);
  const known = new Set((request.visits ?? []).map(({ id }) => id));
  const asked = new Set((request.actions ?? []).map(({ id }) => id));
  const actions = (data.actions ?? []).map((each) => (asked.has(each.id) ? without(each, "asked", "goal") : each));
  const lists = Object.entries({ ...data, actions }).filter(([name, part]) => Array.isArray(part) && !NOT_ADDED.includes(name));
  const made = partOf(data, Object.fromEntries(lists) as Entries);
  // A visit at which nothing was written is told all the same, and people as they are told now.
  const told = new Set([...(made.visits ?? []), ...(data.visits ?? []).filter(({ id }) => !known.has(id))].map(({ id }) => id));
  return sealed(compact({ ...made, visits: (data.visits ?? []).filter(({ id }) => told.has(id)), people: data.people, part: "addition" }), isInDoubt(answered));
}
