/** Picks of what matters most and least, as `values/picks.py` says: the blocks, and the count of picks. */
import { tidy, total } from "./numbers.ts";

/** What was picked in one block; null: nothing, for whatever reason. */
export interface Picks {
  block: readonly string[];
  most: string | null;
  least: string | null;
}

export interface CountedPicks {
  id: string;
  most: number;
  least: number;
  /** The blocks with both picks that the item stood in. */
  shown: number;
  /** `(most - least) / shown`, -1 to 1; null: no block with both picks had the item. That is not 0. */
  net: number | null;
}

/**
 * The blocks to pick from, as many as there are items; null: fewer than 6 items, more than 12 or one
 * twice, or a size that is not 3, 4 or 5.
 */
export function blocksOfPicks(items: readonly string[], size = 3): string[][] | null {
  const many = items.length;
  if (many < 6 || many > 12 || ![3, 4, 5].includes(size) || new Set(items).size < many) return null;
  const first = evenest(many, size);
  const shown = items.map(() => 0);
  const left = items.map((_, turn) => first.map((place) => (place + turn) % many));
  const soFar = (block: readonly number[]): number => total(block.map((place) => shown[place] ?? 0));
  return items.map(() => {
    // The one with the items that were shown least so far; of several, the first turn.
    const next = left.map(soFar).reduce((best, times, index, all) => (times < (all[best] ?? 0) ? index : best), 0);
    const [block = []] = left.splice(next, 1);
    return block.map((place) => {
      shown[place] = (shown[place] ?? 0) + 1;
      return items[place] ?? "";
    });
  });
}

/** The places of the first block: of those whose turns make pairs meet most evenly, the first. */
function evenest(many: number, size: number): number[] {
  let best: number[] = [];
  let least = size;
  const all = [...Array(many).keys()];
  for (let mask = 1; mask < 1 << many; mask += 2) {
    const places = all.filter((place) => (mask >> place) & 1);
    if (places.length !== size) continue;
    const meet = all.slice(1).map((gap) => places.filter((place) => places.includes((place + gap) % many)).length);
    const spread = Math.max(...meet) - Math.min(...meet);
    if (spread < least) [best, least] = [places, spread];
  }
  return best;
}

/** The picks for each item, in the order of the items; half a block counts for nothing. */
export function bestMinusWorst(items: readonly string[], picks: readonly Picks[]): CountedPicks[] {
  const both = picks.filter(({ block, most, least }) => most !== least && [most, least].every((each) => each !== null && block.includes(each)));
  return items.map((id) => {
    const shown = both.filter(({ block }) => block.includes(id)).length;
    const most = both.filter((each) => each.most === id).length;
    const least = both.filter((each) => each.least === id).length;
    return { id, most, least, shown, net: shown ? tidy((most - least) / shown) : null };
  });
}
