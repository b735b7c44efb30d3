/** What the clinician's page says about a record: its order is fixed, and nothing in it is a score. */
import { isMadeUp } from "../record/made-up.ts";
import type { Record } from "../record/record-types.ts";
import { today } from "../record/today.ts";
import { aboutLines, isChangedSince, noteLines, savedLine, type Known } from "./about-aid.ts";
import { asSeen } from "./as-seen.ts";
import { figuresFor } from "./figures.ts";
import { flagLines, pointedOut } from "./flags.ts";
import type { Say } from "./messages.ts";
import { dateLines, onDay, seenOnDay } from "./on-day.ts";
import { onPaper } from "./paper.ts";
import type { Sources } from "./part.ts";
import { recordText } from "./record-text.ts";
import { LEAST, ROOMS, type Room } from "./room.ts";
import { fitsOneScreen, hasFoldsBeside, isOneScreenHigh } from "./screen.ts";
import type { Sheet } from "./sheet-shape.ts";
import { misreadLines, partsOf, sayFirst } from "./sheet-parts.ts";
import { stated } from "./stated.ts";
import { besideToday } from "./then-and-now.ts";

/** `known.seen`: the aid as it was when the person used it, where it has changed since and can be had. */
export function sheetOf(
  record: Record,
  known: Known,
  left: readonly string[],
  say: Say<"clinician">,
  isAltered = false,
  day = today(),
  opened = "",
): Sheet {
  const now = onDay(known.words, day);
  const isChanged = isChangedSince(record, now);
  const theirs = isChanged && known.seen?.source_sha256 === record.aid.source_sha256 ? seenOnDay(known.seen, known.words, day) : null;
  const words = theirs === null ? now : besideToday(theirs, now, say);
  const marks = { older: (text: string) => say("sheet.older", { text }), sign: (text: string, seen: string) => say("sheet.sign_older", { text, seen }) };
  // With the words that they saw, no label of the file is needed to say what they answered.
  const seen = asSeen(theirs === null ? record : { ...record, words: {} }, words, marks, isAltered);
  const said = stated(record, seen.words);
  const misread = misreadLines(said, theirs === null ? null : now, say);
  const noted = { record, said, words: now, isChanged, isAltered, misread: misread.length, left };
  const pointed = pointedOut({ ...noted, words }, say);
  const sources: Omit<Sources, "figures" | "which"> = { record, said, seen, words, now: theirs === null ? null : now, pointed, say };
  const whose = WHO[record.filled_in_by.role](say);
  const whole = {
    opened,
    signs: said.flags.flatMap((text) => text ?? []),
    title: now?.title ?? record.aid.title,
    saved: savedLine(record, whose.stated, say),
    notes: [
      ...(isMadeUp(record) ? [say("practice.note")] : []),
      ...(isAltered ? [say("note.altered")] : []),
      ...dateLines(record, now, day, say),
      ...noteLines(record, { ...known, words: now, seen: theirs }, seen.older, [...left, ...seen.nameless], say),
    ],
    sayFirstHeading: whose.sayFirstHeading,
    until: words?.until ?? "",
    options: (words?.options ?? []).map(({ text }) => text),
    text: recordText(record, theirs ?? now, "short"),
  };
  const { which, standing } = aboutLines(record, words, say);
  return fitting((room) => {
    // Where those that they saw may not be used any more, today's are better than none.
    const figures = figuresFor(record, words?.facts?.length ? words : now, said, sources.now, room.rows);
    const from = { ...sources, figures };
    const flags = flagLines(noted, pointed, say, room.flag);
    const parts = partsOf({ ...from, which: room.rest ? [] : which }, room);
    const made = { ...whole, about: [...(room.rest ? which : []), ...standing], figures, flags, sayFirst: sayFirst(sources, room), parts, rowNotes: room.notes };
    return { ...made, hasFoldsBeside: hasFoldsBeside(made), paper: onPaper(made) };
  });
}

/** Made with as much room as there is; where even the least has too many words, with as many rows as there is room for. */
function fitting(made: (room: Room) => Sheet): Sheet {
  const sheets = ROOMS.map(made);
  return sheets.find(fitsOneScreen) ?? LEAST.map(made).find(isOneScreenHigh) ?? (sheets.at(-1) as Sheet);
}

/** What somebody else wrote for a person is not called that person's own words. */
const WHO: { readonly [role in Record["filled_in_by"]["role"]]: (say: Say<"clinician">) => { sayFirstHeading: string; stated: string } } = {
  unanswered: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated_unknown") }),
  patient: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated") }),
  patient_with_help: (say) => ({ sayFirstHeading: say("sheet.say_first_helped"), stated: say("sheet.stated_helped") }),
  helper: (say) => ({ sayFirstHeading: say("sheet.say_first_own_helper"), stated: say("sheet.stated_own_helper") }),
  carer: (say) => ({ sayFirstHeading: say("sheet.say_first_carer"), stated: say("sheet.stated_carer") }),
};
