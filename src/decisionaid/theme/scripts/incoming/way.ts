/** What comes in, by whatever way: its name for people, and its text. */
import { shownName } from "../handover/opened.ts";
import type { SayIncoming } from "./read-types.ts";

export interface Incoming {
  /** How it came, as the head of its sheet and messages about it say. */
  readonly way: string;
  /** Of a file something else is said than of a code. */
  readonly isFile: boolean;
  /** Whether it is a folder, of which nothing is read. */
  readonly isFolder?: boolean;
  /** Throws what reading throws. */
  text(): Promise<string>;
}

/** Ways that have no name of their own. */
export type WayName = "link" | "code" | "scanned" | "pasted" | "dropped" | "camera";

export function byWay(name: WayName, text: string, say: SayIncoming): Incoming {
  return { way: say(`way.${name}`), isFile: false, text: () => Promise.resolve(text) };
}

export function byFile(file: File, say: SayIncoming): Incoming {
  return { way: say("way.file", { name: shownName(file.name) }), isFile: true, text: () => boundedText(file) };
}

export function byFolder(name: string, say: SayIncoming): Incoming {
  return { way: say("way.folder", { name: shownName(name) }), isFile: true, isFolder: true, text: () => Promise.resolve("") };
}

/** What was read out of a picture. */
export function byPicture(name: string, text: string, say: SayIncoming): Incoming {
  return { way: say("way.picture", { name: shownName(name) }), isFile: false, text: () => Promise.resolve(text) };
}

/** Characters of a text that is looked at: those of the largest file. */
export const MOST_TEXT = 524_288;

/** A file that is larger is not even read: what comes back is too long as well. */
function boundedText(file: Blob): Promise<string> {
  return file.size > MOST_TEXT ? Promise.resolve(" ".repeat(MOST_TEXT + 1)) : file.text();
}
