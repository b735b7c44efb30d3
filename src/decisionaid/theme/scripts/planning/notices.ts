/** What has to be said of a plan as a whole, on the page, on paper and in its file. */
import { isMadeUp } from "../record/made-up.ts";
import type { Desk } from "./desk.ts";

/** That nobody said it, and what the aids of its decisions are: a demonstration says so. */
export function noticesOf(desk: Pick<Desk, "aid" | "open" | "say">): string[] {
  const { open: { plan }, say } = desk;
  const ofAids = (plan.decisions ?? []).flatMap(({ aid }) => desk.aid(aid?.id)?.about.notice || []);
  return [...new Set([...(isMadeUp(plan) ? [say("made_up")] : []), ...ofAids])];
}
