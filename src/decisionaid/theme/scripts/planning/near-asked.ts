/** The requests of a plan for those who were asked: in the person's words, with their yes, and where they stand. */
import type { Action, Did, Said } from "../../generated/plan.ts";
import { all, button, make } from "../page/dom.ts";
import { copied } from "../page/copy.ts";
import { doAction } from "../plan/edits-doing.ts";
import { isOwnVoice, saying } from "../plan/open-plan.ts";
import { requestOf, toldWith } from "../plan/requests.ts";
import { saidNow } from "../plan/current.ts";
import { answerTo, isTaken } from "../plan/taken.ts";
import type { Desk } from "./desk.ts";
import { answeredWords } from "./lately.ts";
import { backLines } from "./near-back.ts";
import { select, wordsField } from "./fields.ts";
import { leftNote } from "./notices.ts";
import { inLine, lastOf, listed, own, saidBy, whomWords, whoWords } from "./words.ts";

const STATES: readonly Did["status"][] = ["asked", "waiting", "seen", "no_reply", "refused"];

/** All that somebody else is asked for. */
export function askedIn({ open: { plan } }: Desk): Action[] {
  return (plan.actions ?? []).filter((action) => action.asked && isTaken(action));
}

export function askedBlock(desk: Desk): HTMLElement[] {
  const { say } = desk;
  const cards = askedIn(desk).map((action) => (requestOf(action) ? card(desk, action) : waits(desk, action)));
  if (cards.length > 0) return cards;
  const ask = button(say("near.ask"), { class: "link" }, () => {
    desk.unfolded.add("actions-ask");
    desk.find("f-action-new");
  });
  return [make("p", { class: "hint" }, say("near.nobody_asked"), ...(desk.open.visit === "" ? [] : [" ", ask]))];
}

/** Without the person's yes nothing is told of it here. */
function waits(desk: Desk, { asked, id }: Action): HTMLElement {
  const { say } = desk;
  const answer = asked ? answerTo(asked) : "not_asked";
  const isNo = answer !== "not_asked";
  const words = say(answer === "taken_back" ? "near.taken_back" : isNo ? "near.not_agreed" : "near.not_asked", { to: whomWords(asked?.to ?? "", say) });
  const link = button(say("near.to_ask"), { class: "link" }, () => desk.find(`f-${id}-asked`));
  return make("p", { class: "hint" }, words, ...(isNo || desk.open.visit === "" ? [] : [" ", link]));
}

function card(desk: Desk, action: Action): HTMLElement {
  const { open, say } = desk;
  const asked = requestOf(action);
  const { contact_me_by: by = "", may_share: may = [], reason, to = "" } = asked ?? {};
  const me = may.includes("contact") ? open.plan.people.find(({ role }) => role === "me") : undefined;
  const reach = [me?.name, me?.contact, by].filter(Boolean).join(", ");
  const large = reason ?? action.said;
  const about = inLine([
    saidBy(open, large, desk),
    say("near.agreed_yes"),
    say("near.may_see", { parts: may.length > 0 ? listed(may.map((each) => say(`near.part_${each}`)), say) : say("near.this_alone") }),
    reach ? say("near.reach", { by: reach }) : "",
  ], say);
  return make(
    "section",
    { class: "near-request", "aria-labelledby": `near-asked-${action.id}` },
    make("h3", { id: `near-asked-${action.id}`, tabindex: "-1" }, say("near.asked_of"), " ", own(whomWords(to, say))),
    make("div", { class: "plan-said" }, make("p", { class: "plan-words" }, own(large.words)), ...(reason && reason.words !== action.said.words ? [make("p", {}, say("near.asks"), " ", own(action.said.words))] : []), make("p", { class: "plan-about" }, about)),
    ...(action.help ? [make("p", {}, say("near.help"), " ", own(action.help))] : []),
    ...told(desk, action),
    ...stands(desk, action),
  );
}

/** All that the person let them know beside what is asked, in their words. */
function told(desk: Desk, action: Action): HTMLElement[] {
  const { open, say } = desk;
  const { about, goals, needs } = toldWith(open.plan, action);
  const said = (each: Said): (Node | string)[] => [own(each.words), " ", make("span", { class: "plan-about" }, saidBy(open, each, desk))];
  const part = (title: string, lines: readonly (readonly (Node | string)[])[]): HTMLElement[] => (lines.length === 0 ? [] : [make("dt", {}, title), ...lines.map((line) => make("dd", {}, ...line))]);
  const parts = [
    ...part(say("asked.share_goal"), goals.map((each) => said(each.said))),
    ...part(say("asked.share_needs"), needs.map((each) => [say(`need.${each.about}`), ...(each.said ? [": ", ...said(each.said)] : [])])),
    ...about.flatMap((each) => part(say(`about.${each.heading}`), saidNow(open.plan, each.said).map(said))),
  ];
  return parts.length > 0 ? [make("dl", { class: "near-told" }, ...parts)] : [];
}

function stands(desk: Desk, action: Action): HTMLElement[] {
  const { open, say } = desk;
  const at = lastOf(action.did, ({ status }) => STATES.includes(status));
  const words = answeredWords(action.did, desk);
  const before = words ? [make("p", { "data-answered": "" }, own(words))] : [];
  if (open.visit === "") return [...(at ? [make("p", {}, say("near.stands"), ": ", make("b", {}, say(`near.state_${at.status as State}`)))] : []), ...before];
  const who = whoAnswers(desk);
  const said = lastOf(action.did, (each) => each.visit === open.visit && each.said)?.said?.words ?? "";
  return [
    ...before,
    make(
      "div",
      { class: "plan-two" },
      select({
        id: `near-${action.id}-stands`, label: say("near.stands"), none: say("near.stands_none"), chosen: at?.status ?? "",
        choices: STATES.map((value) => ({ value, words: say(`near.state_${value as State}`) })),
        set: (value) => desk.show(doAction(desk.open, action.id, { status: (value || "planned") as Did["status"] }), `near-${action.id}-stands`),
      }),
      wordsField({ id: `near-${action.id}-words`, label: wordsLabel(desk, who), value: said, set: (words) => heard(desk, doAction(desk.open, action.id, { said: saying(desk.open, words, who) })) }),
    ),
    back(desk, action),
  ];
}

/** On a request by itself "they" is who reads it: whose words they are is named. */
function wordsLabel({ nearby: { request }, open: { plan }, say }: Desk, who: string): string {
  return request ? say("near.stands_words_of", { who: whomWords(whoWords(plan, who, say), say) }) : say("near.stands_words");
}

type State = "asked" | "waiting" | "seen" | "no_reply" | "refused";

/** Whose words they are: of who types, if they do not speak for the person; else of the first who is here and does not. */
function whoAnswers({ open: { plan, visit } }: Desk): string {
  const { there = [], typed_by: by = "" } = plan.visits?.find(({ id }) => id === visit) ?? {};
  return isOwnVoice(plan, by) ? (there.find((id) => !isOwnVoice(plan, id)) ?? by) : by;
}

/** Take what they say; the lines for whoever asked say it too, and nothing moves under a finger. */
function heard(desk: Desk, next: Desk["open"]): boolean {
  const isTaken = desk.note(next);
  // Those of another request too: with it, it is told for which of them something was put in.
  for (const place of all("[data-back-of]")) {
    const action = desk.open.plan.actions?.find(({ id }) => id === place.dataset["backOf"]);
    const lines = all(".plan-about bdi", place);
    if (action) backLines(desk, action).forEach((text, at) => lines[at]?.replaceChildren(text));
  }
  return isTaken;
}

/** Two lines for whoever asked, to paste. */
function back(desk: Desk, action: Action): HTMLElement {
  const { say } = desk;
  const lines = backLines(desk, action);
  const press = button(say("near.back_copy"), { class: "button secondary", id: `copy-back-${action.id}`, "data-back": "" }, async () => {
    // As it stands by then: a field that was left last may have changed it.
    const text = backLines(desk, desk.open.plan.actions?.find(({ id }) => id === action.id) ?? action).join("\n");
    if (!(await copied(text, press, say("near.back")))) return;
    desk.tellGiven(say("tools.copied"), `back-${action.id}`);
    (document.getElementById(press.id) ?? press).textContent = say("tools.copied");
  });
  return make("div", { class: "near-back", "data-back-of": action.id, role: "group", "aria-label": say("near.back") }, make("p", {}, make("b", {}, say("near.back"))), ...lines.map((text) => make("p", { class: "plan-about" }, own(text))), make("p", {}, press), ...leftNote(desk, `back-${action.id}`));
}
