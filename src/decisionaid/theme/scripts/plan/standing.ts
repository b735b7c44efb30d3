/** How a plan stands: its stage, and which goals and actions are still open. The same as `plan/standing.py`. */
import type { Action, Agreed, Asked, Budget, Did, Goal, Looked, Plan, Said, Visit } from "../../generated/plan.ts";
import { PROFESSIONALS, SAYS_FOR_THEMSELVES } from "./faults.ts";
import { isAsItStood } from "./stood.ts";
import { visitsCounted } from "./visit-id.ts";
import { isAltered } from "./written.ts";

/** `agreed`: the person, there, said at the last visit that this is their plan. `declined`: that it is not. `changed`: it was changed after that. */
export type Stage = "prepared" | "draft" | "declined" | "changed" | "agreed" | "agreed_in_part" | "reviewed";

const OWN_TIME: readonly string[] = ["preparation", "between"];
const ENDED: readonly string[] = ["done", "stopped", "seen", "refused"];
const CLOSED: readonly string[] = ["met", "dropped"];

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
  const number = numberOf(last);
  const isMissed = (visit: Visit): boolean => (visit.on === last?.on ? !hasKnown(visits, visit) : number > 0 && number <= numberOf(visit));
  return visits.filter((visit) => visit === last || (visit.kind !== "preparation" && isMissed(visit)));
}

/** Whether whoever began the last of these visits, which stand in their order, knew another one of its day. */
function hasKnown(visits: readonly Visit[], before: Visit): boolean {
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

/** Why the person said at the last visits that this is not their plan, in their words. */
export function wordsOfNo(plan: Plan): string[] {
  const said = lastVisits(plan).map((visit) => answersAt(plan, visit)).filter(isNo).flat();
  return said.flatMap(({ answer, words = "" }) => (answer === "no" && words ? [words] : []));
}

/** Whether the person's last word at one of the last visits is that this is not their plan; where another copy says otherwise, or was not asked, that is said beside it. */
export function saysNo(plan: Plan): boolean {
  return lastVisits(plan).some((visit) => isNo(answersAt(plan, visit)));
}

/** Whether the person said no at one of the last visits, and the stage does not say so. */
export function isNoOfACopy(plan: Plan): boolean {
  return saysNo(plan) && stageOf(plan) !== "declined";
}

function isNo(answers: readonly Agreed[]): boolean {
  return answers.at(-1)?.answer === "no";
}

function numberOf(visit: Visit | undefined): number {
  return Number(NUMBERED.exec(visit?.id ?? "")?.[1] ?? 0);
}

/**
 * What the person, or who speaks for them, answered at each of the last visits, oldest first, if this is the plan.
 *
 * Nobody was asked about what was changed on the way, and about what the plan did not say when it was answered.
 */
export function answersNow(plan: Plan): Agreed["answer"][][] {
  return lastVisits(plan).map((visit) => {
    const all = answersAt(plan, visit);
    // Of two copies both may have been agreed to, and neither as it is now.
    const held = all.filter((each) => isAgreement(each.answer) && nthOf(plan, each) === nthOf(plan, all.at(-1)));
    const isOutlived = all.length > 0 && (isAltered(plan) || held.some((each) => !isAsItStood(plan, each)));
    return [...all.map(({ answer }) => answer), ...(isOutlived ? (["not_asked"] as const) : [])];
  });
}

/** Which answer of its visit one was in the copy in which it was given. */
function nthOf({ agreed = [] }: Plan, answer: Agreed | undefined): number {
  return answer?.nth ?? agreed.filter(({ visit }) => visit === answer?.visit).indexOf(answer as Agreed);
}

/** The person's own answers, and those of who speaks for them only where they gave none. */
function answersAt(plan: Plan, { id }: Visit): Agreed[] {
  const [voices, me] = [ownVoices(plan), plan.people.find(({ role }) => role === "me")?.id];
  const said = (plan.agreed ?? []).filter(({ by, visit }) => visit === id && voices.has(by));
  const own = said.filter(({ by }) => by === me);
  return own.some(({ answer }) => answer !== "not_asked") ? own : said;
}

/** Whether the person has still to say if this is the plan: it was not asked, was changed since, or two copies differ. */
export function isToBeAsked(plan: Plan): boolean {
  const last = answersNow(plan).map((all) => all.at(-1) ?? "not_asked");
  return last.length === 0 || last.includes("not_asked") || (last.includes("no") && last.some((each) => each !== "no"));
}

/** The ids of those whose words are the person's own. */
export function ownVoices(plan: Plan): ReadonlySet<string> {
  return new Set(plan.people.filter(({ role }) => SAYS_FOR_THEMSELVES.includes(role)).map(({ id }) => id));
}

/** What somebody wrote after the person last agreed makes it a draft again, until the person is asked. */
export function stageOf(plan: Plan): Stage {
  const last = lastVisit(plan);
  if (last === null || (plan.visits ?? []).every(({ kind }) => kind === "preparation")) return "prepared";
  const answers = answersNow(plan);
  const held = answers.map((all) => all.at(-1) ?? "not_asked");
  if (held.includes("no")) return held.every((answer) => answer === "no") ? "declined" : "draft";
  if (held.includes("not_asked")) return answers.some((all) => all.at(-1) === "not_asked" && all.some(isAgreement)) ? "changed" : "draft";
  if (visitHeld(plan)?.kind === "review") return "reviewed";
  return held.includes("partly") ? "agreed_in_part" : "agreed";
}

/** Whether an answer takes the plan, or a part of it, for the person's. */
export function isAgreement(answer: Agreed["answer"]): boolean {
  return answer === "yes" || answer === "partly";
}

/** Whether the person did it alone: nobody was met. */
export function isOwnTime({ kind }: Visit): boolean {
  return OWN_TIME.includes(kind);
}

/** Whether a professional was there; who comes with the person is none, and neither is who nobody named as one. */
export function isMet({ people }: Plan, visit: Visit): boolean {
  return !isOwnTime(visit) && people.some(({ id, role }) => visit.there.includes(id) && PROFESSIONALS.includes(role));
}

/** Whether there was a visit beside what the person did alone. */
export function wasMetWithSomebody(plan: Plan): boolean {
  return (plan.visits ?? []).some(({ kind }) => !OWN_TIME.includes(kind));
}

/**
 * Which of the words under one heading hold: those in whose place nobody has said anything.
 *
 * What was said at a visit takes the place of what was said before it. It takes that of none of another copy of which
 * whoever said it need not have known: then both hold, and somebody chooses. What was prepared takes the place of words
 * from a visit only when somebody has been met since, and of what was prepared before it only when somebody was met
 * between the two: a sheet and the answers from an aid are both brought to one visit.
 */
export function saidNow(plan: Plan, said: readonly Said[]): Said[] {
  return heldOf(plan, said, true);
}

/** The same of a list in which words of one visit stand beside each other, such as what is going well. */
export function notesNow(plan: Plan, said: readonly Said[]): Said[] {
  return heldOf(plan, said, false);
}

function heldOf(plan: Plan, said: readonly Said[], isOne: boolean): Said[] {
  const visits = visitsInOrder(plan);
  const at = ({ visit }: Said): number => visits.findIndex(({ id }) => id === visit);
  const all = [...said].sort((one, other) => at(one) - at(other));
  return all.filter((each, place) => !all.slice(place + 1).some((later) => takesPlace(visits, at(later), at(each), isOne)));
}

/** Whether what was said at a visit takes the place of what was said before; both by their places in the order. */
function takesPlace(visits: readonly Visit[], later: number, before: number, isOne: boolean): boolean {
  const [last, first] = [visits[later], visits[before]];
  if (!last || !first) return false;
  if (later === before) return isOne && !last.apart;
  if (last.kind === "preparation") {
    const isBetween = ({ on }: Visit): boolean => first.on <= on && on <= last.on && first.on !== last.on;
    const between = first.kind === "preparation" ? visits.filter(isBetween) : visits.slice(later + 1);
    return between.some(({ kind }) => !OWN_TIME.includes(kind));
  }
  return first.kind === "preparation" || first.on !== last.on || hasKnown(visits.slice(0, later + 1), first);
}

/** The headings under which words hold that were said apart, so that somebody has to choose; what was prepared stands beside what was said at a visit. */
export function wordingsOf(plan: Plan): NonNullable<Plan["about_me"]>[number]["heading"][] {
  const alone = new Set((plan.visits ?? []).filter(({ kind }) => kind === "preparation").map(({ id }) => id));
  const isTwo = (said: readonly Said[]): boolean => saidNow(plan, said).filter(({ visit }) => !alone.has(visit)).length > 1;
  return ownAboutMe(plan).flatMap(({ heading, said }) => (isTwo(said) ? [heading] : []));
}

/** In the `example` of words that are a warning sign of an aid, which somebody ticked: `aid:red-flags/sign`. */
export const SIGN = ":red-flags/";

export function isSign({ example }: Said): boolean {
  return example?.includes(SIGN) ?? false;
}

/** What holds under each heading: their own words, and the signs with all that was said of them. */
export function aboutMeNow(plan: Plan): NonNullable<Plan["about_me"]> {
  const held = (plan.about_me ?? []).map(({ heading, said }) => ({ heading, said: [...saidNow(plan, said.filter((each) => !isSign(each))), ...said.filter(isSign)] }));
  return held.filter(({ said }) => said.length > 0);
}

/** What was said under each heading in somebody's own words: a ticked sign is for those whom the plan is opened with. */
export function ownAboutMe(plan: Plan): NonNullable<Plan["about_me"]> {
  const own = (plan.about_me ?? []).map(({ heading, said }) => ({ heading, said: said.filter((each) => !isSign(each)) }));
  return own.filter(({ said }) => said.length > 0);
}

/**
 * The warning signs that were ticked, and of which nobody has said anything since.
 *
 * What is said of one has its `example` too, and was said when a professional was met. That this is the plan says nothing of a sign.
 */
export function signsTicked(plan: Plan): Said[] {
  const order = new Map(visitsInOrder(plan).map(({ id }, place): [string, number] => [id, place]));
  const met = new Set((plan.visits ?? []).filter((visit) => isMet(plan, visit)).map(({ id }) => id));
  const signs = (plan.about_me ?? []).flatMap(({ said }) => said).filter(isSign);
  const talked = ({ example }: Said): number => Math.max(-1, ...signs.filter((each) => each.example === example && met.has(each.visit)).map(({ visit }) => order.get(visit) ?? 0));
  const alone = new Set((plan.visits ?? []).filter(isOwnTime).map(({ id }) => id));
  return signs.filter((each) => alone.has(each.visit) && (order.get(each.visit) ?? 0) > talked(each));
}

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

/** Who was named last for an action; null: nobody has been. */
export function whoDoes(action: Action): string | null {
  return [...(action.did ?? [])].reverse().find(({ who }) => who)?.who ?? null;
}
