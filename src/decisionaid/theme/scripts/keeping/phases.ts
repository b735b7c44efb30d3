/** How a tab stands to what is kept on the device, and what it says of that: on its page, and to other tabs. */
import type { Entry } from "./entry.ts";
import type { Before } from "./host.ts";
import type { Refusal } from "./places.ts";

/** How this tab stands to what is kept. */
export type Phase =
  /** Nothing is kept, or nothing of this tab. */
  | { readonly kind: "off" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number; readonly until: number }
  | { readonly kind: "failed"; readonly why: Refusal }
  /** It was to be deleted, and the browser did not do it. */
  | { readonly kind: "undeleted" }
  /** Something is kept, and this tab is new: whose it is, is asked first. `isAhead`: the clock was set back. `isLeft`: the page was cleared, and this was not. `isInPlace`: the person chose to keep, and there is room for one. */
  | { readonly kind: "found"; readonly entry: Entry; readonly isDamaged: boolean; readonly isAhead: boolean; readonly isLeft?: boolean; readonly isInPlace?: boolean }
  /** Both this tab and what is kept have something that the other has not. */
  | { readonly kind: "apart"; readonly entry: Entry }
  /** It was kept, and is no more: the browser deleted it, or somebody did. */
  | { readonly kind: "gone" }
  /** By the clock its time has passed. */
  | { readonly kind: "over"; readonly entry: Entry }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "newer"; readonly text: string };

/** What is said once, beside how it stands. */
export type News = "ended" | "updated" | "stopped" | "cleared" | "cleared_rest";

export interface Told {
  phase(phase: Phase): void;
  /** `before`: what was in this tab, and is not any more. */
  news(news: News, before?: readonly Before[]): void;
  /** The tab let go of what it held: what was told of it may quote it. */
  emptied(): void;
}

/** What tabs tell each other. A tab that comes back to nothing asks why: no store may tell, for nothing is left in them. */
export const TOLD = ["written", "stopped", "cleared", "asks"] as const;
export type ToldOthers = (typeof TOLD)[number];

export interface Others {
  tell(what: ToldOthers): void;
}
