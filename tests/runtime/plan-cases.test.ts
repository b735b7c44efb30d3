/** The corpus of plans with verdicts, which `tests/plan` makes: the scripts come to the same ones. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { verdictOn } from "../plan/verdict.ts";

interface Case {
  says: string;
  text?: string;
  of?: string;
  path?: (string | number)[];
  put?: unknown;
  verdict: object;
}

const CASES: Case[] = JSON.parse(readFileSync("tests/golden/plans/cases.json", "utf8"));

function textOf(one: Case): string {
  if (one.text !== undefined) return one.text;
  const data: any = JSON.parse(readFileSync(`tests/golden/plans/${one.of}.json`, "utf8"));
  const above = [...(one.path ?? [])];
  const last = above.pop() ?? "";
  const parent = above.reduce((part, name) => part[name], data);
  if ("put" in one) parent[last] = one.put;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return JSON.stringify(data);
}

for (const one of CASES) {
  test(`${one.says}: the same verdict`, () => assert.deepEqual(verdictOn(textOf(one)), one.verdict));
}
