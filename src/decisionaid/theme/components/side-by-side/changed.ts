/** What became of the rows since the person was here last, once they have changed an answer: said once, politely. */
import { besideAnswers, ownIn } from "../../scripts/handover/stated.ts";
import { Component } from "../../scripts/page/component.ts";
import { make } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import type { Row } from "../../scripts/patient/implications.ts";
import { changes, type Seen } from "../../scripts/patient/changes.ts";
import { heardIn } from "../../scripts/patient/side-rows.ts";
import { statementIn } from "../../scripts/patient/statement.ts";

export class Changed extends Component<Context> {
  private readonly line = make("p", { class: "changed", hidden: "" });
  /** What stood here when the person looked last; null before they did, and once all is cleared. */
  private seen: Seen | null = null;
  private wasCurrent = false;

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    root.prepend(this.line);
  }

  refresh(): void {
    const isCurrent = this.root.closest("[data-current]") !== null;
    const isCleared = this.context.state.answers.size === 0;
    if (isCleared) this.seen = null;
    if ((isCurrent && !this.wasCurrent) || isCleared) this.show();
    this.wasCurrent = isCurrent;
  }

  private show(): void {
    const { announce, say } = this.context;
    const now = this.now();
    const said = this.seen === null ? [] : changes(this.seen, now, say);
    this.seen = now;
    this.line.textContent = said.join(" ");
    this.line.hidden = said.length === 0;
    if (said.length > 0) announce(said.join(" "));
  }

  private now(): Seen {
    const { page, say } = this.context;
    const statement = statementIn(this.context);
    const asked = besideAnswers(statement.values, page.words.questions);
    return {
      said: [
        ...asked.map(({ answer, asked: { title, about = [], items = [] } }) => ({
          title,
          about: [...about, ...items.flatMap((item) => item.about ?? [])],
          answer: answer.state === "unanswered" ? "" : JSON.stringify(answer),
        })),
        ...ownIn(statement).map(({ text, state, value }) => ({
          title: say("summary.own_words", { text }),
          about: [],
          answer: state === "unanswered" ? "" : `${state} ${value}`,
        })),
      ],
      rows: heardIn(this.context).rows.map(({ about, label }: Row) => ({ about, label })),
    };
  }
}
