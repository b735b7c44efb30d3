/** A field for a figure: what cannot be read stays in it, with a plain message beneath it. */
import { line } from "../record/text.ts";
import { announce, make } from "../page/dom.ts";
import { taken, typedIn, watchDraft } from "./drafts.ts";
import { markField } from "./missing.ts";

interface Figure {
  id: string;
  label: string;
  value: string;
  hint?: string;
  /** What is said where `read` finds no figure. */
  wrong: (typed: string) => string;
  /** What is said where the plan has no room for it. */
  full: string;
  /** Which figure counts while another one is refused; empty: none does. */
  still?(): string;
  /** Whether there has to be one. */
  isNeeded?: boolean;
  /** A figure out of what was typed; null: it is none. */
  read(typed: string): number | null;
  /** True: the plan has it. Left out: it waits for a press. `figure` null: the field was emptied. */
  set?(figure: number | null): boolean;
}

export function figureField({ id, label, value, hint, wrong, full, still = () => "", isNeeded = false, read, set }: Figure): HTMLElement {
  const about = [...(hint ? [`${id}-hint`] : []), `${id}-wrong`].join(" ");
  const field = make("input", { type: "text", id, inputmode: "decimal", autocomplete: "off", maxlength: "40", "aria-describedby": about });
  const message = make("span", { class: "field-wrong", id: `${id}-wrong` });
  field.value = value;
  watchDraft(field);
  field.addEventListener("change", (event) => {
    const typed = line(field.value);
    const figure = typed === "" ? null : read(typed);
    const isWrong = figure === null && (typed !== "" || isNeeded);
    const said = isWrong ? [wrong(typed), still()].filter(Boolean).join(" ") : "";
    markField(field, said);
    // Said once, by whoever typed it: what is drawn anew with it in the field is no news.
    if (isWrong && event.isTrusted) announce(said);
    field.toggleAttribute("data-draft", isWrong || (set === undefined && typed !== ""));
    if (isWrong || !set) return;
    if (set(figure)) taken(field);
    else markField(field, [full, still()].filter(Boolean).join(" "));
  });
  return make("p", { class: "plan-field" }, make("label", { for: id }, label), ...(hint ? [make("span", { class: "hint", id: `${id}-hint` }, hint)] : []), field, message);
}

/** What a field holds, when a press asks for it; without a figure the field says so and has the focus. */
export function figureIn(id: string, read: (typed: string) => number | null, wrong: (typed: string) => string): number | null {
  const figure = read(typedIn(id));
  if (figure === null) faultAt(id, wrong(typedIn(id)));
  return figure;
}

/** Say at a field what is wrong with it, and go there. */
export function faultAt(id: string, words: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  markField(field, words);
  field.focus();
}

/** A line of words that a press asks for, with a place for what is wrong with it. */
export function lineField({ id, label, most }: { id: string; label: string; most: number }): HTMLElement {
  const field = make("input", { type: "text", id, dir: "auto", autocomplete: "off", maxlength: `${most}`, "aria-describedby": `${id}-wrong` });
  const message = make("span", { class: "field-wrong", id: `${id}-wrong` });
  watchDraft(field);
  field.addEventListener("input", () => markField(field, ""));
  return make("p", { class: "plan-field" }, make("label", { for: id }, label), field, message);
}
