/** What the parts of the page know of the plan that lies on it, and how they change it. */
import type { Plan } from "../../generated/plan.ts";
import type { AidWords } from "../../generated/words.ts";
import type { Opened } from "../incoming/read-types.ts";
import type { Say } from "../handover/messages.ts";
import type { Open } from "../plan/open-plan.ts";
import type { PlanShort } from "../plan/short.ts";
import type { Here, NextAction } from "./here.ts";
import type { Nearby } from "./nearby.ts";

/** What an aid says that is no person's answer. */
export interface AboutAid {
  readonly condition: string;
  /** What its status asks to be said; empty: nothing. */
  readonly notice: string;
  readonly signs: readonly { readonly heading: string; readonly body: string; readonly flags: readonly string[] }[];
  readonly plans: readonly {
    readonly id: string;
    /** Null: for any. */
    readonly option: string | null;
    readonly goals: readonly { readonly id: string; readonly text: string }[];
    readonly actions: readonly { readonly id: string; readonly text: string; readonly who: "" | "me" | "carer" | "team"; readonly when: string }[];
    readonly review: { readonly amount: number; readonly unit: string } | null;
  }[];
}

/** An aid of this site as its script hands it over. */
export interface PlanAid {
  readonly words: AidWords;
  readonly versions: readonly AidWords[];
  readonly about: AboutAid;
}

export type Part = "visit" | "near" | "copy" | "review";
export type PlanSay = Say<"plan">;
export type Decision = NonNullable<Plan["decisions"]>[number];

/** How the plan stands to what is kept on the device. */
export interface KeptHere {
  /** Whether the site keeps plans at all: not where many people use the device. */
  readonly isOffered: boolean;
  /** Whether changes are kept. */
  readonly isOn: boolean;
  /** Whether all of the plan is kept. */
  readonly isSafe: boolean;
  /** Whose device it is, once somebody has said so. */
  whose: "" | "own" | "other";
  /** Why it cannot be kept. */
  readonly lacks: "" | "cannot" | "late";
  /** The person chose to keep it. */
  choose(): void;
}

export interface Desk {
  readonly say: PlanSay;
  readonly open: Open;
  /** What stood on the paper from which a review is written; null: the plan itself is open. */
  readonly paper: PlanShort | null;
  /** What was handed over from home beside the plan; it stays what it is. */
  readonly home: readonly Opened[];
  /** Year-month-day by the clock of this device. */
  readonly today: string;
  readonly part: Part;
  readonly nearby: Nearby;
  readonly kept: KeptHere;
  /** The names of fields whose words are in nothing that was handed over last. */
  readonly leftOut: readonly string[];
  /** What came of what was handed over last, in words; empty: nothing is to be said of it. */
  readonly given: string;
  /** Beside which tools it is said that they are not in it. */
  readonly leftAt: string;
  /** What is unfolded for writing, by name: no plan holds it. */
  readonly unfolded: Set<string>;
  readonly nextAction: NextAction;
  /** An aid that was fetched; null: this site has none of that name, or it did not come. */
  aid(id: string | undefined): PlanAid | null;
  /** Take a change, and say whether it was one; what is drawn stays, and only what counts or sums up is drawn anew. */
  note(next: Open): boolean;
  /** Take a change and draw all of it, with the focus on the element of this id. */
  show(next: Open, focus?: string): void;
  /** Draw all of it once the focus has come to rest, and leave it there; on `id` where the field it was in is gone. */
  redraw(id: string): void;
  /** Go to a field, in whichever part of the page it is. */
  find(id: string): void;
  print(isLarge: boolean): void;
  /** Copy the text for the clinical record; `beside`: where it is shown if the browser refuses. */
  copy(beside: HTMLElement): void;
  save(): void;
  /** Offer a file that holds a part of the plan; `at`: its tools; `all`: with it all that was said is handed over, and stands. */
  give(name: string, text: string, at: string, all?: Open): void;
  /** Say that something was handed over, and beside the tools `at` and aloud which words wait in a field and are not in it. */
  tellGiven(words: string, at: string): void;
  /** Go on in a new plan with what is open in this one, which is full and is saved first. */
  follow(): void;
}

/** What the page as a whole knows beside: which of its parts is open, and whether something would be lost. */
export interface Page extends Desk {
  readonly here: Here;
  readonly isUnsaved: boolean;
  readonly isGiven: boolean;
  /** Whether there is a file that holds it, as it is or as it was. */
  readonly wasSaved: boolean;
  go(part: Part): void;
  /** Ask anew who is here. */
  askHere(isAgain: boolean): void;
}
