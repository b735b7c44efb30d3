/** What is for other groups of readers is folded, with one line that says for whom; nothing of it is lost. */
import { Component } from "../../scripts/page/component.ts";
import { make, one, textOf } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { isForOthers, lineForOthers } from "../../scripts/patient/readers.ts";

export class ForOthers extends Component<Context> {
  private fold: HTMLDetailsElement | undefined;

  refresh(): void {
    const { state } = this.context;
    const readers = this.root.dataset["for"];
    const isFolded = isForOthers(readers, state.answers.get("stratum")?.[0]);
    if (isFolded === (this.fold !== undefined)) return;
    if (!isFolded) {
      this.fold?.replaceWith(this.root);
      this.fold = undefined;
      return;
    }
    const title = textOf(one("h2, h3, h4", this.root) ?? one("legend, [data-words]", this.root) ?? this.root);
    this.fold = make("details", {}, make("summary", {}, lineForOthers(this.context, readers, title)));
    // What was answered before stays in sight; an order is kept as ids with commas.
    this.fold.open = one(':checked, [value*=","]', this.root) !== null;
    this.root.replaceWith(this.fold);
    this.fold.append(this.root);
  }
}
