/** Words of two copies of the plan that are not the same, side by side: people choose which hold, or keep both. */
import type { Became, Plan } from "../../generated/plan.ts";
import { shownName } from "../handover/opened.ts";
import { announce, button, make } from "../page/dom.ts";
import { canHoldBoth, type Chosen, chosenIn, type Differing, saysNow } from "../plan/differing.ts";
import { becameWords, doubtWords } from "./block-decided.ts";
import type { Desk } from "./desk.ts";
import { noRoom } from "./fields.ts";
import { day, firstWho, listed, own, saidTogether } from "./words.ts";

/** Differences that are shown; the others are counted. */
const MOST = 8;
/** What says where words come from, and not what they say. */
const ABOUT: readonly string[] = ["by", "visit", "id", "example", "after"];

/** `file`: the copy that was opened, by `way`. */
export function twoCopies(desk: Desk, all: readonly Differing[], file: Plan, way: string): HTMLElement {
  const { say } = desk;
  const more = all.length - MOST;
  return make(
    "section",
    { class: "panel", "data-differ": "", "aria-labelledby": "differ-title" },
    make("h2", { id: "differ-title", tabindex: "-1" }, say("differ.title")),
    make("p", { class: "hint" }, say("differ.hint")),
    ...all.slice(0, MOST).map((each) => difference(desk, each, file, way)),
    ...(more > 0 ? [make("p", {}, say("differ.more", { n: more }))] : []),
  );
}

function difference(desk: Desk, each: Differing, file: Plan, way: string): HTMLElement {
  const { say } = desk;
  const place = make("div", { class: "plan-differ" });
  const draw = (): void => {
    const choose = (which: Chosen) => (event: MouseEvent): void => {
      const next = isSo(which) && (which === "both" || !isSo("both")) ? desk.open : chosenIn(desk.open, file, each, which);
      if (next === desk.open && !isSo(which)) return noRoom(desk, event.currentTarget as HTMLElement);
      desk.show(next);
      draw();
      announce(say(which === "both" ? "differ.both_now" : "differ.now"));
      title.focus();
    };
    const isSo = (which: Chosen): boolean => (which === "both" ? saysNow(desk.open.plan, each, "open") && saysNow(desk.open.plan, each, "file") : saysNow(desk.open.plan, each, which));
    const side = (which: "open" | "file", name: string): HTMLElement => {
      const words = wordsOf(each[which], desk, each.path.at(-1)).join(" · ");
      const press = button(say("differ.use"), { class: "button secondary", "data-use": which, "aria-label": say("differ.use_of", { words }) }, choose(which));
      return make("div", { "data-side": which }, make("h4", {}, name), make("p", { class: "plan-words" }, own(words || say("differ.none"))), ...about(each[which], desk), ...(isSo(which) ? [make("p", { class: "hint" }, say("differ.now"))] : []), press);
    };
    const title = make("h3", { tabindex: "-1" }, titleOf(each, desk));
    const both = button(say("differ.both"), { class: "button secondary", "data-use": "both" }, choose("both"));
    place.replaceChildren(title, make("div", { class: "plan-two" }, side("open", say("differ.open")), side("file", way)), ...(canHoldBoth(each) ? [make("p", { class: "plan-tools" }, both)] : []));
  };
  draw();
  return place;
}

function about(value: unknown, desk: Desk): HTMLElement[] {
  const { by, visit } = value as { readonly by?: string | readonly string[]; readonly visit?: string };
  const all = typeof by === "string" ? [by] : (by ?? []);
  return all.length > 0 && visit ? [make("p", { class: "plan-about" }, own(saidTogether(desk.open, all, visit, desk)))] : [];
}

/** All that is said in a value; people, days and states as the page says them, `name` is what the value is called. */
function wordsOf(value: unknown, desk: Desk, name = ""): string[] {
  if (typeof value === "string") return value === "" ? [] : [inWords(name, value, desk)];
  if (typeof value === "number") return [`${value}`];
  if (Array.isArray(value)) return value.length > 0 ? [listed(value.flatMap((each) => wordsOf(each, desk, name)), desk.say)] : [];
  if (value === null || typeof value !== "object") return [];
  // Of an aid or a service its name; all else is for machines.
  if (name === "aid" || name === "service") return Object.entries(value).flatMap(([of, part]) => (NAMES.includes(of) ? wordsOf(part, desk, of) : []));
  // The state, the option and its name are one thing that was decided.
  if (name === "became") return [becameWords(value as Became, desk.say), ...Object.entries(value).flatMap(([of, part]) => (BECAME.includes(of) ? [] : wordsOf(part, desk, of))), doubtWords(value as Became, desk)].filter(Boolean);
  return Object.entries(value).flatMap(([of, part]) => (ABOUT.includes(of) ? [] : wordsOf(part, desk, of)));
}

/** What is said of a decision in the words of what became of it, or beside them. */
const BECAME: readonly string[] = [...ABOUT, "state", "option", "option_name", "doubts"];
const NAMES: readonly string[] = ["title", "name"];
const PEOPLE: readonly string[] = ["who", "tell", "lead", "helper", "coordinator", "signed_by"];
const STATUS = ["planned", "doing", "done", "stopped", "not_started", "asked", "waiting", "seen", "no_reply", "refused"] as const;
const MONEY = ["indicative", "proposed", "agreed", "refused", "ended"] as const;
const LOOKS = ["met", "partly", "not_met", "dropped"] as const;

function inWords(name: string, value: string, { open: { plan }, say }: Desk): string {
  if (PEOPLE.includes(name) && plan.people.some(({ id }) => id === value)) return firstWho(plan, value, say);
  if (name === "goal") return plan.goals?.find(({ id }) => id === value)?.said.words ?? value;
  if (name === "status") {
    const [deed, look] = [STATUS.find((each) => each === value), LOOKS.find((each) => each === value)];
    return deed ? say(`status.${deed}`) : look ? say(`look.${look}`) : value;
  }
  const money = name === "state" ? MONEY.find((each) => each === value) : undefined;
  if (money) return say(`money.state_${money}`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? day(value, say) : value;
}

/** The part of the plan, by the name that it has on the page; else as the file calls it. */
function titleOf({ path: [part = "", entry = "", field = ""] }: Differing, { say }: Desk): string {
  if (part === "about_me") return say(`about.${entry as "people"}`);
  const names: { [name: string]: string } = {
    goals: say("goal"), actions: say("actions"), decisions: say("decided"), if_worse: say("worse"), reviews: say("review"), needs: say("fold.hard"), results: say("fold.results"),
    people: say("whose.people"), going_well: say("home.well"), questions: say("home.asks"), by_myself: say("fold.myself"), learnt: say("look.learnt"), budgets: say("money"),
  };
  const name = names[part] ?? shownName(part);
  const fields: { [name: string]: string } = {
    became: "", did: say("look.stands"), looked: say("look.goal"), when: say("copy.when"), helps: say("goal.helps"), confidence: say("goal.sure"), goal: say("actions.goal"),
    signs: say("worse.signs"), i_do: say("worse.i_do"), call: say("worse.call"), lead: say("review.lead"), sooner_if: say("review.sooner"),
  };
  const of = fields[field] ?? shownName(field);
  return of === "" || field === "said" ? name : say("differ.of", { part: name, field: of });
}
