/** The aid page with script: the one place that changes its state. */
import { CareCard } from "../../components/care-card/script.ts";
import { KnowledgeCheck } from "../../components/knowledge-check/script.ts";
import { Progress } from "../../components/progress/script.ts";
import { ClearableAnswer } from "../../components/values-question/script.ts";
import type { Say } from "../handover/messages.ts";
import { ask } from "../page/ask.ts";
import { keepTime } from "../page/clock.ts";
import { startComponents, type Component, type Started } from "../page/component.ts";
import { all, announce, button, make } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";
import { isShared, LET_GO, storageOfTab } from "../page/shared.ts";
import { accepted, type Page } from "../record/answers.ts";
import { AloudButton } from "./aloud-button.ts";
import type { Context } from "./context.ts";
import { givenIn, readName, writeForm } from "./form.ts";
import type { FromStatement, TakenAway } from "./from-statement.ts";
import { Offer } from "../keeping/wanted.ts";
import { Keep } from "../page/keep.ts";
import type { FromKeep } from "./from-keep.ts";
import { aidOf, pageOf } from "./page-words.ts";
import { SecondScript } from "./second-script.ts";
import { decodeState, encodeState, storageKey } from "./session.ts";
import { Steps } from "./steps.ts";
import { HELPER, isForHelper, isHelpers, ROLE } from "./helper.ts";
import { EMPTY, Store, type State } from "./store.ts";

const ON_PAGE = [[".rail, .steps-menu", Progress]] as const;
/** Started when their step is first shown: a slow phone has enough to do before the first one is. */
const IN_STEP = [
  ["[data-check]", KnowledgeCheck],
  ["[data-care-card]", CareCard],
  ["fieldset:not([data-kind=picks])", ClearableAnswer],
] as const;


export class App implements Context {
  readonly form: HTMLFormElement;
  readonly say: Say<"aid"> = pageMessages<"aid">();
  readonly announce = announce;
  isPrinting = false;
  private readonly store: Store;
  private readonly keep: Keep;
  /** Keeps answers for longer than this tab, where the person chose it. */
  private readonly offer: Offer<FromKeep>;
  private readonly steps: Steps;
  private readonly second: SecondScript;
  /** Null until the second script has come: before it, there is nothing to let go of. */
  private handOver: TakenAway | null = null;
  /** Components that not every aid has; they start before the others of their step. */
  private more: Started<Context>;
  private components: readonly Component<Context>[] = [];
  private readonly startedIn = new Set<HTMLElement>();
  private known: Page | null = null;
  /** Where many people use a device nothing is kept, and its pages say so from the start. */
  private hasSaidDenied = isShared();
  private isKept = false;
  /** Whether a link to another page was just pressed. */
  private isFollowing = false;
  /** What was kept last; null when nothing was. */
  private written: string | null = null;

  constructor(form: HTMLFormElement, more: Started<Context>) {
    this.form = form;
    this.more = more;
    // Before anything is read from the page: what is out of date is no part of it any more.
    guarded("clock", () => {
      form.dataset["clock"] = keepTime() ?? form.dataset["clock"];
    });
    const aid = aidOf(form);
    this.keep = new Keep(storageOfTab, storageKey(aid.id));
    this.offer = new Offer<FromKeep>({
      of: aid.id,
      begin: (from, words) =>
        from({
          context: this,
          words,
          text: () => this.written,
          take: (text) => this.change(this.decoded(text)),
          cleared: () => this.clear(),
          decode: decodeState,
          stands: () => this.askOnlyIfUnsaved(),
        }),
      say: (what) => {
        for (const each of all("[data-keep]")) each.textContent = this.say(`kept.${what}`);
      },
    });
    const aloud = new AloudButton(this.say);
    this.steps = new Steps(form, (step, index) => {
      const { length } = this.steps.list;
      document.title = this.say("title", { n: index + 1, of: length, step: step.title, aid: aid.title });
      this.startIn(step.section);
      aloud.shown(step.section);
      // Whoever goes on from the first step will want it, and may have no network later.
      if (index > 0) this.second.fetch(true);
      this.store.change({ visited: new Set([...this.state.visited, step.id]) });
    });
    this.store = new Store(this.restored());
    this.second = new SecondScript(this.say, (parts) => this.takeIn(parts), () => {
      this.isFollowing = this.isKept;
      location.reload();
    });
  }

  /** Read from the page when somebody first asks: before an answer is given, nobody does. */
  get page(): Page {
    return (this.known ??= pageOf(this.form));
  }

  get state(): State {
    return this.store.state;
  }

  get step(): string {
    return this.steps.current;
  }

  start(): void {
    const early = givenIn(this.form);
    writeForm(this.form, this.state.answers);
    this.components = startComponents(ON_PAGE, this, document);
    // A link for whoever helps: what they say is theirs from the first answer on. What another said stays as it is.
    const asHelper = (): void => {
      if (isForHelper() && this.state.answers.size === 0) this.empty();
    };
    // Before what was answered early: that is a helper's own too.
    asHelper();
    for (const [name, values] of early) this.takeOver(name, values);
    if (this.state.answers.size > 0) this.startAll();
    this.store.subscribe(() => this.refresh());
    this.form.addEventListener("change", (event) => this.read(event.target));
    this.form.addEventListener("input", (event) => this.read(event.target));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    for (const clear of all("[data-clear]")) clear.addEventListener("click", () => void this.askToClear(clear));
    document.addEventListener("click", ({ target }) => {
      this.isFollowing = target instanceof Element && target.closest('a[href]:not([href^="#"],[target])') !== null;
      // Back on this page, or in another tab, it leads nowhere any more.
      setTimeout(() => (this.isFollowing = false), 1000);
    });
    window.addEventListener("beforeprint", () => this.prepareForPaper());
    window.addEventListener("pageshow", (event) => {
      // From the browser's memory: it may show answers that were cleared since.
      if (event.persisted && this.keep.read() !== this.written) location.reload();
    });
    window.addEventListener(LET_GO, () => this.clear());
    window.addEventListener("hashchange", asHelper);
    this.steps.start();
    void this.offer.start();
  }

  /** Take over what was answered before this script had come; words join those that were kept. */
  private takeOver(name: string, values: readonly string[]): void {
    const field = this.page.fields.get(name);
    const before = this.state.answers.get(name) ?? [];
    const all = field?.kind === "text" ? [[...before, ...values].join(" ")] : field?.kind === "many" ? [...before, ...values] : values;
    const answer = accepted(field, all);
    if (answer === null) return;
    this.store.answer(name, answer);
    writeForm(this.form, this.state.answers);
  }

  /** The browser asks, in words of its own; a link is no way to lose what this tab keeps. */
  private readonly askBeforeLeaving = (event: Event): void => {
    if (this.isFollowing && this.isKept) return;
    event.preventDefault();
    // What older browsers go by.
    (event as BeforeUnloadEvent).returnValue = true;
  };

  /** Take over what a form control holds now. */
  private read(control: EventTarget | null): void {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const field = this.page.fields.get(control.name);
    if (field) this.store.answer(control.name, accepted(field, readName(this.form, control.name)));
  }

  private change(part: Partial<State>): void {
    if (part.answers && part.answers.size > 0) this.startAll();
    this.store.change(part);
    if (part.answers) writeForm(this.form, part.answers);
  }

  private refresh(): void {
    this.write();
    this.offer.changed();
    this.askOnlyIfUnsaved();
    if (this.state.answers.size > 0) this.second.fetch();
    this.refreshComponents();
  }

  /** Only while something would be lost: a page with such a question is one that browsers do not keep. */
  private askOnlyIfUnsaved(): void {
    const { answers, isHandedOver } = this.state;
    const isUnsaved = answers.size > 0 && !isHandedOver && !this.offer.isSafe;
    window[isUnsaved ? "addEventListener" : "removeEventListener"]("beforeunload", this.askBeforeLeaving);
  }

  private refreshComponents(): void {
    for (const component of this.components) guarded(component.constructor.name, () => component.refresh());
    guarded("hand-over", () => this.handOver?.refresh());
  }

  private startIn(section: HTMLElement): void {
    if (this.startedIn.has(section)) return;
    this.startedIn.add(section);
    this.components = [...this.components, ...startComponents([...this.more, ...IN_STEP], this, section)];
  }

  /** For answers that were kept: they belong to all steps, whichever was shown. */
  private startAll(): void {
    for (const { section } of this.steps.list) this.startIn(section);
  }

  /** What the second script brings, in the steps that were started before it came, and in those to come. */
  private takeIn({ components, handOver }: FromStatement): void {
    this.more = [...this.more, ...components];
    this.components = [...this.components, ...[...this.startedIn].flatMap((section) => startComponents(components, this, section))];
    guarded("hand-over", () => {
      this.handOver = handOver(this, (part) => this.change(part));
      this.handOver.start();
    });
    this.refreshComponents();
  }

  /** Paper holds all steps, those too that were not shown on the screen yet. */
  private prepareForPaper(): void {
    this.startAll();
    this.isPrinting = true;
    this.refreshComponents();
    this.isPrinting = false;
  }

  private restored(): State {
    const text = this.keep.read();
    return text === null ? EMPTY : this.decoded(text);
  }

  /** A state as text, which is not trusted; empty: there was nothing in it. */
  private decoded(text: string): State {
    if (text === "") return EMPTY;
    const steps = this.steps.list.map(({ id }) => id);
    const { state, notes } = decodeState(text, this.page, steps);
    const said = notes.map(({ key, questions }) => this.say(key, { questions: questions.join("; ") }));
    if (said.length > 0) this.notice(said.join(" "));
    return state;
  }

  /** Keep the state in this tab; with nothing in it to keep, leave no trace. */
  private write(): void {
    const { answers, saved, visited } = this.state;
    const isEmpty = answers.size === 0 && saved === null && visited.size < 2;
    this.written = isEmpty ? null : encodeState(this.state, this.page);
    this.isKept = this.written === null ? this.keep.forget() : this.keep.write(this.written);
    if (this.isKept || this.hasSaidDenied) return;
    this.hasSaidDenied = true;
    this.notice(this.say("kept.denied"));
  }

  /** Say something that stays to be read, above the step. */
  private notice(text: string): void {
    const close = button(this.say("notice.close"), { class: "button secondary" }, () => notice.remove());
    const notice = make("div", { class: "message" }, make("p", {}, text), close);
    this.form.prepend(notice);
    announce(text);
  }

  private async askToClear(trigger: HTMLElement): Promise<void> {
    const { say } = this;
    if (!(await ask(trigger, say("clear.ask"), say("clear.yes"), say("clear.no")))) return;
    // First: what is cleared now is not kept as a change.
    const isDone = this.offer.clear();
    this.clear();
    if (await isDone) this.notice(say("clear.done"));
  }

  private clear(): void {
    this.empty();
    this.steps.restart();
  }

  /** Nothing is left of what was said, nor of what it was handed over as; a helper's page stays one. */
  private empty(): void {
    const isHelper = isHelpers() || isForHelper();
    this.handOver?.forget();
    this.form.reset();
    this.change(EMPTY);
    if (isHelper) this.takeOver(ROLE, HELPER);
  }
}
