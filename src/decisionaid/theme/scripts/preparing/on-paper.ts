/** The sheet on paper: what was typed in full, and what goes on to the next side. */
import type { Say } from "../handover/messages.ts";
import { all, make, one, textOf } from "../page/dom.ts";
import type { Preparation } from "../plan/preparation.ts";
import { firstOverleaf } from "../plan/prepared-paper.ts";

/** `empty`: without what was typed, to write on by hand. */
export type PaperKind = "sheet" | "large" | "empty";

/** Print, and tell when it is done. */
export function print(kind: PaperKind): void {
  document.documentElement.dataset["print"] = kind;
  window.print();
}

/** Lay out the paper for what was written; with nothing written it is the empty sheet. */
export function layOut(form: HTMLFormElement, said: Preparation, isEmpty: boolean, hasCode: boolean, say: Say<"prepare">): void {
  document.documentElement.classList.toggle("is-filled", !isEmpty);
  for (const field of all<HTMLTextAreaElement>(".write > textarea", form)) mirror(field);
  const over = firstOverleaf(said, hasCode);
  const parts = all(".ask-part", form);
  parts.forEach((part, place) => part.classList.toggle("over", place + 1 === over));
  const folds = all(".fold", form);
  for (const fold of folds) fold.classList.toggle("is-left-out", !isUsed(fold));
  const behind = [
    ...(over === null ? [] : [parts.slice(over - 1).map((_, place) => over + place).join(", ")]),
    ...folds.filter(isUsed).map((fold) => textOf(one("[data-question]", fold))),
  ];
  const line = one("[data-overleaf]", form);
  // It belongs to the end of the first side, wherever that is.
  if (line && over !== null) parts[over - 1]?.before(line);
  else if (line) parts.at(-1)?.after(line);
  if (line) line.textContent = behind.length > 0 ? say("overleaf", { what: behind.join("; ") }) : "";
}

function isUsed(fold: HTMLElement): boolean {
  return all<HTMLInputElement | HTMLTextAreaElement>("input[name], textarea[name]", fold).some((control) =>
    control.type === "radio" ? (control as HTMLInputElement).checked : control.value.trim() !== "");
}

/** A field that cannot grow would cut what was typed. */
function mirror(field: HTMLTextAreaElement): void {
  const next = field.nextElementSibling;
  const typed = next instanceof HTMLElement && next.matches(".typed") ? next : make("p", { class: "typed", dir: "auto", "aria-hidden": "true" });
  if (typed !== next) field.after(typed);
  if (typed.textContent !== field.value) typed.textContent = field.value;
  field.parentElement?.classList.toggle("is-typed", field.value.trim() !== "");
}
