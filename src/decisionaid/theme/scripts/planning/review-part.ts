/** The part for looking again: what was said last time beside what is said today. */
import type { Action, Did, Goal, Looked, Plan, Said, When } from "../../generated/plan.ts";
import { doAction, lookAtGoal, sayGoal } from "../plan/edits-doing.ts";
import { entryIn } from "../plan/edits.ts";
import { loose, type Open, saying, voiceAt } from "../plan/open-plan.ts";
import { askedTo, closedGoals, ENDED, isClosed, isTaken, openActions, openGoals, replacedGoals } from "../plan/taken.ts";
import { isSign, signsAnswered } from "../plan/current.ts";
import { visitsInOrder } from "../plan/visits.ts";
import { button, make } from "../page/dom.ts";
import { fold } from "./block.ts";
import { goalBlock, sureWords } from "./block-goal.ts";
import { mattersBlock } from "./block-matters.ts";
import { agreedBox, reviewBlock, tools } from "./block-review.ts";
import { becameWords, doubtWords } from "./block-decided.ts";
import { decisionLooks } from "./review-decided.ts";
import type { Desk } from "./desk.ts";
import { addField, radios, select, timeField, whoField, wordsField } from "./fields.ts";
import { noteList } from "./folds.ts";
import { answeredWords, wentWords } from "./lately.ts";
import { keepPart } from "./keep-part.ts";
import { moneyLook } from "./review-money.ts";
import { whichGoal } from "./which-goal.ts";
import { day, firstWho, inLine, lastOf, own, quotation, saidBy, saidThen, whenWords, whomWords, whoWords } from "./words.ts";

type Entry<Name extends "goals" | "actions"> = NonNullable<Plan[Name]>[number];

const GOAL_STATES = ["met", "partly", "not_met", "dropped"] as const;
const STATES = ["doing", "done", "not_started", "stopped"] as const;
const ASKED_STATES = ["waiting", "seen", "no_reply", "refused"] as const;

export function reviewPart(desk: Desk): HTMLElement[] {
  const { open: { held, plan }, paper, say } = desk;
  // What was met or ended today still stands there today.
  const goals = (plan.goals ?? []).filter(({ id }) => openGoals(held).some((each) => each.id === id) || (closedGoals(held).some((each) => each.id === id) && openGoals(plan).some((each) => each.id === id)));
  const actions = (plan.actions ?? []).filter((each) => isTaken(each) && openActions(held).some(({ id }) => id === each.id));
  return [
    make("p", { class: "hint" }, say("look.intro")),
    ...(paper ? [] : [mattersBlock(desk, null)]),
    ...signsBefore(desk),
    ...decisionLooks(desk),
    ...goals.map((goal) => goalLook(desk, goal)),
    ...closed(desk),
    ...(goals.length === 0 ? [goalBlock(desk, null)] : []),
    ...(actions.length > 0 ? [make("section", { class: "plan-block", "data-wide": "", "aria-labelledby": "look-actions" }, make("h3", { id: "look-actions" }, say("look.actions")), ...actions.map((each) => actionLook(desk, each)))] : []),
    make("section", { class: "plan-block", "data-wide": "", "aria-labelledby": "look-learnt" }, make("h3", { id: "look-learnt" }, say("look.learnt")), ...noteList(desk, "learnt", say("look.learnt_field"))),
    ...moneyLook(desk),
    reviewBlock(desk, say("look.review")),
    // Whether it is their plan is asked where all of it is to be seen.
    ...(paper ? tools(desk) : [agreedBox(desk, say("agreed.now")), ...keepPart(desk), history(desk)]),
  ];
}

/** The warning signs that were ticked before, with what was said of each last. */
function signsBefore(desk: Desk): HTMLElement[] {
  const { open, say } = desk;
  const rows = signsAnswered(open.held).map(({ said, sign }) => make("li", {}, own(sign.words), " ", make("span", { class: "plan-about" }, own(say("own", { words: said.words })), " · ", saidBy(open, said, desk))));
  return rows.length > 0 ? [make("section", { class: "plan-block", "data-wide": "", "aria-labelledby": "look-signs" }, make("h3", { id: "look-signs" }, say("look.signs")), make("ul", {}, ...rows))] : [];
}

/** The goals that came to an end at an earlier visit, and a way to open them again: that is a look more, and overwrites nothing. */
function closed(desk: Desk): HTMLElement[] {
  const { open, say } = desk;
  const all = closedGoals(open.held).filter(({ id }) => !openGoals(open.plan).some((each) => each.id === id));
  if (all.length === 0 || voiceAt(open) === "") return [];
  const rows = all.map(({ id, looked, said }) => {
    const status = looked?.at(-1)?.status ?? "open";
    const press = button(say("look.reopen"), { class: "link", "data-reopen": id, "aria-label": say("look.reopen_of", { words: said.words }) }, () => desk.show(lookAtGoal(desk.open, id, { status: "open" }), `f-look-${id}`));
    return make("li", {}, own(said.words), ": ", status === "open" ? "" : say(`look.${status}`), " ", press);
  });
  return [make("section", { class: "plan-block", "data-wide": "", "aria-labelledby": "look-closed" }, make("h3", { id: "look-closed" }, say("look.closed")), make("ul", {}, ...rows))];
}

/** How it stood before this review: on the paper, or in the plan as it was opened; null: it is new. What was saved of today is no last time. */
function stood<Name extends "goals" | "actions">({ open, paper }: Desk, name: Name, id: string): Entry<Name> | null {
  const entries = (paper?.onPaper[name] ?? []) as readonly Entry<Name>[];
  const found = entries.find((each) => each.id === id) ?? entryIn(open, name, id)?.before ?? null;
  const before = <Said extends { visit: string }>(all: readonly Said[] | undefined): Said[] | undefined => all?.filter(({ visit }) => visit !== open.visit);
  const lists = { confidence: before((found as Goal | null)?.confidence), did: before((found as Action | null)?.did), looked: before((found as Goal | null)?.looked) };
  return found && { ...found, ...Object.fromEntries(Object.entries(lists).filter(([, each]) => each)) };
}

/** What was said of it today and stands, as it is saved or printed: words beside the field, which asks anew. */
function saidToday(said: { status: string; said?: Said | null; visit: string } | undefined, words: string, desk: Desk): HTMLElement[] {
  if (said?.visit !== desk.open.visit) return [];
  const all = inLine([words, said.said ? quotation(said.said, desk) : ""], desk.say);
  return all ? [make("p", { class: "plan-about", "data-today": "" }, own(desk.say("look.now", { words: all })))] : [];
}

function today(desk: Desk, id: string): Looked | null {
  const found = entryIn(desk.open, "goals", id);
  return loose(found?.now.looked, found?.before?.looked);
}

function deedToday(desk: Desk, id: string): Did | null {
  const found = entryIn(desk.open, "actions", id);
  return loose(found?.now.did, found?.before?.did);
}

/** Another day for a goal or a step whose day has gone by, or has another since today; what has time yet keeps its day. `last`: what was said last, today or before. */
function anotherDay(desk: Desk, { id, label, last, isOfNow, set }: { id: string; label: string; last: When | null; isOfNow: boolean; set(when: When | null): Open }): HTMLElement[] {
  if (!isOfNow && (last?.on ?? desk.today) >= desk.today) return [];
  return [timeField(desk, { id: `f-look-${id}-when`, label, when: last, set: (when) => desk.note(set(when)) })];
}

function goalLook(desk: Desk, goal: Goal): HTMLElement {
  const { open, say } = desk;
  const before = stood(desk, "goals", goal.id) ?? goal;
  const now = today(desk, goal.id);
  const stands = now === null ? entryIn(open, "goals", goal.id)?.before?.looked?.at(-1) : undefined;
  const next = open.plan.goals?.find(({ id }) => id === replacedGoals(open.plan).get(goal.id));
  const key = `look-${goal.id}`;
  // That it stays is for this visit: the plan says the same without it.
  const keeps = `${key}-keep-${open.visit}`;
  const last = lastOf(before.looked, (each) => each.said ?? each.now);
  const ended = before.looked?.at(-1);
  const state = ended && ended.status !== "open" ? say(`look.${ended.status}`) : "";
  const isOne = last !== undefined && last === ended;
  const when = lastOf(before.looked, (each) => each.when)?.when ?? null;
  const rated = before.confidence?.at(-1);
  const about = [
    when ? say("copy.by", { when: whenWords(when, say) }) : "",
    ended && !isOne ? saidThen(state, ended, before.said.visit, desk) : "",
    last ? saidThen(inLine([isOne ? state : "", last.said?.words ?? last.now ?? ""], say), last.said ?? { visit: last.visit }, before.said.visit, desk) : "",
    state ? "" : inPlaceWords(before, desk),
    rated ? saidThen(sureWords(before, say), rated, before.said.visit, desk) : "",
  ].filter(Boolean);
  const another = anotherDay(desk, {
    id: goal.id, label: say("goal.when"), last: lastOf([...(before.looked ?? []), ...(goal.looked ?? [])], (each) => each.when)?.when ?? null, isOfNow: Boolean(now?.when),
    set: (at) => lookAtGoal(desk.open, goal.id, { when: at }),
  });
  const change = desk.unfolded.has(key) || next;
  const then = make("div", { class: "look-then" }, make("h4", {}, say("look.last", { said: saidBy(open, before.said, desk) })), make("p", { class: "plan-words", id: `${key}-said` }, own(before.said.words)), ...about.map((words) => make("p", { class: "plan-about" }, own(words))));
  const isThere = voiceAt(open) !== "";
  const decide = radios({
    name: `f-${key}-keep`, legend: say("look.next"), isShort: true, chosen: change ? "new" : desk.unfolded.has(keeps) ? "keep" : "",
    choices: [{ value: "keep", words: say("look.keep") }, { value: "new", words: say("look.new") }],
    set: (value) => {
      desk.unfolded.delete(value === "new" ? keeps : key);
      desk.unfolded.add(value === "new" ? key : keeps);
      desk.show(desk.open, value === "new" ? `f-${key}-new` : `f-${key}-keep`);
    },
  });
  return make(
    "section",
    { class: "plan-block", "data-wide": "", "aria-labelledby": `${key}-title ${key}-said` },
    make("h3", { id: `${key}-title` }, say("look.goal")),
    ...whichGoal(desk, goal),
    make(
      "div",
      { class: "look" },
      then,
      make(
        "div",
        { class: "look-today" },
        ...saidToday(stands, stands && stands.status !== "open" ? say(`look.${stands.status}`) : "", desk),
        radios({
          name: `f-${key}`, legend: say("today").replace(/^./u, (letter) => letter.toLocaleUpperCase()), chosen: now?.status ?? "", isShort: true,
          choices: GOAL_STATES.map((value) => ({ value, words: say(`look.${value}`) })),
          set: (value) => desk.note(lookAtGoal(desk.open, goal.id, { status: value as Looked["status"] })),
        }),
        wordsField({ id: `f-${key}-words`, label: say("look.words"), value: now?.said?.words ?? "", set: (words) => desk.note(lookAtGoal(desk.open, goal.id, { status: today(desk, goal.id)?.status ?? before.looked?.at(-1)?.status ?? "open", said: saying(desk.open, words) })) }),
        // One that never had a day has room for one here too.
        ...(next ? [] : when === null ? [dayOfGoal(desk, goal)] : another),
        ...(next ? [make("p", { class: "plan-words" }, own(next.said.words)), dayOfGoal(desk, next)] : isThere ? [decide] : []),
        ...(change && !next && isThere ? [addField(desk, { id: `f-${key}-new`, label: say("look.new_field"), close: key, add: (words) => newGoal(desk.open, goal.id, words) })] : []),
      ),
    ),
  );
}

/** What stood there before a goal that was said anew, and how it had gone with that; empty: nothing did. */
function inPlaceWords({ replaces }: Goal, desk: Desk): string {
  const { open: { plan }, say } = desk;
  const before = plan.goals?.find((each) => each.id === replaces && isTaken(each));
  return before ? say("copy.instead", { words: inLine([say("own", { words: before.said.words }), wentWords(before.looked, desk)], say) }) : "";
}

/** By when a goal is to be: the field that the visit has for it too. */
function dayOfGoal(desk: Desk, { id, looked }: Goal): HTMLElement {
  return timeField(desk, { id: `f-goal-${id}-when`, label: desk.say("goal.when"), when: lastOf(looked, (each) => each.when)?.when ?? null, set: (when) => desk.note(lookAtGoal(desk.open, id, { when })) });
}

/** The goal that stood is kept to be read, and the new one stands in its place. */
function newGoal(open: Open, id: string, words: string): Open {
  return sayGoal(open, id, { words });
}

function actionLook(desk: Desk, action: Action): HTMLElement {
  const { open, say } = desk;
  const now = deedToday(desk, action.id);
  const stands = now === null ? entryIn(open, "actions", action.id)?.before?.did?.at(-1) : undefined;
  const done = stood(desk, "actions", action.id)?.did;
  const before = done?.at(-1);
  const who = lastOf(done, (each) => each.who)?.who;
  const when = lastOf(done, (each) => each.when)?.when;
  const times = [...(done ?? []), ...(action.did ?? [])];
  // How often stays as it was: the day alone has gone by.
  const another = anotherDay(desk, {
    id: action.id, label: say("actions.when"), last: lastOf(times, (each) => each.when)?.when ?? null, isOfNow: Boolean(now?.when),
    set: (at) => doAction(desk.open, action.id, { often: lastOf(times, (each) => each.often)?.often ?? "", when: at }),
  });
  const missing = missingOf(desk, action, done);
  const hideEnded = (status: string): void => [...missing, ...another].forEach((each) => (each.hidden = ENDED.includes(status)));
  hideEnded(now?.status ?? "");
  const asked = askedTo(action);
  const about = inLine([who ? firstWho(open.plan, who, say) : "", asked ? say("who.asked", { to: asked }) : "", whenWords(when, say), before ? say(`status.${before.status}`) : ""], say);
  const answered = action.asked ? answeredWords(done, desk) : "";
  const states = action.asked ? [...ASKED_STATES, ...STATES] : STATES;
  return make(
    "div",
    { class: "plan-row look-row", role: "group", "aria-label": action.said.words },
    make("div", { class: "plan-what" }, make("p", { class: "plan-words" }, own(action.said.words)), ...[about, answered].filter(Boolean).map((words) => make("p", { class: "plan-about" }, own(words))), ...saidToday(stands, stands ? say(`status.${stands.status}`) : "", desk)),
    select({
      id: `f-look-${action.id}`, label: say("look.stands"), none: say("look.stands_none"), chosen: now?.status ?? "",
      choices: states.map((value) => ({ value, words: say(`status.${value}`) })),
      set: (value) => {
        // What has come to an end needs no other day.
        hideEnded(value);
        return value && desk.note(doAction(desk.open, action.id, { status: value as (typeof STATES)[number] }));
      },
    }),
    wordsField({ id: `f-look-${action.id}-words`, label: say("look.action_words"), value: now?.said?.words ?? "", set: (words) => desk.note(doAction(desk.open, action.id, { status: deedToday(desk, action.id)?.status ?? before?.status ?? "planned", said: saying(desk.open, words) })) }),
    ...missing,
    ...another,
  );
}

/** Who does a step and by when, where nobody has said it: asked here too, and not of a paper, which may say it. */
function missingOf(desk: Desk, { asked, did, id }: Action, before: readonly Did[] | undefined): HTMLElement[] {
  const { paper, say } = desk;
  if (paper) return [];
  const isSaid = (name: "often" | "when" | "who"): boolean => (before ?? []).some((each) => each[name]);
  const of = (name: "when" | "who"): Did | undefined => lastOf(did, (each) => each[name]);
  const to = asked ? askedTo({ asked } as Action) : "";
  const who = whoField(desk, { id: `f-look-${id}-who`, label: say("actions.who"), who: of("who")?.who ?? "", ...(to ? { none: say("who.asked", { to }) } : {}), set: (at, chosen) => doAction(at, id, { who: chosen, tell: null }) });
  const when = timeField(desk, { id: `f-look-${id}-when`, label: say("actions.when"), when: of("when")?.when ?? null, set: (chosen) => desk.note(doAction(desk.open, id, { when: chosen })) });
  return [...(isSaid("who") ? [] : [who]), ...(isSaid("when") || isSaid("often") ? [] : [when])];
}

/** What was said at each earlier visit: goals that were replaced or came to an end, and what was decided. */
function history(desk: Desk): HTMLElement {
  const { open: { held: plan }, say } = desk;
  const visits = visitsInOrder(plan).reverse();
  const rows = visits.map((visit) => {
    const at = (each: { visit: string }): boolean => each.visit === visit.id;
    const replaced = replacedGoals(plan);
    const lines = [
      ...(plan.decisions ?? []).flatMap(({ became }) => (became ?? []).filter(at).map((each) => inLine([becameWords(each, say), each.reason ? quotation(each.reason, desk) : "", doubtWords(each, desk)], say))),
      ...signsSaid(desk, visit.id),
      ...(plan.goals ?? []).filter(({ said }) => at(said)).map(({ id, said }) => inLine([say("own", { words: said.words }), replaced.has(id) ? say("look.replaced") : ""], say)),
      ...(plan.goals ?? []).flatMap(({ looked, said }) => (looked ?? []).filter(at).flatMap((each) => {
        const state = each.status !== "open" ? say(`look.${each.status}`) : isReopened(looked ?? [], each) ? say("look.reopened") : "";
        const words = each.said?.words ?? each.now ?? "";
        return state || words ? [inLine([said.words, state, words], say)] : [];
      })),
      ...(plan.goals ?? []).flatMap((goal) => (goal.confidence ?? []).filter(at).flatMap((each) => (sureWords({ ...goal, confidence: [each] }, say) ? [inLine([goal.said.words, sureWords({ ...goal, confidence: [each] }, say)], say)] : []))),
      ...(plan.actions ?? []).flatMap(({ asked, said }) => (asked?.taken_back?.some(at) ? [inLine([said.words, say("copy.taken_back", { to: whomWords(asked.to, say) })], say)] : [])),
      ...(plan.actions ?? []).flatMap(({ did, said }) => (did ?? []).filter(at).map((each) => inLine([said.words, say(`status.${each.status}`), each.said?.words ?? ""], say))),
      ...(plan.if_worse ?? []).filter(({ signs }) => at(signs)).map(({ call = "", i_do: iDo, signs }) => inLine([`${say("worse")}: ${quotation(signs, desk)}`, iDo ? quotation(iDo, desk) : "", call ? say("copy.call", { who: call }) : ""], say)),
      ...(plan.learnt ?? []).filter(at).map((each) => `${say("look.learnt")}: ${quotation(each, desk)}`),
      ...(plan.agreed ?? []).filter(at).flatMap(({ answer, by, words = "" }) => (answer === "not_asked" ? [] : [inLine([`${say("agreed")} ${say(`agreed.${answer}`)}`, whoWords(plan, by, say), words], say)])),
    ];
    const people = visit.there.map((id) => whoWords(plan, id, say)).join(", ");
    return make("div", {}, make("h4", {}, `${day(visit.on, say)}, ${say(`kind.${visit.kind}`)}`), make("p", { class: "plan-about" }, people), make("ul", {}, ...lines.map((text) => make("li", {}, own(text)))));
  });
  return fold(desk, "history", say("look.history"), "", ...rows);
}

/** The warning signs that were ticked at a visit, and what was said there of those that had been. */
function signsSaid({ open: { held: plan }, say }: Desk, visit: string): string[] {
  const answered = signsAnswered(plan);
  const signs = (plan.about_me ?? []).flatMap(({ said }) => said).filter((each) => isSign(each) && each.visit === visit);
  return signs.map((each) => {
    const found = answered.find(({ said }) => said.example === each.example && isSign(each) && said.visit === visit);
    const who = firstWho(plan, each.by, say);
    return found ? say("look.sign_said", { sign: found.sign.words, words: say("look.said_by", { who, words: say("own", { words: each.words }) }) }) : say("look.sign", { words: each.words });
  });
}

function isReopened(looked: readonly Looked[], look: Looked): boolean {
  const before = looked[looked.indexOf(look) - 1]?.status ?? "open";
  return isClosed(before);
}
