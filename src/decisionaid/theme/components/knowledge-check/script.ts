/** After an answer, say kindly what the aid says; answers are never counted. */
import { Component } from "../../scripts/page/component.ts";
import { make, one } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";

export class KnowledgeCheck extends Component<Context> {
  private readonly id: string;
  private readonly feedback: HTMLElement;
  private readonly lead: HTMLElement;
  private said: string | undefined;
  private isStarted = false;

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    this.id = root.dataset["check"] ?? "";
    const feedback = one(`[data-feedback="${CSS.escape(this.id)}"]`, context.form);
    if (!feedback) throw new Error(`no feedback for ${this.id}`);
    this.feedback = feedback;
    this.lead = make("p", { class: "feedback-lead" });
    feedback.prepend(this.lead);
  }

  refresh(): void {
    const { answers } = this.context.state;
    const answer = answers.get(`knowledge.${this.id}`)?.[0];
    this.feedback.toggleAttribute("data-answered", answer !== undefined);
    this.feedback.hidden = answer === undefined;
    if (answer !== this.said) {
      const words = answer === undefined ? "" : this.words(answer);
      this.lead.textContent = words;
      // Answers that were kept come back in silence.
      if (words && this.isStarted) this.context.announce(words);
    }
    this.said = answer;
    this.isStarted = true;
  }

  private words(answer: string): string {
    const { page: { words }, say } = this.context;
    const { answers = [], correct = [] } = words.checks?.find(({ id }) => id === this.id) ?? {};
    if (correct.includes(answer)) return say("feedback.same");
    const right = answers.filter(({ id }) => correct.includes(id)).map(({ text }) => text).join(" / ");
    return say(answer === "unsure" ? "feedback.unsure" : "feedback.other", { answer: right });
  }
}
