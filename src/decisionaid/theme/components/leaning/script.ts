/** Where a leaning and what matters pull apart: said once the leaning is given, for every option alike. */
import { stated } from "../../scripts/handover/stated.ts";
import { tensionsWith } from "../../scripts/handover/tension.ts";
import { Component } from "../../scripts/page/component.ts";
import { all, make, textOf } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { formWords } from "../../scripts/patient/form.ts";
import { factOf, leastFor } from "../../scripts/patient/implications.ts";
import { heardIn, standsWords } from "../../scripts/patient/side-rows.ts";

export class Tension extends Component<Context> {
  refresh(): void {
    const lines = this.lines();
    const { announce, say } = this.context;
    if (lines.length > 0) lines.push(say("tension.free"));
    if (lines.join() === all("p", this.root).map(textOf).join()) return;
    this.root.hidden = lines.length === 0;
    this.root.replaceChildren(...lines.map((text) => make("p", {}, text)));
    if (this.root.closest("[data-current]")) announce(lines.join(" "));
  }

  private lines(): string[] {
    const { form, page, say, statement } = this.context;
    const { option: id } = statement.leaning;
    const { matters, option } = stated(statement, page.words);
    if (id === null || option === undefined) return [];
    const form_ = formWords(form);
    const pointed = tensionsWith(id, matters).map(({ asked, item }) =>
      say("tension.toward", { option, title: asked.title, answer: form_.answer(`values.${asked.id}`, item.id) }),
    );
    return [...this.least(id, option), ...pointed];
  }

  /** What the person put highest, where this option does least for it. */
  private least(id: string, option: string): string[] {
    const { form, say } = this.context;
    const { titles: title, top } = heardIn(this.context);
    // Options that are not offered here have a column too.
    const index = all("#side-by-side thead th", form).findIndex(({ dataset }) => dataset["option"] === id);
    const row = index < 0 ? undefined : leastFor(index, top);
    if (!row) return [];
    const compared = row.cells.filter(({ stands }) => stands).length;
    const stands = standsWords(row.cells[index]?.stands ?? "", compared, say);
    return [say("tension.least", { option, title, fact: factOf(row, index, say), stands })];
  }
}
