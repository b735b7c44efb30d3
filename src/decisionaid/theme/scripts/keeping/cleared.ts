/**
 * Which choices to keep came to their end by a clearing: so a tab that was away meanwhile clears what it holds of one,
 * also where no tab is left to tell it.
 *
 * Nothing of what was kept stands here, and not of what it was: a choice has a name by chance.
 */
import { field, parsed } from "../record/field.ts";
import { DAYS } from "./time.ts";

/** In the local storage, one for all pages of the site. */
export const CLEARED = "decisionaid.cleared";
/** Characters that are read at all; so many choices take a fifth. */
const MOST = 10_000;
const MOST_NAMED = 30;

export class Cleared {
  private readonly storage: () => Storage;
  private readonly now: () => number;

  constructor(storage: () => Storage, now: () => number = Date.now) {
    this.storage = storage;
    this.now = now;
  }

  has(life: string): boolean {
    return life !== "" && field(Object.fromEntries(this.named()), life) !== undefined;
  }

  /** From now on it was cleared; where the browser does not let us say so, tabs that come back ask. */
  note(life: string): void {
    if (life !== "") this.write([...this.named().filter(([name]) => name !== life), [life, this.now()]]);
  }

  /** No tab comes back to what was cleared so long ago: that is not told any more. */
  forgetOld(): void {
    const all = this.named();
    const young = all.filter(([, at]) => Math.abs(this.now() - at) <= DAYS * 86_400_000);
    if (young.length < all.length) this.write(young);
  }

  private named(): readonly (readonly [string, number])[] {
    let data: unknown = null;
    try {
      data = parsed(this.storage().getItem(CLEARED) ?? "", MOST);
    } catch {
      // Forbidden: then none is known.
    }
    if (data === null || typeof data !== "object" || Array.isArray(data)) return [];
    const isOurs = (each: [string, unknown]): each is [string, number] => /^[0-9a-f.]{1,64}$/.test(each[0]) && Number.isSafeInteger(each[1]);
    return Object.entries(data).filter(isOurs);
  }

  private write(all: readonly (readonly [string, number])[]): void {
    try {
      if (all.length === 0) this.storage().removeItem(CLEARED);
      else this.storage().setItem(CLEARED, JSON.stringify(Object.fromEntries(all.slice(-MOST_NAMED))));
    } catch {
      // Full, or forbidden.
    }
  }
}
