/** The part for the person: their copy as it is printed, and what can be taken along beside it. */
import { calendarOf } from "../plan/calendar.ts";
import { announce, button, make, one } from "../page/dom.ts";
import { offerOnce } from "../page/downloads.ts";
import { isMadeUp } from "../record/made-up.ts";
import { tools } from "./block-review.ts";
import { copyCode } from "./copy-code.ts";
import { copySheet } from "./copy-sheet.ts";
import type { Desk } from "./desk.ts";
import { formsFold } from "./forms.ts";
import { keepPart } from "./keep-part.ts";
import { leftNote } from "./notices.ts";

export function copyPart(desk: Desk): HTMLElement {
  const { say } = desk;
  return make("div", { class: "plan-copy" }, make("h2", { class: "visually-hidden" }, say("part.copy")), ...tools(desk), ...keepPart(desk), ...calendarTool(desk), ...formsFold(desk), copySheet(desk, copyCode(desk)));
}

/** Entries for a calendar, without the person's own words unless they tick that; of a made-up plan nobody has any. */
function calendarTool(desk: Desk): HTMLElement[] {
  const { say } = desk;
  if (isMadeUp(desk.open.plan)) return [];
  const words = make("input", { type: "checkbox", id: "calendar-words" });
  const press = button(say("tools.calendar"), { class: "button secondary", "data-calendar": "" }, () => {
    const text = calendarOf(desk.open.plan, words.checked);
    if (!text.includes("BEGIN:VEVENT")) return announce(say("tools.calendar_none"));
    offerOnce("my-plan.ics", text, "text/calendar");
    desk.tellGiven(say("tools.saved"), "calendar");
    const again = one<HTMLInputElement>("#calendar-words");
    if (!again) return;
    again.checked = words.checked;
    again.focus();
  });
  const hasDay = calendarOf(desk.open.plan).includes("BEGIN:VEVENT");
  return [make(
    "div",
    { class: "plan-calendar" },
    hasDay ? make("p", { class: "hint" }, say("tools.calendar_hint")) : make("p", { class: "hint" }, say("tools.calendar_none")),
    ...(hasDay ? [make("p", { class: "plan-tools" }, make("label", { class: "answer" }, words, make("span", {}, say("tools.calendar_words"))), " ", press), ...leftNote(desk, "calendar")] : []),
  )];
}
