/** What can tell whose answers were opened: what they say, and beside it what the plan says, of the same things. */
import type { Opened } from "../incoming/read-types.ts";
import { button, make, one } from "../page/dom.ts";
import { saidNow } from "../plan/current.ts";
import { visitsInOrder } from "../plan/visits.ts";
import { becameWords } from "./block-decided.ts";
import type { Desk, PlanSay } from "./desk.ts";
import { day, listed, own, personWords } from "./words.ts";

/** Words of somebody's that are enough to know them by. */
const MOST = 6;

/** The question whose they are, which came in by `way`. */
export function whoseBox(desk: Desk, opened: Opened, way: string, answer: (isMine: boolean) => void): HTMLElement {
  const { say } = desk;
  const yes = button(say("note.mine_yes"), { class: "button secondary" }, () => answer(true));
  const no = button(say("note.mine_no"), { class: "button secondary" }, () => answer(false));
  const title = make("h2", { id: "mine-title", tabindex: "-1" }, say("note.mine", { way }));
  return make("section", { class: "panel", "aria-labelledby": "mine-title" }, title, ...whose(desk, opened), make("p", { class: "plan-tools" }, yes, " ", no));
}

/** Where the question stands, lead to it and say that it comes first; whether it stands there. */
export function sayMineFirst(panel: HTMLElement, say: PlanSay): boolean {
  const title = one("#mine-title", panel);
  if (!title) return false;
  if (!one("[data-first]", panel)) title.after(make("p", { class: "note", "data-first": "" }, say("note.mine_first")));
  title.focus();
  return true;
}

function whose(desk: Desk, opened: Opened): HTMLElement[] {
  const { say } = desk;
  return [
    make(
      "div",
      { class: "plan-two" },
      make("div", { "data-whose": "answers" }, make("h3", {}, say("whose.answers")), make("dl", {}, ...ofAnswers(desk, opened))),
      make("div", { "data-whose": "plan" }, make("h3", {}, say("whose.plan")), make("dl", {}, ...ofPlan(desk))),
    ),
    make("p", { class: "hint" }, say("whose.hint")),
  ];
}

function ofAnswers({ say }: Desk, { record }: Opened): HTMLElement[] {
  const { aid, filled_in_by: { helper, role }, questions, what_matters: matters } = record;
  const who = role === "carer" ? helper || say("who.carer") : role === "patient_with_help" ? listed([say("who.me"), helper || say("who.carer")], say) : say("who.me");
  return [
    ...row(say("whose.about"), [aid.title]),
    ...row(say("whose.day"), [day(record.day || record.updated.slice(0, 10), say)]),
    ...row(say("whose.who"), [who]),
    ...row(say("matters"), matters ? [matters] : []),
    ...row(say("home.asks"), questions.map(({ text }) => text)),
  ];
}

function ofPlan(desk: Desk): HTMLElement[] {
  const { open: { plan }, say } = desk;
  const matters = plan.about_me?.find(({ heading }) => heading === "most_important")?.said ?? [];
  const visits = visitsInOrder(plan).map(({ on }) => day(on, say));
  const decisions = (plan.decisions ?? []).map(({ became, question }) => [question, becameWords(became?.at(-1), say)].filter(Boolean).join(": "));
  return [
    ...row(say("whose.about"), [...(plan.conditions ?? []).map(({ name }) => name), ...decisions]),
    ...row(say("whose.day"), [...new Set(visits)]),
    ...row(say("whose.people"), plan.people.filter(({ role }) => role !== "me").map((each) => personWords(each, plan, say))),
    ...row(say("matters"), saidNow(plan, matters).map(({ words }) => words)),
    ...row(say("home.asks"), (plan.questions ?? []).map(({ words }) => words)),
    ...row(say("copy.goals"), (plan.goals ?? []).map(({ said }) => said.words)),
  ];
}

function row(title: string, all: readonly string[]): HTMLElement[] {
  const more = all.length > MOST ? [make("dd", {}, "…")] : [];
  return all.length === 0 ? [] : [make("dt", {}, title), ...all.slice(0, MOST).map((words) => make("dd", {}, own(words))), ...more];
}
