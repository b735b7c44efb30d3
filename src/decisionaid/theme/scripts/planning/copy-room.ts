/**
 * Whether the person's copy stands on one side of A4, reckoned from its letters: nothing is measured, so the same plan
 * gives the same paper everywhere. Room to write in goes first, and no word of the plan does.
 */
import { all, make, textOf } from "../page/dom.ts";
import { largeSides, lines } from "./copy-large.ts";
import type { PlanSay } from "./desk.ts";

/** What a side holds, in millimetres; what stands around the parts; a line; and room to write in. */
const [SIDE, AROUND, LINE, ROOM] = [271, 7.6, 4.7, 18];
/** The head without its lines, and what its title takes of the first in letters. */
const [TITLE, TITLE_LETTERS] = [4, 20];
/** The code, a line of its words and how many letters that has: the review and the last lines stand beside it. */
const [CODE, CAPTION_LINE, CAPTION] = [47.5, 4.2, 25];
/** Letters of a line that are sure to fit: of the whole width, of words in large letters, beside the code. */
const [WIDE, LARGE, BESIDE] = [96, 61, 60];
/** Letters of a line of each cell of a row. */
const CELLS = [32, 16, 17, 15];

/** Mark on the copy what has to give way, for each of its two prints, and say where there is more than one side. */
export function layOutCopy(sheet: HTMLElement, say: PlanSay): void {
  const hasMoney = sheet.querySelector(".copy-money") !== null;
  const [isTight, isOver] = onOneSide(sheet);
  const large = largeSides(sheet, say("copy.sides"), true);
  // Room to write in gives way where a side is saved by it alone.
  const isLargeTight = large < largeSides(sheet, say("copy.sides"), false);
  sheet.classList.toggle("copy-tight", isTight);
  sheet.classList.toggle("copy-large-tight", isLargeTight);
  const prints = [...(isOver || hasMoney ? ["small"] : []), ...(large > 1 || hasMoney ? ["large"] : [])];
  if (prints.length > 0) sheet.querySelector("header")?.append(" ", make("p", { class: "copy-sides", "data-prints": prints.join(" ") }, say("copy.sides")));
}

/** Whether something has to give way for one side, and whether that is not enough. */
function onOneSide(sheet: HTMLElement): [isTight: boolean, isOver: boolean] {
  // The day stands beside the title.
  const head = TITLE + lines("-".repeat(TITLE_LETTERS) + textOf(sheet.querySelector("header")), WIDE) * LINE;
  // What is spent is a side of its own.
  const height = head + all(".copy-part:not(.copy-last, .copy-money)", sheet).reduce((sum, part) => sum + heightOf(part), 0);
  const last = textOf(sheet.querySelector(".copy-end")).length / BESIDE * LINE + 22;
  const caption = sheet.querySelector(".copy-code figcaption");
  const end = caption ? CODE + lines(textOf(caption), CAPTION) * CAPTION_LINE : 0;
  return [height + Math.max(last + ROOM, end) > SIDE, height + Math.max(last, end) > SIDE];
}

function heightOf(part: HTMLElement): number {
  const words = all("p, li", part).filter((each) => !each.closest("table")).map((each) => (each.matches(".copy-words") ? lines(textOf(each), LARGE) * 6.3 : lines(textOf(each), WIDE) * LINE) + 0.6);
  const rows = all("tr", part).map((row) => Math.max(...all("th, td", row).map((cell, place) => lines(textOf(cell), CELLS[place] ?? WIDE))) * LINE + 1.5);
  const heads = all("h4", part).length * 8;
  return [...words, ...rows].reduce((sum, each) => sum + each, AROUND + heads);
}
