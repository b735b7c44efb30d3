/** The money on the person's copy: a side of its own behind the plan, in their words; nothing where there is none. */
import type { Budget, BudgetLine } from "../../generated/plan.ts";
import { make } from "../page/dom.ts";
import { lastBudget } from "../plan/edits-money.ts";
import type { Desk } from "./desk.ts";
import { lineAbout, periodWords, pounds, signedWords, sumWords } from "./money-words.ts";
import { day, firstWho, own, whenWords } from "./words.ts";

export function moneyCopy(desk: Desk): HTMLElement[] {
  const { open: { plan }, say } = desk;
  const budget = lastBudget(plan);
  if (budget === null) return [];
  const on = plan.visits?.find(({ id }) => id === budget.visit)?.on ?? desk.today;
  const { lines = [] } = budget;
  return [
    make(
      "section",
      { class: "copy-part copy-money" },
      make("h3", {}, say("money.copy")),
      make("p", {}, [day(on, say), say(`money.state_${budget.state}`), periodWords(budget, say)].filter(Boolean).map((words) => `${words}.`).join(" ")),
      ...(budget.needs ? [make("p", { class: "copy-words" }, own(say("own", { words: budget.needs.words })))] : []),
      ...(lines.length > 0 ? [table(desk, lines)] : [make("p", {}, say("money.no_lines"))]),
      ...sumWords(budget, say).map((words) => make("p", { class: "copy-sum" }, words)),
      ...notCovered(budget, desk),
      ...(budget.risks ? [heading(say("money.risks")), make("p", {}, own(say("own", { words: budget.risks.words })))] : []),
      ...people(budget, desk),
      heading(say("money.sign")),
      ...signedWords(budget, plan, say).map((words) => make("p", {}, own(words))),
      heading(say("money.appeal_copy")),
      budget.appeal ? make("p", {}, own(budget.appeal)) : make("div", { class: "write" }),
      heading(say("money.review_copy")),
      budget.review ? make("p", {}, own(whenWords(budget.review, say))) : make("div", { class: "write" }),
    ),
  ];
}

function heading(words: string): HTMLElement {
  return make("h4", {}, words);
}

function table({ open: { plan }, say }: Desk, lines: readonly BudgetLine[]): HTMLElement {
  const heads = (["what", "each", "times", "together"] as const).map((name) => make("th", { scope: "col" }, say(`money.head_${name}`)));
  const rows = lines.map((line) => {
    const cell = (name: "what" | "each" | "times" | "together", ...content: (Node | string)[]): HTMLElement => make("td", { "data-head": say(`money.head_${name}`) }, ...content);
    const about = lineAbout(line, plan, say);
    return make(
      "tr",
      {},
      cell("what", own(line.what), ...(about ? [" ", make("span", { class: "copy-about" }, own(about))] : [])),
      cell("each", pounds(line.each, say)),
      cell("times", `${line.times}`, ...(line.often ? [" ", make("span", { class: "copy-about" }, own(line.often))] : [])),
      cell("together", pounds(line.each * line.times, say)),
    );
  });
  return make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}

function notCovered({ not_funded: all = [] }: Budget, { say }: Desk): HTMLElement[] {
  return [heading(say("money.not")), all.length > 0 ? make("ul", {}, ...all.map((words) => make("li", {}, own(words)))) : make("p", {}, say("money.not_none"))];
}

function people({ coordinator, helper }: Budget, { open: { plan }, say }: Desk): HTMLElement[] {
  const named = [["helper", helper], ["coordinator", coordinator]] as const;
  return named.flatMap(([name, id]) => (id ? [heading(say(`money.${name}`)), make("p", {}, own(firstWho(plan, id, say)))] : []));
}
