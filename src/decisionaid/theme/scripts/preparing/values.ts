/** What the sheet's form holds, by the names of its controls. */
import type { Values } from "../plan/preparation.ts";
import { all } from "../page/dom.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

function controls(form: HTMLFormElement): Control[] {
  return all<Control>("input[name], textarea[name]", form);
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

/** The answers that were given; nothing stands for what was left out. */
export function valuesIn(form: HTMLFormElement): Values {
  const values = new Map<string, string[]>();
  for (const control of controls(form)) {
    const isGiven = isTick(control) ? control.checked : control.value.trim() !== "";
    if (isGiven) values.set(control.name, [...(values.get(control.name) ?? []), control.value]);
  }
  return values;
}

/** Put answers into the form; with `isOver`, what stands there and is not among them goes. */
export function putInto(form: HTMLFormElement, values: Values, isOver: boolean): void {
  for (const control of controls(form)) {
    const given = values.get(control.name);
    if (isTick(control)) {
      if (given || isOver) control.checked = given?.includes(control.value) ?? false;
    } else if (given || isOver) {
      control.value = given?.[0] ?? "";
    }
  }
}
