/** What a form on paper asks, one row for each question, by the marks that are printed beside them. */
import { idOf, labelText } from "../patient/form.ts";
import { all, textOf } from "../page/dom.ts";
import { isState } from "../record/answers.ts";

export interface Choice {
  /** The mark that is printed beside it, or the number of a scale. */
  readonly key: string;
  readonly value: string;
  readonly words: string;
}

export interface Asked {
  /** The number that is printed beside the question. */
  readonly n: string;
  readonly name: string;
  readonly kind: "one" | "many" | "order" | "text";
  readonly words: string;
  /** What can be answered; of a text nothing. */
  readonly choices: readonly Choice[];
  /** What can be said in the place of an answer. */
  readonly states: readonly Choice[];
  /** Letters that there is room for, of a text. */
  readonly most: number;
  readonly lines: boolean;
}

/** In the order of their numbers: all that an empty form shows, then what it has only once more was written on the screen. */
export function askedIn(form: HTMLFormElement): { shown: Asked[]; spare: Asked[] } {
  const asked = all("[data-n]", form).flatMap((marked) => askedBy(marked) ?? []);
  // The last numbers stand before smaller ones: see `render/pages/paper_marks.py`.
  const isSpare = ({ n }: Asked, at: number): boolean => asked.slice(at + 1).some((later) => Number(later.n) < Number(n));
  return { shown: asked.filter((each, at) => !isSpare(each, at)), spare: asked.filter(isSpare) };
}

function askedBy(marked: HTMLElement): Asked | null {
  const root = marked.closest<HTMLElement>("fieldset, label") ?? marked;
  const controls = all<HTMLInputElement | HTMLTextAreaElement>("[name]:not([data-share])", root);
  const [first] = controls;
  if (!first) return null;
  const { name } = first;
  const n = marked.dataset["n"] ?? "";
  const choices = controls.flatMap((each) => (isTick(each) ? choiceOf(each) : []));
  const items = all("[data-item][data-k]", root).map((each) => ({ key: each.dataset["k"] ?? "", value: idOf(each), words: textOf(each) }));
  const answers = first.type === "hidden" ? items : choices.filter(({ value }) => !isState(value));
  const kind = first.type === "radio" ? "one" : first.type === "checkbox" ? "many" : first.type === "hidden" ? "order" : "text";
  return {
    n,
    name,
    kind,
    words: titleOf(root),
    choices: answers,
    states: choices.filter(({ value }) => isState(value)),
    most: first.maxLength,
    lines: first instanceof HTMLTextAreaElement,
  };
}

function isTick({ type }: HTMLInputElement | HTMLTextAreaElement): boolean {
  return type === "radio" || type === "checkbox";
}

/** A number of a scale is its own mark. */
function choiceOf(control: HTMLInputElement | HTMLTextAreaElement): Choice {
  const label = control.closest("label");
  return { key: label?.dataset["k"] ?? control.value, value: control.value, words: labelText(control as HTMLInputElement) };
}

/** The question in short; of something beside another thing also what that is. */
function titleOf(root: HTMLElement): string {
  if (root.matches("label")) return textOf(root.querySelector("span"));
  const { title } = root.dataset;
  const asked = textOf(root.querySelector("legend"));
  if (title !== undefined && root.dataset["question"] !== undefined) return title;
  return title === undefined ? asked : root.matches(".own-rating") ? `${title}. ${asked}` : title;
}
