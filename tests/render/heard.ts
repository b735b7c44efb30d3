/** What the browser's half makes of texts: how they are said, and their sentences. */
import { readFileSync, writeFileSync } from "node:fs";
import { heard, sentences } from "../../src/decisionaid/theme/scripts/aloud/said.ts";
import type { AloudWords } from "../../src/decisionaid/theme/scripts/patient/from-aloud.ts";

const [, , given = "", made = ""] = process.argv;
const { texts, words } = JSON.parse(readFileSync(given, "utf8")) as { texts: string[]; words: AloudWords };
const told = texts.map((text) => [heard(text, words), sentences(text, words.unbroken).map(([begin, end]) => text.slice(begin, end))]);
writeFileSync(made, JSON.stringify(told));
