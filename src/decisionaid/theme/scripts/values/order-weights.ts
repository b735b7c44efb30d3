/** Weights from an order alone, as `values/order_weights.py` says; they never make a view of options. */
import { tidy, total } from "./numbers.ts";

/**
 * The weight of each item, in the order of the items, from an order that may stop early; null: nothing
 * was put in order, or the order names an item twice or one that is not there.
 */
export function orderWeights(items: readonly string[], order: readonly string[]): number[] | null {
  if (!order.length || new Set(order).size < order.length || !order.every((id) => items.includes(id))) return null;
  const many = items.length;
  const shares = items.map((_, index) => 1 / (index + 1));
  const places = shares.map((_, index) => total(shares.slice(index)) / many);
  const left = places.slice(order.length);
  const rest = total(left) / left.length;
  return items.map((id) => tidy(places[order.indexOf(id)] ?? rest));
}
