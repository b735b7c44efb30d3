/**
 * What gives way in a plan's text for the clinical record: at most 900 signs of ASCII, whatever the plan says.
 *
 * The same as `plan/text_room.py`, which says in which order.
 */
import type { Plan } from "../../generated/plan.ts";
import ours from "../../schema/plan-text.json";
import record from "../../schema/record-text.json";
import { ascii, cut, quoted } from "../handover/ascii.ts";
import { fill } from "../record/text.ts";
import { wordingsOf } from "./current.ts";
import { readable } from "./readable.ts";
import { wasMetWithSomebody } from "./visits.ts";

type Limits = (typeof ours.limits)[number] & { readonly reviews?: number; readonly money?: number };
export type PartName = keyof typeof ours.names & keyof Limits;

/** The text of a plan in the first room in which it is not too long; `knowsAll`: see `Room`. */
export function withRoom(plan: Plan, made: (room: Room) => string, knowsAll = true): string {
  let text = "";
  for (const limits of allLimits()) {
    text = made(new Room(plan, limits, knowsAll));
    if (text.length <= ours.most) break;
  }
  return text;
}

/** From the widest on; behind them those under which one part after the other has no room. */
function allLimits(): Limits[] {
  const last = ours.limits.slice(-1) as Limits[];
  return [...ours.limits, ...ours.gives.flatMap((_, n) => last.map((limits): Limits => Object.assign({}, limits, ...ours.gives.slice(0, n + 1))))];
}

/** The limits of one text, which cut its words and entries, and what they left out of it. */
export class Room {
  readonly plan: Plan;
  readonly limits: Limits;
  readonly isCut: boolean;
  /** What stands nowhere in the plan is missing, and said to be so. */
  readonly saysMissing: boolean;
  private readonly left: string[] = [];
  private reasonsLeft = 0;
  /** What is counted of an entry that has no room; and of all of those. */
  private marks: string[] = [];
  private readonly leftMarks: string[] = [];

  constructor(plan: Plan, limits: Limits, knowsAll: boolean) {
    this.plan = plan;
    this.limits = limits;
    this.isCut = limits.own !== ours.limits[0]?.own;
    this.saysMissing = knowsAll && wasMetWithSomebody(plan);
  }

  /** A person's own words in quotes; `least`: signs that are kept in any case. */
  own(words: string, least = 0): string {
    return quoted(readable(words), Math.max(this.limits.own, least));
  }

  /** What something is called, and a sign for what cannot be written in ASCII. */
  named(words: string): string {
    return cut(readable(words), this.limits.names);
  }

  /** What somebody is called, or a time; empty: nothing of it can be written in ASCII. */
  name(words: string): string {
    return cut(ascii(words), this.limits.names);
  }

  /** An option's name or a telephone number, which is cut when all other words are short. */
  uncut(words: string): string {
    return cut(readable(words), this.limits.call);
  }

  /** Words that are counted where the entry in which they stand has no room. */
  marked(mark: keyof typeof ours.marks, words: string): string {
    this.marks.push(mark);
    return words;
  }

  /** Counts a reason that has no room. */
  leaveReason(): void {
    this.reasonsLeft += 1;
  }

  /**
   * The lines of a part, as many as there is room for; the others are counted, and what is in them.
   *
   * `goesFirst`: which entries are left out before words get too short. They have to be the last ones then.
   */
  part<Entry>(name: PartName, line: (room: Room, entry: Entry) => string, entries: readonly Entry[], goesFirst?: (entry: Entry) => boolean): readonly string[] {
    // Of two wordings one alone would read as the one that holds: all of them stand there, or none.
    const isWhole = name === "matters" && this.limits.matters > 0 && wordingsOf(this.plan).includes("most_important");
    const wanted = isWhole ? entries.length : (this.limits[name] ?? entries.length);
    const most = goesFirst && this.limits.seen === 0 ? Math.min(wanted, entries.filter((each) => !goesFirst(each)).length) : wanted;
    const lines = entries.map((each, n) => {
      this.marks = [];
      const made = line(this, each);
      if (n >= most) this.leftMarks.push(...this.marks);
      return made;
    });
    if (lines.length > most) this.left.push(counted(ours.names[name], lines.length - most));
    return lines.slice(0, most);
  }

  /** The last line of a text that was cut, which tells what was left out; none: nothing was cut. */
  shortened(): string[] {
    if (!this.isCut) return [];
    const told = Object.entries(ours.marks).map(([mark, name]) => [name, this.leftMarks.filter((each) => each === mark).length] as const);
    const marks = told.filter(([, n]) => n > 0).map((each) => counted(...each)).join(", ");
    const reasons = this.reasonsLeft > 0 ? [counted(ours.names.reasons, this.reasonsLeft)] : [];
    const items = [...this.left, ...reasons].join(", ");
    const left = fill(ours.left, { items, marks: marks ? fill(ours.left_marks, { items: marks }) : "" });
    return [fill(ours.shortened, { mark: record.mark, left: items ? left : "" })];
  }
}

function counted(name: string, n: number): string {
  return fill(ours.left_item, { name, n });
}
