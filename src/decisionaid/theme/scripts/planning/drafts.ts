/** Words that were typed and are in no plan yet: drawing the page anew must not lose them. */
import { all } from "../page/dom.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** From here on what is typed into a field is a draft, until `taken` is called for it. */
export function watchDraft(field: Field): void {
  field.addEventListener("input", () => field.toggleAttribute("data-draft", field.value.trim() !== ""));
}

/** The plan has the words now, or nobody wants them. */
export function taken(field: Field): void {
  field.removeAttribute("data-draft");
}

export function draftsIn(place: HTMLElement): { id: string; value: string }[] {
  return all<Field>("[data-draft]", place).map(({ id, value }) => ({ id, value }));
}

/** Put words back into the field that has the place of the one they were typed into. */
export function putDraft(id: string, value: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value !== "") return;
  field.value = value;
  field.toggleAttribute("data-draft", true);
}

/** What stands in a field now. */
export function typedIn(id: string): string {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : "";
}
