/** The list of steps says in words which step is shown, which were read and what was answered. */
import { Component } from "../../scripts/page/component.ts";
import { all, one } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";

interface Item {
  step: string;
  link: HTMLElement;
  state: HTMLElement | null;
}

export class Progress extends Component<Context> {
  private readonly items: readonly Item[];
  /** Names of the questions and checks of each step. */
  private readonly asked = new Map<string, readonly string[]>();
  private shown = "";

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    this.items = all<HTMLAnchorElement>("li a", root).map((link) => ({
      step: link.hash.slice(1),
      link,
      state: one(".rail-state", link.parentElement ?? root),
    }));
  }

  refresh(): void {
    // On a phone the list is a disclosure: it has done its work once a step was chosen.
    if (this.root instanceof HTMLDetailsElement && this.shown !== this.context.step) this.root.open = false;
    this.shown = this.context.step;
    for (const { step, link, state } of this.items) {
      if (step === this.shown) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      const words = this.words(step);
      if (state && state.textContent !== words) state.textContent = words;
    }
  }

  private words(step: string): string {
    const { say, state } = this.context;
    if (step === this.context.step) return say("rail.here");
    if (state.answers.size > 0) {
      const asked = this.askedIn(step);
      const n = asked.filter((name) => state.answers.has(name) || state.answers.has(`${name}.state`)).length;
      if (n > 0) return say("rail.answered", { n, of: asked.length });
    }
    return state.visited.has(step) ? say("rail.read") : "";
  }

  private askedIn(step: string): readonly string[] {
    const known = this.asked.get(step);
    if (known) return known;
    const asked = all("[data-question], [data-check]", document.getElementById(step) ?? this.root);
    const names = asked.map(({ dataset: { check, question } }) =>
      check === undefined ? `values.${question}` : `knowledge.${check}`,
    );
    this.asked.set(step, names);
    return names;
  }
}
