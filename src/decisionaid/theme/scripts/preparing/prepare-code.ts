/** The third script of the sheet before a visit: the square code of what was written, fetched when something is. */
import { ARRIVED } from "../page/later-script.ts";
import { Copies } from "../page/copies.ts";
import type { FromCode } from "./later-code.ts";
import { SheetCode } from "./sheet-code.ts";

const detail: FromCode = { start: (...told) => new SheetCode(...told), Copies };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
