/** What has to be said of a plan as a whole, on the page, on paper and in its file. */
import { isMadeUp } from "../record/made-up.ts";
import { make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { aidsNamed } from "./library.ts";
import { visitDay } from "../plan/open-plan.ts";
import { day, listed } from "./words.ts";
import { isInDoubt } from "../plan/written.ts";

/** That nobody said it, and what the aids are of which something stands in it: a demonstration says so. */
export function noticesOf(desk: Pick<Desk, "aid" | "nearby" | "open" | "paper" | "say">): string[] {
  const { open: { plan }, say } = desk;
  const ofAids = aidsNamed(plan).flatMap((id) => desk.aid(id)?.about.notice || []);
  // What lies there as a request or a paper has words of its own.
  const part = plan.part && !desk.nearby.request && !desk.paper ? [say(`part_of.${plan.part}`)] : [];
  return [...new Set([...(isMadeUp(plan) ? [say("made_up")] : []), ...part, ...ofAids])];
}

/** That it was changed on the way, and the person was not asked since; empty: it was not. */
export function alteredWords({ open: { plan }, say }: Pick<Desk, "open" | "say">): string {
  return isInDoubt(plan) ? say("altered") : "";
}

/** That the clock of this device is behind the plan, and under which day what is said now stands; empty: it is not. */
export function clockWords({ open: { plan, visit }, say, today }: Desk): string {
  const on = visit ? (plan.visits?.find(({ id }) => id === visit)?.on ?? today) : visitDay(plan, today);
  return on > today ? say("note.clock", { today: day(today, say), date: day(on, say) }) : "";
}

/** Beside what was pressed: what came of it, and which words are not in what was saved, printed or copied by it. */
export function leftNote(desk: Desk, at: string): HTMLElement[] {
  if (desk.leftAt !== at) return [];
  const words = leftWords(desk);
  const given = desk.given ? [make("p", { class: "hint", "data-given": at }, desk.given)] : [];
  return words ? [...given, make("p", { class: "note", "data-left-out": at }, words)] : given;
}

/** Which words are not in what was saved, printed or copied: they wait in a field; empty: none are. */
export function leftWords({ leftOut, say }: Pick<Desk, "leftOut" | "say">): string {
  return leftOut.length > 0 ? say("note.waiting", { fields: listed(leftOut.map((words) => say("own", { words })), say) }) : "";
}
