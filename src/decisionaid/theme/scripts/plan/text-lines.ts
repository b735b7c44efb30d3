/** What one entry of a plan says in the text for the clinical record, on a line, within the room that there is. The same as `plan/text_lines.py`. */
import type { Action, Became, Budget, Decision, Goal, IfWorse, Review, Said } from "../../generated/plan.ts";
import ours from "../../schema/plan-text.json";
import { fill } from "../record/text.ts";
import type { Answered } from "./current.ts";
import { inMoney, inPounds, spent } from "./money.ts";
import { heldIn } from "./snapshots.ts";
import { answerTo, askedTo, isTaken, lastDeed, lastLook, whoDoes } from "./taken.ts";
import { askOf, dayInText, noDayIn, ownerIn, personIn, saidIn, suggestedIn, timeIn, whenIn } from "./text-phrases.ts";
import type { Room } from "./text-room.ts";
import { visitHeld } from "./visits.ts";

type Messages = { readonly [status: string]: string };

/** A no to the plan, with its reason. */
export function noLine(room: Room, said: string): string {
  return fill(ours.no_because, { words: room.own(said) });
}

/** A warning sign, and what was said of it. */
export function signLine(room: Room, each: Said | Answered): string {
  if (!("sign" in each)) return fill(ours.sign, { words: ofSign(room, each) });
  const { said, sign } = each;
  const on = room.plan.visits?.find(({ id }) => id === said.visit)?.on ?? "";
  const isNow = visitHeld(room.plan)?.on === on;
  return fill(isNow ? ours.sign_said : ours.sign_said_on, { sign: ofSign(room, sign), day: dayInText(on), words: ofSign(room, said) });
}

/** Words of which more is kept than of others: what was looked for, and what was not found. */
function ofSign(room: Room, said: Said): string {
  return saidIn(room, said, ours.least_of_sign);
}

/** Something that matters most. */
export function matterLine(room: Room, said: Said): string {
  return fill(ours.matters, { words: saidIn(room, said) });
}

/** What became of a decision, why, what is doubted, and when it is looked at again. */
export function decisionLine(room: Room, { became = [], question }: Decision): string {
  const last = became.at(-1);
  const said = fill(ours.became[last?.state ?? ""], { option: room.uncut(last?.option_name ?? "") });
  const more = [
    ...reasons(room, last),
    last?.look_again ? fill(ours.look_again, { when: whenIn(room, last.look_again) }) : "",
  ];
  return [fill(ours.decision, { question: room.named(question), became: said }), ...more].filter(Boolean).join(" ").trim();
}

/** Why, and what is doubted; where there is no room for it, that the plan has it. */
function reasons(room: Room, { doubts, reason }: Partial<Became> = {}): string[] {
  if (reason && doubts && room.limits.reasons === 0 && room.limits.doubts === 0 && !room.isCut) return [ours.both_kept];
  const doubted = doubts ? (room.limits.doubts === 0 ? ours.doubts_kept : fill(ours.doubts, { words: saidIn(room, doubts) })) : "";
  return [reason ? because(room, reason) : "", doubted];
}

/** Why where there is room for all of it, and else that the plan has it; the last line may say so. */
function because(room: Room, reason: Said): string {
  if (room.limits.reasons > 0) return fill(ours.reason, { words: saidIn(room, reason) });
  room.leaveReason();
  return room.isCut ? "" : ours.reason_kept;
}

/** A goal, when it is looked at, how it went, and in which goal's place it stands. */
export function goalLine(room: Room, goal: Goal): string {
  const { looked = [], mine, said } = goal;
  const look = lastLook(goal);
  const time = looked.filter(({ when }) => when).at(-1)?.when;
  return fill(ours.goal, {
    words: room.own(said.words),
    by: suggestedIn(room, mine, said),
    when: whenIn(room, time),
    so_far: look ? ((ours.so_far as Messages)[look.status] ?? "") + went(room, goal) : "",
  }) + inPlaceOf(room, goal);
}

/** The person's words about how it went, with their reasons where there is room for those. */
function went(room: Room, { looked = [] }: Goal): string {
  const said = looked.filter((each) => each.said).at(-1)?.said;
  const isNow = said && said.visit === visitHeld(room.plan)?.id;
  return isNow && room.limits.reasons > 0 ? fill(ours.went, { words: saidIn(room, said) }) : "";
}

/** What stood there before a goal that was said at the last visit, and how it had gone with that. */
function inPlaceOf(room: Room, { replaces, said }: Goal): string {
  const before = room.plan.goals?.find((each) => each.id === replaces && isTaken(each));
  if (!before || said.visit !== visitHeld(room.plan)?.id) return "";
  const status = (ours.stood as Messages)[lastLook(before)?.status ?? ""] ?? "";
  const how = status + went(room, before);
  if (room.limits.reasons === 0) return how ? fill(ours.instead_short, { went: how }) : "";
  return fill(ours.instead, { words: room.own(before.said.words), went: how });
}

/** Something that helps. */
export function helpsLine(room: Room, said: Said): string {
  return fill(ours.helps, { words: saidIn(room, said) });
}

/** An action, who does it, when, how far it is, and what the person answers where somebody is asked. */
export function actionLine(room: Room, action: Action): string {
  const { did = [], mine, said } = action;
  const time = did.filter(({ often, when }) => when || often).at(-1);
  const often = room.name(time?.often ?? "");
  const on = timeIn(room, time?.when);
  const tell = did.filter(({ tell: who }) => who).at(-1)?.tell;
  const status = lastDeed(action)?.status ?? "planned";
  const more = [
    (ours.status as Messages)[status] ?? "",
    tell ? fill(ours.told, { who: personIn(room, tell) }) : "",
    consent(room, action),
  ];
  return fill(ours.action, {
    words: room.own(said.words),
    by: suggestedIn(room, mine, said),
    who: ownerIn(room, action),
    when: [often, on].filter(Boolean).join(", ") || noDayIn(room),
    more: more.join(""),
  });
}

/** What they answer to a request, and whom they ask where somebody else has it to do and there is room. */
function consent(room: Room, action: Action): string {
  const { asked } = action;
  if (!asked) return "";
  const to = room.limits.doubts === 0 || whoDoes(action) === null ? "" : askedTo(action);
  if (to) return fill(ours.consent.yes_beside, { to: askOf(room, to) });
  const answer = answerTo(asked);
  const said = ours.consent[answer];
  return answer === "not_asked" || answer === "taken_back" ? room.marked(answer, said) : said;
}

/** What to do if it gets worse, and whom to call. */
export function ifWorseLine(room: Room, { call = "", i_do: iDo, signs }: IfWorse): string {
  return fill(ours.if_worse, {
    words: saidIn(room, signs),
    i_do: iDo ? fill(ours.i_do, { words: saidIn(room, iDo) }) : "",
    call: call ? fill(ours.call, { call: room.uncut(call) }) : "",
  });
}

/** When all of it is looked at, who leads that, and what would make it sooner. */
export function reviewLine(room: Room, { lead, sooner_if: sooner = "", when }: Review): string {
  return fill(ours.review, {
    when: whenIn(room, when),
    who: personIn(room, lead),
    sooner: sooner ? fill(ours.sooner, { words: room.own(sooner) }) : "",
  });
}

/** How it stands with the money, and what is planned of it. */
export function moneyLine(room: Room, budget: Budget): string {
  const { amount = null, currency, review, signed_by: by, state } = budget;
  if (state === "refused") return refused(room, budget);
  return fill(ours.money, {
    on: moneyOn(room, budget),
    state: (ours.money_state as Messages)[state] ?? "",
    signed: state === "agreed" && !by ? room.marked("not_signed", ours.not_signed) : "",
    spent: inMoney(spent(budget), currency),
    amount: amount === null ? room.marked("no_amount", ours.no_amount) : inPounds(amount),
    when: whenIn(room, review),
  });
}

/** Of which day it is where copies wrote two apart, which may say the same; empty: there is one. */
function moneyOn({ plan }: Room, { visit }: Budget): string {
  const on = plan.visits?.find(({ id }) => id === visit)?.on ?? "";
  return heldIn(plan, plan.budgets).length > 1 ? fill(ours.money_on, { day: dayInText(on) }) : "";
}

/** Money that was refused, how much that was, and why where there is room. */
function refused(room: Room, budget: Budget): string {
  const { amount = null, currency, review, why_refused: reason = "" } = budget;
  const why = reason && room.limits.accepted > 0 ? room.own(reason) : "";
  return fill(ours.money_refused, {
    on: moneyOn(room, budget),
    why: why ? fill(ours.refused_why, { words: why }) : "",
    amount: amount === null ? "" : fill(ours.refused_amount, { amount: inMoney(amount, currency) }),
    when: review ? fill(ours.refused_review, { when: whenIn(room, review) }) : "",
  });
}
