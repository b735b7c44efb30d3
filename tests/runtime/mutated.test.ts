/** A thousand changed records, which `tests/record` makes: the scripts come to the same verdicts, and soon. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recordInAnyText } from "../../src/decisionaid/theme/scripts/handover/undone.ts";
import { recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { checkedRecord } from "../../src/decisionaid/theme/scripts/record/checked-record.ts";
import { effort } from "./effort.ts";

type Part = { [name: string]: unknown };
type Change = [how: "out" | "again" | "in", way: (string | number)[], value?: unknown];
interface Mutated {
  changes: Change[];
  is_sealed: boolean;
  left: string[];
}

const SLOWEST_MS = 2000;
const ALL: Mutated[] = JSON.parse(readFileSync("tests/golden/records/mutated.json", "utf8"));
const [{ text: SOUND }] = JSON.parse(readFileSync("tests/golden/records/cases.json", "utf8"));

/** As data from outside has it: a name that all objects have is a name of its own. */
function put(parent: Part, name: string | number, value: unknown): void {
  Object.defineProperty(parent, name, { value, writable: true, enumerable: true, configurable: true });
}

function change(data: unknown, [how, way, value]: Change): void {
  const last = way.at(-1)!;
  const parent = way.slice(0, -1).reduce<unknown>((part, name) => Object.getOwnPropertyDescriptor(part, name)?.value, data);
  if (how === "again") (parent as unknown[]).push(structuredClone((parent as unknown[])[Number(last)]));
  else if (how === "in") put(parent as Part, last, JSON.parse(JSON.stringify(value)));
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent as Part, last);
}

function textOf({ changes, is_sealed }: Mutated): string {
  const data = JSON.parse(SOUND);
  for (const each of changes) change(data, each);
  if (is_sealed) put(data, "crc32", recordChecksum(data));
  return JSON.stringify(data);
}

/** In which parts something was left out: in which order it is found, and so its number, differs. */
function named(left: readonly string[]): string[] {
  return [...new Set(left.map((each) => each.split("/")[0]!))].sort();
}

function verdictOn(text: string): object {
  const found = recordInAnyText(text);
  if ("fault" in found) return { ...found, left: [] };
  const checked = checkedRecord(found.data, found.isAltered, found.doubled);
  if (checked === null) return { fault: "damaged", left: [] };
  return { left: named(checked.left), is_altered: found.isAltered, reads_as: recordChecksum(checked.record) };
}

test("a thousand changed records: the same verdicts", () => {
  assert.equal(ALL.length, 1000);
  for (const each of ALL) {
    const { changes, is_sealed, ...verdict } = each;
    const begin = effort();
    assert.deepEqual(verdictOn(textOf(each)), verdict, JSON.stringify({ changes, is_sealed }));
    assert.ok(effort() - begin < SLOWEST_MS);
  }
  assert.equal(({} as Part)["hurt"], undefined);
});
