/** How far a plan has come: what the person answered at the last visits, and the stage that makes. The same as `plan/standing.py`. */
import type { Agreed, Plan, Visit } from "../../generated/plan.ts";
import { canonicalJson } from "../record/canonical.ts";
import { twoOf } from "./snapshots.ts";
import { isAsItStood, NOT_AGREED_TO } from "./stood.ts";
import { lastVisit, lastVisits, ownVoices, visitHeld, visitsInOrder } from "./visits.ts";
import { compact, isInDoubt } from "./written.ts";

/** `agreed`: the person, there, said at the last visit that this is their plan. `declined`: that it is not. `changed`: it was changed after they agreed, then or before. */
export type Stage = "prepared" | "draft" | "declined" | "changed" | "agreed" | "agreed_in_part" | "reviewed";

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
    // Two that were said to two plans cannot both be for this one, also where nobody can tell what was prepared since.
    const isOne = new Set(held.flatMap(({ stood }) => stood ?? [])).size <= 1;
    const isOutlived = all.length > 0 && (isInDoubt(plan) || !isOne || held.some((each) => !isAsItStood(plan, each)));
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

/** Whether the person has still to say if this is the plan: it was not asked, was changed since, two copies differ, or it is open which of two wordings holds. */
export function isToBeAsked(plan: Plan): boolean {
  const last = answersNow(plan).map((all) => all.at(-1) ?? "not_asked");
  const isSaidNo = last.every((each) => each === "no");
  return last.length === 0 || last.includes("not_asked") || (twoOf(plan).length > 0 && !isSaidNo) || (last.includes("no") && !isSaidNo);
}

/**
 * What somebody wrote after the person last agreed makes it a draft again, until the person is asked.
 *
 * So it is as long as two wordings of one thing are open: a yes to both is to neither.
 */
export function stageOf(plan: Plan): Stage {
  const last = lastVisit(plan);
  if (last === null || (plan.visits ?? []).every(({ kind }) => kind === "preparation")) return "prepared";
  const answers = answersNow(plan);
  const held = answers.map((all) => all.at(-1) ?? "not_asked");
  if (held.includes("no")) return held.every((answer) => answer === "no") ? "declined" : "draft";
  if (held.includes("not_asked")) return isOutlived(plan) || isChangedSince(plan) ? "changed" : "draft";
  if (twoOf(plan).length > 0) return "draft";
  if (visitHeld(plan)?.kind === "review") return "reviewed";
  return held.includes("partly") ? "agreed_in_part" : "agreed";
}

/** Whether what the person agreed to at one of the last visits was changed after that. */
export function isOutlived(plan: Plan): boolean {
  return answersNow(plan).some((all) => all.at(-1) === "not_asked" && all.some(isAgreement));
}

/** The agreement that is the person's last answer of all visits; null: they gave none, or their last one was no. */
export function agreementOf(plan: Plan): Agreed | null {
  const said = visitsInOrder(plan).flatMap((visit) => answersAt(plan, visit)).filter(({ answer }) => answer !== "not_asked");
  const last = said.at(-1);
  return last && isAgreement(last.answer) ? last : null;
}

/** Whether the plan says what it did not when the person last agreed. A visit at which nothing was written changed nothing. */
function isChangedSince(plan: Plan): boolean {
  const yes = agreementOf(plan);
  if (yes === null) return false;
  const order = visitsInOrder(plan);
  const behind = order.slice(order.findIndex(({ id }) => id === yes.visit) + 1).filter(({ kind }) => kind !== "preparation");
  const later = new Set([...behind, ...lastVisits(plan)].map(({ id }) => id).filter((id) => id !== yes.visit));
  const said = canonicalJson(Object.fromEntries(Object.entries(compact(plan)).filter(([name]) => !NOT_AGREED_TO.includes(name))));
  return !isAsItStood(plan, yes) || [...later].some((id) => said.includes(`"visit":${canonicalJson(id)}`));
}

/** Whether an answer takes the plan, or a part of it, for the person's. */
export function isAgreement(answer: Agreed["answer"]): boolean {
  return answer === "yes" || answer === "partly";
}
