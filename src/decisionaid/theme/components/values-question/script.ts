/** A way to take an answer back: radio buttons alone cannot be left once one is chosen. */
import { Component, type Context } from "../../scripts/component.ts";
import { all, button, focusOn, one, textOf } from "../../scripts/dom.ts";

/** Any fieldset with radio buttons of its own: values questions, knowledge checks, where I am now. */
export class ClearableAnswer extends Component {
  private readonly inputs: readonly HTMLInputElement[];
  private readonly clear: HTMLButtonElement;

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    this.inputs = all<HTMLInputElement>('input[type="radio"], input[type="hidden"]', root).filter(
      (input) => input.closest("fieldset") === root,
    );
    const question = root.dataset["title"] ?? textOf(one("legend", root));
    const label = context.say("answer.clear_for", { question });
    this.clear = button(context.say("answer.clear"), { class: "clear-answer", "aria-label": label }, () => {
      this.takeBack();
      context.announce(context.say("answer.cleared"));
    });
    this.clear.hidden = true;
    if (this.inputs.length > 0) root.append(this.clear);
  }

  refresh(): void {
    this.clear.hidden = !this.inputs.some(({ name }) => this.context.state.answers.has(name));
  }

  private takeBack(): void {
    // The button goes, so focus must not go with it.
    const first = this.inputs.find(({ type }) => type === "radio");
    for (const input of this.inputs) {
      const hadAnswer = input.checked || (input.type === "hidden" && input.value !== "");
      input.checked = false;
      if (input.type === "hidden") input.value = "";
      if (hadAnswer) this.changed(input);
    }
    focusOn(first ?? this.root);
  }
}
