/** What a sheet is: all that the clinician's page lays out, in words. */
import type { SheetFigures } from "./figures.ts";
import type { Part } from "./part.ts";
import type { Line } from "./room.ts";

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
  /** The aid's own words of the warning signs that were ticked: they stand among the flags, and are never cut. */
  signs: readonly string[];
  /** What presses is all here; whatever is left out is said in full in its own part. */
  flags: readonly string[];
  parts: readonly Part[];
  figures: SheetFigures | null;
  /** How many notes stand in sight behind each row of figures. */
  rowNotes: number;
  /** Whether what is folded whole stands below the text for the record; else below the figures, where that is less high. */
  hasFoldsBeside: boolean;
  /** Up to which day the figures may be used. */
  until: string;
  paper: OnPaper;
  /** The options of the aid that the person used. */
  options: readonly string[];
  /** For the clinical record. */
  text: string;
}

/** What goes onto its one side of A4. */
export interface OnPaper {
  /** The lines that stand there in full. */
  whole: ReadonlySet<Line>;
  /** How many lines of each part do not, by its heading. */
  left: readonly { heading: string; n: number }[];
  /** Whether what to ask in the visit has room too. */
  hasTalk: boolean;
}
