/** A passphrase for the link and the file; it stays in memory, and goes nowhere. */
import { button, make } from "../../scripts/page/dom.ts";
import type { Say } from "../../scripts/handover/messages.ts";

/** Letters without which it is guessed too soon. */
const LEAST = 12;
/** What is said otherwise where there is a file alone. */
const OF_LINK: ReadonlySet<string> = new Set(["lock.title", "lock.line", "lock.done", "lock.undone", "lock.failed"]);

export class Lock {
  readonly root: HTMLElement;
  private readonly say: Say<"ways">;
  private readonly announce: (text: string) => void;
  /** Makes what is handed over under a passphrase, or open again; whether that could be done. */
  private readonly seal: (passphrase: string) => Promise<boolean>;
  private readonly input: HTMLInputElement;
  private readonly message = make("p", { class: "way-message" });
  private readonly doLock: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  /** What the link and the file are locked with now; empty where they are open. */
  private inForce = "";
  /** Counts what was asked for: what an earlier one comes to is not waited for. */
  private turn = 0;

  /** `hasLink`: whether there is a link to lock beside the file. */
  constructor(say: Say<"ways">, announce: (text: string) => void, seal: (passphrase: string) => Promise<boolean>, hasLink: boolean) {
    this.say = (key, values) => say(hasLink || !OF_LINK.has(key) ? key : (`${key}_alone` as "lock.title_alone"), values);
    this.announce = announce;
    this.seal = seal;
    this.input = make("input", { type: "text", id: "passphrase", autocapitalize: "off", autocorrect: "off" });
    this.input.setAttribute("aria-describedby", "passphrase-hint");
    this.doLock = button(this.say("lock.do"), { class: "button secondary" }, () => this.close());
    this.undo = button(this.say("lock.undo"), { class: "button secondary" }, () => this.open());
    this.undo.hidden = true;
    this.input.addEventListener("input", () => this.compare());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.doLock.click();
    });
    this.root = make(
      "details",
      { class: "lock" },
      make("summary", {}, this.say("lock.title")),
      make("p", { class: "hint", id: "passphrase-hint" }, this.say("lock.line")),
      make("p", { class: "field" }, make("label", { for: "passphrase" }, this.say("lock.label")), this.input),
      make("p", { class: "way-do" }, this.doLock, this.undo),
      this.message,
    );
  }

  /** With the answers the passphrase goes too, and nothing says any more that something is locked. */
  forget(): void {
    this.turn += 1;
    this.input.value = this.inForce = this.message.textContent = "";
    this.undo.hidden = true;
  }

  private tell(text: string): void {
    this.message.textContent = text;
    this.announce(text);
  }

  private close(): void {
    if ([...this.input.value.trim()].length < LEAST) return this.tell(this.say("lock.short", { n: LEAST }));
    void this.set(this.input.value);
  }

  private open(): void {
    this.input.value = "";
    this.doLock.focus();
    void this.set("");
  }

  private async set(passphrase: string): Promise<void> {
    const turn = ++this.turn;
    this.tell(this.say("lock.waiting"));
    const isDone = await this.seal(passphrase);
    if (turn !== this.turn) return;
    this.inForce = isDone ? passphrase : "";
    this.undo.hidden = this.inForce === "";
    this.tell(this.say(!isDone ? "lock.failed" : passphrase ? "lock.done" : "lock.undone"));
  }

  /** Of other words in the field nothing may say that they lock something. */
  private compare(): void {
    if (this.inForce) this.message.textContent = this.input.value === this.inForce ? this.say("lock.done") : "";
  }
}
