/**
 * The evidence clock on the person's own device: who does not look after an aid does not build it anew either.
 *
 * The page holds what its dates may ask to be said, in templates. A device whose day lies before the aid came
 * out is told that its clock is wrong, and nothing is taken away.
 */
import { all, make, one } from "./dom.ts";
import { today } from "../record/today.ts";

/** What is said of figures, and holds figures itself; on any page of an aid. */
const ABOUT_FIGURES = [
  ".outcome-about, .outcome-words, .figure-line, .source-estimates, .behind, .outcome .hint, .tree, .result-words",
  ".check-answers, .side-table .of-outcome .row-time, .grid-about, .paper-links, .trade-off, .evidence-row > :not(h3)",
].join();
/** What a figure stands in. */
const FIGURES = ".figures, .side-table .of-outcome td > span:last-child, .grid-table td.figure";
/** Words that may hold a figure, where the aid tells of its evidence; signs to get help by stay. */
const WORDS = ["start", "options", "compare", "side-by-side", "values", "facts"]
  .map((step) => `#${step} :is(p, li, dd, td)`)
  .join();
const KEPT = ".care-card, .clock, fieldset, .answers, .local-line";
/** A percentage, or two numbers with a word or two between them, in any language. */
const SHARE = /\p{Nd}\s?[%٪]|\p{Nd}\s(\p{L}+\s){1,2}\p{Nd}/u;

/** Say what the dates of the aid ask for on this day, and give how the aid stands; null: as built, empty: not known. */
export function keepTime(day = today()): string | null {
  const later = all<HTMLTemplateElement>("template.clock-later");
  const due = later.filter(({ dataset: { after } }) => after && day > after).at(-1);
  const wrong = later.find(({ dataset: { before } }) => before && day < before);
  wrong?.before(wrong.content);
  if (!due) return wrong ? "" : null;
  for (const each of all(".clock")) each.remove();
  due.before(due.content);
  const { dataset } = document.documentElement;
  dataset["notice"] = [dataset["notice"], due.dataset["paper"]].filter(Boolean).join(" ");
  const { gone } = due.dataset;
  if (gone) takeAway(gone);
  return due.dataset["state"] ?? null;
}

/** Take the figures out of the page: what is left has no number to show. */
function takeAway(gone: string): void {
  for (const each of all("[data-check]")) if (SHARE.test(each.textContent ?? "")) each.replaceWith(make("p", {}, gone));
  for (const each of all(FIGURES)) {
    const words = make(each.matches("ul") ? "p" : "span", {}, gone);
    if (each.matches("ul")) each.replaceWith(words);
    else each.replaceChildren(words);
  }
  for (const each of all(ABOUT_FIGURES)) each.remove();
  for (const each of all(WORDS)) {
    if (each.closest(KEPT) || one("p, li, dd, td", each) || !SHARE.test(each.textContent ?? "")) continue;
    each.textContent = gone;
  }
}
