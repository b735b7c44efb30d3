/** Says how it stands with what is kept, and offers what can be done: a line, a place at the foot, and a box. */
import { dayInWords } from "../handover/day.ts";
import type { Say } from "../handover/messages.ts";
import { ask } from "../page/ask.ts";
import { all, announce, button, focusOn, make, one } from "../page/dom.ts";
import { offerOnce } from "../page/downloads.ts";
import { twoStates, type Difference } from "../page/two-states.ts";
import { answered } from "../record/text.ts";
import { today } from "../record/today.ts";
import type { Entry } from "./entry.ts";
import type { Before } from "./host.ts";
import type { Keeper } from "./keeper.ts";
import type { News, Phase, Told } from "./phases.ts";
import { DAYS } from "./time.ts";

/** What the panel has to know of the page. */
export interface PanelHost {
  /** Where boxes stand: before what this holds. */
  readonly root: HTMLElement;
  /** What leads to where printing, files and codes are on the page. */
  wayOut(words: string): HTMLElement;
  /** Whether what is in this tab may be kept. */
  canKeep(): boolean;
  /** Of a kept state, what of this tab is not in it yet, in words; empty: nothing. */
  waiting(): string;
  differences(entry: Entry): Difference[];
  /** Whether an entry must not be mixed with what this tab holds. */
  isOther(entry: Entry): boolean;
  /** Whether what is kept is what a helper says for themselves. */
  isHelpers(entry: Entry): boolean;
  /** Save as a file for the person themselves what this tab holds, null, or what is kept; what to say of it. Null where the page has a place of its own for that. */
  readonly save: ((entry: Entry | null) => string) | null;
}

type SayKeep = Say<"keep">;

export class Panel implements Told {
  private readonly say: SayKeep;
  private readonly host: PanelHost;
  private readonly keeper: () => Keeper;
  private readonly box = make("div", { class: "message keep-box", role: "group" });
  /** What stood in a place before it was said there how it stands. */
  private readonly offered = new WeakMap<HTMLElement, readonly Node[]>();
  private readonly words = new WeakMap<HTMLElement, string>();
  private last: Phase = { kind: "off" };
  /** What was left as it is, where it was somebody else's: beside it nothing of this tab can be kept. */
  private left: Entry | null = null;
  /** The phase of the box; what is shown already is not built anew under somebody's hands. */
  private shown = "";
  /** That this tab took over what is kept, and what was in it before, by the question: said once, however often it happens. */
  private updated: { readonly message: HTMLElement; readonly before: ReadonlyMap<string, string> } | null = null;
  /** All that was said once and still stands. */
  private readonly notes = new Set<HTMLElement>();
  /** That something is not kept any more: it holds until something is kept again. */
  private ended: HTMLElement | null = null;
  /** Whether the person has just chosen something: they want to hear what came of it. */
  private isAwaited = false;

  /** The panel is there before its keeper, which tells it what to show. */
  constructor(say: SayKeep, host: PanelHost, keeper: () => Keeper) {
    this.say = say;
    this.host = host;
    this.keeper = keeper;
    this.box.setAttribute("aria-label", say("label"));
  }

  /** The person pressed a button of the page itself. */
  awaited(): void {
    this.isAwaited = true;
  }

  /** The page drew anew: it is said in the places that are there now. */
  drawn(): void {
    this.showLine(this.last);
  }

  phase(phase: Phase): void {
    if (phase.kind !== "off") this.left = null;
    this.last = phase;
    if (this.ended && (phase.kind === "saving" || phase.kind === "saved")) this.withdraw(this.ended);
    this.showLine(phase);
    const content = this.boxOf(phase);
    const shown = content.length > 0 ? `${phase.kind} ${"entry" in phase ? `${phase.entry.rev}.${phase.entry.by}${"isLeft" in phase ? " left" : ""}${this.host.isOther(phase.entry) ? " other" : ""}` : "why" in phase ? phase.why : ""}` : "";
    // While it is tried again, what failed stays to be read.
    if (shown === this.shown || (phase.kind === "saving" && this.shown.startsWith("failed"))) return;
    this.shown = shown;
    const hadFocus = this.box.contains(document.activeElement);
    this.box.replaceChildren(...content);
    if (content.length === 0) this.box.remove();
    else {
      this.host.root.prepend(this.box);
      // It stands above the step, and whoever pressed may be far below.
      if (this.isAwaited) this.box.scrollIntoView({ block: "nearest" });
      this.isAwaited = false;
      announce(content.filter((each) => each instanceof HTMLParagraphElement).map((each) => each.textContent).join(" "));
    }
    if (hadFocus) this.focus();
  }

  news(news: News, before: readonly Before[] = []): void {
    if (news !== "updated") {
      if (this.ended) this.withdraw(this.ended);
      this.ended = this.note(this.say(`news.${news}`));
      return;
    }
    const last = this.updated;
    // What stood here first is what the person may look for.
    const all = new Map([...before.map(({ question, answer }) => [question, answer] as const), ...(last?.before ?? [])]);
    if (last && all.size === last.before.size) return;
    if (last) this.withdraw(last.message);
    const message = this.note(this.say(all.size > 0 ? "news.replaced" : "news.updated"), [...all].map(([question, answer]) => answered(question, answer)));
    this.updated = { message, before: all };
  }

  /** The page let go of what it held: what was said here may quote it, and goes too. */
  emptied(): void {
    for (const message of this.notes) this.withdraw(message);
  }

  /** Say something once that stays to be read, with lines under it. */
  note(text: string, lines: readonly (string | Node)[] = []): HTMLElement {
    const close = button(this.say("close"), { class: "button secondary" }, () => this.withdraw(message));
    const message = make("div", { class: "message" }, make("p", {}, text), ...(lines.length > 0 ? [make("ul", {}, ...lines.map((line) => make("li", { dir: "auto" }, line)))] : []), close);
    this.host.root.prepend(message);
    this.notes.add(message);
    announce(text);
    return message;
  }

  private withdraw(message: HTMLElement): void {
    const hadFocus = message.contains(document.activeElement);
    message.remove();
    this.notes.delete(message);
    if (this.ended === message) this.ended = null;
    if (this.updated?.message === message) this.updated = null;
    if (hadFocus) this.focus();
  }

  private focus(): void {
    const step = one("[data-current] h1") ?? one("h1") ?? this.host.root;
    focusOn(step);
  }

  /** Where the answers are, beside what is offered and at the foot of each step. */
  private showLine(phase: Phase): void {
    const { say } = this;
    const { kind } = phase;
    const isOn = kind === "saving" || kind === "saved" || kind === "failed";
    const stands = kind === "saved" ? this.savedAt(phase.at) : kind === "saving" ? say("saving") : say("unsaved");
    const short = [stands, kind === "saved" ? this.host.waiting() : ""].filter(Boolean).join(" ");
    for (const place of all("[data-where]")) {
      const words = this.words.get(place) ?? place.textContent ?? "";
      this.words.set(place, words);
      place.textContent = isOn ? short : words;
      place.dataset["kept"] = isOn ? kind : "";
      // For what is said elsewhere on the page of the state that it holds.
      place.dataset["keptAt"] = kind === "saved" ? String(phase.at) : "";
    }
    for (const place of all("[data-keep]")) {
      const offered = this.offered.get(place) ?? [...place.childNodes];
      this.offered.set(place, offered);
      const hadFocus = place.contains(document.activeElement);
      place.hidden = !isOn && (kind !== "off" || (this.left !== null && this.host.isOther(this.left)));
      // Only its words change while it stays on: the button is under somebody's finger.
      const status = one("[data-keep-status]", place);
      const text = kind === "saved" ? `${short} ${say("until", { date: this.date(phase.until), n: DAYS })}` : short;
      if (isOn && status) status.textContent = text;
      else if (isOn) {
        const stop = button(say("stop"), { class: "link", "data-keep-stop": "" }, () => void this.press((keeper) => keeper.stop()));
        place.replaceChildren(make("span", { "data-keep-status": "" }, text), " ", say("shared"), " ", stop);
        if (hadFocus) stop.focus();
      } else if (status) {
        place.replaceChildren(...offered);
        if (hadFocus) one("button", place)?.focus();
      }
    }
    if (kind === "saved" && this.isAwaited) {
      this.isAwaited = false;
      announce(short);
    }
  }

  private boxOf(phase: Phase): HTMLElement[] {
    const { say } = this;
    const words = (text: string): HTMLElement => make("p", {}, text);
    const isOther = phase.kind === "found" && this.host.isOther(phase.entry);
    switch (phase.kind) {
      case "off":
      case "saving":
      case "saved":
        return [];
      case "failed":
        return [words(say(`failed.${phase.why}`)), words(say("way_out")), this.choices(["again", (keeper) => keeper.again()], ["stop", (keeper) => keeper.stop()]), this.wayOut(), ...this.saves(null)];
      case "undeleted":
        return [words(say("undeleted")), this.choices(["again", (keeper) => keeper.again()])];
      case "found":
        return [
          words(this.found(phase)),
          ...(phase.isDamaged ? [words(say("damaged"))] : []),
          ...(phase.isAhead ? [words(say("ahead", { n: DAYS }))] : []),
          // What is somebody else's is neither opened here nor deleted from here: it has a tab of its own.
          isOther
            ? this.choices(["leave", (keeper) => this.leave(keeper, phase.entry)])
            : this.choices(["open", (keeper) => keeper.open()], ["delete", (keeper) => keeper.stop()], ["leave", (keeper) => keeper.leave()]),
          ...(phase.isInPlace || isOther ? [this.wayOut(), ...this.saves(null)] : []),
        ];
      case "apart":
        return this.apart(phase.entry);
      case "gone":
        return [words(say("gone")), words(say("way_out")), this.choices(["keep_again", (keeper) => keeper.keep()], ["only_tab", (keeper) => keeper.leave()], ["clear_here", (keeper) => keeper.clearHere()]), this.wayOut(), ...this.saves(null)];
      case "over":
        return [
          words(say("over", { date: this.date(phase.entry.changed + DAYS * 86_400_000), today: this.date(Date.now()) })),
          this.choices(["delete", (keeper) => keeper.stop()], ["clock_wrong", (keeper) => keeper.open()]),
        ];
      case "unreadable":
      case "newer":
        return [words(say(phase.kind)), this.rawChoices(phase.text)];
    }
  }

  /** Both states, by what is not the same in them. */
  private apart(entry: Entry): HTMLElement[] {
    const { say } = this;
    const kept = this.isLater(entry.changed) ? say("apart.kept_once") : say("apart.kept", { date: this.date(entry.changed), time: timeOf(entry.changed) });
    const names = { here: say("apart.here"), there: kept, nothing: say("apart.nothing") };
    return [
      make("p", {}, say("apart")),
      twoStates(this.host.differences(entry), names),
      make("p", {}, say("apart.choose")),
      ...this.saves(entry),
      this.choices(
        ...(this.host.canKeep() ? [["choose_here", (keeper: Keeper) => keeper.chooseHere()] as const] : []),
        ["choose_kept", (keeper) => keeper.chooseKept()],
        ["both", (keeper) => keeper.leave()],
      ),
      this.wayOut(),
    ];
  }

  private rawChoices(text: string): HTMLElement {
    const save = button(this.say("save_raw"), { class: "button secondary" }, () => offerOnce("kept-on-this-device.txt", text, "text/plain"));
    return make("p", {}, save, " ", ...this.buttons(["delete", (keeper) => keeper.stop()], ["leave", (keeper) => keeper.leave()]));
  }

  private leave(keeper: Keeper, entry: Entry): void {
    this.left = entry;
    keeper.leave();
  }

  private choices(...choices: Choice[]): HTMLElement {
    return make("p", {}, ...this.buttons(...choices));
  }

  private buttons(...choices: Choice[]): (Node | string)[] {
    return choices.flatMap(([key, work], at) => [
      ...(at > 0 ? [" "] : []),
      // All alike: which one is right, the page does not know.
      button(this.say(key), { class: "button secondary", "data-keep-do": key }, ({ currentTarget }) => void this.chosen(key, work, currentTarget as HTMLElement)),
    ]);
  }

  /** What is kept, and since when: by a clock that went back no day is named that has not come. */
  private found(phase: Phase & { kind: "found" }): string {
    const { entry, entry: { changed }, isAhead, isInPlace, isLeft } = phase;
    const isHelpers = this.host.isHelpers(entry);
    const since = isAhead || this.isLater(changed) ? "" : this.say("found.since", { date: this.date(changed) });
    const words = this.host.isOther(entry)
      ? this.say(isHelpers ? "found.other_helper" : "found.other_own", { since })
      : this.say(isInPlace ? "found.in_place" : isLeft ? "found.left" : isHelpers ? "found.helper" : "found", { since });
    return words.replace(/ +/g, " ");
  }

  private isLater(at: number): boolean {
    return today(new Date(at)) > today();
  }

  /** Before something gives way it can be saved, all of it: also what is not shared. `entry`: what is kept, where that can too. */
  private saves(entry: Entry | null): HTMLElement[] {
    const { host: { save }, say } = this;
    if (save === null) return [];
    const told = make("p", { role: "status" });
    const each = (key: "save_here" | "save_kept", what: Entry | null): HTMLElement =>
      button(say(key), { class: "button secondary", "data-keep-save": key }, () => (told.textContent = save(what)));
    return [make("p", {}, say("save.about")), make("p", {}, each("save_here", null), ...(entry ? [" ", each("save_kept", entry)] : [])), told];
  }

  private wayOut(): HTMLElement {
    return make("p", {}, this.host.wayOut(this.say("to_summary")));
  }

  /** What would be gone for good is asked about first: whoever opens a new tab sees that button, and it stands beside the others. */
  private async chosen(key: Choice[0], work: Choice[1], trigger: HTMLElement): Promise<void> {
    const { say } = this;
    if (key === "delete" && !(await ask(trigger, say("delete.ask"), say("delete.yes"), say("delete.no")))) return;
    await this.press(work);
  }

  private async press(work: (keeper: Keeper) => unknown): Promise<void> {
    this.isAwaited = true;
    await work(this.keeper());
  }

  /** By its hour alone only on its own day. */
  private savedAt(at: number): string {
    if (this.isLater(at)) return this.say("saved.once");
    const [date, time] = [this.date(at), timeOf(at)];
    return date === this.date(Date.now()) ? this.say("saved", { time }) : this.say("saved.on", { date, time });
  }

  private date(at: number): string {
    return dayInWords(this.say, today(new Date(at)));
  }
}

type Choice = readonly [key: "again" | "stop" | "open" | "delete" | "leave" | "keep_again" | "only_tab" | "clear_here" | "clock_wrong" | "choose_here" | "choose_kept" | "both", work: (keeper: Keeper) => unknown];

/** Hours and minutes as the language of the page writes them. */
function timeOf(at: number): string {
  const date = new Date(at);
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0"));
  return `${hours}:${minutes}`;
}
