/** The button that reads a step aloud: shown only where the device has a voice of its own for the language. */
import { announce, make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { fetchLater } from "../page/later-script.ts";
import { voicesFor } from "../page/voices.ts";
import type { Context } from "./context.ts";
import type { AloudWords } from "../aloud/words.ts";
import type { Aloud, FromAloud } from "./from-aloud.ts";
import { WORDS_ARRIVED } from "./from-ways.ts";

export class AloudButton {
  private readonly say: Context["say"];
  private readonly place = one("[data-aloud]");
  /** Beside the button: that it is on its way, or could not be fetched. */
  private readonly note = make("span");
  private aloud: Aloud | null = null;
  private section: HTMLElement | null = null;
  private isAsked = false;

  constructor(say: Context["say"]) {
    this.say = say;
    const offer = (): void => {
      if (this.place) this.place.hidden = voicesFor(document.documentElement.lang).length < 1;
    };
    this.place?.addEventListener("click", ({ target }) => target === this.button && this.press());
    // A browser whose voices fail has a page all the same.
    guarded("aloud", () => {
      // Most browsers tell their voices late.
      window.speechSynthesis?.addEventListener?.("voiceschanged", offer);
      offer();
    });
  }

  /** Another step is shown: what was read of the one before ends. */
  shown(section: HTMLElement): void {
    guarded("aloud", () => this.aloud?.stop());
    this.section = section;
    if (this.place) one(".step-head", section)?.append(this.place);
  }

  private tell(text: string): void {
    this.note.textContent = text && ` ${text}`;
    this.place?.append(this.note);
    announce(text);
  }

  private get button(): HTMLButtonElement | null {
    return this.place && one("button", this.place);
  }

  private press(): void {
    const { button, section } = this;
    if (this.aloud && section) return this.aloud.read(section);
    if (!button || this.isAsked) return;
    this.isAsked = true;
    this.tell(this.say("later.waiting"));
    let begin: FromAloud | undefined;
    let words: AloudWords | undefined;
    const start = (): void => {
      if (!begin || !words || !this.isAsked) return;
      this.tell("");
      this.aloud = begin({ button, words });
      if (this.section === section && section) this.aloud.read(section);
    };
    const fail = (): void => {
      if (!this.isAsked || this.aloud) return;
      this.isAsked = false;
      this.tell(this.say("later.aloud"));
    };
    fetchLater<FromAloud>("#aloud-script", (part) => { begin = part; start(); }, fail);
    fetchLater<AloudWords>("#aloud-words", (part) => { words = part; start(); }, fail, WORDS_ARRIVED);
  }
}
