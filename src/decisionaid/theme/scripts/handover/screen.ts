/**
 * Whether a window of 1366 x 768 holds what stands in sight of a sheet, and no more than 200 words of it.
 *
 * It is reckoned from letters, and nothing is measured: the same record gives the same sheet everywhere. The numbers
 * are those of the style (`components/clinician-sheet/style.css`) in a wide typeface; a browser test holds that
 * they come out.
 */
import type { FactWords } from "../../generated/words.ts";
import { seenIn, type Part } from "./part.ts";
import { inSight, rowsOf, wordsIn } from "./room.ts";
import type { Sheet } from "./sheet-shape.ts";

/** Words in sight besides the figures, the aid's sentences about them and the text for the record. */
const MOST_WORDS = 200;
/** Headings, buttons and names of folds that stand on each sheet. */
const ALWAYS = 28;
/** CSS pixels below the band of the page. */
const HEIGHT = 699;

/** Pixels of a line, of a heading with its rule, and of the name of a fold. */
const [LINE, HEADING, FOLD] = [20.5, 27, 26];
/** Letters of a line in the first column and in the others, over two columns, in the row of flags, and of own words. */
const [FIRST, COLUMN, WIDE, FLAGS, OWN] = [54, 48, 120, 178, 100];

/** What a row of figures, and the text for the record, are set in. */
const SMALL = { line: 16.3, letters: 136 } as const;
/** As long as the mark of the option that they lean to. */
const LEANING = "_(leaning)";
const RECORD = { line: 15.7, letters: 60 } as const;

export function fitsOneScreen(sheet: Sheet): boolean {
  return wordsOf(sheet) <= MOST_WORDS && heightOf(sheet) <= HEIGHT;
}

function wordsOf({ title, opened, saved, about, notes, sayFirst, flags, parts }: Sheet): number {
  const inParts = parts.flatMap((part) => [part.heading, ...seenIn(part)]);
  return ALWAYS + wordsIn([title, opened, saved, ...about, ...notes, inSight(sayFirst), ...flags, ...inParts]);
}

function heightOf({ saved, opened, title, notes, sayFirst, flags, parts, figures, rowNotes, text }: Sheet): number {
  const rows = (id: Part["id"], letters: number): number =>
    parts.filter((part) => part.id === id).reduce((sum, part) => sum + linesOf(part, letters) * LINE + HEADING + (part.fold ? FOLD : 0), 0);
  const folds = parts.filter(({ lines }) => lines.length === 0).map(({ fold }) => fold);
  const above =
    rowsOf([title + opened + saved], FLAGS) * 22 + rowsOf(notes, FLAGS) * 30 + rowsOf([inSight(sayFirst)], OWN) * 28 + 18 + rowsOf([flags.join("_____")], FLAGS) * 26 + 8;
  const columns = Math.max(rows("questions", FIRST), rows("matters", COLUMN), rows("now", COLUMN));
  const left = rows("misunderstood", WIDE) + HEADING + (figures?.rows ?? []).reduce((sum, row) => sum + rowHeight(row, rowNotes), 0) + FOLD + 22;
  const right = HEADING + rowsOf(text.split("\n"), RECORD.letters) * RECORD.line + 60 + rowsOf([["In the visit", "Other systems", ...folds].join("_____")], COLUMN - 2) * FOLD;
  return above + columns + 4 + Math.max(left + 12, right);
}

/** Lines of a part in sight, each with what the aid says beside it. */
function linesOf({ lines }: Part, letters: number): number {
  return rowsOf(lines.map((each) => [inSight(each), ...(each.beside ?? [])].join(" ")), letters);
}

function rowHeight({ label, measured, better, sure, notes = [], figures }: FactWords, most: number): number {
  const numbers = figures.filter(({ said, range }) => /\p{Nd}/u.test(said) || range);
  const rest = figures.filter((each) => !numbers.includes(each));
  // Each reason for having no number stands once, before its options.
  const without = [...new Set(rest.map(({ said }) => said)), ...rest.map(({ option }) => option)];
  const each = Math.floor(SMALL.letters / Math.min(3, Math.max(1, numbers.length))) - 6;
  const abreast = numbers.map(({ option, said, range = "" }) => rowsOf([`${option} ${said} ${range}`], each));
  const lines = rowsOf([["1__", label, measured, better].join("___")], SMALL.letters) + Math.ceil(numbers.length / 3) * Math.max(0, ...abreast);
  return (lines + rowsOf([[LEANING, sure, ...notes.slice(0, most), ...without].join("___")], SMALL.letters)) * SMALL.line + 7;
}
