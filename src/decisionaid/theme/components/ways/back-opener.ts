/** The button that brings answers back: what stands behind it is fetched when it is pressed, or its address is followed. */
import type { Say } from "../../scripts/handover/messages.ts";
import { button, make, one } from "../../scripts/page/dom.ts";
import { fetchLater } from "../../scripts/page/later-script.ts";
import { BACK_ADDRESS, BACK_PICTURES, BACK_SCRIPT, BACK_TEXTS, BACK_WORDS, type Back, type BackHost, type BackWords, type FromBack } from "../../scripts/patient/from-back.ts";
import type { WaysHost } from "../../scripts/patient/from-ways.ts";

export class BackOpener {
  readonly root: HTMLElement;
  private readonly host: WaysHost;
  private readonly say: Say<"ways">;
  private readonly save: BackHost["save"];
  private readonly opener: HTMLButtonElement;
  private readonly message = make("p", { class: "way-message" });
  private back: Back | null = null;
  private asked: Promise<Back | null> | null = null;
  /** Counts what was asked for: a window that comes late is not opened once all was cleared. */
  private turn = 0;

  constructor(host: WaysHost, say: Say<"ways">, save: BackHost["save"]) {
    this.host = host;
    this.say = say;
    this.save = save;
    this.opener = button(say("back"), { class: "button secondary", "data-bring-back": "", "aria-haspopup": "dialog" }, () => void this.open());
    this.root = make("div", { class: "way back-opener" }, make("p", { class: "way-do" }, this.opener), this.message);
    apart();
    window.addEventListener("hashchange", () => this.follow());
  }

  /** Whoever came by its address wants it. */
  follow(): void {
    if (location.hash === BACK_ADDRESS) void this.open();
  }

  forget(): void {
    this.turn += 1;
    this.message.textContent = "";
    this.back?.forget();
  }

  private async open(): Promise<void> {
    const turn = (this.turn += 1);
    this.message.textContent = "";
    this.back ??= await (this.asked ??= this.fetched());
    if (turn !== this.turn) return;
    // To where the focus goes when the window closes.
    this.opener.focus();
    if (this.back) return this.back.open();
    this.asked = null;
    this.message.textContent = this.say("back.late");
    this.host.context.announce(this.say("back.late"));
  }

  private async fetched(): Promise<Back | null> {
    const later = <Part>(template: string, event?: string): Promise<Part> => new Promise((resolve, reject) => fetchLater(`#${template}`, resolve, reject, event));
    const come = await Promise.all([later<FromBack>(BACK_SCRIPT), later<BackWords>(BACK_TEXTS, BACK_WORDS)]).catch(() => null);
    if (come === null) return null;
    const [begin, back] = come;
    const { context, words, change } = this.host;
    const clinician = one("#ways-words")?.dataset["clinician"] ?? "";
    return begin({ context, words, back, change, save: this.save, site: clinician.replace(/clinician\/$/, "") });
  }
}

/** A template for each script that waits behind that of the ways: the page has one for all of them, and is lighter. */
function apart(): void {
  // In a page that was saved as it stands they are apart already.
  if (one(`#${BACK_SCRIPT}`)) return;
  const ways = one<HTMLTemplateElement>("#ways-script");
  const ids = [BACK_SCRIPT, BACK_TEXTS, BACK_PICTURES];
  // That of the ways itself comes first.
  const waiting = [...(ways?.content.querySelectorAll("script") ?? [])].slice(-ids.length);
  for (const [at, id] of ids.entries()) {
    const [script, template] = [waiting[at], make("template", { id })];
    if (script) template.content.append(script);
    ways?.after(template);
  }
}
