/** What of a sheet was there before alone, after alone, and both times: compared line by line, as text. */
import type { Say } from "./messages.ts";
import type { Sheet } from "./sheet-shape.ts";

export interface Change {
  readonly heading: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly both: readonly string[];
}

/** By the parts of a sheet, in its order; a part without a line in either is left out. */
export function changesIn(before: Sheet, after: Sheet, say: Say<"clinician">): Change[] {
  const [one, other] = [partsOf(before, say), partsOf(after, say)];
  const headings = [...new Set([...other.keys(), ...one.keys()])];
  return headings.flatMap((heading) => {
    const [was, is] = [one.get(heading) ?? [], other.get(heading) ?? []];
    const change = {
      heading,
      gone: was.filter((text) => !is.includes(text)),
      come: is.filter((text) => !was.includes(text)),
      both: is.filter((text) => was.includes(text)),
    };
    return was.length + is.length > 0 ? [change] : [];
  });
}

/** All lines of a sheet that say what the person said, by the heading they stand under; nothing is cut. */
function partsOf(sheet: Sheet, say: Say<"clinician">): Map<string, readonly string[]> {
  const parts = new Map<string, readonly string[]>();
  parts.set(say("sheet.say_first"), [sheet.sayFirst.text]);
  parts.set(say("sheet.flags"), sheet.flags);
  for (const { heading, lines, more } of sheet.parts) parts.set(heading, [...lines, ...more].map(({ text }) => text));
  return parts;
}
