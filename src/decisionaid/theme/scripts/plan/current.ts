/** Which words of a plan hold now: nobody has said anything in their place. The same as `plan/current.py`. */
import type { Need, Plan, Said, Visit } from "../../generated/plan.ts";
import { OWN_TIME, aloneAt, hasKnown, isMet, visitsInOrder } from "./visits.ts";

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

/**
 * What is hard in the words that were said last of each subject, and all that was ticked without words.
 *
 * A tick carries no day, so none takes the place of another; "something else" is no subject. What is to be talked about
 * first stays so in the later words.
 */
export function needsNow(plan: Plan): Need[] {
  const later = needsLater(plan);
  const first = new Set((plan.needs ?? []).filter((each) => each.first).map(({ id }) => later.get(id) ?? id));
  return (plan.needs ?? []).filter(({ id }) => !later.has(id)).map((each) => ({ ...each, first: first.has(each.id) }));
}

/** The ids of the needs in whose place later words of the same subject stand, each with the id of those. */
export function needsLater(plan: Plan): ReadonlyMap<string, string> {
  const worded = (plan.needs ?? []).flatMap(({ about, condition = null, id, said }) => (said && about !== "other" ? [{ id, said, subject: `${about} ${condition}` }] : []));
  return new Map(worded.flatMap(({ id, said, subject }): [string, string][] => {
    const same = worded.filter((each) => each.subject === subject);
    const held = notesNow(plan, same.map((each) => each.said));
    const last = same.filter((each) => each.said === held.at(-1)).at(-1);
    return held.includes(said) || !last ? [] : [[id, last.id]];
  }));
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
  const alone = aloneAt(plan);
  return signs.filter((each) => alone.has(each.visit) && (order.get(each.visit) ?? 0) > talked(each));
}

/** A warning sign that was ticked, and what was said of it last when a professional was met. */
export interface Answered {
  readonly sign: Said;
  readonly said: Said;
}

/**
 * The warning signs of which something was said, and what that was last; oldest first, and none twice.
 *
 * One that was ticked again since then, and of which nothing was said, waits as well: `signsTicked` has it.
 */
export function signsAnswered(plan: Plan): Answered[] {
  const order = new Map(visitsInOrder(plan).map(({ id }, place): [string, number] => [id, place]));
  const at = ({ visit }: Said): number => order.get(visit) ?? 0;
  const alone = aloneAt(plan);
  const met = new Set((plan.visits ?? []).filter((visit) => isMet(plan, visit)).map(({ id }) => id));
  const signs = (plan.about_me ?? []).flatMap(({ said }) => said).filter(isSign).sort((one, other) => at(one) - at(other));
  const last = new Map(signs.filter(({ visit }) => met.has(visit)).map((each) => [each.example, each]));
  const answered = [...last.values()].flatMap((said) => {
    const sign = signs.filter((each) => each.example === said.example && alone.has(each.visit) && at(each) <= at(said)).at(-1);
    return sign ? [{ sign, said }] : [];
  });
  return answered.sort((one, other) => at(one.said) - at(other.said));
}
