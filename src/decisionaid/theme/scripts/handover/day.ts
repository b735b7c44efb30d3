/** Dates in words, as the language of the page writes them: not asked of the browser, which may know another way. */
import { fill, line } from "../record/text.ts";

/** A day or an instant such as `2026-11-22` in words; what is neither stays as it is. */
export function dayInWords(say: (key: "date") => string, date: string): string {
  const [year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date)?.slice(1).map(Number) ?? [];
  const [pattern = "", ...months] = say("date").split("|");
  const name = months[month - 1];
  return name === undefined ? line(date, 40) : fill(pattern, { year, month: name, day });
}
