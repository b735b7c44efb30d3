/** Sets of answers that are the same each time, for tests of what holds whatever somebody answers. */
import type { QuestionWords } from "../../src/decisionaid/theme/generated/words.ts";
import type { Answered } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { STATES } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import type { ValuesAnswer } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { blocksOfPicks } from "../../src/decisionaid/theme/scripts/values/picks.ts";

/** Words that would tell somebody what to choose, or measure them. */
export const BANNED = /\b(recommend\w*|best|match\w*|winner\w*|should|wrong|mismatch\w*|score\w*)\b/i;

/** A row of numbers that is the same each time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export type Given = Partial<ValuesAnswer> & { state: ValuesAnswer["state"] };

export function answer(asked: QuestionWords, given: Given): Answered {
  const { id, kind, wording } = asked;
  return { asked, answer: { id, kind, wording, value: null, order: [], chosen: null, blocks: [], ...given } as ValuesAnswer };
}

export function answeredBy(asked: QuestionWords, below: (most: number) => number): Answered {
  const state = [...STATES, "unanswered" as const][below(8)];
  if (state) return answer(asked, { state });
  const given = (part: Partial<ValuesAnswer>): Answered => answer(asked, { state: "answered", ...part } as Given);
  const items = (asked.items ?? []).map(({ id }) => id);
  switch (asked.kind) {
    case "importance":
      return given({ value: below(11) });
    case "balance":
      return given({ value: below(7) - 3 });
    case "ranking":
      for (let at = items.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [items[at], items[other]] = [items[other] ?? "", items[at] ?? ""];
      }
      return given({ order: items.slice(0, 1 + below(items.length)) });
    case "picks":
      return given({ blocks: (blocksOfPicks(items) ?? []).map((block) => ({ items: block, most: pick(block), least: pick(block) })) } as Partial<ValuesAnswer>);
    default:
      return given({ chosen: items[below(items.length)] ?? "" });
  }
  function pick(block: readonly string[]): object {
    const open = STATES[below(8)];
    return open ? { state: open, item: null } : { state: "answered", item: block[below(block.length)] };
  }
}
