/** Which file is open and since when: whoever reads a sheet must see at its head whose it may be. */
import { line } from "../record/text.ts";
import { today } from "../record/today.ts";
import { dayInWords } from "./day.ts";
import type { Say } from "./messages.ts";

/** Characters of the name of a file that are shown. */
const MOST_NAME = 120;

/** The name of a file, safe to show: it comes from outside, as the file does. */
export function shownName(file: string): string {
  return line(file, MOST_NAME);
}

/** The time of day by the clock of this device. */
export function timeOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** How it came, and the moment by the clock of this device. */
export function openedBy(way: string, now: Date, say: Say<"clinician">): string {
  return say("sheet.opened", { way, date: dayInWords(say, today(now)), time: timeOf(now) });
}

/** The same of a file, by its name. */
export function openedLine(file: string, now: Date, say: Say<"clinician">): string {
  return openedBy(say("way.file", { name: shownName(file) }), now, say);
}
