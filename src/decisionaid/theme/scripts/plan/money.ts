/** Money in whole pence: what was typed, and sums that are exact. The same as `plan/money.py`. */
import type { Budget } from "../../generated/plan.ts";

/** A million of the larger unit; the same number as in the Python model. */
const MOST = 100_000_000;
const AMOUNT = /^[£€$]?[ \u00a0]?([0-9]{1,7})(?:[.,]([0-9]{2}))?$/;

/** `18.75`, `18,75`, `£18.75` or `18` in whole pence; null where it is none of these, as with one decimal or three. */
export function penceOf(typed: string): number | null {
  const [, whole, pence = "0"] = AMOUNT.exec(typed.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, "")) ?? [];
  if (whole === undefined) return null;
  const amount = Number(whole) * 100 + Number(pence);
  return amount <= MOST ? amount : null;
}

/** Pence as a person writes them: `18.75`. */
export function inPounds(pence: number): string {
  const all = Math.abs(pence);
  return `${pence < 0 ? "-" : ""}${Math.floor(all / 100)}.${String(all % 100).padStart(2, "0")}`;
}

/** What the lines and what is set aside come to, in pence, exactly: at most 30 lines of ten thousand millions. */
export function spent({ lines = [], set_aside: aside = 0 }: Budget): number {
  return lines.reduce((sum, { each, times }) => sum + each * times, aside);
}

/** What is left of the amount, below zero when the lines come to more; null: not known. */
export function leftOf(budget: Budget): number | null {
  const { amount = null } = budget;
  return amount === null ? null : amount - spent(budget);
}
