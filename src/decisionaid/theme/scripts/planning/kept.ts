/**
 * The plan as keeping sees it, and the page's part in that: it is kept where the person chose it on a device of their own.
 *
 * What keeps is fetched when it is wanted. Nothing of a kept plan is shown before somebody says that it is theirs,
 * also when the page is loaded again: the page brings back no state of its own.
 */
import type { Plan } from "../../generated/plan.ts";
import type { Messages } from "../handover/messages.ts";
import type { Entry, Worth } from "../keeping/entry.ts";
import type { FromKeeping, Keeping, KeepingHost } from "../keeping/from-keeping.ts";
import type { Difference } from "../page/two-states.ts";
import { Offer } from "../keeping/wanted.ts";
import { button, one } from "../page/dom.ts";
import { keptEssence, type KeptPlan, keptPlanText, readKeptPlan } from "../plan/kept-state.ts";
import { type Open, openedPlan } from "../plan/open-plan.ts";
import { isMadeUp } from "../record/made-up.ts";
import type { KeptHere, Page } from "./desk.ts";
import { copyLines } from "./file.ts";
import { day, listed } from "./words.ts";

/** No aid has such a name. */
const OF = "plan/";

/** The page of a plan, as far as keeping has to do with it. */
export interface PlanPage extends Page {
  readonly hasPlan: boolean;
  readonly isPersons: boolean;
  layKept(kept: KeptPlan): void;
  /** Words that wait in fields, by the names of these. */
  waitingFields(): readonly string[];
  /** The line that sums up is drawn anew. */
  retold(): void;
  draw(): void;
}

export class PlanKeeping implements KeptHere {
  whose: "" | "own" | "other" = "";
  lacks: "" | "cannot" | "late" = "";
  private readonly page: PlanPage;
  private readonly offer: Offer<FromKeeping>;
  /** Lets go of all that is on the page. */
  private forget: () => void = () => undefined;
  /** The plan as it was when the page began to let go of it: the last change is written still. */
  private leaving: string | null = null;
  /** What was told to be changed last. */
  private last: { readonly open: Open; readonly isUnsaved: boolean } | null = null;
  /** What the last states that were looked at were found to be. */
  private known: ReadonlyMap<string, Worth> = new Map();
  private made: { readonly of: Open; readonly isUnsaved: boolean; readonly text: string } | null = null;

  constructor(page: PlanPage) {
    this.page = page;
    this.offer = new Offer<FromKeeping>({
      of: OF,
      begin: (begin, words) => begin(this.host(words)),
      say: (what) => {
        this.lacks = what;
        this.page.draw();
      },
    });
  }

  get isOffered(): boolean {
    return one("#keep-script") !== null;
  }

  get isSafe(): boolean {
    return this.offer.isSafe;
  }

  get isOn(): boolean {
    return ["saving", "saved", "failed"].includes(this.keeping?.kind ?? "");
  }

  private get keeping(): Keeping | null {
    return this.offer.keeping;
  }

  async start(forget: () => void): Promise<void> {
    this.forget = forget;
    await this.offer.start();
  }

  choose(): void {
    this.lacks = "";
    void this.offer.choose();
  }

  /** The page drew something anew, and the plan may be another one. */
  changed(): void {
    const { isUnsaved, open } = this.page;
    const isSame = this.last?.open === open && this.last.isUnsaved === isUnsaved;
    this.last = { open, isUnsaved };
    if (!isSame && this.leaving === null) this.offer.changed();
  }

  drawn(): void {
    this.keeping?.drawn();
  }

  /** Delete what is kept of this tab; whether that is done. */
  clear(): Promise<boolean> {
    return this.offer.clear();
  }

  /** The page goes, and lets go of the plan: its last change is written still. */
  hide(): void {
    this.leaving = this.text();
  }

  /** The page lets go of the plan and stays open: what is kept is asked about again. Whether all of it is kept; null: nothing of it was. */
  async letGo(): Promise<boolean | null> {
    const { isOn, keeping } = this;
    if (!keeping) return null;
    this.leaving = this.text();
    const isSafe = await keeping.letGo();
    this.leaving = null;
    return isOn ? isSafe : null;
  }

  private text(): string {
    const { isUnsaved, open } = this.page;
    if (this.leaving !== null) return this.leaving;
    if (!this.page.hasPlan || (open.plan.visits ?? []).length === 0) return "";
    if (this.made?.of !== open || this.made.isUnsaved !== isUnsaved) this.made = { of: open, isUnsaved, text: keptPlanText({ open, isUnsaved }) };
    return this.made.text;
  }

  /** Asked for each copy, before each write and after it. */
  private worth(state: string): Worth {
    const known = this.known.get(state);
    if (known) return known;
    // Nothing was said in it yet.
    const found = state === "" ? null : readKeptPlan(state, this.page.today);
    const worth = typeof found === "string" ? found : "ours";
    this.known = new Map([...[...this.known].slice(-3), [state, worth]]);
    return worth;
  }

  private host(words: Messages): KeepingHost {
    const { page } = this;
    const { say } = page;
    const differences = (entry: Entry): Difference[] => this.differences(entry);
    return {
      of: OF,
      version: "",
      words,
      comesBack: false,
      root: one("[data-kept]") ?? document.body,
      worth: (state) => this.worth(state),
      text: () => this.text(),
      essence: keptEssence,
      // A plan has all of its own words in it.
      said: () => [],
      take: ({ state }) => {
        const found = readKeptPlan(state, page.today);
        if (typeof found !== "string") page.layKept(found);
      },
      carry: () => undefined,
      holds: () => true,
      before: (entry) => this.gone(entry).flatMap(({ here, question }) => (here ? [{ question, answer: here }] : [])),
      cleared: (kept) => {
        const isMore = kept !== null && page.hasPlan && keptEssence(kept) !== keptEssence(this.text());
        if (!isMore) this.forget();
        return isMore;
      },
      stands: () => page.retold(),
      differences,
      // A plan says by itself who said what.
      isOther: () => false,
      isHelpers: () => false,
      wayOut: (label) => button(label, { class: "link" }, () => page.go("copy")),
      // "My copy" saves all of a plan.
      save: null,
      canKeep: () => page.isPersons,
      waiting: () => {
        const fields = page.waitingFields();
        return fields.length > 0 ? say("keep.waiting", { fields: listed(fields.map((each) => say("own", { words: each })), say) }) : "";
      },
    };
  }

  /** What of this tab's plan a kept one has not. A visit that was begun since makes "now" a day, and takes nothing away. */
  private gone(entry: Entry): Difference[] {
    const { open: { plan } } = this.page;
    const kept = readKeptPlan(entry.state, this.page.today);
    if (typeof kept === "string" || kept.open.plan.id !== plan.id) return this.differences(entry);
    const { agreed = [], visits = [] } = kept.open.plan;
    return apart(linesOf(this.page, openedPlan({ ...plan, agreed, visits })), linesOf(this.page, kept.open));
  }

  /** By what the copies say on paper; then by all words; and whether they are one plan at all. */
  private differences({ state }: Entry): Difference[] {
    const { page } = this;
    const { say } = page;
    const kept = readKeptPlan(state, page.today);
    if (typeof kept === "string") return [];
    const [here, there] = [page.open.plan, kept.open.plan];
    const begun = ({ created }: Plan): string => say("keep.begun", { date: day(created.slice(0, 10), say) });
    const which = here.id === there.id ? [] : [{ question: say("keep.which"), here: begun(here), there: begun(there) }];
    const onCopy = apart(linesOf(page, page.open), linesOf(page, kept.open));
    const words = onCopy.length > 0 ? [] : apart(new Map([[say("keep.elsewhere"), wordsIn(here)]]), new Map([[say("keep.elsewhere"), wordsIn(there)]]));
    const saved = (plan: Plan): string => say("line.paper", { n: plan.rev ?? 1 });
    const rows = [...which, ...onCopy, ...words];
    return rows.length > 0 ? rows : [{ question: say("keep.elsewhere"), here: saved(here), there: saved(there) }];
  }
}

/** Whether the plan that lies there may be somebody's to keep: nobody keeps what is a part of one, or made up. */
export function isPersonsPlan({ nearby, open: { plan }, paper }: Pick<Page, "nearby" | "open" | "paper">): boolean {
  return !paper && !nearby.request && !plan.part && !isMadeUp(plan) && (plan.visits ?? []).length > 0;
}

/** What each part of a copy says, by its heading. */
function linesOf(page: Page, open: Open): ReadonlyMap<string, readonly string[]> {
  // The same page with another plan on it.
  const at = Object.create(page, { open: { value: openedPlan(open.plan) }, paper: { value: null } }) as Page;
  const { say } = page;
  // With one goal and with two it is the same part.
  return new Map(copyLines(at).map(({ heading, lines }) => [heading === say("copy.goal") ? say("copy.goals") : heading, lines]));
}

function apart(here: ReadonlyMap<string, readonly string[]>, kept: ReadonlyMap<string, readonly string[]>): Difference[] {
  const only = (all: readonly string[] = [], other: readonly string[] = []): string => all.filter((each) => !other.includes(each)).join("\n");
  return [...new Set([...here.keys(), ...kept.keys()])]
    .map((question) => ({ question, here: only(here.get(question), kept.get(question)), there: only(kept.get(question), here.get(question)) }))
    .filter((row) => row.here !== row.there);
}

/** All words of somebody's in a plan. */
function wordsIn(data: unknown): string[] {
  if (data === null || typeof data !== "object") return [];
  return Object.entries(data).flatMap(([name, part]: [string, unknown]) => (name === "words" && typeof part === "string" ? [part] : wordsIn(part)));
}
