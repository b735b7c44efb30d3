/** Text from people and from files, made safe to keep and to show. */

/** Most characters of one line, and of a few sentences; the record's own limits. */
export const LINE = 300;
export const LONG_TEXT = 1500;

// Control characters, and the marks that turn the direction of text around: with them a file
// could make a line read as something that it does not say.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
// Letters that nobody sees: a text of them alone says nothing, and within one they may be a script's own.
const HIDDEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\u{e0000}-\u{e0fff}]/gu;
// With the flag `u` this finds halves of a pair only; half a pair cannot be written as UTF-8.
const HALF_PAIRS = /[\ud800-\udfff]/gu;

/** The text without unseen characters, cut to `most` characters, lines kept. */
export function clean(text: string, most: number): string {
  const bounded = text.length > 4 * most ? text.slice(0, 4 * most) : text;
  const plain = bounded.replace(/\r\n?/g, "\n").replace(UNSEEN, "").replace(HALF_PAIRS, "\ufffd");
  if (plain.replace(HIDDEN, "").trim() === "" && plain.trim() !== "") return "";
  // A character beyond the first plane counts once, as it does in the record's schema.
  return plain.length > most ? Array.from(plain).slice(0, most).join("") : plain;
}

/** The same on one line, with single spaces and none at the ends. */
export function line(text: string, most: number = LINE): string {
  return clean(clean(text, most).replace(/\s+/g, " ").trim(), most);
}

/** A text of a record: on one line, unless it may be longer than one. */
export function cleaned(text: string, most: number = LINE): string {
  return most > LINE ? clean(text, most).trim() : line(text, most);
}

/** What stands before a colon, without the full stop that it ends in by itself. */
export function unstopped(text: string): string {
  return text.replace(/[.。]$/, "");
}

/** A question, or a statement, and what was said to it, on one line: no sign stands right behind another. */
export function answered(question: string, answer: string): string {
  return /[?？؟!！]$/.test(question) ? `${question} ${answer}` : `${unstopped(question)}: ${answer}`;
}

/** Put values into `{places}` of a message; a place without a value stays as it is. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : place,
  );
}

/** The first `most` characters, cut at a word, with an ellipsis when something is missing. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = clean(text, most);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
