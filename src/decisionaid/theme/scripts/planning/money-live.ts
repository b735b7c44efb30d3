/** What changes on the page with each sum, without drawing the fields anew that somebody is in. */
import type { Open } from "../plan/open-plan.ts";
import { lastBudget } from "../plan/edits-money.ts";
import { apartIn } from "../plan/snapshots.ts";
import { all, make, one } from "../page/dom.ts";
import { whenReleased } from "../page/pressed.ts";
import type { Desk } from "./desk.ts";
import { budgetLines, pounds, sumWords } from "./money-words.ts";
import { own } from "./words.ts";

/** Take a change of the money; whether it was one. */
export function noteMoney(desk: Desk, next: Open): boolean {
  const wasSigned = Boolean(lastBudget(desk.open.plan)?.signed_by);
  const isTaken = desk.note(next);
  whenReleased(() => {
    refreshMoney(desk);
    if (isTaken && wasSigned && !lastBudget(desk.open.plan)?.signed_by) showUnsigned(desk);
  });
  return isTaken;
}

/** In the summary of the fold: how it stands, and what it comes to. */
export function foldWords({ open: { plan }, say }: Desk): string {
  const budget = lastBudget(plan);
  // Of two that copies wrote apart neither holds yet.
  if (apartIn(plan).includes("budgets")) return say("money.apart");
  return budget === null ? say("money.few") : say("next", { a: say(`money.state_${budget.state}`), b: sumWords(budget, say).at(-1) ?? "" });
}

export function sumLines({ open: { plan }, say }: Desk): HTMLElement[] {
  const budget = lastBudget(plan);
  return budget === null ? [] : sumWords(budget, say).map((words) => make("p", {}, words));
}

/** What is said of the money today, beside last time. */
export function todayLines(desk: Desk): HTMLElement[] {
  const budget = lastBudget(desk.open.plan);
  if (budget?.visit !== desk.open.visit) return [make("p", { class: "plan-about" }, desk.say("money.today_none"))];
  return budgetLines(budget, desk).map((words) => make("p", { class: "plan-about" }, own(words)));
}

function refreshMoney(desk: Desk): void {
  one("#money-sum")?.replaceChildren(...sumLines(desk));
  one("#money-today")?.replaceChildren(...todayLines(desk));
  const words = one("#money-fold > span");
  if (words) words.textContent = foldWords(desk);
  const budget = lastBudget(desk.open.plan);
  const refused = one("#money-refused");
  if (refused) refused.hidden = budget?.state !== "refused";
  for (const place of all("[data-line-sum]")) {
    const line = budget?.lines?.find(({ id }) => id === place.dataset["lineSum"]);
    if (budget && line) place.textContent = pounds(line.each * line.times, budget, desk.say);
  }
}

/** Another sum than was signed for is not signed: the fields say so, whoever is in one of them. */
export function showUnsigned({ open: { plan }, say }: Desk): void {
  const budget = lastBudget(plan);
  const put = (id: string, value: string): void => {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  };
  put("f-money-state", budget?.state ?? "");
  put("f-money-signed", "");
  put("f-money-signed-on", "");
  one("#money-unsigned")?.replaceChildren(say("money.unsigned"));
}
