/** On an action: what is asked of somebody else, whether the person agrees, and what may be told with it. */
import type { Action, Asked } from "../../generated/plan.ts";
import { button, make } from "../page/dom.ts";
import { isAnswered, type MayShare, sayAsked, sayMayShare } from "../plan/edits-asked.ts";
import { isOwnVoice, voiceAt } from "../plan/open-plan.ts";
import { whoDoes } from "../plan/standing.ts";
import { fold } from "./block.ts";
import type { Desk } from "./desk.ts";
import { absent, radios, ticks, wordsField } from "./fields.ts";
import { giveTools } from "./request-give.ts";
import { own, whoWords } from "./words.ts";

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
  const { agreed = "not_asked", to } = asked;
  const name = `asked-${id}`;
  const made = fold(
    desk, name, say("asked.title", { to }), say(`asked.${agreed}`),
    ...fields(desk, action, asked),
    ...(voiceAt(desk.open) === "" ? [absent(`f-${id}-asked`, say("asked.absent"))] : [radios({
      name: `f-${id}-asked`, legend: say("actions.ask_agree"), isShort: true, chosen: agreed,
      choices: (["yes", "no", "not_asked"] as const).map((value) => ({ value, words: say(`asked.${value}`) })),
      set: (value) => {
        desk.unfolded.add(name);
        desk.show(sayAsked(desk.open, id, { agreed: value as NonNullable<Asked["agreed"]> }), value === "yes" ? `f-${id}-share` : `f-${id}-asked`);
      },
    })]),
    ...(agreed === "yes" ? sharing(desk, action, asked) : []),
  );
  made.classList.add("plan-asks");
  if (agreed === "not_asked") made.setAttribute("open", "");
  return made;
}

/** What stands is words; what is open is a field. */
function fields(desk: Desk, { id }: Action, { reason, to }: Asked): HTMLElement[] {
  const { open, say } = desk;
  const stands = open.held.actions?.find((each) => each.id === id)?.asked;
  return [
    ...(stands?.to ? [] : [wordsField({ id: `f-${id}-to`, label: say("asked.to"), value: to, isLine: true, set: (words) => desk.note(sayAsked(desk.open, id, { to: words })) })]),
    stands?.reason
      ? make("p", {}, say("asked.reason_said"), " ", own(stands.reason.words))
      : wordsField({ id: `f-${id}-reason`, label: say("asked.reason"), value: reason?.words ?? "", set: (words) => desk.note(sayAsked(desk.open, id, { reason: words })) }),
    ...(stands && isAnswered(stands) ? [make("p", { class: "hint" }, say("asked.stands"))] : []),
  ];
}

/** With a yes alone: what may be told, each part by itself, and the request to hand over. */
function sharing(desk: Desk, { id }: Action, { contact_me_by: by = "", may_share: may = [] }: Asked): HTMLElement[] {
  const { open, say } = desk;
  const { give, refresh } = giveTools(desk, id);
  const stands = open.held.actions?.find((each) => each.id === id)?.asked?.contact_me_by;
  return [
    ...(voiceAt(open) === "" ? [] : [ticks({
      name: `f-${id}-share`, legend: say("asked.share"), ticked: may, choices: PARTS.map((value) => ({ value, words: say(`asked.share_${value}`) })),
      set: (value, isTicked) => desk.show(sayMayShare(desk.open, id, value as MayShare, isTicked), `f-${id}-share${PARTS.indexOf(value as MayShare) > 0 ? `-${PARTS.indexOf(value as MayShare)}` : ""}`),
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
