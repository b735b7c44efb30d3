/** A part of the clinician's sheet, and all that parts are made of. */
import type { AidWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import type { AsSeen } from "./as-seen.ts";
import type { SheetFigures } from "./figures.ts";
import type { PointedOut } from "./flags.ts";
import type { Say } from "./messages.ts";
import { inSight, type Line } from "./room.ts";
import type { Stated } from "./stated.ts";

export interface Part {
  id: "questions" | "matters" | "now" | "misunderstood" | "noted" | "helper" | "about";
  heading: string;
  /** In sight; a part with none is a fold alone. */
  lines: readonly Line[];
  /** Behind the fold: shown when asked for. */
  more: readonly Line[];
  /** What the fold says that it holds; empty where there is none. */
  fold: string;
  isNumbered: boolean;
}

/** All that the parts are made of. */
export interface Sources {
  record: Record;
  said: Stated;
  seen: AsSeen;
  words: AidWords | null;
  /** Today's, where the person saw other ones. */
  now: AidWords | null;
  pointed: readonly PointedOut[];
  figures: SheetFigures | null;
  /** Which text of the aid it is, where that has no place of its own. */
  which: readonly string[];
  say: Say<"clinician">;
}

export type Kept = Record["kept_back"][number];

/** A part whose fold holds what is whole of its lines and all that comes behind them. */
export function part(
  id: Part["id"],
  heading: string,
  lines: readonly Line[],
  more: readonly Line[],
  say: Say<"clinician">,
  named?: string,
): Part {
  const isCut = lines.some(({ short }) => short !== undefined);
  const n = more.length;
  const counted = isCut ? (n > 0 ? say("fold.whole_more", { n }) : say("fold.whole")) : n > 0 ? (named ?? say("fold.more", { n })) : "";
  return { id, heading, lines, more, fold: counted, isNumbered: false };
}

/** Whether the person said that they keep a part to themselves. */
export function isKept(record: Record, name: Kept): boolean {
  return record.kept_back.includes(name);
}

/** All texts of a part that are in sight. */
export function seenIn({ lines, fold }: Part): string[] {
  return [...lines.map(inSight), ...(fold ? [fold] : [])];
}
