/** Goals and actions, as changes of a plan; `open-plan.ts` says what holds for all of them. */
import type { Action, Answered, Asked, Did, Goal, Looked, Plan, Rated } from "../../generated/plan.ts";
import { line } from "../record/text.ts";
import { type Both, entryIn, withEntry } from "./edits.ts";
import { isTaken, openGoals } from "./taken.ts";
import { changed, isOwnVoice, loose, type Open, randomHex, saying, speakerAt, voiceAt, withLast } from "./open-plan.ts";

type AnswersIn = Pick<Asked, "answered">;

export interface NewWords {
  words: string;
  /** Whose words they are; the person's own if they are there, unless it says otherwise. */
  by?: string;
  /** The aid's example that they are taken from. */
  example?: string | null;
}

/** Something the person wants to be able to do; what somebody else says is theirs once they have said so. */
export function addGoal(open: Open, { words, by = speakerAt(open), example = null }: NewWords, of: Pick<Goal, "decision" | "conditions"> = {}): Open {
  const said = saying(open, words, by, example);
  if (said === null) return open;
  const goal: Goal = { id: `g-${randomHex(4)}`, said, mine: isOwnVoice(open.plan, by) ? "said" : "not_asked", ...of };
  return changed(open, { goals: [...(open.plan.goals ?? []), goal] });
}

/** Say a goal in other words: a goal that stands is replaced by a new one, and stays to be read. */
export function sayGoal(open: Open, id: string, { words, by = speakerAt(open), example = null }: NewWords): Open {
  const found = entryIn(open, "goals", id);
  const said = saying(open, words, by, example);
  if (found === null || said === null) return open;
  const mine = isOwnVoice(open.plan, by) ? "said" : "not_asked";
  // What the person has taken, nobody else says anew.
  if (mine !== "said" && isTaken(found.now)) return open;
  if (found.before === null) return withEntry(open, "goals", id, { said, mine });
  const { conditions = [], decision = null, need = null } = found.now;
  const goal: Goal = { id: `g-${randomHex(4)}`, said, mine, conditions, decision, need, replaces: id };
  return changed(open, { goals: [...(open.plan.goals ?? []), goal] });
}

/** What the person, who is there, says to what was suggested, or that they are asked anew; an answer that stands is not turned round. */
export function answer(open: Open, name: "goals" | "actions", id: string, mine: "accepted" | "declined" | "not_asked"): Open {
  const found = entryIn(open, name, id);
  if (found === null || voiceAt(open) === "" || (found.now.mine ?? "said") === "said") return open;
  if (found.before !== null && found.before.mine !== "not_asked") return open;
  return withEntry(open, name, id, { mine, answered: answeredNow(open, found, mine === "accepted" ? "yes" : mine === "declined" ? "no" : null) });
}

/** The person's answers with that of this visit, which can be put right until it stands; null: they are asked anew. */
export function answeredNow(open: Open, { before, now }: Both<AnswersIn>, answer: Answered["answer"] | null): Answered[] {
  return withLast(now.answered, before?.answered, answer && { visit: open.visit, by: voiceAt(open), answer });
}

/** What was suggested and the person has just said no to: they can still be asked anew. */
export function declinedNow<Name extends "goals" | "actions">({ held, plan }: Open, name: Name): NonNullable<Plan[Name]>[number][] {
  const stood = (id: string): boolean => ((held[name] ?? []) as Goal[]).some((each) => each.id === id && each.mine === "declined");
  return ((plan[name] ?? []) as NonNullable<Plan[Name]>[number][]).filter(({ id, mine }) => mine === "declined" && !stood(id));
}

/** Take out a goal or an action that does not stand yet, and what leads to it. */
export function takeOut(open: Open, name: "goals" | "actions", id: string): Open {
  const found = entryIn(open, name, id);
  if (found === null || found.before !== null) return open;
  const { actions = [], budgets = [], goals = [] } = open.plan;
  if (name === "actions") return changed(open, { actions: actions.filter((each) => each.id !== id) });
  const left = goals.filter((each) => each.id !== id);
  return changed(open, {
    goals: left.map((goal) => ({ ...goal, pulls_against: (goal.pulls_against ?? []).filter((each) => each !== id) })),
    actions: actions.map((action) => (action.goal === id ? { ...action, goal: null } : action)),
    budgets: budgets.map((budget) => ({ ...budget, lines: (budget.lines ?? []).map((each) => (each.goal === id ? { ...each, goal: null } : each)) })),
  });
}

/** How a goal stands at this visit: by when, where the person is with it, how it went. */
export function lookAtGoal(open: Open, id: string, change: Partial<Omit<Looked, "visit">>): Open {
  const found = entryIn(open, "goals", id);
  if (found === null || open.visit === "") return open;
  const { before, now } = found;
  const status = now.looked?.at(-1)?.status ?? "open";
  const entry: Looked = { status, ...(loose(now.looked, before?.looked) ?? {}), ...change, visit: open.visit };
  return withEntry(open, "goals", id, { looked: withLast(now.looked, before?.looked, entry) });
}

/** How sure the person, who is there, is, or how much it matters, at this visit; null takes it back. */
export function rateGoal(open: Open, id: string, what: "confidence" | "importance", rated: Omit<Rated, "visit"> | null): Open {
  const found = entryIn(open, "goals", id);
  if (found === null || voiceAt(open) === "") return open;
  const entry = rated && { ...rated, visit: open.visit };
  return withEntry(open, "goals", id, { [what]: withLast(found.now[what], found.before?.[what], entry) });
}

/** What is said of a goal once; what stands there stays. */
export function sayOfGoal(open: Open, id: string, what: "why" | "helps" | "gets_in_the_way" | "pull_words", words: string, by?: string): Open {
  const found = entryIn(open, "goals", id);
  if (found === null || open.visit === "" || found.before?.[what]) return open;
  return withEntry(open, "goals", id, { [what]: saying(open, words, by) });
}

/** Mark two goals as pulling against one another, as the person says; what stands stays marked. */
export function sayPull(open: Open, id: string, other: string, isPulling: boolean): Open {
  const found = entryIn(open, "goals", id);
  if (found === null || open.visit === "" || (isPulling && voiceAt(open) === "") || (!isPulling && found.before?.pulls_against?.includes(other))) return open;
  const others = (found.now.pulls_against ?? []).filter((each) => each !== other);
  return withEntry(open, "goals", id, { pulls_against: isPulling ? [...others, other] : others });
}

/** Something that somebody does. */
export function addAction(open: Open, { words, by = speakerAt(open), example = null }: NewWords, of: Partial<Pick<Action, "goal" | "decision" | "kind">> = {}): Open {
  const said = saying(open, words, by, example);
  if (said === null) return open;
  const mine = isOwnVoice(open.plan, by) ? "said" : "not_asked";
  const action: Action = { id: `a-${randomHex(4)}`, said, mine, ...of };
  return changed(open, { actions: [...(open.plan.actions ?? []), action] });
}

/** Say for which open goal an action is, or for none: what was not said can be said, and what stands stays. */
export function linkAction(open: Open, id: string, goal: string | null): Open {
  const found = entryIn(open, "actions", id);
  if (found === null || open.visit === "" || found.before?.goal) return open;
  return goal === null || openGoals(open.plan).some((each) => each.id === goal) ? withEntry(open, "actions", id, { goal }) : open;
}

/** Put the words of an action right while they do not stand. */
export function sayAction(open: Open, id: string, words: string): Open {
  const found = entryIn(open, "actions", id);
  const said = found && saying(open, words, found.now.said.by, found.now.said.example ?? null);
  return found === null || !said || found.before !== null ? open : withEntry(open, "actions", id, { said });
}

/** How an action stands at this visit: who does it, when, how it went. */
export function doAction(open: Open, id: string, change: Partial<Omit<Did, "visit">>): Open {
  const found = entryIn(open, "actions", id);
  if (found === null || open.visit === "") return open;
  const { before, now } = found;
  const status = now.did?.at(-1)?.status ?? "planned";
  const entry: Did = { status, ...(loose(now.did, before?.did) ?? {}), ...change, visit: open.visit };
  return withEntry(open, "actions", id, { did: withLast(now.did, before?.did, entry) });
}

/** Ask somebody else for it, in the person's words; an answer of the person's that stands is not turned round. */
export function askFor(open: Open, id: string, { to, reason, agreed }: { to: string; reason: string; agreed: NonNullable<Asked["agreed"]> }): Open {
  const found = entryIn(open, "actions", id);
  if (found === null || open.visit === "" || (agreed !== "not_asked" && voiceAt(open) === "")) return open;
  const stands = found.before?.asked ?? null;
  if (stands && (stands.agreed ?? "not_asked") !== "not_asked") return open;
  const answered = answeredNow(open, { now: found.now.asked ?? {}, before: stands }, agreed === "not_asked" ? null : agreed);
  const asked: Asked = { ...(stands ?? { to: line(to), reason: saying(open, reason) }), agreed, answered };
  return asked.to === "" ? open : withEntry(open, "actions", id, { asked });
}
