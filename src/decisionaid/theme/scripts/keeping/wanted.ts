/** Whether a page may keep on its device, whether something is kept, and what is fetched for it: for the first script. */
import type { Messages } from "../handover/messages.ts";
import { all, one } from "../page/dom.ts";
import { fetchLater } from "../page/later-script.ts";
import { KEEP_WORDS, type Keeping } from "./from-keeping.ts";
import { keptKey, markKey } from "./names.ts";

/** Not from a disk, where all files may share one store; not inside another page, where it would not be found again. */
function canKeep(): boolean {
  try {
    return /^http/.test(location.protocol) && top === window && Boolean(localStorage && indexedDB);
  } catch {
    return false;
  }
}

/** Whether something may be kept of this; nothing is made by looking. */
async function isKept(of: string): Promise<boolean> {
  try {
    if ((sessionStorage.getItem(markKey(of)) ?? localStorage.getItem(keptKey(of))) !== null) return true;
  } catch {
    // Forbidden; the database may let us.
  }
  try {
    return (await indexedDB.databases()).some(({ name }) => name === keptKey(of));
  } catch {
    return false;
  }
}

/** Fetch what keeps, and its words; null: they could not be fetched. */
function fetchKeeping<From>(): Promise<[From, Messages] | null> {
  const fetched = <Part>(template: string, event?: string): Promise<Part> => new Promise((resolve, reject) => fetchLater(template, resolve, reject, event));
  return Promise.all([fetched<From>("#keep-script"), fetched<Messages>("#keep-words", KEEP_WORDS)]).catch(() => null);
}

/** What an offer does to its page, and says on it. */
export interface OfferHost<From> {
  readonly of: string;
  /** Begin to keep, with what was fetched. */
  begin(from: From, words: Messages): Keeping;
  say(what: "cannot" | "late"): void;
}

/** The line that offers to keep: nothing is kept, and nothing is fetched, before it is wanted. */
export class Offer<From> {
  private readonly host: OfferHost<From>;
  private readonly can = canKeep();
  /** Null until it was wanted. */
  keeping: Keeping | null = null;
  private asked: Promise<Keeping | null> | null = null;

  constructor(host: OfferHost<From>) {
    this.host = host;
  }

  async start(): Promise<void> {
    // A page for devices that are shared offers nothing.
    if (!one("#keep-script")) return;
    if (!this.can) return this.host.say("cannot");
    for (const each of all("[data-keep] button")) each.addEventListener("click", () => void this.choose());
    if (await isKept(this.host.of)) await this.fetch();
  }

  /** Whether all that this tab holds is kept. */
  get isSafe(): boolean {
    return this.keeping?.isSafe === true;
  }

  changed(): void {
    this.keeping?.changed();
  }

  /** Delete what is kept of this tab; whether that is done. */
  async clear(): Promise<boolean> {
    // At once, where it is here: what is cleared now is not kept as a change.
    if (this.keeping) return this.keeping.clear();
    if (!this.can || !(await isKept(this.host.of))) return true;
    return (await this.fetch())?.clear() ?? false;
  }

  /** The person chose to keep what this tab holds. */
  async choose(): Promise<void> {
    await (await this.fetch())?.keep();
  }

  private fetch(): Promise<Keeping | null> {
    return (this.asked ??= this.fetched());
  }

  private async fetched(): Promise<Keeping | null> {
    const come = await fetchKeeping<From>();
    if (come) {
      this.keeping = this.host.begin(...come);
      await this.keeping.start();
    } else {
      this.asked = null;
      this.host.say("late");
    }
    return this.keeping;
  }
}
