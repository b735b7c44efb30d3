/** How the page speaks of people, days and words of a plan. */
import type { Person, Plan, Said, When } from "../../generated/plan.ts";
import { dayInWords } from "../handover/day.ts";
import { make } from "../page/dom.ts";
import { askedWords } from "../plan/asked-words.ts";
import { isSign } from "../plan/current.ts";
import type { Desk, PlanSay } from "./desk.ts";

/** What somebody is to the person; nobody is named. */
export function whoWords(plan: Plan, id: string, say: PlanSay): string {
  const person = plan.people.find((each) => each.id === id);
  return person ? personWords(person, plan, say) : say("who.other");
}

/** On a request by itself "me" is not who reads it: whose request it is, is told by that. */
export function personWords({ job, role }: Person, { part }: Pick<Plan, "part">, say: PlanSay): string {
  if (role === "me" && part === "request") return say("who.me_asks");
  return role !== "me" && job ? job : say(`who.${role}`);
}

/** With a capital letter, as it begins a line. */
export function firstWho(plan: Plan, id: string, say: PlanSay): string {
  const words = whoWords(plan, id, say);
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

/** The name on the page of a heading of what is said about the person. */
export function headingWords(heading: string, say: PlanSay): string {
  const [matters, money, review] = [heading === "most_important", heading === "budgets", heading === "reviews"];
  return matters ? say("matters") : money ? say("money") : review ? say("review") : say(`about.${heading as "people"}`);
}

export function listed(all: readonly string[], say: PlanSay): string {
  return all.reduce((so, each) => (so === "" ? each : say("listed", { a: so, b: each })), "");
}

/** Small facts, and what is pressed beside them, in one line. */
export function apart(...all: readonly (Node | string)[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  for (const each of all.filter((part) => part !== "")) {
    const before = parts.at(-1);
    // One text with the mark in it: by itself the mark would be heard.
    if (typeof before === "string") parts.splice(-1, 1, `${before} · `, each);
    else parts.push(...(before ? [" · "] : []), each);
  }
  return parts;
}

/** Small facts in one line. */
export function inLine(all: readonly string[], say: PlanSay): string {
  return all.filter(Boolean).reduce((so, each) => (so === "" ? each : say("next", { a: so, b: each })), "");
}

export function day(on: string, say: PlanSay): string {
  return dayInWords(say, on) || on;
}

export function whenWords(when: When | null | undefined, say: PlanSay): string {
  if (!when) return "";
  const [words, date] = [when.words ?? "", when.on ? day(when.on, say) : ""];
  return words && date ? say("at", { words, date }) : words || date;
}

/** Who said it, at which kind of visit, on which day. */
export function saidBy(open: Desk["open"], said: Said, desk: Desk): string {
  return saidAt(open, said, desk, said.visit === open.visit ? desk.say("today") : "");
}

/** The same on paper and in a file, which are read on other days: the day is named. */
export function saidOn(open: Desk["open"], said: Said, desk: Desk): string {
  return saidAt(open, said, desk, "");
}

/** `today`: what is said in the place of the day. */
function saidAt({ plan }: Desk["open"], { by, visit, words, example }: Said, { say }: Desk, today: string): string {
  const at = plan.visits?.find(({ id }) => id === visit);
  const date = at ? today || day(at.on, say) : "";
  const answered = plan.decisions?.find(({ record }) => record && record === at?.record)?.aid?.title;
  const kind = answered ? say("kind.record", { aid: answered }) : say(`kind.${at?.kind ?? "visit"}`);
  const said = say("said", { who: firstWho(plan, by, say), kind, date });
  // A sign that was ticked is no example that was taken.
  return inLine([said, example && !isSign({ by, visit, words, example }) ? say("from_aid") : ""], say);
}

/** At which kind of visit something was written down of which nobody has words, and on which day. */
export function visitWords({ plan, visit: now }: Desk["open"], visit: string, { say }: Desk): string {
  const at = plan.visits?.find(({ id }) => id === visit);
  return at ? inLine([say(`kind.${at.kind}`), visit === now ? say("today") : day(at.on, say)], say) : "";
}

/** Words beneath a name that says when others were said: what is of another visit says of which. */
export function saidThen(words: string, { by = "", visit }: { by?: string; visit: string }, named: string, desk: Desk): string {
  const { open, say } = desk;
  if (words === "" || visit === named) return words;
  const on = open.plan.visits?.find(({ id }) => id === visit)?.on;
  return inLine([words, by ? saidBy(open, { words: "", by, visit }, desk) : on ? day(on, say) : ""], say);
}

/** Whether the words are somebody else's than the person's: on paper they are not to be taken for theirs. */
export function isOthers({ by }: Said, { open: { plan } }: Desk): boolean {
  return plan.people.some(({ id, role }) => id === by && role !== "me");
}

/** Words in quotation marks; whose they are stands before them where they are not the person's. */
export function quotation(said: Said, desk: Desk): string {
  const { open: { plan }, say } = desk;
  const words = say("own", { words: said.words });
  return isOthers(said, desk) ? say("look.said_by", { who: firstWho(plan, said.by, say), words }) : words;
}

/** What several said together: who they are, at which kind of visit, on which day. */
export function saidTogether({ plan, visit: now }: Desk["open"], all: readonly string[], visit: string, { say }: Desk): string {
  const at = plan.visits?.find(({ id }) => id === visit);
  const [first = "", ...more] = all;
  const who = listed([firstWho(plan, first, say), ...more.map((id) => whoWords(plan, id, say))], say);
  return say("said", { who, kind: say(`kind.${at?.kind ?? "visit"}`), date: visit === now ? say("today") : at ? day(at.on, say) : "" });
}

/** Whom the person asks, within a sentence. */
export function whomWords(to: string, say: PlanSay): string {
  const { first, words } = askedWords(to);
  return first ? say(`asked.${first}`, { words }) : words;
}

/** The end of a sentence, within marks of quotation or not. */
const ENDED = /[.!?…]\P{L}?$/u;

/** Words behind which others come. */
export function ended(words: string): string {
  return ENDED.test(words) ? words : `${words}.`;
}

/** Somebody's own words, set apart in their direction. */
export function own(words: string): HTMLElement {
  return make("bdi", {}, words);
}

/** A telephone number among other words. */
const NUMBER = /(\+?\d[\d ()-]{5,22}\d)/u;

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** The same, each number in it whole. */
export function ownNumbered(words: string): HTMLElement {
  return make("bdi", {}, ...numbered(words));
}

/** Words in which each number stays in one line, and apart where its parts would change their places: among words from right to left. */
export function numbered(words: string): (Node | string)[] {
  const parts = words.split(NUMBER).map((part, place) => (place % 2 === 1 ? part.replace(/ /gu, "\u00a0") : part));
  // An element would part what a screen reader says, so there is one only where it is needed.
  if (!RIGHT_TO_LEFT.test(words)) return [parts.join("")];
  return parts.map((part, place) => (place % 2 === 1 ? make("bdi", { dir: "ltr" }, part) : part));
}

/** The same day so many weeks or months later; the last of the month where it has no such day. */
export function later(from: string, n: number, unit: "weeks" | "months"): string {
  const date = new Date(`${from}T00:00:00Z`);
  if (unit === "weeks") date.setUTCDate(date.getUTCDate() + 7 * n);
  else {
    const on = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + n, 1);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(on, last));
  }
  return date.toISOString().slice(0, 10);
}

/** The last of a list that is so. */
export function lastOf<Entry>(all: readonly Entry[] | undefined, isSo: (entry: Entry) => unknown): Entry | undefined {
  return [...(all ?? [])].reverse().find(isSo);
}
