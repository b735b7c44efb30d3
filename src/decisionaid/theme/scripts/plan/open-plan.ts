/**
 * A plan that is being written, and the one way in which it may change.
 *
 * What a plan held when it was opened, saved, printed or copied stands: it is never changed, and what is said
 * later stands behind it. What was said since then can be put right. A change that would make a plan that the
 * model refuses, one that is too long, or the same plan, is not made: then the very same `Open` comes back.
 */
import type { Agreed, Person, Plan, Said, Visit } from "../../generated/plan.ts";
import validate from "../../generated/plan-validator.js";
import { canonicalJson } from "../record/canonical.ts";
import { clean, line } from "../record/text.ts";
import { faultsIn, SAYS_FOR_THEMSELVES } from "./faults.ts";
import { saysOneThing } from "./reading.ts";
import { isAgreement } from "./standing.ts";
import { ownVoices } from "./visits.ts";
import { stoodAt } from "./stood.ts";
import { dayBehind, visitIdBehind } from "./visit-id.ts";
import { compact, isAltered, MAX_PLAN_BYTES, planText, sealed } from "./written.ts";

/** Characters of words of somebody's own; the same number as in the Python model. */
export const MOST_WORDS = 600;

export interface Open {
  readonly plan: Plan;
  /** The plan as it last stood. */
  readonly held: Plan;
  /** The id of the visit that is open; empty: none is, and nothing can be said. */
  readonly visit: string;
}

/** A plan that came from outside, checked, with no visit open. */
export function openedPlan(plan: Plan): Open {
  return { plan, held: plan, visit: "" };
}

/** A plan in which nothing is said yet. `now`: in UTC to the second. */
export function newPlan(now: string, language: string): Open {
  const people: Plan["people"] = [{ id: "me", role: "me" }];
  return openedPlan(sealed({ format: "decisionaid.plan/1", id: randomHex(16), created: now, updated: now, language, people, crc32: "00000000" }));
}

/** All that is said so far stands from now on. */
export function standing(open: Open): Open {
  return { ...open, held: open.plan };
}

/** Whether something was said since the plan last stood. */
export function isChanged({ held, plan }: Open): boolean {
  return held !== plan;
}

/** The plan with the number and the time of a save; nothing of what it says changes. */
export function saved(open: Open, now: string): Open {
  const plan = sealed({ ...open.plan, rev: (open.plan.rev ?? 1) + 1, updated: now }, isAltered(open.plan));
  return { ...open, plan, held: plan };
}

/** The plan with these parts in the place of its own; `open` itself where that cannot be. */
export function changed(open: Open, parts: Partial<Plan>): Open {
  const next = compact({ ...open.plan, ...parts });
  const data: unknown = parts.agreed ? next : compact({ ...next, agreed: askedAnew(open, next) });
  if (!validate(data) || !saysOneThing(data) || faultsIn(data).length > 0) return open;
  const text = planText(data);
  const isRefused = text === planText(open.plan) || new TextEncoder().encode(text).length > MAX_PLAN_BYTES;
  if (isRefused) return open;
  const { doubtful: _asked, ...asked } = data;
  return { ...open, plan: isAnswer(open, parts) ? sealed(asked) : sealed(data, isAltered(open.plan)) };
}

/** Whether the person says in the open visit if this is their plan: what was changed on the way was looked at by then. */
function isAnswer({ plan, visit }: Open, { agreed = [] }: Partial<Plan>): boolean {
  const last = agreed.at(-1);
  return last !== undefined && last.visit === visit && last.answer !== "not_asked" && isOwnVoice(plan, last.by) && canonicalJson(last) !== canonicalJson(plan.agreed?.at(-1) ?? {});
}

/**
 * What was answered, where another plan than the one that was agreed to at this visit is to be asked about anew.
 *
 * A yes that stands stays to be read, and that nobody was asked since stands behind it.
 */
function askedAnew({ held, plan, visit }: Open, next: Plan): Agreed[] {
  const all = plan.agreed ?? [];
  if (stoodAt(next, visit) === stoodAt(plan, visit)) return all;
  const standing = held.agreed?.length ?? 0;
  return [...ownVoices(plan)].reduce((answers, by) => {
    const at = answers.map((each) => each.by === by && each.visit === visit).lastIndexOf(true);
    const last = answers[at];
    if (!last || !isAgreement(last.answer)) return answers;
    const open: Agreed = { visit, by, answer: "not_asked" };
    return at < standing ? [...answers, open] : answers.map((each, place) => (place === at ? open : each));
  }, all);
}

/** The day of a visit that is begun today. */
export function visitDay({ visits = [] }: Plan, today: string): string {
  return dayBehind(visits, today);
}

/** Begin a visit: who is there, and who types. All that was said before stands. */
export function openVisit(open: Open, visit: Omit<Visit, "id">): Open {
  const { visits = [] } = open.plan;
  // What somebody did at home has the day that stands on it.
  const on = visit.kind === "preparation" ? visit.on : visitDay(open.plan, visit.on);
  const id = visitIdBehind(visits, on, randomHex(4));
  const next = changed(standing(open), { visits: [...visits, { id, ...visit, on }] });
  return isChanged(next) ? { ...next, visit: id } : open;
}

/** Say otherwise who is there, while nobody has a copy of the visit; not without the person what was said with them. */
export function changeVisit(open: Open, change: Partial<Omit<Visit, "id">>): Open {
  const { held, plan, visit } = open;
  if (held.visits?.some(({ id }) => id === visit)) return open;
  const next = changed(open, { visits: (plan.visits ?? []).map((each) => (each.id === visit ? { ...each, ...change } : each)) });
  return voiceAt(open) !== "" && voiceAt(next) === "" && wasSaid(open) ? open : next;
}

/** Whether anything was said in the open visit beside who is there. */
function wasSaid({ held, plan }: Open): boolean {
  const said = (of: Plan): string => planText({ ...of, people: held.people, visits: [] });
  return said(plan) !== said({ ...held, crc32: plan.crc32 });
}

/** Name somebody by what they are to the person; the one who is there already is not named twice. */
export function addPerson(open: Open, role: Person["role"], job = ""): Open {
  const said = line(job);
  if (personAs(open.plan, role, said)) return open;
  return changed(open, { people: [...open.plan.people, { id: `p-${randomHex(4)}`, role, job: said }] });
}

export function personAs({ people }: Plan, role: Person["role"], job = ""): Person | undefined {
  const said = line(job).toLowerCase();
  return people.find((each) => each.role === role && (each.job ?? "").toLowerCase() === said);
}

/** Say what somebody is of whom nobody had said it; what was said of them before stays. */
export function sayRole(open: Open, id: string, role: Person["role"]): Open {
  if (!isOfUnknownRole(open, id)) return open;
  return changed(open, { people: open.plan.people.map((each) => (each.id === id ? { ...each, role } : each)) });
}

/** Whether nobody has said what somebody is in the plan that stands. */
export function isOfUnknownRole({ held, plan }: Open, id: string): boolean {
  return (held.people.find((each) => each.id === id) ?? plan.people.find((each) => each.id === id))?.role === "other";
}

/** The id of the one whose plan it is. */
export function meIn({ people }: Plan): string {
  return people.find(({ role }) => role === "me")?.id ?? "";
}

/** Whether words of this person are the person's own. */
export function isOwnVoice({ people }: Plan, id: string): boolean {
  return SAYS_FOR_THEMSELVES.includes(people.find((each) => each.id === id)?.role ?? "");
}

/** Who is there and can say what is the person's: they, or else who speaks for them; empty: nobody. */
export function voiceAt({ plan, visit }: Open): string {
  const there = plan.visits?.find(({ id }) => id === visit)?.there ?? [];
  const voices = there.filter((id) => isOwnVoice(plan, id));
  return voices.find((id) => id === meIn(plan)) ?? voices[0] ?? "";
}

/** Whose words are typed: the person's where they can be asked, else those of who types. */
export function speakerAt(open: Open): string {
  const { plan, visit } = open;
  return voiceAt(open) || (plan.visits?.find(({ id }) => id === visit)?.typed_by ?? meIn(plan));
}

/** Words as they are said at the open visit; null: nothing is said. */
export function saying(open: Open, words: string, by = speakerAt(open), example: string | null = null): Said | null {
  const { visit } = open;
  const said = clean(clean(words, MOST_WORDS).trim(), MOST_WORDS);
  return said === "" || visit === "" ? null : { words: said, by, visit, ...(example === null ? {} : { example }) };
}

/** A list with an entry as its last: in the place of the last one while that does not stand, else behind it. */
export function withLast<Entry>(list: readonly Entry[] = [], held: readonly Entry[] = [], entry: Entry | null): Entry[] {
  const kept = list.length > held.length ? list.slice(0, -1) : [...list];
  return entry === null ? kept : [...kept, entry];
}

/** The last entry of a list while it can still be put right; null: there is none, or it stands. */
export function loose<Entry>(list: readonly Entry[] = [], held: readonly Entry[] = []): Entry | null {
  return list.length > held.length ? (list.at(-1) ?? null) : null;
}

/** Hex digits by chance, two for each of `bytes`. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (each) => each.toString(16).padStart(2, "0")).join("");
}
