/** All ways in: those of every page that opens files, a scanner, and what is fetched for pictures and examples. */
import type { Say } from "../handover/messages.ts";
import type { Pictures } from "../incoming/pictures.ts";
import { TextWays } from "../incoming/text-ways.ts";
import type { Incoming } from "../incoming/way.ts";
import { one } from "../page/dom.ts";
import type { Later } from "../page/later-script.ts";
import type { Desk } from "./desk.ts";
import type { Examples, FromMore } from "./more.ts";
import { Scanner } from "./scanner.ts";

export class WaysIn {
  private readonly root: HTMLElement;
  private readonly desk: Desk;
  private readonly more: Later<FromMore>;
  private readonly panel: HTMLElement;
  private pictures: Pictures | null = null;
  private examples: Examples | null = null;
  private readonly say: Say<"clinician">;
  private readonly ways: TextWays;
  /** Counts what was asked for and what was closed: what comes late to an earlier one does nothing. */
  private turn = 0;

  constructor(root: HTMLElement, panel: HTMLElement, desk: Desk, more: Later<FromMore>, say: Say<"clinician">) {
    this.root = root;
    this.desk = desk;
    this.panel = panel;
    this.more = more;
    this.say = say;
    this.ways = new TextWays(root, {
      take: (incoming) => {
        this.shut();
        void this.desk.take(incoming, () => this.ways.clear());
      },
      empty: () => this.desk.fail(this.say("code.empty")),
      warn: (text) => this.desk.warn(text),
      clear: () => this.clear(),
      // An earlier picture that is still being read is not opened after these.
      stop: () => this.stop(),
      pictures: (files, others) => this.pictured(files, others),
    }, say);
  }

  start(): void {
    new Scanner(this.ways.code, (text, hasEnd) => void this.scanned(text, hasEnd));
    this.morePress();
    this.openAnother();
    this.ways.start();
    // What reads all of it is on its way before somebody has chosen.
    for (const sign of ["focusin", "dragenter", "keydown"]) window.addEventListener(sign, () => void this.more.fetched(), { once: true });
  }

  /** What is done by parts that are fetched first. */
  private morePress(): void {
    const picture = one<HTMLInputElement>("#picture", this.root);
    picture?.addEventListener("change", () => {
      this.ways.files([...(picture.files ?? [])]);
      picture.value = "";
    });
    const camera = one("[data-camera]", this.root);
    if (camera && !navigator.mediaDevices?.getUserMedia) camera.hidden = true;
    camera?.addEventListener("click", () => void this.withPictures((pictures) => pictures.watch()));
    one("[data-examples]", this.root)?.addEventListener("click", () => void this.showExamples());
  }

  private async withPictures(work: (pictures: Pictures) => Promise<void>): Promise<void> {
    const turn = (this.turn += 1);
    const more = await this.more.fetched();
    if (turn !== this.turn) return;
    if (more === null) return this.desk.fail(this.say("picture.late"));
    this.examples?.close();
    this.pictures ??= more.pictures(this.panel, this.desk, this.say);
    await work(this.pictures);
  }

  private async showExamples(): Promise<void> {
    const turn = (this.turn += 1);
    const more = await this.more.fetched();
    if (turn !== this.turn) return;
    if (more === null) return this.desk.fail(this.say("practice.missing"));
    this.pictures?.stop();
    this.examples ??= more.examples(this.panel, this.desk, this.say);
    await this.examples.show();
  }

  private async scanned(text: string, hasEnd: boolean): Promise<void> {
    const turn = (this.turn += 1);
    // Without an end it may be anything that was typed fast.
    if (hasEnd || ((await this.more.fetched())?.hasCode(text) && turn === this.turn)) this.ways.text("scanned", text);
  }

  /** Nothing that was typed is left in the page, no camera on, and nothing on its way is opened. */
  clear(): void {
    this.stop();
    this.examples?.close();
    this.ways.clear();
  }

  /** No camera on, and nothing on its way is opened. */
  stop(): void {
    this.turn += 1;
    this.ways.stop();
    this.pictures?.stop();
  }

  /** Whether nobody's code is typed, and no camera on. */
  get isEmpty(): boolean {
    return !this.ways.code?.value && one("video", this.panel) === null;
  }

  focus(): void {
    this.ways.input?.focus();
    window.scrollTo(0, 0);
  }

  private pictured(files: readonly File[], others: readonly Incoming[]): void {
    this.shut();
    void this.withPictures((reader) => reader.take(files, others));
  }

  /** With a sheet below it the ways in are folded up. */
  private openAnother(): void {
    const press = one("[data-another]", this.root);
    press?.addEventListener("click", () => {
      const isOpen = document.documentElement.classList.toggle("ways-open");
      press.setAttribute("aria-expanded", `${isOpen}`);
      if (isOpen) this.ways.input?.focus();
    });
  }

  private shut(): void {
    document.documentElement.classList.remove("ways-open");
    one("[data-another]", this.root)?.setAttribute("aria-expanded", "false");
  }
}
