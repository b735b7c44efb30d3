/** When it is looked at again, and who leads it; then whether this is the person's plan, and copies of it. */
import { sayAgreed, sayReview } from "../plan/edits.ts";
import type { Agreed, Review } from "../../generated/plan.ts";
import type { Open } from "../plan/open-plan.ts";
import { twoOf } from "../plan/snapshots.ts";
import { isOutlived } from "../plan/standing.ts";
import { isInDoubt } from "../plan/written.ts";
import { button, make } from "../page/dom.ts";
import { aboutReview, reviewsApart } from "./apart-box.ts";
import { block, done, saidLine, unfold } from "./block.ts";
import { voicesThere } from "./block-decided.ts";
import type { Desk } from "./desk.ts";
import { reviewDay } from "./examples.ts";
import { radios, timeField, whoField, wordsField } from "./fields.ts";
import { leftNote } from "./notices.ts";
import { headingWords, inLine, own, whenWords } from "./words.ts";

export function reviewBlock(desk: Desk, title: string, number: number | null = null): HTMLElement {
  const { open, say } = desk;
  const last = open.plan.reviews?.at(-1);
  // By their number: a change of something else makes the same words anew.
  const stands = last !== undefined && open.plan.reviews?.length === open.held.reviews?.length;
  // At a review the one that is held now is no answer to when the next is, nor to who leads that.
  const isNext = desk.part === "review" && last?.visit !== open.visit;
  const two = reviewsApart(desk);
  if (two.length > 0 && !isNext) return block("review", number, title, ...two);
  if (last?.when && stands && !isNext && !desk.unfolded.has("review")) {
    const about = inLine(aboutReview(desk, last), say);
    const isGone = (last.when.on ?? desk.today) < desk.today;
    const gone = isGone ? [make("p", { class: "note plan-gone" }, say("when.gone", { date: whenWords({ on: last.when.on ?? null }, say) }))] : [];
    return block("review", number, title, saidLine(whenWords(last.when, say), about, unfold(desk, "review", say("change"), "f-review-when")), ...gone);
  }
  const isChange = desk.unfolded.has("review");
  const next = isNext ? undefined : last;
  const then = isNext && last && two.length === 0 ? inLine([whenWords(last.when, say), ...aboutReview(desk, last)], say) : "";
  return block(
    "review", number, title,
    ...two,
    ...(then ? [make("p", { class: "plan-about", "data-last": "" }, own(say("look.last", { said: then })))] : []),
    make(
      "div",
      { class: "plan-two" },
      timeField(desk, { id: "f-review-when", label: say("review.when"), when: next?.when ?? null, aid: reviewDay(desk), set: (when) => desk.note(sayNext(desk, desk.open, { when })) }),
      whoField(desk, { id: "f-review-lead", label: say("review.lead"), who: next?.lead ?? "", set: (at, lead) => sayNext(desk, at, { lead }) }),
    ),
    wordsField({ id: "f-review-sooner", label: say("review.sooner"), isLine: true, value: next?.sooner_if ?? "", set: (words) => desk.note(sayNext(desk, desk.open, { sooner_if: words.trim().slice(0, 300) })) }),
    ...(isChange ? [done(desk, "review")] : []),
  );
}

/** Say something of the next review: what was said of the last one is none of it, if this is where they part. */
function sayNext({ paper, part }: Desk, open: Open, change: Partial<Omit<Review, "visit">>): Open {
  const isFirst = part === "review" && open.plan.reviews?.at(-1)?.visit !== open.visit;
  // What stood on the paper is known, and in nothing that is written from it.
  // All that held when it was printed stood on it.
  const before = (paper?.onPaper.reviews ?? []).map(({ visit }) => visit);
  return sayReview(open, { ...(isFirst ? { when: null, lead: null, sooner_if: "" } : {}), ...change, ...(before.length > 0 ? { after: before } : {}) });
}

/** Is this your plan? With what makes a copy of it. */
export function agreedBox(desk: Desk, title: string): HTMLElement {
  const [voice] = voicesThere(desk);
  const asked = make("div", { "data-agreed": title });
  if (voice) drawAsked(desk, asked);
  else asked.append(make("p", { id: "f-agreed", tabindex: "-1" }, desk.say("agreed.absent")));
  return make("section", { class: "plan-agreed", "aria-label": title }, asked, ...tools(desk));
}

/** The question as it stands now: a change of what was agreed to asks it anew. */
export function drawAsked(desk: Desk, place: HTMLElement): void {
  const { open, say } = desk;
  const [voice] = voicesThere(desk);
  if (!voice) return;
  const last = lastAnswer(desk, voice);
  const words = wordsField({ id: "f-agreed-words", label: say("agreed.words"), isLine: true, value: last?.words ?? "", set: (said) => desk.note(sayAgreed(desk.open, voice, lastAnswer(desk, voice)?.answer ?? "not_asked", said)) });
  words.hidden = last?.answer !== "partly" && last?.answer !== "no";
  const asked = radios({
    name: "f-agreed", legend: place.dataset["agreed"] ?? "", isShort: true, chosen: last?.answer ?? "",
    choices: (["yes", "partly", "no"] as const).map((value) => ({ value, words: say(`agreed.${value}`) })),
    set: (value) => {
      words.hidden = value === "yes";
      place.dataset["answer"] = value;
      // It was asked, so that is not asked for any more; an older copy may still be out there.
      if (why && isOlder) note.textContent = say("agreed.older");
      else note.remove();
      const next = sayAgreed(desk.open, voice, value as "yes" | "partly" | "no", value === "yes" ? "" : (words.querySelector("textarea")?.value ?? ""));
      // What was changed on the way was looked at: what is said of it above goes.
      if (isInDoubt(desk.open.plan) && !isInDoubt(next.plan)) desk.show(next);
      else desk.note(next);
    },
  });
  const isAnew = last?.answer === "not_asked";
  const isOlder = isOutlived(open.plan);
  const why = [isAnew ? say("agreed.again") : "", isOlder ? say("agreed.older") : ""].filter(Boolean).join(" ");
  const note = make("p", { class: "note", "data-anew": "" }, why);
  place.dataset["answer"] = last?.answer ?? "";
  place.dataset["two"] = twoOf(open.plan).join(" ");
  const two = twoOf(open.plan).map((each) => make("p", { class: "note", "data-wordings": "" }, say("agreed.wordings", { words: headingWords(each, say) })));
  place.replaceChildren(...two, ...(why ? [note] : []), asked, words);
}

/** Whether the question stands there with another answer than the plan has, or beside other wordings. */
export function isAskedAnew(desk: Desk, place: HTMLElement): boolean {
  const [voice] = voicesThere(desk);
  const isOfOthers = place.dataset["two"] !== twoOf(desk.open.plan).join(" ");
  return Boolean(voice) && (isOfOthers || place.dataset["answer"] !== (lastAnswer(desk, voice ?? "")?.answer ?? ""));
}

function lastAnswer({ open }: Desk, voice: string): Agreed | undefined {
  return open.plan.agreed?.filter(({ by, visit }) => by === voice && visit === open.visit).at(-1);
}

/** The name of these tools, beside which it is said what is not in what they made. */
export const TOOLS = "tools";

export function tools(desk: Desk): HTMLElement[] {
  const { say } = desk;
  const text = button(say("tools.copy"), { class: "button secondary", id: "copy-text", "data-copy": "" }, () => desk.copy(text));
  const row = make(
    "p",
    { class: "plan-tools" },
    button(say("tools.print"), { class: "button", id: "print-copy", "data-print": "" }, () => desk.print(false)),
    " ",
    button(say("tools.large"), { class: "button secondary", "data-print-large": "" }, () => desk.print(true)),
    " ",
    text,
    " ",
    button(say("tools.save"), { class: "button secondary", "data-save": "" }, () => desk.save()),
  );
  return [row, ...leftNote(desk, TOOLS)];
}
