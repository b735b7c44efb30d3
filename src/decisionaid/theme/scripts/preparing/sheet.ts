/** The sheet before a visit, with script: the one place that knows what was written. */
import type { Say } from "../handover/messages.ts";
import { dayInWords } from "../handover/day.ts";
import { ask } from "../page/ask.ts";
import type { Copies } from "../page/copies.ts";
import { all, announce, focusOn, make, one, textOf } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { Keep } from "../page/keep.ts";
import { isShared, LET_GO, storageOfTab } from "../page/shared.ts";
import { preparationOf, type Preparation } from "../plan/preparation.ts";
import { preparedBlocks, type SheetWords } from "../plan/prepared-text.ts";
import { prepared } from "../plan/prepared.ts";
import { planText } from "../plan/written.ts";
import { instant, today } from "../record/today.ts";
import { FirstTopics } from "./first-topics.ts";
import { decoded, encoded, KEY, NOTHING, type Kept } from "./kept.ts";
import { LastPlan } from "./last-plan.ts";
import { LaterCode, lateWords } from "./later-code.ts";
import { layOut, print, type PaperKind } from "./on-paper.ts";
import { TakeAlong, type Taken } from "./take-along.ts";
import { putInto, valuesIn } from "./values.ts";

/** The most that a plan may be saved. */
const MOST_REV = 1_000_000;

export class Sheet {
  private readonly form: HTMLFormElement;
  private readonly say: Say<"prepare">;
  private readonly keep = new Keep(storageOfTab, KEY);
  private readonly first: FirstTopics;
  private readonly last: LastPlan;
  private readonly takeAlong: TakeAlong;
  private readonly code: LaterCode;
  private state: Kept = NOTHING;
  /** What this tab kept of a last plan that is not shown yet. */
  private waiting: string | null = null;
  private hasSaidDenied = isShared();
  /** Null until the script that knows them has come. */
  private copies: Copies | null = null;
  /** That all was cleared, here or in a copy of this tab: it stands until something is written anew. */
  private cleared: HTMLElement | null = null;

  constructor(form: HTMLFormElement, say: Say<"prepare">) {
    this.form = form;
    this.say = say;
    this.first = new FirstTopics(form, say);
    this.last = new LastPlan(one('[data-fold="last"]', form) ?? form, say, () => this.lastChanged());
    this.takeAlong = new TakeAlong(say, () => this.taken(), () => this.handedOver());
    this.code = new LaterCode(() => this.takeAlong.tell(say(lateWords())), ({ Copies }) => this.mindCopies(Copies), say, () => this.taken(), () => this.layOut());
  }

  start(): void {
    const early = valuesIn(this.form);
    this.restore();
    putInto(this.form, early, false);
    this.form.addEventListener("input", () => this.read());
    this.form.addEventListener("change", () => this.read());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    for (const each of all("[data-print]")) each.addEventListener("click", () => void this.print(each.dataset["print"] as PaperKind));
    window.addEventListener("beforeprint", () => this.layOut());
    window.addEventListener("afterprint", () => {
      // Whether anything was printed, no page is told: nothing counts as handed over by it.
      delete document.documentElement.dataset["print"];
    });
    const clear = one("[data-clear]");
    clear?.addEventListener("click", () => void this.askToClear(clear));
    window.addEventListener("pageshow", (event) => {
      // What was cleared in this tab since must not come back with the page.
      if (event.persisted && (this.keep.read() === null) !== this.isNothing()) location.reload();
    });
    window.addEventListener(LET_GO, () => this.clear());
    // What was written before this page was loaded may have copies.
    if (this.name !== null) void this.code.here();
    if (early.size > 0) this.read();
    else this.refresh();
  }

  private restore(): void {
    const text = this.keep.read();
    if (text === null) return;
    const kept = decoded(text);
    if (!kept) return void this.notice(this.say("kept.unreadable"));
    this.state = kept;
    putInto(this.form, kept.values, true);
    for (const fold of all<HTMLDetailsElement>("details.fold", this.form)) {
      fold.open = all<HTMLTextAreaElement>("textarea", fold).some(({ value }) => value !== "");
    }
    if (kept.last === null) return;
    this.waiting = kept.last;
    this.last.restore(kept.last, () => {
      this.waiting = null;
      putInto(this.form, this.state.values, false);
      this.refresh();
    });
  }

  /** Take over what the form holds now. */
  private read(): void {
    this.cleared?.remove();
    this.code.changed();
    // First what depends on it: what is not hard any more is not first either.
    guarded("first", () => this.first.refresh());
    const { begun, changes, isHandedOver, values } = this.state;
    // How things of a plan went that is not shown yet was said before.
    const unseen = this.waiting === null ? [] : [...values].filter(([name]) => /^(?:goal|action)\./.test(name));
    this.state = {
      values: new Map([...unseen, ...valuesIn(this.form)]),
      begun: begun ?? { id: random(16), visit: `prep-${random(4)}`, created: instant() },
      changes: isHandedOver ? changes + 1 : changes,
      isHandedOver: false,
      last: this.waiting ?? (this.last.plan ? planText(this.last.plan) : null),
    };
    this.refresh();
  }

  private lastChanged(): void {
    const { plan } = this.last;
    const isAsked = this.state.values.has("information");
    if (plan && this.last.isGoingOn && !isAsked) putInto(this.form, new Map([["information", plan.communication ?? []]]), false);
    this.read();
  }

  private refresh(): void {
    this.write();
    guarded("first", () => this.first.refresh());
    guarded("paper", () => this.layOut());
    const isUnsaved = this.state.values.size > 0 && !this.state.isHandedOver;
    window[isUnsaved ? "addEventListener" : "removeEventListener"]("beforeunload", askBeforeLeaving);
  }

  private isNothing(): boolean {
    return this.state.values.size === 0 && this.state.last === null;
  }

  /** Keep it in this tab; with nothing in it to keep, leave no trace. */
  private write(): void {
    const isKept = this.isNothing() ? this.keep.forget() : this.keep.write(encoded(this.state));
    if (isKept || this.hasSaidDenied) return;
    this.hasSaidDenied = true;
    this.notice(this.say("kept.denied"));
  }

  private said(): Preparation {
    return preparationOf(this.state.values, this.last.goals, this.last.actions);
  }

  private layOut(): void {
    layOut(this.form, this.said(), this.state.values.size === 0, this.code.isOnPaper, this.say);
  }

  /** With the code of what stands there now, or with why there is none. */
  private async print(kind: PaperKind): Promise<void> {
    this.takeAlong.tell(kind === "empty" ? "" : await this.code.ready());
    print(kind);
  }

  /** All that is handed over; null: nothing was written. */
  private taken(): Taken | null {
    const { begun, changes, values } = this.state;
    if (values.size === 0 || !begun) return null;
    const { actions, goals, isGoingOn, plan } = this.last;
    const base = isGoingOn ? plan : null;
    const said = this.said();
    const day = today();
    const made = prepared(said, {
      ...begun,
      day,
      rev: Math.min((base?.rev ?? 0) + 1 + changes, MOST_REV),
      updated: instant(),
      language: document.documentElement.lang,
      follows: plan && !isGoingOn ? plan.id : null,
    }, base);
    const title = this.say("file.title", { date: dayInWords(this.say, day) });
    return { title, blocks: preparedBlocks(said, this.words(), goals, actions), plan: made, day, hasLast: base !== null };
  }

  /** The words beside the controls: what is handed over says what the sheet says. */
  private words(): SheetWords {
    const labels = (name: string, value: string): string =>
      textOf(one(`input[name="${name}"][value="${value}"]`, this.form)?.closest("label"));
    return {
      question: (name) => textOf(one(`[data-question="${name}"]`, this.form)),
      answer: (name, value) => {
        const [kind] = name.split(".");
        return kind === "goal" || kind === "action" ? this.say(`${kind}.${value}` as "goal.met") : labels(name, value);
      },
      pair: (one, other) => this.say("pair", { one, other }),
    };
  }

  private handedOver(): void {
    if (this.state.values.size === 0) return;
    this.state = { ...this.state, isHandedOver: true };
    this.refresh();
  }

  /** Say something that stays to be read, above the questions. */
  private notice(text: string): HTMLElement {
    const notice = make("div", { class: "message" }, make("p", {}, text));
    this.form.before(notice);
    announce(text);
    return notice;
  }

  /** By which this tab and its copies know that they hold the same sheet. */
  private get name(): string | null {
    return this.state.begun?.id ?? null;
  }

  private mindCopies(Known: typeof Copies): void {
    this.copies = new Known(KEY, () => this.name, () => this.clearedAll());
    this.copies.start();
  }

  private clearedAll(): void {
    this.clear();
    this.cleared?.remove();
    this.cleared = this.notice(this.say("cleared"));
  }

  private async askToClear(trigger: HTMLElement): Promise<void> {
    const { say } = this;
    if (!(await ask(trigger, say("ask.clear"), say("ask.clear_yes"), say("ask.clear_no")))) return;
    this.clearedAll();
    // That all is cleared stands at the top; the press was at the end of the page.
    const top = one("h1");
    if (top) focusOn(top);
    window.scrollTo(0, 0);
    this.cleared?.scrollIntoView({ block: "nearest" });
  }

  private clear(): void {
    this.copies?.tell(this.name);
    this.takeAlong.forget();
    this.last.forget();
    this.form.reset();
    this.waiting = null;
    this.state = NOTHING;
    this.code.changed();
    this.refresh();
    for (const fold of all<HTMLDetailsElement>("details.fold", this.form)) fold.open = false;
  }
}

/** The browser asks, in words of its own. */
function askBeforeLeaving(event: Event): void {
  event.preventDefault();
  // What older browsers go by.
  (event as BeforeUnloadEvent).returnValue = true;
}

/** So many random bytes as hex digits. */
function random(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
