/** The person's own copy: one side of A4 that is the plan in their words, with room to write in. */
import type { Action, Goal, Plan, Review, Said } from "../../generated/plan.ts";
import { make } from "../page/dom.ts";
import { saidNow, signsAnswered, signsTicked } from "../plan/current.ts";
import { heldIn, twoOf } from "../plan/snapshots.ts";
import { agreementOf, isNoOfACopy, stageOf, wordsOfNo } from "../plan/standing.ts";
import { askedTo, isTaken, openActions, openGoals, replacedGoals, whoDoes } from "../plan/taken.ts";
import { preparedSince, visitHeld } from "../plan/visits.ts";
import { aboutReview } from "./apart-box.ts";
import { moneyCopy } from "./copy-money.ts";
import { ringParts, signsNow } from "./block-worse.ts";
import { becameWords, doubtWords } from "./block-decided.ts";
import { layOutCopy } from "./copy-room.ts";
import { deedWords, endedLately, lateVisits, lookWords, takenBackWords, wentWords } from "./lately.ts";
import type { Desk } from "./desk.ts";
import { whichWords } from "./which-goal.ts";
import { day, ended, firstWho, headingWords, inLine, isOthers, lastOf, listed, own, ownNumbered, quotation, saidOn, visitWords, whenWords, whoWords } from "./words.ts";
import { alteredWords } from "./notices.ts";

/** `code`: a picture of the short form, or nothing. What nobody was asked about is not on it. */
export function copySheet(desk: Desk, code: HTMLElement | null = null): HTMLElement {
  const { open: { plan }, paper, say } = desk;
  const title = paper ? say("paper.title", { n: paper.onPaper.rev ?? 1 }) : say("copy.title");
  const parts = [matters(desk), decided(desk), signs(desk), goals(desk), actions(desk), myself(desk), learnt(desk), results(desk), cameToEnd(desk)].filter((each) => each !== null);
  const changed = alteredWords(desk);
  const altered = changed ? [make("p", { class: "copy-altered" }, make("b", {}, changed))] : [];
  const sheet = make(
    "article",
    { class: "copy", "aria-label": title },
    // Where all of it runs on in one line, there is a space between.
    make("header", { class: "copy-head" }, ...[make("h2", {}, title), make("p", {}, headWords(desk)), ...altered, ...(paper ? [make("p", {}, say("paper.sheet"))] : [])].flatMap((each) => [each, " "])),
    ...(parts.length > 0 ? parts : [make("p", {}, say("copy.nothing"))]),
    worse(desk),
    make("div", { class: "copy-end" }, review(desk, code), make("footer", { class: "copy-foot" }, ...copies(plan, desk), make("p", {}, say("copy.not_emergency")))),
    ...moneyCopy(desk),
  );
  layOutCopy(sheet, say);
  return sheet;
}

function headWords({ open: { plan }, paper, say, today }: Desk): string {
  const last = visitHeld(plan);
  const since = paper ? null : preparedSince(plan);
  const people = (last?.there ?? []).map((id) => whoWords(plan, id, say));
  const held = stageOf(plan);
  // They did say yes, and nothing was written since.
  const stands = held === "draft" && !isNoOfACopy(plan) && agreementOf(plan) ? "draft_again" : held;
  const stage = paper ? "" : ` ${[say(`copy.${stands}`), ...(isNoOfACopy(plan) ? [say("copy.two_answers")] : []), ...wordsOfNo(plan).map((words) => say("copy.because", { words })), ...twoOf(plan).map((each) => say("copy.two_wordings", { words: headingWords(each, say) }))].join(" ")}`;
  return `${day(last?.on ?? today, say)}.${stage}${people.length > 0 ? ` ${say("copy.with", { people: listed(people, say) })}` : ""}${since ? ` ${say("copy.beside", { date: day(since.on, say) })}` : ""}`;
}

function part(title: string, ...content: HTMLElement[]): HTMLElement {
  return make("section", { class: "copy-part" }, make("h3", {}, title), ...content);
}

function quoted(words: string, { say }: Desk): HTMLElement {
  return make("p", { class: "copy-words" }, own(say("own", { words })));
}

/** Whose words they are, and where they come from, where they are not the person's own. */
function whose(said: Said, desk: Desk): HTMLElement[] {
  return isOthers(said, desk) ? [about(said, desk)] : [];
}

function about(said: Said, desk: Desk): HTMLElement {
  return make("p", { class: "copy-about" }, own(saidOn(desk.open, said, desk)));
}

function matters(desk: Desk): HTMLElement | null {
  const { open, say } = desk;
  const said = open.plan.about_me?.find(({ heading }) => heading === "most_important")?.said ?? [];
  const held = saidNow(open.plan, said);
  if (held.length === 0) return null;
  // Where they come from is said where there is more than one place, too.
  const from = (each: Said): HTMLElement[] => (held.length > 1 ? [about(each, desk)] : whose(each, desk));
  return part(say("copy.matters"), ...held.flatMap((each) => [quoted(each.words, desk), ...from(each)]));
}

function decided(desk: Desk): HTMLElement | null {
  const { open: { plan }, say } = desk;
  const made = (plan.decisions ?? []).flatMap(({ aid, became, question }) => {
    const last = became?.at(-1);
    if (!last) return [];
    const reason = last.reason ? [" ", own(quotation(last.reason, desk))] : [];
    const doubts = doubtWords(last, desk);
    // What a choice of an aid is about, its name tells; own words, and "Not yet", do not.
    const isNamed = question && ((plan.decisions ?? []).length > 1 || !aid || last.state !== "decided");
    const of = isNamed ? [make("span", { class: "copy-about" }, own(question), " ")] : [];
    return [make("p", {}, ...of, make("b", {}, own(becameWords(last, say)), "."), ...reason, ...(doubts ? [" ", own(ended(doubts))] : []))];
  });
  return made.length > 0 ? part(say("copy.decided"), ...made) : null;
}

/** The signs that were ticked and what was said of them since the last time; of those before, the papers of then tell. */
function signs(desk: Desk): HTMLElement | null {
  const { open: { plan }, say } = desk;
  const late = lateVisits(plan);
  const lines = [
    ...signsTicked(plan).map(({ words }) => make("p", {}, own(say("own", { words })), " ", say("copy.sign_open"))),
    ...signsAnswered(plan).filter(({ said }) => late.has(said.visit)).map(({ said, sign }) => make("p", {}, own(say("own", { words: sign.words })), " ", own(quotation(said, desk)))),
  ];
  return lines.length > 0 ? part(say("copy.signs"), ...lines) : null;
}

function goals(desk: Desk): HTMLElement | null {
  const { say } = desk;
  const all = openGoals(desk.open.plan);
  if (all.length === 0) return null;
  return part(say(all.length > 1 ? "copy.goals" : "copy.goal"), ...all.flatMap((goal) => [quoted(goal.said.words, desk), ...whose(goal.said, desk), ...goalAbout(goal, desk)]));
}

function goalAbout(goal: Goal, desk: Desk): HTMLElement[] {
  const { say } = desk;
  const when = lastOf([...(desk.paper?.onPaper.goals?.find(({ id }) => id === goal.id)?.looked ?? []), ...(goal.looked ?? [])], (each) => each.when)?.when;
  const said = [when ? say("copy.by", { when: whenWords(when, say) }) : "", lookWords(goal, desk), ...whichWords(desk, goal)].filter(Boolean);
  return [...(said.length > 0 ? [make("p", {}, own(said.join(" ")))] : []), ...inPlaceOf(goal, desk)];
}

/** What stood there before a goal that was said anew since the last time, and how it had gone with that. */
function inPlaceOf({ replaces, said }: Goal, desk: Desk): HTMLElement[] {
  const { open: { plan }, say } = desk;
  const before = plan.goals?.find((each) => each.id === replaces && isTaken(each));
  if (!before || !replacedGoals(plan).has(before.id) || !lateVisits(plan).has(said.visit)) return [];
  const words = inLine([say("own", { words: before.said.words }), wentWords(before.looked, desk)], say);
  return [make("p", {}, own(say("copy.instead", { words })))];
}

function actions(desk: Desk): HTMLElement | null {
  const { say } = desk;
  const all = openActions(desk.open.plan).filter(isTaken);
  if (all.length === 0) return null;
  const heads = (["what", "who", "when", "went"] as const).map((name) => make("th", { scope: "col" }, say(`copy.${name}`)));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...all.map((each) => actionRow(each, desk))));
  return part(say("actions"), table);
}

function myself(desk: Desk): HTMLElement | null {
  const { open: { plan }, say } = desk;
  const lines = (plan.by_myself ?? []).map((each) => make("p", {}, own(quotation(each, desk))));
  return lines.length > 0 ? part(say("fold.myself"), ...lines) : null;
}

/** What the person found out that helps. */
function learnt(desk: Desk): HTMLElement | null {
  const { open: { plan }, say } = desk;
  const lines = (plan.learnt ?? []).map((each) => make("p", {}, own(quotation(each, desk))));
  return lines.length > 0 ? part(say("look.learnt"), ...lines) : null;
}

/** Words alone, and who said what they mean. */
function results(desk: Desk): HTMLElement | null {
  const { open: { plan }, say } = desk;
  // What is of another visit than the copy says of which.
  const now = visitHeld(plan)?.id;
  const then = (visit: string | null | undefined): (Node | string)[] => (visit && visit !== now ? [" ", make("span", { class: "copy-about" }, visitWords(desk.open, visit, desk))] : []);
  const lines = (plan.results ?? []).map(({ found, means, visit, what }) => make("p", {}, make("b", {}, own(what)), ": ", own(means ? ended(found) : found), ...(means ? [" ", own(quotation(means, desk))] : []), ...then(visit)));
  return lines.length > 0 ? part(say("fold.results"), ...lines) : null;
}

/** What came to an end since the last time does not just go. */
function cameToEnd(desk: Desk): HTMLElement | null {
  const { open: { plan }, say } = desk;
  const { actions: all, goals: met } = endedLately(plan);
  const lines = [
    ...met.map((each) => make("p", {}, own(inLine([quotation(each.said, desk), lookWords(each, desk)], say)))),
    ...all.map((each) => make("p", {}, own(inLine([each.said.words, deedWords(each, desk), takenBackWords(each, desk)], say)))),
  ];
  return lines.length > 0 ? part(say("copy.ended"), ...lines) : null;
}

/** Each cell says what it is: in large print a row is a block, without heads above it. */
function actionRow(action: Action, desk: Desk): HTMLElement {
  const { open: { plan }, paper, say } = desk;
  // At a review from paper, who does it and when is what stands there.
  const did = [...(paper?.onPaper.actions?.find(({ id }) => id === action.id)?.did ?? []), ...(action.did ?? [])];
  const who = whoDoes({ ...action, did });
  const time = lastOf(did, ({ often, when }) => when || often);
  const when = [time?.often ?? "", whenWords(time?.when, say)].filter(Boolean);
  const tell = lastOf(did, (each) => each.tell)?.tell;
  const lately = deedWords(action, desk);
  const back = takenBackWords(action, desk);
  const asked = askedTo(action);
  // The code of a paper has no word of who was asked, and what was written from one has no day of what stood there.
  const [nobody, noDay] = [say(paper ? "paper.look" : "copy.nobody"), say(paper?.onPaper.rev === 0 ? "paper.look" : "copy.no_day")];
  const cell = (name: "what" | "who" | "when" | "went", ...content: (Node | string)[]): HTMLElement => make("td", { "data-head": say(`copy.${name}`) }, ...content);
  return make(
    "tr",
    {},
    cell("what", own(action.said.words), ...(lately ? [" ", make("span", { class: "copy-about" }, own(lately))] : []), ...serviceParts(action), ...(back ? [" ", make("span", { class: "copy-about" }, own(back))] : [])),
    cell("who", own(who === null ? asked || nobody : firstWho(plan, who, say)), ...(who !== null && asked ? [" ", make("span", { class: "copy-about" }, own(say("who.asked", { to: asked })))] : []), ...(tell ? [" ", make("span", { class: "copy-about" }, say("copy.told", { who: firstWho(plan, tell, say) }))] : [])),
    // In large print these run on in one line, which may end between them.
    " ",
    cell("when", own(when.length > 0 ? listed(when, say) : noDay)),
    " ",
    cell("went"),
  );
}

/** Where somebody goes or rings: the name of what the place offers, where the words do not name it, and its number. */
function serviceParts({ said, service }: Action): (Node | string)[] {
  if (!service) return [];
  const { name, phone = "" } = service;
  const isNamed = said.words.toLocaleLowerCase().includes(name.toLocaleLowerCase());
  return [...(isNamed ? [] : [" ", make("span", { class: "copy-about" }, own(name))]), ...(phone ? [" ", make("bdi", { dir: "ltr", class: "copy-phone" }, phone)] : [])];
}

/** The signs of the aids stand there whatever the person wrote, and whom the place names for the evening. */
function worse(desk: Desk): HTMLElement {
  const { nearby, open: { plan }, paper, say } = desk;
  const said = (plan.if_worse ?? []).map(({ call, i_do: iDo, signs }) =>
    make("p", {}, own(quotation(signs, desk)), ...(iDo ? [" ", own(call ? ended(iDo.words) : iDo.words)] : []), ...(call ? [" ", make("b", {}, ownNumbered(say("copy.call", { who: call })))] : [])),
  );
  // What was planned for that stands on the paper, and room for it would say that nothing was.
  const blank = said.length > 0 ? [] : paper ? [make("p", {}, say("paper.worse"))] : [make("div", { class: "write" })];
  const closed = nearby.rings.filter(({ isClosed }) => isClosed).map((each) => make("p", {}, say("copy.closed"), " ", make("b", {}, ...ringParts(each)), "."));
  return make("section", { class: "copy-part copy-worse" }, make("h3", {}, say("worse")), ...said, ...blank, ...closed, ...signsNow(desk));
}

function review(desk: Desk, code: HTMLElement | null): HTMLElement {
  const { open: { held, plan }, say, today } = desk;
  const said = plan.reviews?.at(-1);
  // A day that has come is not the next one.
  const isOver = plan.reviews?.length === held.reviews?.length && (said?.when?.on ?? "9999") <= today;
  const standing = isOver ? [] : heldIn(plan, plan.reviews);
  const wordsOf = (each: Review): string[] => aboutReview(desk, each).filter(Boolean).map((words) => `${words.slice(0, 1).toLocaleUpperCase()}${words.slice(1)}.`);
  const when = (each: Review | undefined): HTMLElement => make("p", { class: "copy-words" }, own(each?.when ? whenWords(each.when, say) : say("copy.review_none")));
  const [last, ...others] = [...standing].reverse();
  // What copies wrote apart stands there as it was written, until somebody has said which holds.
  const more = others.flatMap((each) => [when(each), make("p", {}, own(wordsOf(each).join(" ")))]);
  return make(
    "section",
    { class: "copy-part copy-last" },
    ...(code ? [code] : []),
    make(
      "div",
      { class: "copy-review" },
      make("h3", {}, say("copy.review")),
      ...more,
      when(last),
      make("p", {}, own([...(last ? wordsOf(last) : []), say("copy.bring")].join(" "))),
      make("div", { class: "copy-room" }, make("p", {}, say("copy.then")), make("div", { class: "write" }), make("div", { class: "write" })),
    ),
  );
}

function copies(plan: Plan, { say }: Desk): HTMLElement[] {
  const names = [...new Set((plan.copies ?? []).map(({ to }) => (to === "gp_record" ? say("copy.record") : whoWords(plan, to, say))))];
  return names.length > 0 ? [make("p", {}, say("copy.copies", { people: listed(names, say) }))] : [];
}
