/** Reads texts from a file, and writes what becomes of each: for `test_cases.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { verdictOn } from "./verdict.ts";

const [, , from = "", to = ""] = process.argv;
const texts: string[] = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, JSON.stringify(texts.map(verdictOn)));
