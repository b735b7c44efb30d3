/** A request to hand over: its text to copy and its file to save, which hold it and nothing else of the plan. */
import { button, make } from "../page/dom.ts";
import { whenReleased } from "../page/pressed.ts";
import { copied } from "../page/copy.ts";
import { isChanged, standing } from "../plan/open-plan.ts";
import { partFileName, planFileText } from "../plan/plan-file.ts";
import { requestText } from "../plan/request-text.ts";
import { requestFile } from "../plan/requests.ts";
import type { Desk } from "./desk.ts";
import { leftNote } from "./notices.ts";
import { day } from "./words.ts";

/** The text, its two ways out, and what draws the text anew: not under a finger, or what is pressed would move away. */
export function giveTools(desk: Desk, id: string): { give: HTMLElement; refresh(): void } {
  const { say } = desk;
  const text = make("pre", { class: "plan-request", lang: "en-GB", tabindex: "0", role: "region", "aria-label": say("asked.text") });
  const refresh = (): void => {
    text.textContent = textOf(desk, id);
  };
  const copy = button(say("asked.copy"), { class: "button secondary", id: `copy-request-${id}`, "data-copy-request": "" }, async () => {
    refresh();
    if (!(await copied(textOf(desk, id), copy, say("asked.text")))) return;
    stand(desk);
    desk.tellGiven(say("tools.copied"), id);
    (document.getElementById(copy.id) ?? copy).textContent = say("tools.copied");
  });
  const save = button(say("asked.save"), { class: "button secondary", id: `save-request-${id}`, "data-save-request": "" }, () => {
    refresh();
    const file = fileOfRequest(desk, id);
    if (file === "") return;
    stand(desk);
    desk.give(partFileName(desk.today, "request"), file, id);
  });
  refresh();
  return { give: make("div", { class: "plan-give" }, make("p", { class: "hint" }, say("asked.hint")), text, make("p", { class: "plan-tools" }, copy, " ", save), ...leftNote(desk, id)), refresh: () => whenReleased(refresh) };
}

/** Somebody may have the request now: what it says is not said otherwise, and no field is left for that. The plan itself is still to be saved. */
function stand(desk: Desk): void {
  if (isChanged(desk.open)) desk.show(standing(desk.open));
}

function textOf({ open: { plan } }: Desk, id: string): string {
  const found = requestText(plan, id);
  return "text" in found ? found.text : "";
}

/** Empty: the person has not said yes. */
function fileOfRequest(desk: Desk, id: string): string {
  const { open: { plan }, say, today } = desk;
  const part = requestFile(plan, id);
  if (typeof part === "string") return "";
  const blocks = [{ id: "plan", heading: say("asked.file_heading"), lines: textOf(desk, id).split("\n") }];
  return planFileText(say("asked.file_title", { date: day(today, say) }), [say("asked.file_about"), whereToOpen(desk)], blocks, part, directionOf());
}

export function whereToOpen({ say }: Desk): string {
  const address = location.protocol === "file:" ? "" : location.href.split("#", 1)[0];
  return address ? say("file.use", { address }) : say("file.use_alone");
}

export function directionOf(): "ltr" | "rtl" {
  return document.documentElement.dir === "rtl" ? "rtl" : "ltr";
}
