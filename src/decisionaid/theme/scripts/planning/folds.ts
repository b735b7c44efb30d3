/** What there may be no time for: each part is a fold, which says how much it holds. */
import type { Need, Said, Shared } from "../../generated/plan.ts";
import { addGoal } from "../plan/edits-doing.ts";
import { addNote, dropNote, type Heading, type Notes, sayAboutMe, sayNeed, sayShared } from "../plan/edits.ts";
import { addResult } from "../plan/edits-results.ts";
import { PROFESSIONALS } from "../plan/faults.ts";
import { loose, voiceAt } from "../plan/open-plan.ts";
import { isSign, needsNow, saidNow, wordingsOf } from "../plan/current.ts";
import { openGoals, replacedGoals } from "../plan/taken.ts";
import { line } from "../record/text.ts";
import { all, button, make } from "../page/dom.ts";
import { fold } from "./block.ts";
import { declined, othersThere, suggest, suggestion } from "./block-actions.ts";
import { goalParts } from "./block-goal.ts";
import { chosen } from "./block-matters.ts";
import type { Desk } from "./desk.ts";
import { takenAt, typedIn } from "./drafts.ts";
import { absent, addField, noRoom, peopleChoices, radios, select, ticks, wordsField } from "./fields.ts";
import { moneyFold } from "./fold-money.ts";
import { pullsFold } from "./fold-pulls.ts";
import { missingAt } from "./missing.ts";
import { apart, own, saidBy, visitWords } from "./words.ts";

const HEADINGS: readonly Heading[] = ["people", "communicate", "wellness", "please_do_and_dont", "support", "also_worth_knowing"];
const NEEDS: readonly Need["about"][] = ["pain", "sleep", "tired", "moving", "falls", "breath", "food_and_weight", "memory", "low_mood", "worry", "lonely", "family", "home", "money", "work", "other"];
const RESULT = ["what", "found", "means"] as const;
const PARTS = ["all", "goals_and_actions", "one_request", "nothing"] as const;

export function folds(desk: Desk): HTMLElement {
  const { say } = desk;
  return make("section", { class: "plan-folds", "aria-labelledby": "folds-title" }, make("h3", { id: "folds-title" }, say("folds")), about(desk), hard(desk), moreGoals(desk), ...pullsFold(desk), notes(desk, "by_myself", say("fold.myself"), say("fold.myself_field")), results(desk), shared(desk), moneyFold(desk));
}

function about(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const all = open.plan.about_me ?? [];
  const rows = HEADINGS.map((heading) => {
    const of = (plan: Desk["open"]["plan"]) => plan.about_me?.find((each) => each.heading === heading)?.said ?? [];
    const [said, held] = [of(open.plan), of(open.held)];
    const isOwn = (each: Said): boolean => !isSign(each);
    const words = loose(said.filter(isOwn), held.filter(isOwn))?.words ?? "";
    const field = wordsField({ id: `f-about-${heading}`, label: say(`about.${heading}`), value: words, set: (typed) => desk.note(sayAboutMe(desk.open, heading, typed)) });
    // Beneath its name: above that it would seem to be of the field before.
    // A sign that was ticked hides no words, and words hide no sign.
    const stands = saidNow(open.plan, held.filter(isOwn));
    const isTwo = wordingsOf(open.plan).includes(heading);
    const shown = held.filter((each) => isSign(each) || stands.includes(each));
    field.firstElementChild?.after(...shown.map((each) => make("span", { class: "plan-about" }, own(each.words), ...apart(` · ${saidBy(open, each, desk)}`, ...(isTwo ? chosen(desk, heading, each, stands, `f-about-${heading}`) : [])))));
    return field;
  });
  return fold(desk, "about", say("fold.about"), say("fold.n", { n: all.filter(({ heading }) => heading !== "most_important").length }), ...rows);
}

function hard(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const [needs, held] = [open.plan.needs ?? [], open.held.needs ?? []];
  // What stands is words: a tick that cannot be taken back would be none.
  const stands = needsNow(open.held).map((each) => make("li", {}, make("b", {}, say(`need.${each.about}`)), ...(each.said ? [": ", own(each.said.words), " ", make("span", { class: "plan-about" }, saidBy(open, each.said, desk))] : each.visit ? [" ", make("span", { class: "plan-about" }, visitWords(open, each.visit, desk))] : [])));
  const left = NEEDS.filter((value) => held.every(({ about }) => about !== value));
  const set = (value: string, isTicked: boolean): void => {
    if (desk.note(sayNeed(desk.open, value as Need["about"], isTicked))) return;
    // Somebody has it since this was drawn, or there is no room for it.
    desk.show(desk.open, "hard-fold");
    const name = document.getElementById("hard-fold");
    if (isTicked && name) noRoom(desk, name);
  };
  return fold(
    desk, "hard", say("fold.hard"), say("fold.n", { n: needs.length }),
    ...(stands.length > 0 ? [make("p", { class: "hint" }, say("fold.hard_stands")), make("ul", { "data-stands": "" }, ...stands)] : []),
    ...(left.length > 0 ? [ticks({ name: "f-hard", legend: say("fold.hard"), ticked: needs.map((each) => each.about), choices: left.map((value) => ({ value, words: say(`need.${value}`) })), set })] : []),
  );
}

function moreGoals(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const [, ...others] = openGoals(open.plan);
  const replaced = replacedGoals(open.plan);
  const asked = (open.plan.goals ?? []).filter(({ id, mine }) => mine === "not_asked" && !replaced.has(id));
  return fold(
    desk, "goals", say("fold.goals"), say("fold.goals_n", { n: others.length + asked.length }),
    ...asked.map((goal) => suggestion(desk, "goals", goal)),
    ...declined(desk, "goals"),
    ...others.map((goal) => make("div", { class: "plan-other" }, ...goalParts(desk, goal))),
    ...(voiceAt(open) === "" ? [] : [addField(desk, { id: "f-goal-more", label: say("fold.goals_add"), add: (words) => addGoal(desk.open, { words }) })]),
    ...(othersThere(desk).length > 0 ? [suggest(desk, "f-goal-suggest", say("fold.goals_suggest"), (words, by) => addGoal(desk.open, { words, by }))] : []),
  );
}

/** A list of notes, each of which stands for itself. */
export function notes(desk: Desk, name: Notes, title: string, label: string): HTMLElement {
  const { open, say } = desk;
  return fold(desk, name, title, say("fold.n", { n: open.plan[name]?.length ?? 0 }), ...noteList(desk, name, label));
}

export function noteList(desk: Desk, name: Notes, label: string): HTMLElement[] {
  const { open, say } = desk;
  const [all, held] = [open.plan[name] ?? [], open.held[name] ?? []];
  const rows = all.map((each, at) => {
    const out = button(say("out"), { class: "link", "aria-label": say("out_of", { words: each.words }) }, () => desk.show(dropNote(desk.open, name, at), `f-${name}`));
    return make("li", {}, own(each.words), " ", make("span", { class: "plan-about" }, ...apart(saidBy(open, each, desk), ...(at >= held.length ? [out] : []))));
  });
  return [...(rows.length > 0 ? [make("ul", {}, ...rows)] : []), addField(desk, { id: `f-${name}`, label, add: (words) => addNote(desk.open, name, words) })];
}

/** Words alone: what was looked at, what was found, and what somebody who may say so said that it means. */
function results(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const all = open.plan.results ?? [];
  const when = (visit: string | null | undefined, means: Said | null | undefined): (Node | string)[] => (visit && visit !== means?.visit ? [" ", make("span", { class: "plan-about" }, visitWords(open, visit, desk))] : []);
  const rows = all.map(({ found, means, visit, what }) => make("li", {}, make("b", {}, own(what)), ": ", own(found), ...when(visit, means), ...(means ? [" ", make("span", { class: "plan-means" }, own(means.words)), " ", make("span", { class: "plan-about" }, saidBy(open, means, desk))] : [])));
  const professionals = open.plan.people.filter(({ role }) => PROFESSIONALS.includes(role)).map(({ id }) => id);
  const field = (name: "what" | "found" | "means"): HTMLElement => wordsField({ id: `f-result-${name}`, label: say(`fold.results_${name}`), value: "", isLine: name !== "means", set: () => undefined });
  const who = select({ id: "f-result-by", label: say("fold.results_who"), none: say("who"), chosen: "", choices: peopleChoices(desk, othersThere(desk).filter((id) => professionals.includes(id))), waits: true });
  const add = button(say("add"), { class: "button secondary" }, () => {
    const [what = "", found = "", means = ""] = RESULT.map((name) => typedIn(`f-result-${name}`));
    const by = typedIn("f-result-by");
    const missing = line(what) === "" ? "what" : line(found) === "" ? "found" : line(means) !== "" && by === "" ? "by" : "";
    if (missing) return missingAt(`f-result-${missing}`, say(missing === "by" ? "missing.choice" : "missing.words"));
    const next = addResult(desk.open, { what, found, means, by });
    if (next === desk.open) return noRoom(desk, add);
    takenAt("f-result-by", ...RESULT.map((name) => `f-result-${name}`));
    desk.show(next, "f-result-what");
  });
  return fold(desk, "results", say("fold.results"), say("fold.n", { n: all.length }), ...(rows.length > 0 ? [make("ul", {}, ...rows)] : []), field("what"), field("found"), field("means"), who, add);
}

/** Asked for each receiver and each part. */
function shared(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const told = open.plan.shared ?? [];
  const rows = told.map((each) => make("li", {}, say("fold.shared_said", { who: each.with_whom, parts: say(`fold.shared_${each.parts}`), answer: say(`agreed.${each.answer}`) })));
  return fold(
    desk, "shared", say("fold.shared"), say("fold.n", { n: told.length }),
    ...(rows.length > 0 ? [make("ul", {}, ...rows)] : []),
    ...(voiceAt(open) === "" ? [absent("f-shared", say("asked.absent"))] : sharedFields(desk)),
  );
}

function sharedFields(desk: Desk): HTMLElement[] {
  const { say } = desk;
  return [
    wordsField({ id: "f-shared", label: say("fold.shared_to"), value: "", isLine: true, set: () => undefined }),
    select({ id: "f-shared-parts", label: say("fold.shared_parts"), none: say("begin.role_none"), chosen: "", choices: PARTS.map((value) => ({ value, words: say(`fold.shared_${value}`) })), waits: true }),
    radios({
      name: "f-shared-answer", legend: say("fold.shared_answer"), isShort: true, chosen: "",
      choices: [{ value: "yes", words: say("agreed.yes") }, { value: "no", words: say("agreed.no") }],
      set: (value) => {
        const [to, parts] = [line(typedIn("f-shared")), typedIn("f-shared-parts")];
        if (to === "" || parts === "") {
          // An answer without a question is none.
          for (const each of all<HTMLInputElement>("input[name=f-shared-answer]")) each.checked = false;
          return to === "" ? missingAt("f-shared", say("missing.words")) : missingAt("f-shared-parts", say("missing.choice"));
        }
        takenAt("f-shared", "f-shared-parts");
        desk.show(sayShared(desk.open, to, parts as Shared["parts"], value === "yes" ? "yes" : "no"), "f-shared");
      },
    }),
  ];
}
