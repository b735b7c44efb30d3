/** What a press needs and a field does not hold: said next to the field, and heard, and the field has the focus. */
import { announce, make } from "../page/dom.ts";
import { whenReleased } from "../page/pressed.ts";

/** What a message says as soon as nothing is pressed: what stands beneath it moves with it. */
const due = new WeakMap<HTMLElement, string>();

/** Say at a field what is wrong with it; no words take it back. */
export function markField(field: HTMLElement, words: string): void {
  const message = messageOf(field);
  field.toggleAttribute("aria-invalid", false);
  if (words) field.setAttribute("aria-invalid", "true");
  due.set(message, words);
  whenReleased(() => (message.textContent = due.get(message) ?? ""));
}

/** Say at the field of this id what is missing, aloud too, and go there; with the next change of it that is over. */
export function missingAt(id: string, words: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  markField(field, words);
  announce(words);
  for (const sign of ["input", "change"]) field.addEventListener(sign, () => markField(field, ""), { once: true });
  field.focus();
}

/** The place for it behind the field, which the field names; made where there is none yet. */
function messageOf(field: HTMLElement): HTMLElement {
  const id = `${field.id}-wrong`;
  const there = document.getElementById(id) ?? field.parentElement?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (there) return there;
  const made = make("span", { class: "field-wrong", id });
  field.after(made);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  return made;
}
