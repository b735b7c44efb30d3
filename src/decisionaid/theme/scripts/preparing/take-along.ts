/** The ways to take the sheet along: a file, or text. */
import type { Plan } from "../../generated/plan.ts";
import type { Say } from "../handover/messages.ts";
import { plainText } from "../handover/plain-text.ts";
import type { Block } from "../handover/summary.ts";
import { copied } from "../page/copy.ts";
import { all, announce, one } from "../page/dom.ts";
import { offer } from "../page/downloads.ts";
import { planFileText } from "../plan/plan-file.ts";
import { bytesOf, MAX_PLAN_BYTES } from "../plan/written.ts";

/** All that is handed over. */
export interface Taken {
  title: string;
  blocks: readonly Block[];
  plan: Plan;
  /** Year-month-day where the person is. */
  day: string;
  /** Whether the plan goes on from a last one. */
  hasLast: boolean;
}

export class TakeAlong {
  private readonly say: Say<"prepare">;
  private readonly taken: () => Taken | null;
  private readonly handedOver: () => void;
  /** Addresses of files that were offered. */
  private offered: string[] = [];

  /** `taken` gives null while nothing was written. */
  constructor(say: Say<"prepare">, taken: () => Taken | null, handedOver: () => void) {
    this.say = say;
    this.taken = taken;
    this.handedOver = handedOver;
    one("[data-save-plan]")?.addEventListener("click", () => this.save());
    const copy = one("[data-copy-plan]");
    copy?.addEventListener("click", () => void this.copy(copy));
  }

  forget(): void {
    for (const address of this.offered) URL.revokeObjectURL(address);
    this.offered = [];
    this.tell("");
    for (const each of all(".to-copy")) each.remove();
  }

  private save(): void {
    const { say } = this;
    const taken = this.taken();
    if (!taken) return this.tell(say("nothing"));
    const { blocks, day, hasLast, plan, title } = taken;
    if (bytesOf(plan) > MAX_PLAN_BYTES) return this.tell(say("too_long"));
    const name = `before-my-visit-${day}.html`;
    const said = [say("file.about"), say("file.use"), ...(hasLast ? [say("file.with_last")] : [])];
    try {
      const direction = document.documentElement.dir === "rtl" ? "rtl" : "ltr";
      this.offered.push(offer(name, planFileText(title, said, blocks, plan, direction)));
      this.handedOver();
      this.tell(say("saved", { name }));
    } catch {
      this.tell(say("saved.not"));
    }
  }

  private async copy(pressed: HTMLElement): Promise<void> {
    const { say } = this;
    const taken = this.taken();
    if (!taken) return this.tell(say("nothing"));
    const isCopied = await copied(plainText(taken.title, taken.blocks, []), pressed.closest("p") ?? pressed, say("copy.label"));
    this.tell(say(isCopied ? "copied" : "copied.not"));
  }

  /** Say what came of a press; no words take back what was said of an earlier one. */
  tell(text: string): void {
    for (const each of all("[data-told]")) each.textContent = text;
    announce(text);
  }
}
