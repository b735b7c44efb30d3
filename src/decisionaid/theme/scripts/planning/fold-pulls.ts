/** Goals that pull against each other: side by side, with one place for what is made of it, and nothing made of it by us. */
import type { Goal, Plan } from "../../generated/plan.ts";
import { sayOfGoal, sayPull } from "../plan/edits-doing.ts";
import { voiceAt } from "../plan/open-plan.ts";
import { openGoals, pullsNow } from "../plan/taken.ts";
import { button, make } from "../page/dom.ts";
import { fold } from "./block.ts";
import { sureWords } from "./block-goal.ts";
import type { Desk } from "./desk.ts";
import { takenAt, typedIn } from "./drafts.ts";
import { noRoom, select, wordsField } from "./fields.ts";
import { inLine, own, quotation, saidBy } from "./words.ts";
import { missingAt } from "./missing.ts";

interface Pull {
  goal: Goal;
  others: readonly Goal[];
}

/** Each goal with those that it pulls against; a pair that both have marked stands once. */
function pullsOf(plan: Plan): Pull[] {
  const goals = openGoals(plan);
  const marks = (one: Goal, other: Goal): boolean => pullsNow(plan, one).includes(other.id);
  return goals.flatMap((goal, at) => {
    const others = goals.filter((other, place) => marks(goal, other) && !(place < at && marks(other, goal)));
    return others.length > 0 ? [{ goal, others }] : [];
  });
}

/** The id of the field for what is made of the pull that a goal has marked. */
export function pullField(plan: Plan, id: string): string {
  const all = pullsOf(plan);
  const found = all.find(({ goal }) => goal.id === id) ?? all.find(({ others }) => others.some((each) => each.id === id));
  return `f-pull-${found?.goal.id ?? id}-words`;
}

/** Nothing, where there are not two goals. */
export function pullsFold(desk: Desk): HTMLElement[] {
  const { open, say } = desk;
  const goals = openGoals(open.plan);
  if (goals.length < 2) return [];
  const all = pullsOf(open.plan);
  return [fold(desk, "pulls", say("pulls"), say("pulls.n", { n: all.length }), ...all.map((each) => pullBox(desk, each)), ...(voiceAt(open) === "" ? [] : [marking(desk, goals)]))];
}

function pullBox(desk: Desk, { goal, others }: Pull): HTMLElement {
  const { open, say } = desk;
  const id = `f-pull-${goal.id}-words`;
  const stands = open.held.goals?.find((each) => each.id === goal.id)?.pull_words;
  const said = [stands, ...others.map(({ pull_words: words }) => words)].flatMap((each) => each ?? []);
  const place = stands
    ? make("div", { id, tabindex: "-1" })
    : wordsField({ id, label: say(others.length > 1 ? "pulls.words_more" : "pulls.words"), value: goal.pull_words?.words ?? "", set: (words) => desk.note(sayOfGoal(desk.open, goal.id, "pull_words", words)) });
  place.append(...said.map((each) => make("span", { class: "plan-about" }, own(quotation(each, desk)), " · ", saidBy(open, each, desk))));
  const hasMarked = (all: Plan, other: Goal): boolean => all.goals?.find((each) => each.id === goal.id)?.pulls_against?.includes(other.id) ?? false;
  const isLoose = (other: Goal): boolean => hasMarked(open.plan, other) && !hasMarked(open.held, other);
  const undo = others.filter(isLoose).map((other) =>
    button(say("pulls.undo"), { class: "link", "aria-label": say("pulls.undo_of", { one: goal.said.words, other: other.said.words }) }, () => desk.show(sayPull(desk.open, goal.id, other.id, false), "f-pull-one")),
  );
  return make("div", { class: "plan-pull" }, make("div", { class: "plan-two" }, ...[goal, ...others].map((each) => goalBox(desk, each))), place, ...undo.map((each) => make("p", {}, each)));
}

function goalBox(desk: Desk, goal: Goal): HTMLElement {
  const { open, say } = desk;
  return make("div", { class: "plan-pulled" }, make("p", { class: "plan-words" }, own(goal.said.words)), make("p", { class: "plan-about" }, own(inLine([saidBy(open, goal.said, desk), sureWords(goal, say)], say))));
}

function marking(desk: Desk, goals: readonly Goal[]): HTMLElement {
  const { say } = desk;
  const choices = goals.map(({ id, said }) => ({ value: id, words: said.words }));
  const fields = (["one", "other"] as const).map((name) => select({ id: `f-pull-${name}`, label: say(`pulls.${name}`), none: say("begin.role_none"), chosen: "", choices, waits: true }));
  const press = button(say("pulls.add"), { class: "button secondary", "data-pull": "" }, () => {
    const [one, other] = [typedIn("f-pull-one"), typedIn("f-pull-other")];
    if (one === "" || other === "") return missingAt(one === "" ? "f-pull-one" : "f-pull-other", say("missing.choice"));
    if (one === other) return missingAt("f-pull-other", say("missing.same"));
    const next = marked(desk, one, other);
    const to = pullField(next.plan, one);
    if (next === desk.open && !pullsOf(next.plan).some(({ goal }) => goal.id === one || goal.id === other)) return noRoom(desk, press);
    takenAt("f-pull-one", "f-pull-other");
    desk.show(next, to);
  });
  return make("div", {}, make("div", { class: "plan-two" }, ...fields), make("p", {}, press));
}

/** Marked by the goal of which nobody has said yet what is made of it: what is said there stands. */
function marked(desk: Desk, one: string, other: string): Desk["open"] {
  const goal = (id: string): Goal | undefined => desk.open.held.goals?.find((each) => each.id === id);
  const isThere = desk.open.plan.goals?.some(({ id, pulls_against: against = [] }) => (id === one && against.includes(other)) || (id === other && against.includes(one)));
  if (isThere) return desk.open;
  return goal(one)?.pull_words && !goal(other)?.pull_words ? sayPull(desk.open, other, one, true) : sayPull(desk.open, one, other, true);
}
