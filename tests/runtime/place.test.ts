/** The list of a place in the browser: ages as `tests/places` has them, and what is found in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Place, Service } from "../../src/decisionaid/theme/generated/place.ts";
import validate from "../../src/decisionaid/theme/generated/place-validator.js";
import { byName, canBePlanned, found, freshness, isOldWait, monthsAfter } from "../../src/decisionaid/theme/scripts/plan/place.ts";

interface Age {
  checked: string;
  stale_after: number;
  remove_after: number;
  day: string;
  is: string;
  old_wait: boolean;
  ends: [string, string];
}
const AGES: Age[] = JSON.parse(readFileSync("tests/golden/places/ages.json", "utf8"));
const TOWN: Place = JSON.parse(readFileSync("tests/golden/places/example-town.json", "utf8"));

test("an entry is as old as in Python, on each side of its days", () => {
  assert.ok(AGES.length > 80);
  for (const each of AGES) {
    assert.deepEqual([monthsAfter(each.checked, each.stale_after), monthsAfter(each.checked, each.remove_after)], each.ends);
    assert.equal(freshness(each.checked, each, each.day), each.is, JSON.stringify(each));
    assert.equal(isOldWait({ as_of: each.checked }, each.day), each.old_wait, JSON.stringify(each));
  }
});

test("what the site writes is a place of the schema", () => {
  assert.equal(validate(TOWN), true, JSON.stringify(validate.errors));
  assert.equal(validate({ ...TOWN, services: [{ name: "x" }] }), false);
});

const names = (services: readonly Service[]): string[] => services.map(({ id }) => id);

test("services stand in the order of their names, and by nothing else", () => {
  assert.deepEqual(names(found(TOWN)), ["knee-class", "advice-money", "walk-group", "lunch-club"]);
  assert.deepEqual(names(byName([...(TOWN.services ?? [])].reverse())), names(found(TOWN)));
});

test("what nobody has chosen or checked is not found", () => {
  const [one] = TOWN.services ?? [];
  assert.ok(one);
  const place = { ...TOWN, services: [{ ...one, unsettled: ["kind"] }, { ...one, checked: null }] };
  assert.deepEqual(found(place), []);
});

test("a need, a must and no cost narrow the list", () => {
  assert.deepEqual(names(found(TOWN, { need: "lonely" })), ["walk-group", "lunch-club"]);
  assert.deepEqual(names(found(TOWN, { need: "moving", free: true })), ["walk-group"]);
  assert.deepEqual(names(found(TOWN, { must: ["hearing_loop"] })), ["lunch-club"]);
});

test("not known is no yes, and a yes with words is one", () => {
  assert.ok(!names(found(TOWN, { must: ["step_free"] })).includes("advice-money"));
  assert.deepEqual(names(found(TOWN, { must: ["bsl"] })), ["advice-money"]);
});

test("an old entry is listed and cannot be planned", () => {
  const old = found(TOWN).filter((each) => !canBePlanned(each, TOWN, "2026-11-29"));
  assert.deepEqual(names(old), ["walk-group"]);
  assert.equal(found(TOWN).length, 4);
});
