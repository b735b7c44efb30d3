/** What people say in a visit, as changes of a plan; `open-plan.ts` says what holds for all of them. */
import type { Agreed, Became, Copied, Decision, IfWorse, Need, Plan, Review, Said, Shared } from "../../generated/plan.ts";
import { clean, line } from "../record/text.ts";
import { isSign } from "./current.ts";
import { isAgreement } from "./standing.ts";
import { writtenAfter } from "./snapshots.ts";
import { isMet } from "./visits.ts";
import { stoodAt } from "./stood.ts";
import { changed, loose, type Open, randomHex, saying, voiceAt, withLast } from "./open-plan.ts";

/** Lists of words that stand for themselves. */
export type Notes = "going_well" | "strengths" | "questions" | "by_myself" | "learnt";
export type Heading = NonNullable<Plan["about_me"]>[number]["heading"];
type List = "decisions" | "goals" | "actions";

/** An entry of a list by its id, as it is and as it stood. */
export function entryIn<Name extends List>({ held, plan }: Open, name: Name, id: string): Both<NonNullable<Plan[Name]>[number]> | null {
  type Entry = NonNullable<Plan[Name]>[number];
  const find = (all: Plan): Entry | undefined => (all[name] as Entry[] | undefined)?.find((each) => each.id === id);
  const now = find(plan);
  return now === undefined ? null : { now, before: find(held) ?? null };
}

export interface Both<Entry> {
  now: Entry;
  /** Null: it was not there when the plan last stood. */
  before: Entry | null;
}

/** The plan with other parts of one entry. */
export function withEntry<Name extends List>(open: Open, name: Name, id: string, parts: Partial<NonNullable<Plan[Name]>[number]>): Open {
  const all = (open.plan[name] ?? []) as { id: string }[];
  return changed(open, { [name]: all.map((each) => (each.id === id ? { ...each, ...parts } : each)) });
}

/** Say something under a heading; no words take back what was said at this visit. */
export function sayAboutMe(open: Open, heading: Heading, words: string, by?: string): Open {
  const under = ({ about_me: all = [] }: Plan): Said[] => all.find((each) => each.heading === heading)?.said ?? [];
  // A sign stands apart from what is said in somebody's own words.
  const isOwn = (each: Said): boolean => !isSign(each);
  const last = loose(under(open.plan).filter(isOwn), under(open.held).filter(isOwn));
  const entry = saying(open, words, by);
  const said = [...under(open.plan).filter((each) => each !== last), ...(entry ? [entry] : [])];
  const others = (open.plan.about_me ?? []).filter((each) => each.heading !== heading);
  if (open.visit === "") return open;
  const place = (open.plan.about_me ?? []).findIndex((each) => each.heading === heading);
  const all = said.length > 0 ? spliced(others, place < 0 ? others.length : place, 0, { heading, said }) : others;
  return changed(open, { about_me: all });
}

/** What somebody who is there said of a sign when it was talked about; no words take back what was said of it at this visit. */
export function sayOfSign(open: Open, { example }: Said, words: string, by: string): Open {
  const { held, plan, visit } = open;
  const at = plan.visits?.find(({ id }) => id === visit);
  if (!example || !at || !isMet(plan, at) || (line(words) !== "" && !at.there.includes(by))) return open;
  const stood = (held.about_me ?? []).flatMap(({ said }) => said).filter((each) => each.example === example && each.visit === visit).length;
  let seen = 0;
  const about = (plan.about_me ?? []).map(({ heading, said }) => ({ heading, said: said.filter((each) => each.example !== example || each.visit !== visit || ++seen <= stood) }));
  const entry = saying(open, words, by, example);
  const left = changed(open, { about_me: about.filter(({ said }) => said.length > 0) });
  if (entry === null) return left;
  const next = appendAboutMe(left, "also_worth_knowing", entry);
  return next === left ? open : next;
}

/** Words behind all that is said under a heading. */
export function appendAboutMe(open: Open, heading: Heading, said: Said): Open {
  const all = open.plan.about_me ?? [];
  const isThere = all.some((each) => each.heading === heading);
  return changed(open, { about_me: isThere ? all.map((each) => (each.heading === heading ? { heading, said: [...each.said, said] } : each)) : [...all, { heading, said: [said] }] });
}

/** Add a note to a list. */
export function addNote(open: Open, name: Notes, words: string, by?: string): Open {
  const said = saying(open, words, by);
  return said === null ? open : changed(open, { [name]: [...(open.plan[name] ?? []), said] });
}

/** Take out a note that does not stand yet. */
export function dropNote(open: Open, name: Notes, at: number): Open {
  const [all, held] = [open.plan[name] ?? [], open.held[name] ?? []];
  return at < held.length || at >= all.length ? open : changed(open, { [name]: spliced(all, at, 1) });
}

/** Tick what is hard, and say more of it; what stands stays ticked, and so do its words. */
export function sayNeed(open: Open, about: Need["about"], isHard: boolean, words = "", by?: string): Open {
  const [all, held] = [open.plan.needs ?? [], open.held.needs ?? []];
  if (open.visit === "") return open;
  const stands = held.find((each) => each.about === about);
  if (stands?.said || (stands && !isHard)) return open;
  const before = all.find((each) => each.about === about);
  const others = all.filter((each) => each !== before);
  if (!isHard) return before ? changed(open, { needs: others }) : open;
  const need: Need = { ...(before ?? { id: `n-${randomHex(4)}`, about, visit: open.visit }), said: saying(open, words, by) };
  return changed(open, { needs: before ? all.map((each) => (each === before ? need : each)) : [...all, need] });
}

/** A decision to talk about, with the names of all options that were shown. */
export function addDecision(open: Open, decision: Omit<Decision, "id" | "became">): Open {
  const said = { ...decision, question: line(decision.question), shown: (decision.shown ?? []).map((each) => line(each)) };
  return changed(open, { decisions: [...(open.plan.decisions ?? []), { id: `d-${randomHex(4)}`, ...said }] });
}

/** A condition as the person calls it; its id, and the plan with it. */
export function addCondition(open: Open, name: string): Open {
  const said = line(name);
  const isThere = open.plan.conditions?.some((each) => each.name.toLowerCase() === said.toLowerCase());
  if (isThere || said === "") return open;
  return changed(open, { conditions: [...(open.plan.conditions ?? []), { id: `c-${randomHex(4)}`, name: said }] });
}

/** What became of a decision, with the person there; null takes back what was said of it at this visit. */
export function sayBecame(open: Open, id: string, became: Omit<Became, "visit"> | null): Open {
  const found = entryIn(open, "decisions", id);
  if (found === null || voiceAt(open) === "") return open;
  const entry = became && { ...became, visit: open.visit };
  return withEntry(open, "decisions", id, { became: withLast(found.now.became, found.before?.became, entry) });
}

/** What to do when it gets worse. `at`: of the list; one that stands, or none, gives a new one. Without signs it goes. */
export function sayIfWorse(open: Open, at: number, { signs, iDo, call, by }: { signs: string; iDo: string; call: string; by?: string }): Open {
  const [all, held] = [open.plan.if_worse ?? [], open.held.if_worse ?? []];
  const said = saying(open, signs, by);
  const isLoose = at >= held.length && at < all.length;
  if (said === null) return isLoose ? changed(open, { if_worse: spliced(all, at, 1) }) : open;
  const entry: IfWorse = { signs: said, i_do: saying(open, iDo, by), call: line(call) };
  return changed(open, { if_worse: isLoose ? spliced(all, at, 1, entry) : [...all, entry] });
}

/** When it is looked at again, and who sees to it; what is not said anew stays as it was. */
export function sayReview(open: Open, change: Partial<Omit<Review, "visit">>): Open {
  const { held, plan, visit } = open;
  if (visit === "") return open;
  const after = change.after ?? writtenAfter(held, held.reviews, visit);
  const entry: Review = { ...(plan.reviews?.at(-1) ?? {}), ...change, visit, after };
  return changed(open, { reviews: withLast(plan.reviews, held.reviews, entry) });
}

/** Whether somebody who is there says that this is the plan; what they said before it last stood stays. */
export function sayAgreed(open: Open, by: string, answer: Agreed["answer"], words = ""): Open {
  const { held, plan, visit } = open;
  const all = plan.agreed ?? [];
  const at = all.findIndex((each, place) => each.by === by && each.visit === visit && place >= (held.agreed?.length ?? 0));
  // A yes is for the plan that is there.
  const entry: Agreed = { visit, by, answer, words: line(words), ...(isAgreement(answer) ? { stood: stoodAt(plan, visit) } : {}) };
  return visit === "" ? open : changed(open, { agreed: at < 0 ? [...all, entry] : spliced(all, at, 1, entry) });
}

/** Note who was given a copy, and in which form; once for each. */
export function noteCopy(open: Open, to: string, form: Copied["form"]): Open {
  const { plan, visit } = open;
  const all = plan.copies ?? [];
  const isThere = all.some((each) => each.to === to && each.form === form && each.visit === visit);
  return isThere || visit === "" ? open : changed(open, { copies: [...all, { to, form, visit }] });
}

/** With whom which parts may be shared, as the person says, who is there. */
export function sayShared(open: Open, to: string, parts: Shared["parts"], answer: Shared["answer"]): Open {
  const [all, held] = [open.plan.shared ?? [], open.held.shared ?? []];
  const entry: Shared = { with_whom: line(to), parts, answer, visit: open.visit };
  if (voiceAt(open) === "" || entry.with_whom === "") return open;
  const last = loose(all, held);
  const isSame = last !== null && last.with_whom === entry.with_whom && last.parts === parts;
  return changed(open, { shared: isSame ? withLast(all, held, entry) : [...all, entry] });
}

/** What somebody typed as a day or as words; null: neither. */
export function timeOf(on: string, words = ""): { on: string | null; words: string } | null {
  const said = line(clean(words, 600));
  const day = /^\d{4}-\d\d-\d\d$/.test(on) ? on : null;
  return day === null && said === "" ? null : { on: day, words: said };
}

/** A list with some of its entries taken out, and others in their place. */
function spliced<Entry>(list: readonly Entry[], at: number, count: number, ...entries: Entry[]): Entry[] {
  return [...list.slice(0, at), ...entries, ...list.slice(at + count)];
}
