/** The form of an aid page: what its controls can hold, what they hold now, and the words beside them. */
import type { FormWords } from "../handover/summary.ts";
import { all, textOf } from "../page/dom.ts";
import type { Answers, Field, Fields } from "../record/answers.ts";
import { LINE } from "../record/text.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement;

/** The controls of the form that hold answers; a file that is opened has no name. */
function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      // How a table is shown is not an answer.
      element.dataset["view"] === undefined,
  );
}

/** The controls that go by one name: names are made of ids and dots. */
export function named<Kind extends Control = Control>(within: HTMLElement, name: string): Kind[] {
  return all<Kind>(`[name="${name}"]`, within);
}

/** Put answers into the controls, and nothing into the others. */
export function writeForm(form: HTMLFormElement, answers: Answers): void {
  for (const control of controls(form)) {
    const values = answers.get(control.name) ?? [];
    if (isTick(control)) control.checked = values.includes(control.value);
    else if (control.value !== (values[0] ?? "")) control.value = values[0] ?? "";
  }
}

/** The values that the controls of one name hold now. */
export function readName(form: HTMLFormElement, name: string): string[] {
  return named(form, name)
    .filter((control) => !isTick(control) || control.checked)
    .map((control) => control.value);
}

/** What a person has put into the controls: names, and the values that they hold now. */
export function givenIn(form: HTMLFormElement): ReadonlyMap<string, readonly string[]> {
  const given = controls(form).filter((control) =>
    isTick(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue,
  );
  return new Map(given.map(({ name }) => [name, readName(form, name)]));
}

export function fieldsOf(form: HTMLFormElement): Fields {
  const fields = new Map<string, Field>();
  for (const control of controls(form)) {
    const before = fields.get(control.name);
    if (before && "values" in before) fields.set(control.name, { ...before, values: [...before.values, control.value] });
    else fields.set(control.name, fieldOf(control, form));
  }
  return fields;
}

function fieldOf(control: Control, form: HTMLFormElement): Field {
  if (isTick(control)) return { kind: control.type === "radio" ? "one" : "many", values: [control.value] };
  // The order of the items that stand beside it.
  if (control.type === "hidden") return { kind: "order", values: all("[data-item]", control.closest("fieldset") ?? form).map(idOf) };
  const most = control.maxLength > 0 ? control.maxLength : LINE;
  return { kind: "text", most, lines: control instanceof HTMLTextAreaElement };
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === "radio" || control.type === "checkbox";
}

export function idOf(item: HTMLElement): string {
  return item.dataset["item"] ?? "";
}

/** The words beside a control. */
export function labelText(control: Control | undefined): string {
  // Ours stand inside their labels; to ask a control for its labels searches the whole page.
  const label = control?.closest("label");
  return textOf(label?.querySelector("[data-words]") ?? label);
}

/** Read when they are asked for: most are never needed. */
export function formWords(form: HTMLFormElement): FormWords {
  return {
    question: (name) => textOf(named(form, name)[0]?.closest("fieldset")?.querySelector("legend")),
    answer: (name, value) => labelText(named(form, name).find((control) => control.value === value)),
  };
}
