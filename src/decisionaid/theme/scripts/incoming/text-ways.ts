/** The ways in that every page that opens files has: files, drops, what is pasted, links, codes that are typed. */
import { all, one, onSent } from "../page/dom.ts";
import { acceptDrops, type Brought, brought, copied, FIELD, PICTURE } from "./brought.ts";
import type { SayIncoming } from "./read-types.ts";
import { byFile, byFolder, byWay, type Incoming, MOST_TEXT, type WayName } from "./way.ts";

/** A fragment of an address that may be a token, of tomorrow's too; any other is a place on the page. */
const MAY_BE_TOKEN = /^#(%3)?[1-9]/;
/** Signs of the shortest code. */
const SHORTEST = 40;

/** What a page does with what comes in. */
export interface Arrivals {
  take(incoming: readonly Incoming[]): void;
  /** There was nothing in it. */
  empty(): void;
  /** Say what could not be done; what is open stays as it is. */
  warn(text: string): void;
  /** Something comes as a text, and not out of its field: nothing that was typed is left, and nothing on its way is opened. */
  clear(): void;
  /** Something comes as a file, or out of the field for codes: nothing on its way is opened. */
  stop(): void;
  /** Pictures of codes, and what was chosen with them; a page that reads none has not this. */
  pictures?(files: readonly File[], others: readonly Incoming[]): void;
}

export class TextWays {
  readonly input: HTMLInputElement | null;
  readonly code: HTMLInputElement | null;
  private readonly root: HTMLElement;
  private readonly arrivals: Arrivals;
  private readonly say: SayIncoming;
  /** Counts what was asked of the clipboard, and what was closed. */
  private turn = 0;
  /** What stood in the field for codes when it was opened last. */
  private tried: string | undefined;

  constructor(root: HTMLElement, arrivals: Arrivals, say: SayIncoming) {
    this.root = root;
    this.arrivals = arrivals;
    this.say = say;
    this.input = one<HTMLInputElement>("#record-file", root);
    this.code = one<HTMLInputElement>("#code", root);
  }

  /** `hasLinks`: a link leads to this page with a code at its end. */
  start(hasLinks = true): void {
    const { input, code } = this;
    input?.addEventListener("change", () => {
      this.files([...(input.files ?? [])]);
      // Free again, so that choosing the same file once more is a change.
      input.value = "";
    });
    onSent(one("[data-code]", this.root), () => this.text("code", code?.value ?? "", true));
    document.addEventListener("paste", (event) => this.paste(event));
    this.pasteButton();
    acceptDrops(all("[data-drop]", this.root), (found) => this.dropped(found));
    if (!hasLinks) return;
    window.addEventListener("hashchange", () => this.link());
    this.link();
  }

  /** Nothing that was typed is left in the page. */
  clear(): void {
    this.stop();
    if (this.code) this.code.value = "";
    if (this.input) this.input.value = "";
  }

  /** Nothing that was asked for is opened. */
  stop(): void {
    this.turn += 1;
  }

  /** A link that ends in a token: taken out of the address at once, where it would stay in view and in the history. */
  private link(): void {
    const { hash, pathname, search } = location;
    if (!MAY_BE_TOKEN.test(hash)) return;
    history.replaceState(null, "", pathname + search);
    this.text("link", unescaped(hash.slice(1, MOST_TEXT)));
  }

  /** `isTyped`: out of the field for codes, where it stays until it is opened: what is refused can be mended. */
  text(name: WayName, text: string, isTyped = false): void {
    if (text.trim() === "") return this.arrivals.empty();
    this.arrivals[isTyped ? "stop" : "clear"]();
    this.tried = this.code?.value;
    this.arrivals.take([byWay(name, text.slice(0, MOST_TEXT + 1), this.say)]);
  }

  files(files: readonly File[], folders: readonly string[] = []): void {
    if (files.length + folders.length === 0) return;
    this.arrivals.stop();
    const reads = this.arrivals.pictures !== undefined;
    const [pictures, others] = [files.filter(({ type }) => reads && PICTURE.test(type)), files.filter(({ type }) => !reads || !PICTURE.test(type))];
    const incoming = [...others.map((file) => byFile(file, this.say)), ...folders.map((name) => byFolder(name, this.say))];
    if (pictures.length > 0) this.arrivals.pictures?.(pictures, incoming);
    else this.arrivals.take(incoming);
  }

  private dropped({ files, folders, text }: Brought): void {
    if (files.length + folders.length > 0) this.files(files, folders);
    else if (text.trim() !== "") this.text("dropped", text);
    else this.arrivals.warn(this.say("drop.nothing"));
  }

  /** Pasted anywhere but into a field that is for something else. */
  private paste(event: ClipboardEvent): void {
    const { clipboardData, target } = event;
    const { code, tried } = this;
    const isTyped = target === code;
    const isField = !isTyped && target instanceof Element && target.matches(FIELD);
    if (!clipboardData || isField) return;
    const { files, folders, text } = brought(clipboardData);
    // Part of a code that somebody puts together in its field stays there; in the place of what was refused comes another.
    const isPart = isTyped && (text.length < SHORTEST || (code?.value && code.value !== tried));
    const isFile = files.length + folders.length > 0;
    if (!isFile && (text === "" || isPart)) return;
    event.preventDefault();
    if (isFile) return this.files(files, folders);
    if (code && isTyped) code.value = text.slice(0, code.maxLength);
    this.text("pasted", text, isTyped);
  }

  private pasteButton(): void {
    const press = one("[data-paste]", this.root);
    // No page may read the clipboard where it did not come over a safe connection.
    if (press && !navigator.clipboard?.read) press.hidden = true;
    press?.addEventListener("click", () => {
      this.clipboard().catch(() => this.arrivals.warn(this.say("paste.refused")));
    });
  }

  private async clipboard(): Promise<void> {
    const turn = (this.turn += 1);
    const found = await copied(this.say("way.pasted"), this.arrivals.pictures !== undefined);
    // Somebody may have closed all while the browser asked whether this page may read it.
    if (turn !== this.turn) return;
    if (found === null) this.arrivals.empty();
    else if (typeof found === "string") this.text("pasted", found);
    else this.files([found]);
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
