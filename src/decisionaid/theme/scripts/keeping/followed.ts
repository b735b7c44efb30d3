/** Which write a tab follows: each write of its own names that one, also after the page was loaded again. */
import type { Keep } from "../page/keep.ts";
import { field, parsed } from "../record/field.ts";
import { idOf, type Entry } from "./entry.ts";

/** Where a tab notes it, in its own storage. */
export type Marks = Pick<Keep, "read" | "write" | "forget">;

/** Characters of such a note that are read at all: it holds what an entry does. */
const MOST_MARK = 400_000;
/** Ids of writes that may have come to the place before one was known to be saved. */
const MOST_PENDING = 50;

export interface Mark {
  base: string;
  pending: readonly string[];
  /** The choice to keep that the base came of. */
  life: string;
  /** What the base held. */
  state: string;
}

export class Followed {
  /** The write that the next one follows; null: none. */
  base: Entry | null = null;
  /** The last kept state that this tab held whole; empty: none. */
  state = "";
  /** The choice to keep that this tab follows; empty: none. */
  life = "";
  private readonly note: Marks;
  private readonly now: () => number;
  /** Ids of own writes of which nobody knows yet whether they came to the place. */
  private pending: readonly string[] = [];
  private lastRev = 0;

  constructor(note: Marks, now: () => number) {
    this.note = note;
    this.now = now;
  }

  /** What was noted before the page was loaded; null: nothing. */
  read(): Pick<Mark, "base" | "life" | "pending"> | null {
    const text = this.note.read();
    const data = text === null ? null : parsed(text, MOST_MARK);
    const [base, life, state] = ["base", "life", "state"].map((name) => field(data, name)).map((each) => (typeof each === "string" ? each : "")) as [string, string, string];
    const pending = field(data, "pending");
    const ids = Array.isArray(pending) ? pending.filter((each): each is string => typeof each === "string").slice(0, MOST_PENDING) : [];
    this.life = life;
    this.state = state;
    return text === null ? null : { base, pending: ids, life };
  }

  /** Go on from what was noted: an entry is of the choice to keep that it names. */
  resume({ pending }: Pick<Mark, "pending">, entry: Entry): Entry {
    this.pending = [...pending];
    return (this.base ??= entry);
  }

  /** The next write follows this one. */
  adopt(entry: Entry): void {
    this.base = entry;
    this.pending = [];
  }

  /** A write is on its way: it may have come to the place before it is known to be saved. */
  tried(entry: Entry): void {
    this.pending = [...this.pending, idOf(entry)].slice(-MOST_PENDING);
    this.write();
  }

  /** Note it, with what this tab holds of it. */
  write(): void {
    const { base, pending } = this;
    this.state = base?.state ?? "";
    this.life = base?.life ?? "";
    const mark: Mark = { base: base ? idOf(base) : "", pending, life: this.life, state: this.state };
    this.note.write(JSON.stringify(mark));
  }

  /** What was noted is of a choice to keep that is no more. */
  forgetNote(): void {
    this.state = "";
    this.note.forget();
  }

  forget(): void {
    this.base = null;
    this.pending = [];
    this.life = "";
    this.forgetNote();
  }

  /** Ids of the writes that are this tab's own, or that it follows. */
  mine(): ReadonlySet<string> {
    return new Set([...(this.base ? [idOf(this.base)] : []), ...this.pending]);
  }

  /** Whether an entry is of the choice to keep that this tab follows, or that it noted; a first write that may have come to its place names one. */
  isOfLife(entry: Entry, life = this.base?.life ?? "", pending = this.pending): boolean {
    return entry.life === life || pending.includes(entry.life);
  }

  /**
   * Above all that this page wrote or tried to, so that it names one text; and above all that was kept before and
   * deleted, since a browser that ends at once may bring back its second copy: so a first one is the time.
   */
  nextRev(base: Entry | null): number {
    this.lastRev = Math.max(base?.rev ?? this.now(), this.lastRev, ...this.pending.map((id) => Number.parseInt(id, 10))) + 1;
    return this.lastRev;
  }
}
