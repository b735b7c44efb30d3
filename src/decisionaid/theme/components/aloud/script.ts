/** Reads a step aloud: its sentences, one by one, each shown where it stands, and buttons to steer by. */
import { Reader, type Ended } from "../../scripts/aloud/reader.ts";
import { sentencesOf, type Sentence } from "../../scripts/aloud/step.ts";
import { messagesOf, type Say } from "../../scripts/handover/messages.ts";
import { adopt } from "../../scripts/page/adopted-style.ts";
import { all, announce, button, make, one } from "../../scripts/page/dom.ts";
import type { AloudWords } from "../../scripts/aloud/words.ts";
import type { Aloud, AloudHost } from "../../scripts/patient/from-aloud.ts";

/** Set by the bundler: the rules of `style.css`. */
declare const ALOUD_STYLE: string;

/** Speeds by the names of their messages; our own choice. */
const SPEEDS = [["slow", 0.75], ["normal", 1], ["fast", 1.3]] as const;
/** Stand in place of what an announcement would say while a voice speaks. */
const LIVE = "[role=status], [role=alert], [aria-live]";
const MARK = "decisionaid-aloud";

export class ReadAloud implements Aloud {
  private readonly offer: HTMLButtonElement;
  private readonly words: AloudWords;
  private readonly say: Say<"aloud">;
  private readonly begins: string;
  private readonly panel: HTMLElement;
  private readonly said = make("p", { class: "aloud-said" });
  private readonly note = make("p", { class: "aloud-note" });
  private readonly pause: HTMLButtonElement;
  private reader: Reader | null = null;
  private isResting = false;
  private rate = 1;
  /** What is marked as being read. */
  private marked: HTMLElement | null = null;
  /** Regions that are quiet while a voice speaks, and what they were. */
  private quiet: (readonly [region: HTMLElement, live: string | null])[] = [];

  constructor({ button: offer, words }: AloudHost) {
    this.offer = offer;
    this.words = words;
    this.say = messagesOf<"aloud">(words.messages);
    this.begins = offer.textContent ?? "";
    adopt(ALOUD_STYLE);
    const { say } = this;
    const look = { class: "button secondary" };
    this.pause = button(say("pause"), look, () => this.toggle());
    this.panel = make("section", { class: "aloud", "aria-label": say("region") }, this.said, this.note, make("div", { class: "aloud-buttons" },
      this.pause,
      button(say("back"), { ...look, "aria-label": say("back_heard") }, () => this.move(-1)),
      button(say("next"), { ...look, "aria-label": say("next_heard") }, () => this.move(1)),
      this.speeds(),
      button(say("stop"), look, () => this.stop()),
    ));
    // What takes the person elsewhere, and what would speak from a page that is not seen.
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
    // What is folded away while it is read is not read to its end.
    document.addEventListener("toggle", () => this.reader?.heed(), true);
    // In the other wording there are other sentences.
    one(".easy-switch > input")?.addEventListener("change", () => this.stop());
    for (const event of ["pagehide", "beforeprint"]) window.addEventListener(event, () => this.stop());
  }

  read(section: HTMLElement): void {
    if (this.reader) return this.stop();
    const sentences = sentencesOf(section, this.words);
    if (sentences.length === 0) return announce(this.say("nothing"));
    this.reader = new Reader(sentences, {
      reads: (sentence, index) => this.show(sentence, index),
      ended: (why) => this.ended(why),
    });
    this.reader.rate = this.rate;
    this.offer.textContent = this.say("stop_step");
    this.offer.parentElement?.after(this.panel);
    document.addEventListener("keydown", this.onKey);
    this.goOn();
  }

  /** Fall silent, and leave the page as it was. */
  stop(): void {
    if (!this.reader) return;
    this.reader.rest();
    this.reader = null;
    this.letSpeak();
    this.unmark();
    document.removeEventListener("keydown", this.onKey);
    const hadFocus = this.panel.contains(document.activeElement);
    this.panel.remove();
    this.offer.textContent = this.begins;
    if (hadFocus) this.offer.focus();
  }

  private readonly onKey = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.stop();
  };

  private toggle(): void {
    if (this.isResting) return this.goOn();
    this.reader?.rest();
    this.rest("");
  }

  private goOn(): void {
    this.beginReading();
    this.reader?.go();
  }

  private move(by: 1 | -1): void {
    this.beginReading();
    this.reader?.move(by);
  }

  private beginReading(): void {
    this.isResting = false;
    this.pause.textContent = this.say("pause");
    this.beQuiet();
  }

  /** Nothing is read now; the place is kept. */
  private rest(why: string): void {
    this.isResting = true;
    this.pause.textContent = this.say("go_on");
    this.note.textContent = why;
    this.letSpeak();
    if (why) announce(why);
  }

  private ended(why: Ended): void {
    if (why !== "ended") return this.rest(this.say(why));
    this.stop();
    announce(this.say("ended"));
  }

  private show(sentence: Sentence, index: number): void {
    this.said.replaceChildren(make("span", { class: "aloud-count" }, this.say("place", { n: index + 1, of: this.reader?.sentences.length ?? 0 })), " ", make("span", { lang: sentence.language }, sentence.text));
    // Said once: it takes the room of a line from the words.
    this.note.textContent = index === 0 ? this.say("answers") : "";
    this.unmark();
    this.marked = seen(sentence.place);
    this.marked.dataset["read"] = "";
    // The sentence itself too, where a browser can mark a part of a text.
    if ("highlights" in CSS) CSS.highlights.set(MARK, new Highlight(sentence.range));
    this.bringIntoView(sentence);
  }

  private unmark(): void {
    if (this.marked) delete this.marked.dataset["read"];
    this.marked = null;
    if ("highlights" in CSS) CSS.highlights.delete(MARK);
  }

  private bringIntoView({ place, range }: Sentence): void {
    // Of words that are heard alone, what stands for them.
    const { top, bottom } = (this.marked === place ? range : (this.marked ?? place)).getBoundingClientRect();
    const below = this.panel.getBoundingClientRect().top;
    if (top >= 0 && bottom <= below) return;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    window.scrollBy({ top: top - below / 4, behavior: isCalm ? "auto" : "smooth" });
  }

  private speeds(): HTMLElement {
    const choice = make("select", {}, ...SPEEDS.map(([name, rate]) => make("option", { value: String(rate), ...(rate === 1 && { selected: "" }) }, this.say(name))));
    choice.addEventListener("change", () => {
      this.rate = Number(choice.value);
      if (!this.reader) return;
      this.reader.rate = this.rate;
      if (!this.isResting) this.reader.go();
    });
    return make("label", {}, `${this.say("speed")} `, choice);
  }

  private beQuiet(): void {
    if (this.quiet.length > 0) return;
    this.quiet = all(LIVE).map((region) => [region, region.getAttribute("aria-live")] as const);
    for (const [region] of this.quiet) region.setAttribute("aria-live", "off");
  }

  private letSpeak(): void {
    for (const [region, live] of this.quiet.splice(0)) {
      if (live === null) region.removeAttribute("aria-live");
      else region.setAttribute("aria-live", live);
    }
  }
}

/** What is seen of a sentence that is there to be heard alone: what stands around it. */
function seen(place: HTMLElement): HTMLElement {
  let each = place;
  while (each.parentElement && (each.getBoundingClientRect().width < 2 || getComputedStyle(each).opacity === "0")) each = each.parentElement;
  return each;
}
