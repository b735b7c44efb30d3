/** Two lines back to whoever asked: where a request stands, since when, and what was put into the plan for it. */
import type { Action, Did, Plan } from "../../generated/plan.ts";
import { isOwnVoice } from "../plan/open-plan.ts";
import { visitsInOrder } from "../plan/visits.ts";
import type { Desk } from "./desk.ts";
import { day, firstWho, lastOf, listed } from "./words.ts";

const STATES: readonly Did["status"][] = ["asked", "waiting", "seen", "no_reply", "refused"];
/** Signs of the id of a plan by which it is found. */
const MARK = 8;

export function backLines({ open: { plan, visit }, say, today }: Desk, action: Action): [string, string] {
  const { asked, did, said } = action;
  // What they say who were asked, at this visit or before it; words of the person's own from a review are another thing.
  const words = lastOf(did, (each) => each.said && (each.visit === visit || !isOwnVoice(plan, each.said.by)))?.said;
  const dayOf = (id: string | undefined): string | undefined => plan.visits?.find((each) => each.id === id)?.on;
  const last = lastOf(did, ({ status }) => STATES.includes(status));
  const state = last ? say(`near.state_${last.status as "asked" | "waiting" | "seen" | "no_reply" | "refused"}`) : say("near.state_none");
  const answered = answeredAt(plan, action);
  const taken = (plan.actions ?? []).filter((each) => each.service && each.mine !== "declined" && (each.said.visit === visit || answered.has(each.said.visit)));
  const names = taken.map(({ mine, service }) => (mine === "not_asked" ? say("near.back_suggested", { words: service?.name ?? "" }) : (service?.name ?? "")));
  return [
    [
      say("near.back_stands", { to: asked?.to ?? "", date: day(dayOf(said.visit) ?? "", say), plan: plan.id.slice(0, MARK), state, today: day(dayOf(last?.visit) ?? today, say) }),
      words ? say("answer.words", { who: firstWho(plan, words.by, say), words: words.words }) : "",
    ].filter(Boolean).join(" "),
    names.length > 0 ? say("near.back_taken", { names: listed(names, say) }) : say("near.back_nothing"),
  ];
}

/** The visits at which a request was answered: by whoever was asked, or with a link worker since it was made. */
function answeredAt(plan: Plan, { did = [], said }: Action): ReadonlySet<string> {
  const order = visitsInOrder(plan);
  const made = order.findIndex(({ id }) => id === said.visit);
  const withThem = order.slice(made + 1).filter(({ kind }) => kind === "link_worker");
  const answers = did.filter((each) => (STATES.includes(each.status) && each.status !== "asked") || (each.said && !isOwnVoice(plan, each.said.by)));
  return new Set([...withThem.map(({ id }) => id), ...answers.map((each) => each.visit)]);
}
