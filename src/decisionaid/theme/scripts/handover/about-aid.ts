/** Which aid the person used and how it stands now: what this site knows goes before what the file says. */
import type { AidWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import { dayInWords } from "./day.ts";
import { paperLine } from "./from-paper.ts";
import type { Say } from "./messages.ts";

const MOST_UNRECOGNISED = 8;

/** `words` null: the aid is not on this site or could not be loaded, as `missing` says. */
export interface Known {
  words: AidWords | null;
  /** What the person saw, where the aid reads otherwise now; for showing see `seenOnDay`. */
  seen?: AidWords | null;
  missing: "unknown_aid" | "no_words";
}

/** Whether the aid reads otherwise here than when the person used it. */
export function isChangedSince({ aid }: Record, words: AidWords | null): boolean {
  return words !== null && (words.source_sha256 !== aid.source_sha256 || words.version !== aid.version);
}

/** When it was saved, and whose statement it is. */
export function savedLine(record: Record, who: string, say: Say<"clinician">): string {
  if (record.paper) return say("paper.saved", { paper: paperLine(record, say), who });
  const saved = dayInWords(say, record.day || record.updated);
  return saved ? say("sheet.filled_in", { date: saved, who }) : say("sheet.filled_in_unknown", { who });
}

/** With which text of the aid, as it is read here, and how what is said stands to care. */
export function aboutLines({ aid }: Record, words: AidWords | null, say: Say<"clinician">): { which: string[]; standing: string[] } {
  const { version, evidence = "" } = words ?? aid;
  const day = dayInWords(say, evidence);
  const isDemonstration = [aid.status, words?.status].includes("demonstration");
  return {
    which: [say("sheet.aid", { version }), day && say("sheet.evidence", { date: day })].filter(Boolean),
    standing: [isDemonstration ? say("sheet.demonstration") : "", say("sheet.nothing_agreed")].filter(Boolean),
  };
}

/** What to know before reading: the aid has changed, parts of the file were not recognised. */
export function noteLines(
  record: Record,
  { words, missing, seen }: Known,
  older: number,
  left: readonly string[],
  say: Say<"clinician">,
): string[] {
  const [theirs, ours] = [record.aid.version, words?.version ?? ""];
  const parts = [...new Set(left)];
  const more = parts.length - MOST_UNRECOGNISED;
  const named = [...parts.slice(0, MOST_UNRECOGNISED), ...(more > 0 ? [say("sheet.more", { n: more })] : [])];
  const changed = theirs === ours ? say("note.changed_text") : say("note.changed", { theirs, ours });
  return [
    ...(words === null ? [say(`note.${missing}`, { title: record.aid.title })] : []),
    ...(isChangedSince(record, words) ? [seen ? say("note.seen", { changed }) : changed] : []),
    ...(older > 0 ? [say("note.older", { n: older })] : []),
    ...clockLines(record, words, say),
    ...(parts.length > 0 ? [say("note.not_recognised", { parts: named.join(", ") })] : []),
  ];
}

/** How the aid stands now, and how it stood when they used it, if that is another thing. */
function clockLines({ aid }: Record, words: AidWords | null, say: Say<"clinician">): string[] {
  const now = words?.clock_words || (words?.status === "withdrawn" ? say("note.withdrawn") : "");
  const then = aid.clock === "overdue" || aid.clock === "expired" ? say(`note.then_${aid.clock}`) : "";
  return [now, then].filter(Boolean);
}
