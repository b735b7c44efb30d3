/** Of figures for different groups of readers, those of the person's own group first; none is lost. */
import { Component } from "../../scripts/page/component.ts";
import { all, make, one, textOf } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";

export class Strata extends Component<Context> {
  /** One for each group, in the author's order. */
  private readonly blocks: readonly HTMLElement[];
  private readonly others: HTMLDetailsElement;
  private readonly mine: HTMLElement;
  private chosen: HTMLElement | undefined;

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    const { say } = context;
    this.blocks = all("[data-stratum]", root);
    this.mine = make("p", { class: "stratum-mine" }, say("strata.mine"));
    const about = textOf(one("h3, h4", root.parentElement ?? root));
    const aside = make("span", { class: "visually-hidden" }, `: ${about}`);
    this.others = make("details", { class: "strata-others" }, make("summary", {}, say("strata.others"), aside));
  }

  refresh(): void {
    const stratum = this.context.state.answers.get("stratum")?.[0];
    const chosen = this.blocks.find(({ dataset }) => dataset["stratum"] === stratum);
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    this.root.classList.toggle("is-chosen", chosen !== undefined);
    this.mine.remove();
    this.others.remove();
    if (!chosen) return this.root.append(...this.blocks);
    this.others.append(...this.blocks.filter((block) => block !== chosen));
    one("h4, h5", chosen)?.after(this.mine);
    this.root.append(chosen, this.others);
  }
}
