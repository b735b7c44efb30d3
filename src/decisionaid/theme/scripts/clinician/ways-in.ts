/** All ways in but pictures: files, drops, what is pasted, links, codes that are typed or scanned. */
import type { Say } from "../handover/messages.ts";
import { all, announce, one } from "../page/dom.ts";
import { tokenInText } from "../record/token.ts";
import type { Desk } from "./desk.ts";
import type { Pictures } from "./pictures.ts";
import { Scanner } from "./scanner.ts";
import { byFile, byWay, MOST_TEXT, type WayName } from "./way.ts";

/** A fragment of an address that may be a token; any other is a place on the page. */
const MAY_BE_TOKEN = /^#[12]/;
const PICTURE = /^image\//;

export class WaysIn {
  private readonly root: HTMLElement;
  private readonly desk: Desk;
  private readonly pictures: Pictures;
  private readonly say: Say<"clinician">;
  private readonly input: HTMLInputElement | null;
  private readonly code: HTMLInputElement | null;

  constructor(root: HTMLElement, desk: Desk, pictures: Pictures, say: Say<"clinician">) {
    this.root = root;
    this.desk = desk;
    this.pictures = pictures;
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
    new Scanner(code, (text) => this.text("scanned", text), (text) => tokenInText(text) !== null);
    document.addEventListener("paste", (event) => this.paste(event));
    this.pasteButton();
    this.acceptDrops();
    this.openAnother();
    window.addEventListener("hashchange", () => this.link());
    this.link();
  }

  /** Nothing that was typed is left in the page. */
  clear(): void {
    if (this.code) this.code.value = "";
    if (this.input) this.input.value = "";
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

  private files(files: readonly File[]): void {
    if (files.length === 0) return;
    this.shut();
    const [pictures, others] = [files.filter(({ type }) => PICTURE.test(type)), files.filter(({ type }) => !PICTURE.test(type))];
    if (pictures.length > 0) void this.pictures.take(pictures, others.map((file) => byFile(file, this.say)));
    else void this.desk.take(others.map((file) => byFile(file, this.say)));
  }

  /** Pasted anywhere but into a field that is for something else. */
  private paste(event: ClipboardEvent): void {
    const { clipboardData, target } = event;
    const isField = target instanceof HTMLInputElement && target !== this.code;
    if (!clipboardData || isField) return;
    const [files, text] = [[...clipboardData.files], clipboardData.getData("text/plain")];
    // Part of a code that somebody puts together in its field stays there.
    if (files.length === 0 && (text === "" || (target === this.code && tokenInText(text) === null && text.length < 400))) return;
    event.preventDefault();
    if (files.length > 0) this.files(files);
    else this.text("pasted", text);
  }

  private pasteButton(): void {
    const press = one("[data-paste]", this.root);
    // No page may read the clipboard where it did not come over a safe connection.
    if (press && !navigator.clipboard?.read) press.hidden = true;
    press?.addEventListener("click", () => {
      this.clipboard().catch(() => announce(this.say("paste.refused")));
    });
  }

  private async clipboard(): Promise<void> {
    for (const item of await navigator.clipboard.read()) {
      const picture = item.types.find((type) => PICTURE.test(type));
      if (picture) return void this.pictures.take([new File([await item.getType(picture)], this.say("way.pasted"), { type: picture })]);
      if (item.types.includes("text/plain")) return this.text("pasted", await (await item.getType("text/plain")).text());
    }
    this.desk.fail(this.say("code.empty"));
  }

  /** A file may be dropped anywhere: one that missed its place would replace the page. */
  private acceptDrops(): void {
    const zones = all("[data-drop]", this.root);
    for (const kind of ["dragenter", "dragover", "dragleave", "drop"] as const) {
      window.addEventListener(kind, (event) => {
        event.preventDefault();
        const isOver = kind === "dragenter" || kind === "dragover";
        for (const each of zones) each.classList.toggle("over", isOver);
        if (kind === "drop") this.files([...(event.dataTransfer?.files ?? [])]);
      });
    }
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
