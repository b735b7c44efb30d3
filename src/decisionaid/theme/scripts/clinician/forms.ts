/** What was said as a file for another system; what writes it is fetched when somebody asks for one. */
import type { AidWords } from "../../generated/words.ts";
import type { Say } from "../handover/messages.ts";
import { writtenOnDay } from "../handover/on-day.ts";
import { announce, button, make } from "../page/dom.ts";
import { offer } from "../page/downloads.ts";
import { Later } from "../page/later-script.ts";
import { today } from "../record/today.ts";
import type { Record } from "../record/record-types.ts";
import type { Patient } from "./patients.ts";

/** Until the browser has taken a file; after that no copy of it stays in the page. */
const TAKEN_MS = 10_000;

type Form = "fhir" | "prsb";

/** The same bytes as `decisionaid record fhir` and `decisionaid record prsb` write. */
export type FromForms = { readonly [form in Form]: (record: Record, words: AidWords | null) => string };

const writers = new Later<FromForms>("#fourth-script");

/** A fold with a button for each form. A made-up record has none: another system would take it for a patient's. */
export function formsElement({ opened, isMadeUp }: Patient, say: Say<"clinician">): HTMLElement {
  const said = make("span", { "aria-hidden": "true" });
  const tell = (text: string): void => {
    said.textContent = text;
    announce(text);
  };
  const save = async (form: Form): Promise<void> => {
    const writer = await writers.fetched();
    // Closed in between: nothing of it is saved any more.
    if (!said.isConnected) return;
    if (writer === null) return tell(say("forms.late"));
    const { record, known } = opened;
    const address = offer(nameOf(record, form), `${writer[form](record, writtenOnDay(known, today()))}\n`, "application/json");
    setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS);
    tell(say("forms.saved"));
  };
  const buttons = (["fhir", "prsb"] as const).flatMap((form) => [button(say(`forms.${form}`), { class: "button secondary", "data-form": form }, () => void save(form)), " "]);
  return make(
    "details",
    { class: "sheet-fold alone off-paper", "data-part": "forms" },
    make("summary", {}, say("forms.fold")),
    ...(isMadeUp ? [make("p", {}, say("forms.made_up"))] : [make("p", {}, say("forms.hint")), make("p", { class: "record-tools" }, ...buttons, said)]),
  );
}

/** By the aid, the day and the record: two people of one day have two files. */
function nameOf({ aid, day, id }: Record, form: Form): string {
  return `${[aid.id, day, id.slice(0, 8), form].filter(Boolean).join("-")}.json`;
}
