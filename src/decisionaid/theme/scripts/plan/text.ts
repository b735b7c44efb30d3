/**
 * A plan as text for the clinical record: at most 900 signs of ASCII, the same bytes as `plan/text.py` each time.
 *
 * Which lines stand in it, and in which order; `text-lines.ts` has what each says, and `text-room.ts` what gives way where it is too long.
 */
import type { Action, Did, Looked, Plan, Review, Said } from "../../generated/plan.ts";
import lines from "../../schema/plan-lines.json";
import ours from "../../schema/plan-text.json";
import { cut } from "../handover/ascii.ts";
import { marked } from "../record/made-up.ts";
import { fill } from "../record/text.ts";
import { saidNow, signsAnswered, signsTicked, type Answered } from "./current.ts";
import type { Left, PlanShort } from "./short.ts";
import { heldIn, twoOf } from "./snapshots.ts";
import { isNoOfACopy, stageOf, wordsOfNo } from "./standing.ts";
import { answerTo, isTaken, lastDeed, openActions, openGoals } from "./taken.ts";
import { actionLine, decisionLine, goalLine, helpsLine, ifWorseLine, matterLine, moneyLine, noLine, reviewLine, signLine } from "./text-lines.ts";
import { dayInText } from "./text-phrases.ts";
import { type PartName, type Room, withRoom } from "./text-room.ts";
import { preparedSince, visitHeld, wasMetWithSomebody } from "./visits.ts";
import { isInDoubt } from "./written.ts";

export type Save = keyof typeof ours.save;

/** The text, on lines of its own; `save`: whether the last save holds all of it, or there was none. */
export function planRecordText(plan: Plan, save: Save = "held"): string {
  return plan.part === "paper_review" ? reviewRecordText(plan) : withRoom(plan, (room) => whole(room, save));
}

/**
 * The text of a review that was written from a paper copy, with what stood on the paper where that is known.
 *
 * Nothing that such a paper may have is said to be missing.
 */
export function reviewRecordText(review: Plan, short: PlanShort | null = null): string {
  const plan = short ? lookedAt(short.onPaper, review) : review;
  return withRoom(plan, (room) => ofPaper(room, short?.left ?? null), short !== null);
}

/** A review with what stood on the paper before it. */
function lookedAt(onPaper: Plan, review: Plan): Plan {
  const more = <Entry extends { id: string }>(before: readonly Entry[] = [], now: readonly Entry[] = []): Entry[] => [...before.filter(({ id }) => !now.some((each) => each.id === id)), ...now];
  const { actions = [], goals = [], reviews = [] } = review;
  const deeds = (id: string): Did[] => onPaper.actions?.find((each) => each.id === id)?.did ?? [];
  const looks = (id: string): Looked[] => onPaper.goals?.find((each) => each.id === id)?.looked ?? [];
  return {
    ...review,
    people: more(onPaper.people, review.people),
    visits: more(onPaper.visits, review.visits),
    goals: goals.map((each) => ({ ...each, looked: [...looks(each.id), ...(each.looked ?? [])] })),
    actions: actions.map((each) => ({ ...each, did: [...deeds(each.id), ...(each.did ?? [])] })),
    reviews: reviews.length > 0 ? reviews : (onPaper.reviews ?? []).slice(-1),
  };
}

function whole(room: Room, save: Save): string {
  const { plan } = room;
  const { decisions = [], if_worse: ifWorse = [] } = plan;
  const budgets = heldIn(plan, plan.budgets).filter(({ state }) => state !== "ended");
  const all = [
    head(plan, save),
    ...standing(room),
    ...room.part("signs", signLine, signs(plan)),
    ...room.part("matters", matterLine, matters(plan)),
    ...room.part("decisions", decisionLine, decisions),
    ...planned(room, "goals", goalLine, openGoals(plan)),
    ...room.part("learnt", helpsLine, learnt(plan)),
    ...planned(room, "actions", actionLine, actions(room), isSeen),
    ...planned(room, "if_worse", ifWorseLine, ifWorse),
    ...planned(room, "reviews", reviewLine, lastReview(plan)),
    ...room.part("money", moneyLine, budgets),
  ];
  return [...all, ...room.shortened()].join("\n");
}

/** The lines of what stands on a paper, and was said of it at a review; `left`: what had no room in its code. */
function ofPaper(room: Room, left: Left | null): string {
  const { plan } = room;
  const { id, if_worse: ifWorse = [], rev = 1 } = plan;
  const held = plan.part ? visitHeld(plan) : null;
  const first = fill(held ? ours.code.review : ours.code.head, { id: id.slice(0, 8), n: rev, day: held ? dayInText(held.on) : "" });
  const missing = left ? (["actions", "goals", "reviews"] as const).flatMap((name) => (left[name] > 0 ? [fill(ours.code.left[name], { n: left[name] })] : [])) : [];
  const all = [
    marked(plan, first),
    ...room.part("goals", goalLine, openGoals(plan)),
    ...room.part("learnt", helpsLine, learnt(plan)),
    ...room.part("actions", actionLine, seenLast(room, openActions(plan)), isSeen),
    ...room.part("if_worse", ifWorseLine, ifWorse),
    ...room.part("reviews", reviewLine, lastReview(plan)),
    ...(missing.length > 0 ? [fill(ours.code.too_long, { items: missing.join(", ") })] : []),
  ];
  return [...all, ...room.shortened()].join("\n");
}

function head(plan: Plan, save: Save): string {
  const { id, rev = 1, updated } = plan;
  const on = visitHeld(plan)?.on ?? updated.slice(0, 10);
  return marked(plan, fill(ours.head, { day: dayInText(on), stage: ours.stage[stageOf(plan)], id: id.slice(0, 8), save: fill(ours.save[save], { n: rev }) }));
}

/** What has to be known of the whole, beside its stage. */
function standing(room: Room): string[] {
  const { limits, plan } = room;
  const since = preparedSince(plan);
  const two = twoOf(plan).map((each) => lines.headings[each]);
  return [
    ...(isInDoubt(plan) ? [ours.altered] : []),
    ...(isNoOfACopy(plan) ? [ours.two_answers] : []),
    ...[...room.part("noes", noLine, wordsOfNo(plan).reverse())].reverse(),
    ...(two.length > 0 ? [fill(ours.two_wordings, { headings: cut(two.join(", "), 2 * limits.names) })] : []),
    ...(since ? [fill(ours.beside, { day: dayInText(since.on) })] : []),
  ];
}

/** The lines of a part that a plan has, or that it was not planned. */
function planned<Entry>(room: Room, name: PartName & keyof typeof ours.none, line: (room: Room, entry: Entry) => string, entries: readonly Entry[], goesFirst?: (entry: Entry) => boolean): readonly string[] {
  return entries.length === 0 && wasMetWithSomebody(room.plan) ? [ours.none[name]] : room.part(name, line, entries, goesFirst);
}

/** The signs of which nobody has said anything, first of all, so that the first is never left out; then what was said of the others, the newest first. */
function signs(plan: Plan): (Said | Answered)[] {
  return [...signsTicked(plan), ...signsAnswered(plan).reverse()];
}

/** What was said last comes first: that is the last to be left out. */
function matters(plan: Plan): Said[] {
  const most = (plan.about_me ?? []).filter(({ heading }) => heading === "most_important");
  return most.flatMap(({ said }) => saidNow(plan, said).reverse());
}

/** What the person said at the last visit that helps. */
function learnt(plan: Plan): Said[] {
  const held = visitHeld(plan)?.id;
  return (plan.learnt ?? []).filter(({ visit }) => visit === held);
}

/** What is open; before it every yes that was taken back, whatever came of it: those are the last that shortening leaves out, and it counts them. */
function actions(room: Room): Action[] {
  const back = (room.plan.actions ?? []).filter((each) => isTaken(each) && isBack(each));
  return [...back, ...seenLast(room, openActions(room.plan).filter((each) => !isBack(each)))];
}

/** Those for which somebody was seen come last where there is little room: they are the first to be left out. */
function seenLast({ limits }: Room, all: readonly Action[]): readonly Action[] {
  return limits.seen > 0 ? all : [...all.filter((each) => !isSeen(each)), ...all.filter(isSeen)];
}

function lastReview(plan: Plan): Review[] {
  return heldIn(plan, plan.reviews).filter(({ when }) => when);
}

function isBack({ asked }: Action): boolean {
  return asked !== undefined && asked !== null && answerTo(asked) === "taken_back";
}

function isSeen(action: Action): boolean {
  return lastDeed(action)?.status === "seen" && !isBack(action);
}
