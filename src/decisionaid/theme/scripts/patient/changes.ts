/** What a changed answer did to the rows: which moved up, and which down. */
import type { Say } from "../handover/messages.ts";

/** What stood on the step when somebody looked. */
export interface Seen {
  /** Every question with its answer, as text to compare, and the rows that it is about; empty: not answered yet. */
  said: readonly { title: string; about: readonly string[]; answer: string }[];
  /** The rows that had a place in the person's order, in that order. */
  rows: readonly { about: readonly string[]; label: string }[];
}

/** Sentences; none where no answer was changed. */
export function changes(before: Seen, now: Seen, say: Say<"aid">): string[] {
  const changed = before.said.filter(({ title, answer }) => answer !== "" && now.said.find((each) => each.title === title)?.answer !== answer);
  if (changed.length === 0) return [];
  const titles = changed.map(({ title }) => title).join("; ");
  const about = new Set(changed.flatMap((each) => each.about));
  const placeIn = ({ rows }: Seen, label: string): number => {
    const place = rows.findIndex((row) => row.label === label);
    return place < 0 ? Infinity : place;
  };
  const theirs = [...new Map([...now.rows, ...before.rows].map((row) => [row.label, row] as const)).values()].filter((row) =>
    row.about.some((id) => about.has(id)),
  );
  const moved = (isMoved: (then: number, here: number) => boolean): string =>
    theirs.filter(({ label }) => isMoved(placeIn(before, label), placeIn(now, label))).map(({ label }) => label).join("; ");
  const up = moved((then, here) => here < then);
  const down = moved((then, here) => here > then);
  return [
    say("changed.answers", { titles }),
    ...(up ? [say("changed.up", { rows: up })] : []),
    ...(down ? [say("changed.down", { rows: down })] : []),
    ...(up || down ? [] : [say("changed.same")]),
  ];
}
