/** What is kept on a device: nothing shown as saved is lost, and nothing is kept, shown or written over unasked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "./keeping-device.ts";
import { everyCallFails, hostileStates, nothingSeen, randomRuns } from "./keeping-faults.ts";
import { times } from "./times.ts";

const FAULTLESS = (({ lost, overwritten, ofAnother, beforeChoice, stuck, complaints }) => ({ lost, overwritten, ofAnother, beforeChoice, stuck, complaints }))(nothingSeen());

test("random runs lose nothing that was shown as saved", async () => {
  const seen = await randomRuns(1, times(1000));
  const { lost, overwritten, ofAnother, beforeChoice, stuck, complaints } = seen;
  assert.deepEqual({ lost, overwritten, ofAnother, beforeChoice, stuck, complaints }, FAULTLESS);
  // They did go through what they are about.
  assert.ok(seen.shownAsSaved > times(1000), `${seen.shownAsSaved}`);
  for (const phase of ["saved", "failed", "found", "apart", "gone", "over", "unreadable"]) assert.ok((seen.phases[phase] ?? 0) > 0, phase);
  assert.equal(Object.keys(seen.faults).length, 11);
});

test("random runs lose nothing of a plan either, and never mix two", async () => {
  const seen = await randomRuns(1, 120, "plan");
  const { lost, overwritten, ofAnother, beforeChoice, stuck, complaints } = seen;
  assert.deepEqual({ lost, overwritten, ofAnother, beforeChoice, stuck, complaints }, FAULTLESS);
  assert.ok(seen.shownAsSaved > 120, `${seen.shownAsSaved}`);
  for (const phase of ["saved", "failed", "found", "apart", "unreadable", "newer"]) assert.ok((seen.phases[phase] ?? 0) > 0, phase);
  assert.ok((seen.faults["let go"] ?? 0) > 0);
});

test("whichever call of a store fails, the page goes on and says nothing that is not so", async () => {
  const seen = await everyCallFails();
  assert.deepEqual(seen.complaints, []);
  assert.ok(seen.runs > 150, `${seen.runs}`);
});

test("what is too long to be read again is not shown as saved", async () => {
  const device = new Device(1);
  const tab = device.open("one");
  tab.start();
  void tab.keeper.keep();
  await device.steps();
  assert.equal(tab.phase.kind, "saved");
  tab.answer(`one${"x".repeat(500_000)}`);
  await device.steps();
  assert.equal(tab.phase.kind, "failed");
});

test("whatever stands in a store, it is not shown unasked, not changed in silence, and a whole copy is opened", async () => {
  assert.deepEqual((await hostileStates()).complaints, []);
  assert.deepEqual((await hostileStates("plan")).complaints, []);
});
