/** Shown where a plan has no more room: the way on into a new one, and once there, what it is. */
import { button, make } from "../page/dom.ts";
import { isFull } from "../plan/following.ts";
import type { Desk } from "./desk.ts";

export function fullBox(desk: Desk): HTMLElement[] {
  const { open: { plan, visit }, say } = desk;
  // Until somebody begins in it: it is another plan than the one that was here.
  if (plan.follows && visit === "" && (plan.rev ?? 1) <= 1) return [make("p", { class: "note", "data-begun": "" }, say("full.begun"))];
  if (!isFull(desk.open.plan)) return [];
  const press = button(say("full.follow"), { class: "button", "data-follow": "" }, () => desk.follow());
  return [make("div", { class: "note" }, make("p", {}, say("full.title")), make("p", {}, press))];
}
