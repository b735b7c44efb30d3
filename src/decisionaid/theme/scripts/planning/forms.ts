/** The plan as a file for another system. */
import type { Plan } from "../../generated/plan.ts";
import { make } from "../page/dom.ts";
import { Later } from "../page/later-script.ts";
import { type Form, otherSystems } from "../page/other-systems.ts";
import { isMadeUp } from "../record/made-up.ts";
import type { Desk } from "./desk.ts";
import { leftNote } from "./notices.ts";

/** The same bytes as `decisionaid plan fhir` and `decisionaid plan prsb` write. */
export type FromForms = { readonly [form in Form]: (plan: Plan) => string };

const writers = new Later<FromForms>("#fourth-script");

/** None for a paper, which is no plan. */
export function formsFold(desk: Desk): HTMLElement[] {
  if (desk.paper) return [];
  const written = (writer: FromForms, form: Form): { name: string; text: string } => {
    const { plan } = desk.open;
    return { name: `my-plan-${desk.today}-${plan.id.slice(0, 8)}-${form}.json`, text: `${writer[form](plan)}\n` };
  };
  const tools = (...buttons: (HTMLElement | string)[]): HTMLElement => make("p", { class: "plan-tools" }, ...buttons);
  const { id } = desk.open.plan;
  const content = otherSystems({ say: desk.say, isMadeUp: isMadeUp(desk.open.plan), isStill: () => desk.open.plan.id === id, writers, written, tools, given: (words) => desk.tellGiven(words, "forms") });
  const made = make("details", { class: "more", "data-forms": "", ...(desk.unfolded.has("forms") ? { open: "" } : {}) }, ...content, ...leftNote(desk, "forms"));
  made.addEventListener("toggle", () => (made.open ? desk.unfolded.add("forms") : desk.unfolded.delete("forms")));
  return [made];
}
