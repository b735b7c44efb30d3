/** What matters most, in the person's words. */
import type { Said } from "../../generated/plan.ts";
import { sayAboutMe } from "../plan/edits.ts";
import { saidNow } from "../plan/standing.ts";
import { block, done, saidLine, unfold } from "./block.ts";
import type { Desk } from "./desk.ts";
import { wordsField } from "./fields.ts";
import { saidBy } from "./words.ts";

export function mattersBlock(desk: Desk, number: number | null = 1): HTMLElement {
  const { open, say } = desk;
  const of = (plan: Desk["open"]["plan"]) => plan.about_me?.find(({ heading }) => heading === "most_important")?.said ?? [];
  const [all, held] = [of(open.plan), of(open.held)];
  const last = all.at(-1);
  if (last && !desk.unfolded.has("matters")) {
    // Whoever says it anew says it in the place of all of them.
    const anew = (each: Said): HTMLElement[] => (each === last ? [unfold(desk, "matters", say("anew"), "f-matters")] : []);
    return block("matters", number, say("matters"), ...saidNow(open.plan, all).map((each) => saidLine(each.words, saidBy(open, each, desk), ...anew(each))));
  }
  const field = wordsField({
    id: "f-matters", label: say("matters.field"), value: all.length > held.length ? (last?.words ?? "") : "",
    set: (words) => desk.note(sayAboutMe(desk.open, "most_important", words)),
  });
  return block("matters", number, say("matters"), field, done(desk, "matters"));
}
