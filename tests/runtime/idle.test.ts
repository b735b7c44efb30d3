/** How long nobody used a page: whatever comes in is use, with a hand on the page or without. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";

const MINUTE = 60_000;

test("each way in which something comes in begins the time anew", async () => {
  mock.timers.enable({ apis: ["Date", "setTimeout"], now: 0 });
  const page = new EventTarget();
  const gone: number[] = [];
  const there = { window: page, document: Object.assign(new EventTarget(), { activeElement: null }) };
  Object.assign(globalThis, there);
  const { cameIn, Idle } = await import("../../src/decisionaid/theme/scripts/incoming/idle.ts");
  const warned: string[] = [];
  class Seen extends Idle {}
  (Seen.prototype as any).warn = () => warned.push("warned");
  new Seen((() => "") as any, () => true, (minutes: number) => gone.push(minutes));
  const ways = ["drop", "paste", "change", "dragover", "keydown", ""];
  for (const way of ways) {
    mock.timers.tick(8 * MINUTE);
    if (way) page.dispatchEvent(new Event(way));
    else cameIn();
  }
  assert.deepEqual([warned, gone], [[], []]);
  mock.timers.tick(9 * MINUTE);
  assert.deepEqual([warned, gone], [["warned"], []]);
  mock.timers.tick(2 * MINUTE);
  assert.deepEqual(gone, [10]);
  mock.timers.reset();
});
