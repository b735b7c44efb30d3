/** What to talk about first: up to three of the things that were ticked as hard. */
import type { Say } from "../handover/messages.ts";
import { all, announce, make, one, textOf } from "../page/dom.ts";
import { MOST_FIRST } from "../plan/preparation.ts";

export class FirstTopics {
  private readonly form: HTMLFormElement;
  private readonly message: HTMLElement | null;

  constructor(form: HTMLFormElement, say: Say<"prepare">) {
    this.form = form;
    this.message = one("[data-first-message]", form);
    const list = one("[data-first]", form);
    for (const tick of this.ticks("hard")) {
      const box = make("input", { type: "checkbox", name: "first", value: tick.value });
      list?.append(make("label", { class: "answer" }, box, make("span", {}, textOf(tick.parentElement))));
      box.addEventListener("change", () => {
        const isOver = this.ticks("first").filter(({ checked }) => checked).length > MOST_FIRST;
        if (isOver) box.checked = false;
        this.tell(isOver ? say("first.most") : "");
      });
    }
  }

  /** Only what is hard can come first. */
  refresh(): void {
    const hard = new Set(this.ticks("hard").filter(({ checked }) => checked).map(({ value }) => value));
    for (const box of this.ticks("first")) {
      const label = box.closest("label");
      if (label) label.hidden = !hard.has(box.value);
      if (!hard.has(box.value) && box.checked) {
        box.checked = false;
        this.tell("");
      }
    }
    const group = one<HTMLFieldSetElement>(".first", this.form);
    if (group) group.hidden = hard.size === 0;
  }

  private ticks(name: string): HTMLInputElement[] {
    return all<HTMLInputElement>(`input[name="${name}"]`, this.form);
  }

  private tell(text: string): void {
    if (this.message) this.message.textContent = text;
    if (text) announce(text);
  }
}
