/** What matters most, in the person's words. */
import type { Said } from "../../generated/plan.ts";
import { type Heading, sayAboutMe } from "../plan/edits.ts";
import { voiceAt } from "../plan/open-plan.ts";
import { isSign, saidNow } from "../plan/current.ts";
import { button, make, one } from "../page/dom.ts";
import { block, done, leave, saidLine, unfold } from "./block.ts";
import type { Desk } from "./desk.ts";
import { wordsField } from "./fields.ts";
import { saidBy } from "./words.ts";

export function mattersBlock(desk: Desk, number: number | null = 1): HTMLElement {
  const { open, say } = desk;
  const of = (plan: Desk["open"]["plan"]) => plan.about_me?.find(({ heading }) => heading === "most_important")?.said ?? [];
  const [all, held] = [of(open.plan), of(open.held)];
  const last = all.at(-1);
  if (last && !desk.unfolded.has("matters")) {
    const now = saidNow(open.plan, all);
    // Whoever says it anew says it in the place of all of them.
    const anew = (each: Said): HTMLElement[] => (each === now.at(-1) ? [unfold(desk, "matters", say("anew"), "f-matters")] : []);
    return block("matters", number, say("matters"), ...now.map((each) => saidLine(each.words, saidBy(open, each, desk), ...chosen(desk, "most_important", each, now, "matters-title"), ...anew(each))));
  }
  const field = wordsField({
    id: "f-matters", label: say("matters.field"), value: all.length > held.length ? (last?.words ?? "") : "",
    set: (words) => desk.note(sayAboutMe(desk.open, "most_important", words)),
  });
  const stays = last ? [make("span", {}, " ", leave(desk, "matters"))] : [];
  const area = one<HTMLTextAreaElement>("textarea", field);
  // With words in the field it does not stay as it is: they are taken as the field is left.
  const look = (): void => stays.forEach((each) => (each.hidden = area?.value !== ""));
  area?.addEventListener("input", look);
  look();
  return block("matters", number, say("matters"), field, make("p", {}, done(desk, "matters"), ...stays));
}

/** A way to say which of several holds: it is said anew in its own words, by whoever is here. */
export function chosen(desk: Desk, heading: Heading, { words }: Said, now: readonly Said[], focus: string): HTMLElement[] {
  const { open, say } = desk;
  if (now.length < 2 || voiceAt(open) === "") return [];
  const next = sayAboutMe(open, heading, words);
  const said = (next.plan.about_me?.find((each) => each.heading === heading)?.said ?? []).filter((each) => !isSign(each));
  if (saidNow(next.plan, said).length >= now.length) return [];
  return [button(say("matters.this"), { class: "link", "aria-label": say("matters.this_of", { words }) }, () => desk.show(sayAboutMe(desk.open, heading, words), focus))];
}
