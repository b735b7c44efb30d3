/** The money when it is looked at again: last time beside today, and beneath it what changes it. */
import { make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { moneyFold } from "./fold-money.ts";
import { todayLines } from "./money-live.ts";
import { budgetLines } from "./money-words.ts";
import { day, own } from "./words.ts";

export function moneyLook(desk: Desk): HTMLElement[] {
  const { open: { held, plan }, say } = desk;
  const before = held.budgets?.filter(({ visit }) => visit !== desk.open.visit).at(-1);
  if (!before) return [];
  const on = plan.visits?.find(({ id }) => id === before.visit)?.on ?? "";
  const then = budgetLines(before, desk).map((words) => make("p", { class: "plan-about" }, own(words)));
  return [
    make(
      "section",
      { class: "plan-block", "data-wide": "", "aria-labelledby": "look-money" },
      make("h3", { id: "look-money" }, say("money")),
      make(
        "div",
        { class: "look money-then" },
        make("div", { class: "look-then" }, make("h4", {}, say("money.last", { date: day(on, say) })), ...then),
        make("div", { class: "look-today" }, make("h4", {}, say("money.today")), make("div", { id: "money-today" }, ...todayLines(desk))),
      ),
      moneyFold(desk),
    ),
  ];
}
