/** The evidence clock on the pages that need no other script: the sheet, the large print, the evidence. */
import { guarded } from "../page/guarded.ts";
import { keepTime } from "../page/clock.ts";

guarded("clock", () => keepTime());
