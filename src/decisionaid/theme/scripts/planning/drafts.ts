/** Words that were typed and are in no plan yet: drawing the page anew must not lose them. */
import { all } from "../page/dom.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What waits in a field; `isWrong`: it cannot be read, and was said to be so. */
interface Draft {
  id: string;
  value: string;
  isWrong: boolean;
}

/** From here on what is typed into a field is a draft, until `taken` is called for it. */
export function watchDraft(field: Field): void {
  field.addEventListener("input", () => field.toggleAttribute("data-draft", field.value.trim() !== ""));
}

/** The plan has the words now, or nobody wants them. */
export function taken(field: Field): void {
  field.removeAttribute("data-draft");
}

export function draftsIn(place: HTMLElement): Draft[] {
  return all<Field>("[data-draft]", place).map((field) => ({ id: field.id, value: field.value, isWrong: field.getAttribute("aria-invalid") === "true" }));
}

/** Put words back into the field that has the place of the one they were typed into. */
export function putDraft({ id, isWrong, value }: Draft): void {
  const field = fieldOf(id);
  // What cannot be read stays in the way of what the plan has, for somebody to put right.
  if (field === null || (field.value !== "" && !isWrong)) return;
  field.value = value;
  field.toggleAttribute("data-draft", true);
  if (isWrong) field.dispatchEvent(new Event("change"));
}

function fieldOf(id: string): Field | null {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field : null;
}

/** What stands in a field now. */
export function typedIn(id: string): string {
  return fieldOf(id)?.value ?? "";
}
