/** Which parts to share: a box for each that holds something, ticked until the person unticks it. */
import { make } from "../../scripts/page/dom.ts";
import { leftOut } from "../../scripts/patient/left-out.ts";
import { statementIn } from "../../scripts/patient/statement.ts";
import { partsIn } from "../../scripts/patient/shared-parts.ts";
import type { PartName } from "../../scripts/record/record-types.ts";
import type { Context } from "../../scripts/patient/context.ts";
import type { Say } from "../../scripts/handover/messages.ts";

export class ShareChoice {
  readonly root: HTMLDetailsElement;
  private readonly context: Context;
  private readonly say: Say<"ways">;
  private readonly change: (keptBack: readonly PartName[]) => void;
  private readonly boxes = new Map<PartName, HTMLInputElement>();
  private readonly list: HTMLElement;
  private readonly told = make("p", { class: "share-told" });

  constructor(context: Context, say: Say<"ways">, change: (keptBack: readonly PartName[]) => void) {
    this.context = context;
    this.say = say;
    this.change = change;
    this.list = make("div", { class: "answers", role: "group", "aria-label": say("share.title") });
    const hint = make("p", { class: "hint" }, say("share.hint"));
    this.root = make("details", { class: "more" }, make("summary", {}, say("share.title")), hint, this.list);
    this.root.append(this.told);
  }

  refresh(): void {
    const { state } = this.context;
    const parts = partsIn(statementIn(this.context));
    this.root.hidden = parts.length === 0;
    // The boxes stay in place while they are the same: one of them may have the focus.
    if (parts.join() !== [...this.boxes.keys()].join()) this.put(parts);
    for (const [name, box] of this.boxes) box.checked = !state.keptBack.includes(name);
    const kept = leftOut(this.context);
    this.told.textContent = kept.length > 0 ? this.say("share.some", { parts: kept.join("; ") }) : this.say("share.all");
  }

  private put(parts: readonly PartName[]): void {
    for (const box of this.boxes.values()) box.closest("label")?.remove();
    this.boxes.clear();
    for (const name of parts) {
      const box = make("input", { type: "checkbox", "data-part-shared": name });
      box.addEventListener("change", (event) => {
        event.stopPropagation();
        this.choose();
      });
      this.list.append(make("label", { class: "answer" }, box, make("span", {}, this.context.say(`part.${name}`))));
      this.boxes.set(name, box);
    }
  }

  private choose(): void {
    this.change([...this.boxes].filter(([, box]) => !box.checked).map(([name]) => name));
    this.context.announce(this.told.textContent ?? "");
  }
}
