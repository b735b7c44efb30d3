/** A ticked warning sign makes its card stand out, and says so at once. */
import { Component } from "../../scripts/page/component.ts";
import { all } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";

export class CareCard extends Component<Context> {
  private isRaised: boolean | undefined;

  refresh(): void {
    const ticked = this.context.state.answers.get("red_flags") ?? [];
    const flags = all<HTMLInputElement>('input[name="red_flags"]', this.root);
    const isRaised = flags.some((flag) => ticked.includes(flag.value));
    this.root.classList.toggle("raised", isRaised);
    if (isRaised && this.isRaised === false) this.context.announce(this.context.say("care.raised"));
    this.isRaised = isRaised;
  }
}
