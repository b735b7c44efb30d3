/** Where a leaning and what matters pull apart: said once the leaning is given, for every option alike. */
import { stated } from "../../scripts/handover/stated.ts";
import { tensionsWith } from "../../scripts/handover/tension.ts";
import { Component } from "../../scripts/page/component.ts";
import { all, make, textOf } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { labelText, named } from "../../scripts/patient/form.ts";
import { factOf, leastFor } from "../../scripts/patient/implications.ts";
import { heardIn } from "../../scripts/patient/side-rows.ts";
import { statementIn } from "../../scripts/patient/statement.ts";

export class Tension extends Component<Context> {
  refresh(): void {
    const lines = this.lines();
    if (lines.join() === all("p", this.root).map(textOf).join()) return;
    this.root.hidden = lines.length === 0;
    this.root.replaceChildren(...lines.map((text) => make("p", {}, text)));
    if (this.root.closest("[data-current]")) this.context.announce(lines.join(" "));
  }

  private lines(): string[] {
    const { form, page, say } = this.context;
    const statement = statementIn(this.context);
    const { option: id } = statement.leaning;
    const { matters, option } = stated(statement, page.words);
    if (id === null || option === undefined) return [];
    const said = heardIn(this.context);
    // Options that are not offered here have a column too.
    const index = all("#side-by-side thead th", form).findIndex(({ dataset }) => dataset["option"] === id);
    const row = leastFor(index, said);
    const lines = [
      ...(row ? [`${say("implies.highest", { titles: said.titles })} ${factOf(row, index, say)}`] : []),
      ...tensionsWith(id, matters).map(({ asked, item }) =>
        say("tension.toward", {
          title: asked.title,
          answer: labelText(named(form, `values.${asked.id}`).find(({ value }) => value === item.id)),
        }),
      ),
    ];
    return lines.length > 0 ? [say("tension.lean", { option }), ...lines, say("tension.free")] : [];
  }
}
