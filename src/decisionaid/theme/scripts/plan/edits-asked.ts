/** What is asked of somebody else, and what a place's list is taken for, as changes of a plan. */
import type { Asked, Action } from "../../generated/plan.ts";
import type { Place, Service } from "../../generated/place.ts";
import { line } from "../record/text.ts";
import { addAction, answeredNow } from "./edits-doing.ts";
import { entryIn, withEntry } from "./edits.ts";
import { type Open, saying, voiceAt } from "./open-plan.ts";
import { canBePlanned } from "./place.ts";
import { answerTo, openActions } from "./taken.ts";

export type MayShare = NonNullable<Asked["may_share"]>[number];

/** What can be said of a request; what is not named stays as it is. */
export interface Asking {
  to?: string;
  /** Why, in the person's words. */
  reason?: string;
  agreed?: NonNullable<Asked["agreed"]>;
  contact?: string;
}

const NOBODY: Asked = { to: "" };

/**
 * Say what is asked of whom, and what the person says to it.
 *
 * Of what stands nothing is said otherwise; what was left open can still be said, but for why, once it was answered.
 * Yes and no are the person's, who is there. They fall where somebody else is asked, or for another reason.
 */
export function sayAsked(open: Open, id: string, { to, reason, agreed, contact }: Asking): Open {
  const found = entryIn(open, "actions", id);
  if (found === null || open.visit === "") return open;
  if (agreed !== undefined && agreed !== "not_asked" && voiceAt(open) === "") return open;
  const stands = found.before?.asked ?? NOBODY;
  const now = found.now.asked ?? NOBODY;
  const stood = isAnswered(stands);
  const isAnswer = !stood && agreed !== undefined;
  const asked: Asked = {
    ...now,
    to: stands.to || (to === undefined ? now.to : line(to)),
    // Why is a part of what was answered.
    reason: stands.reason ?? (reason === undefined || stood ? (now.reason ?? null) : saying(open, reason)),
    agreed: (stood ? stands.agreed : (agreed ?? now.agreed)) ?? "not_asked",
    answered: isAnswer ? answeredNow(open, { now, before: stands }, agreed === "not_asked" ? null : agreed) : (now.answered ?? []),
    contact_me_by: stands.contact_me_by || (contact === undefined ? (now.contact_me_by ?? "") : line(contact)),
  };
  if (asked.to === "") return open;
  const isOther = asked.to !== now.to || (asked.reason?.words ?? "") !== (now.reason?.words ?? "");
  // A yes is to what was asked of whom, and why: another question is asked anew, with all that may be told.
  const isAnew = isOther && isAnswered(now) && agreed === undefined && !stood;
  const anew: Partial<Asked> = isAnew ? { agreed: "not_asked", answered: answeredNow(open, { now, before: stands }, null), may_share: stands.may_share ?? [] } : {};
  return withEntry(open, "actions", id, { asked: { ...asked, ...anew } });
}

/** Whether the person's yes or no to a request is written. */
export function isAnswered({ agreed = "not_asked" }: Asked): boolean {
  return agreed !== "not_asked";
}

/**
 * Take the person's yes back: it stands behind the yes, which stays to be read. `by`: the person, or who speaks for them.
 *
 * A yes that nobody was handed yet is put right by `sayAsked`, and needs nothing behind it.
 */
export function takeBack(open: Open, id: string, by: string): Open {
  const found = entryIn(open, "actions", id);
  const asked = found?.now.asked;
  const stands = found?.before?.asked;
  if (!asked || !stands || answerTo(stands) !== "yes" || answerTo(asked) !== "yes") return open;
  return withEntry(open, "actions", id, { asked: { ...asked, taken_back: [{ visit: open.visit, by }] } });
}

/** Leave the yes as it was, while nobody has a copy that says it was taken back. */
export function keepYes(open: Open, id: string): Open {
  const found = entryIn(open, "actions", id);
  const asked = found?.now.asked;
  if (!found || !asked || found.before?.asked?.taken_back?.length) return open;
  return withEntry(open, "actions", id, { asked: { ...asked, taken_back: [] } });
}

/** Let a part of the plan go with a request, as the person says, who is there, or not; what was allowed when the plan last stood stays allowed. */
export function sayMayShare(open: Open, id: string, part: MayShare, may: boolean): Open {
  const found = entryIn(open, "actions", id);
  const asked = found?.now.asked;
  if (!found || !asked || open.visit === "" || (may && voiceAt(open) === "")) return open;
  const { may_share: all = [] } = asked;
  if (may === all.includes(part) || (!may && found.before?.asked?.may_share?.includes(part))) return open;
  const others = all.filter((each) => each !== part);
  return withEntry(open, "actions", id, { asked: { ...asked, may_share: may ? [...others, part] : others } });
}

/** The open action of a plan that a service of a place's list was taken for; null: none is. */
export function plannedFor(open: Open, place: Place, service: Service): Action | null {
  return openActions(open.plan).find((each) => isOf(each, place, service)) ?? waiting(open, place, service);
}

function waiting({ plan }: Open, place: Place, service: Service): Action | null {
  return (plan.actions ?? []).find((each) => each.mine === "not_asked" && isOf(each, place, service)) ?? null;
}

function isOf({ service: listed }: Action, place: Place, service: Service): boolean {
  return listed?.place === place.id && listed.service === service.id;
}

/**
 * Put a service of a place's list into the plan, with what the list says of it today; `by`: who takes it.
 *
 * None that is too old or in the plan already: then `open` itself comes back.
 */
export function planService(open: Open, place: Place, service: Service, day: string, by: string): Open {
  const { checked, id, name, phone = "" } = service;
  if (checked == null || !canBePlanned(service, place, day) || plannedFor(open, place, service)) return open;
  const added = addAction(open, { words: name, by }, { kind: "service" });
  if (added === open) return open;
  const made = added.plan.actions?.at(-1)?.id ?? "";
  const next = withEntry(added, "actions", made, { service: { place: place.id, service: id, name: line(name), phone, checked, stale_after: place.stale_after } });
  return next === added ? open : next;
}
