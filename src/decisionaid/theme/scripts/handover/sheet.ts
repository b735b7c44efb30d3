/** What the clinician's page says about a record: its order is fixed, and nothing in it is a score. */
import type { AidWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import { today } from "../record/today.ts";
import { aboutLines, isChangedSince, noteLines, savedLine, type Known } from "./about-aid.ts";
import { asSeen } from "./as-seen.ts";
import { figuresFor, type SheetFigures } from "./figures.ts";
import { flagLines, pointedOut } from "./flags.ts";
import type { Say } from "./messages.ts";
import { dateLines, onDay } from "./on-day.ts";
import { onPaper, type OnPaper } from "./paper.ts";
import { seenIn, type Part, type Sources } from "./part.ts";
import { inSight, ROOMS, rowsOf, wordsIn, type Line, type Room } from "./room.ts";
import { misreadLines, partsOf, sayFirst } from "./sheet-parts.ts";
import { stated } from "./stated.ts";
import { besideToday, stillShown } from "./then-and-now.ts";

/** Words in sight besides figures, the aid's sentences about them and the text for the record. */
export const MOST_WORDS = 185;
/** Letters of a line, in one of three columns and over two of them, and lines of what is in sight. */
const [COLUMN, WIDE, WHOLE] = [50, 115, 170];
const MOST_LINES = 17;

export interface Sheet {
  title: string;
  /** Who filled it in and when. */
  saved: string;
  /** With which aid, and whose statement it is. */
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
  /** The record, and the words that its person saw: what the text for the clinical record is made of. */
  record: Record;
  words: AidWords | null;
}

/** `known.seen`: the aid as it was when the person used it, where it has changed since and can be had. */
export function sheetOf(
  record: Record,
  known: Known,
  left: readonly string[],
  say: Say<"clinician">,
  isAltered = false,
  day = today(),
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
  const sources: Sources = { record, said, seen, words, now: theirs === null ? null : now, pointed, misread, say };
  const whose = WHO[record.filled_in_by.role](say);
  const whole = {
    title: now?.title ?? record.aid.title,
    saved: savedLine(record, say),
    about: [...aboutLines(record, words, say), whose.stated],
    notes: [
      ...(isAltered ? [say("note.altered")] : []),
      ...dateLines(record, now, day, say),
      ...noteLines(record, { ...known, words: now, seen: theirs }, seen.older, [...left, ...seen.nameless], say),
    ],
    sayFirstHeading: whose.sayFirstHeading,
    figures: figuresFor(record, words, said, theirs === null ? null : now),
    until: words?.until ?? "",
    record,
    words: theirs ?? now,
  };
  return fitting((room) => {
    const flags = flagLines(noted, pointed, say, room.flag);
    const first = sayFirst(sources, room);
    const parts = partsOf(sources, room);
    const texts = [whole.title, whole.saved, ...whole.notes, ...flags, ...whole.about];
    return { ...whole, flags, sayFirst: first, parts, rowNotes: room.notes, paper: onPaper(texts, first, parts, whole.figures, 4) };
  });
}

/** Made with as much room as there is. */
function fitting(made: (room: Room) => Sheet): Sheet {
  const sheets = ROOMS.map(made);
  return sheets.find(fits) ?? (sheets.at(-1) as Sheet);
}

/** Whether one screen holds what is in sight. */
function fits({ title, saved, about, notes, sayFirst: own, flags, parts }: Sheet): boolean {
  const inParts = parts.flatMap((part) => [part.heading, ...seenIn(part)]);
  const texts = [title, saved, ...about, ...notes, inSight(own), ...flags, ...inParts];
  const rows = (id: Part["id"], letters: number): number =>
    rowsOf(parts.filter((part) => part.id === id).flatMap((part) => [...seenIn(part), ...part.lines.flatMap(({ beside = [] }) => beside)]), letters);
  const columns = Math.max(...(["questions", "matters", "now"] as const).map((id) => rows(id, COLUMN)));
  const lines = rowsOf([inSight(own)], WIDE) + rowsOf(flags, WHOLE) + columns + rows("misunderstood", WIDE);
  return wordsIn(texts) <= MOST_WORDS && lines <= MOST_LINES;
}

/** What somebody else wrote for a person is not called that person's own words. */
const WHO: { readonly [role in Record["filled_in_by"]["role"]]: (say: Say<"clinician">) => { sayFirstHeading: string; stated: string } } = {
  unanswered: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated_unknown") }),
  patient: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated") }),
  patient_with_help: (say) => ({ sayFirstHeading: say("sheet.say_first_helped"), stated: say("sheet.stated_helped") }),
  carer: (say) => ({ sayFirstHeading: say("sheet.say_first_carer"), stated: say("sheet.stated_carer") }),
};
