/** Made-up records to practise with: fetched when somebody asks for them, and read as all that comes from outside. */
import type { Say } from "../handover/messages.ts";
import { all, announce, button, make, one } from "../page/dom.ts";
import { field, itemsOf } from "../record/field.ts";
import { line } from "../record/text.ts";
import { textAt } from "./known-aids.ts";
import type { OpenDesk } from "../incoming/pictures.ts";
import type { Examples } from "./more.ts";
import type { Incoming } from "../incoming/way.ts";

/** Characters of the examples of one aid. */
const MOST = 200_000;

export class ExampleList implements Examples {
  private readonly panel: HTMLElement;
  private readonly desk: OpenDesk;
  private readonly say: Say<"clinician">;
  private readonly addresses: ReadonlyMap<string, string>;
  /** Counts what was asked for and what was closed: an answer that comes late shows nothing. */
  private turn = 0;

  /** `addresses` of the examples, by the titles of aids. */
  constructor(panel: HTMLElement, desk: OpenDesk, addresses: ReadonlyMap<string, string>, say: Say<"clinician">) {
    this.panel = panel;
    this.desk = desk;
    this.addresses = addresses;
    this.say = say;
  }

  close(): void {
    this.turn += 1;
    if (one("[data-example]", this.panel)) this.panel.replaceChildren();
  }

  async show(title = [...this.addresses.keys()][0] ?? ""): Promise<void> {
    const { say } = this;
    const turn = (this.turn += 1);
    const found = await this.fetched(this.addresses.get(title)).catch(() => []);
    if (turn !== this.turn) return;
    if (found.length === 0) return this.desk.fail(say("practice.missing"));
    const open = (those: readonly Incoming[]): void => {
      this.close();
      void this.desk.take(those);
    };
    this.panel.replaceChildren(
      make(
        "section",
        { class: "panel practice", "aria-labelledby": "practice-title" },
        make("h2", { id: "practice-title" }, say("practice.title")),
        make("p", {}, say("practice.hint")),
        ...(this.addresses.size > 1 ? [this.choice(title)] : []),
        make("ul", { class: "panel-list" }, ...found.map((each) => make("li", {}, button(each.way, { class: "button secondary", "data-example": "" }, () => open([each]))))),
        make("p", { class: "panel-tools" }, button(say("practice.all"), { class: "button", "data-example": "" }, () => open(found)), " ", button(say("cancel"), { class: "button secondary" }, () => this.close())),
      ),
    );
    announce(say("practice.shown"));
    one("select, button", this.panel)?.focus();
  }

  /** Of which aid. */
  private choice(shown: string): HTMLElement {
    const select = make("select", { id: "practice-aid" }, ...Array.from(this.addresses.keys(), (title) => make("option", title === shown ? { selected: "" } : {}, title)));
    select.addEventListener("change", () => {
      // Until those of the other aid have come, these are of the one before.
      for (const each of all<HTMLButtonElement>("button[data-example]", this.panel)) each.disabled = true;
      void this.show(select.value);
    });
    return make("p", {}, make("label", { for: "practice-aid" }, this.say("practice.aid")), " ", select);
  }

  private async fetched(address: string | undefined): Promise<Incoming[]> {
    if (address === undefined) return [];
    const text = await textAt(address);
    const examples = text.length > MOST ? [] : itemsOf(field(JSON.parse(text), "examples"));
    return examples.map((each) => {
      const name = line(String(field(each, "name")));
      const record = JSON.stringify(field(each, "record"));
      return { way: this.say("way.example", { name }), isFile: true, text: () => Promise.resolve(record) };
    });
  }
}
