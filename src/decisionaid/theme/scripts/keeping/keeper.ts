/**
 * Keeps the state of a page on the device, once the person has chosen it: what is kept, and how this tab stands to it.
 *
 * A tab never writes over what it has not seen: each write names the one that it follows. Where another tab
 * wrote, both states are there until the person has chosen.
 */
import type { Keep } from "../page/keep.ts";
import { crc32 } from "../record/crc32.ts";
import { field } from "../record/field.ts";
import { idOf, type Entry, type Found, type Said } from "./entry.ts";
import type { Kept } from "./kept.ts";
import type { Refusal } from "./places.ts";
import { goes, standing, untilOf } from "./time.ts";

/** The page whose state is kept. */
export interface Host {
  readonly of: string;
  readonly version: string;
  /** The state of this tab as text; empty: there is nothing in it. */
  text(): string;
  /** Of such a text what must not be lost, as text to compare. */
  essence(text: string): string;
  /** The answers of this tab in words. */
  said(): Said[];
  /** Put a kept state into this tab, in the place of its own. */
  take(entry: Entry): void;
  /** Another tab cleared: let go of all here too. */
  cleared(): void;
}

/** How this tab stands to what is kept. */
export type Phase =
  /** Nothing is kept, or nothing of this tab. */
  | { readonly kind: "off" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number; readonly until: number }
  | { readonly kind: "failed"; readonly why: Refusal }
  /** It was to be deleted, and the browser did not do it. */
  | { readonly kind: "undeleted" }
  /** Something is kept, and this tab is new: whose it is, is asked first. `isAhead`: the clock was set back. */
  | { readonly kind: "found"; readonly entry: Entry; readonly isDamaged: boolean; readonly isAhead: boolean }
  /** Both this tab and what is kept have something that the other has not. */
  | { readonly kind: "apart"; readonly entry: Entry }
  /** It was kept, and is no more: the browser deleted it, or somebody did. */
  | { readonly kind: "gone" }
  /** By the clock its time has passed. */
  | { readonly kind: "over"; readonly entry: Entry }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "newer"; readonly text: string };

/** What is said once, beside how it stands. */
export type News = "ended" | "updated" | "stopped" | "cleared";

export interface Told {
  phase(phase: Phase): void;
  news(news: News): void;
}

/** What other tabs are told. */
export interface Others {
  tell(what: "written" | "stopped" | "cleared"): void;
}

/** Ids of writes that may have come to the place before one was known to be saved. */
const MOST_PENDING = 50;

interface Mark {
  base: string;
  pending: readonly string[];
  /** A digest of the essence of what the base held. */
  sum: string;
}

export class Keeper {
  phase: Phase = { kind: "off" };
  private readonly host: Host;
  private readonly kept: Kept;
  /** In this tab's storage: which write this tab follows, for after a reload. */
  private readonly mark: Keep;
  private readonly told: Told;
  private readonly others: Others;
  /** Names this page, loaded once: a tab that is duplicated is another one. */
  private readonly by: string;
  private readonly now: () => number;
  private base: Entry | null = null;
  private pending: readonly string[] = [];
  private isWriting = false;
  private isWanted = false;
  private lastRev = 0;
  private looking: Promise<void> = Promise.resolve();
  /** Its days were over by a clock that the person says is wrong: they begin anew. */
  private isRenewed = false;

  constructor(
    host: Host,
    kept: Kept,
    mark: Keep,
    told: Told,
    others: Others,
    by: string,
    now: () => number = Date.now,
  ) {
    this.host = host;
    this.kept = kept;
    this.mark = mark;
    this.told = told;
    this.others = others;
    this.by = by;
    this.now = now;
  }

  /** Whether all that this tab holds is kept. */
  get isSafe(): boolean {
    return this.phase.kind === "saved";
  }

  /** Whether this tab's changes are to be kept. */
  private get isOn(): boolean {
    return this.phase.kind === "saving" || this.phase.kind === "saved" || this.phase.kind === "failed";
  }

  /** Look what is there, and how this tab stands to it. */
  start(): Promise<void> {
    return (this.looking = this.firstLook());
  }

  private async firstLook(): Promise<void> {
    const mark = this.readMark();
    const found = await this.kept.load();
    if (found === null) return mark ? this.stand({ kind: "failed", why: "forbidden" }) : undefined;
    if (found.kind !== "entry") return this.without(found, mark !== null);
    const { entry } = found;
    const now = this.now();
    const time = standing(entry.changed, now);
    if (time === "over") return this.over(entry);
    if (time === "ahead") await this.restamp(entry);
    const isOurs = mark !== null && [mark.base, ...mark.pending].includes(idOf(entry));
    if (!mark) return this.stand({ kind: "found", entry: this.base ?? entry, isDamaged: found.isDamaged, isAhead: time === "ahead" });
    this.base ??= entry;
    this.pending = [...mark.pending];
    if (this.isSame(entry) && !found.isDamaged) return this.follow(this.base);
    if (isOurs) return this.go();
    // A tab that came back as it once was has nothing of its own to lose.
    if (this.sumOf(this.host.text()) === mark.sum && !found.isDamaged) {
      this.host.take(entry);
      this.told.news("updated");
      return this.follow(this.base);
    }
    this.stand({ kind: "apart", entry: this.base });
  }

  /** The person chose to keep what this tab holds. */
  async keep(): Promise<void> {
    await this.looking;
    if (this.phase.kind !== "off" && this.phase.kind !== "gone" && this.phase.kind !== "undeleted") return;
    const found = await this.kept.load();
    // They may be somebody else's: what they are is not shown before somebody says that they are theirs.
    if (found?.kind === "entry") return this.stand({ kind: "found", entry: found.entry, isDamaged: found.isDamaged, isAhead: false });
    if (found && found.kind !== "none") return this.without(found, false);
    this.base = null;
    this.pending = [];
    await this.go();
  }

  /** Something changed in this tab. */
  changed(): void {
    if (!this.isOn) return;
    if (this.phase.kind === "saved") this.stand({ kind: "saving" });
    void this.write();
  }

  /** Try again what failed. */
  async again(): Promise<void> {
    if (this.phase.kind === "undeleted") return this.stop();
    if (this.isOn) await this.go();
  }

  /** Open what was found; what this tab holds of its own is not written over. */
  open(): void {
    const { phase } = this;
    if (phase.kind !== "found" && phase.kind !== "over") return;
    const { entry } = phase;
    if (this.host.essence(this.host.text()) !== "" && !this.isSame(entry)) return this.stand({ kind: "apart", entry });
    this.take(entry, phase.kind === "found" && phase.isDamaged);
  }

  /** Of two states, go on with that of this tab. */
  async chooseHere(): Promise<void> {
    if (this.phase.kind !== "apart") return;
    this.base = this.phase.entry;
    this.pending = [];
    await this.go();
  }

  /** Of two states, go on with that which is kept. */
  chooseKept(): void {
    if (this.phase.kind === "apart") this.take(this.phase.entry);
  }

  /** Leave what is kept as it is; this tab goes on by itself, and may be asked to keep again. */
  leave(): void {
    this.forgetMark();
    this.stand({ kind: "off" });
  }

  /** Keep nothing any more; this tab goes on. Also deletes what was found. */
  async stop(): Promise<void> {
    if (await this.deleted("stopped")) this.told.news("stopped");
  }

  /** Nothing of the person stays; whether that is so. What nobody said is theirs, stays and is asked about. */
  async clear(): Promise<boolean> {
    if (this.phase.kind !== "off" && this.phase.kind !== "found") return this.deleted("cleared");
    await this.start();
    return true;
  }

  /** Another tab said something, or this one was not looked at for a while: is it still as it was? */
  async look(): Promise<void> {
    if (this.isWriting) return;
    const { phase } = this;
    if (phase.kind === "off" || phase.kind === "undeleted") return;
    const found = await this.kept.load();
    // What this tab did meanwhile has looked already.
    if (found === null || this.phase !== phase) return;
    if (!this.isOn) {
      if (phase.kind === "apart" || phase.kind === "found") await this.lookAnew(found);
      return;
    }
    if (found.kind !== "entry") return this.without(found, true);
    const { entry } = found;
    if (this.mine().has(idOf(entry))) return;
    if (this.isSame(entry)) await this.follow(entry);
    else this.stand({ kind: "apart", entry });
  }

  /** Another tab cleared or stopped. */
  heard(what: "written" | "stopped" | "cleared"): void {
    if (what === "written") return void this.look();
    // That nothing is there any more may have been seen before it was heard why.
    const wasKept = this.isOn || this.phase.kind === "gone";
    if (!wasKept) return void this.look();
    this.forgetMark();
    this.stand({ kind: "off" });
    if (what === "cleared") this.host.cleared();
    this.told.news(what);
  }

  private async lookAnew(found: Found): Promise<void> {
    if (found.kind === "none") return this.phase.kind === "apart" ? this.stand({ kind: "gone" }) : this.leave();
    if (found.kind !== "entry") return this.without(found, false);
    const { phase } = this;
    if ((phase.kind === "apart" || phase.kind === "found") && idOf(phase.entry) === idOf(found.entry)) return;
    const { entry, isDamaged } = found;
    this.stand(phase.kind === "apart" ? { kind: "apart", entry } : { kind: "found", entry, isDamaged, isAhead: false });
  }

  /** There is none that this page could show. */
  private without(found: Exclude<Found, { kind: "entry" }>, wasKept: boolean): void {
    if (found.kind !== "none") return this.stand(found);
    this.forgetMark();
    this.stand({ kind: wasKept && this.host.text() !== "" ? "gone" : "off" });
  }

  /** Its days have passed. It goes, but not in silence, for the clock may be wrong. */
  private async over(entry: Entry): Promise<void> {
    const now = this.now();
    if (goes(entry.told, now)) {
      if (await this.deleted("stopped")) this.told.news("ended");
      return;
    }
    // Said anew where the clock went back since.
    if (entry.told === 0 || entry.told > now) {
      const next = { ...this.following(entry), changed: entry.changed, told: now };
      const { kind } = await this.kept.write(next, new Set([idOf(entry)]), false);
      if (kind === "saved") return this.stand({ kind: "over", entry: next });
    }
    this.stand({ kind: "over", entry });
  }

  /** A clock that was set back: the days count from now, or it would be kept for longer than was said. */
  private async restamp(entry: Entry): Promise<void> {
    const next = this.following(entry);
    const { kind } = await this.kept.write(next, new Set([idOf(entry)]), false);
    if (kind === "saved") this.base = next;
  }

  private following(entry: Entry): Entry {
    return { ...entry, rev: this.nextRev(entry), by: this.by, changed: this.now(), told: 0 };
  }

  private take(entry: Entry, isDamaged = false): void {
    this.host.take(entry);
    this.base = entry;
    this.pending = [];
    this.isRenewed = standing(entry.changed, this.now()) !== "kept";
    if (this.isSame(entry) && !this.isRenewed && !isDamaged) void this.follow(entry);
    else void this.go();
  }

  /** This tab holds what is kept; whether it is kept whole and twice is looked at, and mended. */
  private async follow(entry: Entry): Promise<void> {
    this.base = entry;
    this.pending = [];
    this.writeMark();
    const saving: Phase = { kind: "saving" };
    this.stand(saving);
    const isThere = await this.kept.has(entry);
    // What happened meanwhile goes before.
    if (this.phase !== saving || this.isWriting) return;
    if (isThere && this.isSame(entry)) this.saved(entry);
    else await this.write();
  }

  private saved(entry: Entry): void {
    this.stand({ kind: "saved", at: entry.changed, until: untilOf(entry.changed) });
  }

  private async go(): Promise<void> {
    this.stand({ kind: "saving" });
    await this.write();
  }

  /** One write at a time; what changes meanwhile is in the next one. */
  private async write(): Promise<void> {
    this.isWanted = true;
    if (this.isWriting) return;
    this.isWriting = true;
    try {
      while (this.isWanted && this.isOn) {
        this.isWanted = false;
        await this.writeOnce();
      }
    } finally {
      this.isWriting = false;
    }
  }

  private async writeOnce(): Promise<void> {
    const { host, base } = this;
    const text = host.text();
    // The days count from the last change: to open it, or to mend a copy, is none.
    const isChanged = this.isRenewed || !base || host.essence(base.state) !== host.essence(text);
    const rev = this.nextRev(base);
    const entry: Entry = {
      of: host.of,
      life: base?.life ?? idOf({ rev, by: this.by }),
      rev,
      by: this.by,
      changed: isChanged ? this.now() : base.changed,
      told: 0,
      version: host.version,
      state: text,
      said: host.said(),
    };
    const mine = this.mine();
    this.pending = [...this.pending, idOf(entry)].slice(-MOST_PENDING);
    this.writeMark();
    const result = await this.kept.write(entry, mine, base === null);
    // Stopped or cleared meanwhile, here or in another tab.
    if (!this.isOn) return;
    if (result.kind === "failed") return this.stand(result);
    if (result.kind === "other") return this.other(result.found);
    this.base = entry;
    this.pending = [];
    this.isRenewed = false;
    this.writeMark();
    this.others.tell("written");
    if (!this.isWanted) this.saved(entry);
  }

  /**
   * Above all that this page wrote or tried to, so that it names one text; and above all that was kept before and
   * deleted, since a browser that ends at once may bring back its second copy: so a first one is the time.
   */
  private nextRev(base: Entry | null): number {
    this.lastRev = Math.max(base?.rev ?? this.now(), this.lastRev, ...this.pending.map((id) => Number.parseInt(id, 10))) + 1;
    return this.lastRev;
  }

  private async other(found: Found): Promise<void> {
    if (found.kind !== "entry") return this.without(found, true);
    const { entry } = found;
    if (!this.isSame(entry)) return this.stand({ kind: "apart", entry });
    // Another tab wrote the same: the next write follows it.
    this.base = entry;
    this.pending = [];
    this.writeMark();
    this.isWanted = true;
  }

  private async deleted(told: "stopped" | "cleared"): Promise<boolean> {
    this.forgetMark();
    // From here on nothing is written; that it is gone is shown when it is.
    const ending: Phase = { kind: "off" };
    this.phase = ending;
    const isDone = await this.kept.forget();
    if (isDone) this.others.tell(told);
    // Unless the person has chosen something else meanwhile.
    if (this.phase === ending) this.stand({ kind: isDone ? "off" : "undeleted" });
    return isDone;
  }

  private stand(phase: Phase): void {
    this.phase = phase;
    this.told.phase(phase);
  }

  private isSame(entry: Entry): boolean {
    return this.host.essence(entry.state) === this.host.essence(this.host.text());
  }

  private sumOf(text: string): string {
    return crc32(this.host.essence(text));
  }

  private mine(): ReadonlySet<string> {
    return new Set([...(this.base ? [idOf(this.base)] : []), ...this.pending]);
  }

  private readMark(): Mark | null {
    const text = this.mark.read();
    if (text === null) return null;
    let data: unknown = null;
    try {
      data = JSON.parse(text);
    } catch {
      // None that we wrote.
    }
    const [base, pending, sum] = [field(data, "base"), field(data, "pending"), field(data, "sum")];
    const ids = Array.isArray(pending) ? pending.filter((each): each is string => typeof each === "string").slice(0, MOST_PENDING) : [];
    return { base: typeof base === "string" ? base : "", pending: ids, sum: typeof sum === "string" ? sum : "" };
  }

  private writeMark(): void {
    const { base, pending } = this;
    const mark: Mark = { base: base ? idOf(base) : "", pending, sum: base ? this.sumOf(base.state) : "" };
    this.mark.write(JSON.stringify(mark));
  }

  private forgetMark(): void {
    this.base = null;
    this.pending = [];
    this.mark.forget();
  }
}
