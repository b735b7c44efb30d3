/** The trade-off step, once it is open: what is asked next, and what the answers come to. */
import { Component } from "../../scripts/page/component.ts";
import { all, focusOn, make, one } from "../../scripts/page/dom.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { lookedAt, type AskedRow, type Looked, type NamedOption, type Stand } from "../../scripts/patient/trade-off.ts";
import { isState } from "../../scripts/record/answers.ts";
import type { Swing } from "../../scripts/values/swings.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Its answers are no answers of the form: they stay here, so they are read from the controls alone. */
export class TradeOff extends Component<Context> {
  private readonly options: NamedOption[];
  private readonly fieldsets = all("[data-swing]", this.root);
  private readonly result = one("[data-result]", this.root);

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    const options = JSON.parse(root.dataset["tradeOff"] ?? "[]") as [string, string][];
    this.options = options.map(([id, name]) => ({ id, name }));
    one("[data-waiting]", root)?.remove();
    one("[data-weigh]", root)?.removeAttribute("hidden");
    root.addEventListener("change", () => this.answered());
    one("[data-again]", root)?.addEventListener("click", () => this.clear());
  }

  refresh(): void {
    const first = this.chosen("first");
    for (const each of this.fieldsets) {
      const { swing } = each.dataset;
      each.hidden = !this.fieldsets.some(({ dataset }) => dataset["swing"] === first) || swing === first;
    }
    // On paper stands what was answered, and nothing where nothing was.
    this.root.toggleAttribute("data-said", first !== null);
    this.result?.replaceChildren(...this.shown(this.looked(first)));
  }

  private answered(): void {
    this.refresh();
    if ("stands" in this.looked(this.chosen("first"))) this.context.announce(this.context.say("swing.changed"));
  }

  private looked(first: string | null): Looked {
    return lookedAt(this.options, this.fieldsets.map((each) => this.rowOf(each)), first, this.context.say);
  }

  private rowOf({ dataset }: HTMLElement): AskedRow {
    const { swing: id = "", label = "", better, figures = "" } = dataset;
    return { id, label, better: better === "more" ? "more" : "less", shares: figures.split(" ").map(Number), swing: this.swingOf(id) };
  }

  private swingOf(id: string): Swing {
    const chosen = this.chosen(id);
    if (chosen === null) return { state: "unanswered", value: null };
    return isState(chosen) ? { state: chosen, value: null } : { state: "answered", value: Number(chosen) };
  }

  private chosen(name: string): string | null {
    return one<HTMLInputElement>(`[name="swing.${name}"]:checked`, this.root)?.value ?? null;
  }

  private shown(looked: Looked): HTMLElement[] {
    const { say } = this.context;
    if ("refused" in looked) return [make("p", {}, looked.refused)];
    return [
      make("h3", {}, say("swing.heading")),
      make("p", { class: "hint" }, say("swing.line")),
      ...looked.stands.flatMap((each) => [make("h4", {}, each.name), make("p", {}, each.said), lineOf(each)]),
      ...looked.compared.map((text) => make("p", {}, text)),
      make("p", { class: "hint" }, say("swing.how")),
    ];
  }

  private clear(): void {
    for (const each of all<HTMLInputElement>("input", this.root)) each.checked = false;
    this.refresh();
    const first = one("input", this.root);
    if (first) focusOn(first);
    this.context.announce(this.context.say("answer.cleared"));
  }
}

/** A line from 0 to 100 with a mark on it; the words above it say the same. */
function lineOf({ ends: [low, high] }: Stand): HTMLElement {
  const picture = svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none" });
  picture.append(
    svg("path", { d: "M0 5H100M0 2V8M100 2V8" }),
    svg("path", { class: "trade-from", d: low === high ? `M${low} 0V10` : `M${low} 5H${high}` }),
  );
  const line = make("p", { class: "trade-line", "aria-hidden": "true" }, make("span", {}, "0"), make("span", {}, "100"));
  line.firstChild?.after(picture);
  return line;
}

function svg(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
