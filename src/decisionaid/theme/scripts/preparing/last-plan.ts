/** The last plan: opened from a file, or taken from where it is kept on this device, and its open goals and actions shown, to say how each went. */
import type { Action, Goal, Plan } from "../../generated/plan.ts";
import { dayInWords } from "../handover/day.ts";
import type { Say } from "../handover/messages.ts";
import { MAX_FILE_BYTES } from "../handover/record-file.ts";
import { announce, button, focusOn, make, one } from "../page/dom.ts";
import { fetchLater } from "../page/later-script.ts";
import { ACTION_STATUSES, GOAL_STATUSES, WORDS } from "../plan/preparation.ts";
import { hasRoom } from "../plan/prepared.ts";
import type { PlanRead, PlanRefused } from "../plan/reading.ts";
import { keptKey } from "../keeping/names.ts";
import { isMadeUp } from "../record/made-up.ts";

/** What the second script brings. */
export interface FromLast {
  readPlan: (text: string) => PlanRead | PlanRefused;
  openGoals: (plan: Plan) => Goal[];
  openActions: (plan: Plan) => Action[];
}

/** What the fourth script brings: the plan that is kept, as text; null: there is none that can be opened here. */
export interface FromKept {
  text(): Promise<string | null>;
}

/** Under which the page of a plan keeps it. */
export const KEPT_PLAN = "plan/";

export class LastPlan {
  /** Null: none was opened, or it is taken away. */
  plan: Plan | null = null;
  private readonly root: HTMLElement;
  private readonly say: Say<"prepare">;
  private readonly changed: () => void;
  private readonly problem: HTMLElement | null;
  private readonly went: HTMLElement | null;
  private readonly input: HTMLInputElement | null;
  private reader: FromLast | null = null;

  /** `root`: the fold; `changed` is called when a plan was opened or taken away. */
  constructor(root: HTMLElement, say: Say<"prepare">, changed: () => void) {
    this.root = root;
    this.say = say;
    this.changed = changed;
    this.problem = one("[data-last-problem]", root);
    this.went = one("[data-went]", root);
    this.input = one<HTMLInputElement>("#last-file", root);
    this.input?.addEventListener("change", () => {
      const file = this.input?.files?.[0];
      if (file) void this.open(file);
    });
    this.offerKept();
  }

  get goals(): Goal[] {
    return this.isGoingOn ? (this.reader?.openGoals(this.plan as Plan) ?? []) : [];
  }

  get actions(): Action[] {
    return this.isGoingOn ? (this.reader?.openActions(this.plan as Plan) ?? []) : [];
  }

  /** Whether the preparation goes on from this plan; where it has no room, a new one follows it. */
  get isGoingOn(): boolean {
    return this.plan !== null && hasRoom(this.plan);
  }

  /** Read what this tab kept; `read` is called once it is shown. */
  restore(text: string, read: () => void): void {
    this.withReader(() => {
      this.take(text);
      read();
    });
  }

  forget(): void {
    this.plan = null;
    this.went?.replaceChildren();
    if (this.input) this.input.value = "";
    this.tell("");
  }

  private async open(file: File): Promise<void> {
    let text: string;
    try {
      if (file.size > MAX_FILE_BYTES) return this.tell(this.say("fault.too_large"));
      text = await file.text();
    } catch {
      return this.tell(this.say("fault.gone"));
    }
    this.opened(text);
  }

  /** Nothing of it is shown, or read, before somebody says that it is theirs. */
  private offerKept(): void {
    const offer = one("[data-last-kept]", this.root);
    try {
      // Where it is kept, its second copy is here.
      if (offer && localStorage.getItem(keptKey(KEPT_PLAN)) !== null) offer.hidden = false;
    } catch {
      // Forbidden: then nothing is kept.
    }
    offer?.addEventListener("click", () => fetchLater<FromKept>("#fourth-script", (from) => void this.takeKept(from), () => this.tell(this.say("last.fetch"))));
  }

  private async takeKept(from: FromKept): Promise<void> {
    const text = await from.text().catch(() => null);
    if (text === null) return this.tell(this.say("last.not_here"));
    this.opened(text);
  }

  /** A plan that the person has just chosen. */
  private opened(text: string): void {
    this.withReader(() => {
      if (!this.take(text)) return;
      this.changed();
      if (this.went) focusOn(this.went);
    });
  }

  private withReader(use: () => void): void {
    if (this.reader) return use();
    fetchLater<FromLast>("#second-script", (brought) => {
      this.reader = brought;
      use();
    }, () => this.tell(this.say("last.fetch")));
  }

  /** Whether it was taken; what is open already stays where it was not. */
  private take(text: string): boolean {
    const read = this.reader?.readPlan(text);
    if (!read) return false;
    if ("fault" in read) {
      const known = ["not_ours", "too_large", "newer", "two"].find((each) => each === read.fault) as "newer" | undefined;
      this.tell(this.say(`fault.${known ?? "damaged"}`));
      return false;
    }
    if (isMadeUp(read.plan)) {
      this.tell(this.say("fault.made_up"));
      return false;
    }
    this.plan = read.plan;
    this.tell(read.isAltered ? this.say("last.altered") : read.left.length > 0 ? this.say("last.left") : "");
    this.show(read.plan);
    return true;
  }

  private show(plan: Plan): void {
    const { say } = this;
    const { actions, goals } = this;
    const isEmpty = goals.length + actions.length === 0;
    const lead = say("last.opened", { date: dayInWords(say, plan.updated) });
    const away = button(say("last.away"), { class: "button secondary" }, () => {
      this.forget();
      announce(say("last.gone"));
      this.changed();
      this.input?.focus();
    });
    this.went?.replaceChildren(
      make("p", {}, this.isGoingOn ? lead : say("last.full")),
      ...(isEmpty && this.isGoingOn ? [make("p", {}, say("last.nothing"))] : []),
      ...this.part(say("last.goals"), goals.map((each) => this.asked("goal", each, GOAL_STATUSES.map((status) => [status, say(`goal.${status as "met"}`)])))),
      ...this.part(say("last.actions"), actions.map((each) => this.asked("action", each, ACTION_STATUSES.map((status) => [status, say(`action.${status as "done"}`)])))),
      make("p", { class: "last-away" }, away),
    );
    (this.root as Partial<HTMLDetailsElement>).open = true;
  }

  private part(heading: string, asked: readonly HTMLElement[]): HTMLElement[] {
    return asked.length > 0 ? [make("h3", {}, heading), ...asked] : [];
  }

  private asked(kind: "goal" | "action", { id, said }: Goal | Action, rows: readonly (readonly [string, string])[]): HTMLElement {
    const { say } = this;
    const name = `${kind}.${id}`;
    const answers = rows.map(([value, words]) =>
      make("label", { class: "answer" }, make("input", { type: "radio", name: `${name}.how`, value }), make("span", {}, words)));
    const field = make("textarea", { id: `${kind}-${id}-words`, name: `${name}.words`, dir: "auto", rows: "1", maxlength: String(WORDS) });
    return make(
      "fieldset",
      { class: "went" },
      make("legend", {}, make("bdi", { class: "own-words" }, said.words)),
      make("div", { class: "ticks of-went" }, make("div", { class: "answers" }, ...answers)),
      make("label", { class: "ask-label", for: field.id }, say("how.words")),
      make("div", { class: "write" }, field),
    );
  }

  private tell(text: string): void {
    if (this.problem) this.problem.textContent = text;
  }
}
