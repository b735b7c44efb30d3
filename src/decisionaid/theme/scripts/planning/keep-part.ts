/** Where keeping the plan on the device is offered: on the person's own, by a press, and nothing is kept before. */
import { button, make } from "../page/dom.ts";
import { isOwnTime } from "../plan/visits.ts";
import type { Desk } from "./desk.ts";
import { radios } from "./fields.ts";
import { isPersonsPlan } from "./kept.ts";

export function keepPart(desk: Desk): HTMLElement[] {
  const { kept, open, say } = desk;
  if (!kept.isOffered || !isPersonsPlan(desk)) return [];
  const section = (...content: HTMLElement[]): HTMLElement[] => [make("section", { class: "plan-keep", "aria-label": say("keep.whose") }, ...content)];
  if (kept.lacks === "cannot") return section(make("p", { class: "hint" }, say("keep.cannot")));
  const visit = open.plan.visits?.find(({ id }) => id === open.visit);
  // Who is alone with their plan is asked nothing; of anybody else the page cannot tell.
  const isAlone = visit !== undefined && isOwnTime(visit) && visit.kind !== "preparation";
  const isOwn = kept.isOn || kept.whose === "own" || (kept.whose === "" && isAlone);
  const asked = radios({
    name: "f-whose", legend: say("keep.whose"), isShort: true, chosen: kept.whose,
    choices: (["own", "other"] as const).map((value) => ({ value, words: say(`keep.${value}`) })),
    set: (value) => {
      kept.whose = value as "own" | "other";
      desk.show(desk.open, value === "own" ? "f-whose" : "f-whose-1");
    },
  });
  const question = kept.isOn || (isAlone && kept.whose === "") ? [] : [asked];
  const press = button(say("keep.here"), { class: "button secondary", "data-keep-here": "" }, () => kept.choose());
  const offer = isOwn ? [make("p", { "data-keep": "" }, say("keep.offer"), " ", press)] : [];
  const not = kept.whose === "other" && !kept.isOn ? [make("p", { class: "hint" }, say("keep.not"))] : [];
  const late = kept.lacks === "late" ? [make("p", { class: "note" }, say("keep.late"))] : [];
  return section(...question, ...offer, ...not, ...late);
}
