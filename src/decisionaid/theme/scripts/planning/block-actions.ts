/** Who does what, by when: what was said, what somebody suggests, and ways to add to it. */
import type { Action, ListedService } from "../../generated/plan.ts";
import { addAction, answer, askFor, declinedNow, doAction, linkAction, takeOut } from "../plan/edits-doing.ts";
import type { Open } from "../plan/open-plan.ts";
import { isOwnVoice, meIn, voiceAt } from "../plan/open-plan.ts";
import { wasThereFor } from "../plan/pointers.ts";
import { askedTo, goalNow, openActions, openGoals, whoDoes } from "../plan/taken.ts";
import { button, make, one } from "../page/dom.ts";
import { whenReleased } from "../page/pressed.ts";
import { block } from "./block.ts";
import type { Desk } from "./desk.ts";
import { draftsIn, putDraft, takenAt, typedIn } from "./drafts.ts";
import { examplesOf } from "./examples.ts";
import { absent, addField, peopleChoices, radios, select, timeField, whoField } from "./fields.ts";
import { deedWords, endedLately, takenBackWords } from "./lately.ts";
import { missingAt } from "./missing.ts";
import { factsLine, ringLine, telephone, theirs, waitLine } from "./near-words.ts";
import { requestBox } from "./request-box.ts";
import { apart, day, firstWho, inLine, lastOf, own, saidBy } from "./words.ts";

type Suggested = NonNullable<Desk["open"]["plan"]["goals"]>[number] | Action;

export function actionsBlock(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const rows = openActions(open.plan).map((action) => actionRow(desk, action));
  const asked = (open.plan.actions ?? []).filter(({ mine }) => mine === "not_asked");
  return block(
    "actions", 4, say("actions"),
    ...(rows.length > 0 ? rows : [make("p", { class: "hint" }, say("actions.none"))]),
    ...asked.map((action) => suggestion(desk, "actions", action)),
    ...declined(desk, "actions"),
    ...ended(desk),
    ...adding(desk),
  );
}

/** What came to an end since somebody last said if this is the plan: a no to a request is one. */
function ended(desk: Desk): HTMLElement[] {
  const { actions: all } = endedLately(desk.open.plan);
  if (all.length === 0) return [];
  const lines = all.map((each) => make("li", {}, own(each.said.words), ": ", own(inLine([deedWords(each, desk), takenBackWords(each, desk)], desk.say))));
  return [make("div", { class: "plan-about", "data-ended": "" }, make("h4", {}, desk.say("copy.ended")), make("ul", {}, ...lines))];
}

/** Whether nobody has it yet, so that it can be taken out. */
export function isNew({ open: { held } }: Desk, name: "goals" | "actions", id: string): boolean {
  return !((held[name] ?? []) as readonly Suggested[]).some((each) => each.id === id);
}

/** Takes out what nobody has yet; the focus goes to what it stood in, in whichever part that is. */
export function outLink(desk: Desk, name: "goals" | "actions", { id, said }: Suggested, focus = desk.part === "near" ? "near-mine-title" : name === "goals" ? "goal-title" : "actions-title"): HTMLElement {
  const { say } = desk;
  return button(say("out"), { class: "link", "aria-label": say("out_of", { words: said.words }) }, () => desk.show(takeOut(desk.open, name, id), focus));
}

/** A yes to what was suggested is soon pressed too: a way to be asked anew, while nobody has it. */
export function askAgain(desk: Desk, name: "goals" | "actions", suggested: Suggested): HTMLElement[] {
  const { open } = desk;
  const stood = ((open.held[name] ?? []) as readonly Suggested[]).find(({ id }) => id === suggested.id)?.mine;
  return suggested.mine === "accepted" && stood !== "accepted" && voiceAt(open) !== "" ? [backLink(desk, name, suggested)] : [];
}

function backLink(desk: Desk, name: "goals" | "actions", { id, said }: Suggested): HTMLElement {
  const { say } = desk;
  return button(say("suggested.back"), { class: "link", id: `back-${name}-${id}`, "aria-label": say("suggested.back_of", { words: said.words }) }, () => desk.show(answer(desk.open, name, id, "not_asked"), `s-${name}-${id}`));
}

export function actionRow(desk: Desk, action: Action): HTMLElement {
  const { open, say } = desk;
  const { id, said } = action;
  const isLoose = isNew(desk, "actions", id);
  const about = inLine([isLoose && said.by === meIn(open.plan) && !said.example ? "" : saidBy(open, said, desk)], say);
  const presses = [...(isLoose ? [outLink(desk, "actions", action)] : []), ...askAgain(desk, "actions", action)];
  const time = lastOf(action.did, ({ when }) => when)?.when ?? null;
  const asked = askedTo(action);
  const lately = deedWords(action, desk);
  const behind = make("div", { class: "plan-behind" }, ...told(desk, action), ...requestBox(desk, action));
  return make(
    "div",
    { class: "plan-row", id: `a-${id}`, role: "group", "aria-label": said.words },
    make("div", { class: "plan-what" }, make("p", { class: "plan-words" }, own(said.words)), ...(about || presses.length > 0 ? [make("p", { class: "plan-about" }, ...apart(about, ...presses))] : []), ...(lately ? [make("p", { "data-lately": "" }, own(lately))] : [])),
    whoField(desk, {
      id: `f-${id}-who`, label: say("actions.who"), who: whoDoes(action) ?? "", ...(asked ? { none: say("who.asked", { to: asked }) } : {}),
      set: (at, who) => doAction(at, id, { who, tell: null }),
      then: () => behindOf(desk, id, behind),
    }),
    timeField(desk, { id: `f-${id}-when`, label: say("actions.when"), when: time, set: (when) => {
      desk.note(doAction(desk.open, id, { when }));
      whenReleased(() => tellOf(desk, id, behind));
    } }),
    ...goalOf(desk, action),
    behind,
  );
}

/** For which goal it is, where that can be asked or there is more than one; a request that came by itself knows of no others. */
function goalOf(desk: Desk, { goal: of, id }: Action): HTMLElement[] {
  const { open, say } = desk;
  const goal = goalNow(open.plan, of);
  const goals = openGoals(open.plan);
  if (desk.nearby.request || goals.length === 0 || (goals.length === 1 && goal !== null)) return [];
  const stands = goalNow(open.plan, open.held.actions?.find((each) => each.id === id)?.goal);
  const words = open.plan.goals?.find((each) => each.id === stands)?.said.words;
  if (words) return [make("p", { class: "plan-about plan-for" }, say("actions.goal_said"), " ", own(words))];
  return [
    goalChoice(desk, { id: `f-${id}-goal`, chosen: goal ?? "", set: (chosen) => desk.show(linkAction(desk.open, id, chosen), `f-${id}-goal`) }),
  ];
}

function goalChoice({ open, say }: Desk, { id, chosen, set }: { id: string; chosen: string; set(goal: string | null): void }): HTMLElement {
  const made = select({ id, label: say("actions.goal"), none: say("actions.goal_none"), chosen, choices: openGoals(open.plan).map((each) => ({ value: each.id, words: each.said.words })), set: (value) => set(value || null) });
  made.classList.add("plan-for");
  return made;
}

/** What follows from who does it is drawn anew by itself: the list in which they are chosen stays. */
function behindOf(desk: Desk, id: string, behind: HTMLElement): void {
  const action = desk.open.plan.actions?.find((each) => each.id === id);
  const drafts = draftsIn(behind);
  if (action) behind.replaceChildren(...told(desk, action), ...requestBox(desk, action));
  for (const draft of drafts) putDraft(draft);
}

/** Another day is to be told to whoever is not here; what stands behind it stays, as somebody may be in it. */
function tellOf(desk: Desk, id: string, behind: HTMLElement): void {
  const action = desk.open.plan.actions?.find((each) => each.id === id);
  if (action && !one(".plan-tell", behind)) behind.prepend(...told(desk, action));
}

/** Where somebody has it to do who is not here: who tells them. Who was there when they took it knows of it, until it is changed without them. */
function told(desk: Desk, action: Action): HTMLElement[] {
  const { open, say } = desk;
  const who = whoDoes(action);
  const there = open.plan.visits?.find(({ id }) => id === open.visit)?.there ?? [];
  if (who === null || there.includes(who) || isOwnVoice(open.plan, who)) return [];
  const tell = lastOf(action.did, (each) => each.tell)?.tell ?? "";
  const isChanged = action.did?.at(-1)?.visit === open.visit;
  if (tell === "" && !isChanged && wasThereFor(open.plan, action, who)) return [];
  return [
    make("div", { class: "plan-tell" }, select({
      id: `f-${action.id}-tell`, label: say("actions.tell", { who: firstWho(open.plan, who, say) }), none: say("who"), chosen: tell,
      choices: peopleChoices(desk, open.plan.people.map(({ id }) => id).filter((id) => id !== who)),
      set: (value) => desk.note(doAction(desk.open, action.id, { who, tell: value || null })),
    })),
  ];
}

/** What somebody else said, and the question whether it is the person's too: only they can answer, when they are here. */
export function suggestion(desk: Desk, name: "goals" | "actions", suggested: Suggested): HTMLElement {
  const { open, say } = desk;
  const { id, said } = suggested;
  return make(
    "div",
    { class: "plan-suggested" },
    make("p", { class: "plan-words" }, own(said.words)),
    ...("service" in suggested && suggested.service ? serviceLines(desk, suggested.service) : []),
    voiceAt(open) === ""
      ? absent(`s-${name}-${id}`, say(desk.nearby.request ? "suggested.absent_request" : "suggested.absent", { who: firstWho(open.plan, said.by, say) }))
      : radios({
          name: `s-${name}-${id}`, legend: say("suggested", { who: firstWho(open.plan, said.by, say) }), isShort: true, chosen: "",
          choices: [{ value: "accepted", words: say("suggested.yes") }, { value: "declined", words: say("suggested.no") }],
          set: (value) => (value === "accepted" ? desk.show(answer(desk.open, name, id, "accepted"), name === "actions" ? `f-${id}-who` : "goal-title") : desk.show(answer(desk.open, name, id, "declined"), `back-${name}-${id}`)),
        }),
    ...(isNew(desk, name, id) ? [make("p", { class: "plan-about" }, outLink(desk, name, suggested))] : []),
  );
}

/** What is known of something out of a list: from the list where it is here, with how to get there and the wait, else what the plan holds of it. */
function serviceLines(desk: Desk, { checked, phone = "", place: of, service: id }: ListedService): HTMLElement[] {
  const { nearby: { place }, say } = desk;
  const found = place?.id === of ? place.services?.find((each) => each.id === id) : undefined;
  if (place && found) return [make("p", { class: "plan-about" }, theirs(inLine([found.what, factsLine(found, place, say)], say), place)), ringLine(found, place, desk), ...waitLine(found.wait, desk)];
  return [make("p", { class: "plan-about" }, ...(phone ? [telephone(phone), " "] : []), say("near.checked", { date: day(checked, say) }))];
}

/** What the person has just said no to, and a way to be asked anew: one press is soon wrong. */
export function declined(desk: Desk, name: "goals" | "actions"): HTMLElement[] {
  const { open, say } = desk;
  if (voiceAt(open) === "") return [];
  return declinedNow(open, name).map((each) => make("p", { class: "plan-about" }, say("suggested.declined"), " ", own(each.said.words), " ", backLink(desk, name, each)));
}

/** Writing one's own comes first; one of the four is open at a time. */
function adding(desk: Desk): HTMLElement[] {
  const { say } = desk;
  const forms = ["own", "suggest", "ask", "examples"] as const;
  const there = othersThere(desk);
  // Without the person nothing is theirs, and the one that can be written is a suggestion.
  const isThere = voiceAt(desk.open) !== "";
  const offered = forms.filter((each) => (each === "suggest" ? there.length > 0 : isThere));
  const isUnfolded = (each: string): boolean => desk.unfolded.has(`actions-${each}`);
  const shown = offered.find(isUnfolded) ?? (isThere || !forms.some(isUnfolded) ? undefined : offered[0]);
  const buttons = offered.map((each) =>
    button(say(`actions.${each}`), { class: "button secondary", "aria-expanded": `${each === shown}`, "data-add": each }, () => {
      const wasShown = each === shown;
      for (const other of forms) desk.unfolded.delete(`actions-${other}`);
      desk.nextAction.goal = null;
      if (!wasShown) desk.unfolded.add(`actions-${each}`);
      desk.show(desk.open, wasShown ? "actions-title" : firstIn(desk, each));
    }),
  );
  return [make("p", { class: "plan-tools" }, ...buttons.flatMap((each) => [each, " "])), ...(shown ? [form(desk, shown)] : [])];
}

/** The first thing to fill in; what is the person's own goes without saying for which goal. */
function firstIn({ open }: Desk, which: "own" | "suggest" | "ask" | "examples"): string {
  if (which === "examples") return "examples-actions";
  if (which !== "suggest") return "f-action-new";
  return openGoals(open.plan).length < 2 ? "f-action-new-by" : "f-action-goal";
}

function form(desk: Desk, which: "own" | "suggest" | "ask" | "examples"): HTMLElement {
  if (openGoals(desk.open.plan).length < 2) return formOf(desk, which);
  const choice = goalChoice(desk, { id: "f-action-goal", chosen: nextGoal(desk) ?? "", set: (goal) => (desk.nextAction.goal = goal) });
  return make("div", {}, choice, formOf(desk, which));
}

function formOf(desk: Desk, which: "own" | "suggest" | "ask" | "examples"): HTMLElement {
  const { say } = desk;
  const decision = desk.open.plan.decisions?.[0]?.id ?? null;
  if (which === "examples") return examplesOf(desk, "actions", (open, { words, example, kind }, of) => addAction(open, { words, example }, { goal: nextGoal(desk), decision: of, kind }));
  if (which === "suggest") return suggest(desk, "f-action-new", say("actions.suggest_field"), (words, by) => addAction(desk.open, { words, by }, { goal: nextGoal(desk), decision, kind: "team" }));
  const close = `actions-${which}`;
  if (which === "ask") return addField(desk, { id: "f-action-new", label: say("actions.ask_field"), close, add: (words) => asking(desk, words) });
  return addField(desk, { id: "f-action-new", label: say("actions.own_field"), close, add: (words) => addAction(desk.open, { words }, { goal: nextGoal(desk), decision }) });
}

/** The goal that was chosen; where there is one alone it is that, and where nobody has chosen it is none. */
function nextGoal({ nextAction, open }: Desk): string | null {
  const goals = openGoals(open.plan);
  if (goals.length === 1) return goals[0]?.id ?? null;
  return goals.find(({ id }) => id === nextAction.goal)?.id ?? null;
}

/** A request is asked for in the person's words; whether they agree to it is a question of its own. */
function asking(desk: Desk, words: string): Open {
  const { open, say } = desk;
  const added = addAction(open, { words }, { goal: nextGoal(desk), kind: "service" });
  const id = added.plan.actions?.at(-1)?.id ?? "";
  return added === open ? open : askFor(added, id, { to: say("role.link_worker"), reason: words, agreed: "not_asked" });
}

/** What somebody who is here suggests, and who; it is nobody's before both are said. */
export function suggest(desk: Desk, id: string, label: string, add: (words: string, by: string) => Open): HTMLElement {
  const { say } = desk;
  const who = select({ id: `${id}-by`, label: say("actions.suggest_who"), none: say("who"), chosen: "", choices: peopleChoices(desk, othersThere(desk)), waits: true });
  const field = addField(desk, {
    id, label,
    add: (words): Open | null => {
      const by = typedIn(`${id}-by`);
      if (by === "") {
        missingAt(`${id}-by`, say("missing.choice"));
        return null;
      }
      const next = add(words, by);
      if (next !== desk.open) takenAt(`${id}-by`);
      return next;
    },
  });
  return make("div", { class: "plan-suggest" }, who, field);
}

/** Those who are here and do not speak for the person. */
export function othersThere({ open: { plan, visit } }: Desk): string[] {
  const there = plan.visits?.find(({ id }) => id === visit)?.there ?? [];
  return there.filter((id) => !isOwnVoice(plan, id));
}

