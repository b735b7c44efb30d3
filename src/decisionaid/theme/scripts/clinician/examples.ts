/** Made-up records to practise with: fetched when somebody asks for them, and read as all that comes from outside. */
import type { Say } from "../handover/messages.ts";
import { announce, button, make, one } from "../page/dom.ts";
import { field, itemsOf } from "../record/field.ts";
import { line } from "../record/text.ts";
import type { Desk } from "./desk.ts";
import type { Incoming } from "./way.ts";

const ADDRESS = "examples.json";
/** Characters of all of them. */
const MOST = 200_000;

export class Examples {
  private readonly panel: HTMLElement;
  private readonly desk: Desk;
  private readonly say: Say<"clinician">;
  private found: readonly Incoming[] | null = null;

  constructor(panel: HTMLElement, desk: Desk, say: Say<"clinician">) {
    this.panel = panel;
    this.desk = desk;
    this.say = say;
    one("[data-examples]")?.addEventListener("click", () => void this.show());
  }

  close(): void {
    if (one("[data-example]", this.panel)) this.panel.replaceChildren();
  }

  private async show(): Promise<void> {
    this.found ??= await this.fetched().catch(() => null);
    const { found, say } = this;
    if (found === null || found.length === 0) return this.desk.fail(say("practice.missing"));
    const open = (those: readonly Incoming[]): void => {
      this.close();
      void this.desk.take(those);
    };
    this.panel.replaceChildren(
      make(
        "section",
        { class: "panel", "aria-labelledby": "practice-title" },
        make("h2", { id: "practice-title", tabindex: "-1" }, say("practice.title")),
        make("p", {}, say("practice.hint")),
        make("ul", { class: "panel-list" }, ...found.map((each) => make("li", {}, button(each.way, { class: "button secondary", "data-example": "" }, () => open([each]))))),
        make("p", { class: "panel-tools" }, button(say("practice.all"), { class: "button", "data-example": "" }, () => open(found)), " ", button(say("cancel"), { class: "button secondary" }, () => this.close())),
      ),
    );
    announce(say("practice.shown"));
    one("button", this.panel)?.focus();
  }

  private async fetched(): Promise<Incoming[]> {
    const answer = await fetch(ADDRESS, { credentials: "omit", referrerPolicy: "no-referrer" });
    const text = answer.ok ? await answer.text() : "";
    const examples = text.length > MOST ? [] : itemsOf(field(JSON.parse(text), "examples"));
    return examples.map((each) => {
      const name = line(String(field(each, "name")));
      const record = JSON.stringify(field(each, "record"));
      return { way: this.say("way.example", { name }), isFile: true, isMadeUp: true, text: () => Promise.resolve(record) };
    });
  }
}
