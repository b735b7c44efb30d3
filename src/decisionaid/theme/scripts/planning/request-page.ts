/** A request that lies on the page by itself: what can be seen of the plan, the answer as a file, and on paper. */
import type { Plan } from "../../generated/plan.ts";
import { button, make } from "../page/dom.ts";
import { partFileName, planFileText } from "../plan/plan-file.ts";
import { requestText } from "../plan/request-text.ts";
import { answerOf } from "../plan/requests.ts";
import { saved } from "../plan/open-plan.ts";
import { instant } from "../record/today.ts";
import type { Desk, Page } from "./desk.ts";
import { backLines } from "./near-back.ts";
import { leftNote } from "./notices.ts";
import { directionOf, whereToOpen } from "./request-give.ts";
import { day, own } from "./words.ts";

/** In the place of what is still open and what was said at home: of both a request knows nothing. */
export function seenBox({ say }: Desk): HTMLElement {
  return make("details", { class: "plan-rail-part", "data-rail": "seen" }, make("summary", {}, say("seen")), make("p", {}, say("seen.words")), make("p", {}, say("seen.more")));
}

export function answerTools(page: Page): HTMLElement {
  const { say } = page;
  const press = button(say("answer.save"), { class: "button", id: "save-answer", "data-save-answer": "" }, () => {
    const { request } = page.nearby;
    if (!request) return;
    const next = saved(page.open, instant());
    page.give(partFileName(page.today, "answer"), fileOfAnswer(page, request, next.plan), "answer", next);
  });
  return make("section", { class: "plan-agreed", "aria-labelledby": "answer-title" }, make("h3", { id: "answer-title" }, say("answer")), make("p", { class: "hint" }, say("answer.hint")), make("p", { class: "plan-tools" }, press), ...leftNote(page, "answer"));
}

function fileOfAnswer(page: Page, request: Plan, answered: Plan): string {
  const { say, today } = page;
  const blocks = [{ id: "plan", heading: say("answer.file_heading"), lines: answerLines(page) }];
  const said = [say("answer.file_about"), whereToOpen(page)];
  return planFileText(say("answer.file_title", { date: day(today, say) }), said, blocks, answerOf(request, answered), directionOf());
}

/** Where it stands, in the words of who answers, and each entry that is new. */
function answerLines(page: Page): string[] {
  const { nearby: { request }, open: { plan }, say } = page;
  const known = new Set((request?.actions ?? []).map(({ id }) => id));
  const asked = (plan.actions ?? []).filter(({ id }) => known.has(id));
  const added = (plan.actions ?? []).filter(({ id }) => !known.has(id));
  return [
    ...asked.flatMap((each) => backLines(page, each)),
    ...added.map(({ mine, said }) => say(mine === "not_asked" ? "answer.suggested" : "answer.added", { words: said.words })),
  ];
}

/** The request as it came, and what was written to it. */
export function requestPaper(page: Page): HTMLElement {
  const { nearby: { request }, say } = page;
  const found = request ? requestText(request, request.actions?.[0]?.id ?? "") : { reason: "" };
  const lines = "text" in found ? found.text.split("\n") : [];
  const part = (title: string, all: readonly string[]): HTMLElement => make("section", { class: "copy-part" }, make("h3", {}, title), ...all.map((text) => make("p", {}, own(text))));
  return make("article", { class: "copy", "aria-label": say("asked.file_heading") }, make("h2", {}, say("asked.file_heading")), part(say("asked.text"), lines), part(say("answer.file_heading"), answerLines(page)));
}
