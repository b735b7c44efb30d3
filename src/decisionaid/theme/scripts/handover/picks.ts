/** The order that picks of most and least give: for showing only, and no number stands beside an item. */
import type { ValuesAnswer } from "../record/record-types.ts";
import { bestMinusWorst } from "../values/picks.ts";

export type Blocks = Extract<ValuesAnswer, { kind: "picks" }>["blocks"];

export interface PickedOrder {
  /** Items with their places, most first; alike have one place, and what no whole block had has none. */
  places: readonly { id: string; n: number }[];
  /** In how many blocks both were picked. */
  counted: number;
}

export function pickedOrder(blocks: Blocks): PickedOrder {
  // The first ones of all blocks are all items, each once; a file may lack some.
  const items = [0, 1, 2, 3, 4].flatMap((place) => blocks.flatMap(({ items: { [place]: id } }) => id ?? []));
  const counts = bestMinusWorst(
    [...new Set(items)],
    blocks.map(({ items: block, most, least }) => ({ block, most: most.item, least: least.item })),
  );
  const known = counts.flatMap(({ id, net }) => (net === null ? [] : { id, net }));
  const places = known.map(({ id, net }) => ({ id, n: 1 + known.filter((other) => other.net > net).length }));
  return {
    places: places.sort((one, other) => one.n - other.n),
    counted: counts.reduce((sum, { most }) => sum + most, 0),
  };
}

/** What the picks put before something else, alone or with others; nothing where all come to the same. */
export function firstPicked(blocks: Blocks): string[] {
  const { places } = pickedOrder(blocks);
  return places.some(({ n }) => n > 1) ? places.filter(({ n }) => n === 1).map(({ id }) => id) : [];
}

/** Whether no order of the items has the most of each block before its others, and the least behind them. */
export function fitNoOrder(blocks: Blocks): boolean {
  const before = (one: string | null, other: string | null): string[][] =>
    one !== null && other !== null && one !== other ? [[one, other]] : [];
  let pairs = blocks.flatMap(({ items, most, least }) =>
    items.flatMap((id) => [...before(most.item, id), ...before(id, least.item)]),
  );
  // What has nothing before it can come first; what is left when nothing can, goes round in a circle.
  for (let count = -1; count !== pairs.length; ) {
    count = pairs.length;
    pairs = pairs.filter(([one]) => pairs.some(([, other]) => other === one));
  }
  return pairs.length > 0;
}
