/** A record as a token, and back: equal, and from anything else a plain verdict. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Answers, Field, Page } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { toBase41 } from "../../src/decisionaid/theme/scripts/record/base41.ts";
import { Damaged, Writer } from "../../src/decisionaid/theme/scripts/record/bytes.ts";
import { recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import { crcOf } from "../../src/decisionaid/theme/scripts/record/crc32.ts";
import { inflated, TooLarge } from "../../src/decisionaid/theme/scripts/record/inflate.ts";
import { PART_NAMES } from "../../src/decisionaid/theme/scripts/record/kept-back.ts";
import { isSame, payloadOf } from "../../src/decisionaid/theme/scripts/record/payload.ts";
import type { Noted, Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { sealed, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { recordInToken, type WordsOf } from "../../src/decisionaid/theme/scripts/record/token-read.ts";
import { tokenOf } from "../../src/decisionaid/theme/scripts/record/token.ts";
import { blocksOfPicks } from "../../src/decisionaid/theme/scripts/values/picks.ts";
import { effort } from "./effort.ts";
import { five, FIVE, FIVE_WORDS, golden, PAGE, question, WORDS } from "./example.ts";
import { numbers } from "./random-answers.ts";

const STAMP = { id: "0".repeat(32), rev: 1, created: "2026-11-20T08:00:00Z", updated: "2026-11-20T08:00:00Z", day: "2026-11-20" };
const TEXTS = ["I want to sleep", "“Less pain”\nfirst", "שלום 👩‍👧", "Wait and see", "x".repeat(290), "a"];
const KINDS: readonly Noted["kind"][] = ["alike", "apart", "order", "circle", "highest", "toward"];

/** A question with blocks, as published; the page has its items in the order in which they come up. */
const ITEMS = ["sleep", "work", "cost", "pain", "time", "rest"].map((id) => ({ id, text: `Words of ${id}` }));
const PICKED = question("picked", "picks", "A few at a time", "8".repeat(16), [], ITEMS);
const BLOCKS = blocksOfPicks(ITEMS.map(({ id }) => id)) ?? [];
const WITH_PICKS: Page = {
  ...PAGE,
  words: {
    ...PAGE.words,
    questions: [...(PAGE.words.questions ?? []), { ...PICKED, items: BLOCKS.flatMap(([first]) => ITEMS.filter(({ id }) => id === first)) }],
  },
  fields: new Map<string, Field>([
    ...PAGE.fields,
    ...BLOCKS.flatMap((items, index) =>
      ["most", "least"].map((end): [string, Field] => [
        `values.picked.${index + 1}.${end}`,
        { kind: "one", values: [...items, "unsure", "not_applicable", "prefer_not_to_say"] },
      ]),
    ),
  ]),
};

type Chance = (below: number) => number;

function randomAnswers({ fields }: Page, chance: Chance): Answers {
  const answers = new Map<string, string[]>();
  for (const [name, field] of fields) {
    const values = valuesFor(field, chance);
    if (values.length > 0) answers.set(name, values);
  }
  // A ranking has an order or says why not.
  if (answers.has("values.order")) answers.delete("values.order.state");
  return answers;
}

function valuesFor(field: Field, chance: Chance): string[] {
  if (chance(4) === 0) return [];
  if (field.kind === "text") return [TEXTS[chance(TEXTS.length)] ?? ""];
  if (field.kind === "many") return field.values.filter(() => chance(2) === 0);
  if (field.kind === "one") return [field.values[chance(field.values.length)] ?? ""];
  const mixed = field.values.map((value) => ({ value, at: chance(1000) })).sort((one, other) => one.at - other.at);
  return [mixed.slice(0, 1 + chance(mixed.length)).map(({ value }) => value).join()];
}

function randomRecord(chance: Chance): Record {
  const noted = Array.from({ length: chance(4) }, () => ({ kind: KINDS[chance(6)] ?? "alike", text: `You lean to: Wait and see. ${TEXTS[chance(TEXTS.length)]}` }));
  const keptBack = chance(2) === 0 ? PART_NAMES.filter(() => chance(6) === 0) : [];
  return sealed(statementOf(randomAnswers(WITH_PICKS, chance), WITH_PICKS, noted, keptBack), STAMP);
}

for (const name of FIVE) {
  test(`the ${name} record comes back from its token`, async () => {
    const record = five(name);
    const written = await tokenOf(record, FIVE_WORDS);
    if (name === "typical") assert.ok(written.length < 350);
    // Much of what is written is one's own words, which are pressed.
    if (name === "fullest") assert.ok(written.length < 1200, `${written.length}`);
    assert.deepEqual(await recordInToken(written, wordsOf), { record, words: FIVE_WORDS });
  });
}

interface Case {
  says: string;
  text: string;
  /** A fault, or the name of the record. */
  verdict: string;
}
const CASES: Case[] = JSON.parse(readFileSync("tests/golden/records/tokens.json", "utf8"));
const wordsOf: WordsOf = async (aid, hash) => (aid === FIVE_WORDS.id && hash === FIVE_WORDS.source_sha256 ? FIVE_WORDS : null);

async function verdictOn(text: string): Promise<string> {
  const found = await recordInToken(text, wordsOf);
  if ("fault" in found) return found.fault;
  return FIVE.find((name) => isSame(five(name), found.record)) ?? "another record";
}

for (const { says, text, verdict } of CASES) {
  test(`${says}: ${verdict}`, async () => assert.equal(await verdictOn(text), verdict));
}

function token(payload: Uint8Array): string {
  return `1${toBase41(payload)}`;
}

for (const name of FIVE) {
  test(`every single bit of the ${name} token that is flipped is refused`, async () => {
    const payload = await payloadOf(five(name), FIVE_WORDS);
    for (let bit = 0; bit < 8 * payload.length; bit += 1) {
      const other = payload.slice();
      other[bit >> 3]! ^= 1 << (bit & 7);
      assert.ok("fault" in (await recordInToken(token(other), wordsOf)), `${bit}`);
    }
  });

  test(`whatever stands under a fitting check number of the ${name} token, no other record is read`, async () => {
    const payload = await payloadOf(five(name), FIVE_WORDS);
    const chance = numbers(7);
    for (let count = 0; count < 300; count += 1) {
      const bytes = [...payload.slice(0, -4)];
      for (let change = chance(20); change >= 0; change -= 1) bytes[chance(bytes.length)] = chance(256);
      const writer = new Writer().put(bytes);
      const begun = effort();
      const found = await recordInToken(token(writer.four(crcOf(writer.done())).done()), wordsOf);
      assert.ok(effort() - begun < 2000);
      if (!("fault" in found)) assert.deepEqual(found.record, five(name));
    }
  });
}

test("without its words what the person wrote is read, and which aid it was", async () => {
  const record = five("contradicting");
  const shown = { fault: "no_words", aid: FIVE_WORDS.id, version: "1.0.0", updated: record.updated, own: [record.what_matters, "My dancing"], helper: "", view: "" };
  for (const missing of [async () => null, () => Promise.reject(new Error("no network"))]) {
    assert.deepEqual(await recordInToken(await tokenOf(record, FIVE_WORDS), missing), shown);
  }
});

test("without its words, what the helper thinks is not among what the person wrote", async () => {
  const record = five("fullest");
  const { helper, view } = record.filled_in_by;
  const read = await recordInToken(await tokenOf(record, FIVE_WORDS), async () => null);
  assert.ok("own" in read && helper && view);
  assert.deepEqual([read.helper, read.view], [helper, view]);
  assert.equal(read.own[0], record.what_matters);
  assert.deepEqual(read.own.filter((each) => [helper, view].includes(each)), []);
});

test("words of another text are none", async () => {
  const written = await tokenOf(five("sparse"), FIVE_WORDS);
  for (const other of [{ id: "other" }, { version: "2" }, { source_sha256: "0".repeat(16) }, { questions: [] }, { title: "Another" }]) {
    assert.deepEqual(await recordInToken(written, async () => ({ ...FIVE_WORDS, ...other })), { fault: "damaged" });
  }
});

test("what no page writes has no token", async () => {
  const typical = five("typical");
  const others: Partial<Record>[] = [
    { words: {} },
    { aid: { ...typical.aid, clock: "expired" } },
    { red_flags: ["nobody-knows"] },
    { day: "2020-01-01" },
    { what_matters: "a\u001fb" },
    { questions: [...typical.questions].reverse() },
    { created: "2026-02-30T00:00:00Z" },
    { created: "1960-01-01T00:00:00Z" },
    { created: "never" },
  ];
  for (const other of others) {
    const changed = { ...typical, ...other };
    await assert.rejects(tokenOf({ ...changed, crc32: recordChecksum(changed) }, FIVE_WORDS), JSON.stringify(other));
  }
  await assert.rejects(tokenOf({ ...typical, crc32: "00000000" }, FIVE_WORDS));
  await assert.rejects(tokenOf(golden("much-said").record, FIVE_WORDS));
});

test("the words as the page has them are enough, and what is published reads the same", async () => {
  const { facts: _facts, until: _until, gone: _gone, later: _later, ...rest } = FIVE_WORDS;
  const questions = rest.questions?.map(({ places = [], ...each }) => {
    const items = places.length > 0 ? places.map((text, index) => ({ id: `${index - 3}`, text })) : (each.items ?? []);
    return { ...each, items: each.kind === "importance" ? [] : items };
  });
  for (const name of FIVE) {
    assert.equal(await tokenOf(five(name), { ...rest, questions: questions ?? [] }), await tokenOf(five(name), FIVE_WORDS));
  }
});

test("every kind of answer, and every state, of another aid comes back", async () => {
  const chance = numbers(3);
  const words = { ...WORDS, questions: [...(WORDS.questions ?? []), PICKED] };
  for (let count = 0; count < 200; count += 1) {
    const record = randomRecord(chance);
    assert.deepEqual(await recordInToken(await tokenOf(record, WITH_PICKS.words), async () => words), { record, words });
  }
});

/**
 * Records of an aid with every kind of question, each with its token; read by `tests/record` too. They stay
 * as they are: `KEEP_TOKENS=1` writes them anew, which is for a new layout alone.
 */
const KINDS_OF_ANSWERS = "tests/golden/records/every-kind.json";

test("what was written once of every kind of answer is read as it was", async () => {
  const words = { ...WORDS, questions: [...(WORDS.questions ?? []), PICKED] };
  if (process.env["KEEP_TOKENS"]) {
    const chance = numbers(17);
    const records = Array.from({ length: 40 }, () => randomRecord(chance));
    const cases = await Promise.all(records.map(async (record) => ({ record, token: await tokenOf(record, words) })));
    writeFileSync(KINDS_OF_ANSWERS, `${JSON.stringify({ words, cases }, null, 1)}\n`);
  }
  const kept = JSON.parse(readFileSync(KINDS_OF_ANSWERS, "utf8"));
  assert.equal(kept.cases.length, 40);
  for (const { record, token: written } of kept.cases) {
    assert.deepEqual(await recordInToken(written, async () => kept.words), { record, words: kept.words });
  }
});

test("where nothing can be pressed the words go as they are", async () => {
  const all = globalThis as { CompressionStream?: unknown };
  const { CompressionStream } = all;
  delete all.CompressionStream;
  try {
    const written = await tokenOf(five("fullest"), FIVE_WORDS);
    assert.equal(await verdictOn(written), "fullest");
    assert.ok(written.length > 2000);
  } finally {
    all.CompressionStream = CompressionStream;
  }
});

for (const level of [0, 1, 6, 9]) {
  test(`whatever was pressed at level ${level} comes back, and bit by bit nothing else is raised than a fault`, () => {
    const chance = numbers(level + 1);
    for (const size of [0, 1, 7, 300, 4000, 16_000]) {
      for (const letters of [2, 40, 256]) {
        const bytes = Uint8Array.from({ length: size }, () => chance(letters));
        const pressed = Uint8Array.from(deflateRawSync(bytes, { level }));
        assert.deepEqual(inflated(pressed, 16_384), bytes);
        for (let count = 0; count < 40; count += 1) {
          const other = pressed.slice();
          const at = chance(other.length);
          other[at]! ^= 1 << chance(8);
          assert.equal(outcome(() => inflated(other, 16_384)), outcome(() => inflatedByNode(other)));
        }
      }
    }
  });
}

/** What Node makes of it, which leaves bytes behind the end alone. */
function inflatedByNode(pressed: Uint8Array): Uint8Array {
  const { buffer, engine } = inflateRawSync(pressed, { info: true, maxOutputLength: 16_384 }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  if (engine.bytesWritten < pressed.length) throw new Damaged("end");
  return buffer;
}

/** The bytes, or that there are none. */
function outcome(read: () => Uint8Array): string {
  try {
    return Buffer.from(read()).toString("hex");
  } catch (error) {
    return error instanceof Damaged || error instanceof TooLarge || (error as { code?: string }).code ? "fault" : String(error);
  }
}

/** Made by `tests/record/test_from_paper.py`: what the first layout has no place for. */
for (const { record, token: written } of JSON.parse(readFileSync("tests/golden/records/paper.json", "utf8")).cases) {
  test(`what came from paper, or is a helper's own, is read as it was: ${record.id}`, async () => {
    const { words } = JSON.parse(readFileSync("tests/golden/records/paper.json", "utf8"));
    assert.deepEqual(await recordInToken(written, async () => words), { record, words });
    // Another deflate may press otherwise: what is read of it is the same.
    assert.deepEqual(await recordInToken(await tokenOf(record, words), async () => words), { record, words });
  });
}
