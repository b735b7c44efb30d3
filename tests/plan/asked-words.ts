/** Reads whom somebody asks from a file, and writes how each stands in a sentence: for `test_asked_words.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { inSentence } from "../../src/decisionaid/theme/scripts/plan/asked-words.ts";

const [, , from = "", to = ""] = process.argv;
const words: string[] = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, JSON.stringify(words.map(inSentence)));
