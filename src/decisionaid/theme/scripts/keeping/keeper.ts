/**
 * Keeps the state of a page on the device, once the person has chosen it: what is kept, and how this tab stands to it.
 *
 * A tab never writes over what it has not seen: each write names the one that it follows. Where another tab
 * wrote, both states are there until the person has chosen.
 */
import type { Cleared } from "./cleared.ts";
import { idOf, MOST_REV, written, type Entry, type Found } from "./entry.ts";
import { Followed, type Marks } from "./followed.ts";
import type { Host } from "./host.ts";
import type { Kept } from "./kept.ts";
import type { Others, Phase, Told, ToldOthers } from "./phases.ts";
import { goes, standing, untilOf } from "./time.ts";

export class Keeper {
  phase: Phase = { kind: "off" };
  private readonly host: Host;
  private readonly kept: Kept;
  private readonly follows: Followed;
  private readonly told: Told;
  private readonly others: Others;
  private readonly cleared: Cleared;
  /** Names this page, loaded once: a tab that is duplicated is another one. */
  private readonly by: string;
  private readonly now: () => number;
  private isWriting = false;
  private writing: Promise<void> = Promise.resolve();
  private isWanted = false;
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
    this.follows = new Followed(mark, now);
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
    let mark = this.follows.read();
    if (mark && this.cleared.has(mark.life)) {
      this.end("cleared");
      mark = null;
    }
    const found = await this.kept.load();
    if (found === null) return mark ? this.stand({ kind: "failed", why: "forbidden" }) : undefined;
    if (found.kind !== "entry") return this.without(found, mark !== null);
    const { entry } = found;
    const now = this.now();
    const time = standing(entry.changed, now);
    if (time === "over") return this.over(entry);
    if (time === "ahead") await this.restamp(entry);
    // What this tab followed was deleted, and somebody chose anew: whose it is, is asked as in a new tab.
    if (!mark || !this.follows.isOfLife(entry, mark.life, mark.pending)) {
      this.follows.forgetNote();
      return this.ask(this.follows.base ?? entry, found.isDamaged, time === "ahead");
    }
    const isOurs = [mark.base, ...mark.pending].includes(idOf(entry));
    const base = this.follows.resume(mark, entry);
    if (this.isSame(entry) && !found.isDamaged) return this.follow(base);
    if (isOurs) {
      // The text of the page may have changed since: what it cannot hold any more stays in words.
      this.host.carry(entry);
      return this.go();
    }
    // A tab that came back as it once was has nothing of its own to lose.
    if (this.hasNothingOfItsOwn() && !found.isDamaged) {
      this.update(entry);
      return this.follow(base);
    }
    this.stand({ kind: "apart", entry: base });
  }

  /** The person chose to keep what this tab holds. */
  async keep(): Promise<void> {
    await this.looking;
    if (this.phase.kind !== "off" && this.phase.kind !== "gone" && this.phase.kind !== "undeleted") return;
    const found = await this.kept.load();
    // They may be somebody else's: what they are is not shown before somebody says that they are theirs.
    if (found?.kind === "entry") return this.stand({ kind: "found", entry: found.entry, isDamaged: found.isDamaged, isAhead: false, isInPlace: true });
    if (found && found.kind !== "none") return this.without(found, false);
    this.follows.forget();
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
    if (entry.life === this.follows.life || !this.host.isOther(entry)) return false;
    this.ask(entry, false);
    return true;
  }

  /** Leave what is kept as it is; this tab goes on by itself, and may be asked to keep again. */
  leave(): void {
    this.follows.forget();
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
    const isOther = phase.kind === "apart" && phase.entry.life !== this.follows.life;
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
    if (this.follows.mine().has(idOf(entry))) return;
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
    const isEnded = (this.isOn && this.follows.base) || this.phase.kind === "gone" || this.phase.kind === "apart";
    if (what === "written" || !isEnded) return void this.look();
    this.end(what);
  }

  /** What this tab followed is deleted. Where it was cleared, that is cleared here too: not what was said in this tab alone. */
  private end(how: "stopped" | "cleared"): void {
    const { state } = this.follows;
    this.follows.forget();
    this.stand({ kind: "off" });
    if (how === "cleared") this.told.emptied();
    const isLeft = how === "cleared" && this.host.cleared(state);
    this.told.news(isLeft ? "cleared_rest" : how);
  }

  private async lookAnew(found: Found): Promise<void> {
    if (found.kind === "none") return this.phase.kind === "apart" ? this.stand({ kind: "gone" }) : this.leave();
    if (found.kind !== "entry") return this.without(found, false);
    const { phase } = this;
    if ((phase.kind === "apart" || phase.kind === "found") && idOf(phase.entry) === idOf(found.entry)) return;
    const { entry, isDamaged } = found;
    const isMixed = entry.life !== this.follows.life && this.host.isOther(entry);
    if (phase.kind === "apart" && !isMixed) this.stand({ kind: "apart", entry });
    else this.ask(entry, isDamaged);
  }

  /** There is none that this page could show. */
  private without(found: Exclude<Found, { kind: "entry" }>, wasKept: boolean): void {
    if (found.kind !== "none") return this.stand(found);
    if (wasKept && this.cleared.has(this.follows.life)) return this.end("cleared");
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
    if (kind === "saved") this.follows.base = next;
  }

  private following(entry: Entry): Entry {
    return { ...entry, rev: this.follows.nextRev(entry), by: this.by, changed: this.now(), told: 0 };
  }

  private take(entry: Entry, isDamaged = false): void {
    this.host.take(entry);
    this.follows.adopt(entry);
    this.follows.state = entry.state;
    this.isRenewed = standing(entry.changed, this.now()) !== "kept";
    if (this.isSame(entry) && !this.isRenewed && !isDamaged) void this.follow(entry);
    else void this.go();
  }

  /** This tab holds what is kept; whether it is kept whole and twice is looked at, and mended. */
  private async follow(entry: Entry): Promise<void> {
    this.adopt(entry);
    this.follows.write();
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
    const { follows: { base }, host } = this;
    const text = host.text();
    // The days count from the last change: to open it, or to mend a copy, is none.
    const isChanged = this.isRenewed || !base || host.essence(base.state) !== host.essence(text);
    const rev = this.follows.nextRev(base);
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
    const mine = this.follows.mine();
    this.follows.tried(entry);
    const result = await this.kept.write(entry, mine, base === null);
    // Stopped or cleared meanwhile, here or in another tab.
    if (!this.isOn) return;
    if (result.kind === "failed") return this.stand(result);
    if (result.kind === "other") return this.other(result.found);
    this.follows.adopt(entry);
    this.isRenewed = false;
    this.ended = null;
    this.follows.write();
    this.others.tell("written");
    if (!this.isWanted) this.saved(entry);
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
    this.follows.write();
    this.isWanted = true;
  }

  private async deleted(told: "stopped" | "cleared"): Promise<boolean> {
    const { life } = this.follows;
    this.follows.forget();
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
    return this.follows.state !== "" && this.host.essence(this.follows.state) === this.host.essence(this.host.text());
  }

  private isBehind({ entry, isDamaged }: FoundEntry): boolean {
    return !isDamaged && this.follows.isOfLife(entry) && this.hasNothingOfItsOwn() && this.host.holds(entry);
  }

  /** Another tab wrote something else. Of another choice to keep nothing is shown before somebody says that it is theirs. */
  private standOff({ entry, isDamaged }: FoundEntry): void {
    if (this.follows.isOfLife(entry)) return this.stand({ kind: "apart", entry });
    this.follows.forget();
    this.ask(entry, isDamaged);
  }

  /** Whose it is. */
  private ask(entry: Entry, isDamaged: boolean, isAhead = false): void {
    this.stand({ kind: "found", entry, isDamaged, isAhead });
  }

  /** This tab is behind: it takes over what is kept, and says what that took away. */
  private update(entry: Entry): void {
    const before = this.host.before(entry);
    this.host.take(entry);
    this.told.news("updated", before);
  }

  /** The next write follows this one. */
  private adopt(entry: Entry): void {
    this.follows.adopt(entry);
    this.host.carry(entry);
  }

}

type FoundEntry = Extract<Found, { kind: "entry" }>;
