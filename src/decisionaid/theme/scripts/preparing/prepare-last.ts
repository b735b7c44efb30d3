/** Fetched when somebody opens their last plan: reads it. */
import { ARRIVED } from "../page/later-script.ts";
import { readPlan } from "../plan/reading.ts";
import type { FromLast } from "./last-plan.ts";

const detail: FromLast = { readPlan };
document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
