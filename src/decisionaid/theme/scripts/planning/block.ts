/** What the blocks of a visit have in common: a number, a title, and what is filled as one sentence. */
import { button, make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { apart, numbered, own } from "./words.ts";

/** A block; `key` names it on the page. `number` null: it has none. */
export function block(key: string, number: number | null, title: string, ...content: (Node | string)[]): HTMLElement {
  return make(
    "section",
    { class: "plan-block", ...(number === null ? { "data-wide": "" } : {}), "data-block": key, "aria-labelledby": `${key}-title` },
    ...(number === null ? [] : [make("span", { class: "plan-number", "aria-hidden": "true" }, `${number}`)]),
    make("h3", { id: `${key}-title` }, title),
    make("div", { class: "plan-body" }, ...content),
  );
}

/** Words that stand in the plan, and beneath them who said them and how to say them anew. */
export function saidLine(words: string, about: string, ...press: HTMLElement[]): HTMLElement {
  return make("div", { class: "plan-said" }, make("p", { class: "plan-words" }, own(words)), make("p", { class: "plan-about" }, ...apart(about, ...press).flatMap((part) => (typeof part === "string" ? numbered(part) : [part]))));
}

/** Unfolds a block for writing. */
export function unfold(desk: Desk, key: string, words: string, focus: string): HTMLElement {
  return button(words, { class: "link" }, () => {
    desk.unfolded.add(key);
    desk.show(desk.open, focus);
  });
}

/** Folds it again to a sentence. */
export function done(desk: Desk, key: string): HTMLElement {
  return button(desk.say("done"), { class: "button secondary" }, () => {
    desk.unfolded.delete(key);
    desk.show(desk.open, `${key}-title`);
  });
}

/** Folds it again to what stood. Words that were typed wait as those of any other field that is folded. */
export function leave(desk: Desk, key: string, title = `${key}-title`): HTMLElement {
  return button(desk.say("leave"), { class: "link", "data-leave": key }, () => {
    desk.unfolded.delete(key);
    desk.show(desk.open, title);
  });
}

/** A fold beneath the blocks: its name, and how much it holds. */
export function fold(desk: Desk, key: string, title: string, count: string, ...content: (Node | string)[]): HTMLElement {
  const summary = make("summary", { id: `${key}-fold` }, make("b", {}, title), " ", make("span", {}, count));
  const details = make("details", { class: "plan-fold", "data-fold": key, ...(desk.unfolded.has(key) ? { open: "" } : {}) }, summary, ...content);
  // All may be drawn anew before a fold tells that it was opened: what was pressed is heeded at once.
  summary.addEventListener("click", () => (details.open ? desk.unfolded.delete(key) : desk.unfolded.add(key)));
  details.addEventListener("toggle", () => (details.open ? desk.unfolded.add(key) : desk.unfolded.delete(key)));
  return details;
}
