/** The money on the person's copy, behind the plan, in their words: a side of its own but in large print; nothing where there is none. */
import type { Budget, BudgetLine } from "../../generated/plan.ts";
import { make } from "../page/dom.ts";
import { heldIn } from "../plan/snapshots.ts";
import type { Desk } from "./desk.ts";
import { goalOfLine, lineAbout, periodWords, pounds, signedWords, sumWords } from "./money-words.ts";
import { day, firstWho, own, quotation, whenWords } from "./words.ts";

export function moneyCopy(desk: Desk): HTMLElement[] {
  const { budgets } = desk.open.plan;
  return heldIn(desk.open.plan, budgets).flatMap((budget) => oneBudget(desk, budget));
}

function oneBudget(desk: Desk, budget: Budget): HTMLElement[] {
  const { open: { plan }, say } = desk;
  const on = plan.visits?.find(({ id }) => id === budget.visit)?.on ?? desk.today;
  const { lines = [] } = budget;
  return [
    make(
      "section",
      { class: "copy-part copy-money" },
      make("h3", {}, say("money.copy")),
      make("p", {}, [day(on, say), say(`money.state_${budget.state}`), periodWords(budget, say)].filter(Boolean).map((words) => `${words}.`).join(" ")),
      ...(budget.needs ? [make("p", { class: "copy-words" }, own(quotation(budget.needs, desk)))] : []),
      ...(lines.length > 0 ? [table(desk, budget, lines)] : [make("p", {}, say("money.no_lines"))]),
      ...sumWords(budget, say).map((words) => make("p", { class: "copy-sum" }, words)),
      ...notCovered(budget, desk),
      ...(budget.risks ? [named(say("money.risks"), quotation(budget.risks, desk))] : []),
      ...people(budget, desk),
      named(say("money.sign"), signedWords(budget, plan, say).join(" ")),
      ...asked(say("money.appeal_copy"), budget.appeal ?? ""),
      ...asked(say("money.review_copy"), whenWords(budget.review, say)),
    ),
  ];
}

/** A fact behind its name, in one line: so it is read in a saved file too. */
function named(name: string, words: string): HTMLElement {
  return make("p", { class: "copy-named" }, make("b", {}, `${name}:`), " ", own(words));
}

/** The same, or room to write it in. */
function asked(name: string, words: string): HTMLElement[] {
  return words ? [named(name, words)] : [make("p", { class: "copy-named" }, make("b", {}, `${name}:`)), make("div", { class: "write" })];
}

function table({ open: { plan }, say }: Desk, budget: Budget, lines: readonly BudgetLine[]): HTMLElement {
  const heads = (["what", "each", "times", "together"] as const).map((name) => make("th", { scope: "col" }, say(`money.head_${name}`)));
  const rows = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const goal = goalOfLine(line, plan);
    // Once above all lines that are for it.
    const isNew = goal !== "" && (before === undefined || goalOfLine(before, plan) !== goal);
    const none = goal === "" && before !== undefined && goalOfLine(before, plan) !== "";
    const head = isNew ? own(say("money.for_head", { words: goal })) : none ? say("money.for_none") : null;
    const cell = (name: "what" | "each" | "times" | "together", ...content: (Node | string)[]): HTMLElement => make("td", { "data-head": say(`money.head_${name}`) }, ...content);
    // Behind a figure or a name, in a file and in large print as in a cell.
    const beside = (words: string): (Node | string)[] => (words ? [" ", make("span", { class: "copy-about" }, own(say("money.beside", { words })))] : []);
    const row = make(
      "tr",
      {},
      cell("what", own(line.what), ...beside(lineAbout(line, say))),
      cell("each", pounds(line.each, budget, say)),
      cell("times", `${line.times}`, ...beside(line.often ?? "")),
      cell("together", pounds(line.each * line.times, budget, say)),
    );
    return head === null ? [row] : [make("tr", { class: "copy-for" }, make("th", { colspan: "4", scope: "colgroup" }, head)), row];
  });
  return make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}

/** Why all of it was refused, or what of it is not covered. */
function notCovered({ not_funded: all = [], state, why_refused: why = "" }: Budget, { say }: Desk): HTMLElement[] {
  const name = say("money.not");
  const refused = state === "refused" ? [named(say("money.why_refused"), why || say("money.refused_no_why"))] : [];
  if (all.length === 0) return refused.length > 0 ? refused : [named(name, say("money.not_none"))];
  return [...refused, make("p", { class: "copy-named" }, make("b", {}, `${name}:`)), make("ul", {}, ...all.map((words) => make("li", {}, own(words))))];
}

function people({ coordinator, helper }: Budget, { open: { plan }, say }: Desk): HTMLElement[] {
  const all = [["helper", helper], ["coordinator", coordinator]] as const;
  return all.flatMap(([name, id]) => (id ? [named(say(`money.${name}`), firstWho(plan, id, say))] : []));
}
