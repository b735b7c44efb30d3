/** The person's goal: in their words, by when, how sure they are, and what would help. */
import type { Goal, Rated } from "../../generated/plan.ts";
import { addGoal, lookAtGoal, rateGoal, sayGoal, sayOfGoal } from "../plan/edits-doing.ts";
import { entryIn } from "../plan/edits.ts";
import { loose, voiceAt } from "../plan/open-plan.ts";
import { openGoals } from "../plan/taken.ts";
import { make } from "../page/dom.ts";
import { block, leave, saidLine, unfold } from "./block.ts";
import { askAgain, isNew, othersThere, outLink, suggest } from "./block-actions.ts";
import type { Desk } from "./desk.ts";
import { examplesOf } from "./examples.ts";
import { lookWords } from "./lately.ts";
import { addField, select, timeField, wordsField } from "./fields.ts";
import { whichGoal } from "./which-goal.ts";
import { inLine, lastOf, saidBy } from "./words.ts";

export const SURE_STATES = ["unsure", "not_applicable", "prefer_not_to_say"] as const;
const NUMBERS = Array.from({ length: 11 }, (_, n) => `${n}`);

export function goalBlock(desk: Desk, number: number | null = 3): HTMLElement {
  const { say } = desk;
  const [goal] = openGoals(desk.open.plan);
  if (goal) return block("goal", number, say("goal"), ...goalParts(desk, goal));
  return block("goal", number, say("goal"), ...newGoal(desk, "goal"));
}

/** Write my own comes first; examples open from one button. */
function newGoal(desk: Desk, key: string): HTMLElement[] {
  const { say } = desk;
  const decision = desk.open.plan.decisions?.[0]?.id ?? null;
  // Without the person a goal can be suggested, and is nobody's before they are asked.
  if (voiceAt(desk.open) === "") return othersThere(desk).length > 0 ? [suggest(desk, "f-goal-new", say("fold.goals_suggest"), (words, by) => addGoal(desk.open, { words, by }, { decision }))] : [];
  const own = addField(desk, { id: "f-goal-new", label: say("goal.field"), add: (words) => addGoal(desk.open, { words }, { decision }) });
  const shown = `${key}-examples`;
  if (!desk.unfolded.has(shown)) return [own, make("p", {}, unfold(desk, shown, say("goal.example"), "examples-goals"))];
  return [own, examplesOf(desk, "goals", (open, { words, example }, of) => addGoal(open, { words, example }, { decision: of }))];
}

/** One goal with all that is said of it. */
export function goalParts(desk: Desk, goal: Goal): HTMLElement[] {
  const { open, say } = desk;
  const key = `goal-${goal.id}`;
  // What stands is words; the field beneath asks anew.
  const stands = loose(goal.confidence, entryIn(open, "goals", goal.id)?.before?.confidence) ? "" : sureWords(goal, say);
  const about = inLine([saidBy(open, goal.said, desk), lookWords(goal, desk), stands], say);
  const isThere = voiceAt(open) !== "";
  // What is taken out is gone with what was said of it: that is for the person, as their words are.
  const out = isThere && isNew(desk, "goals", goal.id) ? [outLink(desk, "goals", goal)] : [];
  const said = isThere && desk.unfolded.has(key)
    ? make("div", {}, addField(desk, { id: `f-${key}`, label: say("goal.field"), close: key, add: (words) => sayGoal(desk.open, goal.id, { words }) }), make("p", {}, leave(desk, key, "goal-title")))
    : saidLine(goal.said.words, about, ...(isThere ? [unfold(desk, key, say("anew"), `f-${key}`)] : []), ...out, ...askAgain(desk, "goals", goal));
  const help = open.held.goals?.find(({ id }) => id === goal.id)?.helps;
  const helps = help
    ? make("p", { class: "plan-about" }, say("goal.helps_said", { words: help.words }))
    : wordsField({ id: `f-${key}-helps`, label: say("goal.helps"), value: goal.helps?.words ?? "", set: (words) => desk.note(sayOfGoal(desk.open, goal.id, "helps", words)) });
  return [
    said,
    ...whichGoal(desk, goal),
    make(
      "div",
      { class: "plan-three" },
      timeField(desk, { id: `f-${key}-when`, label: say("goal.when"), when: lastOf(goal.looked, ({ when }) => when)?.when ?? null, set: (when) => desk.note(lookAtGoal(desk.open, goal.id, { when })) }),
      ...(isThere ? [sureField(desk, goal, key)] : []),
      helps,
    ),
  ];
}

/** How sure: ten numbers and three states; what nobody has said is none of them. */
function sureField(desk: Desk, goal: Goal, key: string): HTMLElement {
  const { open, say } = desk;
  const last = loose(goal.confidence, entryIn(open, "goals", goal.id)?.before?.confidence);
  return select({
    // Beside what stands "not said" would be untrue.
    id: `f-${key}-sure`, label: say("goal.sure"), none: say(last === null && sureWords(goal, say) ? "anew" : "sure.none"), chosen: rated(last),
    choices: [...NUMBERS.map((value) => ({ value, words: value })), ...SURE_STATES.map((value) => ({ value, words: say(`sure.${value}`) }))],
    set: (value) => desk.note(rateGoal(desk.open, goal.id, "confidence", ratedBy(value))),
  });
}

function rated(last: Rated | null): string {
  if (last === null) return "";
  return last.state === "answered" ? `${last.value}` : last.state;
}

function ratedBy(value: string): Omit<Rated, "visit"> | null {
  if (value === "") return null;
  return NUMBERS.includes(value) ? { state: "answered", value: Number(value) } : { state: value as (typeof SURE_STATES)[number] };
}

/** How sure somebody was, in words; empty: nobody said. */
export function sureWords(goal: Goal, say: Desk["say"]): string {
  const last = goal.confidence?.at(-1);
  if (!last || last.state === "unanswered") return "";
  return last.state === "answered" ? say("goal.sure_said", { n: last.value ?? 0 }) : say("goal.sure_state", { words: say(`sure.${last.state}`) });
}

