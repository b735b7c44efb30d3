/** How a tab stands to what another one kept, changed or cleared, and to a page whose text has changed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLEARED } from "../../src/decisionaid/theme/scripts/keeping/cleared.ts";
import { MOST_REV, read, written, type Entry } from "../../src/decisionaid/theme/scripts/keeping/entry.ts";
import { HELPERS } from "./keeping-content.ts";
import { Device, KEY, OF, wordsIn, type Tab } from "./keeping-device.ts";

/** A device on which one tab keeps what was said. */
async function keeping(...words: string[]): Promise<{ device: Device; tab: Tab }> {
  const device = new Device(1);
  const tab = device.open("one");
  tab.start();
  await device.steps();
  void tab.keeper.keep();
  await device.steps();
  for (const word of words) tab.answer(word);
  await device.steps();
  assert.equal(tab.phase.kind, "saved");
  return { device, tab };
}

async function again(device: Device, tab: Tab): Promise<Tab> {
  device.kill(tab);
  const next = device.open(tab.person, tab.session);
  next.start();
  await device.steps();
  return next;
}

async function opened(device: Device): Promise<Tab> {
  const tab = device.open("one");
  tab.start();
  await device.steps();
  assert.equal(tab.phase.kind, "found");
  tab.keeper.open();
  await device.steps();
  return tab;
}

function keptWords(device: Device): string[] {
  const found = read(device.stored()[0] ?? null, OF);
  return found.kind === "entry" ? found.entry.said.map(({ name }) => name) : [];
}

test("a tab that is loaded again with a newer text keeps what that does not ask, for good", async () => {
  const { device, tab } = await keeping("one1", "one2", "one3");
  device.unasked.add("one1").add("one2");
  let next = await again(device, tab);
  assert.deepEqual(next.words, ["one3"]);
  assert.deepEqual(keptWords(device), ["one1", "one2", "one3"]);
  // Loaded once more, it changes something: what stays in words is not lost by that.
  next = await again(device, next);
  next.answer("one4");
  await device.steps();
  assert.equal(next.phase.kind, "saved");
  assert.deepEqual(keptWords(device), ["one1", "one2", "one3", "one4"]);
  const other = await opened(device);
  assert.deepEqual(other.said().map(({ name }) => name), ["one1", "one2", "one3", "one4"]);
});

test("a page that was loaded before the text changed takes over nothing that it cannot hold", async () => {
  const { device, tab } = await keeping("one1");
  device.unasked.add("one2");
  const old = await opened(device);
  tab.answer("one2");
  await device.steps();
  assert.equal(old.phase.kind, "apart");
  assert.ok(keptWords(device).includes("one2"));
});

test("cleared in another tab while this one was away: it asks, and what was kept goes here too", async () => {
  const { device, tab } = await keeping("one1");
  const other = await opened(device);
  device.kill(tab);
  other.clear();
  await device.steps();
  const back = await again(device, tab);
  assert.deepEqual([back.phase.kind, back.words, back.news], ["off", [], ["cleared"]]);
  // What was said before goes, and that it was cleared is said after.
  assert.deepEqual(back.emptiedAt, [0]);
  assert.equal(back.session.items.size, 0);
});

test("cleared in another tab that is gone since: what was kept goes here too, also where something else is kept by now", async () => {
  for (const isAnew of [false, true]) {
    const { device, tab } = await keeping("one1");
    const other = await opened(device);
    device.kill(tab);
    other.clear();
    await device.steps();
    assert.deepEqual(device.stored(), [null, null]);
    if (isAnew) {
      void other.keeper.keep();
      other.answer("one2");
      await device.steps();
    }
    device.kill(other);
    const back = await again(device, tab);
    assert.deepEqual([back.phase.kind, back.words, back.news], [isAnew ? "found" : "off", [], ["cleared"]]);
    assert.equal(back.session.items.size, 0);
  }
});

test("what tells of a clearing names nothing that was kept, tells of that choice alone, and is told for as long as something is kept", async () => {
  const { device, tab } = await keeping("one1");
  const life = entryIn(device).life;
  tab.clear();
  await device.steps();
  assert.deepEqual([...device.local.items], [[CLEARED, JSON.stringify({ [life]: device.now })]]);
  device.now += 31 * 86_400_000;
  device.open("one").start();
  await device.steps();
  assert.equal(device.local.items.size, 0);
});

test("whatever stands where clearings are told, nothing is cleared by it", async () => {
  for (const text of ["", "{", "[]", "null", '{"__proto__":1}', '{"x y":1}', `{"${"0".repeat(20_000)}":1}`, '{"ab":"1"}']) {
    const { device, tab } = await keeping("one1");
    device.local.items.set(CLEARED, text);
    const back = await again(device, tab);
    assert.deepEqual([back.phase.kind, back.words], ["saved", ["one1"]]);
    back.clear();
    await device.steps();
    assert.deepEqual(device.stored(), [null, null]);
  }
});

test("a page that lets go writes its last change, and asks then as a new tab does", async () => {
  const device = new Device(1, "plan");
  const tab = device.open("one");
  tab.start();
  void tab.keeper.keep();
  tab.answer("one1");
  await device.steps();
  // The second waits until the first is written.
  tab.answer("one2");
  tab.answer("one3");
  void tab.letGo();
  assert.deepEqual(tab.words, []);
  await device.steps();
  assert.equal(tab.phase.kind, "found");
  tab.keeper.open();
  await device.steps();
  assert.deepEqual([tab.phase.kind, tab.words], ["saved", ["one1", "one2", "one3"]]);
});

test("two plans stand beside each other, are left as they are, and are not mixed; to clear one is not to clear the other", async () => {
  const device = new Device(1, "plan");
  const tab = device.open("one");
  tab.start();
  void tab.keeper.keep();
  tab.answer("one1");
  await device.steps();
  const other = device.open("two");
  other.start();
  other.answer("two1");
  await device.steps();
  const before = device.stored();
  void other.keeper.keep();
  await device.steps();
  assert.equal(other.phase.kind, "found");
  other.keeper.open();
  await device.steps();
  assert.deepEqual([other.phase.kind, other.words], ["apart", ["two1"]]);
  other.keeper.leave();
  await device.steps();
  assert.deepEqual([other.phase.kind, other.words, device.stored()], ["off", ["two1"], before]);
  void other.keeper.keep();
  await device.steps();
  other.keeper.open();
  other.clear();
  await device.steps();
  assert.ok(other.phase.kind === "found" && other.phase.isLeft);
  assert.deepEqual([other.words, device.stored()], [[], before]);
  assert.deepEqual([tab.phase.kind, tab.words], ["saved", ["one1"]]);
});

test("kept no more in another tab while this one was away: it goes on with its own", async () => {
  const { device, tab } = await keeping("one1");
  const other = await opened(device);
  device.kill(tab);
  void other.keeper.stop();
  await device.steps();
  const back = await again(device, tab);
  assert.deepEqual([back.phase.kind, back.words, back.news], ["off", ["one1"], ["stopped"]]);
});

test("where no tab is left to say why, it says that it is gone each time, and can be cleared here", async () => {
  const { device, tab } = await keeping("one1");
  device.evict();
  let back = await again(device, tab);
  assert.deepEqual([back.phase.kind, back.words], ["gone", ["one1"]]);
  back = await again(device, back);
  assert.equal(back.phase.kind, "gone");
  back.keeper.clearHere();
  await device.steps();
  assert.deepEqual([back.phase.kind, back.words], ["off", []]);
  assert.equal(back.session.items.size, 0);
});

test("what came after a clearing is not cleared by it", async () => {
  const { device, tab } = await keeping("one1");
  const other = await opened(device);
  other.clear();
  await device.steps();
  void tab.keeper.keep();
  tab.answer("one2");
  await device.steps();
  device.evict();
  const back = await again(device, tab);
  assert.deepEqual([back.phase.kind, back.words], ["gone", ["one2"]]);
});

/** Two tabs that do not hear each other each said something. */
async function apart(): Promise<{ device: Device; tab: Tab; other: Tab }> {
  const { device, tab } = await keeping("one1");
  const other = await opened(device);
  device.hasChannel = false;
  tab.answer("one2");
  await device.steps();
  other.answer("one3");
  await device.steps();
  device.hasChannel = true;
  assert.equal(other.phase.kind, "apart");
  return { device, tab, other };
}

test("a tab that stands apart keeps what was said in it alone, when another one clears", async () => {
  const { device, tab, other } = await apart();
  tab.clear();
  await device.steps();
  assert.deepEqual([other.phase.kind, other.words, other.news], ["off", ["one3"], ["cleared_rest"]]);
  assert.deepEqual(other.emptiedAt, [0]);
  assert.deepEqual(device.stored(), [null, null]);
});

test("a tab that stands apart still does when it is loaded again", async () => {
  const { device, other } = await apart();
  const back = await again(device, other);
  assert.deepEqual([back.phase.kind, back.words], ["apart", ["one1", "one3"]]);
});

test("a tab with nothing of its own takes over what another one kept, and says what that took away", async () => {
  const { device, tab } = await keeping("one1");
  const other = await opened(device);
  tab.answer("one2");
  await device.steps();
  assert.deepEqual([other.phase.kind, other.words, other.saidBefore], ["saved", ["one1", "one2"], []]);
  tab.words = ["one2"];
  tab.answer("one3");
  await device.steps();
  assert.deepEqual([other.phase.kind, other.words], ["saved", ["one2", "one3"]]);
  assert.deepEqual(other.saidBefore, [{ question: "one1", answer: "one1" }]);
  // Also where it was not heard of.
  device.hasChannel = false;
  tab.words = [];
  tab.answer("one4");
  await device.steps();
  const back = await again(device, other);
  assert.deepEqual(back.words, ["one4"]);
  assert.deepEqual(back.saidBefore.map(({ answer }) => answer), ["one2", "one3"]);
});

test("what was kept anew by another choice is shown to no tab unasked", async () => {
  const { device, tab } = await keeping("one1");
  device.kill(tab);
  device.evict();
  const two = device.open("two");
  two.start();
  void two.keeper.keep();
  two.answer("two1");
  await device.steps();
  const back = await again(device, tab);
  assert.deepEqual([back.phase.kind, back.words], ["found", ["one1"]]);
});

test("clearing says whether something is still kept that nobody said is theirs", async () => {
  const { device } = await keeping("one1");
  const other = device.open("one");
  other.start();
  await device.steps();
  let isGone: boolean | null = null;
  void other.keeper.clear().then((done) => (isGone = done));
  await device.steps();
  assert.equal(isGone, false);
  assert.ok(other.phase.kind === "found" && other.phase.isLeft);
  void other.keeper.stop();
  await device.steps();
  void other.keeper.clear().then((done) => (isGone = done));
  await device.steps();
  assert.equal(isGone, true);
});

test("a number of writes that nobody reaches is none of ours, whether it is met or come to", async () => {
  for (const rev of [999_999_999_999_999, MOST_REV]) assert.equal(read(entryOf(rev), OF).kind, "unreadable");
  const { device, tab } = await keeping("one1");
  device.kill(tab);
  const text = entryOf(MOST_REV - 1);
  device.database?.items.set("entry", text);
  device.local.items.set(KEY, text);
  const next = await opened(device);
  assert.deepEqual([next.phase.kind, next.words], ["saved", ["one1"]]);
  next.answer("one2");
  await device.steps();
  assert.equal(next.phase.kind, "unreadable");
  assert.deepEqual(wordsIn(next.text()), ["one1", "one2"]);
  void next.keeper.stop();
  await device.steps();
  assert.deepEqual(device.stored(), [null, null]);
});

function entryIn(device: Device): Entry {
  const found = read(device.stored()[0] ?? null, OF);
  assert.ok(found.kind === "entry");
  return found.entry;
}

function entryOf(rev: number): string {
  return written({ of: OF, life: "ab", rev, by: "ab", changed: 1_800_000_000_000, told: 0, version: "", state: JSON.stringify({ answers: ["one1"] }), said: [] });
}

for (const [kept, other] of [["one1", HELPERS], [HELPERS, "one1"]] as const) {
  test(`what ${kept === HELPERS ? "a helper" : "a person"} keeps, a tab of the other never opens and never writes over`, async () => {
    const { device, tab } = await keeping(kept);
    const [before] = device.stored();
    const second = device.open("one");
    second.words = [other, "two"];
    second.start();
    await device.steps();
    const isLeft = async (): Promise<void> => {
      await device.steps();
      assert.equal(second.phase.kind, "found");
      assert.deepEqual(second.words, [other, "two"]);
      assert.deepEqual(tab.words, [kept]);
      assert.deepEqual(tab.news, []);
      assert.equal(device.stored()[0], before);
    };
    await isLeft();
    second.keeper.open();
    await isLeft();
    void second.keeper.chooseHere();
    await isLeft();
    second.keeper.chooseKept();
    await isLeft();
    second.answer("three");
    second.words = [other, "two"];
    second.keeper.changed();
    await isLeft();
    second.keeper.leave();
    await device.steps();
    // Chosen again: there is room for one.
    void second.keeper.keep();
    await isLeft();
    tab.answer("four");
    await device.steps();
    assert.equal(tab.phase.kind, "saved");
    assert.deepEqual(keptWords(device), [kept, "four"]);
    assert.deepEqual(second.words, [other, "two"]);
  });
}

test("two states stand side by side, and the tab becomes a helper's: neither takes the place of the other", async () => {
  const { device, tab } = await keeping("one1");
  const second = device.open("one");
  const isAt = (kind: string): void => assert.equal(second.phase.kind, kind);
  second.words = ["one2"];
  second.start();
  await device.steps();
  second.keeper.open();
  isAt("apart");
  for (const choose of ["chooseHere", "chooseKept"] as const) {
    second.keeper.open();
    second.words = ["one2", HELPERS];
    void second.keeper[choose]();
    await device.steps();
    isAt("found");
    assert.deepEqual([second.words, keptWords(device)], [["one2", HELPERS], ["one1"]]);
    second.words = ["one2"];
    second.keeper.open();
    isAt("apart");
  }
  assert.deepEqual(tab.words, ["one1"]);
});

test("a tab in which nothing was said opens what a helper keeps", async () => {
  const { device } = await keeping(HELPERS, "one1");
  assert.deepEqual((await opened(device)).words, [HELPERS, "one1"]);
});
