/** The words a script says: all of them are written into the page, none are in the scripts. */
import type keys from "../../schema/messages.keys.json";
import { fill } from "../record/text.ts";

type Keys = typeof keys;
export type PageKind = keyof Keys;

/** Says a message of one kind of page, with values in its places. */
export type Say<Kind extends PageKind> = (
  key: keyof Keys[Kind] & string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Read the block `messages`: names and texts. A message that is not there is said by its name. */
export function messagesIn<Kind extends PageKind>(json: string): Say<Kind> {
  const texts = new Map<string, string>();
  for (const [key, text] of Object.entries(JSON.parse(json) as object)) {
    if (typeof text === "string") texts.set(key, text);
  }
  return (key, values = {}) => fill(texts.get(key) ?? key, values);
}
