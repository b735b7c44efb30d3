/** A passphrase for the link and the file; it stays in memory, and goes nowhere. */
import { button, make } from "../../scripts/page/dom.ts";
import type { Say } from "../../scripts/handover/messages.ts";

/** Letters without which it is guessed too soon. */
const LEAST = 12;

/** `lock` makes what is handed over under a passphrase, or open again; whether that could be done. */
export function lockElement(say: Say<"ways">, announce: (text: string) => void, lock: (passphrase: string) => Promise<boolean>): HTMLElement {
  const input = make("input", { type: "text", id: "passphrase", autocapitalize: "off", autocorrect: "off" });
  input.setAttribute("aria-describedby", "passphrase-hint");
  const message = make("p", { class: "way-message" });
  const tell = (text: string): void => {
    message.textContent = text;
    announce(text);
  };
  const set = async (passphrase: string): Promise<void> => {
    tell(say("lock.waiting"));
    const isDone = await lock(passphrase);
    undo.hidden = !passphrase || !isDone;
    tell(say(!isDone ? "lock.failed" : passphrase ? "lock.done" : "lock.undone"));
  };
  const doLock = button(say("lock.do"), { class: "button secondary" }, () => {
    if ([...input.value.trim()].length < LEAST) return tell(say("lock.short", { n: LEAST }));
    void set(input.value);
  });
  const undo = button(say("lock.undo"), { class: "button secondary" }, () => {
    input.value = "";
    doLock.focus();
    void set("");
  });
  undo.hidden = true;
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") doLock.click();
  });
  return make(
    "details",
    { class: "lock" },
    make("summary", {}, say("lock.title")),
    make("p", { class: "hint", id: "passphrase-hint" }, say("lock.line")),
    make("p", { class: "field" }, make("label", { for: "passphrase" }, say("lock.label")), input),
    make("p", { class: "way-do" }, doLock, undo),
    message,
  );
}
