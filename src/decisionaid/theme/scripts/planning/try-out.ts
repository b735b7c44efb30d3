/** Made-up plans to try the page with: fetched as a script when somebody asks, and read as all that comes from outside. */
import { announce, button, make, one } from "../page/dom.ts";
import { fetchLater } from "../page/later-script.ts";
import type { Plan } from "../../generated/plan.ts";
import { asOfNow } from "../plan/made-up.ts";
import { planText } from "../plan/written.ts";
import type { Opening } from "./opening.ts";
import type { Table } from "./table.ts";

/** The event by which `examples.js` hands over what it holds, at its own element. */
const ARRIVED = "decisionaid-plan-examples";

interface Example {
  readonly name: string;
  readonly plan: Plan;
}

export class TryOut {
  private readonly table: Table;
  private readonly opening: Opening;
  private readonly panel: HTMLElement;

  constructor(table: Table, opening: Opening, panel: HTMLElement) {
    this.table = table;
    this.opening = opening;
    this.panel = panel;
  }

  /** List them, where no plan is open: an example is never put together with anybody's. */
  show(): void {
    const { opening, table } = this;
    opening.stop();
    if (table.hasPlan) return opening.tell(table.say("try.clear_first"));
    const turn = opening.turn;
    const isLate = (): boolean => turn !== opening.turn || table.hasPlan;
    fetchLater<readonly Example[]>("template[data-examples]", (found) => isLate() || this.list(found), () => isLate() || opening.tell(table.say("try.missing")), ARRIVED);
  }

  private list(found: readonly Example[]): void {
    const { opening, panel, table } = this;
    const { say } = table;
    const open = ({ name, plan }: Example) => (): void =>
      void opening.take([{ way: say("way.example", { name }), isFile: false, text: () => Promise.resolve(planText(asOfNow(plan, table.today))) }]);
    panel.replaceChildren(
      make(
        "section",
        { class: "panel practice", "aria-labelledby": "try-title" },
        make("h2", { id: "try-title", tabindex: "-1" }, say("try.title")),
        make("p", {}, say("try.hint")),
        make("ul", { class: "panel-list" }, ...found.map((each) => make("li", {}, button(each.name, { class: "button secondary", "data-example": "" }, open(each))))),
        make("p", { class: "plan-tools" }, button(say("cancel"), { class: "button secondary" }, () => {
          opening.stop();
          one("[data-try]")?.focus();
        })),
      ),
    );
    announce(say("try.shown"));
    one("#try-title")?.focus();
  }
}
