/** What the clinician's page says about a record: its order is fixed, and nothing in it is a score. */
import type { Record } from "../record/record-types.ts";
import { today } from "../record/today.ts";
import { aboutLines, isChangedSince, noteLines, savedLine, type Known } from "./about-aid.ts";
import { asSeen } from "./as-seen.ts";
import { figuresFor, type SheetFigures } from "./figures.ts";
import { flagLines, pointedOut } from "./flags.ts";
import type { Say } from "./messages.ts";
import { dateLines, onDay } from "./on-day.ts";
import { onPaper, type OnPaper } from "./paper.ts";
import type { Part, Sources } from "./part.ts";
import { recordText } from "./record-text.ts";
import { ROOMS, type Line, type Room } from "./room.ts";
import { fitsOneScreen } from "./screen.ts";
import { misreadLines, partsOf, sayFirst } from "./sheet-parts.ts";
import { stated } from "./stated.ts";
import { besideToday, stillShown } from "./then-and-now.ts";

export interface Sheet {
  title: string;
  /** Which file it is, and when it was opened. */
  opened: string;
  /** When, and whose statement it is: by the person alone or not. */
  saved: string;
  /** With which aid. */
  about: readonly string[];
  /** What to know before reading: the aid has changed, parts were not recognised. */
  notes: readonly string[];
  sayFirst: Line;
  /** Whose words those are. */
  sayFirstHeading: string;
  /** What presses is all here; whatever is left out is said in full in its own part. */
  flags: readonly string[];
  parts: readonly Part[];
  figures: SheetFigures | null;
  /** How many notes stand in sight behind each row of figures. */
  rowNotes: number;
  /** Up to which day the figures may be used. */
  until: string;
  paper: OnPaper;
  /** The options of the aid that the person used. */
  options: readonly string[];
  /** For the clinical record. */
  text: string;
}

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
  const theirs = isChanged && known.seen?.source_sha256 === record.aid.source_sha256 ? stillShown(known.seen, now) : null;
  const words = theirs === null ? now : besideToday(theirs, now, say);
  const marks = { older: (text: string) => say("sheet.older", { text }), sign: (text: string, seen: string) => say("sheet.sign_older", { text, seen }) };
  // With the words that they saw, no label of the file is needed to say what they answered.
  const seen = asSeen(theirs === null ? record : { ...record, words: {} }, words, marks, isAltered);
  const said = stated(record, seen.words);
  const misread = misreadLines(said, theirs === null ? null : now, say);
  const noted = { record, said, words: now, isChanged, isAltered, misread: misread.length, left };
  const pointed = pointedOut({ ...noted, words }, say);
  const sources: Omit<Sources, "figures"> = { record, said, seen, words, now: theirs === null ? null : now, pointed, misread, say };
  const whose = WHO[record.filled_in_by.role](say);
  const whole = {
    opened,
    title: now?.title ?? record.aid.title,
    saved: savedLine(record, whose.stated, say),
    about: aboutLines(record, words, say),
    notes: [
      ...(isAltered ? [say("note.altered")] : []),
      ...dateLines(record, now, day, say),
      ...noteLines(record, { ...known, words: now, seen: theirs }, seen.older, [...left, ...seen.nameless], say),
    ],
    sayFirstHeading: whose.sayFirstHeading,
    until: words?.until ?? "",
    options: (words?.options ?? []).map(({ text }) => text),
    text: recordText(record, theirs ?? now, "short"),
  };
  return fitting((room) => {
    const figures = figuresFor(record, words, said, sources.now, room.rows);
    const from: Sources = { ...sources, figures };
    const flags = flagLines(noted, pointed, say, room.flag);
    const made = { ...whole, figures, flags, sayFirst: sayFirst(from, room), parts: partsOf(from, room), rowNotes: room.notes };
    return { ...made, paper: onPaper(made) };
  });
}

/** Made with as much room as there is. */
function fitting(made: (room: Room) => Sheet): Sheet {
  const sheets = ROOMS.map(made);
  return sheets.find(fitsOneScreen) ?? (sheets.at(-1) as Sheet);
}

/** What somebody else wrote for a person is not called that person's own words. */
const WHO: { readonly [role in Record["filled_in_by"]["role"]]: (say: Say<"clinician">) => { sayFirstHeading: string; stated: string } } = {
  unanswered: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated_unknown") }),
  patient: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated") }),
  patient_with_help: (say) => ({ sayFirstHeading: say("sheet.say_first_helped"), stated: say("sheet.stated_helped") }),
  carer: (say) => ({ sayFirstHeading: say("sheet.say_first_carer"), stated: say("sheet.stated_carer") }),
};
