/** Shown where a plan has no more room: the way on into a new one. */
import { button, make } from "../page/dom.ts";
import { isFull } from "../plan/following.ts";
import type { Desk } from "./desk.ts";

export function fullBox(desk: Desk): HTMLElement[] {
  const { say } = desk;
  if (!isFull(desk.open.plan)) return [];
  const press = button(say("full.follow"), { class: "button", "data-follow": "" }, () => desk.follow());
  return [make("div", { class: "note" }, make("p", {}, say("full.title")), make("p", {}, press))];
}
