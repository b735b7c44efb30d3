/** What the person can take away: the summary on paper here; all other ways are fetched when the summary is near. */
import { markKey } from "../keeping/names.ts";
import { Copies } from "../page/copies.ts";
import { all, announce, button, make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { Keep } from "../page/keep.ts";
import { LET_GO, storageOfTab } from "../page/shared.ts";
import type { Context } from "./context.ts";
import type { TakenAway } from "./from-statement.ts";
import { areOfPage, WORDS_ARRIVED, type FromWays, type Ways, type WaysWords } from "./from-ways.ts";
import { fetchLater } from "../page/later-script.ts";
import { isForHelper, isHelpers } from "./helper.ts";
import { SaidBefore } from "./said-before.ts";
import type { State } from "./store.ts";

export class HandOver implements TakenAway {
  private readonly context: Context;
  private readonly change: (part: Partial<State>) => void;
  private readonly root = one("[data-ways]");
  private ways: Ways | null = null;
  private begin: FromWays | null = null;
  private words: WaysWords | null = null;
  private isAsked = false;
  private isTold = false;
  private hasFailed = false;
  /** Whether what came was of another version of the site: to ask again is of no use. */
  private isOther = false;
  /** Whether printing was asked for while they were on their way. */
  private isPrintWanted = false;
  /** By which this tab and its copies know that they hold the same answers; there while there are some. */
  private readonly name: Keep;
  /** What a tab notes that keeps its answers on the device. */
  private readonly follows: Keep;
  private readonly copies: Copies;
  private readonly before: SaidBefore;

  constructor(context: Context, change: (part: Partial<State>) => void) {
    this.context = context;
    this.change = change;
    const { id } = context.page.aid;
    this.before = new SaidBefore(context);
    this.name = new Keep(storageOfTab, `decisionaid.copy/${id}`);
    this.follows = new Keep(storageOfTab, markKey(id));
    this.copies = new Copies(`decisionaid.copy/${id}`, () => this.name.read(), () => this.clearedInCopy());
  }

  start(): void {
    this.copies.start();
    guarded("before", () => this.before.start());
    for (const print of all("[data-print-summary]")) print.addEventListener("click", () => void this.print());
    window.addEventListener("afterprint", () => {
      // The window for printing may have been closed again, and no page is told: it is no handing over that we have seen.
      this.change(this.ways?.onPaper() ?? {});
      delete document.documentElement.dataset["print"];
    });
    let at = "";
    window.addEventListener("hashchange", () => {
      // What was said of another step is not said of this one; what is said of this one comes a moment later.
      if (at !== this.context.step) one("#status")?.replaceChildren();
      at = this.context.step;
      this.tellHelper();
    });
  }

  /** Who came by the address for a helper's own answers and finds somebody else's sees it without this script, and hears it by it. */
  private tellHelper(): void {
    const told = one("#as-helper > .message");
    const isOthers = isForHelper() && !isHelpers();
    if (!told || this.isTold === isOthers) return;
    this.isTold = isOthers;
    if (!isOthers) return;
    // It may have come above what is seen of the step.
    told.scrollIntoView({ block: "nearest" });
    announce(told.textContent);
  }

  refresh(): void {
    this.nameCopies();
    guarded("before", () => this.before.refresh());
    this.tellHelper();
    // One step ahead: whoever comes to the summary may have no network there.
    const steps = all("[data-step]").slice(-2);
    if (steps.some((step) => step.hasAttribute("data-current"))) this.fetch();
    guarded("ways", () => this.ways?.refresh());
  }

  forget(): void {
    this.copies.tell(this.name.read());
    this.name.forget();
    this.ways?.forget();
  }

  private clearedInCopy(): void {
    // What is kept is cleared by keeping itself, which knows what was said in this tab alone: from here on they are not copies.
    if (this.follows.read() !== null) {
      this.name.forget();
      return this.nameCopies();
    }
    window.dispatchEvent(new Event(LET_GO));
    const said = this.context.say("clear.done");
    this.context.form.prepend(make("div", { class: "message" }, make("p", {}, said)));
    announce(said);
  }

  /** With no answers left, no trace is. */
  private nameCopies(): void {
    // That the answers were cleared, here or in a copy of this tab, stands until something is said anew.
    for (const message of all("#aid > .message")) if (message.textContent.startsWith(this.context.say("clear.done"))) message.remove();
    if (this.context.state.answers.size === 0) return void this.name.forget();
    if (this.name.read() === null) this.name.write([...crypto.getRandomValues(new Uint32Array(4))].join("-"));
  }

  private fetch(again = false): void {
    if (!this.root || this.ways || this.isAsked || (this.hasFailed && !again)) return;
    this.isAsked = true;
    const failed = (isOther: boolean): void => this.fail(isOther);
    fetchLater<FromWays>("#ways-script", (begin) => this.take({ begin }), failed);
    fetchLater<unknown>(
      "#ways-words",
      (words) => (areOfPage(words, this.context) ? this.take({ words }) : this.fail(true)),
      failed,
      WORDS_ARRIVED,
    );
  }

  private take({ begin = this.begin, words = this.words }: { begin?: FromWays | null; words?: WaysWords | null }): void {
    const { context, change, root } = this;
    this.begin = begin;
    this.words = words;
    if (this.ways || !begin || !words || !root) return;
    root.replaceChildren();
    guarded("ways", () => {
      this.ways = begin({ root, context, words, change });
      this.ways.refresh();
    });
    if (this.isPrintWanted) void this.print();
  }

  private fail(isOther: boolean): void {
    if (this.ways || this.hasFailed) return;
    this.isAsked = false;
    this.hasFailed = true;
    this.isOther ||= isOther;
    const { say } = this.context;
    const again = button(say("later.again"), { class: "button secondary" }, () => this.tryAgain());
    this.root?.replaceChildren(make("div", { class: "message" }, make("p", {}, say("later.ways")), again));
    if (this.root?.closest("[data-current]")) announce(say("later.ways"));
    if (this.isPrintWanted) void this.print();
  }

  private tryAgain(): void {
    if (this.isOther) return location.reload();
    this.hasFailed = false;
    this.root?.replaceChildren(make("p", {}, this.context.say("later.waiting")));
    announce(this.context.say("later.waiting"));
    this.fetch(true);
  }

  /** Paper with the summary only, and its code where there is one; the browser's own print command prints all of the aid. */
  private async print(): Promise<void> {
    this.isPrintWanted = !this.ways && !this.hasFailed;
    if (this.isPrintWanted) {
      this.fetch();
      return announce(this.context.say("later.waiting"));
    }
    await this.ways?.isReadyForPaper();
    document.documentElement.dataset["print"] = "summary";
    if (this.ways) this.ways.print();
    else window.print();
  }
}
