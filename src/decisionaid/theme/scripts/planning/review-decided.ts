/** In a review: what was decided, and how it is with that today; also what the person doubts by now. */
import type { Became } from "../../generated/plan.ts";
import { entryIn, sayBecame } from "../plan/edits.ts";
import { loose, saying, voiceAt } from "../plan/open-plan.ts";
import { make } from "../page/dom.ts";
import { becameWords, decisionForm, doubtHint, doubtWords, voiceOf } from "./block-decided.ts";
import type { Decision, Desk } from "./desk.ts";
import { absent, radios, wordsField } from "./fields.ts";
import { own, quotation, saidBy, saidThen } from "./words.ts";

/** One for each decision of which something was said before this visit. */
export function decisionLooks(desk: Desk): HTMLElement[] {
  return (desk.open.plan.decisions ?? []).flatMap((each) => {
    // What was saved of today is no last time.
    const before = entryIn(desk.open, "decisions", each.id)?.before?.became?.filter(({ visit }) => visit !== desk.open.visit).at(-1);
    return before ? [look(desk, each, before)] : [];
  });
}

function look(desk: Desk, each: Decision, before: Became): HTMLElement {
  const { open, say } = desk;
  const key = `look-${each.id}`;
  const about = [
    before.reason ? saidThen(quotation(before.reason, desk), before.reason, before.visit, desk) : "",
    before.doubts ? saidThen(doubtWords(before, desk), before.doubts, before.visit, desk) : "",
  ].filter(Boolean);
  const said = saidBy(open, { words: "", by: voiceOf(open.plan, before), visit: before.visit }, desk);
  return make(
    "section",
    { class: "plan-block", "data-wide": "", "data-block": "look-decided", "aria-labelledby": `${key}-title ${key}-said` },
    make("h3", { id: `${key}-title` }, say("look.decided")),
    make(
      "div",
      { class: "look" },
      make("div", { class: "look-then" }, make("h4", {}, say("look.last", { said })), make("p", { class: "plan-about" }, own(each.question)), make("p", { class: "plan-words", id: `${key}-said` }, own(becameWords(before, say))), ...about.map((words) => make("p", { class: "plan-about" }, own(words)))),
      make("div", { class: "look-today" }, ...(voiceAt(open) === "" ? [absent(`f-${key}`, say("decided.absent"))] : todayOf(desk, each, before, key))),
    ),
  );
}

function todayOf(desk: Desk, { id }: Decision, before: Became, key: string): HTMLElement[] {
  const { open, say } = desk;
  const found = (): ReturnType<typeof entryIn<"decisions">> => entryIn(desk.open, "decisions", id);
  const said = (): Became | null => found()?.now.became?.filter(({ visit }) => visit === desk.open.visit).at(-1) ?? null;
  const now = (): Became | null => loose(found()?.now.became, found()?.before?.became) ?? said();
  const { option = null, option_name: name = "", reason = null, state } = before;
  // Why it was decided stays why; what is doubted is asked anew.
  const stays: Omit<Became, "visit"> = { state, option, option_name: name, reason, by: [voiceAt(open)] };
  const entries = { stays, stopped: { ...stays, state: "stopped" as const, reason: null } };
  const typed = (): string => doubts.querySelector("textarea")?.value ?? "";
  const sayNow = (as: Omit<Became, "visit">): boolean => desk.note(sayBecame(desk.open, id, { ...as, doubts: saying(desk.open, typed()) }));
  const doubts = wordsField({ id: `f-${key}-doubts`, label: say("decided.doubts"), ...doubtHint(before, desk), value: now()?.doubts?.words ?? "", set: () => sayNow(now() ?? stays) });
  const isNew = desk.unfolded.has(key);
  const chosen = isNew ? "anew" : now() === null ? "" : now()?.state === "stopped" ? "stopped" : now()?.state === state && now()?.option_name === name ? "stays" : "anew";
  const choices = [
    { value: "stays", words: say("look.stays") },
    ...(state === "decided" ? [{ value: "stopped", words: say("look.stopped") }] : []),
    { value: "anew", words: say("look.anew") },
  ];
  const decide = radios({
    name: `f-${key}`, legend: say("look.decided_today"), choices, chosen, isShort: true,
    set: (value) => {
      if (value === "anew") desk.unfolded.add(key);
      else desk.unfolded.delete(key);
      const next = value === "anew" ? desk.open : sayBecame(desk.open, id, { ...entries[value as "stays" | "stopped"], doubts: saying(desk.open, typed()) });
      desk.show(next, value === "anew" ? `f-decision-${id}` : `f-${key}`);
    },
  });
  const each = found()?.now;
  if (isNew && each) return [decide, decisionForm(desk, each, key, `${key}-title`)];
  const other = chosen === "anew" ? [make("p", { class: "plan-words" }, own(becameWords(now() ?? undefined, say)))] : [];
  return [decide, ...other, doubts];
}
