/**
 * Copies of a tab, such as "Duplicate" in a browser makes: what is cleared in one of them is cleared in all.
 *
 * They know each other by a name made by chance, which a copy has from the storage of its tab; nothing else is told.
 * A copy that was away asks when it comes back. If the tab that cleared has gone by then, or was loaded anew,
 * nobody can tell it: a note on the device would be kept without a choice to keep.
 */
import { guarded } from "./guarded.ts";

export class Copies {
  private readonly key: string;
  private readonly name: () => string | null;
  private readonly clear: () => void;
  private channel: BroadcastChannel | null = null;
  /** Names of what was cleared since this page was loaded. */
  private readonly ended = new Set<string>();

  /** `key`: of all tabs of the page; `name`: null while there is nothing that a copy could have too. */
  constructor(key: string, name: () => string | null, clear: () => void) {
    this.key = key;
    this.name = name;
    this.clear = clear;
  }

  start(): void {
    this.open();
    // A page that listens is one that some browsers do not keep for the way back.
    window.addEventListener("pagehide", () => this.close());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.open());
  }

  /** What goes by this name is about to be cleared. */
  tell(name: string | null): void {
    if (name === null) return;
    this.ended.add(name);
    this.post("cleared", name);
  }

  private open(): void {
    this.close();
    // Not in browsers before 2022, in the main, and not where somebody forbids it.
    guarded("copies", () => {
      this.channel = new BroadcastChannel(this.key);
      this.channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const [what, name] = Array.isArray(data) ? (data as unknown[]) : [];
        if (what === "asks" && typeof name === "string" && this.ended.has(name)) this.post("cleared", name);
        if (what === "cleared" && name === this.name()) this.clear();
      });
      const name = this.name();
      if (name !== null) this.post("asks", name);
    });
  }

  private post(what: "cleared" | "asks", name: string): void {
    this.channel?.postMessage([what, name]);
  }

  private close(): void {
    this.channel?.close();
    this.channel = null;
  }
}
