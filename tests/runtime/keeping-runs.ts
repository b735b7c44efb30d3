/** The same runs for `bench/keeping.py`: how many and from which seed stands in the first file, what was seen goes into the second. */
import { readFileSync, writeFileSync } from "node:fs";
import { everyCallFails, hostileStates, randomRuns } from "./keeping-faults.ts";

const [, , given = "", made = ""] = process.argv;
const { seed, runs } = JSON.parse(readFileSync(given, "utf8")) as { seed: number; runs: number };
const seen = {
  random: await randomRuns(seed, runs),
  everyCall: await everyCallFails(),
  hostile: await hostileStates(),
  randomPlans: await randomRuns(seed, runs, "plan"),
  everyCallPlans: await everyCallFails("plan"),
  hostilePlans: await hostileStates("plan"),
};
writeFileSync(made, JSON.stringify(seen));
