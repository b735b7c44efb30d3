/** Two lines back to whoever asked: where a request stands, and what was put into the plan at this visit. */
import type { Action, Did } from "../../generated/plan.ts";
import { isOwnVoice } from "../plan/open-plan.ts";
import type { Desk } from "./desk.ts";
import { day, firstWho, lastOf, listed } from "./words.ts";

const STATES: readonly Did["status"][] = ["asked", "waiting", "seen", "no_reply", "refused"];
/** Signs of the id of a plan by which it is found. */
const MARK = 8;

export function backLines({ open: { plan, visit }, say, today }: Desk, { asked, did, said }: Action): [string, string] {
  // What they say who were asked, at this visit or before it; words of the person's own from a review are another thing.
  const words = lastOf(did, (each) => each.said && (each.visit === visit || !isOwnVoice(plan, each.said.by)))?.said;
  const on = plan.visits?.find(({ id }) => id === said.visit)?.on ?? "";
  const last = lastOf(did, ({ status }) => STATES.includes(status))?.status as "asked" | "waiting" | "seen" | "no_reply" | "refused" | undefined;
  const state = last ? say(`near.state_${last}`) : say("near.state_none");
  const taken = (plan.actions ?? []).filter((each) => each.service && each.said.visit === visit);
  const names = taken.map(({ mine, service }) => (mine === "not_asked" ? say("near.back_suggested", { words: service?.name ?? "" }) : (service?.name ?? "")));
  return [
    [
      say("near.back_stands", { to: asked?.to ?? "", date: day(on, say), plan: plan.id.slice(0, MARK), state, today: day(today, say) }),
      words ? say("answer.words", { who: firstWho(plan, words.by, say), words: words.words }) : "",
    ].filter(Boolean).join(" "),
    names.length > 0 ? say("near.back_taken", { names: listed(names, say) }) : say("near.back_nothing"),
  ];
}
