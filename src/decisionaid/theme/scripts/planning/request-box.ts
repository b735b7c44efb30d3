/** On an action: what is asked of somebody else, whether the person agrees, and what may be told with it. */
import type { Action, Asked, Plan } from "../../generated/plan.ts";
import { announce, button, make } from "../page/dom.ts";
import { type Asking, isAnswered, keepYes, type MayShare, sayAsked, sayMayShare, takeBack } from "../plan/edits-asked.ts";
import { isOwnVoice, type Open, voiceAt } from "../plan/open-plan.ts";
import { toldWith } from "../plan/requests.ts";
import { answerTo, whoDoes } from "../plan/taken.ts";
import { copied } from "../page/copy.ts";
import { fold } from "./block.ts";
import { voicesThere } from "./block-decided.ts";
import type { Desk } from "./desk.ts";
import { absent, noRoom, radios, ticks, wordsField } from "./fields.ts";
import { giveTools } from "./request-give.ts";
import { day, own, whomWords, whoWords } from "./words.ts";
import { isInDoubt } from "../plan/written.ts";

/** Signs of the id of a plan by which it is found. */
const MARK = 8;
const PARTS: readonly MayShare[] = ["reason", "contact", "goal", "needs", "about_me"];
const ASKS: readonly Action["kind"][] = ["service", "find_out"];

/** The box of a request, or a way to begin one where somebody else is needed for it. */
export function requestBox(desk: Desk, action: Action): HTMLElement[] {
  const { open, say } = desk;
  if (action.asked) return [box(desk, action, action.asked)];
  const who = whoDoes(action);
  const isOther = who !== null && !isOwnVoice(open.plan, who);
  if (open.visit === "" || !(isOther || action.help || (ASKS.includes(action.kind) && !action.service))) return [];
  const begin = button(say("asked.begin"), { class: "link", "data-ask": action.id }, () => {
    const to = isOther && who !== null ? whoWords(open.plan, who, say) : say("role.link_worker");
    desk.unfolded.add(`asked-${action.id}`);
    desk.show(sayAsked(desk.open, action.id, { to }), `f-${action.id}-to`);
  });
  return [make("p", { class: "plan-asks" }, begin)];
}

function box(desk: Desk, action: Action, asked: Asked): HTMLElement {
  const { say } = desk;
  const { id } = action;
  const { to } = asked;
  const answer = answerTo(asked);
  const stands = desk.open.held.actions?.find((each) => each.id === id)?.asked;
  // A yes that came with what was changed on the way is nobody's until the whole was asked about.
  const isDoubtful = isInDoubt(desk.open.plan) && stands !== undefined && stands !== null && isAnswered(stands) && !desk.open.plan.part;
  const made = fold(
    desk, foldOf(id), say("asked.title", { to: whomWords(to, say) }), say(`asked.${answer}`),
    ...fields(desk, action, asked),
    ...(stands && isAnswered(stands) ? answered(desk, action, asked) : answering(desk, action, asked)),
    ...(answer !== "yes" ? [] : isDoubtful ? [make("p", { class: "note" }, say("asked.altered"))] : sharing(desk, action, asked)),
  );
  made.classList.add("plan-asks");
  if (answer === "not_asked") made.setAttribute("open", "");
  return made;
}

function foldOf(id: string): string {
  return `asked-${id}`;
}

/** The question whether the person agrees: what nobody has answered has no mark at either answer. */
function answering(desk: Desk, { id }: Action, asked: Asked): HTMLElement[] {
  const { say } = desk;
  if (voiceAt(desk.open) === "") return [absent(`f-${id}-asked`, say("asked.absent"))];
  const isOpen = !isAnswered(asked);
  const set = (agreed: NonNullable<Asked["agreed"]>, focus: string): void => {
    desk.unfolded.add(foldOf(id));
    desk.show(sayAsked(desk.open, id, { agreed }), focus);
  };
  return [
    radios({
      name: `f-${id}-asked`, legend: say("actions.ask_agree"), isShort: true, chosen: isOpen ? "" : (asked.agreed ?? ""),
      choices: (["yes", "no"] as const).map((value) => ({ value, words: say(`asked.${value}`) })),
      set: (value) => set(value === "yes" ? "yes" : "no", value === "yes" ? `f-${id}-share` : `f-${id}-asked`),
    }),
    isOpen
      ? make("p", { class: "hint" }, say("asked.not_asked"))
      : make("p", {}, button(say("asked.unasked"), { class: "link", "data-unask": id }, () => set("not_asked", `f-${id}-asked`))),
  ];
}

/** An answer that stands is words. A yes can be taken back, and what that does and does not do is said. */
function answered(desk: Desk, { id }: Action, asked: Asked): HTMLElement[] {
  const { open, say } = desk;
  const to = whomWords(asked.to, say);
  const line = (words: string): HTMLElement => make("p", { id: `f-${id}-asked`, tabindex: "-1" }, own(words));
  const answer = answerTo(asked);
  if (answer === "taken_back") {
    const isLoose = !open.held.actions?.find((each) => each.id === id)?.asked?.taken_back?.length;
    const keep = button(say("asked.keep"), { class: "link", "data-keep-yes": id }, () => desk.show(keepYes(desk.open, id), `f-${id}-asked`));
    return [
      line(say("asked.taken_back_said", { to })),
      make("p", { class: "note" }, say("asked.given")),
      ...backGive(desk, id),
      ...(isLoose && open.visit !== "" ? [make("p", {}, keep)] : []),
    ];
  }
  if (answer !== "yes") return [line(say("asked.no_said", { to })), make("p", { class: "hint" }, say("asked.again"))];
  const [voice] = voicesThere(desk);
  const back = button(say("asked.take_back"), { class: "button secondary", "data-take-back": id }, () => {
    if (!voice) return;
    const next = takeBack(desk.open, id, voice);
    if (next === desk.open) return noRoom(desk, back);
    desk.unfolded.add(foldOf(id));
    desk.show(next, `f-${id}-asked`);
  });
  return [line(say("asked.yes_said", { to })), ...(voice ? [make("p", { class: "hint" }, say("asked.take_back_hint")), make("p", {}, back)] : [])];
}

/** What tells them that the yes was taken back: they have the request, and know nothing of it otherwise. */
function backGive(desk: Desk, id: string): HTMLElement[] {
  const { say } = desk;
  const text = takenBackText(desk, id);
  const copy = button(say("asked.back_copy"), { class: "button secondary", "data-copy-back": id }, async () => {
    if (await copied(takenBackText(desk, id), copy, say("asked.back_copy"))) copy.textContent = say("tools.copied");
  });
  return [make("p", { class: "plan-about" }, own(text)), make("p", {}, copy)];
}

function takenBackText({ open: { plan }, say, today }: Desk, id: string): string {
  const action = plan.actions?.find((each) => each.id === id);
  const visitDay = (visit: string | undefined): string => plan.visits?.find((each) => each.id === visit)?.on ?? today;
  return say("asked.back_text", {
    to: whomWords(action?.asked?.to ?? "", say), plan: plan.id.slice(0, MARK),
    date: day(visitDay(action?.said.visit), say), today: day(visitDay(action?.asked?.taken_back?.at(-1)?.visit), say),
  });
}

/** What stands is words; what is open is a field. */
function fields(desk: Desk, { id }: Action, asked: Asked): HTMLElement[] {
  const { open, say } = desk;
  const { reason, to } = asked;
  const stands = open.held.actions?.find((each) => each.id === id)?.asked;
  const isAnswerHeld = stands ? isAnswered(stands) : false;
  // Where the answer falls the question stands there anew.
  const set = (asking: Asking): boolean => {
    const next = sayAsked(desk.open, id, asking);
    const isAnew = isAnswered(asked) && !isAnswered(askedOf(next, id));
    if (!isAnew) return desk.note(next);
    desk.unfolded.add(foldOf(id));
    desk.show(next);
    announce(say("asked.anew"));
    return true;
  };
  return [
    ...(stands?.to ? [] : [wordsField({ id: `f-${id}-to`, label: say("asked.to"), value: to, isLine: true, set: (words) => set({ to: words }) })]),
    ...(stands?.reason
      ? [make("p", {}, say("asked.reason_said"), " ", own(stands.reason.words))]
      // Why is a part of what was answered.
      : isAnswerHeld ? [] : [wordsField({ id: `f-${id}-reason`, label: say("asked.reason"), value: reason?.words ?? "", set: (words) => set({ reason: words }) })]),
    ...(isAnswerHeld && answerTo(asked) === "yes" ? [make("p", { class: "hint" }, say("asked.stands"))] : []),
  ];
}

function askedOf({ plan }: Open, id: string): Asked {
  return plan.actions?.find((each) => each.id === id)?.asked ?? { to: "" };
}

/** With a yes alone: what may be told, each part by itself, and the request to hand over. */
function sharing(desk: Desk, { id }: Action, { contact_me_by: by = "", may_share: may = [] }: Asked): HTMLElement[] {
  const { open, say } = desk;
  const { give, refresh } = giveTools(desk, id);
  const stands = open.held.actions?.find((each) => each.id === id)?.asked?.contact_me_by;
  const parts = PARTS.filter((each) => may.includes(each) || holds(open.plan, id, each));
  return [
    ...(voiceAt(open) === "" ? [] : [ticks({
      name: `f-${id}-share`, legend: say("asked.share"), ticked: may, choices: parts.map((value) => ({ value, words: say(`asked.share_${value}`) })),
      set: (value, isTicked) => desk.show(sayMayShare(desk.open, id, value as MayShare, isTicked), `f-${id}-share${parts.indexOf(value as MayShare) > 0 ? `-${parts.indexOf(value as MayShare)}` : ""}`),
    })]),
    ...(may.includes("contact") && !stands
      ? [wordsField({
          id: `f-${id}-contact`, label: say("asked.contact"), hint: say("asked.contact_hint"), value: by, isLine: true,
          set: (words) => {
            const isTaken = desk.note(sayAsked(desk.open, id, { contact: words }));
            refresh();
            return isTaken;
          },
        })]
      : []),
    give,
  ];
}

/** Whether the plan has anything of a part: what has nothing in it is not asked for. */
function holds(plan: Plan, id: string, part: MayShare): boolean {
  const action = plan.actions?.find((each) => each.id === id);
  if (!action || part === "reason" || part === "contact") return true;
  const { about, goals, needs } = toldWith(plan, { ...action, asked: { to: "", may_share: [part] } });
  return about.length + goals.length + needs.length > 0;
}
