/** What is still open in a plan: pointed at, never asked for, and no bar to saving or printing it. As `plan/pointers.py`. */
import type { Action, Plan } from "../../generated/plan.ts";
import { spent } from "./money.ts";
import { monthsAfter } from "./place.ts";
import { signsTicked, wordingsOf } from "./current.ts";
import { apartIn } from "./snapshots.ts";
import { isToBeAsked, saysNo, wordsOfNo } from "./standing.ts";
import { askedTo, doubtedGoals, goalNow, isTaken, openActions, openBudget, openGoals, pullsNow, replacedGoals, whoDoes } from "./taken.ts";
import { ownVoices, wasMetWithSomebody } from "./visits.ts";

/** Where the place did not say how long. */
const STALE_MONTHS = 6;
const COMPLETE_UP_TO = "PL14";

export interface Pointer {
  code: string;
  /** The part of the plan, such as `actions/show`. */
  path: string;
  /** The words that it is about, as they stand in the plan. */
  words: string;
  /** The id of somebody it is about. */
  who: string;
  day: string;
}

/** All that is still open on a day (year-month-day), in the order of the page. */
export function pointersOf(plan: Plan, today: string): Pointer[] {
  if (!wasMetWithSomebody(plan)) return [];
  return [
    signs,
    whatMatters,
    wordings,
    doubted,
    nobodyAsked,
    noGoal,
    whoAndWhen,
    requests,
    (each: Plan) => oldServices(each, today),
    absent,
    idleGoals,
    (each: Plan) => review(each, today),
    ifWorse,
    agreement,
    money,
    pulling,
  ].flatMap((check) => check(plan));
}

/** Whether a plan that was talked about has all that ours should have: no pointer up to PL14. */
export function isComplete(plan: Plan, today: string): boolean {
  return wasMetWithSomebody(plan) && pointersOf(plan, today).every(({ code }) => code > COMPLETE_UP_TO);
}

function at(code: string, path: string, words = "", who = "", day = ""): Pointer {
  return { code, path, words, who, day };
}

function signs(plan: Plan): Pointer[] {
  return signsTicked(plan).map(({ by, words }) => at("PL15", "about_me", words, by));
}

function whatMatters(plan: Plan): Pointer[] {
  return plan.about_me?.some(({ heading }) => heading === "most_important") ? [] : [at("PL01", "about_me")];
}

/** Two copies say it in other words, or wrote it anew, and neither knew the other. */
function wordings(plan: Plan): Pointer[] {
  return [...wordingsOf(plan).map((heading) => `about_me/${heading}`), ...apartIn(plan)].map((path) => at("PL17", path));
}

/** A goal was replaced in one copy, and in another one looked at later, or replaced as well. */
function doubted(plan: Plan): Pointer[] {
  return doubtedGoals(plan).map(([{ id, said }]) => at("PL18", `goals/${id}`, said.words));
}

function nobodyAsked(plan: Plan): Pointer[] {
  const replaced = replacedGoals(plan);
  return (["goals", "actions"] as const).flatMap((path) =>
    (plan[path] ?? [])
      .filter(({ id, mine }) => mine === "not_asked" && !(path === "goals" && replaced.has(id)))
      .map(({ id, said }) => at("PL02", `${path}/${id}`, said.words, said.by)),
  );
}

function noGoal(plan: Plan): Pointer[] {
  const waits = (plan.decisions ?? []).some(({ became = [] }) => ["not_yet", "want_more"].includes(became.at(-1)?.state ?? ""));
  return waits || plan.goals?.some(isTaken) ? [] : [at("PL03", "goals")];
}

function whoAndWhen(plan: Plan): Pointer[] {
  const actions = openActions(plan);
  const isNobodys = (action: Action): boolean => whoDoes(action) === null && askedTo(action) === "";
  const goals = openGoals(plan).filter(({ looked = [] }) => !looked.some(({ when }) => when));
  const timeless = actions.filter(({ did = [] }) => !did.some(({ often, when }) => when || often));
  return [
    ...actions.filter(isNobodys).map(({ id, said }) => at("PL04", `actions/${id}`, said.words)),
    ...goals.map(({ id, said }) => at("PL05", `goals/${id}`, said.words)),
    ...timeless.map(({ id, said }) => at("PL05", `actions/${id}`, said.words)),
  ];
}

function requests(plan: Plan): Pointer[] {
  return openActions(plan).flatMap(({ asked, id }) =>
    asked && (asked.agreed ?? "not_asked") === "not_asked" ? [at("PL06", `actions/${id}`, asked.to)] : [],
  );
}

function oldServices(plan: Plan, today: string): Pointer[] {
  return openActions(plan).flatMap(({ id, service }) =>
    service && today > monthsAfter(service.checked, service.stale_after ?? STALE_MONTHS) ? [at("PL07", `actions/${id}`, service.name, "", service.checked)] : [],
  );
}

/** Somebody has a task who was not there when it was given, and nobody tells them. */
function absent(plan: Plan): Pointer[] {
  const voices = ownVoices(plan);
  return openActions(plan).flatMap((action) => {
    const who = whoDoes(action);
    if (who === null || voices.has(who)) return [];
    const { did = [], id, said } = action;
    const isTold = did.some((each) => each.who === who && each.tell);
    return isTold || wasThereFor(plan, action, who) ? [] : [at("PL08", `actions/${id}`, said.words, who)];
  });
}

/** Whether somebody was there when a task was given to them, or when it was spoken of after that. */
export function wasThereFor(plan: Plan, { did = [] }: Action, who: string): boolean {
  const first = did.findIndex((each) => each.who === who);
  return first >= 0 && did.slice(first).some(({ visit }) => plan.visits?.find(({ id }) => id === visit)?.there.includes(who));
}

function idleGoals(plan: Plan): Pointer[] {
  const served = new Set((plan.actions ?? []).filter(isTaken).map(({ goal }) => goalNow(plan, goal)));
  return openGoals(plan).filter(({ id }) => !served.has(id)).map(({ id, said }) => at("PL09", `goals/${id}`, said.words));
}

/** A day that has come is not the next one. */
function review(plan: Plan, today: string): Pointer[] {
  const last = plan.reviews?.at(-1);
  if (!last?.when || (last.when.on ?? "9999") <= today) return [at("PL10", "reviews")];
  return last.lead ? [] : [at("PL11", "reviews")];
}

function ifWorse(plan: Plan): Pointer[] {
  return plan.if_worse?.length ? [] : [at("PL12", "if_worse")];
}

function agreement(plan: Plan): Pointer[] {
  const voices = ownVoices(plan);
  const hasCopy = plan.copies?.some(({ to }) => voices.has(to));
  const asks = isToBeAsked(plan) ? [at("PL13", "agreed")] : [];
  const no = saysNo(plan) ? [at("PL16", "agreed", wordsOfNo(plan)[0] ?? "")] : [];
  return [...asks, ...no, ...(hasCopy ? [] : [at("PL14", "copies")])];
}

/** Of money that was refused or has ended nothing is left to do. */
function money(plan: Plan): Pointer[] {
  const last = openBudget(plan);
  if (last === null || last.state === "refused") return [];
  const { amount = null } = last;
  return [
    ...(amount !== null && spent(last) > amount ? [at("PL20", "budgets")] : []),
    ...(last.state === "agreed" && !last.signed_by ? [at("PL21", "budgets")] : []),
    ...(last.review ? [] : [at("PL22", "budgets")]),
  ];
}

function pulling(plan: Plan): Pointer[] {
  const goals = new Map(openGoals(plan).map((goal) => [goal.id, goal]));
  return [...goals.values()].flatMap((goal) =>
    pullsNow(plan, goal).filter((other) => goals.has(other) && !goal.pull_words && !goals.get(other)?.pull_words).map(() => at("PL30", `goals/${goal.id}`, goal.said.words)),
  );
}
