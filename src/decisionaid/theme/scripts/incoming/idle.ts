/** When nobody uses the page for a while, what is open goes: a warning comes first. */
import { all, announce, button, make, one } from "../page/dom.ts";

/** Minutes until all goes, and until it is said. */
const TIMES = [10, 9] as const;
const MINUTE = 60_000;
/** Something that was handed over is here: a camera finds a code without a hand on the page. */
const CAME_IN = "decisionaid-came-in";
/** What somebody does who is there. A file is dropped, chosen or pasted without any of the others. */
const SIGNS = ["click", "keydown", "input", "change", "paste", "drop", "dragover", "wheel", "scroll", "focusin", CAME_IN] as const;

/** Say that something came in: the time counts from here. */
export function cameIn(): void {
  window.dispatchEvent(new Event(CAME_IN));
}

type SayIdle = (key: "idle.warning" | "idle.stay" | "idle.stays", values?: { n: number }) => string;

export class Idle {
  private readonly say: SayIdle;
  private readonly isNeeded: () => boolean;
  private readonly goes: (minutes: number) => void;
  private since = Date.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private warning: { element: HTMLElement; before: Element | null } | null = null;

  private readonly atEnd: number;
  private readonly atWarning: number;

  constructor(say: SayIdle, isNeeded: () => boolean, goes: (minutes: number) => void, [atEnd, atWarning]: readonly [number, number] = TIMES) {
    this.atEnd = atEnd;
    this.atWarning = atWarning;
    this.say = say;
    this.isNeeded = isNeeded;
    this.goes = goes;
    for (const sign of SIGNS) window.addEventListener(sign, () => this.used(), { capture: true, passive: true });
    // A device that slept counts its time all the same.
    document.addEventListener("visibilitychange", () => this.look());
    // Comes to nobody but what was closed, so it is heard on its way there.
    window.addEventListener("close", () => this.place(), { capture: true });
    this.wait();
  }

  /** Somebody is there; a warning that stands is answered by its button alone. */
  private used(): void {
    if (this.look()) return;
    if (this.warning) return this.place();
    this.since = Date.now();
  }

  private minutes(): number {
    return (Date.now() - this.since) / MINUTE;
  }

  /** What the time asks for; whether all went. */
  private look(): boolean {
    if (!this.isNeeded()) {
      this.since = Date.now();
      this.unwarned();
    } else if (this.minutes() >= this.atEnd) {
      this.since = Date.now();
      this.unwarned();
      this.goes(this.atEnd);
      return true;
    } else if (this.minutes() >= this.atWarning) this.warn();
    return false;
  }

  private wait(): void {
    clearTimeout(this.timer);
    const next = this.minutes() < this.atWarning ? this.atWarning : this.atEnd;
    this.timer = setTimeout(() => {
      this.look();
      this.wait();
    }, Math.max((next - this.minutes()) * MINUTE, 1000));
  }

  private warn(): void {
    if (this.warning) return;
    const text = this.say("idle.warning", { n: this.atEnd - this.atWarning });
    const stay = button(this.say("idle.stay"), { class: "button" }, () => {
      this.since = Date.now();
      this.unwarned();
      this.wait();
      announce(this.say("idle.stays"));
    });
    const words = make("p", { id: "idle-words" }, text);
    const element = make("div", { class: "idle", role: "alertdialog", "aria-labelledby": "idle-words" }, words, stay);
    this.warning = { element, before: document.activeElement };
    this.place();
  }

  /** Where it can be seen and answered: a window of the page makes all behind it inert. */
  private place(): void {
    if (!this.warning) return;
    const { element } = this.warning;
    const place = all("dialog:modal").at(-1) ?? document.body;
    if (element.parentElement === place) return;
    place.append(element);
    one("button", element)?.focus();
  }

  private unwarned(): void {
    if (!this.warning) return;
    const { element, before } = this.warning;
    this.warning = null;
    const hadFocus = element.contains(document.activeElement);
    element.remove();
    if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }
}
