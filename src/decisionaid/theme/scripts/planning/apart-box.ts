/** What two copies of the plan wrote apart, money or the next review: all of it is shown, and whoever is here says which holds. */
import type { Budget, Review } from "../../generated/plan.ts";
import { holdBudget } from "../plan/edits-money.ts";
import { sayReview } from "../plan/edits.ts";
import type { Open } from "../plan/open-plan.ts";
import { type Apart, heldIn } from "../plan/snapshots.ts";
import { button, make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { noRoom } from "./fields.ts";
import { budgetLines } from "./money-words.ts";
import { day, inLine, own, whenWords, whoWords } from "./words.ts";

/** The budgets of which nobody has said yet which holds; empty: there is one, or none. */
export function budgetsApart(desk: Desk): HTMLElement[] {
  const all = heldIn(desk.open.plan, desk.open.plan.budgets);
  return apartBox(desk, "budgets", all, (each) => budgetLines(each, desk), (each) => holdBudget(desk.open, each), "money-fold");
}

/** The same of the next review. */
export function reviewsApart(desk: Desk): HTMLElement[] {
  const all = heldIn(desk.open.plan, desk.open.plan.reviews);
  const hold = ({ how, lead = null, sooner_if = "", when = null }: Review): Open => sayReview(desk.open, { when, lead, sooner_if, ...(how ? { how } : {}) });
  return apartBox(desk, "reviews", all, (each) => [inLine([whenWords(each.when, desk.say), ...aboutReview(desk, each)], desk.say)], hold, "review-title");
}

/** Who leads it, and what makes it sooner. */
export function aboutReview({ open: { plan }, say }: Desk, { lead, sooner_if: sooner }: Review): string[] {
  return [lead ? say("review.lead_said", { who: whoWords(plan, lead, say) }) : "", sooner ? say("review.sooner_said", { words: sooner }) : ""];
}

function apartBox<Each extends Budget | Review>(desk: Desk, name: Apart, all: readonly Each[], linesOf: (each: Each) => readonly string[], hold: (each: Each) => Open, focus: string): HTMLElement[] {
  const { open, say } = desk;
  if (all.length < 2) return [];
  const rows = all.map((each) => {
    const date = day(open.plan.visits?.find(({ id }) => id === each.visit)?.on ?? "", say);
    const lines = linesOf(each).filter(Boolean);
    const press = button(say("apart.this"), { class: "button secondary", "data-apart": name, "aria-label": say("apart.this_of", { words: inLine([date, ...lines.slice(0, 1)], say) }) }, () => {
      const next = hold(each);
      if (next === desk.open) return noRoom(desk, press);
      desk.show(next, focus);
    });
    return make("li", {}, make("b", {}, date), ...lines.map((words) => make("p", {}, own(words))), ...(open.visit === "" ? [] : [make("p", { class: "plan-tools" }, press)]));
  });
  return [make("div", { class: "note", id: `apart-${name}`, role: "group", "aria-label": say("apart"), tabindex: "-1" }, make("p", {}, say("apart")), make("ul", {}, ...rows))];
}
