/** A goal that was replaced in one copy of the plan, and looked at later or replaced as well in another one: both stand there, and people choose. */
import type { Goal } from "../../generated/plan.ts";
import { lookAtGoal } from "../plan/edits-doing.ts";
import { type Open, voiceAt } from "../plan/open-plan.ts";
import { doubtedGoals, lastLook, openGoals } from "../plan/taken.ts";
import { button, make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { noRoom } from "./fields.ts";
import { day, own } from "./words.ts";

/** What was said in the place of a goal, and when somebody looked at it all the same, or what was said beside it; empty: that is in no doubt. */
export function whichWords({ open: { plan }, say }: Desk, goal: Goal): string[] {
  const on = (visit: string | undefined): string => day(plan.visits?.find(({ id }) => id === visit)?.on ?? "", say);
  const said = ([before, other]: readonly [Goal, Goal]): string => {
    const [words, date] = [other.said.words, on(other.said.visit)];
    return isInPlaceOf(plan.goals ?? [], other, before) ? say("which.said", { words, date, looked: on(lastLook(before)?.visit) }) : say("which.anew", { words, date });
  };
  return doubtedGoals(plan).flatMap((each) => (each[0].id === goal.id ? [said(each)] : []));
}

/** Whether one goal was said in the place of another one, or of what was said in its place. */
function isInPlaceOf(goals: readonly Goal[], { replaces }: Goal, before: Goal): boolean {
  const next = goals.find(({ id }) => id === replaces);
  return next !== undefined && (next.id === before.id || isInPlaceOf(goals, next, before));
}

/** The same, with a way to say which holds: whoever is there says it today, and nothing is overwritten. */
export function whichGoal(desk: Desk, goal: Goal): HTMLElement[] {
  const { open, say } = desk;
  const [words] = whichWords(desk, goal);
  const other = doubtedGoals(open.plan).find(([before]) => before.id === goal.id)?.[1];
  if (!words || !other) return [];
  const press = (name: "this" | "other" | "both", next: () => Open): HTMLElement => {
    const made = button(say(`which.${name}`), { class: "button secondary", "data-which": name }, () => {
      const at = next();
      if (at === desk.open) return noRoom(desk, made);
      desk.show(at, titleOf(desk, at, name === "other" ? other.id : goal.id));
    });
    return made;
  };
  const ended = (id: string) => (): Open => lookAtGoal(desk.open, id, { status: "dropped" });
  const both = (): Open => [goal.id, other.id].reduce(seenToday, desk.open);
  const ways = voiceAt(open) === "" ? [] : [make("p", { class: "plan-tools" }, press("this", ended(other.id)), " ", press("other", ended(goal.id)), " ", press("both", both))];
  return [make("div", { class: "note", id: `which-${goal.id}`, role: "group", "aria-label": say("which"), tabindex: "-1" }, make("p", {}, own(words), " ", say("which")), ...ways)];
}

/** What stands above a goal, where somebody has said that it holds: in the review its own title, in the visit that of its block or of the fold that it is in. */
function titleOf({ part }: Desk, { plan }: Open, id: string): string {
  if (part === "review") return `look-${id}-title`;
  return openGoals(plan)[0]?.id === id ? "goal-title" : "goals-fold";
}

/** A goal is looked at today, and stays as it is. */
function seenToday(open: Open, id: string): Open {
  const looked = open.plan.goals?.find((each) => each.id === id)?.looked;
  return looked?.at(-1)?.visit === open.visit ? open : lookAtGoal(open, id, { status: "open" });
}
