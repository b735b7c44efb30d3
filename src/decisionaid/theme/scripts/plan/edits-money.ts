/**
 * Money for the goals of a plan, as changes of it; `open-plan.ts` says what holds for all of them.
 *
 * The last budget holds. One that stands is never changed: what is said of it today is a budget behind it that
 * begins as its copy.
 */
import type { Budget, BudgetLine, Plan } from "../../generated/plan.ts";
import { canonicalJson } from "../record/canonical.ts";
import { line } from "../record/text.ts";
import { type Currency, POUNDS } from "./money.ts";
import { changed, loose, type Open, randomHex, saying, withLast } from "./open-plan.ts";
import { writtenAfter } from "./snapshots.ts";
import { compact } from "./written.ts";

export type MoneyLine = Omit<BudgetLine, "id">;
/** What is said of a budget in one field. */
export type MoneyFields = Partial<Pick<Budget, "state" | "amount" | "start" | "end" | "set_aside" | "helper" | "coordinator" | "signed_by" | "signed_on" | "conditions" | "appeal" | "why_refused" | "review">>;

/** What somebody signs for: with another sum it is not what they signed. */
const SIGNED_FOR = ["amount", "start", "end", "set_aside", "lines"] as const;

/** The budget that holds; null: there is none. */
export function lastBudget({ budgets }: Plan): Budget | null {
  return budgets?.at(-1) ?? null;
}

/** The budget that can still be put right; null: there is none, or it stands. */
export function looseBudget({ held, plan }: Open): Budget | null {
  return loose(plan.budgets, held.budgets);
}

/** Begin one in which nothing is said but how it stands, and in which money. One that can still be put right is not begun twice. */
export function beginBudget(open: Open, state: Budget["state"], currency: Currency = POUNDS): Open {
  if (open.visit === "" || looseBudget(open) !== null) return open;
  return changed(open, { budgets: [...(open.plan.budgets ?? []), { visit: open.visit, after: [open.visit], state, currency }] });
}

/** Take back all that was said of money since the plan last stood. */
export function dropBudget(open: Open): Open {
  return looseBudget(open) === null ? open : changed(open, { budgets: (open.plan.budgets ?? []).slice(0, -1) });
}

/** The plan with another last budget: in the place of one that can be put right, else behind the one that stands. */
function withBudget(open: Open, change: (now: Budget) => Budget): Open {
  const { held, plan, visit } = open;
  const now = lastBudget(plan);
  if (now === null || visit === "") return open;
  const next = unsigned(now, change(now));
  // Saying the same again is no new word on it.
  if (sameAs(plan, now, next)) return open;
  return changed(open, { budgets: withLast(plan.budgets, held.budgets, { ...next, visit, after: writtenAfter(held, held.budgets, visit) }) });
}

/** Say of one of several that copies wrote apart that it holds: it is written anew as it is, behind all of them. */
export function holdBudget(open: Open, budget: Budget): Open {
  const { held, plan, visit } = open;
  const next = { ...budget, visit, after: writtenAfter(held, held.budgets, visit) };
  return visit === "" ? open : changed(open, { budgets: withLast(plan.budgets, held.budgets, next) });
}

function unsigned(now: Budget, next: Budget): Budget {
  const isSigned = Boolean(now.signed_by) && now.signed_by === next.signed_by;
  if (!isSigned || SIGNED_FOR.every((name) => canonicalJson(now[name] ?? null) === canonicalJson(next[name] ?? null))) return next;
  return { ...next, state: next.state === "agreed" ? "proposed" : next.state, signed_by: null, signed_on: null };
}

function sameAs(plan: Plan, one: Budget, other: Budget): boolean {
  const [first, second] = [one, other].map((each) => canonicalJson(compact({ ...plan, budgets: [{ ...each, visit: "", after: [] }] })));
  return first === second;
}

/** Say a field of it; a sum is whole pence, and null takes back what may be open. Another sum than was signed for is not signed. */
export function sayBudget(open: Open, said: MoneyFields): Open {
  const lines = Object.fromEntries((["conditions", "appeal", "why_refused"] as const).flatMap((name) => (said[name] === undefined ? [] : [[name, line(said[name])]])));
  return withBudget(open, (now) => ({ ...now, ...said, ...lines }));
}

/** What it is for, or what could go wrong, in somebody's words; none take them back. */
export function sayOfMoney(open: Open, what: "needs" | "risks", words: string, by?: string): Open {
  return withBudget(open, (now) => {
    const said = saying(open, words, by);
    const before = now[what] ?? null;
    return said !== null && said.words === before?.words && said.by === before.by ? now : { ...now, [what]: said };
  });
}

/** Something that is paid for: so many times so much, in whole pence. */
export function addMoneyLine(open: Open, said: MoneyLine): Open {
  const entry = { id: `m-${randomHex(4)}`, ...inLines(said) };
  return entry.what === "" ? open : withBudget(open, (now) => ({ ...now, lines: [...(now.lines ?? []), entry] }));
}

/** Put a line right. */
export function sayMoneyLine(open: Open, id: string, said: Partial<MoneyLine>): Open {
  if (said.what !== undefined && line(said.what) === "") return open;
  return withBudget(open, (now) => ({ ...now, lines: (now.lines ?? []).map((each) => (each.id === id ? inLines({ ...each, ...said }) : each)) }));
}

export function dropMoneyLine(open: Open, id: string): Open {
  return withBudget(open, (now) => ({ ...now, lines: (now.lines ?? []).filter((each) => each.id !== id) }));
}

function inLines<Entry extends MoneyLine>(said: Entry): Entry {
  return { ...said, what: line(said.what), often: line(said.often ?? ""), supplier: line(said.supplier ?? "") };
}

/** Most characters of what is not covered, and of the reason: both stand in one line. */
export const [MOST_WHAT, MOST_WHY] = [120, 178];

/** What is not covered, and why; without a reason it is not noted. */
export function addNotFunded(open: Open, what: string, why: string): Open {
  const [said, reason] = [line(what, MOST_WHAT), line(why, MOST_WHY)];
  if (said === "" || reason === "") return open;
  return withBudget(open, (now) => ({ ...now, not_funded: [...(now.not_funded ?? []), `${said}: ${reason}`] }));
}

export function dropNotFunded(open: Open, at: number): Open {
  return withBudget(open, (now) => ({ ...now, not_funded: (now.not_funded ?? []).filter((_, place) => place !== at) }));
}
