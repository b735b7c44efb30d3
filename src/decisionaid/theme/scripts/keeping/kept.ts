/** One thing that is kept in two places: written, read back and compared, one tab at a time. */
import { idOf, newest, NONE, read, written, type Entry, type Found, type Worth } from "./entry.ts";
import { refusalIn, type Place, type Refusal } from "./places.ts";

/** What came of a write; only `saved` may be shown as such. */
export type Written =
  | { readonly kind: "saved" }
  /** Something else stands there than what the write was to follow; it stays. */
  | { readonly kind: "other"; readonly found: Found }
  | { readonly kind: "failed"; readonly why: Refusal };

/** Do work while no other tab does work of this name. */
export type Alone = <Given>(work: () => Promise<Given>) => Promise<Given>;

/** What is kept: its name, and what its page makes of a state of it. */
export interface Thing {
  readonly of: string;
  worth(state: string): Worth;
}

export class Kept {
  private readonly thing: Thing;
  /** The first one is written first, and outlives the browser's end. */
  private readonly places: readonly [Place, Place];
  private readonly alone: Alone;

  constructor(thing: Thing, places: readonly [Place, Place], alone: Alone) {
    this.thing = thing;
    this.places = places;
    this.alone = alone;
  }

  /** The newest of both copies; null: nobody lets us look. */
  async load(): Promise<Found | null> {
    const copies = await Promise.all(this.places.map((place) => place.read().catch(() => undefined)));
    const found = copies.map((text) => (text === undefined ? null : this.read(text)));
    const [one, other] = found;
    if (!one && !other) return null;
    return newest(one ?? NONE, other ?? NONE);
  }

  /** Whether this entry stands in both places, whole. */
  has(entry: Entry): Promise<boolean> {
    return this.alone(async () => {
      const copies = await Promise.all(this.places.map((place) => place.read().catch(() => null)));
      const text = written(entry);
      return copies.every((copy) => copy === text);
    });
  }

  /** Keep an entry that follows one of `mine`; `isFirst`: nothing has to be there. */
  write(entry: Entry, mine: ReadonlySet<string>, isFirst: boolean): Promise<Written> {
    return this.alone(async () => {
      try {
        return await this.put(entry, mine, isFirst);
      } catch (error) {
        return { kind: "failed", why: refusalIn(error) };
      }
    });
  }

  /** Whether nothing of it is kept any more. */
  forget(): Promise<boolean> {
    return this.alone(async () => {
      const done = await Promise.allSettled(this.places.map((place) => place.forget()));
      if (done.some(({ status }) => status === "rejected")) return false;
      const left = await Promise.all(this.places.map((place) => place.read().catch(() => "")));
      return left.every((text) => text === null);
    });
  }

  private read(text: string | null): Found {
    return read(text, this.thing.of, (state) => this.thing.worth(state));
  }

  private async put(entry: Entry, mine: ReadonlySet<string>, isFirst: boolean): Promise<Written> {
    const [first, second] = this.places;
    const before = [await first.read(), await second.read()] as const;
    const found = newest(this.read(before[0]), this.read(before[1]));
    const isMine = found.kind === "none" ? isFirst : found.kind === "entry" && mine.has(idOf(found.entry));
    if (!isMine) return { kind: "other", found };
    const text = written(entry);
    // What could not be read again is not kept: it would be shown as saved, and be lost.
    if (this.read(text).kind !== "entry") return { kind: "failed", why: "full" };
    for (const [place, was] of [[first, before[0]], [second, before[1]]] as const) {
      if (!(await place.swap(was, text))) return { kind: "other", found: (await this.load()) ?? NONE };
    }
    const after = await Promise.all([first.read(), second.read()]);
    return after.every((copy) => copy === text) ? { kind: "saved" } : { kind: "failed", why: "forbidden" };
  }
}

/** By the browser's own locks; without them in order within this tab, and a transaction decides which tab was first. */
export function aloneBy(locks: LockManager | undefined, name: string): Alone {
  if (locks) return <Given>(work: () => Promise<Given>) => locks.request(name, work) as Promise<Given>;
  let last: Promise<unknown> = Promise.resolve();
  return <Given>(work: () => Promise<Given>) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
