/** The corpus of plans with verdicts, which `tests/plan` makes: the scripts come to the same ones. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isComplete, pointersOf } from "../../src/decisionaid/theme/scripts/plan/pointers.ts";
import { readPlan } from "../../src/decisionaid/theme/scripts/plan/reading.ts";
import { openActions, openGoals, stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";

interface Case {
  says: string;
  text?: string;
  of?: string;
  path?: (string | number)[];
  put?: unknown;
  verdict: object;
}

const TODAY = "2027-04-01";
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

function verdictOn(text: string): object {
  const found = readPlan(text);
  if ("fault" in found) {
    const claims = found.claims.map(({ about, name, path }) => [path, name, about]);
    return { fault: found.fault, place: found.place, claims };
  }
  const { plan } = found;
  return {
    left: found.left,
    is_altered: found.isAltered,
    reads_as: plan.crc32,
    stage: stageOf(plan),
    complete: isComplete(plan, TODAY),
    open: [...openGoals(plan), ...openActions(plan)].map(({ id }) => id),
    pointers: pointersOf(plan, TODAY).map(({ code, day, path, who, words }) => [code, path, words, who, day]),
  };
}

for (const one of CASES) {
  test(`${one.says}: the same verdict`, () => assert.deepEqual(verdictOn(textOf(one)), one.verdict));
}
