/** Money for the goals of a plan: closed and small for the many who have none. */
import type { Budget } from "../../generated/plan.ts";
import { addNotFunded, beginBudget, dropBudget, dropNotFunded, lastBudget, looseBudget, MOST_WHAT, MOST_WHY, sayBudget, sayOfMoney } from "../plan/edits-money.ts";
import { PROFESSIONALS } from "../plan/faults.ts";
import { inPounds, penceOf } from "../plan/money.ts";
import { line } from "../record/text.ts";
import { button, make, one } from "../page/dom.ts";
import { budgetsApart } from "./apart-box.ts";
import { fold } from "./block.ts";
import type { Desk } from "./desk.ts";
import { taken, typedIn } from "./drafts.ts";
import { noRoom, select, timeField, whoField, wordsField } from "./fields.ts";
import { faultAt, figureField, lineField } from "./figure-field.ts";
import { moneyLines } from "./fold-money-lines.ts";
import { foldWords, noteMoney, sumLines } from "./money-live.ts";
import { stillWords, unitOf, wrongSum } from "./money-words.ts";
import { day, own } from "./words.ts";
import { missingAt } from "./missing.ts";

const STATES = ["indicative", "proposed", "agreed", "refused", "ended"] as const;

export function moneyFold(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const budget = lastBudget(open.plan);
  const two = budgetsApart(desk);
  const parts = budget === null ? beginning(desk) : two.length > 0 ? two : moneyParts(desk, budget);
  return fold(desk, "money", say("money"), foldWords(desk), ...parts);
}

function moneyParts(desk: Desk, budget: Budget): HTMLElement[] {
  const { open, say } = desk;
  const out = button(say("money.drop"), { class: "link" }, () => desk.show(dropBudget(desk.open), "money-fold"));
  const on = open.plan.visits?.find(({ id }) => id === budget.visit)?.on ?? "";
  return [
    ...(looseBudget(open) === null ? [make("p", { class: "hint" }, say("money.stands", { date: day(on, say) }))] : []),
    make("div", { class: "plan-two" }, stateField(desk, budget.state, (state) => noteMoney(desk, sayBudget(desk.open, { state }))), amountField(desk, "amount", budget)),
    make("div", { class: "plan-two" }, dayField(desk, "start", budget.start), dayField(desk, "end", budget.end)),
    wordsField({ id: "f-money-needs", label: say("money.needs"), value: budget.needs?.words ?? "", set: (words) => noteMoney(desk, sayOfMoney(desk.open, "needs", words)) }),
    ...moneyLines(desk),
    amountField(desk, "set_aside", budget),
    make("div", { class: "money-sum", id: "money-sum", role: "status" }, ...sumLines(desk)),
    ...notCovered(desk, budget),
    wordsField({ id: "f-money-risks", label: say("money.risks"), value: budget.risks?.words ?? "", set: (words) => noteMoney(desk, sayOfMoney(desk.open, "risks", words)) }),
    make("div", { class: "plan-two" }, person(desk, "helper", budget.helper), person(desk, "coordinator", budget.coordinator)),
    ...signed(desk, budget),
    make(
      "div",
      { class: "plan-two" },
      lineOf(desk, "appeal", budget.appeal),
      timeField(desk, { id: "f-money-review", label: say("money.review"), when: budget.review ?? null, set: (review) => noteMoney(desk, sayBudget(desk.open, { review })) }),
    ),
    ...(looseBudget(open) === null ? [] : [make("p", {}, out)]),
  ];
}

/** Nothing is begun before somebody has said how it stands. */
function beginning(desk: Desk): HTMLElement[] {
  const { say } = desk;
  const field = stateField(desk, "", () => undefined);
  const begin = button(say("money.begin"), { class: "button secondary", "data-money-begin": "" }, () => {
    const state = STATES.find((each) => each === typedIn("f-money-state"));
    if (!state) return missingAt("f-money-state", say("missing.choice"));
    const next = beginBudget(desk.open, state, desk.nearby.currency);
    if (next === desk.open) return noRoom(desk, begin);
    desk.show(next, "f-money-amount");
  });
  return [make("p", { class: "hint" }, say("money.what_it_is")), field, make("p", {}, begin)];
}

function stateField({ say }: Desk, chosen: string, set: (state: Budget["state"]) => void): HTMLElement {
  const choices = STATES.map((value) => ({ value, words: say(`money.state_${value}`) }));
  return select({
    id: "f-money-state", label: say("money.state"), none: say("begin.role_none"), chosen, choices,
    set: (value) => {
      const state = STATES.find((each) => each === value);
      if (state) set(state);
    },
  });
}

function amountField(desk: Desk, name: "amount" | "set_aside", budget: Budget): HTMLElement {
  const { say } = desk;
  const pence = budget[name];
  const none = name === "amount" ? null : 0;
  return figureField({
    id: name === "amount" ? "f-money-amount" : "f-money-aside", label: say(`money.${name}`, { unit: unitOf(budget, say) }), hint: say(`money.${name}_hint`), wrong: wrongSum(budget, say), full: say("note.full_entry"),
    still: () => stillWords(lastBudget(desk.open.plan)?.[name] ?? none, budget, say),
    value: (pence ?? none) === none ? "" : inPounds(pence ?? 0), read: (typed) => penceOf(typed, budget.currency),
    set: (figure) => {
      noteMoney(desk, sayBudget(desk.open, name === "amount" ? { amount: figure } : { set_aside: figure ?? 0 }));
      return (lastBudget(desk.open.plan)?.[name] ?? none) === (figure ?? none);
    },
  });
}

function dayField(desk: Desk, name: "start" | "end", on: string | null | undefined): HTMLElement {
  return dateField(`f-money-${name}`, desk.say(`money.${name}`), on ?? "", (value) => noteMoney(desk, sayBudget(desk.open, { [name]: value || null })));
}

function dateField(id: string, label: string, value: string, set: (on: string) => void): HTMLElement {
  const field = make("input", { type: "date", id, max: "9999-12-30" });
  field.value = value;
  field.addEventListener("change", () => set(field.value));
  return make("p", { class: "plan-field" }, make("label", { for: id }, label), field);
}

function lineOf(desk: Desk, name: "appeal" | "conditions" | "why_refused", value: string | undefined): HTMLElement {
  return wordsField({ id: `f-money-${name}`, label: desk.say(`money.${name}`), value: value ?? "", isLine: true, set: (words) => noteMoney(desk, sayBudget(desk.open, { [name]: words })) });
}

function person(desk: Desk, name: "helper" | "coordinator", who: string | null | undefined): HTMLElement {
  return whoField(desk, { id: `f-money-${name}`, label: desk.say(`money.${name}`), who: who ?? "", set: (at, id) => sayBudget(at, { [name]: id }) });
}

/** Each with its reason: that nobody gave one is to be written too. */
function notCovered(desk: Desk, budget: Budget): HTMLElement[] {
  const { say } = desk;
  const rows = (budget.not_funded ?? []).map((words, at) => {
    const out = button(say("out"), { class: "link", "aria-label": say("out_of", { words }) }, () => desk.show(dropNotFunded(desk.open, at), "f-money-not"));
    return make("li", {}, own(words), " ", out);
  });
  const add = button(say("money.not_add"), { class: "button secondary", "data-not-add": "" }, () => {
    const [what, why] = [line(typedIn("f-money-not")), line(typedIn("f-money-why"))];
    if (what === "" || why === "") return faultAt(what === "" ? "f-money-not" : "f-money-why", say(what === "" ? "money.wrong_not" : "money.wrong_why"));
    const next = addNotFunded(desk.open, what, why);
    if (next === desk.open) return noRoom(desk, add);
    for (const id of ["#f-money-not", "#f-money-why"]) {
      const field = one<HTMLInputElement>(id);
      if (field) taken(field);
    }
    desk.show(next, "f-money-not");
  });
  const refused = make("div", { id: "money-refused" }, lineOf(desk, "why_refused", budget.why_refused));
  refused.hidden = budget.state !== "refused";
  return [
    make("h4", {}, say("money.not")),
    refused,
    ...(rows.length > 0 ? [make("ul", {}, ...rows)] : []),
    make("div", { class: "plan-two" }, lineField({ id: "f-money-not", label: say("money.not_what"), most: MOST_WHAT }), lineField({ id: "f-money-why", label: say("money.not_why"), most: MOST_WHY })),
    make("p", {}, add),
  ];
}

function signed(desk: Desk, budget: Budget): HTMLElement[] {
  const { open, say } = desk;
  const may = open.plan.people.filter(({ role }) => PROFESSIONALS.includes(role)).map(({ id }) => id);
  return [
    make("h4", {}, say("money.sign")),
    make("p", { class: "hint" }, say("money.sign_hint")),
    make("p", { class: "money-unsigned", id: "money-unsigned", role: "status" }),
    make(
      "div",
      { class: "plan-three" },
      whoField(desk, { id: "f-money-signed", label: say("money.signed_by"), who: budget.signed_by ?? "", only: [...may, ...(budget.signed_by ? [budget.signed_by] : [])], role: "professional", set: (at, id) => sayBudget(at, { signed_by: id }) }),
      dateField("f-money-signed-on", say("money.signed_day"), budget.signed_on ?? "", (on) => noteMoney(desk, sayBudget(desk.open, { signed_on: on || null }))),
      lineOf(desk, "conditions", budget.conditions),
    ),
  ];
}
