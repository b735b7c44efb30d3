/** What the money pays for: a line for each, which is so many times so much. */
import type { BudgetLine } from "../../generated/plan.ts";
import { addMoneyLine, dropMoneyLine, lastBudget, type MoneyLine, sayMoneyLine } from "../plan/edits-money.ts";
import { inPounds, penceOf } from "../plan/money.ts";
import { line } from "../record/text.ts";
import { goalNow, openGoals } from "../plan/taken.ts";
import { button, make, one } from "../page/dom.ts";
import { done, unfold } from "./block.ts";
import type { Desk } from "./desk.ts";
import { taken, typedIn, watchDraft } from "./drafts.ts";
import { noRoom, select, wordsField } from "./fields.ts";
import { faultAt, figureField, figureIn, lineField } from "./figure-field.ts";
import { noteMoney, showUnsigned } from "./money-live.ts";
import { goalOfLine, type InMoney, lineAbout, pounds, stillWords, timesWords, unitOf, wrongSum } from "./money-words.ts";
import { apart, inLine, own } from "./words.ts";

const HELD = ["direct_payment", "notional", "third_party", "not_said"] as const;
const NAMES = ["what", "goal", "each", "times", "often", "supplier", "held"] as const;
type Name = (typeof NAMES)[number];
const MOST_LINE = 300;

/** How many times: a whole number, and not none. */
function timesOf(typed: string): number | null {
  const times = /^[0-9]{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  return times >= 1 && times <= 10_000 ? times : null;
}

export function moneyLines(desk: Desk): HTMLElement[] {
  const { open, say } = desk;
  const lines = lastBudget(open.plan)?.lines ?? [];
  const rows = lines.map((each) => make("li", { class: "money-line" }, ...(desk.unfolded.has(`money-${each.id}`) ? lineOpen(desk, each) : lineShut(desk, each))));
  return [
    make("h4", {}, say("money.lines")),
    ...(rows.length > 0 ? [make("ul", { class: "money-lines" }, ...rows)] : []),
    ...(lines.length === 0 || desk.unfolded.has("money-new") ? newLine(desk) : [make("p", {}, unfold(desk, "money-new", say("money.line_more"), "f-money-new-what"))]),
  ];
}

function lineShut(desk: Desk, line: BudgetLine): HTMLElement[] {
  const { open, say } = desk;
  const change = unfold(desk, `money-${line.id}`, say("change"), `f-money-${line.id}-what`);
  change.setAttribute("aria-label", say("money.change_of", { words: line.what }));
  const out = button(say("out"), { class: "link", "aria-label": say("out_of", { words: line.what }) }, () => {
    const wasSigned = Boolean(lastBudget(desk.open.plan)?.signed_by);
    desk.show(dropMoneyLine(desk.open, line.id), "money-fold");
    if (wasSigned) showUnsigned(desk);
  });
  const about = inLine([goalOfLine(line, open.plan) ? say("money.for_goal", { words: goalOfLine(line, open.plan) }) : "", lineAbout(line, say)], say);
  return [
    make("p", { class: "plan-words" }, own(line.what)),
    make("p", { class: "money-together" }, pounds(line.each * line.times, inBudget(desk), say)),
    make("p", { class: "plan-about" }, own(timesWords(line, inBudget(desk), say)), ...(about ? [make("br"), own(about)] : [])),
    make("p", { class: "plan-about" }, ...apart(change, out)),
  ];
}

/** Each field of a line that is there is taken when it is left. */
function lineOpen(desk: Desk, line: BudgetLine): HTMLElement[] {
  const { say } = desk;
  const set = (said: Partial<MoneyLine>): boolean => noteMoney(desk, sayMoneyLine(desk.open, line.id, said));
  const now = (): BudgetLine | undefined => lastBudget(desk.open.plan)?.lines?.find(({ id }) => id === line.id);
  const words = (name: "what" | "often" | "supplier"): HTMLElement => wordsField({ id: fieldId(line.id, name), label: say(`money.${name}`), value: line[name] ?? "", isLine: true, set: (typed) => set({ [name]: typed }) });
  const figure = (name: "each" | "times"): HTMLElement =>
    figureField({
      ...figureOf(desk, name), id: fieldId(line.id, name), still: () => stillOf(name, now()), value: name === "each" ? inPounds(line.each) : `${line.times}`, isNeeded: true,
      set: (value) => value !== null && (set({ [name]: value }), now()?.[name] === value),
    });
  const stillOf = (name: "each" | "times", at: BudgetLine | undefined): string => (at === undefined ? "" : name === "each" ? stillWords(at.each, inBudget(desk), say) : say("money.still_times", { times: at.times }));
  return [
    words("what"),
    make("p", { class: "money-together", "data-line-sum": line.id }, pounds(line.each * line.times, inBudget(desk), say)),
    make(
      "div",
      { class: "money-fields" },
      make("div", { class: "plan-three" }, figure("each"), figure("times"), words("often")),
      make("div", { class: "plan-three" }, goalSelect(desk, line.id, goalNow(desk.open.plan, line.goal) ?? "", (goal) => set({ goal })), words("supplier"), heldSelect(desk, line.id, line.held ?? "not_said", (held) => set({ held }))),
      done(desk, `money-${line.id}`),
    ),
  ];
}

/** A new line is taken when it is added: without its figures it is none. */
function newLine(desk: Desk): HTMLElement[] {
  const { say } = desk;
  const lines = (name: "what" | "often" | "supplier"): HTMLElement => lineField({ id: fieldId("new", name), label: say(`money.${name}`), most: MOST_LINE });
  const figure = (name: "each" | "times"): HTMLElement => figureField({ ...figureOf(desk, name), id: fieldId("new", name), value: "" });
  const chosen = [goalSelect(desk, "new", "", () => undefined), heldSelect(desk, "new", "", () => undefined)] as const;
  for (const field of chosen) watchDraft(field.querySelector("select") as HTMLSelectElement);
  const add = button(say("money.add"), { class: "button secondary", "data-money-add": "" }, () => addTyped(desk, add));
  return [
    make(
      "div",
      { class: "money-new" },
      make("div", { class: "plan-three" }, lines("what"), figure("each"), figure("times")),
      make("div", { class: "plan-two" }, lines("often"), chosen[0], lines("supplier"), chosen[1]),
      add,
    ),
  ];
}

function addTyped(desk: Desk, press: HTMLElement): void {
  const { say } = desk;
  const typed = (name: Name): string => line(typedIn(fieldId("new", name)));
  if (typed("what") === "") return faultAt(fieldId("new", "what"), say("money.wrong_what"));
  const each = figureIn(fieldId("new", "each"), (sum) => penceOf(sum, inBudget(desk).currency), wrongSum(inBudget(desk), say));
  if (each === null) return;
  const times = figureIn(fieldId("new", "times"), timesOf, () => say("money.wrong_times"));
  if (times === null) return;
  const held = HELD.find((name) => name === typed("held")) ?? "not_said";
  const wasSigned = Boolean(lastBudget(desk.open.plan)?.signed_by);
  const next = addMoneyLine(desk.open, { what: typed("what"), goal: typed("goal") || null, each, times, often: typed("often"), supplier: typed("supplier"), held });
  if (next === desk.open) return noRoom(desk, press);
  for (const name of NAMES) {
    const field = one<HTMLInputElement | HTMLSelectElement>(`#${fieldId("new", name)}`);
    if (field) taken(field);
  }
  desk.unfolded.add("money-new");
  desk.show(next, fieldId("new", "what"));
  if (wasSigned) showUnsigned(desk);
}

/** In whose currency all lines are. */
function inBudget({ open }: Desk): InMoney {
  return lastBudget(open.plan) ?? {};
}

function figureOf(desk: Desk, name: "each" | "times") {
  const { say } = desk;
  const budget = inBudget(desk);
  const full = say("note.full_entry");
  return name === "each"
    ? { label: say("money.each", { unit: unitOf(budget, say) }), wrong: wrongSum(budget, say), full, read: (typed: string) => penceOf(typed, budget.currency) }
    : { label: say("money.times"), wrong: () => say("money.wrong_times"), full, read: timesOf };
}

function goalSelect(desk: Desk, key: string, chosen: string, set: (goal: string | null) => void): HTMLElement {
  const { open: { plan }, say } = desk;
  // A goal that a line names stays to be read, also when it is not open any more.
  const goals = (plan.goals ?? []).filter((goal) => openGoals(plan).includes(goal) || goal.id === chosen);
  return select({ id: fieldId(key, "goal"), label: say("money.goal"), none: say("money.goal_none"), chosen, choices: goals.map(({ id, said }) => ({ value: id, words: said.words })), set: (value) => set(value || null) });
}

function heldSelect({ say }: Desk, key: string, chosen: string, set: (held: (typeof HELD)[number]) => void): HTMLElement {
  return select({ id: fieldId(key, "held"), label: say("money.held"), none: say("money.held_not_said"), chosen: chosen === "not_said" ? "" : chosen, choices: HELD.slice(0, 3).map((value) => ({ value, words: say(`money.held_${value}`) })), set: (value) => set(HELD.find((name) => name === value) ?? "not_said") });
}

function fieldId(key: string, name: Name): string {
  return `f-money-${key}-${name}`;
}
