/** A record whose JSON cannot be read as it stands: its whole parts are kept, and what is double is named. */
import { MOST_NESTED } from "../record/canonical.ts";

const PIECE = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[[\]{},]/g;

/**
 * Take out what is nested too deep, and close JSON that was cut off; null when no part of it is whole.
 *
 * It is closed behind the last part, or the last item of a list that is a part, that is whole. Never
 * within an answer: without its state it would read as one that nobody gave.
 */
export function mended(json: string): string | null {
  const open: string[] = [];
  let level = "";
  let at = 0;
  let kept: string | null = null;
  for (const { 0: sign, index } of json.matchAll(PIECE)) {
    if (sign === "{" || sign === "[") {
      if (open.length === MOST_NESTED) {
        level += `${json.slice(at, index)}null`;
        at = json.length;
      }
      open.push(sign === "{" ? "}" : "]");
    } else if (sign === "}" || sign === "]") {
      open.pop();
      if (open.length === MOST_NESTED) at = index + 1;
    } else if (sign === "," && (open.length === 1 || (open.length === 2 && open[1] === "]"))) {
      kept = level + json.slice(at, index) + [...open].reverse().join("");
    }
  }
  return level && open.length === 0 ? level + json.slice(at) : kept;
}

/** The parts in which a name stands twice, in JSON that can be read: nobody knows which of the two was meant. */
export function doubled(json: string): string[] {
  const found = new Set<string>();
  const names: (Set<string> | null)[] = [];
  let part = "";
  let isName = false;
  for (const [sign] of json.matchAll(PIECE)) {
    const own = names.at(-1);
    if (sign === "{" || sign === "[") {
      isName = sign === "{";
      names.push(isName ? new Set() : null);
    } else if (sign === "}" || sign === "]") names.pop();
    else if (sign === ",") isName = Boolean(own);
    else if (isName && own) {
      const name: string = JSON.parse(sign);
      if (names.length === 1) part = name;
      if (own.has(name)) found.add(part);
      own.add(name);
      isName = false;
    }
  }
  return [...found];
}
