/** Chance that comes out the same for the same seed. */

export interface Random {
  /** A whole number from 0 on, below `most`. */
  below(most: number): number;
  chance(share: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  hex(digits: number): string;
}

export function begunBy(seed: number): Random {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    chance: (share) => next() < share,
    one: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(""),
  };
}
