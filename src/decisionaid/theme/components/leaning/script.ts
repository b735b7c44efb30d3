/** Where a leaning and what matters pull apart: said once the leaning is given, for every option alike. */
import { Component } from "../../scripts/page/component.ts";
import { all, make, textOf } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { tensionIn } from "../../scripts/patient/noted.ts";

export class Tension extends Component<Context> {
  refresh(): void {
    const lines = this.lines();
    if (lines.join() === all("p", this.root).map(textOf).join()) return;
    this.root.hidden = lines.length === 0;
    this.root.replaceChildren(...lines.map((text) => make("p", {}, text)));
    if (this.root.closest("[data-current]")) this.context.announce(lines.join(" "));
  }

  private lines(): string[] {
    const { lean, lines } = tensionIn(this.context);
    return lines.length > 0 ? [lean, ...lines.map(({ text }) => text), this.context.say("tension.free")] : [];
  }
}
