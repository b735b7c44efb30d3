/** The letter that invites people to prepare: says where the sheet is. */
import { guarded } from "../page/guarded.ts";
import { startLetter } from "../page/letter.ts";

guarded("letter", () => void startLetter("../prepare/"));
