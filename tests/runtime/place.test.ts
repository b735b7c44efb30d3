/** The list of a place in the browser: ages as `tests/places` has them, and what is found in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Place, Service } from "../../src/decisionaid/theme/generated/place.ts";
import validate from "../../src/decisionaid/theme/generated/place-validator.js";
import { byName, canBePlanned, found, freshness, inOrder, isOldWait, monthsAfter, providersFor } from "../../src/decisionaid/theme/scripts/plan/place.ts";

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

test("what has no name that can be seen cannot be planned, and nobody is told that there is no room", () => {
  const [one] = TOWN.services ?? [];
  assert.ok(one);
  assert.equal(canBePlanned(one, TOWN, one.checked ?? ""), true);
  assert.equal(canBePlanned({ ...one, name: "\u200b" }, TOWN, one.checked ?? ""), false);
});

test("an old entry is listed and cannot be planned", () => {
  const old = found(TOWN).filter((each) => !canBePlanned(each, TOWN, "2026-11-29"));
  assert.deepEqual(names(old), ["walk-group"]);
  assert.equal(found(TOWN).length, 4);
});

const KNEE = "knee-osteoarthritis";
const decided = (state: string, option?: string): any => ({ decisions: [{ id: "d", question: "", aid: { id: KNEE }, became: [{ visit: "v", state, ...(option ? { option, option_name: "As the plan says" } : {}) }] }] });

test("who offers something is told of the option that was decided, or else of all that are open", () => {
  const asked = (plan: any): string[] => providersFor(plan, TOWN).map(({ name, option }) => `${option}${name}`);
  assert.deepEqual(asked({}), []);
  assert.deepEqual(asked({ decisions: [{ id: "d", question: "", aid: { id: KNEE } }] }), ["knee-replacement"]);
  for (const state of ["not_yet", "want_more", "stopped", "rather_not"]) assert.deepEqual(asked(decided(state)), ["knee-replacement"]);
  assert.deepEqual(asked(decided("decided", "exercise-weight")), []);
  assert.deepEqual(asked(decided("decided", "knee-replacement")), ["knee-replacementAs the plan says"]);
  const twice = { decisions: [...decided("want_more").decisions, ...decided("want_more").decisions] };
  assert.deepEqual(asked(twice), ["knee-replacement"]);
});

test("providers stand by their names, or as somebody asks, and what is not known stands last", () => {
  const of = (name: string, weeks: number | null, postcode = "") => ({ name, postcode, ...(weeks === null ? {} : { wait: { weeks } }) });
  const all = [of("beta", 4, "B2"), of("Alpha", null, "C1"), of("delta", 4), of("Gamma", 0, "A9"), { name: "Eta", wait: { weeks: null } }];
  const names = (order: "name" | "wait" | "postcode"): string => inOrder(all, order).map(({ name }) => name).join(" ");
  assert.equal(names("name"), "Alpha beta delta Eta Gamma");
  assert.equal(names("wait"), "Gamma beta delta Alpha Eta");
  assert.equal(names("postcode"), "Gamma beta Alpha delta Eta");
});
