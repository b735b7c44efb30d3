/** How the page speaks of money: each sum as it is, nothing worked out but what the lines come to. */
import type { Budget, BudgetLine, Plan } from "../../generated/plan.ts";
import { amountIn, inPounds, leftOf, POUNDS, spent } from "../plan/money.ts";
import { goalNow } from "../plan/taken.ts";
import type { Desk, PlanSay } from "./desk.ts";
import { day, inLine, listed, whenWords, whoWords } from "./words.ts";

/** In whose currency a sum is. */
export type InMoney = Pick<Budget, "currency">;

export function pounds(pence: number, { currency = POUNDS }: InMoney, say: PlanSay): string {
  const amount = inPounds(Math.abs(pence)).replace(/\B(?=(?:\d{3})+\.)/g, ",");
  return currency === POUNDS ? say("money.pounds", { amount }) : say("money.other", { currency, amount });
}

/** What the sums of a budget are in, behind "in". */
export function unitOf({ currency = POUNDS }: InMoney, say: PlanSay): string {
  return currency === POUNDS ? say("money.unit_pounds") : currency;
}

/** What is said where a sum was typed that is none, or that could be two. */
export function wrongSum({ currency = POUNDS }: InMoney, say: PlanSay): (typed: string) => string {
  return (typed) => {
    const found = amountIn(typed, currency);
    if (found === "two_ways") return say("money.wrong_two_ways", { typed: typed.trim(), whole: typed.replace(/[^0-9]/g, "") });
    return found === "other_money" ? say("money.wrong_other_money", { unit: unitOf({ currency }, say) }) : say("money.wrong");
  };
}

/** Which sum counts while what was typed in its place is refused; empty: none does. */
export function stillWords(pence: number | null, budget: InMoney, say: PlanSay): string {
  return pence ? say("money.still", { amount: pounds(pence, budget, say) }) : "";
}

/** What the lines come to, and what is left or over; of money that was refused there is nothing. */
export function sumWords(budget: Budget, say: PlanSay): string[] {
  const { set_aside: aside = 0 } = budget;
  const all = pounds(spent(budget), budget, say);
  return [
    aside > 0 ? say("money.sum_aside", { lines: pounds(spent(budget) - aside, budget, say), aside: pounds(aside, budget, say), all }) : say("money.sum", { all }),
    amountWords(budget, say),
  ];
}

function amountWords(budget: Budget, say: PlanSay): string {
  const { amount = null, state } = budget;
  const left = leftOf(budget);
  if (amount === null || left === null) return say(state === "refused" ? "money.refused" : state === "ended" ? "money.ended_no_amount" : "money.no_amount");
  const sums = { amount: pounds(amount, budget, say), left: pounds(left, budget, say) };
  if (state === "refused") return say("money.refused_amount", sums);
  if (state === "ended") return say(left < 0 ? "money.ended_over" : "money.ended_left", sums);
  return say(left < 0 ? "money.over" : "money.left", sums);
}

/** Whom to ask about it: once it is refused, that is no "if" any more. */
function appealWords({ appeal: words = "", state }: Budget, say: PlanSay): string {
  return words ? say(state === "refused" ? "money.appeal_refused" : "money.appeal_said", { words }) : "";
}

/** So many times so much, and how often in words. */
export function timesWords({ each, often = "", times }: BudgetLine, budget: InMoney, say: PlanSay): string {
  const words = say("money.times_each", { each: pounds(each, budget, say), times });
  return often ? say("next", { a: words, b: often }) : words;
}

/** The words of the goal that a line is for, as they are now; empty: none is named. */
export function goalOfLine({ goal }: BudgetLine, plan: Plan): string {
  return plan.goals?.find(({ id }) => id === goalNow(plan, goal))?.said.words ?? "";
}

/** Of a line what is no sum: who is paid, who holds it. */
export function lineAbout({ held = "not_said", supplier = "" }: BudgetLine, say: PlanSay): string {
  return inLine([supplier, held === "not_said" ? "" : say(`money.held_${held}`)], say);
}

/** From when to when; empty: nothing is said. */
export function periodWords({ end = null, start = null }: Budget, say: PlanSay): string {
  if (start && end) return say("money.from_to", { start: day(start, say), end: day(end, say) });
  return start ? say("money.from", { start: day(start, say) }) : end ? say("money.to", { end: day(end, say) }) : "";
}

/** Who signed, when, and on what conditions. */
export function signedWords({ conditions = "", signed_by: by, signed_on: on, state }: Budget, plan: Plan, say: PlanSay): string[] {
  const who = by ? whoWords(plan, by, say) : "";
  const signed = who === "" ? say(state === "refused" || state === "ended" ? "money.not_signed_over" : "money.not_signed") : on ? say("money.signed_on", { who, date: day(on, say) }) : say("money.signed", { who });
  return [signed, ...(conditions ? [say("money.conditions_said", { words: conditions })] : [])];
}

/** A budget in a few lines, as it is looked at again. */
export function budgetLines(budget: Budget, { open: { plan }, say }: Desk): string[] {
  const { lines = [], not_funded: none = [], review, risks, state, why_refused: why = "" } = budget;
  const appeal = appealWords(budget, say);
  return [
    [say(`money.state_${state}`), periodWords(budget, say)].filter(Boolean).join(". "),
    ...sumWords(budget, say),
    ...lines.map((each) => inLine([each.what, pounds(each.each * each.times, budget, say), timesWords(each, budget, say)], say)),
    ...(state === "refused" && why ? [say("money.why_refused_said", { words: why })] : []),
    ...(none.length > 0 ? [say("money.not_said", { words: listed(none, say) })] : []),
    ...(risks ? [say("own", { words: risks.words })] : []),
    ...signedWords(budget, plan, say),
    ...(appeal ? [appeal] : []),
    ...(review ? [say("money.review_said", { when: whenWords(review, say) })] : []),
  ];
}
