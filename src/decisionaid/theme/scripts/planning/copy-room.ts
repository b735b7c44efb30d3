/**
 * Whether the person's copy stands on one side of A4, reckoned from its letters: nothing is measured, so the same plan
 * gives the same paper everywhere. Room to write in goes first, and no word of the plan does.
 */
import { all, make, textOf } from "../page/dom.ts";
import { type Gives, largeSides, lines } from "./copy-large.ts";
import type { PlanSay } from "./desk.ts";

/** What a side holds, in millimetres; what stands around the parts; a line; and room to write in. */
const [SIDE, AROUND, LINE, ROOM] = [271, 7.6, 4.7, 18];
/** How high a row is in which something can be written: as it should be, and as it may be. */
const ROWS = [[14, "copy-rows-high"], [12, "copy-rows-middle"], [10, "copy-rows-low"]] as const;
/** The head without its lines, and what its title takes of the first in letters. */
const [TITLE, TITLE_LETTERS] = [4, 20];
/** What is sure to fit on a second side: what is never parted may leave the rest empty. */
const OVERLEAF = 200;
/** The code, a line of its words and how many letters that has: the review and the last lines stand beside it. */
const [CODE, CAPTION_LINE, CAPTION] = [47.5, 4.2, 25];
/** Letters of a line that are sure to fit: of the whole width, of words in large letters, beside the code. */
const [WIDE, LARGE, BESIDE] = [96, 61, 60];
/** Letters of a line of each cell of a row. */
const CELLS = [32, 16, 17, 15];
/** A heading by itself; one letter of it in letters of the line that it begins, of words and of large words; the gap behind it. */
const [HEADING, IN_LINE, IN_LARGE, GAP] = [5.2, 1.3, 0.95, 4];

/** Mark on the copy what has to give way, for each of its two prints, and say where there is more than one side. */
export function layOutCopy(sheet: HTMLElement, say: PlanSay): void {
  const hasMoney = sheet.querySelector(".copy-money") !== null;
  const { isClose, isOver, isTight, left } = onOneSide(sheet);
  // Room for a few words by hand, where the side has it.
  const roomy = isOver || isTight ? "" : (ROWS.find(([height]) => moreFor(sheet, height) <= left)?.[1] ?? "");
  const { large, ...gives } = inLarge(sheet, say("copy.sides"));
  sheet.classList.toggle("copy-close", isClose);
  sheet.classList.toggle("copy-tight", isTight);
  sheet.classList.toggle("copy-over", isOver);
  sheet.classList.toggle("copy-rows-high", roomy === "copy-rows-high");
  sheet.classList.toggle("copy-rows-middle", roomy === "copy-rows-middle");
  sheet.classList.toggle("copy-rows-low", roomy === "copy-rows-low");
  sheet.classList.toggle("copy-large-tight", gives.isTight);
  sheet.classList.toggle("copy-large-unnamed", gives.isUnnamed);
  sheet.classList.toggle("copy-large-roomless", gives.isRoomless);
  sheet.classList.toggle("copy-large-whole", gives.isWhole);
  const more = (prints: readonly string[], words: string): HTMLElement => make("p", { class: "copy-sides", "data-prints": prints.join(" ") }, words);
  const inAll = hasMoney ? largeSides(sheet, say("copy.sides"), gives, true) : large;
  const next = [...(isOver || hasMoney ? ["small"] : []), ...(inAll === 2 ? ["large"] : [])];
  const head = sheet.querySelector("header");
  if (next.length > 0) head?.append(" ", more(next, say("copy.sides")));
  if (inAll > 2) head?.append(" ", more(["large"], say("copy.sides_more")));
}

/** What gives way in large print: room to write in goes where a side is saved by it alone, and the least of it that is enough. */
function inLarge(sheet: HTMLElement, sides: string): Gives & { large: number } {
  const count = (gives: Gives): number => largeSides(sheet, sides, gives);
  const nothing = { isTight: false, isUnnamed: false, isRoomless: false, isWhole: false };
  const most = { isTight: true, isUnnamed: true, isRoomless: true, isWhole: false };
  const large = count(most);
  const ways = [nothing, { ...most, isUnnamed: false, isRoomless: false }, { ...most, isRoomless: false }, { ...most, isUnnamed: false }];
  const gives = ways.find((each) => count(each) === large) ?? most;
  // What to do if it gets worse is read at one glance, where that takes no side more.
  return { ...gives, isWhole: count({ ...gives, isWhole: true }) === large, large };
}

/** How much higher the copy is at most with rows of this height: one that is as high by its words is no higher. */
function moreFor(sheet: HTMLElement, height: number): number {
  return all(".copy-part:not(.copy-money) tbody tr", sheet).reduce((sum, row) => sum + Math.max(0, height - linesOf(row) * LINE), 0);
}

/** The lines of the cell of a row that has most. */
function linesOf(row: HTMLElement): number {
  return Math.max(...all("th, td", row).map((cell, place) => lines(textOf(cell), CELLS[place] ?? WIDE)));
}

/** What has to give way for one side: first headings stand in the line that they begin, then there is no room to write in; and whether that is not enough. */
function onOneSide(sheet: HTMLElement): { isClose: boolean; isOver: boolean; isTight: boolean; left: number } {
  // The day stands beside the title.
  const head = TITLE + lines("-".repeat(TITLE_LETTERS) + textOf(sheet.querySelector("header")), WIDE) * LINE;
  // What is spent is a side of its own.
  const parts = all(".copy-part:not(.copy-last, .copy-money)", sheet);
  const [apart, close] = [false, true].map((isClose) => parts.reduce((sum, part) => sum + heightOf(part, isClose), head)) as [number, number];
  const last = textOf(sheet.querySelector(".copy-end")).length / BESIDE * LINE + 22;
  const caption = sheet.querySelector(".copy-code figcaption");
  const end = caption ? CODE + lines(textOf(caption), CAPTION) * CAPTION_LINE : 0;
  const [withRoom, without] = [Math.max(last + ROOM, end), Math.max(last, end)];
  const isOver = close + without > SIDE;
  // Where one side does not hold it, nothing gives way for it.
  const side = isOver ? SIDE + OVERLEAF : SIDE;
  const isClose = apart + withRoom > side;
  return { isOver, isClose, isTight: close + withRoom > side, left: side - (isClose ? close : apart) - withRoom };
}

function heightOf(part: HTMLElement, isClose: boolean): number {
  const heading = isClose ? part.querySelector("h3:has(+ p)") : null;
  // The heading stands before the words of the first line.
  const before = (each: HTMLElement): string => (heading && each.previousElementSibling === heading ? "-".repeat(Math.ceil(textOf(heading).length * (each.matches(".copy-words") ? IN_LARGE : IN_LINE)) + GAP) : "");
  const words = all("p, li", part).filter((each) => !each.closest("table")).map((each) => (each.matches(".copy-words") ? lines(before(each) + textOf(each), LARGE) * 6.3 : lines(before(each) + textOf(each), WIDE) * LINE) + 0.6);
  const rows = all("tr", part).map((row) => linesOf(row) * LINE + 1.5);
  const heads = all("h4", part).length * 8;
  return [...words, ...rows].reduce((sum, each) => sum + each, AROUND - (heading ? HEADING : 0) + heads);
}
