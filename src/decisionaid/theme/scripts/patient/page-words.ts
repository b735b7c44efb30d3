/** The words of an aid as its own page says them: the same as in its `aid.json`, as far as the page has them. */
import type { AidWords, CheckWords, LabelledItem, QuestionItem, QuestionWords } from "../../generated/words.ts";
import { all, one, textOf } from "../page/dom.ts";
import { isState, type Page } from "../record/answers.ts";
import { line } from "../record/text.ts";
import { fieldsOf, idOf, labelText, named } from "./form.ts";

/** What names the aid; read at the start of a visit, when the rest is not needed yet. */
export function aidOf({ dataset }: HTMLFormElement): Page["aid"] {
  const data = (name: string, most?: number): string => line(dataset[name] ?? "", most);
  return {
    id: data("aid"),
    version: data("version", 40),
    source_sha256: data("sha256"),
    title: data("title"),
    language: data("language", 35),
    evidence: data("evidence"),
    status: data("status") as AidWords["status"],
    // On most pages nothing is worked out, and none of these says so.
    computes: (data("computes") || "none") as AidWords["computes"] & string,
    clock: (data("clock") as AidWords["clock"]) || null,
  };
}

export function pageOf(form: HTMLFormElement): Page {
  const aid = aidOf(form);
  const words = {
    ...(aid as Omit<typeof aid, "clock">),
    question: textOf(one(".lede", form)),
    options: labelled(form, "leaning"),
    strata: labelled(form, "stratum"),
    red_flags: labelled(form, "red_flags"),
    questions: all("[data-question]", form).map(questionOf),
    checks: all("[data-check]", form).map(checkOf),
    to_ask: labelled(form, "questions"),
    ideas: labelled(form, "ideas"),
  };
  return { aid, words, fields: fieldsOf(form) };
}

/** The answers that go by a name, without those that say why there is none. */
function labelled(within: HTMLElement, name: string): LabelledItem[] {
  return named(within, name)
    .filter(({ value }) => !isState(value))
    .map((control) => ({ id: control.value, text: labelText(control) }));
}

function questionOf(root: HTMLElement): QuestionWords {
  const { question: id = "", kind, title = "", wording = "" } = root.dataset;
  return {
    id,
    kind: kind as QuestionWords["kind"],
    title,
    question: textOf(one(".asked", root)),
    wording,
    about: aboutOf(root),
    // Both ends of a scale stand in the words beside its places; those of a balance say what was chosen.
    items: kind === "choice" || kind === "balance" ? labelled(root, `values.${id}`).map(towardOf(root)) : all("[data-item]", root).map(itemOf),
  };
}

/** A place of a balance, or an answer of a choice, with the options to which it points. */
function towardOf({ dataset }: HTMLElement): (item: LabelledItem, index: number) => QuestionItem {
  const toward = (dataset["toward"] ?? "").split("|");
  return (item, index) => ({ ...item, toward: idsIn(toward[index]) });
}

function itemOf(item: HTMLElement): QuestionItem {
  return { id: idOf(item), text: itemText(item), about: aboutOf(item) };
}

/** The words of an item that is put in order. */
export function itemText(item: HTMLElement): string {
  return textOf(one(".item-text", item));
}

/** Ids of the rows that an element is about. */
export function aboutOf(element: HTMLElement): string[] {
  return idsIn(element.dataset["about"]);
}

function idsIn(text = ""): string[] {
  return text.split(" ").filter(Boolean);
}

function checkOf(root: HTMLElement): CheckWords {
  const { check: id = "", wording = "" } = root.dataset;
  return {
    id,
    statement: textOf(one("legend", root)),
    wording,
    answers: labelled(root, `knowledge.${id}`),
    correct: all<HTMLInputElement>("input[data-correct]", root).map(({ value }) => value),
  };
}
