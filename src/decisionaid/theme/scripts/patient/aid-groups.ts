/** The script of an aid page with groups of readers, and without items to put in order. */
import { begin } from "./begin.ts";
import { GROUPS } from "./groups.ts";

begin(GROUPS);
