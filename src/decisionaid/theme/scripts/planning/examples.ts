/** The aids' examples of goals and actions: only those of the option that was decided, and marked as examples. */
import { button, make } from "../page/dom.ts";
import type { Open } from "../plan/open-plan.ts";
import type { AboutAid, Decision, Desk } from "./desk.ts";
import { noRoom } from "./fields.ts";
import { later } from "./words.ts";

interface Example {
  id: string;
  text: string;
  who?: "" | "me" | "carer" | "team";
}

interface Found {
  decision: Decision;
  option: string;
  plan: AboutAid["plans"][number];
}

/** Plans of the aids for what was decided last; a decision that is not made has none. */
export function plansDecided(desk: Desk): Found[] {
  return (desk.open.plan.decisions ?? []).flatMap((decision) => {
    const last = decision.became?.at(-1);
    const aid = desk.aid(decision.aid?.id);
    if (last?.state !== "decided" || aid === null) return [];
    // By its name in today's text too: the text that was shown may be older.
    const id = aid.words.options.find(({ text }) => text === last.option_name)?.id ?? last.option;
    return aid.about.plans.filter(({ option }) => option === null || option === id).map((plan) => ({ decision, option: last.option_name ?? "", plan }));
  });
}

/** The day that the aid's own review comes to; empty: it names none. */
export function reviewDay(desk: Desk): string {
  const [found] = plansDecided(desk).flatMap(({ plan: { review } }) => review ?? []);
  if (!found || !Number.isInteger(found.amount)) return "";
  const { amount, unit } = found;
  if (unit === "weeks" || unit === "months") return later(desk.today, amount, unit);
  if (unit === "years") return later(desk.today, amount * 12, "months");
  return "";
}

export function examplesOf(desk: Desk, kind: "goals" | "actions", add: (open: Open, example: { words: string; example: string; kind: "self" | "team" }, decision: string) => Open): HTMLElement {
  const { say } = desk;
  const found = plansDecided(desk).filter(({ plan }) => plan[kind].length > 0);
  const isDecided = (desk.open.plan.decisions ?? []).some(({ became }) => became?.at(-1)?.state === "decided");
  if (found.length === 0) return make("p", { class: "hint", id: `examples-${kind}` }, say(isDecided ? "actions.examples_none" : "actions.examples_undecided"));
  const ticked = new Set(desk.home.flatMap(({ record }) => record.ideas.flatMap(({ id }) => (id === null ? [] : `${record.aid.id}:${id}`))));
  const taken = new Set([...(desk.open.plan.goals ?? []), ...(desk.open.plan.actions ?? [])].flatMap(({ said }) => said.example ?? []));
  const lists = found.map(({ decision, option, plan }) => {
    const rows = (plan[kind] as readonly Example[]).map(({ id, text, who }) => {
      const example = `${decision.aid?.id}:${plan.id}/${id}`;
      if (taken.has(example)) return null;
      const about = [who ? say(`actions.by_${who}`) : "", ticked.has(example) ? say("actions.ticked") : ""].filter(Boolean).join(", ");
      const press = button(text, { class: "button secondary" }, () => {
        const next = add(desk.open, { words: text, example, kind: who === "team" ? "team" : "self" }, decision.id);
        if (next === desk.open) return noRoom(desk, press);
        // With the last one taken there is nothing more to choose.
        const isLast = press.closest(".plan-main")?.querySelectorAll(`#examples-${kind} .plan-examples button`).length === 1;
        if (isLast) desk.unfolded.delete(kind === "goals" ? "goal-examples" : "actions-examples");
        desk.show(next, isLast ? `${kind === "goals" ? "goal" : kind}-title` : `examples-${kind}`);
      });
      return make("li", {}, press, ...(about ? [" ", make("span", { class: "hint" }, about)] : []));
    });
    const left = rows.filter((row) => row !== null);
    const list = left.length > 0 ? make("ul", { class: "plan-examples" }, ...left) : make("p", { class: "hint" }, say("actions.examples_taken"));
    return make("div", {}, make("h4", {}, say("actions.examples_of", { option })), list);
  });
  return make("div", { id: `examples-${kind}`, tabindex: "-1" }, ...lists);
}
