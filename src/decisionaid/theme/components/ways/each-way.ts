/** The ways behind the fold, each with a line on what it protects and what not, and what it does. */
import type { Say } from "../../scripts/handover/messages.ts";
import { copied } from "../../scripts/page/copy.ts";
import { button, make } from "../../scripts/page/dom.ts";
import { isShared } from "../../scripts/page/shared.ts";
import type { Carried, Sealer } from "../../scripts/patient/carried.ts";
import { offer } from "../../scripts/page/downloads.ts";
import { isSandboxed } from "../../scripts/page/sandboxed.ts";
import type { Record } from "../../scripts/record/record-types.ts";
import type { MadeFile, MadeFiles } from "../../scripts/patient/made-files.ts";
import { addressed } from "./addressed.ts";
import { squareCode } from "./square-code.ts";
import { Toggled } from "./toggled.ts";

/** Characters of the code to type that stand together. */
const GROUP = 4;

interface Given {
  readonly record: Record;
  readonly passphrase: string;
}

interface Told {
  announce(text: string): void;
  /** Called when somebody else may have it now, but nothing that stays. */
  shown(): void;
  /** Called when it stands somewhere else too. */
  handedOver(): void;
}

export class EachWay {
  readonly root = make("div", { class: "ways" });
  private readonly say: Say<"ways">;
  private readonly sealer: Sealer;
  private readonly files: MadeFiles;
  private readonly told: Told;
  private readonly message = make("p", { class: "way-message" });
  private readonly screen: Toggled;
  private readonly code: Toggled;
  private readonly long = make("p", { class: "hint" });
  private readonly codeLine = make("p", { class: "hint" });
  private readonly linkLine = make("p", { class: "hint" });
  private readonly fileLine = make("p", { class: "hint" });
  private readonly linkCopy: HTMLButtonElement;
  private carried: Carried | null = null;
  /** What was handed over last, while the message about it stands. */
  private given: Given | null = null;
  /** Addresses of files that were offered. */
  private offered: string[] = [];

  constructor(say: Say<"ways">, sealer: Sealer, files: MadeFiles, told: Told) {
    this.say = say;
    this.sealer = sealer;
    this.files = files;
    this.told = told;
    const shown = (): void => told.shown();
    this.screen = new Toggled({ show: say("screen.show"), hide: say("screen.hide") }, { "data-show-code": "" }, shown);
    this.code = new Toggled({ show: say("code.show"), hide: say("code.hide") }, { "data-show-token": "" }, shown);
    this.linkCopy = this.does("link.copy", "data-copy-link", (press) => this.copy(press, (this.carried?.locked ?? this.carried)?.link ?? ""));
    this.root.append(...this.sections());
  }

  /** Null: nothing can be handed over that needs a code, or it is being made. */
  put(carried: Carried | null): void {
    const { page } = this.sealer;
    this.carried = carried;
    const picture = carried?.token ? squareCode(carried.link || carried.token, this.say("screen.label")) : null;
    const use = page ? this.say("screen.use", { address: page }) : this.say("screen.use_alone");
    this.screen.put(...(picture ? [make("figure", { class: "code-on-screen" }, picture, make("figcaption", {}, ...addressed(use)))] : []));
    this.long.textContent = carried?.token && !picture ? this.say(isShared() ? "no_code_shared" : page ? "long" : "long_alone") : "";
    this.code.put(...(carried?.token ? this.codeElements(carried.token) : []));
    // Whoever is to type it wants to know how much that is before it is on the screen.
    this.codeLine.textContent = [this.say("code.line"), carried?.token && this.say("code.length", { n: carried.token.length })].filter(Boolean).join(" ");
    this.linkCopy.disabled = !carried?.link;
    this.linkLine.textContent = this.say(!page ? "link.alone" : carried?.locked ? "link.locked" : "link.line");
    this.linkCopy.hidden = !page;
    this.fileLine.textContent = this.say(carried?.locked ? "save.locked" : "save.line");
    if (carried) this.outdate(carried.record);
  }

  /** What was said of something that is not what would be handed over now must not seem to be about that. */
  private outdate(record: Record): void {
    const { given } = this;
    if (given === null || (given.record === record && given.passphrase === this.sealer.passphrase)) return;
    this.given = null;
    this.message.textContent = this.say("outdated");
    this.told.announce(this.say("outdated"));
  }

  /** Let go of files that were offered, and of what is shown. */
  forget(): void {
    for (const address of this.offered) URL.revokeObjectURL(address);
    this.offered = [];
    this.given = null;
    this.message.remove();
    for (const each of this.root.querySelectorAll("textarea")) each.remove();
    this.put(null);
  }

  private sections(): HTMLElement[] {
    const { say } = this;
    const line = (text: string): HTMLElement => make("p", { class: "hint" }, text);
    const text = [
      this.does("text.copy", "data-copy-text", (press) => this.copy(press, this.plain().text)),
      this.does("text.save", "data-save-text", (press) => void this.save(press, () => this.plain())),
    ];
    const screen = section(say("screen.title"), [line(say("screen.line")), this.long], [this.screen.opener], this.screen.root);
    // A file or a copied text would stay on a device that others use.
    if (isShared()) return [screen];
    const sections = [
      screen,
      section(say("link.title"), [this.linkLine], [this.linkCopy]),
      section(say("code.title"), [this.codeLine], [this.code.opener], this.code.root),
      section(say("save.title"), [this.fileLine], [this.does("save.do", "data-save-file", (press) => void this.save(press, () => this.file()))]),
      section(say("text.title"), [line(say("text.line"))], text),
    ];
    if (typeof navigator.share === "function") {
      const send = this.does("send.do", "data-send", (press) => void this.send(press));
      sections.push(section(say("send.title"), [line(say("send.line"))], [send]));
    }
    return sections;
  }

  private does(key: "link.copy" | "text.copy" | "text.save" | "save.do" | "send.do", mark: string, press: (button: HTMLButtonElement) => void): HTMLButtonElement {
    const made = button(this.say(key), { class: "button secondary", [mark]: "" }, ({ detail }) => {
      // Some people press everything twice.
      if (detail < 2) press(made);
    });
    return made;
  }

  /** Said behind what was pressed, and aloud. */
  private tell(text: string, pressed: HTMLElement, given: Given | null = null): void {
    this.given = given;
    this.message.textContent = text;
    pressed.closest(".way")?.append(this.message);
    this.told.announce(text);
  }

  private now(): Given {
    return { record: this.sealer.record(), passphrase: this.sealer.passphrase };
  }

  private plain(): MadeFile {
    return this.files.plain(this.sealer.record(), this.carried);
  }

  /** Under the passphrase, where there is one: then never without it. */
  private async file(): Promise<MadeFile> {
    if (!this.sealer.passphrase) return this.files.open(this.sealer.record());
    const { record, locked } = await this.sealer.carried();
    if (locked === null) throw new Error("not locked");
    return this.files.locked(record, locked.file);
  }

  /** Save the file of what would be handed over now; what to say of it. */
  async saved(made: () => MadeFile | Promise<MadeFile> = () => this.file()): Promise<string> {
    try {
      const { name, text, type } = await made();
      this.offered.push(offer(name, text, type));
      if (isSandboxed()) return this.say("file.unsure", { name });
      this.told.handedOver();
      return this.say("file.saved", { name });
    } catch {
      return this.say("file.failed");
    }
  }

  private async save(pressed: HTMLElement, made: () => MadeFile | Promise<MadeFile>): Promise<void> {
    const given = this.now();
    const text = await this.saved(made);
    this.tell(text, pressed, text === this.say("file.failed") ? null : given);
  }

  private copy(pressed: HTMLElement, text: string): void {
    if (!text) return;
    const given = this.now();
    void copied(text, pressed.closest("p") ?? pressed, pressed.textContent ?? "").then((isCopied) => {
      if (isCopied) this.told.shown();
      this.tell(this.say(isCopied ? "copied" : "copied.not"), pressed, given);
    });
  }

  /** The file where the device takes files, else the words. */
  private async send(pressed: HTMLElement): Promise<void> {
    try {
      const given = this.now();
      const { name, text, type } = await this.file();
      const files = [new File([text], name, { type })];
      const isLocked = this.sealer.passphrase !== "";
      const canFile = navigator.canShare?.({ files }) ?? false;
      // What is locked does not go out in words because a device takes no files.
      if (!canFile && isLocked) return this.tell(this.say("send.failed"), pressed);
      await navigator.share(canFile ? { files } : { text: this.plain().text });
      this.told.handedOver();
      this.tell(this.say("send.done"), pressed, given);
    } catch {
      this.tell(this.say("send.failed"), pressed);
    }
  }

  private codeElements(token: string): HTMLElement[] {
    const { page } = this.sealer;
    const groups = token.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
    const written = make("p", { class: "token", dir: "ltr", translate: "no" });
    written.append(...groups.flatMap((group) => [make("span", {}, group), " "]));
    const copy = button(this.say("code.copy"), { class: "button secondary", "data-copy-token": "" }, () => this.copy(copy, token));
    return [
      make("p", {}, ...addressed(page ? this.say("code.use", { address: page }) : this.say("code.use_alone"))),
      written,
      make("p", {}, copy),
    ];
  }
}

function section(title: string, lines: readonly HTMLElement[], does: readonly HTMLElement[], ...more: readonly HTMLElement[]): HTMLElement {
  return make("section", { class: "way" }, make("h3", {}, title), ...lines, make("p", { class: "way-do" }, ...does), ...more);
}
