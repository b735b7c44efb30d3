/** All ways in but pictures: files, drops, what is pasted, links, codes that are typed or scanned. */
import type { Say } from "../handover/messages.ts";
import { all, one } from "../page/dom.ts";
import { acceptDrops, brought, copied, FIELD, PICTURE, type Brought } from "./brought.ts";
import type { Desk } from "./desk.ts";
import type { Examples, FromMore, Later, Pictures } from "./more.ts";
import { Scanner } from "./scanner.ts";
import { byFile, byFolder, byWay, MOST_TEXT, type WayName } from "./way.ts";

/** A fragment of an address that may be a token, of tomorrow's too; any other is a place on the page. */
const MAY_BE_TOKEN = /^#(%3)?[1-9]/;
/** Signs of the shortest code. */
const SHORTEST = 40;

export class WaysIn {
  private readonly root: HTMLElement;
  private readonly desk: Desk;
  private readonly more: Later<FromMore>;
  private readonly panel: HTMLElement;
  private pictures: Pictures | null = null;
  private examples: Examples | null = null;
  private readonly say: Say<"clinician">;
  private readonly input: HTMLInputElement | null;
  private readonly code: HTMLInputElement | null;
  /** Counts what was asked for and what was closed: what comes late to an earlier one does nothing. */
  private turn = 0;

  constructor(root: HTMLElement, panel: HTMLElement, desk: Desk, more: Later<FromMore>, say: Say<"clinician">) {
    this.root = root;
    this.desk = desk;
    this.panel = panel;
    this.more = more;
    this.say = say;
    this.input = one<HTMLInputElement>("#record-file", root);
    this.code = one<HTMLInputElement>("#code", root);
  }

  start(): void {
    const { input, code } = this;
    input?.addEventListener("change", () => {
      this.files([...(input.files ?? [])]);
      // Free again, so that choosing the same file once more is a change.
      input.value = "";
    });
    one("[data-code]", this.root)?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.text("code", code?.value ?? "");
    });
    new Scanner(code, (text, hasEnd) => void this.scanned(text, hasEnd));
    this.morePress();
    document.addEventListener("paste", (event) => this.paste(event));
    this.pasteButton();
    acceptDrops(all("[data-drop]", this.root), (found) => this.dropped(found));
    this.openAnother();
    window.addEventListener("hashchange", () => this.link());
    this.link();
    // What reads all of it is on its way before somebody has chosen.
    for (const sign of ["focusin", "dragenter", "keydown"]) window.addEventListener(sign, () => void this.more.fetched(), { once: true });
  }

  /** What is done by parts that are fetched first. */
  private morePress(): void {
    const picture = one<HTMLInputElement>("#picture", this.root);
    picture?.addEventListener("change", () => {
      this.files([...(picture.files ?? [])]);
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
    if (hasEnd || ((await this.more.fetched())?.hasCode(text) && turn === this.turn)) this.text("scanned", text);
  }

  /** Nothing that was typed is left in the page, no camera on, and nothing on its way is opened. */
  clear(): void {
    this.stop();
    this.examples?.close();
    if (this.code) this.code.value = "";
    if (this.input) this.input.value = "";
  }

  /** No camera on, and nothing on its way is opened. */
  stop(): void {
    this.turn += 1;
    this.pictures?.stop();
  }

  /** Whether nobody's code is typed, and no camera on. */
  get isEmpty(): boolean {
    return !this.code?.value && one("video", this.panel) === null;
  }

  focus(): void {
    this.input?.focus();
    window.scrollTo(0, 0);
  }

  /** A link that ends in a token: taken out of the address at once, where it would stay in view and in the history. */
  private link(): void {
    const { hash, pathname, search } = location;
    if (!MAY_BE_TOKEN.test(hash)) return;
    history.replaceState(null, "", pathname + search);
    this.text("link", unescaped(hash.slice(1, MOST_TEXT)));
  }

  private text(name: WayName, text: string): void {
    if (text.trim() === "") return this.desk.fail(this.say("code.empty"));
    this.clear();
    this.shut();
    void this.desk.take([byWay(name, text.slice(0, MOST_TEXT + 1), this.say)]);
  }

  private files(files: readonly File[], folders: readonly string[] = []): void {
    if (files.length + folders.length === 0) return;
    // An earlier picture that is still being read is not opened after these.
    this.stop();
    this.shut();
    const [pictures, others] = [files.filter(({ type }) => PICTURE.test(type)), files.filter(({ type }) => !PICTURE.test(type))];
    const incoming = [...others.map((file) => byFile(file, this.say)), ...folders.map((name) => byFolder(name, this.say))];
    if (pictures.length > 0) void this.withPictures((reader) => reader.take(pictures, incoming));
    else void this.desk.take(incoming);
  }

  private dropped({ files, folders, text }: Brought): void {
    if (files.length + folders.length > 0) this.files(files, folders);
    else if (text.trim() !== "") this.text("dropped", text);
    else this.desk.warn(this.say("drop.nothing"));
  }

  /** Pasted anywhere but into a field that is for something else. */
  private paste(event: ClipboardEvent): void {
    const { clipboardData, target } = event;
    const isField = target !== this.code && target instanceof Element && target.matches(FIELD);
    if (!clipboardData || isField) return;
    const { files, folders, text } = brought(clipboardData);
    // Part of a code that somebody puts together in its field stays there.
    const isPart = target === this.code && (text.length < SHORTEST || this.code?.value !== "");
    const isFile = files.length + folders.length > 0;
    if (!isFile && (text === "" || isPart)) return;
    event.preventDefault();
    if (isFile) this.files(files, folders);
    else this.text("pasted", text);
  }

  private pasteButton(): void {
    const press = one("[data-paste]", this.root);
    // No page may read the clipboard where it did not come over a safe connection.
    if (press && !navigator.clipboard?.read) press.hidden = true;
    press?.addEventListener("click", () => {
      this.clipboard().catch(() => this.desk.warn(this.say("paste.refused")));
    });
  }

  private async clipboard(): Promise<void> {
    const turn = (this.turn += 1);
    const found = await copied(this.say("way.pasted"));
    // Somebody may have closed all while the browser asked whether this page may read it.
    if (turn !== this.turn) return;
    if (found === null) this.desk.fail(this.say("code.empty"));
    else if (typeof found === "string") this.text("pasted", found);
    else this.files([found]);
  }

  /** With a sheet below it the ways in are folded up. */
  private openAnother(): void {
    const press = one("[data-another]", this.root);
    press?.addEventListener("click", () => {
      const isOpen = document.documentElement.classList.toggle("ways-open");
      press.setAttribute("aria-expanded", `${isOpen}`);
      if (isOpen) this.input?.focus();
    });
  }

  private shut(): void {
    document.documentElement.classList.remove("ways-open");
    one("[data-another]", this.root)?.setAttribute("aria-expanded", "false");
  }
}

/** Mail programs escape signs that need no escape. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
