/** Brings a person's own answers back to the page of an aid: a window with all ways in, and what comes of each. */
import { messagesOf, type Say } from "../../scripts/handover/messages.ts";
import { cameIn } from "../../scripts/incoming/idle.ts";
import { PassphraseForm } from "../../scripts/incoming/passphrase-form.ts";
import { PictureReader } from "../../scripts/incoming/pictures.ts";
import type { Library, Read } from "../../scripts/incoming/read-types.ts";
import { read } from "../../scripts/incoming/reading.ts";
import { TextWays } from "../../scripts/incoming/text-ways.ts";
import type { Incoming } from "../../scripts/incoming/way.ts";
import { adopt } from "../../scripts/page/adopted-style.ts";
import { button, focusOn, make, one } from "../../scripts/page/dom.ts";
import { isShared } from "../../scripts/page/shared.ts";
import type { Said } from "../../scripts/keeping/entry.ts";
import { sayBefore } from "../../scripts/patient/answered-before.ts";
import { asInRecord, broughtBack, hasOwn, type Brought, type Refused, type Told } from "../../scripts/patient/brought-back.ts";
import { isSame } from "../../scripts/patient/earlier.ts";
import { BACK_ADDRESS, BACK_PICTURES, type Back, type BackHost } from "../../scripts/patient/from-back.ts";
import { answerWords } from "../../scripts/patient/in-words.ts";
import { SaidBefore } from "../../scripts/patient/said-before.ts";
import { choiceElements, type Other } from "./choice.ts";
import { waysIn } from "./ways-in.ts";

/** Set by the bundler: the style of what is made here. */
declare const BACK_STYLE: string;

/** A set of answers that is not on the page, and can be. */
interface Waiting extends Other {
  readonly state: Brought["state"];
  readonly notes: readonly Told[];
  /** What was answered where the question reads otherwise now. */
  readonly before: readonly Said[];
}

export class OwnBack implements Back {
  /** Counts what was opened or closed: a slow answer to what came earlier is not shown. */
  turn = 0;
  private readonly host: BackHost;
  private readonly say: Say<"back">;
  private readonly dialog: HTMLDialogElement;
  private readonly ways: HTMLElement;
  private readonly title: HTMLElement;
  /** In the page before it is needed: screen readers only speak of what changes in it. */
  private readonly problem = make("div", { class: "problem", role: "alert" });
  private readonly panel = make("div");
  private readonly asking = make("div");
  private readonly outcome = make("div", { class: "back-outcome" });
  private readonly texts: TextWays;
  private readonly pictures: PictureReader;
  private readonly passphrase: PassphraseForm;
  /** What was not chosen: it stays until the page is left. */
  private waiting: Waiting | null = null;
  /** What is said on the page to have been answered before. */
  private before: readonly Said[] = [];

  constructor(host: BackHost) {
    this.host = host;
    const say = (this.say = messagesOf<"back">(host.back.messages));
    adopt(BACK_STYLE);
    this.title = make("h2", { id: "back-title", tabindex: "-1" }, say("title"));
    this.ways = make("div", {}, make("p", {}, say(isShared() ? "about.shared" : "about")), waysIn(say));
    const close = button(say("close"), { class: "button secondary", "data-back-close": "" }, () => this.dialog.close());
    const head = make("div", { class: "preview-head" }, this.title, close);
    this.dialog = make("dialog", { class: "preview own-back", "aria-labelledby": "back-title" }, head, this.outcome, this.problem, this.asking, this.panel, this.ways);
    this.dialog.addEventListener("close", () => this.shut());
    // Outside the form of the page: there are forms of its own in it.
    document.body.append(this.dialog);
    this.passphrase = new PassphraseForm(this.asking, say, "back-passphrase");
    this.pictures = new PictureReader(this.panel, this, say, `#${BACK_PICTURES}`);
    this.texts = this.arrivals();
    this.texts.start(false);
    const picture = one<HTMLInputElement>("#picture", this.ways);
    picture?.addEventListener("change", () => {
      this.texts.files([...(picture.files ?? [])]);
      picture.value = "";
    });
    one("button[data-camera]", this.ways)?.addEventListener("click", () => {
      this.problem.replaceChildren();
      void this.pictures.watch();
    });
    // Gone back to another step: the window would stand before it. This comes before the step takes the focus.
    window.addEventListener("popstate", () => location.hash === BACK_ADDRESS || this.dialog.close());
  }

  open(): void {
    if (this.dialog.open) return;
    this.showWays();
    if (this.waiting) this.showOther();
    this.dialog.showModal();
    this.title.focus();
  }

  forget(): void {
    this.setAside(null);
    this.before = [];
    this.shut();
    this.dialog.close();
  }

  /** Open what came; whatever is wrong with it, nothing changes. */
  async take(incoming: readonly Incoming[]): Promise<void> {
    if (!this.dialog.open) return;
    cameIn();
    const turn = (this.turn += 1);
    this.clearShown();
    const [each, ...more] = incoming;
    if (!each) return;
    if (more.length > 0) return this.tell(this.say("fault.several"));
    let text = "";
    const reading = async (): Promise<Read> => {
      try {
        return each.isFolder ? { fault: "folder" } : await read((text ||= await each.text()), this.library);
      } catch {
        return { fault: "unreadable" };
      }
    };
    let found = await reading();
    if ("locked" in found && turn === this.turn) {
      const open = await this.passphrase.opened(found.locked, each.way);
      if (turn !== this.turn) return;
      if (open === null) return this.refuse({ told: [{ key: "fault.locked" }], own: [], leads: null }, each);
      text = open;
      found = await reading();
    }
    if (turn !== this.turn) return;
    cameIn();
    const { context } = this.host;
    const partName = (part: string): string => context.say(`part.${part as "values"}`);
    const outcome = "locked" in found ? null : broughtBack(found, text, each.isFile, context.page, context.state.answers, partName, answerWords(context));
    if (outcome === null) return this.refuse({ told: [{ key: "fault.damaged" }], own: [], leads: null }, each);
    if ("told" in outcome) return this.refuse(outcome, each);
    this.texts.clear();
    this.weigh({ ...outcome, kind: "opened" });
  }

  tell(...lines: string[]): void {
    this.problem.append(...lines.map((text) => make("p", {}, text)));
    this.problem.scrollIntoView({ block: "nearest" });
  }

  /** Say what could not be done; what is on the page stays as it is. */
  fail(...lines: string[]): void {
    this.turn += 1;
    this.clearShown();
    this.tell(...lines);
  }

  private arrivals(): TextWays {
    const { say } = this;
    return new TextWays(this.dialog, {
      take: (incoming) => void this.take(incoming),
      empty: () => this.fail(say("code.empty")),
      warn: (text) => this.fail(text),
      clear: () => {
        this.pictures.stop();
        this.texts.clear();
      },
      stop: () => this.pictures.stop(),
      pictures: (files, others) => {
        if (!this.dialog.open) return;
        if (files.length + others.length > 1) this.fail(say("fault.several"));
        else void this.pictures.take(files, others);
      },
    }, say);
  }

  /** The words of this aid are here; those of others are not. */
  private readonly library: Library = {
    wordsOf: (id) => {
      const { aid } = this.host.words;
      return Promise.resolve({ words: aid.id === id ? aid : null, missing: "unknown_aid" });
    },
    versionOf: (id, hash) => {
      const { words: { aid, tokens }, back: { earlier } } = this.host;
      return Promise.resolve([tokens ?? aid, ...earlier].find((each) => each.id === id && each.source_sha256 === hash) ?? null);
    },
  };

  private refuse({ told, own, leads }: Refused, { way }: Incoming): void {
    const { say } = this;
    this.tell(say("fault.file", { way }), ...told.map(({ key, values }) => say(key, values)));
    if (own.length > 0) this.problem.append(make("p", {}, say("fault.own")), make("ul", {}, ...own.map((text) => make("li", { dir: "auto" }, text))));
    const href = leads && this.addressOf(leads);
    if (!href) return;
    const link = make("a", { href }, say(leads));
    // Within the page: the window would stand before it.
    link.addEventListener("click", () => this.dialog.close());
    this.problem.append(make("p", {}, link));
  }

  private addressOf(leads: NonNullable<Refused["leads"]>): string {
    if (leads === "fault.helper.link") return "#as-helper";
    const { site } = this.host;
    return site && `${site}${leads === "fault.plan.link" ? "plan/" : ""}index.html`;
  }

  /** With nothing on the page there is nothing to choose. */
  private weigh(other: Waiting): void {
    const { context } = this.host;
    const { state } = context;
    if (!hasOwn(state.answers)) return this.use(other);
    const here = asInRecord(state.answers, context.page);
    const differences = answerWords(context).differing(here, asInRecord(other.state.answers, context.page));
    if (differences.length === 0 && isSame([...state.keptBack].sort(), [...other.state.keptBack].sort())) {
      this.setAside(null);
      return this.show(this.say("same.title"), make("p", {}, this.say("same")), ...this.goOn());
    }
    const { say } = this;
    const leave = (): void => {
      this.setAside(other);
      this.show(say("left.title"), make("p", {}, say("left")), ...this.goOn());
    };
    const cancel = (): void => {
      // What was on the page before is nowhere else.
      this.setAside(other.kind === "before" ? other : null);
      this.dialog.close();
    };
    this.show(say("choose.title"), ...choiceElements(say, differences, other, this.notesOf(other), { useHere: leave, useOther: () => this.use(other), cancel, save: this.host.save }));
  }

  /** What is on the page gives way, and can be had again. */
  private use({ before: asked, kind, state, notes }: Waiting): void {
    const { context, change } = this.host;
    const { state: before } = context;
    const { answers, keptBack, saved, isHandedOver } = before;
    const left: Waiting = { kind: "before", state: { answers, keptBack, saved, isHandedOver }, updated: "", isFromPaper: false, notes: [], before: this.before };
    this.before = asked;
    this.setAside(hasOwn(answers) ? left : null);
    change(state);
    this.leaveAddress();
    const { say } = this;
    const answer = (words: string): string => say("done.before_line", { answer: words });
    sayBefore(context.form, asked, answer);
    new SaidBefore(context).note(asked);
    const lines: HTMLElement[] = this.notesOf({ notes }).map((text) => make("p", {}, text));
    if (asked.length > 0) {
      const each = asked.map((said) => make("li", {}, make("strong", {}, said.question), make("br"), answer(said.answer)));
      lines.push(make("ul", { class: "back-before" }, ...each));
    }
    this.show(say("done.title"), make("p", {}, say(kind === "before" ? "done.before" : "done.here")), ...lines, ...this.goOn());
  }

  private notesOf({ notes }: Pick<Waiting, "notes">): string[] {
    return notes.map(({ key, values }) => this.say(key, values));
  }

  private goOn(): HTMLElement[] {
    const { say } = this;
    const again = button(say("again"), { class: "button secondary", "data-back-again": "" }, () => {
      this.showWays();
      this.title.focus();
    });
    const done = make("p", { class: "way-do" }, again, " ", button(say("close"), { class: "button", "data-back-done": "" }, () => this.dialog.close()));
    return this.waiting ? [...this.otherElements(), done] : [done];
  }

  private otherElements(): HTMLElement[] {
    const show = button(this.say("other.show"), { class: "button secondary", "data-back-other": "" }, () => {
      if (this.waiting) this.weigh(this.waiting);
    });
    return [make("p", {}, this.say("other")), make("p", { class: "way-do" }, show)];
  }

  private showOther(): void {
    this.outcome.replaceChildren(...this.otherElements());
  }

  /** What came of it, in the place of the ways in. */
  private show(title: string, ...inside: HTMLElement[]): void {
    this.clearShown();
    this.ways.hidden = true;
    const heading = make("h3", { tabindex: "-1" }, title);
    this.outcome.replaceChildren(heading, ...inside);
    focusOn(heading);
    heading.scrollIntoView({ block: "nearest" });
  }

  private showWays(): void {
    this.clearShown();
    this.ways.hidden = false;
  }

  private clearShown(): void {
    this.passphrase.close();
    this.problem.replaceChildren();
    this.outcome.replaceChildren();
    this.ways.hidden = false;
  }

  /** Nothing that was typed is left in the page, no camera on, and nothing on its way is opened. */
  private shut(): void {
    this.turn += 1;
    this.pictures.stop();
    this.texts.clear();
    this.clearShown();
    this.leaveAddress();
  }

  /** A page that is loaded again does not open the window once more; one that went while a file was chosen does. */
  private leaveAddress(): void {
    if (location.hash === BACK_ADDRESS) history.replaceState(null, "", `#${this.host.context.step}`);
  }

  /** Only while something stands nowhere else: a page with such a question is one that browsers do not keep. */
  private setAside(other: Waiting | null): void {
    this.waiting = other;
    const isUnsaved = other !== null && !other.state.isHandedOver;
    window[isUnsaved ? "addEventListener" : "removeEventListener"]("beforeunload", this.askBeforeLeaving);
  }

  /** What was on the page and stands nowhere else would be gone. */
  private readonly askBeforeLeaving = (event: Event): void => event.preventDefault();
}
