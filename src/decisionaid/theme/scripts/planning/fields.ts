/** What people fill in: lines that grow, choices of which none is made before, days. */
import type { Person, Plan, When } from "../../generated/plan.ts";
import { addPerson, isOfUnknownRole, type Open, personAs, sayRole } from "../plan/open-plan.ts";
import { timeOf } from "../plan/edits.ts";
import { line } from "../record/text.ts";
import { all, announce, button, make, one } from "../page/dom.ts";
import { whenReleased } from "../page/pressed.ts";
import type { Desk, PlanSay } from "./desk.ts";
import { taken, watchDraft } from "./drafts.ts";
import { markField, missingAt } from "./missing.ts";
import { day, inLine, lastOf, later, personWords, whenWords } from "./words.ts";

/** Letters of a word that has room beside another answer on a phone. */
const MOST_BESIDE = 11;
/** Characters of words of somebody's own, and of a line. */
const [MOST, MOST_LINE] = [600, 300];

interface Field {
  id: string;
  label: string;
  value: string;
  hint?: string;
  isLine?: boolean;
  /** True: the plan has them. False: it has not taken them. Else they wait. */
  set(words: string): unknown;
}

/** A field for words, which grows with them. */
export function wordsField({ id, label, value, hint, isLine = false, set }: Field): HTMLElement {
  const field = make("textarea", { id, rows: "1", dir: "auto", maxlength: `${isLine ? MOST_LINE : MOST}`, autocomplete: "off", ...(hint ? { "aria-describedby": `${id}-hint` } : {}) });
  field.value = value;
  field.addEventListener("input", () => grow(field));
  watchDraft(field);
  field.addEventListener("change", () => {
    if (set(field.value) === true) taken(field);
  });
  // Drawn before it has a place: how high it is can be told then.
  requestAnimationFrame(() => grow(field));
  return make("p", { class: "plan-field" }, make("label", { for: id }, label), ...(hint ? [make("span", { class: "hint", id: `${id}-hint` }, hint)] : []), field);
}

function grow(field: HTMLTextAreaElement): void {
  field.style.blockSize = "auto";
  if (field.scrollHeight > 0) field.style.blockSize = `${field.scrollHeight + 4}px`;
}

/** Words to add with a button; nothing is taken before it is pressed. `add`: null where something else is missing, and was said. */
export function addField(desk: Desk, { id, label, hint, add, close }: { id: string; label: string; hint?: string; add(words: string): Open | null; close?: string }): HTMLElement {
  const field = wordsField({ id, label, value: "", ...(hint ? { hint } : {}), set: () => undefined });
  const area = one<HTMLTextAreaElement>("textarea", field);
  const press = button(desk.say("add"), { class: "button secondary" }, () => {
    if (!area || line(area.value) === "") return missingAt(id, desk.say("missing.words"));
    const next = add(area.value);
    if (next === null) return;
    if (next === desk.open) return noRoom(desk, press);
    if (close) desk.unfolded.delete(close);
    taken(area);
    desk.show(next, id);
  });
  return make("div", { class: "plan-add" }, field, press);
}

/** Say beside what was pressed that the plan has no room for it. */
export function noRoom({ say }: Desk, beside: HTMLElement): void {
  sayBeside(beside, say("note.full_entry"));
}

/** Say, to be seen and heard, why a press did nothing. */
export function sayBeside(beside: HTMLElement, words: string): void {
  one(".plan-full")?.remove();
  beside.after(make("p", { class: "note plan-full", role: "alert" }, words));
}

export interface Choice {
  value: string;
  words: string;
}

/** In the place of what only the person can answer, who is not here: a way to it leads here all the same. */
export function absent(id: string, words: string): HTMLElement {
  return make("p", { class: "hint", id, tabindex: "-1" }, words);
}

/** One of several; `none` says what is not chosen yet. `waits`: what is chosen is taken with a press that comes later. */
export function select({ id, label, choices, chosen, none, waits = false, set }: { id: string; label: string; choices: readonly Choice[]; chosen: string; none: string; waits?: boolean; set?(value: string): void }): HTMLElement {
  const options = [{ value: "", words: none }, ...choices].map(({ value, words }) => make("option", { value, ...(value === chosen ? { selected: "" } : {}) }, words));
  const made = make("select", { id }, ...options);
  if (waits) watchDraft(made);
  made.addEventListener("change", () => set?.(made.value));
  return make("p", { class: "plan-field" }, make("label", { for: id }, label), made);
}

/** Words of somebody who is here, and who: they are taken once both are said. With one alone here they are theirs. */
export function saidByField({ open, say }: Desk, { id, label, value, there, by, set }: { id: string; label: string; value: string; there: readonly string[]; by: string; set(words: string, by: string): boolean }): HTMLElement[] {
  const [first = ""] = there;
  const isAlone = there.length === 1;
  const whoIs = (): string => (isAlone ? first : (one<HTMLSelectElement>("select", who)?.value ?? ""));
  const take = (): boolean => {
    const area = one<HTMLTextAreaElement>("textarea", field);
    const list = one<HTMLSelectElement>("select", who);
    if (!area || (line(area.value) !== "" && whoIs() === "") || !set(area.value, whoIs())) return false;
    for (const each of list ? [area, list] : [area]) taken(each);
    if (list) markField(list, "");
    return true;
  };
  const who = select({
    id: `${id}-by`, label: say("actions.suggest_who"), none: say("who"), chosen: by, waits: true, choices: peopleChoices({ open, say }, there),
    set: () => void take(),
  });
  const field = wordsField({
    id, label, value,
    set: (words) => {
      const list = one("select", who);
      // Heard and seen, and the focus goes on to where it was going.
      if (line(words) !== "" && whoIs() === "" && list) {
        markField(list, say("missing.choice"));
        return announce(say("missing.choice"));
      }
      return take();
    },
  });
  return [...(isAlone ? [] : [who]), field];
}

/** Several rows of which one may be chosen, or none; those of `apart` stand in a row of their own. */
export function radios({ name, legend, choices, apart = [], chosen, set, isShort = false }: { name: string; legend: string; choices: readonly Choice[]; apart?: readonly Choice[]; chosen: string; set(value: string): void; isShort?: boolean }): HTMLElement {
  const rows = [...choices, ...apart].map(({ value, words }, n) => {
    const input = make("input", { type: "radio", name, value, id: n === 0 ? name : `${name}-${n}`, ...(value === chosen ? { checked: "" } : {}) });
    input.addEventListener("change", () => set(value));
    return make("label", { class: "answer" }, input, make("span", {}, words));
  });
  const groups = [rows.slice(0, choices.length), rows.slice(choices.length)].filter(({ length }) => length > 0);
  return make("fieldset", { class: "plan-choice", ...(isShort ? { "data-beside": "" } : {}) }, make("legend", {}, legend), ...groups.map((group) => make("div", { class: "answers" }, ...group)));
}

/** Rows to tick. */
export function ticks({ name, legend, choices, ticked, set }: { name: string; legend: string; choices: readonly Choice[]; ticked: readonly string[]; set(value: string, isTicked: boolean): void }): HTMLElement {
  const rows = choices.map(({ value, words }, n) => {
    const input = make("input", { type: "checkbox", name, value, id: n === 0 ? name : `${name}-${n}`, ...(ticked.includes(value) ? { checked: "" } : {}) });
    input.addEventListener("change", () => set(value, input.checked));
    return make("label", { class: "answer" }, input, make("span", {}, words));
  });
  const hasLong = choices.some(({ words }) => words.split(/\s/u).some(({ length }) => length > MOST_BESIDE));
  return make("fieldset", { class: "plan-choice", "data-beside": hasLong ? "long" : "" }, make("legend", {}, legend), make("div", { class: "answers" }, ...rows));
}

/** No id of a person, and no day. */
const OTHER = "+";
/** Times that are offered beside those of an aid. */
const OFFERS = [[1, "weeks"], [2, "weeks"], [4, "weeks"], [3, "months"], [6, "months"]] as const;

/** When: some days from today, or any day, or words. `aid`: a day that an example in the aid comes to. */
export function timeField(desk: Desk, { id, label, when, aid = "", set }: { id: string; label: string; when: When | null; aid?: string; set(when: When | null): void }): HTMLElement {
  const { say, today } = desk;
  const offers = OFFERS.map(([n, unit]) => [later(today, n, unit), n, unit] as const).filter(([on]) => on !== aid);
  const choices = [
    ...(aid ? [{ value: aid, words: say("when.aid", { date: whenWords({ on: aid }, say) }) }] : []),
    ...offers.map(([on, n, unit]) => ({ value: on, words: say(`when.${unit}`, { n, date: whenWords({ on }, say) }) })),
  ];
  const isOffered = when !== null && !when.words && choices.some(({ value }) => value === when.on);
  const named = when !== null && !isOffered ? [{ value: "=", words: whenWords(when, say) }] : [];
  const isExact = desk.unfolded.has(id);
  const chosen = isExact ? OTHER : when === null ? "" : isOffered ? (when.on ?? "") : "=";
  const gone = make("p", { class: "note plan-gone", id: `${id}-gone` });
  const noted = (next: When | null): void => {
    set(next);
    whenReleased(() => sayGone(desk, gone, next));
  };
  const exact = exactTime(desk, id, when, noted);
  exact.hidden = !isExact;
  const field = select({
    id, label, choices: [...named, ...choices, { value: OTHER, words: say("when.other") }], chosen, none: say("when"),
    set: (value) => {
      exact.hidden = value !== OTHER;
      keepOpen(desk, id, value);
      if (value === OTHER) one("input", exact)?.focus();
      else if (value !== "=") noted(value === "" ? null : { on: value });
    },
  });
  const made = make("div", { class: "plan-time" }, field, exact, gone);
  for (const each of all("select, input[type=date]", made)) each.setAttribute("aria-describedby", gone.id);
  showGone(desk, gone, when);
  return made;
}

/** What is written in words stays open for them when the page is drawn anew, until something else is chosen. */
function keepOpen({ unfolded }: Desk, id: string, value: string): void {
  if (value === OTHER) unfolded.add(id);
  else unfolded.delete(id);
}

/** That a day has gone by: said beside it, and no bar to anything. */
function showGone({ say, today }: Desk, place: HTMLElement, when: When | null): void {
  const isGone = (when?.on ?? today) < today;
  place.hidden = !isGone;
  place.textContent = isGone ? say("when.gone", { date: whenWords({ on: when?.on ?? null }, say) }) : "";
}

/** The same, heard too by whoever has just chosen it. */
function sayGone(desk: Desk, place: HTMLElement, when: When | null): void {
  showGone(desk, place, when);
  if (place.textContent) announce(place.textContent);
}

function exactTime({ say }: Desk, id: string, when: When | null, set: (when: When | null) => void): HTMLElement {
  const on = make("input", { type: "date", id: `${id}-day`, max: "9999-12-30" });
  const words = make("input", { type: "text", id: `${id}-words`, maxlength: `${MOST_LINE}`, dir: "auto", autocomplete: "off" });
  [on.value, words.value] = [when?.on ?? "", when?.words ?? ""];
  for (const each of [on, words]) each.addEventListener("change", () => set(timeOf(on.value, words.value)));
  return make("p", { class: "plan-field plan-exact" }, make("label", { for: on.id }, say("when.day")), on, make("label", { for: words.id }, say("when.words")), words);
}

/** Who of those that the plan knows, or of some of them; somebody else can be named by what they are to the person, and has this `role`. */
export function whoField(desk: Desk, { id, label, who, only, role = "other", none = desk.say("who"), set, then }: { id: string; label: string; who: string; only?: readonly string[]; role?: Person["role"]; none?: string; set(open: Open, who: string | null): Open; then?(): void }): HTMLElement {
  const { open, say } = desk;
  const job = make("input", { type: "text", id: `${id}-job`, maxlength: `${MOST_LINE}`, dir: "auto", autocomplete: "off", "aria-describedby": `${id}-job-hint` });
  const extra = make("p", { class: "plan-field plan-exact" }, make("label", { for: job.id }, say("who.new_job")), make("span", { class: "hint", id: `${id}-job-hint` }, say("who.new_hint")), job);
  const isNew = desk.unfolded.has(id);
  extra.hidden = !isNew;
  job.addEventListener("change", () => {
    const known = open.plan.people.find((each) => (each.job ?? "").toLowerCase() === line(job.value).toLowerCase());
    // Naming somebody of whom nobody had said it says it.
    const isUnsaid = known !== undefined && role !== "other" && isOfUnknownRole(desk.open, known.id);
    if (known && !isUnsaid && only?.includes(known.id) === false) {
      markField(job, desk.say("who.not_theirs"));
      return announce(desk.say("who.not_theirs"));
    }
    markField(job, "");
    const named = isUnsaid ? sayRole(desk.open, known.id, role) : known ? desk.open : addPerson(desk.open, role, job.value);
    const person = known ?? personAs(named.plan, role, job.value);
    if (!person || line(job.value) === "") return;
    desk.unfolded.delete(id);
    desk.note(set(named, person.id));
    // Whoever left the field is on the way to another one.
    desk.redraw(id);
  });
  const field = select({
    id, label, chosen: isNew ? OTHER : who, none,
    choices: [...peopleChoices(desk, only), { value: OTHER, words: say("who.new") }],
    set: (value) => {
      extra.hidden = value !== OTHER;
      keepOpen(desk, id, value);
      if (value === OTHER) return job.focus();
      // The list itself stays: with keys each step through it is a change.
      desk.note(set(desk.open, value || null));
      then?.();
    },
  });
  return make("div", { class: "plan-time" }, field, extra);
}

export function peopleChoices({ open: { plan }, say }: { open: Open; say: PlanSay }, only?: readonly string[]): Choice[] {
  const all = plan.people.filter(({ id }) => only === undefined || only.includes(id));
  const names = all.map((person) => firstLetter(personWords(person, plan, say)));
  return all.map(({ id }, place) => {
    const words = names[place] ?? "";
    const isOnlyOne = names.filter((each) => each === words).length === 1;
    return { value: id, words: isOnlyOne ? words : inLine([words, metOn(plan, id, say)], say) };
  });
}

/** On which day somebody was there last, by which two of one job are told apart; empty: on none. */
function metOn({ visits = [] }: Plan, id: string, say: PlanSay): string {
  const last = lastOf(visits, ({ there }) => there.includes(id));
  return last ? say("who.here_on", { date: day(last.on, say) }) : "";
}

export function firstLetter(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}
