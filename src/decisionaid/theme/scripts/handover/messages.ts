/** The words a script says: all of them are written into the page, none are in the scripts. */
import type english from "../../schema/messages.json";
import { fill, line } from "../record/text.ts";

type English = typeof english;
export type PageKind = keyof English;
export type Values = Readonly<Record<string, string | number>>;

/** Says a message of one kind of page, with values in its places; and dates, as its language writes them. */
export interface Say<Kind extends PageKind> {
  (key: Exclude<keyof English[Kind], "formats"> & string, values?: Values): string;
  /** A day or an instant such as `2026-11-22`, in words; what is neither stays as it is. */
  day(date: string): string;
}

/** A text with places; one of several, by a value; or both, one after the other. */
type Message = string | Choice | readonly (string | Choice)[];

/** `forms` by the value itself or its plural form; `other` for all the rest. */
interface Choice {
  readonly by: string;
  readonly forms: { readonly [form: string]: Message; readonly other: Message };
}

/** How the page's language writes what is worked out here; not asked of the browser, which may know another way. */
interface Formats {
  readonly date?: string;
  readonly months?: readonly string[];
  /** A letter for the plural form of each number from 0 to 199. */
  readonly plurals?: string;
}

const FORMS: { readonly [letter: string]: string } = { z: "zero", 1: "one", 2: "two", f: "few", m: "many" };

/** Read the block `messages`: names and texts. A message that is not there is said by its name. */
export function messagesIn<Kind extends PageKind>(json: string): Say<Kind> {
  const { formats, ...messages } = JSON.parse(json) as { formats?: Formats; [key: string]: unknown };
  const texts = new Map(Object.entries(messages).filter((each): each is [string, Message] => isMessage(each[1])));
  const say = (key: string, values: Values = {}): string => said(texts.get(key) ?? key, values, formats?.plurals ?? "");
  return Object.assign(say, { day: (date: string) => dayIn(formats ?? {}, date) });
}

/** The page is ours and as it was built, so its messages are not looked at more closely. */
function isMessage(value: unknown): value is Message {
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

/** What a message becomes with these values. */
export function said(message: Message, values: Values, plurals: string): string {
  if (typeof message === "string") return fill(message, values);
  if ("by" in message) return said(message.forms[formOf(message, values, plurals)] ?? message.forms.other, values, plurals);
  return message.map((part) => said(part, values, plurals)).join("");
}

function formOf({ by, forms }: Choice, values: Values, plurals: string): string {
  const value = values[by] ?? "";
  if (String(value) in forms || typeof value !== "number") return String(value);
  return FORMS[plurals[value < plurals.length ? value : 100 + (value % 100)] ?? ""] ?? "other";
}

function dayIn({ date: pattern = "", months = [] }: Formats, date: string): string {
  const [year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date)?.slice(1).map(Number) ?? [];
  const name = months[month - 1];
  return name === undefined ? line(date, 40) : fill(pattern, { year, month: name, day });
}
