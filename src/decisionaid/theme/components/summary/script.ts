/** The summary on the page: filled from the answers, with lines left to write on at the visit. */
import { blankLines, summaryBlocks } from "../../scripts/handover/summary.ts";
import { Component } from "../../scripts/page/component.ts";
import { all, make } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { formWords } from "../../scripts/patient/form.ts";
import { statementToHandOver } from "../../scripts/patient/noted.ts";
import { today } from "../../scripts/record/today.ts";

export class Summary extends Component<Context> {
  private readonly words = make("div", { "data-summary-words": "" });

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    root.prepend(this.words);
  }

  /** Written when it can be seen: the first date in words costs a slow phone a tenth of a second. */
  refresh(): void {
    const { isPrinting, state } = this.context;
    // Once all answers are cleared, none may stay in it unseen.
    if (isPrinting || this.root.closest("[data-current]") || state.answers.size === 0) this.write();
  }

  private write(): void {
    const { form, page, say, state } = this.context;
    const hasAnswers = state.answers.size > 0;
    this.root.toggleAttribute("data-answered", hasAnswers);
    // The form for filling in by hand: it holds the same lines as the ones below.
    for (const paper of all(".paper-form", this.root)) paper.hidden = hasAnswers;
    this.words.replaceChildren(
      ...summaryBlocks(statementToHandOver(this.context), page.words, formWords(form), say, today()).map(({ id, heading, lines }) =>
        make(
          "section",
          { class: "summary-part", "data-part": id },
          ...(heading ? [make("h2", {}, heading)] : []),
          lines.length === 1
            ? make("p", {}, lines[0] ?? "")
            : make("ul", {}, ...lines.map((text) => make("li", {}, text))),
          ...(id === "flags" ? whatToDo() : []),
        ),
      ),
      ...(hasAnswers ? blankLines(say).map(writingLine) : []),
    );
  }
}

/** What the cards of the ticked signs say, but for their headings and boxes: who ticked one is told it to the end. */
function whatToDo(): Node[] {
  return all(".care-card.raised > :not(h2, fieldset)").map((each) => each.cloneNode(true));
}

function writingLine(words: string): HTMLElement {
  const label = make("p", { class: "write-label" }, words);
  return make("div", { class: "write paper-only" }, label, make("div", { class: "write-line" }));
}
