/** The code of what was written, once what makes it is here: it is fetched when something is written, with what knows copies of the tab. */
import type { Say } from "../handover/messages.ts";
import { one } from "../page/dom.ts";
import { Later } from "../page/later-script.ts";
import { isShared } from "../page/shared.ts";
import type { Copies } from "../page/copies.ts";
import type { SheetCode } from "./sheet-code.ts";
import type { Taken } from "./take-along.ts";

/** Milliseconds for which a print waits. */
const WAIT_MS = 3000;

/** What is said where it could not be made: on a device that many use there is no file in its place. */
export function lateWords(): "code.late" | "code.late_shared" {
  return isShared() ? "code.late_shared" : "code.late";
}

type Told = [say: Say<"prepare">, taken: () => Taken | null, drawn: () => void];

/** What the third script brings. */
export interface FromCode {
  start(...told: Told): SheetCode;
  readonly Copies: typeof Copies;
}

export class LaterCode {
  private readonly later = new Later<FromCode>("#third-script");
  private readonly told: Told;
  private readonly arrived: (from: FromCode) => void;
  private code: SheetCode | null = null;

  /** As for `SheetCode`; `late` says that it could not be made, `arrived` is told once what the script brings. */
  constructor(late: () => void, arrived: (from: FromCode) => void, ...told: Told) {
    this.told = told;
    this.arrived = arrived;
    one("[data-show-code]")?.addEventListener("click", () => void this.here().then((code) => (code ? void code.toggle() : late())));
  }

  get isOnPaper(): boolean {
    return one("[data-sheet-code]")?.firstChild != null;
  }

  /** Something was written or taken out: the code of an earlier state is gone at once. */
  changed(): void {
    one("[data-sheet-code]")?.replaceChildren();
    void this.here().then((code) => code?.changed());
  }

  /** Before a print: why there is no code of what stands there now; empty: there is one, or nothing was written. */
  async ready(): Promise<string> {
    const [say, taken] = this.told;
    if (!taken()) return "";
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(say(lateWords())), WAIT_MS));
    return Promise.race([this.here().then((code) => code?.ready() ?? say(lateWords())), late]);
  }

  async here(): Promise<SheetCode | null> {
    const from = await this.later.fetched();
    if (from && !this.code) {
      this.code = from.start(...this.told);
      this.arrived(from);
    }
    return this.code;
  }
}
