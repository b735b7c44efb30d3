/** The code of what was written: on paper at the head of the sheet, and on the screen when somebody asks for it. */
import { squareCode } from "../../components/ways/square-code.ts";
import type { Say } from "../handover/messages.ts";
import { all, announce, make, one } from "../page/dom.ts";
import { isShared } from "../page/shared.ts";
import { preparationCode } from "../plan/code.ts";
import type { Taken } from "./take-along.ts";

/** Milliseconds until somebody has stopped typing. */
const STILL_MS = 400;
/** Characters of the code to type that stand together. */
const GROUP = 4;

type Made = { readonly code: string } | { readonly why: "nothing" | "code.too_long" | "code.too_long_shared" | "code.with_last" };

export class SheetCode {
  private readonly say: Say<"prepare">;
  private readonly taken: () => Taken | null;
  private readonly drawn: () => void;
  private readonly paper = one("[data-sheet-code]");
  private readonly shown = one("[data-code-shown]");
  private readonly press = one<HTMLButtonElement>("[data-show-code]");
  private isWanted = false;
  private still: ReturnType<typeof setTimeout> | undefined;
  /** Counts the changes: the code of an earlier state is never shown. */
  private turn = 0;
  /** What came of the state of now: the paper and the screen have the same. */
  private kept: Made | null = null;

  /** `taken` gives null while nothing was written. `drawn`: the paper has a code now, or has none. */
  constructor(say: Say<"prepare">, taken: () => Taken | null, drawn: () => void) {
    this.say = say;
    this.taken = taken;
    this.drawn = drawn;
  }

  /** Something was written or taken out. */
  changed(): void {
    this.turn += 1;
    this.kept = null;
    this.paper?.replaceChildren();
    clearTimeout(this.still);
    if (this.isWanted) this.show([]);
    this.still = setTimeout(() => void this.put(), STILL_MS);
  }

  /** Before a print: the code of what stands there now. Why there is none; empty: there is one, or nothing to say. */
  async ready(): Promise<string> {
    const made = await this.put();
    return "code" in made || made.why === "nothing" ? "" : this.say(made.why);
  }

  /** Show it on the screen, or hide it. */
  async toggle(): Promise<void> {
    this.isWanted = !this.isWanted;
    if (!this.isWanted) return this.show([]);
    const made = await this.put();
    if ("code" in made) return;
    this.isWanted = false;
    this.tell(this.say(made.why));
  }

  private async put(): Promise<Made> {
    clearTimeout(this.still);
    const { turn } = this;
    const made = this.kept ?? (await this.made());
    if (turn !== this.turn) return { why: "nothing" };
    if ("code" in made) this.kept = made;
    const { say } = this;
    const picture = "code" in made ? squareCode(made.code, say("code.label")) : null;
    this.paper?.replaceChildren(...(picture ? [make("figure", {}, picture, make("figcaption", {}, say("code.paper")))] : []));
    this.drawn();
    if (this.isWanted && "code" in made) this.show(this.onScreen(made.code));
    return made;
  }

  private async made(): Promise<Made> {
    const taken = this.taken();
    if (!taken) return { why: "nothing" };
    const code = await preparationCode(taken.plan);
    return code === null ? { why: isShared() ? "code.too_long_shared" : taken.hasLast ? "code.with_last" : "code.too_long" } : { code };
  }

  private onScreen(code: string): HTMLElement[] {
    const { say } = this;
    const picture = squareCode(code, say("code.label"));
    const groups = code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
    const typed = make("p", { class: "token", dir: "ltr", translate: "no", "data-token": "" });
    typed.append(...groups.flatMap((group) => [make("span", {}, group), " "]));
    return [...(picture ? [make("figure", { class: "code-on-screen" }, picture, make("figcaption", {}, say("code.screen", { n: code.length })))] : []), typed];
  }

  private show(content: readonly HTMLElement[]): void {
    this.shown?.replaceChildren(...content);
    this.tell("");
    if (!this.press) return;
    this.press.setAttribute("aria-expanded", String(this.isWanted));
    this.press.textContent = this.say(this.isWanted ? "code.hide" : "code.show");
  }

  private tell(text: string): void {
    for (const each of all("[data-told]")) each.textContent = text;
    announce(text);
  }
}
