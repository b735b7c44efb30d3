/**
 * A person's own copy: a file with all that they said, and with what they share with nobody.
 *
 * It holds what is kept on a device, and no record: nobody else's page opens it, and whoever hands it over by mistake
 * hands over no record with parts that were not to be shared.
 */
import { OWN_COPY } from "../handover/record-file.ts";
import { blockHtml, blockOf, fileOf } from "../handover/save-file.ts";
import { read, written, type Entry, type Found, type Said } from "../keeping/entry.ts";
import { direction } from "../page/direction.ts";
import { answered } from "../record/text.ts";
import { parsed } from "../record/field.ts";
import type { Context } from "./context.ts";
import { worthOf } from "./session.ts";

/** By which such a file is known; it is none of those that are handed over. */
const MARK = '<meta name="application-name" content="decisionaid own copy">';
/** Characters of it that are read at all. */
const MOST = 400_000;

/** What this tab holds, as it would be kept. */
export function entryOf({ page: { aid } }: Context, state: string, said: readonly Said[]): Entry {
  // It follows no write, and none follows it.
  return { of: aid.id, life: "0", rev: 1, by: "0", changed: Date.now(), told: 0, version: aid.version, state, said };
}

/** The file: `title`, and what it says of itself. */
export function ownCopyText(entry: Entry, { page: { aid } }: Context, title: string, about: readonly string[]): string {
  const lines = entry.said.map(({ question, answer }) => answered(question, answer));
  return fileOf({ title, language: aid.language, direction: direction(), mark: MARK }, about, [
    ...blockHtml({ id: "own", heading: "", lines }),
    "</main>",
    blockOf(OWN_COPY, written(entry)),
  ]);
}

export function ownCopyName(aid: string, day: string): string {
  return `my-own-copy-${aid}-${day}.html`;
}

/** What stands in such a file, which is not trusted; null: it is of another aid. */
export function readOwnCopy(text: string, aid: string): Found | null {
  const data = parsed(text, MOST) as { of?: unknown } | null;
  if (typeof data?.of === "string" && data.of !== aid) return null;
  // As it was written, before letters were written in another way for the file.
  return read(data === null ? text : JSON.stringify(data), aid, (state) => worthOf(state, aid));
}
