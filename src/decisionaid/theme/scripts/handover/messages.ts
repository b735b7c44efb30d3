/** The words a script says: all of them are written into the page, none are in the scripts. */
import type english from "../../schema/messages.json";
import { fill } from "../record/text.ts";

type English = typeof english;
export type PageKind = keyof English;
export type Values = Readonly<Record<string, string | number>>;

/** Says a message of one kind of page, with values in its places. */
export type Say<Kind extends PageKind> = (key: keyof English[Kind] & string, values?: Values) => string;

/** A text with places; one of several, by a value; or both, one after the other. */
type Message = string | Choice | readonly (string | Choice)[];

/** `forms` by the number itself or by the letter of its plural form; `x` for all the rest. */
interface Choice {
  readonly by: string;
  readonly forms: { readonly [form: string]: Message; readonly x: Message };
}

/** Read the block `messages`: names and texts. A message that is not there is said by its name. */
export function messagesIn<Kind extends PageKind>(json: string): Say<Kind> {
  // The page is ours and as it was built, so its messages are not looked at more closely.
  return messagesOf<Kind>(JSON.parse(json) as Messages);
}

/** Names and texts, as they were written by the compiler. */
export interface Messages {
  readonly [key: string]: Message;
}

/** The same for messages that were read already. */
export function messagesOf<Kind extends PageKind>(messages: Messages): Say<Kind> {
  const texts = new Map(Object.entries(messages));
  // Under `plurals` a letter for the plural form of each number from 0 to 199, where a message needs one.
  return (key, values = {}) => said(texts.get(key) ?? key, values, String(texts.get("plurals")));
}

/** What a message becomes with these values. */
export function said(message: Message, values: Values, plurals: string): string {
  if (typeof message === "string") return fill(message, values);
  if (!("by" in message)) return message.map((part) => said(part, values, plurals)).join("");
  const { by, forms } = message;
  // A number, so that no value from outside can name what all objects have.
  const n = Number(values[by]);
  const letter = plurals[n < plurals.length ? n : 100 + (n % 100)];
  return said(forms[n] ?? forms[letter ?? "x"] ?? forms.x, values, plurals);
}
