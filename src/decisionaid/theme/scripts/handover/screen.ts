/**
 * Whether a window of 1366 x 768 holds what stands in sight of a sheet, and no more than 200 words of it.
 *
 * It is reckoned from letters, and nothing is measured: the same record gives the same sheet everywhere. The numbers
 * are those of the style (`components/clinician-sheet/style.css`) in a wide typeface; a browser test holds that
 * they come out.
 */
import type { FactWords } from "../../generated/words.ts";
import { seenIn, type Part } from "./part.ts";
import { inSight, linesOfItems, wordsIn, wrappedRows } from "./room.ts";
import type { Sheet } from "./sheet-shape.ts";

/** Words in sight besides the figures, what the aid says of facts and of warning signs, and the text for the record. */
const MOST_WORDS = 200;
/** Headings, buttons and names of folds that stand on each sheet. */
const ALWAYS = 30;
/** CSS pixels below the band of the page. */
const HEIGHT = 705;

/** Pixels across: the whole, the third column. */
const [WIDTH, THIRD] = [1334, 408];
/** Pixels of a line, of a heading with its rule, and of the name of a fold. */
const [LINE, HEADING, FOLD] = [20.3, 28, 23];
/** Pixels between lines of a part, and between facts to go over. */
const GAP = { lines: 1, facts: 4 } as const;
/** Letters of a line in the first column and in the others, over two columns, and of what is small there. */
const [FIRST, COLUMN, WIDE, STATED] = [55, 50, 110, 128];

/** Pixels of a letter, as wide as it comes, and between two that stand side by side. */
const HEAD = { title: 9.6, letter: 7.1, gap: 12, label: 112 } as const;
const FLAG = { letter: 7.4, around: 40, gap: 8 } as const;
const NAME = { letter: 7.3, around: 16, gap: 24 } as const;
/** Letters of a line of own words, and of the fold behind their beginning. */
const OWN = { letters: 101, fold: " in_full" } as const;
const NOTE_LETTERS = 175;

/** What a row of figures, and the text for the record, are set in. */
const SMALL = { line: 16.25, letters: 136 } as const;
/** As long as the mark of the option that they lean to. */
const LEANING = "(leaning)";
const RECORD = { line: 15, letters: 61 } as const;

/** What a sheet takes up: words in sight, and CSS pixels from its head to its end. */
export interface Taken {
  words: number;
  height: number;
}

export function fitsOneScreen(sheet: Sheet): boolean {
  return taken(sheet).words <= MOST_WORDS && isOneScreenHigh(sheet);
}

export function isOneScreenHigh(sheet: Sheet): boolean {
  return taken(sheet).height <= HEIGHT;
}

/** A sheet, before it is known where its folds stand. */
type Unplaced = Omit<Sheet, "hasFoldsBeside" | "paper">;

/** Below the text for the record, unless that side is the higher one. */
export function hasFoldsBeside(sheet: Unplaced): boolean {
  const { left, right, folds } = sidesOf(sheet);
  return Math.max(left, right + folds.right) <= Math.max(left + folds.left + 8, right);
}

export function taken(sheet: Sheet): Taken {
  return { words: wordsOf(sheet), height: aboveOf(sheet) + belowOf(sheet) };
}

function wordsOf({ title, opened, saved, about, notes, sayFirst, flags, signs, parts }: Sheet): number {
  const inParts = parts.flatMap((part) => (part.lines.length > 0 ? [part.heading, ...seenIn(part)] : [part.fold]));
  return ALWAYS + wordsIn([title, opened, saved, ...about, ...notes, inSight(sayFirst), ...flags, ...inParts]) - wordsIn(signs);
}

/** The head with the button for a label, notes, own words, flags. */
function aboveOf({ title, opened, saved, notes, sayFirst, flags }: Sheet): number {
  const head = linesOfItems([title.length * HEAD.title, opened.length * HEAD.letter, saved.length * HEAD.letter, HEAD.label], HEAD.gap, WIDTH);
  const noted = notes.length > 0 ? 12 + wrappedRows([notes.join(" · ")], NOTE_LETTERS) * 19 : 0;
  const own = wrappedRows([inSight(sayFirst) + (sayFirst.short === undefined ? "" : OWN.fold)], OWN.letters);
  const flagLines = linesOfItems(flags.map((flag) => flag.length * FLAG.letter + FLAG.around), FLAG.gap, WIDTH);
  return 4 + head * 20 + noted + 12 + own * 27.5 + (flagLines > 0 ? 4 + flagLines * 27 : 0);
}

function belowOf(sheet: Sheet): number {
  const { left, right, folds } = sidesOf(sheet);
  const isBeside = sheet.hasFoldsBeside;
  return columnsOf(sheet) + 8 + Math.max(left + (isBeside ? 0 : folds.left + 8), right + (isBeside ? folds.right : 0));
}

function columnsOf({ parts }: Unplaced): number {
  return Math.max(partHeight(parts, "questions", FIRST), partHeight(parts, "matters", COLUMN), partHeight(parts, "now", COLUMN));
}

function partHeight(parts: readonly Part[], id: Part["id"], letters: number): number {
  const seen = parts.filter((part) => part.id === id && part.lines.length > 0);
  const gap = id === "misunderstood" ? GAP.facts : GAP.lines;
  return seen.reduce((sum, part) => sum + linesOf(part, letters) * LINE + (part.lines.length - 1) * gap + HEADING + (part.fold ? FOLD : 0), 0);
}

/** Facts and figures beside the text for the record, and what the names of folds take up on either side. */
function sidesOf({ about, parts, figures, rowNotes, text }: Unplaced): { left: number; right: number; folds: { left: number; right: number } } {
  const facts = figures === null ? 0 : HEADING + figures.rows.reduce((sum, row) => sum + rowHeight(row, rowNotes, figures.leans), 0) + FOLD;
  const goOver = partHeight(parts, "misunderstood", WIDE);
  const alone = parts.filter(({ lines }) => lines.length === 0).map(({ fold }) => fold);
  const names = ["In the visit", "Other systems", ...alone].map((name) => name.length * NAME.letter + NAME.around);
  const [left, right] = [WIDTH - THIRD - 24, THIRD].map((room) => linesOfItems(names, NAME.gap, room) * FOLD);
  return {
    left: (goOver > 0 ? goOver + 8 : 0) + facts + 8 + wrappedRows([about.join(" · ")], STATED) * 18,
    right: HEADING + wrappedRows(text.split("\n"), RECORD.letters) * RECORD.line + 61,
    folds: { left: left ?? 0, right: right ?? 0 },
  };
}

/** Lines of a part in sight, each with what the aid says beside it. */
function linesOf({ lines }: Part, letters: number): number {
  return wrappedRows(lines.map((each) => [inSight(each), ...(each.beside ?? [])].join(" ")), letters);
}

/** `leans`: which of its figures is marked as that of the option leaned to. */
function rowHeight({ label, measured, better, sure, notes = [], figures }: FactWords, most: number, leans: number): number {
  const named = figures.map(({ option, ...each }, n) => ({ ...each, option: n === leans ? `${option} ${LEANING}` : option }));
  const numbers = named.filter(({ said, range }) => /\p{Nd}/u.test(said) || range);
  const rest = named.filter((each) => !numbers.includes(each));
  // Each reason for having no number stands once, before its options.
  const without = [...new Set(rest.map(({ said }) => said)), ...rest.map(({ option }) => option)];
  const each = Math.floor(SMALL.letters / Math.min(3, Math.max(1, numbers.length))) - 9;
  const abreast = numbers.map(({ option, said, range = "" }) => wrappedRows([`${option} ${said} ${range && `(${range})`}`], each));
  const lines = wrappedRows([["1 ", label, measured, better].join(" · ")], SMALL.letters) + Math.ceil(numbers.length / 3) * Math.max(0, ...abreast);
  return (lines + wrappedRows([[sure, ...notes.slice(0, most), ...without].join(" · ")], SMALL.letters)) * SMALL.line + 7;
}
