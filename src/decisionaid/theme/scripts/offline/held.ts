/** What a worker holds, as the compiler writes it, and what it says to the pages. */

/** Names of files, from where the worker stands, with the hashes of their bytes. */
export type Hashes = Readonly<Record<string, string>>;

export interface Held {
  /** Another one for each change of what is held; empty: nothing is held any more, here or on any device. */
  readonly version: string;
  /** Whether it is an aid that is not to be used any more. */
  readonly ended: boolean;
  /** All of these, or the version is not taken. */
  readonly whole: Hashes;
  /** Held once a page has asked for it. */
  readonly asked: Hashes;
  /** What a page says of a version that is newer than its own. */
  readonly words: Said;
}

export interface Said {
  readonly newer: string;
  readonly take: string;
  readonly elsewhere: string;
  /** What a page says when its site has it no more. */
  readonly gone: string;
}

/** What a page asks a worker. */
export const WHO = "who";
export const TAKE = "take";
/** Answered, with what to say, only when there is nothing at this address any more. */
export const GONE = "gone";
/** With the version of the page behind it. */
export const HOLD = "hold ";

/** How a worker answers who it is. */
export type Who = Pick<Held, "version" | "ended" | "words">;
/** Why a worker does not take over. */
export const ELSEWHERE = "elsewhere";
