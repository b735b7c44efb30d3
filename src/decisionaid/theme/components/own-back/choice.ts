/** Two sets of answers side by side, and the choice between them: which one is right, the page does not know. */
import { dayInWords } from "../../scripts/handover/day.ts";
import type { Say } from "../../scripts/handover/messages.ts";
import { timeOf } from "../../scripts/handover/opened.ts";
import { button, make, one } from "../../scripts/page/dom.ts";
import { twoStates, type Difference } from "../../scripts/page/two-states.ts";
import type { BackHost } from "../../scripts/patient/from-back.ts";
import { today } from "../../scripts/record/today.ts";

/** The set that is not on the page. */
export interface Other {
  /** `before`: it was on the page, and is there no more. */
  readonly kind: "opened" | "before";
  /** When it was saved, as an instant; empty: nobody knows. */
  readonly updated: string;
  readonly isFromPaper: boolean;
}

export interface Choices {
  useHere(): void;
  useOther(): void;
  cancel(): void;
  /** Null where nothing may stay on the device. */
  readonly save: BackHost["save"];
}

/** `notes`: what to know of the other one. */
export function choiceElements(say: Say<"back">, differences: readonly Difference[], other: Other, notes: readonly string[], choices: Choices): HTMLElement[] {
  const said = make("p", { role: "status" });
  const choice = (key: "use_here" | "use_there" | "use_before" | "save" | "cancel", press: () => void): (Node | string)[] => [
    button(say(`choose.${key}`), { class: "button secondary", "data-back-do": key }, press),
    " ",
  ];
  const { save } = choices;
  const saves = save ? choice("save", () => void save.do().then((text) => (said.textContent = text))) : [];
  const names = { here: say("choose.here"), there: say(other.kind === "before" ? "choose.before" : "choose.there"), nothing: say("choose.nothing") };
  // Once, and not in each line.
  const since = [hereSince(say), otherSince(say, other)].filter(Boolean).join(" ");
  return [
    make("p", {}, say(differences.length > 0 ? "choose.about" : "choose.alike")),
    ...[since, ...notes].filter(Boolean).map((text) => make("p", {}, text)),
    twoStates(differences, names),
    make("p", {}, say("choose.stays")),
    make("p", { class: "way-do" }, ...choice("use_here", choices.useHere), ...choice(other.kind === "before" ? "use_before" : "use_there", choices.useOther)),
    ...(save?.line() ? [make("p", {}, save.line())] : []),
    make("p", { class: "way-do" }, ...saves, ...choice("cancel", choices.cancel)),
    said,
  ];
}

/** What is kept on the device says since when. */
function hereSince(say: Say<"back">): string {
  const at = Number(one("[data-kept=saved]")?.dataset["keptAt"]);
  return at > 0 && !isLater(new Date(at)) ? say("choose.here_since", moment(say, new Date(at))) : "";
}

function otherSince(say: Say<"back">, { updated, isFromPaper }: Other): string {
  const at = new Date(updated);
  if (Number.isNaN(at.getTime()) || isLater(at)) return "";
  return say(isFromPaper ? "choose.there_typed" : "choose.there_since", moment(say, at));
}

/** By a clock that went back, or that of another device: a day that has not come is none to name. */
function isLater(at: Date): boolean {
  return today(at) > today();
}

function moment(say: Say<"back">, at: Date): { date: string; time: string } {
  return { date: dayInWords(say, today(at)), time: timeOf(at) };
}
