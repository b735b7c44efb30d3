/** What was said as a file for another system. */
import type { AidWords } from "../../generated/words.ts";
import type { Say } from "../handover/messages.ts";
import { writtenOnDay } from "../handover/on-day.ts";
import { make } from "../page/dom.ts";
import { Later } from "../page/later-script.ts";
import { type Form, otherSystems } from "../page/other-systems.ts";
import { today } from "../record/today.ts";
import type { Record } from "../record/record-types.ts";
import type { Patient } from "./patients.ts";

/** The same bytes as `decisionaid record fhir` and `decisionaid record prsb` write. */
export type FromForms = { readonly [form in Form]: (record: Record, words: AidWords | null) => string };

const writers = new Later<FromForms>("#fourth-script");

/** A fold with a button for each form. */
export function formsElement({ opened, isMadeUp }: Patient, say: Say<"clinician">): HTMLElement {
  const { record, known } = opened;
  const written = (writer: FromForms, form: Form): { name: string; text: string } => ({
    name: nameOf(record, form),
    text: `${writer[form](record, writtenOnDay(known, today()))}\n`,
  });
  const tools = (...buttons: (HTMLElement | string)[]): HTMLElement => make("p", { class: "record-tools" }, ...buttons);
  const content = otherSystems({ say, isMadeUp, writers, written, tools });
  return make("details", { class: "sheet-fold alone off-paper", "data-part": "forms" }, ...content);
}

/** By the aid, the day and the record: two people of one day have two files. */
function nameOf({ aid, day, id }: Record, form: Form): string {
  return `${[aid.id, day, id.slice(0, 8), form].filter(Boolean).join("-")}.json`;
}
