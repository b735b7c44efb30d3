/** Dates in words, as the language of the page writes them: not asked of the browser, which may know another way. */
import { fill } from "../record/text.ts";

/** A day or an instant such as `2026-11-22` in words; empty for what is no day of the calendar. */
export function dayInWords(say: (key: "date") => string, date: string): string {
  const [year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date)?.slice(1).map(Number) ?? [];
  const [pattern = "", ...months] = say("date").split("|");
  const name = months[month - 1];
  // A browser makes 2 March of 30 February: then it is another day.
  const isReal = name !== undefined && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isReal ? fill(pattern, { year, month: name, day }) : "";
}
