/** Two lines back to whoever asked: where a request stands, since when, and what was put into the plan for it. */
import type { Action, Did, Plan } from "../../generated/plan.ts";
import { isOwnVoice } from "../plan/open-plan.ts";
import { requestOf } from "../plan/requests.ts";
import { visitsInOrder } from "../plan/visits.ts";
import type { Desk } from "./desk.ts";
import { day, firstWho, lastOf, listed, whomWords } from "./words.ts";

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
  // What is only suggested is not in the plan.
  const told = (all: readonly Action[], isAsked: boolean, message: "taken" | "suggested" | "several" | "several_suggested"): string => {
    const names = all.filter(({ mine }) => (mine !== "not_asked") === isAsked).map(({ service }) => service?.name ?? "");
    return names.length > 0 ? say(`near.back_${message}`, { names: listed(names, say) }) : "";
  };
  const taken = (plan.actions ?? []).map((each) => ({ each, requests: requestsOf(plan, visit, each) })).filter(({ requests }) => requests.includes(action.id));
  const [own, several] = [taken.filter(({ requests }) => requests.length === 1), taken.filter(({ requests }) => requests.length > 1)].map((all) => all.map(({ each }) => each)) as [Action[], Action[]];
  return [
    [
      say("near.back_stands", { to: whomWords(asked?.to ?? "", say), date: day(dayOf(said.visit) ?? "", say), plan: plan.id.slice(0, MARK), state, today: day(dayOf(last?.visit) ?? today, say) }),
      words ? say("answer.words", { who: firstWho(plan, words.by, say), words: words.words }) : "",
    ].filter(Boolean).join(" "),
    taken.length === 0 ? say("near.back_nothing") : [
      told(own, true, "taken"),
      told(own, false, "suggested"),
      told(several, true, "several"),
      told(several, false, "several_suggested"),
    ].filter(Boolean).join(" "),
  ];
}

/**
 * The ids of the requests for which something out of a list may have been put into the plan; none: it is no such thing.
 *
 * Where several may be meant, it was for the one of which something was said at the same visit, else for the one with
 * the same goal; where that does not tell, they all stay.
 */
function requestsOf(plan: Plan, visit: string, { goal, mine, said, service }: Action): readonly string[] {
  if (!service || mine === "declined") return [];
  const may = (plan.actions ?? []).filter((each) => requestOf(each) && (said.visit === visit || answeredAt(plan, each).has(said.visit)));
  const ways: ((request: Action) => boolean)[] = [(each) => answersTo(plan, each).has(said.visit), (each) => Boolean(goal) && each.goal === goal];
  const only = ways.map((way) => may.filter(way)).find(({ length }) => length === 1);
  return (only ?? may).map(({ id }) => id);
}

/** The visits at which whoever was asked answered a request. */
function answersTo(plan: Plan, { did = [] }: Action): ReadonlySet<string> {
  const answers = did.filter((each) => (STATES.includes(each.status) && each.status !== "asked") || (each.said && !isOwnVoice(plan, each.said.by)));
  return new Set(answers.map((each) => each.visit));
}

/** The visits at which a request was answered: by whoever was asked, or with a link worker since it was made. */
function answeredAt(plan: Plan, request: Action): ReadonlySet<string> {
  const order = visitsInOrder(plan);
  const made = order.findIndex(({ id }) => id === request.said.visit);
  const withThem = order.slice(made + 1).filter(({ kind }) => kind === "link_worker");
  return new Set([...withThem.map(({ id }) => id), ...answersTo(plan, request)]);
}
