/** What the keeper of a page's state asks of the page. */
import type { Entry, Said } from "./entry.ts";
import type { Thing } from "./kept.ts";

/** The page whose state is kept. */
export interface Host extends Thing {
  readonly version: string;
  /** The state of this tab as text; empty: there is nothing in it. */
  text(): string;
  /** Of such a text what must not be lost, as text to compare. */
  essence(text: string): string;
  /** The answers of this tab in words. */
  said(): Said[];
  /** Put a kept state into this tab, in the place of its own. */
  take(entry: Entry): void;
  /** What of an entry this page cannot hold, and what its words say of an earlier text: that goes on being kept in words. */
  carry(entry: Entry): void;
  /** Whether this page can hold all of an entry: one that was loaded before the text changed cannot. */
  holds(entry: Entry): boolean;
  /** What this tab shows, in words, that an entry has not, or has otherwise. */
  before(entry: Entry): Before[];
  /** Whether an entry is of somebody whose words must not be mixed with those of this tab: a helper's and a person's own. */
  isOther(entry: Entry): boolean;
  /** Let go of what a kept state holds, null: of all; whether something is left that was in this tab only. */
  cleared(kept: string | null): boolean;
}

/** What a tab showed before it took over what is kept. */
export type Before = Pick<Said, "question" | "answer">;
