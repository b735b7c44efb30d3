/** The list of steps says in words which step is shown, which were read and what was answered. */
import { Component } from "../../scripts/component.ts";
import { all, one } from "../../scripts/dom.ts";

export class Progress extends Component {
  private shown = "";

  refresh(): void {
    // On a phone the list is a disclosure: it has done its work once a step was chosen.
    if (this.root instanceof HTMLDetailsElement && this.shown !== this.context.step) this.root.open = false;
    this.shown = this.context.step;
    for (const item of all("[data-rail]", this.root)) {
      const step = item.dataset["rail"] ?? "";
      const link = one("a", item);
      if (step === this.context.step) link?.setAttribute("aria-current", "step");
      else link?.removeAttribute("aria-current");
      const state = one("[data-rail-state]", item);
      const words = this.words(step);
      if (state && state.textContent !== words) state.textContent = words;
    }
  }

  private words(step: string): string {
    const { say, state, form } = this.context;
    if (step === this.context.step) return say("rail.here");
    const section = all("[data-step]", form).find((each) => each.dataset["step"] === step);
    const asked = section ? all("[data-question], [data-check]", section) : [];
    const answered = asked.filter((each) => isAnswered(each, state.answers)).length;
    if (answered > 0) return say("rail.answered", { n: answered, of: asked.length });
    return state.visited.has(step) ? say("rail.read") : "";
  }
}

function isAnswered({ dataset }: HTMLElement, answers: ReadonlyMap<string, unknown>): boolean {
  const { question, check } = dataset;
  if (check !== undefined) return answers.has(`knowledge.${check}`);
  return answers.has(`values.${question}`) || answers.has(`values.${question}.state`);
}
