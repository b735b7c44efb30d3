/** The ways to hand over what was said: what to share, what the clinician will see, paper, and all others behind a fold. */
import { messagesOf, type Say } from "../../scripts/handover/messages.ts";
import { adopt } from "../../scripts/page/adopted-style.ts";
import { make, one } from "../../scripts/page/dom.ts";
import { printPage } from "../../scripts/page/print.ts";
import { isSandboxed } from "../../scripts/page/sandboxed.ts";
import { isShared } from "../../scripts/page/shared.ts";
import { Sealer, type Carried } from "../../scripts/patient/carried.ts";
import type { Ways, WaysHost } from "../../scripts/patient/from-ways.ts";
import { MadeFiles } from "../../scripts/patient/made-files.ts";
import { leftOut } from "../../scripts/patient/left-out.ts";
import type { State } from "../../scripts/patient/store.ts";
import { canLock } from "../../scripts/record/passphrase.ts";
import type { Record } from "../../scripts/record/record-types.ts";
import { addressed } from "./addressed.ts";
import { BackOpener } from "./back-opener.ts";
import { EachWay } from "./each-way.ts";
import { Lock } from "./lock.ts";
import { OwnCopyOffer } from "./own-copy-offer.ts";
import { Preview } from "./preview.ts";
import { ShareChoice } from "./share-choice.ts";
import { squareCode } from "./square-code.ts";

/** Set by the bundler: the style of what is made here, which no page needs before. */
declare const WAYS_STYLE: string;

export class HandOverWays implements Ways {
  private readonly host: WaysHost;
  private readonly say: Say<"ways">;
  private readonly sealer: Sealer;
  private readonly share: ShareChoice;
  private readonly preview: Preview;
  private readonly each: EachWay;
  private readonly lock: Lock;
  private readonly own: OwnCopyOffer;
  private readonly back: BackOpener;
  private readonly paper = make("figure", { class: "paper-code paper-only" });
  private readonly paperLine = make("p", { class: "hint", hidden: "" });
  private readonly notPrinted = make("p", { class: "way-message" });
  private readonly notMade = make("p", { class: "hint ways-none" });
  /** The record that is shown, or being made ready to be shown. */
  private shown: Record | null = null;
  /** The answers that it was made from. */
  private answers: State["answers"] | null = null;
  private making: Promise<void> = Promise.resolve();

  constructor(host: WaysHost) {
    this.host = host;
    const { context, words } = host;
    const say = (this.say = messagesOf<"ways">(words.messages.ways));
    adopt(WAYS_STYLE);
    this.notPrinted.append(say("print_not"));
    this.sealer = new Sealer(context, words.tokens ?? words.aid);
    const files = new MadeFiles(context, say, this.sealer.page);
    this.share = new ShareChoice(context, say, (keptBack) => host.change({ keptBack, isHandedOver: false }));
    this.preview = new Preview(words, say, () => this.sealer.record(), (record) => files.nameOf(record));
    this.each = new EachWay(say, this.sealer, files, {
      announce: (text) => context.announce(text),
      shown: () => host.change({ saved: this.sealer.saved() }),
      handedOver: () => host.change({ saved: this.sealer.saved(), isHandedOver: this.isWhole }),
    });
    this.lock = new Lock(say, (text) => context.announce(text), (passphrase) => this.seal(passphrase), this.sealer.page !== "");
    // Where many use a page, no file is left on it.
    this.own = new OwnCopyOffer(context, say, this.sealer, () => host.change({ isHandedOver: true }));
    const save = { do: () => (this.own.holds ? this.own.save() : this.each.saved()), line: () => this.own.holds };
    this.back = new BackOpener(host, say, isShared() ? null : save);
    this.layOut();
    this.each.put(null);
  }

  refresh(): void {
    const { context, root } = this.host;
    const hasAnswers = context.state.answers.size > 0;
    const isSeen = context.isPrinting || root.closest("[data-current]") !== null;
    if (!hasAnswers) this.paperLine.hidden = true;
    // In a step that nobody sees no code of earlier answers waits either.
    if (!hasAnswers || (!isSeen && this.answers !== context.state.answers)) this.show(null);
    if (!isSeen) return;
    this.share.refresh();
    this.own.refresh();
    this.preview.opener.disabled = !hasAnswers;
    const record = hasAnswers ? this.sealer.record() : null;
    if (record !== null && record !== this.shown) this.make(record);
  }

  async isReadyForPaper(): Promise<void> {
    this.refresh();
    await this.making;
  }

  onPaper(): Partial<State> {
    return this.paper.hasChildNodes() ? { saved: this.sealer.saved() } : {};
  }

  print(): void {
    this.notPrinted.remove();
    printPage(
      () => {
        this.host.root.prepend(this.notPrinted);
        this.host.context.announce(this.say("print_not"));
        // Where it can never begin, the mark would change what is printed in another way.
        if (isSandboxed()) delete document.documentElement.dataset["print"];
      },
      () => this.notPrinted.remove(),
    );
  }

  /** Whether what was said stands somewhere else, once it is handed over: what is not shared may stand in a copy already. */
  private get isWhole(): boolean {
    const { context } = this.host;
    return context.state.isHandedOver || leftOut(context).length === 0;
  }

  forget(): void {
    this.sealer.forget();
    this.notPrinted.remove();
    this.preview.forget();
    this.each.forget();
    this.back.forget();
    this.show(null);
    this.lock.forget();
    this.own.forget();
  }

  private layOut(): void {
    const { host: { root }, say } = this;
    const print = one("[data-print-summary]");
    print?.after(" ", this.preview.opener);
    const more = make("details", { class: "more", "data-more-ways": "" }, make("summary", {}, say("more")), this.notMade, this.each.root);
    // Where a page is not served safely, a browser encrypts nothing; where many use it, only a code is shown.
    if (canLock() && !isShared()) more.append(this.lock.root);
    this.paperLine.textContent = say("paper.line");
    root.append(this.paperLine, this.share.root, more, ...(isShared() ? [] : [this.own.root]), this.back.root, this.preview.root);
    this.back.follow();
  }

  /** Nothing of an earlier state stays while that of now is made. */
  private make(record: Record): void {
    this.show(null);
    this.shown = record;
    this.answers = this.host.context.state.answers;
    const shown = (carried: Carried): void => {
      if (this.shown === record) this.show(carried);
    };
    // Under a passphrase it may fail: then nothing goes out, rather than what is open.
    this.making = this.sealer.carried().then(shown, () => {
      this.notMade.textContent = this.say("file.failed");
    });
  }

  /** At the head of what is printed, wherever that was written last. */
  private putOnPaper(...code: readonly Node[]): void {
    this.paper.replaceChildren(...code);
    const summary = one("[data-module=summary]");
    if (summary?.firstChild !== this.paper) summary?.prepend(this.paper);
  }

  private show(carried: Carried | null): void {
    this.shown = carried?.record ?? null;
    this.notMade.textContent = carried?.token === "" ? this.say(isShared() ? "no_code_shared" : "no_code") : "";
    this.each.put(carried);
    const { page } = this.sealer;
    const picture = carried?.token ? squareCode(carried.link || carried.token, this.say("paper.label")) : null;
    const caption = page ? this.say("paper.caption", { address: page }) : this.say("paper.caption_alone");
    if (carried) this.paperLine.hidden = picture === null;
    this.putOnPaper(...(picture ? [picture, make("figcaption", {}, ...addressed(caption))] : []));
  }

  private async seal(passphrase: string): Promise<boolean> {
    this.sealer.passphrase = passphrase;
    try {
      const carried = await this.sealer.carried();
      // What was cleared or changed meanwhile is not shown again.
      if (this.sealer.passphrase === passphrase && carried.record === this.sealer.record()) this.show(carried);
      return true;
    } catch {
      if (this.sealer.passphrase !== passphrase) return false;
      this.sealer.passphrase = "";
      this.refresh();
      return false;
    }
  }
}
