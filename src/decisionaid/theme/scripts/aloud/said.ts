/** How a text is said, and where its sentences end: the twin of `render/listening` of the compiler. */
import table from "../../schema/listening.json";
import type { AloudWords } from "./words.ts";

const STOP = new RegExp(table.stop, "g");

/** A text as it is said: signs and short forms in words. */
export function heard(text: string, { rules }: Pick<AloudWords, "rules">): string {
  let said = text;
  for (const [pattern, replacement] of rules) said = said.replace(new RegExp(pattern, "g"), replacement);
  return onOneLine(said);
}

/** Where each sentence of a text begins and ends: a small letter begins none, and behind a short form none ends. */
export function sentences(raw: string, unbroken: readonly string[]): (readonly [begin: number, end: number])[] {
  const found: [number, number][] = [];
  // Without the spaces before it: its words are marked on the page.
  const add = (from: number, to: number) => found.push([to - raw.slice(from, to).trimStart().length, to]);
  let begin = 0;
  for (const stop of raw.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    const [next] = raw.slice(end).trimStart();
    if (next === undefined || next !== next.toUpperCase()) continue;
    const before = ` ${raw.slice(begin, end)}`;
    if (unbroken.some((short) => before.endsWith(` ${short}`) || before.endsWith(`(${short}`))) continue;
    add(begin, end);
    begin = end;
  }
  if (raw.slice(begin).trim() !== "") add(begin, raw.length);
  return found;
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
