/** Words that were typed and are in no plan yet: drawing the page anew must not lose them. */
import { line } from "../record/text.ts";
import { all } from "../page/dom.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What waits in a field; `isWrong`: it cannot be read, and was said to be so. */
export interface Draft {
  id: string;
  /** What its field is called. */
  label: string;
  value: string;
  isWrong: boolean;
}

/** From here on what is typed into a field is a draft, until `taken` is called for it. */
export function watchDraft(field: Field): void {
  field.addEventListener("input", () => field.toggleAttribute("data-draft", line(field.value) !== ""));
}

/** The plan has the words now, or nobody wants them. */
export function taken(field: Field): void {
  field.removeAttribute("data-draft");
}

/** The same of the fields with these ids. */
export function takenAt(...ids: readonly string[]): void {
  for (const id of ids) document.getElementById(id)?.removeAttribute("data-draft");
}

export function draftsIn(place: HTMLElement): Draft[] {
  return all<Field>("[data-draft]", place).map((field) => ({ id: field.id, label: labelOf(field), value: field.value, isWrong: field.getAttribute("aria-invalid") === "true" }));
}

function labelOf({ id, labels }: Field): string {
  return labels?.[0]?.textContent?.trim() || id;
}

/** Words that wait for fields which are not to be seen now: another part is open, or what holds the field is folded. */
export class Waiting {
  private kept: readonly Draft[] = [];

  /** What waits on the page and beside it. */
  all(place: HTMLElement): Draft[] {
    const here = draftsIn(place);
    return [...this.kept.filter(({ id }) => here.every((each) => each.id !== id)), ...here];
  }

  /** After a drawing: what has its field goes back into it, and what has none waits on. `isThere`: may it come back? */
  put(drafts: readonly Draft[], isThere: (draft: Draft) => boolean): void {
    this.kept = drafts.filter((each) => fieldOf(each.id) === null && isThere(each));
    for (const draft of drafts) putDraft(draft);
  }

  clear(): void {
    this.kept = [];
  }
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
