/** What was said since somebody last said if this is the plan: how goals and actions stand, and which came to an end. */
import type { Action, Did, Goal, Looked, Plan } from "../../generated/plan.ts";
import { isOwnVoice } from "../plan/open-plan.ts";
import { answerTo, isClosed, isTaken, lastDeed, lastLook, openActions, replacedGoals } from "../plan/taken.ts";
import { visitsInOrder } from "../plan/visits.ts";
import type { Desk } from "./desk.ts";
import { day, inLine, lastOf, quotation, visitWords, whomWords } from "./words.ts";

const ASKED: readonly Did["status"][] = ["asked", "waiting", "seen", "no_reply", "refused"];

/** The ids of the visits behind the last one, before the newest, at which somebody answered if this is the plan. */
export function lateVisits(plan: Plan): ReadonlySet<string> {
  const visits = visitsInOrder(plan).map(({ id }) => id);
  const newest = visits.at(-1);
  const answered = new Set((plan.agreed ?? []).filter(({ answer, visit }) => answer !== "not_asked" && visit !== newest).map(({ visit }) => visit));
  const at = Math.max(-1, ...[...answered].map((id) => visits.indexOf(id)));
  return new Set(visits.slice(at + 1));
}

function lastLooked(looked: Goal["looked"]): Looked | undefined {
  return lastOf(looked, (each) => each.said || each.now || each.status !== "open");
}

/** How it went with a goal, and no day: the state and the words of the last look; empty: nobody said. */
export function wentWords(looked: Goal["looked"], desk: Desk): string {
  const { say } = desk;
  const look = lastLooked(looked);
  if (!look) return "";
  const words = look.said ? quotation(look.said, desk) : look.now ? say("own", { words: look.now }) : "";
  return inLine([look.status === "open" ? "" : say(`look.${look.status}`), words], say);
}

/** How a goal stood when somebody last said so: the words and the state of one look, with its day where that is not lately. */
export function lookWords({ looked }: Goal, desk: Desk): string {
  const { open: { plan }, say } = desk;
  const look = lastLooked(looked);
  if (!look) return "";
  const said = wentWords(looked, desk);
  if (lateVisits(plan).has(look.visit)) return say("look.now", { words: said });
  const on = plan.visits?.find(({ id }) => id === look.visit)?.on;
  return on ? say("look.on", { date: day(on, say), words: said }) : said;
}

/** How an action stands by what was said of it lately; empty: nothing was. */
export function deedWords(action: Action, desk: Desk): string {
  const { open: { plan }, say } = desk;
  const late = lateVisits(plan);
  const deed = lastOf(action.did, (each) => late.has(each.visit) && (each.said || each.status !== "planned"));
  if (!deed) return "";
  const { said, status } = deed;
  const theirs = lastTheirs(action.did?.filter((each) => late.has(each.visit)), desk)?.said;
  const state = action.asked && ASKED.includes(status) ? say(`near.state_${status as "asked" | "waiting" | "seen" | "no_reply" | "refused"}`) : status === "planned" ? "" : say(`status.${status}`);
  return inLine([state, theirs && theirs !== said ? quotation(theirs, desk) : "", said ? quotation(said, desk) : ""], say);
}

/** The last time that somebody said something of it who does not speak for the person. */
function lastTheirs(did: Action["did"], { open: { plan } }: Desk): Did | undefined {
  return lastOf(did, ({ said }) => said && !isOwnVoice(plan, said.by));
}

/** What whoever was asked said last of a request before this visit, with who and when; empty: nothing. */
export function answeredWords(did: Action["did"], desk: Desk): string {
  const { open, say } = desk;
  const last = lastTheirs(did?.filter(({ visit }) => visit !== open.visit), desk);
  return last?.said ? inLine([quotation(last.said, desk), visitWords(open, last.visit, desk)], say) : "";
}

/** That the person took back their yes to a request, whatever came of it; empty: they did not. */
export function takenBackWords({ asked }: Action, { say }: Desk): string {
  return asked && answerTo(asked) === "taken_back" ? say("copy.taken_back", { to: whomWords(asked.to, say) }) : "";
}

/** What came to an end lately. */
export function endedLately(plan: Plan): { goals: Goal[]; actions: Action[] } {
  const late = lateVisits(plan);
  const replaced = replacedGoals(plan);
  const isLate = (entry: { visit: string } | null): boolean => entry !== null && late.has(entry.visit);
  const open = new Set(openActions(plan).map(({ id }) => id));
  return {
    goals: (plan.goals ?? []).filter((each) => isTaken(each) && !replaced.has(each.id) && isClosed(lastLook(each)?.status ?? "open") && isLate(lastLook(each))),
    actions: (plan.actions ?? []).filter((each) => isTaken(each) && !open.has(each.id) && isLate(lastDeed(each))),
  };
}
