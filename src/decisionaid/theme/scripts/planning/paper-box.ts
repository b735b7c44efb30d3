/** Above a review from paper: that it is none of the plan, what stood there, and what had no room in the code. */
import { make } from "../page/dom.ts";
import { leftWords } from "./copy-code.ts";
import type { Desk } from "./desk.ts";
import { inLine, own, whenWords, whoWords } from "./words.ts";

export function paperBox({ paper, say }: Desk): HTMLElement[] {
  if (paper === null) return [];
  const { left, onPaper } = paper;
  const missing = leftWords(left, say);
  const review = onPaper.reviews?.at(-1);
  const planned = review ? inLine([whenWords(review.when, say), review.lead ? say("review.lead_said", { who: whoWords(onPaper, review.lead, say) }) : ""], say) : "";
  return [
    make(
      "section",
      { class: "note", "data-paper": "" },
      make("h2", {}, say("paper.title", { n: onPaper.rev ?? 1 })),
      make("p", {}, say(onPaper.rev === 0 ? "part_of.paper_review" : "paper.what")),
      ...(planned ? [make("p", {}, own(say("paper.review", { when: planned })))] : []),
      ...(missing ? [make("p", {}, say("paper.left", { items: missing }))] : []),
    ),
  ];
}
