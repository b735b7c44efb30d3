/**
 * Keeps the state of a page on the device, once the person has chosen it: what is kept, and how this tab stands to it.
 *
 * A tab never writes over what it has not seen: each write names the one that it follows. Where another tab
 * wrote, both states are there until the person has chosen.
 */
import type { Keep } from "../page/keep.ts";
import { field, parsed } from "../record/field.ts";
import type { Cleared } from "./cleared.ts";
import { idOf, MOST_REV, written, type Entry, type Found, type Said } from "./entry.ts";
import type { Kept, Thing } from "./kept.ts";
import type { Refusal } from "./places.ts";
import { goes, standing, untilOf } from "./time.ts";

/** The page whose state is kept. */
export interface Host extends Thing {
  readonly version: string;
  /** The state of this tab as text; empty: there is nothing in it. */
  text(): string;
  /** Of such a text what must not be lost, as text to compare. */
  essence(text: string): string;
  /** The answers of this tab in words. */
  said(): Said[];
  /** Put a kept state into this tab, in the place of its own. */
  take(entry: Entry): void;
  /** What of an entry this page cannot hold, and what its words say of an earlier text: that goes on being kept in words. */
  carry(entry: Entry): void;
  /** Whether this page can hold all of an entry: one that was loaded before the text changed cannot. */
  holds(entry: Entry): boolean;
  /** What this tab shows, in words, that an entry has not, or has otherwise. */
  before(entry: Entry): Before[];
  /** Whether an entry is of somebody whose words must not be mixed with those of this tab: a helper's and a person's own. */
  isOther(entry: Entry): boolean;
  /** Let go of what a kept state holds, null: of all; whether something is left that was in this tab only. */
  cleared(kept: string | null): boolean;
}

/** What a tab showed before it took over what is kept. */
export type Before = Pick<Said, "question" | "answer">;

/** How this tab stands to what is kept. */
export type Phase =
  /** Nothing is kept, or nothing of this tab. */
  | { readonly kind: "off" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number; readonly until: number }
  | { readonly kind: "failed"; readonly why: Refusal }
  /** It was to be deleted, and the browser did not do it. */
  | { readonly kind: "undeleted" }
  /** Something is kept, and this tab is new: whose it is, is asked first. `isAhead`: the clock was set back. `isLeft`: the page was cleared, and this was not. `isInPlace`: the person chose to keep, and there is room for one. */
  | { readonly kind: "found"; readonly entry: Entry; readonly isDamaged: boolean; readonly isAhead: boolean; readonly isLeft?: boolean; readonly isInPlace?: boolean }
  /** Both this tab and what is kept have something that the other has not. */
  | { readonly kind: "apart"; readonly entry: Entry }
  /** It was kept, and is no more: the browser deleted it, or somebody did. */
  | { readonly kind: "gone" }
  /** By the clock its time has passed. */
  | { readonly kind: "over"; readonly entry: Entry }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "newer"; readonly text: string };

/** What is said once, beside how it stands. */
export type News = "ended" | "updated" | "stopped" | "cleared" | "cleared_rest";

export interface Told {
  phase(phase: Phase): void;
  /** `before`: what was in this tab, and is not any more. */
  news(news: News, before?: readonly Before[]): void;
  /** The tab let go of what it held: what was told of it may quote it. */
  emptied(): void;
}

/** What tabs tell each other. A tab that comes back to nothing asks why: no store may tell, for nothing is left in them. */
export const TOLD = ["written", "stopped", "cleared", "asks"] as const;
export type ToldOthers = (typeof TOLD)[number];

export interface Others {
  tell(what: ToldOthers): void;
}

/** Where a tab notes which write it follows. */
export type Marks = Pick<Keep, "read" | "write" | "forget">;

/** Characters of such a note that are read at all: it holds what an entry does. */
const MOST_MARK = 400_000;
/** Ids of writes that may have come to the place before one was known to be saved. */
const MOST_PENDING = 50;

interface Mark {
  base: string;
  pending: readonly string[];
  /** The choice to keep that the base came of. */
  life: string;
  /** What the base held. */
  state: string;
}

export class Keeper {
  phase: Phase = { kind: "off" };
  private readonly host: Host;
  private readonly kept: Kept;
  /** In this tab's storage: which write this tab follows, for after a reload. */
  private readonly mark: Marks;
  private readonly told: Told;
  private readonly others: Others;
  private readonly cleared: Cleared;
  /** Names this page, loaded once: a tab that is duplicated is another one. */
  private readonly by: string;
  private readonly now: () => number;
  private base: Entry | null = null;
  private pending: readonly string[] = [];
  private isWriting = false;
  private writing: Promise<void> = Promise.resolve();
  private isWanted = false;
  private lastRev = 0;
  /** The last kept state that this tab held whole; empty: none. */
  private followed = "";
  /** The choice to keep that this tab follows; empty: none. */
  private life = "";
  /** How what was kept came to its end, as far as this page knows, until something is kept anew. */
  private ended: "stopped" | "cleared" | null = null;
  private looking: Promise<void> = Promise.resolve();
  /** Its days were over by a clock that the person says is wrong: they begin anew. */
  private isRenewed = false;

  constructor(
    host: Host,
    kept: Kept,
    mark: Marks,
    told: Told,
    others: Others,
    cleared: Cleared,
    by: string,
    now: () => number = Date.now,
  ) {
    this.host = host;
    this.kept = kept;
    this.mark = mark;
    this.told = told;
    this.others = others;
    this.cleared = cleared;
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
    this.cleared.forgetOld();
    let mark = this.readMark();
    this.followed = mark?.state ?? "";
    if (mark && this.cleared.has(mark.life)) {
      this.end("cleared");
      mark = null;
    }
    this.life = mark?.life ?? "";
    const found = await this.kept.load();
    if (found === null) return mark ? this.stand({ kind: "failed", why: "forbidden" }) : undefined;
    if (found.kind !== "entry") return this.without(found, mark !== null);
    const { entry } = found;
    const now = this.now();
    const time = standing(entry.changed, now);
    if (time === "over") return this.over(entry);
    if (time === "ahead") await this.restamp(entry);
    // What this tab followed was deleted, and somebody chose anew: whose it is, is asked as in a new tab.
    if (!mark || !isOfLife(entry, mark.life, mark.pending)) {
      this.mark.forget();
      this.followed = "";
      return this.ask(this.base ?? entry, found.isDamaged, time === "ahead");
    }
    const isOurs = [mark.base, ...mark.pending].includes(idOf(entry));
    this.base ??= entry;
    this.pending = [...mark.pending];
    if (this.isSame(entry) && !found.isDamaged) return this.follow(this.base);
    if (isOurs) {
      // The text of the page may have changed since: what it cannot hold any more stays in words.
      this.host.carry(entry);
      return this.go();
    }
    // A tab that came back as it once was has nothing of its own to lose.
    if (this.hasNothingOfItsOwn() && !found.isDamaged) {
      this.update(entry);
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
    if (found?.kind === "entry") return this.stand({ kind: "found", entry: found.entry, isDamaged: found.isDamaged, isAhead: false, isInPlace: true });
    if (found && found.kind !== "none") return this.without(found, false);
    this.forgetMark();
    await this.go();
  }

  /** Something changed in this tab. */
  changed(): void {
    // By now it may speak for somebody else: what may be done with what was found is another thing then.
    if (this.phase.kind === "found") this.stand(this.phase);
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
    if (this.host.isOther(entry)) return this.ask(entry, phase.kind === "found" && phase.isDamaged);
    if (this.host.essence(this.host.text()) !== "" && !this.isSame(entry)) return this.stand({ kind: "apart", entry });
    this.take(entry, phase.kind === "found" && phase.isDamaged);
  }

  /** Of two states, go on with that of this tab. */
  async chooseHere(): Promise<void> {
    if (this.phase.kind !== "apart" || this.isNotToMix(this.phase.entry)) return;
    this.adopt(this.phase.entry);
    await this.go();
  }

  /** Of two states, go on with that which is kept. */
  chooseKept(): void {
    if (this.phase.kind === "apart" && !this.isNotToMix(this.phase.entry)) this.take(this.phase.entry);
  }

  /** This tab may speak for somebody else by now than when both were shown. Of its own choice to keep all is one record. */
  private isNotToMix(entry: Entry): boolean {
    if (entry.life === this.life || !this.host.isOther(entry)) return false;
    this.ask(entry, false);
    return true;
  }

  /** Leave what is kept as it is; this tab goes on by itself, and may be asked to keep again. */
  leave(): void {
    this.forgetMark();
    this.stand({ kind: "off" });
  }

  /** What was kept is gone: so is what this tab holds. */
  clearHere(): void {
    this.leave();
    this.told.emptied();
    this.host.cleared(null);
  }

  /** Keep nothing any more; this tab goes on. Also deletes what was found. */
  async stop(): Promise<void> {
    if (await this.deleted("stopped")) this.told.news("stopped");
  }

  /** The page lets go of what it holds: what is kept stays, with the last change, and is asked about as in a new tab. Whether all of it is kept. */
  async letGo(): Promise<boolean> {
    await this.writing;
    this.told.emptied();
    const { isSafe } = this;
    if (this.phase.kind !== "off") this.leave();
    await this.start();
    return isSafe;
  }

  /** Nothing of the person stays; whether nothing is kept any more. What nobody said is theirs, stays and is asked about. */
  async clear(): Promise<boolean> {
    const { phase } = this;
    this.told.emptied();
    // A state beside which this tab stands, and which it never was: it was opened to be looked at.
    const isOther = phase.kind === "apart" && phase.entry.life !== this.life;
    if (phase.kind !== "off" && phase.kind !== "found" && !isOther) return this.deleted("cleared");
    if (isOther) this.leave();
    await this.start();
    if (this.phase.kind === "found") this.stand({ ...this.phase, isLeft: true });
    return this.phase.kind === "off";
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
    if (!this.isSame(entry)) {
      if (!this.isBehind(found)) return this.standOff(found);
      // What comes in is no change that is to be written.
      this.phase = { kind: "off" };
      this.update(entry);
    }
    await this.follow(entry);
  }

  /** Another tab said something. */
  heard(what: ToldOthers): void {
    if (what === "asks") return void (this.ended && this.others.tell(this.ended));
    this.ended = what === "written" ? null : what;
    // That nothing is there any more may have been seen before it was heard why. What was never kept, nobody ended.
    const isEnded = (this.isOn && this.base) || this.phase.kind === "gone" || this.phase.kind === "apart";
    if (what === "written" || !isEnded) return void this.look();
    this.end(what);
  }

  /** What this tab followed is deleted. Where it was cleared, that is cleared here too: not what was said in this tab alone. */
  private end(how: "stopped" | "cleared"): void {
    const { followed } = this;
    this.forgetMark();
    this.stand({ kind: "off" });
    if (how === "cleared") this.told.emptied();
    const isLeft = how === "cleared" && this.host.cleared(followed);
    this.told.news(isLeft ? "cleared_rest" : how);
  }

  private async lookAnew(found: Found): Promise<void> {
    if (found.kind === "none") return this.phase.kind === "apart" ? this.stand({ kind: "gone" }) : this.leave();
    if (found.kind !== "entry") return this.without(found, false);
    const { phase } = this;
    if ((phase.kind === "apart" || phase.kind === "found") && idOf(phase.entry) === idOf(found.entry)) return;
    const { entry, isDamaged } = found;
    const isMixed = entry.life !== this.life && this.host.isOther(entry);
    if (phase.kind === "apart" && !isMixed) this.stand({ kind: "apart", entry });
    else this.ask(entry, isDamaged);
  }

  /** There is none that this page could show. */
  private without(found: Exclude<Found, { kind: "entry" }>, wasKept: boolean): void {
    if (found.kind !== "none") return this.stand(found);
    if (wasKept && this.cleared.has(this.life)) return this.end("cleared");
    if (!wasKept || this.host.text() === "") return this.leave();
    // The mark stays: a page that is loaded again says the same.
    this.stand({ kind: "gone" });
    this.others.tell("asks");
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
    this.followed = entry.state;
    this.isRenewed = standing(entry.changed, this.now()) !== "kept";
    if (this.isSame(entry) && !this.isRenewed && !isDamaged) void this.follow(entry);
    else void this.go();
  }

  /** This tab holds what is kept; whether it is kept whole and twice is looked at, and mended. */
  private async follow(entry: Entry): Promise<void> {
    this.adopt(entry);
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
  private write(): Promise<void> {
    this.isWanted = true;
    if (!this.isWriting) this.writing = this.writeAll();
    return this.writing;
  }

  private async writeAll(): Promise<void> {
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
    // No page counted so far: what is kept is none of ours, and nothing could follow it.
    if (base && rev >= MOST_REV) return this.stand({ kind: "unreadable", text: written(base) });
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
    this.ended = null;
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
    if (!this.isSame(entry)) {
      if (!this.isBehind(found)) return this.standOff(found);
      this.update(entry);
    }
    // Now both hold the same: the next write follows it.
    this.adopt(entry);
    this.writeMark();
    this.isWanted = true;
  }

  private async deleted(told: "stopped" | "cleared"): Promise<boolean> {
    const { life } = this;
    this.forgetMark();
    // From here on nothing is written; that it is gone is shown when it is.
    const ending: Phase = { kind: "off" };
    this.phase = ending;
    const isDone = await this.kept.forget();
    if (isDone) this.others.tell((this.ended = told));
    if (isDone && told === "cleared") this.cleared.note(life);
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

  /** Whether all that this tab holds was kept: what another tab wrote since takes its place. */
  private hasNothingOfItsOwn(): boolean {
    return this.followed !== "" && this.host.essence(this.followed) === this.host.essence(this.host.text());
  }

  private isBehind({ entry, isDamaged }: FoundEntry): boolean {
    return !isDamaged && this.isOurLife(entry) && this.hasNothingOfItsOwn() && this.host.holds(entry);
  }

  /** Another tab wrote something else. Of another choice to keep nothing is shown before somebody says that it is theirs. */
  private standOff({ entry, isDamaged }: FoundEntry): void {
    if (this.isOurLife(entry)) return this.stand({ kind: "apart", entry });
    this.forgetMark();
    this.ask(entry, isDamaged);
  }

  /** Whose it is. */
  private ask(entry: Entry, isDamaged: boolean, isAhead = false): void {
    this.stand({ kind: "found", entry, isDamaged, isAhead });
  }

  private isOurLife(entry: Entry): boolean {
    return isOfLife(entry, this.base?.life ?? "", this.pending);
  }

  /** This tab is behind: it takes over what is kept, and says what that took away. */
  private update(entry: Entry): void {
    const before = this.host.before(entry);
    this.host.take(entry);
    this.told.news("updated", before);
  }

  /** The next write follows this one. */
  private adopt(entry: Entry): void {
    this.base = entry;
    this.pending = [];
    this.host.carry(entry);
  }

  private mine(): ReadonlySet<string> {
    return new Set([...(this.base ? [idOf(this.base)] : []), ...this.pending]);
  }

  private readMark(): Mark | null {
    const text = this.mark.read();
    if (text === null) return null;
    const data = parsed(text, MOST_MARK);
    const [base, pending, life, state] = ["base", "pending", "life", "state"].map((name) => field(data, name));
    const ids = Array.isArray(pending) ? pending.filter((each): each is string => typeof each === "string").slice(0, MOST_PENDING) : [];
    const textIn = (each: unknown): string => (typeof each === "string" ? each : "");
    return { base: textIn(base), pending: ids, life: textIn(life), state: textIn(state) };
  }

  private writeMark(): void {
    const { base, pending } = this;
    this.followed = base?.state ?? "";
    this.life = base?.life ?? "";
    const mark: Mark = { base: base ? idOf(base) : "", pending, life: this.life, state: this.followed };
    this.mark.write(JSON.stringify(mark));
  }

  private forgetMark(): void {
    this.base = null;
    this.pending = [];
    this.followed = this.life = "";
    this.mark.forget();
  }
}

type FoundEntry = Extract<Found, { kind: "entry" }>;

/** Whether an entry is of the choice to keep that a tab follows; a first write that may have come to its place names one. */
function isOfLife(entry: Entry, life: string, pending: readonly string[]): boolean {
  return entry.life === life || pending.includes(entry.life);
}
