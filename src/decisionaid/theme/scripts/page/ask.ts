/** Ask before doing what cannot be undone: two buttons where the first one was pressed. */
import { button, focusOn, make } from "./dom.ts";

let withdraw: (() => void) | null = null;

/**
 * Show a question after `trigger` and wait for the answer; Escape means no.
 * An earlier question that is still open counts as answered with no.
 */
export function ask(trigger: HTMLElement, question: string, yes: string, no: string): Promise<boolean> {
  withdraw?.();
  return new Promise((resolve) => {
    const answer = (isYes: boolean): void => {
      withdraw = null;
      const hadFocus = group.contains(document.activeElement);
      group.remove();
      if (hadFocus) trigger.focus();
      resolve(isYes);
    };
    const group = make(
      "div",
      { class: "ask", role: "group", "aria-label": question, tabindex: "-1" },
      make("p", {}, question),
      button(yes, { class: "button" }, () => answer(true)),
      " ",
      button(no, { class: "button secondary" }, () => answer(false)),
    );
    group.addEventListener("keydown", (event) => {
      if (event.key === "Escape") answer(false);
    });
    withdraw = () => answer(false);
    // After the paragraph of the button: a question inside a sentence would be no valid page.
    (trigger.closest("p") ?? trigger).after(group);
    focusOn(group);
    group.scrollIntoView({ block: "nearest" });
  });
}
