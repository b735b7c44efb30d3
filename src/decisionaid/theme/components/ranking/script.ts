/**
 * Put items in order with buttons: no dragging, focus stays, and no order until one is made.
 *
 * Items for other groups of readers are left out, with one line for each that says for whom it is;
 * one that the person has put in order before stays in sight.
 */
import { Component } from "../../scripts/page/component.ts";
import { all, button, focusOn, make, one } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { idOf, named } from "../../scripts/patient/form.ts";
import { itemText } from "../../scripts/patient/page-words.ts";
import { isForOthers, lineForOthers } from "../../scripts/patient/readers.ts";

export class Ranking extends Component<Context> {
  private readonly items: readonly HTMLElement[];
  private readonly order: HTMLInputElement;
  private readonly states: readonly HTMLInputElement[];
  private readonly line: HTMLElement;
  private readonly keep: HTMLButtonElement;
  private readonly others = make("div", { class: "hint" });

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    const name = `values.${root.dataset["ranking"] ?? ""}`;
    this.items = all("[data-item]", root);
    this.order = named<HTMLInputElement>(context.form, name)[0] ?? fail(name);
    this.states = named(context.form, `${name}.state`);
    this.line = make("p", { class: "ranking-state" });
    for (const item of this.items) item.append(this.buttons(item));
    this.keep = button(context.say("rank.keep"), { class: "button secondary ranking-keep" }, () => {
      this.give();
      // The button goes, so focus must not go with it.
      focusOn(this.line);
      context.announce(context.say("rank.kept"));
    });
    root.after(this.others, make("div", { class: "ranking-tools" }, this.line, this.keep));
    for (const state of this.states) state.addEventListener("change", () => this.withdraw(state));
  }

  refresh(): void {
    const order = this.context.state.answers.get(this.order.name)?.[0]?.split(",");
    const ids = [...new Set([...(order ?? []), ...this.items.map(idOf)])];
    if (ids.join() !== all("[data-item]", this.root).map(idOf).join()) {
      for (const id of ids) this.root.append(...this.items.filter((item) => idOf(item) === id));
    }
    this.leaveOut(order);
    const unplaced = this.shown().filter((item) => order && !order.includes(idOf(item)));
    const isWhole = order !== undefined && unplaced.length === 0;
    this.root.toggleAttribute("data-ordered", order !== undefined);
    this.keep.hidden = isWhole;
    this.line.textContent = isWhole
      ? this.context.say("rank.kept")
      : this.context.say(order ? "rank.partly" : "rank.open", { items: unplaced.map(itemText).join("; ") });
    this.shown().forEach((item, index, items) => {
      one("[data-move=up]", item)?.setAttribute("aria-disabled", String(index === 0));
      one("[data-move=down]", item)?.setAttribute("aria-disabled", String(index === items.length - 1));
    });
  }

  /** What is for other groups of readers, and in no order of the person's, is not asked about. */
  private leaveOut(order: readonly string[] | undefined): void {
    const { answers } = this.context.state;
    const lines: HTMLElement[] = [];
    for (const item of this.items) {
      const { readers } = item.dataset;
      const isUnplaced = !order?.includes(idOf(item));
      const isOut = isUnplaced && isForOthers(readers, answers.get("stratum")?.[0]);
      item.classList.toggle("unplaced", isUnplaced);
      item.classList.toggle("other-group", isOut);
      if (isOut) lines.push(make("p", {}, lineForOthers(this.context, readers, itemText(item))));
    }
    this.others.replaceChildren(...lines);
  }

  private buttons(item: HTMLElement): HTMLElement {
    const { say } = this.context;
    const text = itemText(item);
    const made = (move: "up" | "down", by: number): HTMLElement => {
      const label = say(`rank.${move}_item`, { item: text });
      return button(say(`rank.${move}`), { class: "rank-move", "data-move": move, "aria-label": label }, () =>
        this.move(item, by),
      );
    };
    return make("span", { class: "rank-moves" }, made("up", -1), made("down", 1));
  }

  /** Move the neighbour, not the item: what has focus stays in the page, so it keeps it. */
  private move(item: HTMLElement, by: number): void {
    const { announce, say } = this.context;
    const shown = this.shown();
    const place = shown.indexOf(item) + by;
    const neighbour = shown[place];
    if (!neighbour) return announce(say("rank.at_end", { item: itemText(item) }));
    if (by < 0) item.after(neighbour);
    else item.before(neighbour);
    this.give();
    announce(say("rank.moved", { item: itemText(item), n: place + 1, of: shown.length }));
  }

  /** The order shown is the answer now, so "not sure" and its kind are not. */
  private give(): void {
    this.order.value = this.shown().map(idOf).join();
    const states = this.states.filter((state) => state.checked);
    for (const state of states) {
      state.checked = false;
      this.changed(state);
    }
    this.changed(this.order);
  }

  private withdraw(state: HTMLInputElement): void {
    if (!state.checked || this.order.value === "") return;
    this.order.value = "";
    this.changed(this.order);
  }

  private shown(): HTMLElement[] {
    return all("[data-item]:not(.other-group)", this.root);
  }
}

function fail(name: string): never {
  throw new Error(`no control is called ${name}`);
}
