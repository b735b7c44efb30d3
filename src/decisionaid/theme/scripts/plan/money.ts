/** Money in whole pence: what was typed, and sums that are exact. The same as `plan/money.py`; a hundredth of any currency is called a penny here. */
import type { Budget } from "../../generated/plan.ts";
import tables from "../../schema/money.json";
import { fill } from "../record/text.ts";

/** In what money is meant where nobody said so. */
export const POUNDS: Currency = tables.usual as Currency;
export type Currency = NonNullable<Budget["currency"]>;

/**
 * Why there is no amount: it is none; it may be thousands, or three decimals, and nobody knows; it is in another
 * currency.
 */
export type NoAmount = "none" | "two_ways" | "other_money";

/** A million of the larger unit; the same number as in the Python model. */
const MOST = 100_000_000;
const PARTS = /^([£€$]|[A-Za-z]{3})?[ \u00a0]?([0-9](?:[0-9.,'’ \u00a0\u202f]*[0-9])?)[ \u00a0]?([£€$]|[A-Za-z]{3})?$/;
const FIGURE = /^([0-9]{1,7}|[0-9]{1,3}(?:([,.'’ \u00a0\u202f])[0-9]{3})(?:\2[0-9]{3})*)(?:([.,])([0-9]{2}))?$/;
const TWO_WAYS = /^[0-9]{1,3}[.,][0-9]{3}$/;

/**
 * What was typed in whole pence, or why it is no amount.
 *
 * `18`, `18.75`, `18,75`, `£3,185.50`, `3.185,50`, `3 185.50` and `3185.50 GBP` are read. One decimal, or three, is no
 * amount. `3,185` is not read either: it would be a guess.
 */
export function amountIn(typed: string, currency: Currency = POUNDS): number | NoAmount {
  const [, before, figure, behind] = PARTS.exec(typed.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, "")) ?? [];
  if (figure === undefined || (before && behind)) return "none";
  const named = before ?? behind;
  if (named && !isOf(named, currency)) return "other_money";
  if (TWO_WAYS.test(figure)) return "two_ways";
  const [, whole, between, point = "", pence = "0"] = FIGURE.exec(figure) ?? [];
  if (whole === undefined || between === point) return "none";
  const amount = Number(whole.replace(/[^0-9]/g, "")) * 100 + Number(pence);
  return amount <= MOST ? amount : "none";
}

/** Whether a sign or a code names this currency. */
function isOf(named: string, currency: Currency): boolean {
  const signs: { readonly [sign: string]: readonly string[] } = tables.signs;
  return (signs[named] ?? [named.toUpperCase()]).includes(currency);
}

/** What was typed in whole pence; null: it is no amount, or not one that can be told. */
export function penceOf(typed: string, currency: Currency = POUNDS): number | null {
  const found = amountIn(typed, currency);
  return typeof found === "number" ? found : null;
}

/** Pence as a person writes them: `18.75`. */
export function inPounds(pence: number): string {
  const all = Math.abs(pence);
  return `${pence < 0 ? "-" : ""}${Math.floor(all / 100)}.${String(all % 100).padStart(2, "0")}`;
}

/** A sum with its currency: `GBP 18.75`. */
export function inMoney(pence: number, currency: Currency = POUNDS): string {
  return fill(tables.sum, { currency, amount: inPounds(pence) });
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
