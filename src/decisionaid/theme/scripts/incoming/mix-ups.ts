/**
 * What a text may be meant as: the token in it, and what it would be if signs that look alike were taken for
 * one another. Of these the check number lets one through, or none.
 */
import { fitsCrc } from "../record/payload.ts";
import { isWholeLocked } from "../record/passphrase.ts";
import { bytesIn, OPEN } from "../record/token.ts";
import { tokenInText } from "../record/token-text.ts";

/** Signs that people take for one another on paper. */
const ALIKE = ["0OQ", "1IL", "2Z", "5S", "6G", "8B", "UV"];
/**
 * Tokens that are tried, and signs of all of them together, so that a long one takes no longer.
 *
 * A check number of 32 bits lets one of four thousand million through by chance.
 */
const [MOST_TRIES, MOST_SIGNS] = [20_000, 3_000_000];
/** Places from which a scan whose address was garbled may hold the token. */
const MOST_STARTS = 40;
/** Signs of the longest token, and of the shortest text that may be one. */
const [LONGEST, SHORTEST] = [6144, 40];
const RUN = /[0-9A-Z$*./-]+/g;

/** Tokens that a text may stand for: as it stands, and the one that is sound; none where it holds nothing like one. */
export function* meant(text: string): Generator<string> {
  const token = tokenInText(text) ?? firstSignMistaken(text);
  if (token !== null) yield token;
  if (token !== null && isWhole(token)) return;
  for (const other of others(text, token)) {
    if (!isWhole(other)) continue;
    yield other;
    return;
  }
}

function* others(text: string, token: string | null): Generator<string> {
  yield* behindAddress(text);
  if (token !== null && token.length <= LONGEST && /^[12]/.test(token)) yield* mixedUp(token);
}

/** A code whose first sign was taken for a letter. */
function firstSignMistaken(text: string): string | null {
  if (text.length > 2 * LONGEST) return null;
  const signs = text.toUpperCase().replace(/\s+/g, "");
  return signs.length >= SHORTEST && /^[IL][0-9A-Z$*./-]+$/.test(signs) ? `1${signs.slice(1)}` : null;
}

/** Ends of the last run of a token's signs, behind a stroke: another keyboard may have lost the sign between. */
function behindAddress(text: string): string[] {
  const run = text.slice(-2 * LONGEST).toUpperCase().match(RUN)?.at(-1) ?? "";
  return Array.from(run.matchAll(/(?<=^|\/)[12]/g), ({ index }) => run.slice(index)).slice(0, MOST_STARTS);
}

/** With one sign exchanged, then with two. */
function* mixedUp(token: string): Generator<string> {
  const changes = [...token].flatMap((sign, at) => {
    const group = at === 0 ? "" : (ALIKE.find((each) => each.includes(sign)) ?? "");
    return [...group].filter((other) => other !== sign).map((other) => [at, other] as const);
  });
  let left = Math.min(MOST_TRIES, MOST_SIGNS / token.length);
  for (const one of changes) {
    if (left-- <= 0) return;
    yield changed(token, one);
  }
  for (const [n, one] of changes.entries()) {
    for (const other of changes.slice(n + 1)) {
      if (other[0] === one[0]) continue;
      if (left-- <= 0) return;
      yield changed(changed(token, one), other);
    }
  }
}

function changed(token: string, [at, other]: readonly [number, string]): string {
  return token.slice(0, at) + other + token.slice(at + 1);
}

/** Whether a text holds another sound token beside this one: nobody could tell whose is meant. */
export function hasOther(text: string, token: string): boolean {
  const other = tokenInText(text.toUpperCase().split(token).join("\n"));
  return other !== null && other !== token && isWhole(other);
}

/** Whether its check number fits. */
function isWhole(token: string): boolean {
  const bytes = token.startsWith(OPEN) ? bytesIn(token) : null;
  return bytes === null ? isWholeLocked(token) : fitsCrc(bytes);
}
