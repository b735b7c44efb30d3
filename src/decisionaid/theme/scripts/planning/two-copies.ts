/** Words of two copies of the plan that are not the same, side by side: people choose which hold, or keep both. */
import type { Plan, Said } from "../../generated/plan.ts";
import { shownName } from "../handover/opened.ts";
import { announce, button, make } from "../page/dom.ts";
import { canHoldBoth, type Chosen, chosenIn, type Differing, saysNow } from "../plan/differing.ts";
import type { Desk } from "./desk.ts";
import { noRoom } from "./fields.ts";
import { listed, own, saidBy } from "./words.ts";

/** Differences that are shown; the others are counted. */
const MOST = 8;
/** What says where words come from, and not what they say. */
const ABOUT: readonly string[] = ["by", "visit", "id", "example"];

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
      const words = wordsOf(each[which], desk).join(" · ");
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
  const said = value as Partial<Said>;
  return said.by && said.visit ? [make("p", { class: "plan-about" }, own(saidBy(desk.open, { words: "", by: said.by, visit: said.visit }, desk)))] : [];
}

/** All that is said in a value, whatever its parts are called. */
function wordsOf(value: unknown, desk: Desk): string[] {
  if (typeof value === "string" || typeof value === "number") return value === "" ? [] : [`${value}`];
  if (Array.isArray(value)) return value.length > 0 ? [listed(value.flatMap((each) => wordsOf(each, desk)), desk.say)] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => (ABOUT.includes(name) ? [] : wordsOf(part, desk)));
}

/** The part of the plan, by the name that it has on the page; else as the file calls it. */
function titleOf({ path: [part = "", entry = "", field = ""] }: Differing, { say }: Desk): string {
  if (part === "about_me") return say(`about.${entry as "people"}`);
  const names: { [name: string]: string } = {
    goals: say("goal"), actions: say("actions"), decisions: say("decided"), if_worse: say("worse"), reviews: say("review"), needs: say("fold.hard"), results: say("fold.results"),
    people: say("whose.people"), going_well: say("home.well"), questions: say("home.asks"), by_myself: say("fold.myself"), learnt: say("look.learnt"), budgets: say("money"),
  };
  const name = names[part] ?? shownName(part);
  return field === "" || field === "said" ? name : `${name} (${shownName(field)})`;
}
