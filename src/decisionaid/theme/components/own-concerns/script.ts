/** What matters most to the person and has no figures here is offered as a question for the visit. */
import { Component } from "../../scripts/page/component.ts";
import { button, focusOn, make } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { named } from "../../scripts/patient/form.ts";
import { heardIn } from "../../scripts/patient/side-rows.ts";
import { line } from "../../scripts/record/text.ts";

export class OfferedQuestion extends Component<Context> {
  refresh(): void {
    if (!this.root.closest("[data-current]") && this.context.state.answers.size > 0) return;
    const { say } = this.context;
    const lines = this.lines();
    const isRoom = lines.some(({ value }) => value.trim() === "");
    const offers = heardIn(this.context)
      .own.map((text) => line(say("offer.question", { text })))
      .filter((text) => isRoom && lines.every(({ value }) => value !== text));
    this.root.hidden = offers.length === 0;
    this.root.replaceChildren(
      ...offers.flatMap((text) => [
        make("p", {}, say("offer.words", { text })),
        make("p", {}, button(say("offer.add"), { class: "button secondary", "aria-label": say("offer.add_heard", { text }) }, () => this.add(text))),
      ]),
    );
  }

  private lines(): HTMLInputElement[] {
    return [1, 2, 3].flatMap((n) => named<HTMLInputElement>(this.context.form, `own_question.${n}`));
  }

  /** It becomes theirs, to change or to take out. */
  private add(text: string): void {
    const free = this.lines().find(({ value }) => value.trim() === "");
    if (!free) return;
    free.value = text;
    this.changed(free);
    focusOn(free);
    this.context.announce(this.context.say("offer.added"));
  }
}
