/** The script of an aid page with all components. */
import { Ranking } from "../../components/ranking/script.ts";
import { begin } from "./begin.ts";
import { GROUPS } from "./groups.ts";

begin([["[data-ranking]", Ranking], ...GROUPS]);
