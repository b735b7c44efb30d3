/** Fetched when somebody opens their last plan: reads it, and says what in it is open. */
import { ARRIVED } from "../page/later-script.ts";
import { readPlan } from "../plan/reading.ts";
import { openActions, openGoals } from "../plan/taken.ts";
import type { FromLast } from "./last-plan.ts";

const detail: FromLast = { openActions, openGoals, readPlan };
document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
