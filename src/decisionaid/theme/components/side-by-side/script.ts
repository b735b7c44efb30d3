/** Rows that matter to the person come first, with a way back; the options keep their order. */
import { besideAnswers, ownIn } from "../../scripts/handover/stated.ts";
import { Component } from "../../scripts/page/component.ts";
import { all, focusOn, make, one } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { aboutOf } from "../../scripts/patient/page-words.ts";
import { isForOthers } from "../../scripts/patient/readers.ts";
import { mark } from "../../scripts/patient/side-rows.ts";
import { inTheOpen, ownRow, personsOrder, saidOf, type SaidOfRow } from "../../scripts/patient/row-order.ts";
import { statementIn } from "../../scripts/patient/statement.ts";
import { line, shortened } from "../../scripts/record/text.ts";

/** Characters of the person's own words that name a row. */
const OWN_WORDS = 120;

export class SideBySide extends Component<Context> {
  /** As the author put them; the row of the person's own words is not among them. */
  private readonly rows: readonly HTMLElement[];
  private readonly own: HTMLElement | null;
  /** A row like it for each thing that they added: no figures, and to ask about with every option. */
  private readonly added: HTMLElement[] = [];
  /** The choice between the two orders, and the one between the own group's rows and all rows. */
  private readonly orders: HTMLElement | null;
  private readonly groups: HTMLElement | null;
  /** Shows the rows of which the person said nothing, and theirs that are too many to be read at once. */
  private readonly more: HTMLElement | null;
  private isWhole = false;
  private readonly table: HTMLElement | null;
  /** In the place of a table in which no row stands yet. */
  private readonly none: HTMLElement;
  /** Indexes of the rows as they stand now. */
  private shown: readonly number[];

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    this.rows = all("tr[data-about]", root);
    this.shown = this.rows.map((_, index) => index);
    for (const row of this.rows) mark(row, context.say);
    this.own = one("[data-own-row]", root);
    this.orders = one("[data-orders]", root);
    this.groups = one("[data-groups]", root);
    root.addEventListener("change", () => this.show());
    this.more = one("[data-all-rows]", root);
    this.table = one("table", root);
    this.none = make("p", { hidden: "" }, context.say("summary.none_short"));
    this.table?.before(this.none);
    this.more?.addEventListener("click", () => this.showAll());
  }

  /** Sorted when it can be seen; once all answers are cleared, none may stay in it unseen. */
  refresh(): void {
    if (this.context.isPrinting || this.isSeen || this.context.state.answers.size === 0) this.show();
  }

  private get isSeen(): boolean {
    return this.root.closest("[data-current]") !== null;
  }

  private show(): void {
    const { announce, page, say } = this.context;
    const statement = statementIn(this.context);
    const asked = besideAnswers(statement.values, page.words.questions);
    const said = this.rows.map((row) => saidOf(aboutOf(row), asked, say));
    const concerns = ownIn(statement);
    const theirs = concerns.map((concern) => ownRow(concern, say));
    const persons = personsOrder([...said, ...theirs]);
    const hidden = this.showGroup();
    const open = inTheOpen(said.map((each, index) => (hidden.has(index) ? { ...each, words: [] } : each)), all("thead th", this.root).length);
    const authors = persons.map((_, index) => index);
    this.rows.forEach((row, index) => {
      const { words = [] } = said[index] ?? {};
      this.write(row, words);
      row.classList.toggle("put-away", !open.has(index));
    });
    this.root.classList.toggle("in-part", !this.isWhole);
    if (this.more) this.more.hidden = this.isWhole;
    this.showAdded(concerns.map(({ text }) => text), theirs);
    this.showOwnWords();
    // Paper has all rows.
    const isEmpty = !this.isWhole && !this.context.isPrinting && open.size + concerns.length === 0 && this.own?.hidden !== false;
    if (this.table) this.table.hidden = isEmpty;
    this.none.hidden = !isEmpty || [...this.context.state.answers.keys()].some((name) => name.startsWith("values."));
    const isTwo = persons.join() !== authors.join();
    const order = this.isChosen(this.orders, isTwo) ? authors : persons;
    if (order.join() === this.shown.join()) return;
    this.shown = order;
    const every = [...this.rows, ...this.added];
    const rows = order.map((index) => every[index]).filter((row) => row !== undefined);
    rows[0]?.parentElement?.append(...rows, ...(this.own ? [this.own] : []));
    if (this.isSeen) announce(say(order === persons && isTwo ? "side.in_your_order" : "side.in_authors_order"));
  }

  /** Whether the second of two ways to show the table is wanted; where there is one way, none is. */
  private isChosen(choice: HTMLElement | null, isThere: boolean): boolean {
    const [first, second] = choice ? all<HTMLInputElement>("input", choice) : [];
    if (!choice || !first || !second) return false;
    choice.hidden = !isThere;
    second.checked &&= isThere;
    first.checked = isThere && !second.checked;
    return second.checked;
  }

  private showAll(): void {
    this.isWhole = true;
    this.show();
    const first = this.rows.find((row) => row.classList.contains("put-away"));
    if (first) focusOn(one("th", first) ?? first);
  }

  private write(row: HTMLElement, words: readonly string[]): void {
    const there = all(".row-said", row);
    if (there.map(({ textContent }) => textContent).join() === words.join()) return;
    for (const each of there) each.remove();
    one("th", row)?.append(...words.map((text) => make("span", { class: "row-said" }, text)));
  }

  private showAdded(texts: readonly string[], said: readonly SaidOfRow[]): void {
    for (const row of this.added.splice(texts.length)) row.remove();
    texts.forEach((text, index) => {
      const row = (this.added[index] ??= this.own?.cloneNode(true) as HTMLElement);
      if (!row.isConnected) this.own?.before(row);
      row.hidden = false;
      const words = one("[data-own-words]", row);
      if (words) words.textContent = shortened(text, OWN_WORDS);
      this.write(row, said[index]?.words ?? []);
    });
  }

  private showOwnWords(): void {
    const written = this.context.state.answers.get("what_matters")?.[0] ?? "";
    const first = line(written.trim().split("\n")[0] ?? "");
    const place = this.own && one("[data-own-words]", this.own);
    if (this.own) this.own.hidden = first === "";
    if (place) place.textContent = shortened(first, OWN_WORDS);
  }

  /** Of rows for one group each, the own group's alone, unless all are wanted; paper has all. Return the others. */
  private showGroup(): Set<number> {
    const chosen = this.context.state.answers.get("stratum")?.[0];
    const others = chosen === undefined ? [] : this.rows.filter(({ dataset }) => isForOthers(dataset["readers"], chosen));
    const isOne = others.length > 0;
    const isAll = this.isChosen(this.groups, isOne);
    const hidden = isOne && !isAll ? others : [];
    for (const row of this.rows) row.classList.toggle("other-group", hidden.includes(row));
    return new Set(hidden.map((row) => this.rows.indexOf(row)));
  }
}
