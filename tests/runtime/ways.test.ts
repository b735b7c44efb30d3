/** What the ways to hand over are made of: words as text, a file under a passphrase, the parts that hold something. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "../../src/decisionaid/theme/scripts/handover/plain-text.ts";
import { lockedInText, recordInText } from "../../src/decisionaid/theme/scripts/handover/record-file.ts";
import { lockedFileText } from "../../src/decisionaid/theme/scripts/handover/save-file.ts";
import { partsIn } from "../../src/decisionaid/theme/scripts/patient/shared-parts.ts";
import { PART_NAMES } from "../../src/decisionaid/theme/scripts/record/kept-back.ts";
import { lockedFile, unlockedFile } from "../../src/decisionaid/theme/scripts/record/passphrase.ts";
import { statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { golden, MUCH_SAID, PAGE, say } from "./example.ts";

const { record } = golden("much-said");
const PASSPHRASE = "brown owl nine rivers";
const LOCKED = await lockedFile(JSON.stringify(record), PASSPHRASE);
const FILE = lockedFileText(LOCKED, record, say("ways"), "ltr", "https://example.org/clinician/");

test("a locked file opens with its passphrase alone, in whatever lines mail left it", async () => {
  for (const text of [FILE, FILE.replace(/\n/g, "\r\n"), FILE.replace(/\n/g, ""), LOCKED]) {
    const data = lockedInText(text);
    assert.deepEqual(JSON.parse((await unlockedFile(data, PASSPHRASE)) ?? ""), record);
    assert.equal(await unlockedFile(data, "brown owl nine river"), null);
  }
});

test("a locked file says what it is and nothing that was said, in lines that mail does not break", () => {
  assert.match(FILE, /locked with a passphrase.*nobody can help/s);
  assert.match(FILE, /^[\n\x20-\x7e]*$/);
  assert.ok(Math.max(...FILE.split("\n").map((each) => each.length)) <= 998);
  for (const text of [record.what_matters, record.id, record.crc32]) assert.ok(text && !FILE.includes(text));
  // Without its passphrase it is no record, and never read as one.
  assert.ok("fault" in recordInText(FILE));
});

test("what is no locked file is not taken for one", () => {
  for (const text of ["", "{", "[]", "null", JSON.stringify(record), '{"format":"decisionaid.locked/2","data":""}', "x".repeat(400_000)]) {
    assert.equal(lockedInText(text), null);
  }
});

test("only a part that says something can be shared or kept back", () => {
  assert.deepEqual(partsIn(statementOf(new Map(), PAGE)), []);
  const all = partsIn(statementOf(MUCH_SAID, PAGE));
  assert.ok(all.length > 5);
  for (const name of all) {
    const without = statementOf(MUCH_SAID, PAGE, [], [name]);
    assert.deepEqual(partsIn(without), all.filter((each) => each !== name));
    assert.deepEqual(without.kept_back, [name]);
  }
  assert.deepEqual(all, PART_NAMES.filter((name) => all.includes(name)));
});

test("a state is an answer that can be kept back too", () => {
  assert.deepEqual(partsIn(statementOf(new Map([["leaning", ["unsure"]]]), PAGE)), ["leaning"]);
});

test("plain text has its headings on lines of their own, and the code last", () => {
  const blocks = [
    { id: "a", heading: "What matters", lines: ["One\nand more", "Two"] },
    { id: "none", heading: "", lines: ["Nothing else"] },
  ];
  assert.equal(
    plainText("My answers", blocks, ["For the clinician:", "1ABC"]),
    "My answers\n\nWhat matters\n- One\n  and more\n- Two\n\n- Nothing else\n\nFor the clinician:\n1ABC\n",
  );
});
