/** Read from a page which aid it is of, what it asks, and the words beside each answer. */
import type { AidReference } from "../../generated/record.ts";
import { all, one, textOf } from "../page/dom.ts";
import type { Answers, Check, Choice, Facts, Field, Question } from "../record/facts.ts";
import { line, LINE, LONG_TEXT } from "../record/text.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The controls of the form that hold answers. */
export function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      element.type !== "file" &&
      // How a table is shown is not an answer.
      element.dataset["view"] === undefined,
  );
}

export function aidOf(form: HTMLFormElement): Required<AidReference> {
  const data = (name: string): string => form.dataset[name] ?? "";
  return {
    id: data("aid"),
    version: line(data("version"), 40),
    source_sha256: data("sha256"),
    title: line(data("title")),
    language: line(data("language") || document.documentElement.lang, 35),
    evidence: data("evidence"),
    status: (data("status") || "published") as Required<AidReference>["status"],
    clock: (data("clock") || null) as Required<AidReference>["clock"],
  };
}

export function factsOf(form: HTMLFormElement): Facts {
  return {
    aid: aidOf(form),
    questions: all("[data-question]", form).map(questionOf),
    checks: all("[data-check]", form).map(checkOf),
    fields: fieldsOf(form),
  };
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
  return controls(form)
    .filter((control) => control.name === name && (!isTick(control) || control.checked))
    .map((control) => control.value);
}

/** The words beside a control. */
export function labelText(control: Control): string {
  // Ours stand inside their labels; to ask a control for its labels searches the whole page.
  const label = control.closest("label");
  return textOf(label?.querySelector("[data-words]") ?? label);
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === "radio" || control.type === "checkbox";
}

function questionOf(root: HTMLElement): Question {
  return {
    id: root.dataset["question"] ?? "",
    kind: (root.dataset["kind"] ?? "choice") as Question["kind"],
    title: root.dataset["title"] ?? textOf(one("legend", root)),
    wording: root.dataset["wording"] ?? "",
    about: aboutOf(root),
    itemsAbout: new Map(all("[data-item]", root).map((item) => [item.dataset["item"] ?? "", aboutOf(item)])),
    isSensitive: one("[data-share]", root) !== null,
  };
}

/** Ids of the rows that an element is about. */
export function aboutOf(element: HTMLElement): string[] {
  return (element.dataset["about"] ?? "").split(" ").filter(Boolean);
}

function checkOf(root: HTMLElement): Check {
  return {
    id: root.dataset["check"] ?? "",
    statement: textOf(one("legend", root)),
    wording: root.dataset["wording"] ?? "",
    correct: all<HTMLInputElement>("input[data-correct]", root).map((input) => input.value),
  };
}

function fieldsOf(form: HTMLFormElement): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const control of controls(form)) {
    if (isTick(control)) {
      const before = fields.get(control.name);
      const question = before?.question ?? legendOf(control);
      const choices = [...(before?.choices ?? []), choiceOf(control)];
      const kind = control.type === "radio" ? "one" : "many";
      fields.set(control.name, { kind, choices, most: LINE, lines: false, question });
    } else if (control.type === "hidden") {
      const choices = rankedItems(form, control.name);
      fields.set(control.name, { kind: "order", choices, most: LINE, lines: false, question: legendOf(control) });
    } else {
      const lines = control instanceof HTMLTextAreaElement;
      const most = control.maxLength > 0 ? control.maxLength : LINE;
      const question = labelText(control);
      fields.set(control.name, { kind: "text", choices: [], most: Math.min(most, LONG_TEXT), lines, question });
    }
  }
  return fields;
}

function choiceOf(control: HTMLInputElement): Choice {
  return { value: control.value, text: labelText(control) };
}

function legendOf(control: Control): string {
  return textOf(one("legend", control.closest("fieldset") ?? document.createElement("p")));
}

/** The items of a ranking in the author's order. */
function rankedItems(form: HTMLFormElement, name: string): Choice[] {
  const list = all("[data-ranking]", form).find((each) => `values.${each.dataset["ranking"]}` === name);
  return list
    ? all("[data-item]", list).map((item) => ({ value: item.dataset["item"] ?? "", text: itemText(item) }))
    : [];
}

export function itemText(item: HTMLElement): string {
  return textOf(one(".item-text", item) ?? item);
}
