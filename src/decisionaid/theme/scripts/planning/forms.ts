/** The plan as a file for another system; what writes it is fetched when somebody asks for one. */
import type { Plan } from "../../generated/plan.ts";
import { announce, button, make } from "../page/dom.ts";
import { offer } from "../page/downloads.ts";
import { Later } from "../page/later-script.ts";
import { isMadeUp } from "../plan/made-up.ts";
import type { Desk } from "./desk.ts";

/** Until the browser has taken a file; after that no copy of it stays in the page. */
const TAKEN_MS = 10_000;

const FORMS = ["fhir", "prsb"] as const;
type Form = (typeof FORMS)[number];

/** The same bytes as `decisionaid plan fhir` and `decisionaid plan prsb` write. */
export type FromForms = { readonly [form in Form]: (plan: Plan) => string };

const writers = new Later<FromForms>("#fourth-script");

/** None for a paper, which is no plan. A made-up plan has no buttons: another system would take it for a person's. */
export function formsFold(desk: Desk): HTMLElement[] {
  const { open: { plan }, say } = desk;
  if (desk.paper) return [];
  const said = make("span", { "aria-hidden": "true" });
  const content = isMadeUp(plan) ? [make("p", {}, say("forms.made_up"))] : [make("p", { class: "hint" }, say("forms.hint")), formButtons(desk, said)];
  return [make("details", { class: "more", "data-forms": "" }, make("summary", {}, say("forms.fold")), ...content)];
}

function formButtons(desk: Desk, said: HTMLElement): HTMLElement {
  const { say } = desk;
  const tell = (text: string): void => {
    said.textContent = text;
    announce(text);
  };
  const save = async (form: Form): Promise<void> => {
    const writer = await writers.fetched();
    // Cleared or drawn anew in between: nothing of what was there is saved any more.
    if (!said.isConnected) return;
    if (writer === null) return tell(say("forms.late"));
    const { plan } = desk.open;
    const address = offer(`my-plan-${desk.today}-${plan.id.slice(0, 8)}-${form}.json`, `${writer[form](plan)}\n`, "application/json");
    setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS);
    tell(say("forms.saved"));
  };
  return make("p", { class: "plan-tools" }, ...FORMS.flatMap((form) => [button(say(`forms.${form}`), { class: "button secondary", "data-form": form }, () => void save(form)), " "]), said);
}
