/** A way to take an answer back: radio buttons alone cannot be left once one is chosen. */
import { Component } from "../../scripts/page/component.ts";
import { all, button, focusOn, one, textOf } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";

/** Any fieldset with radio buttons of its own: values questions, knowledge checks, where I am now. */
export class ClearableAnswer extends Component<Context> {
  private inputs: readonly HTMLInputElement[] | null = null;
  private clear: HTMLButtonElement | null = null;

  refresh(): void {
    const { answers } = this.context.state;
    const isAnswered = answers.size > 0 && this.own().some(({ name }) => answers.has(name));
    // Most are never pressed, so each is made when there is first something to take back.
    if (isAnswered) this.clear ??= this.added();
    if (this.clear) this.clear.hidden = !isAnswered;
  }

  private own(): readonly HTMLInputElement[] {
    return (this.inputs ??= all<HTMLInputElement>(
      'input[type="radio"], input[type="hidden"], input[data-share]',
      this.root,
    ).filter((input) => input.closest("fieldset") === this.root));
  }

  private added(): HTMLButtonElement {
    const { say } = this.context;
    const question = this.root.dataset["title"] ?? textOf(one("legend", this.root));
    const label = say("answer.clear_for", { question });
    const clear = button(say("answer.clear"), { class: "clear-answer", "aria-label": label }, () => {
      this.takeBack();
      this.context.announce(say("answer.cleared"));
    });
    this.root.append(clear);
    return clear;
  }

  private takeBack(): void {
    // The button goes, so focus must not go with it.
    const first = this.own().find(({ type }) => type === "radio");
    for (const input of this.own()) {
      const hadAnswer = input.checked || (input.type === "hidden" && input.value !== "");
      input.checked = false;
      if (input.type === "hidden") input.value = "";
      if (hadAnswer) this.changed(input);
    }
    focusOn(first ?? this.root);
  }
}
