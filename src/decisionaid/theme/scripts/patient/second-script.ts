/** Fetch the second script of the page, and say so where it is missed. */
import { all, announce, button, focusOn, make, one } from "../page/dom.ts";
import type { Context } from "./context.ts";
import type { FromStatement } from "./from-statement.ts";
import { fetchLater } from "../page/later-script.ts";

/** What does nothing without the second script. */
const BUTTONS = "[data-print-summary]";

export class SecondScript {
  private readonly say: Context["say"];
  private readonly taken: (parts: FromStatement) => void;
  private readonly reload: () => void;
  private isHere = false;
  private isAsked = false;
  private hasFailed = false;
  /** Whether what came was none, or that of another version of the site: to ask again is of no use. */
  private isOther = false;
  /** What was pressed while it was on its way: pressed again when it is here. */
  private pressed: HTMLElement | null = null;
  /** What is said in each place that it fills. */
  private messages: HTMLElement[] = [];

  constructor(say: Context["say"], taken: (parts: FromStatement) => void, reload: () => void) {
    this.say = say;
    this.taken = taken;
    this.reload = reload;
    for (const each of all(BUTTONS)) each.addEventListener("click", () => this.press(each));
  }

  /** Ask for it, once; after a failure only when it is wanted `again`. */
  fetch(again = false): void {
    if (this.isHere || this.isAsked || (this.hasFailed && !again)) return;
    this.isAsked = true;
    fetchLater<FromStatement>(
      "#second-script",
      (parts) => this.take(parts),
      (isOther) => {
        this.isOther = isOther;
        this.fail();
      },
    );
  }

  private take(parts: FromStatement): void {
    if (this.isHere) return;
    this.isHere = true;
    this.taken(parts);
    for (const message of this.messages) {
      const place = message.nextElementSibling;
      const hadFocus = message.contains(document.activeElement);
      message.remove();
      if (hadFocus && place instanceof HTMLElement) focusOn(place);
    }
    // Not when the person has gone on to something else.
    if (this.pressed?.closest("[data-current]")) this.pressed.click();
  }

  private fail(): void {
    if (this.isHere) return;
    this.isAsked = false;
    this.hasFailed = true;
    this.pressed = null;
    this.tell("later.failed");
  }

  private press(pressed: HTMLElement): void {
    if (this.isHere) return;
    this.pressed = pressed;
    this.wait();
  }

  private wait(): void {
    if (this.isOther) return this.reload();
    this.tell("later.waiting");
    this.fetch(true);
  }

  /** Say it in each place that it fills; aloud only if such a place is shown. */
  private tell(key: "later.failed" | "later.waiting"): void {
    const text = this.say(key);
    if (this.messages.length === 0) {
      for (const place of all("[data-module]")) {
        const message = make("div", { class: "message" }, make("p"), button(this.say("later.again"), { class: "button secondary" }, () => this.wait()));
        place.before(message);
        this.messages.push(message);
      }
    }
    for (const message of this.messages) {
      const words = one("p", message);
      if (words) words.textContent = text;
      if (message.closest("[data-current]")) announce(text);
    }
  }
}
