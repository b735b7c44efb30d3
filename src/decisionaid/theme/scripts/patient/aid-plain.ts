/** The script of an aid page without groups of readers and without items to put in order. */
import { begin } from "./begin.ts";

begin([]);
