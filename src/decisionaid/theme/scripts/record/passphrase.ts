/**
 * A token or a file that opens with a passphrase alone: AES-256-GCM under a key of PBKDF2-SHA-256.
 *
 * It keeps others from reading what falls into their hands; who knows the passphrase can read and change
 * all of it. A passphrase of few letters can be guessed by a machine.
 */
import { crcOf } from "./crc32.ts";
import { fitsCrc } from "./payload.ts";
import { Reader, textIn, utf8, Writer } from "./bytes.ts";
import { field } from "./field.ts";
import { bytesIn, LOCKED, MOST_BYTES, OPEN, signed } from "./token.ts";

const TURNS = 600_000;
const [SALT, IV, CRC] = [16, 12, 4];
/** What is locked, by name: a locked file cannot be passed off as a locked token. */
const TOKEN_FORMAT = "decisionaid.compact/2";
const FILE_FORMAT = "decisionaid.locked/1";
/** Letters of a locked record as base64. */
const MOST_LETTERS = 300_000;

/** Whether this browser can lock and unlock on this page. */
export function canLock(): boolean {
  return typeof crypto !== "undefined" && crypto.subtle !== undefined;
}

/** The same token, locked. Throws where it is none, or would be too long. */
export async function locked(token: string, passphrase: string): Promise<string> {
  const payload = token.startsWith(OPEN) ? bytesIn(token) : null;
  if (payload === null) throw new TypeError("no token");
  const writer = new Writer().put(await sealedIn(payload, passphrase, TOKEN_FORMAT));
  // So that a wrong letter and a wrong passphrase can be told apart.
  return signed(LOCKED, writer.four(crcOf(writer.done())).done());
}

/** The token that was locked; null: it is damaged, or the passphrase is another. */
export async function unlocked(text: string, passphrase: string): Promise<string | null> {
  const bytes = isWholeLocked(text) ? bytesIn(text) : null;
  const payload = bytes && (await opened(bytes.slice(0, -CRC), passphrase, TOKEN_FORMAT));
  return payload && signed(OPEN, payload);
}

/** Whether a locked token came through as it was: to ask for a passphrase is of use. */
export function isWholeLocked(text: string): boolean {
  const bytes = text.startsWith(LOCKED) && text.length <= 2 * MOST_BYTES ? bytesIn(text) : null;
  return bytes !== null && bytes.length > SALT + IV + CRC && fitsCrc(bytes);
}

/** The JSON of a record as JSON that is locked, for a file. */
export async function lockedFile(json: string, passphrase: string): Promise<string> {
  const bytes = await sealedIn(utf8(json), passphrase, FILE_FORMAT);
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return JSON.stringify({ format: FILE_FORMAT, data: btoa(letters) });
}

/** Whether data from a file says that it is locked. */
export function isLockedFile(data: unknown): boolean {
  return field(data, "format") === FILE_FORMAT;
}

/** The JSON that was locked; null: it is damaged, or the passphrase is another. */
export async function unlockedFile(data: unknown, passphrase: string): Promise<string | null> {
  const letters = field(data, "data");
  if (!isLockedFile(data) || typeof letters !== "string" || letters.length > MOST_LETTERS) return null;
  try {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const found = await opened(bytes, passphrase, FILE_FORMAT);
    return found && textIn(found);
  } catch {
    return null;
  }
}

async function sealedIn(data: Uint8Array<ArrayBuffer>, passphrase: string, format: string): Promise<Uint8Array> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(SALT)), crypto.getRandomValues(new Uint8Array(IV))];
  const key = await keyOf(passphrase, salt);
  const sealed = await subtle().encrypt({ name: "AES-GCM", iv, additionalData: utf8(format) }, key, data);
  return Uint8Array.from([...salt, ...iv, ...new Uint8Array(sealed)]);
}

async function opened(bytes: Uint8Array<ArrayBuffer>, passphrase: string, format: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const reader = new Reader(bytes);
    const [salt, iv] = [reader.take(SALT), reader.take(IV)];
    const key = await keyOf(passphrase, salt);
    const data = await subtle().decrypt({ name: "AES-GCM", iv, additionalData: utf8(format) }, key, reader.take(reader.left));
    return new Uint8Array(data);
  } catch {
    return null;
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  // The same letters, however a keyboard puts them together, and without what a line of typing adds.
  const key = await subtle().importKey("raw", utf8(passphrase.normalize("NFKC").trim()), "PBKDF2", false, ["deriveKey"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", salt, iterations: TURNS } as const;
  return subtle().deriveKey(algorithm, key, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function subtle(): NonNullable<typeof crypto.subtle> {
  if (crypto.subtle === undefined) throw new TypeError("not on a page without https");
  return crypto.subtle;
}
