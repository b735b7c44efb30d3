/** The aids of this site: the only addresses that the clinician's page ever asks for. */
import validate from "../../generated/words-validator.js";
import type { AidWords } from "../../generated/words.ts";
import type { Known } from "../handover/about-aid.ts";
import type { Library } from "../incoming/read-types.ts";
import { all } from "../page/dom.ts";
import { field } from "../record/field.ts";

/** Characters of an aid's data that are read; ours are far smaller. */
const MOST = 4_000_000;
const ADDRESS = /^\.\.\/aids\/[a-z0-9]+(-[a-z0-9]+)*\/aid\.json$/;
const HASH = /^[0-9a-f]{16}$/;

/** Where an aid is, and the texts of it whose words this site has. */
export interface Place {
  url: string;
  versions: ReadonlySet<string>;
}

/** Places by aid id. */
export type Addresses = ReadonlyMap<string, Place>;

/** Addresses by aid id, from the page's data block. */
export function addressesIn(json: string): Addresses {
  const found = new Map<string, Place>();
  const list: unknown = JSON.parse(json);
  for (const aid of Array.isArray(list) ? list : []) {
    const [id, url, versions] = [field(aid, "id"), field(aid, "url"), field(aid, "versions")];
    if (typeof id !== "string" || typeof url !== "string" || !ADDRESS.test(url)) continue;
    const hashes = (Array.isArray(versions) ? versions : []).filter((each) => typeof each === "string" && HASH.test(each));
    found.set(id, { url, versions: new Set(hashes) });
  }
  return found;
}

/** Where the made-up records of an aid are, by its title, of those that have some. */
export function practiceIn(json: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const list: unknown = JSON.parse(json);
  for (const aid of Array.isArray(list) ? list : []) {
    const [title, url] = [field(aid, "title"), field(aid, "url")];
    if (field(aid, "practice") !== 1 || typeof title !== "string" || typeof url !== "string" || !ADDRESS.test(url)) continue;
    found.set(title, url.replace("aid.json", "practice.json"));
  }
  return found;
}

/** What the page reads files with: the words of aids, fetched from where they are. */
export function libraryAt(addresses: Addresses): Library {
  return {
    wordsOf: (id, hash) => wordsOf(id, addresses, hash),
    versionOf: (id, hash) => versionOf(id, hash, addresses),
  };
}

export async function wordsOf(id: string, addresses: Addresses, hash?: string): Promise<Known> {
  const place = addresses.get(id);
  if (place === undefined) return { words: null, missing: "unknown_aid" };
  const known = { words: await wordsAt(place.url, (data) => field(data, "words")), missing: "no_words" } as const;
  // Nothing more is asked for than is needed.
  const seen = hash === undefined || hash === known.words?.source_sha256 ? null : await versionOf(id, hash, addresses);
  return seen === null ? known : { ...known, seen };
}

export async function versionOf(id: string, hash: string, addresses: Addresses): Promise<AidWords | null> {
  const place = addresses.get(id);
  // The address is made of what the page itself lists: nothing of a file or a token gets into it.
  const known = [...(place?.versions ?? [])].find((each) => each === hash);
  if (place === undefined || known === undefined) return null;
  const words = await wordsAt(place.url.replace(/aid\.json$/, `versions/${known}.json`), (data) => data);
  return words?.id === id && words.source_sha256 === known ? words : null;
}

/** What stands at an address of this site, or in the page itself where that is one file; empty: nothing. */
export async function textAt(address: string): Promise<string> {
  const inside = all("script[data-file]").find(({ dataset }) => dataset["file"] === address);
  if (inside) return inside.textContent ?? "";
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  return answer.ok ? answer.text() : "";
}

async function wordsAt(address: string, part: (data: unknown) => unknown): Promise<AidWords | null> {
  try {
    return wordsIn(await textAt(address), part);
  } catch {
    // No network, or a page opened from a disk, where nothing may be fetched.
    return null;
  }
}

/** The words in the text of an `aid.json`, or in another part of a text; null when they are not as they should be. */
export function wordsIn(text: string, part: (data: unknown) => unknown = (data) => field(data, "words")): AidWords | null {
  if (text.length > MOST) return null;
  try {
    const words = part(JSON.parse(text));
    return validate(words) ? words : null;
  } catch {
    return null;
  }
}
