/** What the answers mean, for each option in the options' order; empty until something is said. */
import { besideAnswers, isIn, ownIn, type State } from "../../scripts/handover/stated.ts";
import { Component } from "../../scripts/page/component.ts";
import { all, make } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { explained, lead } from "../../scripts/patient/implications.ts";
import { unsettledNoted } from "../../scripts/patient/noted.ts";
import { heardIn } from "../../scripts/patient/side-rows.ts";
import { statementIn } from "../../scripts/patient/statement.ts";

const STATES = ["unsure", "not_applicable", "prefer_not_to_say", "unanswered"] as const satisfies readonly State[];

export class Implications extends Component<Context> {
  /** Above the table: what is under it depends on it. */
  private readonly unsettled = make("div", { class: "unsettled" });

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    root.parentElement?.prepend(this.unsettled);
  }

  /** Written when it can be seen; once all answers are cleared, none may stay in it unseen. */
  refresh(): void {
    const { isPrinting, state } = this.context;
    if (isPrinting || this.root.closest("[data-current]") || state.answers.size === 0) this.write();
  }

  private write(): void {
    const { page, say, state } = this.context;
    const statement = statementIn(this.context);
    const asked = besideAnswers(statement.values, page.words.questions);
    const own = ownIn(statement);
    const titlesIn = (each: State): string =>
      asked
        // What the person keeps to themselves is left out of the statement, and was answered all the same.
        .filter((one) => isIn(one, each) && (each !== "unanswered" || !isGiven(one.answer.id, state.answers)))
        .map(({ asked: { title } }) => title)
        .concat(own.filter((concern) => concern.state === each).map(({ text }) => say("summary.own_words", { text })))
        .join("; ");
    const names = all("thead th", this.root.parentElement ?? this.root).map(({ textContent }) => textContent ?? "");
    const said = heardIn(this.context);
    const { counts, once, texts } = explained(said, names.length, say);
    const states = STATES.map((each) => ({ each, titles: titlesIn(each) })).filter(({ titles }) => titles);
    this.root.hidden = own.length === 0 && asked.every(({ answer }) => answer.state === "unanswered");
    this.unsettled.replaceChildren(
      ...unsettledNoted(this.context).map(({ text }) => make("p", {}, text)),
    );
    this.root.replaceChildren(
      ...(said.titles ? [make("h2", {}, say("implies.heading")), make("p", {}, lead(said, say))] : []),
      ...said.own.map((text) => make("p", {}, say("implies.own", { text }))),
      ...counts.map((text) => make("p", { class: "hint" }, text)),
      ...texts.flatMap((text, index) => [make("h3", {}, names[index] ?? ""), linesOf(text)]),
      ...(once ? [make("p", { class: "hint" }, once)] : []),
      ...states.map(({ each, titles }) => make("p", { class: "hint" }, say(`implies.${each}`, { titles }))),
    );
  }
}

function linesOf(text: string): HTMLElement {
  const lines = text.split("\n");
  return lines.length > 1 ? make("ul", {}, ...lines.map((each) => make("li", {}, each))) : make("p", {}, text);
}

function isGiven(id: string, answers: ReadonlyMap<string, unknown>): boolean {
  return answers.has(`values.${id}`) || answers.has(`values.${id}.state`);
}
