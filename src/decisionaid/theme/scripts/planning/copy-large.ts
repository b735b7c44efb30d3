/**
 * How many sides of A4 the person's copy takes in large print, reckoned from its letters as `copy-room.ts` does.
 *
 * A side ends where the next thing that is never parted has no room on it.
 */
import { all, textOf } from "../page/dom.ts";

/** What a side holds, in millimetres, and beneath a notice of three lines; a line of words, of large words and of a heading; what stands around a part. */
const [SIDE, SHORT_SIDE, LINE, WORDS, HEAD, AROUND] = [272, 263, 7.96, 9.9, 8.4, 1.8];
/** Letters of a notice at the foot of each side that has room in two lines. */
const MOST_NOTICE = 72;
/** What stands around a step, and around one to whose words less room is left; the lines to write on beneath. */
const [ROW, TIGHT_ROW, WRITE, TIGHT_WRITE] = [4.3, 1.1, 14, 9];
/** Letters that are sure to fit in a line: of words, of large words, of a step, beside the code. */
const [WIDE, LARGE, STEP, BESIDE] = [54, 36, 47, 34];
/** Where less room is left large words are a little smaller, and so is their line. */
const [TIGHT_LARGE, TIGHT_WORDS] = [40, 9];
/** A letter of a heading in letters of the line that it begins, and the gap behind it. */
const [IN_LINE, GAP] = [1.15, 2];
/** The code, and letters of a line of its words. */
const [CODE, CAPTION] = [51.5, 19];
/** What the person wants to say next time: its name, and two lines to write on. */
const ROOM = 2 * (WRITE + 0.7) + LINE;
/** The frame of signs to act on at once. */
const FRAME = 5;

/** What gives way, and what is never parted. */
export interface Gives {
  /** A heading stands in the line that it begins, and there is less room at each step. */
  readonly isTight: boolean;
  /** Who does a step and when have no name before them. */
  readonly isUnnamed: boolean;
  /** There is no room for what the person wants to say next time. */
  readonly isRoomless: boolean;
  /** What to do if it gets worse stands on one side. */
  readonly isWhole: boolean;
}

/** `withMoney`: with what is spent, which begins where the plan ends; else of the plan alone, of which room gives way. */
export function largeSides(sheet: HTMLElement, sides: string, gives: Gives, withMoney = false): number {
  const { isTight } = gives;
  const parts = all(".copy-part:not(.copy-last, .copy-money)", sheet).flatMap((part) => {
    const heights = heightsOf(part, gives);
    return gives.isWhole && part.matches(".copy-worse") ? [heights.reduce((sum, each) => sum + each, 0)] : heights;
  });
  // With the line that there is more on the next side: nearly always there is. The title's letters are wider.
  const [title, ...said] = all(".copy-head > *", sheet).map(textOf);
  const top = isTight ? lines([title, title, ...said, sides].join(" "), WIDE) * LINE + 3 : WORDS + [...said, sides].reduce((sum, each) => sum + lines(each, WIDE) * LINE, 0);
  const money = withMoney ? all(".copy-money", sheet).flatMap((part) => heightsOf(part, gives)) : [];
  return packed([top, ...parts, endOf(sheet, gives), ...money], isLongNotice(document.documentElement.dataset["notice"] ?? "") ? SHORT_SIDE : SIDE);
}

/** Whether a notice takes more of the foot of a side in large print than others do. */
export function isLongNotice(notice: string): boolean {
  return notice.length > MOST_NOTICE;
}

/** The sides that things of these heights take, none of which is parted; `side`: what one holds. */
export function packed(heights: readonly number[], side = SIDE): number {
  let [sides, left] = [1, side];
  for (const height of heights) {
    if (height > left && left < side) [sides, left] = [sides + 1, side];
    left -= height;
    // What is longer than a side goes on by itself.
    for (; left < 0; left += side) sides += 1;
  }
  return sides;
}

/** A heading stands with what comes behind it, signs to act on at once all stand together, and no last line stands alone. */
function heightsOf(part: HTMLElement, gives: Gives): number[] {
  const { isTight } = gives;
  // Where less room is left a heading stands in the line that it begins.
  const heading = isTight ? part.querySelector("h3:has(+ p)") : null;
  const before = (each: HTMLElement): string => (heading && each.previousElementSibling === heading ? "-".repeat(Math.ceil(textOf(heading).length * IN_LINE) + GAP) : "");
  const apart = all("p, li", part).filter((each) => !each.closest("table, .plan-signs")).map((each) => linesOf(each, isTight, before(each)));
  const [ended = 0, beforeIt = 0] = [apart.at(-1), apart.at(-2)];
  const words = apart.length > (part.matches(".copy-worse") ? 1 : 2) ? [...apart.slice(0, -2), beforeIt + ended] : apart;
  const rows = all("tbody tr", part).map((row) => (part.matches(".copy-money") ? moneyRowOf(row) : rowOf(row, gives)));
  const signs = all(".plan-signs", part).map((box) => all("p, li", box).reduce((sum, each) => sum + linesOf(each, isTight), 0));
  const heights = [...words, ...rows, ...signs, ...all(".write", part).map(() => WRITE)];
  const [start, end] = [AROUND + (heading ? 0 : HEAD), signs.length > 0 ? FRAME : 0];
  return heights.map((each, place) => each + (place === 0 ? start : 0) + (place === heights.length - 1 ? end : 0));
}

function linesOf(element: HTMLElement, isTight: boolean, before = ""): number {
  const text = before + textOf(element);
  if (!element.matches(".copy-words")) return lines(text, WIDE) * LINE + 0.5;
  return (isTight ? lines(text, TIGHT_LARGE) * TIGHT_WORDS : lines(text, LARGE) * WORDS) + 0.5;
}

function rowOf(row: HTMLElement, { isTight, isUnnamed }: Gives): number {
  const cells = all("td", row);
  const [what = "", who = "", when = ""] = cells.map(textOf);
  const [, whoHead = "", whenHead = "", went = ""] = cells.map(({ dataset }) => dataset["head"] ?? "");
  const named = `${whoHead} ${who}  ${whenHead} ${when}`;
  const about = isUnnamed ? `${who}  ${when}  ${went}` : isTight ? `${named}  ${went}` : named;
  return (lines(what, STEP) + lines(about, STEP)) * LINE + (isTight ? TIGHT_ROW + TIGHT_WRITE : ROW + WRITE);
}

/** What it is, what each costs and how many there are, and what that comes to: each begins a line. */
function moneyRowOf(row: HTMLElement): number {
  const [what = "", each = "", times = "", together = ""] = all("th, td", row).map((cell) => `${cell.dataset["head"] ?? ""}  ${textOf(cell)}`);
  const said = [what, each && `${each}  ${times}`, together].filter(Boolean);
  return said.reduce((sum, words) => sum + lines(words, STEP), 0) * LINE + ROW;
}

/** The review and the last lines, beside the code or above where it ends; they are never parted. */
function endOf(sheet: HTMLElement, { isRoomless }: Gives): number {
  const caption = sheet.querySelector(".copy-code figcaption");
  const code = caption ? CODE + lines(textOf(caption), CAPTION) * LINE : 0;
  const letters = caption ? BESIDE : WIDE;
  const said = all(".copy-review > p, .copy-foot p", sheet).map((each) => (each.matches(".copy-words") ? lines(textOf(each), 24) * WORDS : lines(textOf(each), letters) * LINE + 0.5));
  const text = AROUND + HEAD + said.reduce((sum, each) => sum + each, 0);
  return Math.max(text + (isRoomless ? 0 : ROOM), code);
}

/** How many lines a text takes, of so many letters. */
export function lines(text: string, most: number): number {
  return Math.max(1, Math.ceil(text.length / most));
}
