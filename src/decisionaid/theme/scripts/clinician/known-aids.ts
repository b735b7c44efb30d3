/** The aids of this site: the only addresses that the clinician's page ever asks for. */
import validate from "../../generated/words-validator.js";
import type { AidWords } from "../../generated/words.ts";
import type { Known } from "../handover/about-aid.ts";
import { field } from "../record/field.ts";

/** Characters of an aid's data that are read; ours are far smaller. */
const MOST = 4_000_000;
const ADDRESS = /^\.\.\/aids\/[a-z0-9]+(-[a-z0-9]+)*\/aid\.json$/;

/** Addresses by aid id, from the page's data block. */
export function addressesIn(json: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const list: unknown = JSON.parse(json);
  for (const aid of Array.isArray(list) ? list : []) {
    const [id, url] = [field(aid, "id"), field(aid, "url")];
    if (typeof id === "string" && typeof url === "string" && ADDRESS.test(url)) found.set(id, url);
  }
  return found;
}

const HASH = /^[0-9a-f]{16,64}$/;

/** Where the made-up records of an aid are, by its title, of those that have some. */
export function practiceIn(json: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const list: unknown = JSON.parse(json);
  for (const aid of Array.isArray(list) ? list : []) {
    const [title, url] = [field(aid, "title"), field(aid, "url")];
    if (field(aid, "practice") === 1 && typeof title === "string" && typeof url === "string" && ADDRESS.test(url)) found.set(title, url.replace("aid.json", "practice.json"));
  }
  return found;
}

/** The words of an aid, when this site has it and they can be read; with a `hash` those of that text of it. */
export async function wordsOf(id: string, addresses: ReadonlyMap<string, string>, hash = ""): Promise<Known> {
  const today = addresses.get(id);
  if (today === undefined || (hash && !HASH.test(hash))) return { words: null, missing: "unknown_aid" };
  const address = hash ? today.replace("aid.json", `versions/${hash}.json`) : today;
  try {
    const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
    return { words: answer.ok ? wordsIn(await answer.text()) : null, missing: "no_words" };
  } catch {
    // No network, or a page opened from a disk, where nothing may be fetched.
    return { words: null, missing: "no_words" };
  }
}

/** The words in the text of an `aid.json`; null when they are not as they should be. */
export function wordsIn(text: string): AidWords | null {
  if (text.length > MOST) return null;
  try {
    const words = field(JSON.parse(text), "words");
    return validate(words) ? words : null;
  } catch {
    return null;
  }
}
