/** A label that the clinician gives to what is open, for this list and this sheet alone; nobody has to. */
import type { Say } from "../handover/messages.ts";
import { button, make } from "../page/dom.ts";
import type { Patient } from "./patients.ts";

export function labelElement(patient: Patient, say: Say<"clinician">, changed: (label: string) => void): HTMLElement {
  const shown = make("strong", { class: "sheet-label-shown" }, patient.label);
  const field = make("input", { type: "text", id: "label", maxlength: "40", autocomplete: "off", spellcheck: "false", "aria-describedby": "label-hint" });
  field.value = patient.label;
  const fields = make(
    "span",
    { class: "sheet-label-fields" },
    make("label", { for: "label" }, say("label.field")),
    " ",
    field,
    " ",
    make("span", { class: "hint", id: "label-hint" }, say("label.hint")),
  );
  const open = button(patient.label ? say("label.change") : say("label.add"), { class: "button secondary", "aria-expanded": "false" }, () => {
    toggle(fields.hidden !== false);
    if (!fields.hidden) field.focus();
  });
  const toggle = (isOpen: boolean): void => {
    fields.hidden = !isOpen;
    open.setAttribute("aria-expanded", `${isOpen}`);
  };
  field.addEventListener("input", () => {
    changed(field.value);
    shown.textContent = patient.label;
    open.textContent = patient.label ? say("label.change") : say("label.add");
  });
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter" && key !== "Escape") return;
    toggle(false);
    open.focus();
  });
  toggle(false);
  return make("span", {}, shown, " ", open, " ", fields);
}
