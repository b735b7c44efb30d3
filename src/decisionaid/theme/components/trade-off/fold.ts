/** The fold of the trade-off step: what is in it is fetched when it is opened. */
import { Component } from "../../scripts/page/component.ts";
import { make, one } from "../../scripts/page/dom.ts";
import { guarded } from "../../scripts/page/guarded.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { fetchLater } from "../../scripts/page/later-script.ts";
import type { TradeOff } from "./script.ts";

export class TradeOffFold extends Component<Context> {
  private isAsked = false;
  private inside: TradeOff | null = null;
  private message: HTMLElement | null = null;

  constructor(root: HTMLElement, context: Context) {
    super(root, context);
    root.addEventListener("toggle", () => this.fetch());
    this.fetch();
  }

  refresh(): void {
    this.inside?.refresh();
  }

  private fetch(): void {
    if (!this.root.hasAttribute("open") || this.isAsked) return;
    this.isAsked = true;
    fetchLater<typeof TradeOff>("#third-script", (Inside) => this.take(Inside), () => this.fail());
  }

  private take(Inside: typeof TradeOff): void {
    if (this.inside) return;
    this.message?.remove();
    guarded("trade-off", () => (this.inside = new Inside(this.root, this.context)));
    this.refresh();
  }

  private fail(): void {
    if (this.inside) return;
    this.isAsked = false;
    const text = this.context.say("swing.failed");
    this.message ??= make("p", { class: "message" }, text);
    one("[data-waiting]", this.root)?.after(this.message);
    this.context.announce(text);
  }
}
