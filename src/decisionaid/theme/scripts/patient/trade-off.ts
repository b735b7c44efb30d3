/** What the answers of the trade-off step come to, in words; never an order, and never a word of praise. */
import type { Say } from "../handover/messages.ts";
import type { Bounds } from "../values/numbers.ts";
import { FULL_SWING, type Swing, type SwingRow } from "../values/swings.ts";
import { weightedView, type WeightedView } from "../values/weighted-view.ts";

/** One change that was asked about; `shares` are those of the options, in their order. */
export interface AskedRow {
  id: string;
  label: string;
  better: SwingRow["better"];
  shares: readonly number[];
  swing: Swing;
}

export interface NamedOption {
  id: string;
  name: string;
}

/** Where an option stands, 0 to 100, both ends included. */
export interface Stand {
  name: string;
  ends: Bounds;
  said: string;
}

/** Either why there are no numbers, or where each option stands and how any two compare. */
export type Looked = { refused: string } | { stands: Stand[]; compared: string[] };

/** What was picked as the first change: the id of a row, that the person is not sure, or nothing yet. */
export type First = string | null;

export function lookedAt(options: readonly NamedOption[], asked: readonly AskedRow[], first: First, say: Say<"aid">): Looked {
  const top = asked.find(({ id }) => id === first);
  if (!top) return { refused: say(first === null ? "swing.first" : "swing.unsure") };
  const rows = asked.map((row) => (row === top ? { ...row, swing: { state: "answered", value: FULL_SWING } as const } : row));
  const open = rows.filter(({ swing }) => swing.state === "unanswered").length;
  if (open > 0) return { refused: say("swing.open", { n: open }) };
  const view = weightedView(
    options.map(({ id }) => id),
    rows.map(({ shares, ...row }) => ({ ...row, figures: shares.map((each): Bounds => [each, each]) })),
  );
  // With one row left there is nothing that it could be weighed against.
  if ("reason" in view || view.rows.length < 2) return { refused: say("swing.few") };
  return {
    stands: view.options.map(({ bounds }, place) => standOf(options[place]?.name ?? "", bounds ?? [0, 1], say)),
    compared: comparedIn(view, options, rows, top, say),
  };
}

function standOf(name: string, bounds: Bounds, say: Say<"aid">): Stand {
  const [low, high] = bounds.map(outOf100) as [number, number];
  return { name, ends: [low, high], said: low === high ? say("swing.at", { at: low }) : say("swing.between", { low, high }) };
}

function outOf100(number: number): number {
  return Math.round(number * 100);
}

function comparedIn(view: WeightedView, options: readonly NamedOption[], rows: readonly AskedRow[], top: AskedRow, say: Say<"aid">): string[] {
  const nameOf = (id: string): string => options.find((each) => each.id === id)?.name ?? "";
  const isOpen = ({ state }: { state: Swing["state"] }): boolean => state !== "answered";
  const labelOf = (id: string): string => rows.find((row) => row.id === id)?.label ?? "";
  const titles = view.rows.filter(isOpen).map(({ id }) => labelOf(id)).join("; ");
  return view.pairs.flatMap((pair) => {
    const both = { first: nameOf(pair.first), second: nameOf(pair.second) };
    const evens = pair.even
      // Of the first change, 100 is what all others are compared with.
      .filter(({ row }) => row !== top.id)
      .map(({ row, at, now }) =>
        say(now === null ? "swing.even_open" : "swing.even", { ...both, row: labelOf(row), at: Math.round(at), now: now ?? "" }),
      );
    const isAllOpen = evens.length > 0 || view.rows.filter(isOpen).length > 1;
    return [standing(pair, view, { ...both, titles }, say), ...(isAllOpen ? evens : [say("swing.even_none", both)])];
  });
}

/** How two options stand; where nothing is open, by the very numbers that are shown. */
function standing(
  { standing, difference, first, second }: WeightedView["pairs"][number],
  view: WeightedView,
  words: { first: string; second: string; titles: string },
  say: Say<"aid">,
): string {
  if (standing !== "apart") return say(`swing.${standing}`, words);
  const at = (id: string): number => outOf100(view.options.find((each) => each.id === id)?.bounds?.[0] ?? 0);
  // Without its sign first: what is turned round is rounded alike.
  const apart = difference[0] === difference[1] ? [Math.abs(at(first) - at(second))] : difference.map((each) => outOf100(Math.abs(each)));
  const [low, high] = [Math.min(...apart), Math.max(...apart)];
  return say(low === high ? "swing.apart" : "swing.apart_between", { ...words, low, high });
}
